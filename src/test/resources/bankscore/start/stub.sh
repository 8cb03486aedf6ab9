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
            printf 12345 >"${word#*=}"
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
