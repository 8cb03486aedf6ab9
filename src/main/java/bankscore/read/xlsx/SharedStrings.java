package bankscore.read.xlsx;

import bankscore.read.file.Limit;
import bankscore.read.file.UnreadableFile;
import bankscore.sheet.CellValue;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The texts of a workbook that cells refer to by number. */
final class SharedStrings {

    static final SharedStrings NONE = new SharedStrings(List.of());

    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private final List<String> texts;

    private SharedStrings(List<String> texts) {
        this.texts = texts;
    }

    static SharedStrings read(XmlPart part) throws UnreadableFile {
        List<String> texts = new ArrayList<>();
        long total = 0;
        part.nextChild(0);
        while (part.nextChild(1, "si")) {
            String text = richText(part);
            total += text.length();
            texts.add(text);
            if (texts.size() > Limit.TEXTS.bound()) {
                throw UnreadableFile.tooLarge(part.place(), Limit.TEXTS);
            }
            if (total > Limit.TEXT_TOTAL.bound()) {
                throw UnreadableFile.tooLarge(part.place(), Limit.TEXT_TOTAL);
            }
        }
        return new SharedStrings(texts);
    }

    /** The text of the current element {@code si} or {@code is}: its runs joined, without reading aids. */
    static String richText(XmlPart part) throws UnreadableFile {
        Pieces text = new Pieces();
        int own = part.depth();
        while (part.nextChild(own)) {
            if (part.is("t")) {
                part.appendText(text);
            } else if (part.is("r")) {
                int run = part.depth();
                while (part.nextChild(run, "t")) {
                    part.appendText(text);
                }
            }
        }
        return unescaped(text.text(), part);
    }

    /** Text as the cell shows it: {@code _x000D_} stands for a character that XML cannot hold. */
    static String unescaped(String stored, XmlPart part) throws UnreadableFile {
        String text = stored;
        if (stored.contains("_x")) {
            text = ESCAPED.matcher(stored)
                    .replaceAll(found ->
                            Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16))));
        }
        if (text.length() > Limit.CELL_TEXT.bound()) {
            throw UnreadableFile.tooLarge(part.place(), Limit.CELL_TEXT);
        }
        return text;
    }

    boolean any(Predicate<CellValue.Text> test) {
        return texts.stream().map(CellValue.Text::new).anyMatch(test);
    }

    boolean has(int index) {
        return index >= 0 && index < texts.size();
    }

    String get(int index) {
        return texts.get(index);
    }
}
