package bankscore.sample;

import bankscore.sample.SampleColumn.Shape;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The columns that offices may put into forms of one kind, by their bare headings; each office takes those it wants. */
final class FormColumns<T> {
    private static final Pattern NOT_BARE = Pattern.compile("（.*）|\\s");

    /** A column, and what stands in it for a subject and its running number. */
    private record Field<T>(SampleColumn column, BiFunction<T, Integer, SampleEntry> value) {}

    /** A form of some of the columns, in an office's own order and spelling, while its rows are written. */
    static final class Form<T> {
        private final OfficeTable table;
        private final List<Field<T>> fields;
        private int written;

        private Form(OfficeTable table, List<Field<T>> fields) {
            this.table = table;
            this.fields = fields;
        }

        /** The sheet around the rows. */
        OfficeTable table() {
            return table;
        }

        Form<T> rows(List<T> subjects) {
            for (T subject : subjects) {
                written++;
                table.add(fields.stream()
                        .map(field -> field.value().apply(subject, written))
                        .toArray(SampleEntry[]::new));
            }
            return this;
        }
    }

    private final Map<String, Field<T>> fields = new HashMap<>();

    FormColumns() {
        add(SampleColumn.ordinal(), (subject, number) -> SampleEntry.count(number));
    }

    FormColumns<T> text(String heading, int width, Function<T, String> value) {
        return add(SampleColumn.text(heading, width), (subject, number) -> SampleEntry.words(value.apply(subject)));
    }

    FormColumns<T> day(String heading, Function<T, Optional<LocalDate>> value) {
        return add(
                SampleColumn.figure(heading, Shape.DAY),
                (subject, number) -> value.apply(subject).map(SampleEntry::day).orElse(SampleEntry.blank()));
    }

    /** Money, which totals add up. */
    FormColumns<T> amount(String heading, Function<T, Optional<BigDecimal>> value) {
        return figure(SampleColumn.amount(heading), value);
    }

    /** A figure that no total adds up. */
    FormColumns<T> figure(String heading, Shape shape, Function<T, Optional<BigDecimal>> value) {
        return figure(SampleColumn.figure(heading, shape), value);
    }

    private FormColumns<T> figure(SampleColumn column, Function<T, Optional<BigDecimal>> value) {
        return add(
                column,
                (subject, number) ->
                        value.apply(subject).map(SampleEntry::amount).orElse(SampleEntry.blank()));
    }

    private FormColumns<T> add(SampleColumn column, BiFunction<T, Integer, SampleEntry> value) {
        fields.put(column.heading(), new Field<>(column, value));
        return this;
    }

    /**
     * Begins a sheet.
     *
     * @param title the merged title; empty: none
     * @param sender the line under it; empty: none
     * @param unit at the right of this line; empty: none
     * @param headings parted by bars, each with the breaks, blanks and brackets that the office writes
     */
    Form<T> form(OfficeBook book, String sheetName, String title, String sender, String unit, String headings) {
        List<Field<T>> chosen =
                Stream.of(headings.split("\\|", -1)).map(this::field).toList();
        OfficeTable table = new OfficeTable(
                book, sheetName, chosen.stream().map(Field::column).toList());
        if (!title.isEmpty()) {
            table.title(title);
        }
        if (!sender.isEmpty()) {
            table.line(sender, unit);
        }
        return new Form<>(table.headings(), chosen);
    }

    private Field<T> field(String heading) {
        String bare = NOT_BARE.matcher(heading).replaceAll("");
        Field<T> field = Optional.ofNullable(fields.get(bare)).orElseThrow(() -> new IllegalArgumentException(heading));
        return new Field<>(field.column().headed(heading), field.value());
    }
}
