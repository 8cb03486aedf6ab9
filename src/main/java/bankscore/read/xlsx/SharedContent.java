package bankscore.read.xlsx;

import bankscore.read.file.UnreadableFile;
import bankscore.sheet.CellValue;
import bankscore.sheet.Look;
import bankscore.sheet.LookPart;
import bankscore.sheet.Place;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What the cells of all sheets refer to: texts, number formats and the day that is the first. */
final class SharedContent {

    private final PackageParts parts;
    private final Place place;
    private final String stringsPart;
    private final NumberFormats styles;
    private final boolean from1904;
    private @Nullable SharedStrings strings;

    SharedContent(PackageParts parts, Place place, String stringsPart, NumberFormats styles, boolean from1904) {
        this.parts = parts;
        this.place = place;
        this.stringsPart = stringsPart;
        this.styles = styles;
        this.from1904 = from1904;
    }

    /** The shared texts, read when the first cell refers to one. */
    SharedStrings strings() throws UnreadableFile {
        SharedStrings known = strings;
        if (known == null) {
            known = SharedStrings.NONE;
            if (parts.has(stringsPart)) {
                try (XmlPart part = parts.open(stringsPart, place)) {
                    known = SharedStrings.read(part);
                }
            }
            strings = known;
        }
        return known;
    }

    /** The number format of a style. */
    Look look(String style) {
        return styles.look(style);
    }

    /** Whether a shared text or a number format passes a test, whichever cells refer to it. */
    boolean mayHold(Predicate<CellValue.Text> text, Predicate<LookPart> format) throws UnreadableFile {
        return styles.any(format) || strings().any(text);
    }

    /** Whether days are counted from 1904. */
    boolean from1904() {
        return from1904;
    }
}
