package bankscore.paper.workbook;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.poi.xssf.streaming.SXSSFSheet;

/**
 * A book whose sheets are parts of a closed list, those that leaders get on paper first.
 *
 * @param <P> the list
 */
public interface PartedBook<P extends Enum<P> & PartedBook.Part> extends BookFrame {

    /** One of its parts; the words are under {@code book.<name>}, the sheet's name under {@code book.<name>.sheet}. */
    interface Part {

        String name();

        /** Whether it is printed for leaders, as one paper with the others; the rest is for audit, on the screen. */
        boolean isPrinted();

        default String key() {
            return "book." + name().toLowerCase(Locale.ROOT);
        }
    }

    /** The sheets that it has, in their order. */
    Map<P, SXSSFSheet> sheetsByPart();

    /** Whether it has a sheet. */
    default boolean has(P part) {
        return sheetsByPart().containsKey(part);
    }

    /** Its parts that are printed for leaders, or those that are not, in their order. */
    default List<P> parts(boolean printed) {
        return sheetsByPart().keySet().stream()
                .filter(part -> part.isPrinted() == printed)
                .toList();
    }

    /** Its sheets, in their order. */
    default List<SXSSFSheet> sheets() {
        return List.copyOf(sheetsByPart().values());
    }

    default SXSSFSheet sheet(P part) {
        return Objects.requireNonNull(sheetsByPart().get(part));
    }

    default Grid grid(P part, int... widest) {
        return new Grid(this, sheet(part), widest);
    }

    /** The words of a part, such as {@code book.plan.title}. */
    default String text(P part, String key, Object... namesAndValues) {
        return words().text(part.key() + "." + key, namesAndValues);
    }

    /** The words of a part under several keys, such as a table's headings; an empty key has none. */
    default String[] texts(P part, String... keys) {
        return Stream.of(keys)
                .filter(key -> !key.isEmpty())
                .map(key -> text(part, key))
                .toArray(String[]::new);
    }
}
