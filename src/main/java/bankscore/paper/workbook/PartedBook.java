package bankscore.paper.workbook;

import bankscore.finding.Words;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/**
 * A book whose sheets are parts of a closed list, those that leaders get on paper first.
 *
 * @param <P> the list
 */
public abstract class PartedBook<P extends Enum<P> & PartedBook.Part> extends BookFrame {

    private final Map<P, SXSSFSheet> sheets;

    /**
     * A book without sheets yet.
     *
     * @param parts the class of the list
     * @param words those of its application
     */
    protected PartedBook(Class<P> parts, SXSSFWorkbook workbook, Fonts fonts, Words words) {
        super(workbook, fonts, words);
        this.sheets = new EnumMap<>(parts);
    }

    /** A part of another book in the same file, without sheets yet. */
    protected PartedBook(PartedBook<P> other) {
        super(other);
        this.sheets = new EnumMap<>(other.sheets);
        sheets.clear();
    }

    /** One of its parts; the words are under {@code book.<name>}, the sheet's name under {@code book.<name>.sheet}. */
    public interface Part {

        String name();

        /** Whether it is printed for leaders, as one paper with the others; the rest is for audit, on the screen. */
        boolean isPrinted();

        default String key() {
            return "book." + name().toLowerCase(Locale.ROOT);
        }
    }

    /** Adds the sheet of a part, behind those that are there. */
    protected final void add(P part, String name) {
        sheets.put(part, workbook().createSheet(name));
    }

    /** Whether it has a sheet. */
    public boolean has(P part) {
        return sheets.containsKey(part);
    }

    /** Its parts that are printed for leaders, or those that are not, in their order. */
    public List<P> parts(boolean printed) {
        return sheets.keySet().stream()
                .filter(part -> part.isPrinted() == printed)
                .toList();
    }

    /** Its sheets, in their order. */
    public List<SXSSFSheet> sheets() {
        return List.copyOf(sheets.values());
    }

    public SXSSFSheet sheet(P part) {
        return Objects.requireNonNull(sheets.get(part));
    }

    public Grid grid(P part, int... widest) {
        return new Grid(this, sheet(part), widest);
    }

    /** The words of a part, such as {@code book.plan.title}. */
    public String text(P part, String key, Object... namesAndValues) {
        return words().text(part.key() + "." + key, namesAndValues);
    }

    /** The words of a part under several keys, such as a table's headings; an empty key has none. */
    public String[] texts(P part, String... keys) {
        return Stream.of(keys)
                .filter(key -> !key.isEmpty())
                .map(key -> text(part, key))
                .toArray(String[]::new);
    }
}
