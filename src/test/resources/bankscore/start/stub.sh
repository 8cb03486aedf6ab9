#!/bin/sh
# Stands in for java on Linux; see stub.c.
for last; do :; done
if [ "${last:-}" = -version ]; then
    [ $# -lt 2 ] || [ -z "${STUB_OLD:-}" ]
    exit
fi
# A maker of an archive writes it, and may be cut off.
for word; do
    case $word in
        -XX:SharedArchiveFile=*.part)
            exec 3>"${word#*=}"
            printf 12 >&3
            # Where it must wait for others it says who it and the script are.
            if [ -n "${STUB_GATE:-}" ]; then
                [ -z "${STUB_MAKER:-}" ] || printf '%s %s\n' "$PPID" $$ >"$STUB_MAKER"
                while [ ! -e "$STUB_GATE" ]; do :; done
            fi
            printf 345 >&3
            [ -z "${STUB_CUT:-}" ]
            exit
            ;;
    esac
done
{
    printf 'java=%s\n' "$0"
    for word; do
        printf 'word=%s\n' "$word"
    done
    printf 'BANKSCORE_HOME=%s\n' "$BANKSCORE_HOME"
} >>"$STUB_RECORD"
exit "${STUB_CODE:-0}"
