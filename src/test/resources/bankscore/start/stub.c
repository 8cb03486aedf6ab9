/*
 * Stands in for java.exe and, called so, for chcp.com. Appends to the file that STUB_RECORD names, in UTF-8 and a line each: which program
 * it is, its words, two variables of its environment. Ends with STUB_CODE. With STUB_OLD it knows only one option, as a Java
 * that is too old. As chcp it notes what it is asked and says 936. A maker of an archive writes it, and with STUB_CUT is cut off.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>
#include <windows.h>

static const wchar_t ARCHIVE[] = L"-XX:SharedArchiveFile=";

/* The archive that is to be made, if one is. */
static const wchar_t *archive(int count, wchar_t **words) {
    for (int i = 1; i < count; i++) {
        size_t length = wcslen(words[i]);
        if (wcsncmp(words[i], ARCHIVE, wcslen(ARCHIVE)) == 0 && wcscmp(words[i] + length - 5, L".part") == 0) {
            return words[i] + wcslen(ARCHIVE);
        }
    }
    return NULL;
}

static int make(const wchar_t *part) {
    FILE *to = _wfopen(part, L"wb");
    if (to == NULL) {
        return 98;
    }
    fputs("12345", to);
    fclose(to);
    return _wgetenv(L"STUB_CUT") != NULL;
}

static void note(FILE *to, const wchar_t *name, const wchar_t *value) {
    char bytes[32768];
    if (WideCharToMultiByte(CP_UTF8, 0, value == NULL ? L"" : value, -1, bytes, sizeof bytes, NULL, NULL) > 0) {
        fprintf(to, "%ls=%s\n", name, bytes);
    }
}

int wmain(int count, wchar_t **words) {
    wchar_t program[MAX_PATH];
    const wchar_t *part = archive(count, words);
    if (part != NULL) {
        return make(part);
    }
    FILE *record = _wfopen(_wgetenv(L"STUB_RECORD"), L"ab");
    if (record == NULL || GetModuleFileNameW(NULL, program, MAX_PATH) == 0) {
        return 99;
    }
    const wchar_t *code = _wgetenv(L"STUB_CODE");
    int ends = code == NULL ? 0 : _wtoi(code);
    if (wcsstr(program, L"chcp") != NULL) {
        note(record, L"chcp", count > 1 ? words[1] : L"");
        printf("Active code page: 936\r\n");
        ends = 0;
    } else if (count > 1 && wcscmp(words[count - 1], L"-version") == 0) {
        ends = count > 2 && _wgetenv(L"STUB_OLD") != NULL;
    } else {
        note(record, L"java", program);
        for (int i = 1; i < count; i++) {
            note(record, L"word", words[i]);
        }
        note(record, L"BANKSCORE_HOME", _wgetenv(L"BANKSCORE_HOME"));
    }
    fclose(record);
    return ends;
}
