package bankscore.read.xlsx;

import bankscore.read.file.Damage;
import bankscore.read.file.Limit;
import bankscore.read.file.UnreadableFile;
import bankscore.sheet.CellRef;
import bankscore.sheet.Place;

/** Reads addresses such as {@code D7}, within the limits of a sheet. */
final class A1 {

    private A1() {}

    static CellRef parse(String address, Place sheet) throws UnreadableFile {
        int at = 0;
        int column = 0;
        while (at < address.length() && letter(address.charAt(at)) > 0) {
            column = Math.min(column * 26 + letter(address.charAt(at)), 1_000_000);
            at++;
        }
        if (at == 0) {
            throw UnreadableFile.damaged(sheet, Damage.ADDRESS);
        }
        if (column > Limit.COLUMNS.bound()) {
            throw UnreadableFile.tooLarge(sheet, Limit.COLUMNS);
        }
        return new CellRef(row(address, at, sheet), column - 1);
    }

    /** A row's index, from 0, of its number, from 1. */
    static int row(String number, Place sheet) throws UnreadableFile {
        return row(number, 0, sheet);
    }

    private static int row(String number, int start, Place sheet) throws UnreadableFile {
        long row = 0;
        for (int i = start; i < number.length(); i++) {
            char c = number.charAt(i);
            if (c < '0' || c > '9') {
                throw UnreadableFile.damaged(sheet, Damage.ADDRESS);
            }
            row = Math.min(row * 10 + (c - '0'), Integer.MAX_VALUE);
        }
        if (row == 0) {
            throw UnreadableFile.damaged(sheet, Damage.ADDRESS);
        }
        if (row > Limit.ROWS.bound()) {
            throw UnreadableFile.tooLarge(sheet, Limit.ROWS);
        }
        return (int) row - 1;
    }

    private static int letter(char c) {
        return c >= 'A' && c <= 'Z' ? c - 'A' + 1 : c >= 'a' && c <= 'z' ? c - 'a' + 1 : 0;
    }
}
