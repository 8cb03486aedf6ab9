package bankscore.store;

import bankscore.facts.Fact;
import bankscore.office.ForeignRow;
import bankscore.sheet.CellRef;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Many figures of records in one row of the database.
 *
 * <p>Inflated (RFC 1950) a block is a text in UTF-8, one line a figure: row, column, column id, bank, label, choice, day,
 * value, note, who answers, each but the last followed by a tab, as {@link EscapedText}. An absent day or value is empty.
 */
final class RecordBlock {

    /** From so many characters on a block is full: with the longest texts that cells can hold it stays below a megabyte. */
    private static final int FULL = 128 * 1024;

    private static final int FIELDS = 10;

    private static final String TABLE = "staged_records";

    private final int sheet;
    private final String dataset;
    private final CellRef first;
    private final StringBuilder text = new StringBuilder();
    private int figures;

    /** A block that begins with a figure. */
    RecordBlock(int sheet, Fact first) {
        this.sheet = sheet;
        this.dataset = first.dataset();
        this.first = first.at();
        add(first);
    }

    int sheet() {
        return sheet;
    }

    String dataset() {
        return dataset;
    }

    /** The cell of the first figure. */
    CellRef first() {
        return first;
    }

    int figures() {
        return figures;
    }

    /** Whether a figure belongs into this block; if not, it begins the next one. */
    boolean takes(int other, Fact figure) {
        return other == sheet && figure.dataset().equals(dataset) && text.length() < FULL;
    }

    void add(Fact figure) {
        text.append(figure.at().row()).append('\t').append(figure.at().column());
        append(figure.column());
        append(figure.subject());
        append(figure.label());
        append(figure.choice());
        append(figure.day().map(LocalDate::toString).orElse(""));
        append(figure.value().map(BigDecimal::toPlainString).orElse(""));
        append(figure.note());
        append(figure.by());
        text.append('\n');
        figures++;
    }

    private void append(String field) {
        text.append('\t');
        EscapedText.append(text, field);
    }

    /** The block as it is stored. */
    byte[] content() {
        return Deflated.of(text);
    }

    /**
     * Gives the figures of stored blocks of one dataset, one after the other.
     *
     * <p>Texts that come again are kept once: a million records name a few banks and days.
     */
    static final class Reader {

        private static final int MOST_KEPT = 10_000;

        private final String dataset;
        private final Map<String, String> texts = new HashMap<>();
        private final Map<String, Optional<LocalDate>> days = new HashMap<>();
        private final Map<String, Optional<BigDecimal>> values = new HashMap<>();

        Reader(String dataset) {
            this.dataset = dataset;
        }

        /**
         * Gives each figure of a block.
         *
         * @param figures how many there must be
         * @throws IllegalStateException if the block is not as it was stored
         */
        void read(byte[] content, int figures, Consumer<Fact> to) {
            String text = Deflated.text(content, TABLE);
            String[] fields = new String[FIELDS];
            int at = 0;
            int count = 0;
            while (at < text.length()) {
                int line = text.indexOf('\n', at);
                if (line < 0) {
                    throw damaged(null);
                }
                for (int field = 0; field < FIELDS; field++) {
                    int end = field == FIELDS - 1 ? line : text.indexOf('\t', at);
                    if (end < 0 || end > line) {
                        throw damaged(null);
                    }
                    fields[field] = text.substring(at, end);
                    at = end + 1;
                }
                to.accept(figure(fields));
                count++;
            }
            if (count != figures) {
                throw damaged(null);
            }
        }

        private Fact figure(String[] fields) {
            try {
                return new Fact(
                        dataset,
                        once(fields[2]),
                        new CellRef(Integer.parseInt(fields[0]), Integer.parseInt(fields[1])),
                        once(fields[3]),
                        EscapedText.plain(fields[4]),
                        once(fields[5]),
                        day(fields[6]),
                        value(fields[7]),
                        EscapedText.plain(fields[8]),
                        once(fields[9]));
            } catch (RuntimeException e) {
                throw damaged(e);
            }
        }

        private String once(String field) {
            String known = texts.get(field);
            if (known == null) {
                known = EscapedText.plain(field);
                if (texts.size() < MOST_KEPT) {
                    texts.put(field, known);
                }
            }
            return known;
        }

        private Optional<LocalDate> day(String field) {
            Optional<LocalDate> known = days.get(field);
            if (known == null) {
                known = field.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(field));
                days.put(field, known);
            }
            return known;
        }

        private Optional<BigDecimal> value(String field) {
            Optional<BigDecimal> known = values.get(field);
            if (known == null) {
                known = field.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(field));
                if (values.size() < MOST_KEPT) {
                    values.put(field, known);
                }
            }
            return known;
        }

        private static ForeignRow damaged(@Nullable Exception cause) {
            return new ForeignRow(TABLE, cause);
        }
    }
}
