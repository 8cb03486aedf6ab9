package bankscore.read.file;

import bankscore.sheet.Place;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/** What a file's first bytes say it is, whatever its name. */
public enum Content {
    EMPTY,
    /** A zip archive: perhaps .xlsx. */
    ZIP,
    /** A compound file: perhaps .xls, or an encrypted .xlsx. */
    OLE2,
    /** An Excel file from before compound files. */
    OLD_EXCEL,
    HTML,
    XML,
    PDF,
    RTF,
    /** Text of another kind: perhaps CSV. */
    TEXT,
    /** Other bytes, such as a picture. */
    BINARY;

    private static final int HEAD = 4096;
    private static final Set<String> SPREADSHEET =
            Set.of("xlsx", "xls", "xlsm", "xlsb", "xltx", "xltm", "xlt", "et", "csv");

    public static Content of(Path file, Place place) throws UnreadableFile {
        try (InputStream in = Files.newInputStream(file)) {
            return of(in.readNBytes(HEAD));
        } catch (IOException e) {
            throw UnreadableFile.damaged(place, Damage.ACCESS, e);
        }
    }

    public static Content of(byte[] head) {
        if (head.length == 0) {
            return EMPTY;
        }
        if (starts(head, 'P', 'K', 3, 4) || starts(head, 'P', 'K', 5, 6)) {
            return ZIP;
        }
        if (starts(head, 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1)) {
            return OLE2;
        }
        if (starts(head, 0x09, 0x00, 0x04, 0x00)
                || starts(head, 0x09, 0x02, 0x06, 0x00)
                || starts(head, 0x09, 0x04, 0x06, 0x00)) {
            return OLD_EXCEL;
        }
        boolean wide = starts(head, 0xFF, 0xFE) || starts(head, 0xFE, 0xFF);
        for (byte b : head) {
            if (b >= 0 && b < 0x20 && !wide && b != '\t' && b != '\n' && b != '\r' && b != '\f' && b != 0x1A) {
                return starts(head, '%', 'P', 'D', 'F') ? PDF : BINARY;
            }
        }
        String text = new String(head, StandardCharsets.ISO_8859_1)
                .replace("\u0000", "")
                .replaceFirst("^(\u00EF\u00BB\u00BF|\u00FF\u00FE|\u00FE\u00FF)", "")
                .stripLeading()
                .toLowerCase(Locale.ROOT);
        if (text.startsWith("%pdf")) {
            return PDF;
        }
        if (text.startsWith("{\\rtf")) {
            return RTF;
        }
        if (text.matches("(?s)<[a-z!?].*")) {
            return text.contains("<html") || text.contains("<!doctype html") || text.contains("<table") ? HTML : XML;
        }
        return TEXT;
    }

    private static boolean starts(byte[] head, int... magic) {
        if (head.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((head[i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }

    /** Whether a name has a spreadsheet's extension. */
    public static boolean claimsToBeSpreadsheet(String name) {
        return SPREADSHEET.contains(extension(name));
    }

    public static boolean isNamedCsv(String name) {
        return extension(name).equals("csv");
    }

    private static String extension(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }
}
