package bankscore.facts.register;

import bankscore.facts.Subject;
import bankscore.sheet.Place;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/**
 * A register of parties: enterprises, insurers, counties, households. One party may have several rows, each valid for its
 * own time.
 */
public final class PartyRegister {

    private final String dataset;
    private final Register names;
    private final IntFunction<List<Row>> rows;

    /** @param rows of a party, by its place in the register, in their order */
    PartyRegister(String dataset, Register names, IntFunction<List<Row>> rows) {
        this.dataset = dataset;
        this.names = names;
        this.rows = rows;
    }

    /**
     * A register of few parties.
     *
     * @param dataset the id of the dataset, by which conditions name it
     * @param names who is in it, by code, name, short name and alias
     * @param rows what its rows tell of each party, by code, in their order
     */
    public PartyRegister(String dataset, Register names, Map<String, List<Row>> rows) {
        this(
                dataset,
                names,
                names.subjects().stream()
                        .map(subject -> List.copyOf(rows.getOrDefault(subject.code(), List.of())))
                        .toList()::get);
    }

    /** One without anybody. */
    public static PartyRegister empty(String dataset) {
        return new PartyRegister(dataset, new Register(List.of()), Map.of());
    }

    /**
     * The register of subjects as one of parties: its rows are always valid, and tell of what kind each is.
     *
     * @param kind the id of the column that says it; absent: none does
     */
    public static PartyRegister of(String dataset, Register subjects, Optional<String> kind) {
        return of(dataset, subjects, kind, Map.of());
    }

    /**
     * The same where its rows tell more.
     *
     * @param told what further columns say, by code, then by the id of the column
     */
    public static PartyRegister of(
            String dataset, Register subjects, Optional<String> kind, Map<String, Map<String, String>> told) {
        return new PartyRegister(
                dataset,
                subjects,
                subjects.subjects().stream()
                        .collect(Collectors.toMap(
                                Subject::code,
                                subject -> List.of(new Row(
                                        Place.NONE,
                                        Optional.empty(),
                                        Optional.empty(),
                                        texts(kind, subject, told.getOrDefault(subject.code(), Map.of())))))));
    }

    private static Map<String, String> texts(Optional<String> kind, Subject subject, Map<String, String> told) {
        Map<String, String> texts = new HashMap<>(told);
        kind.ifPresent(column -> texts.put(column, subject.kind()));
        return texts;
    }

    /** Whether a row tells more than of what kind its party is. */
    public boolean tellsMore() {
        return names.subjects().stream()
                .flatMap(subject -> rows(subject.code()).stream())
                .anyMatch(row -> row.texts().size() > 1);
    }

    /** The same rows, of subjects that are known better elsewhere. */
    public PartyRegister of(Register subjects) {
        return new PartyRegister(
                dataset, subjects, place -> rows(subjects.subjects().get(place).code()));
    }

    /** The id of the dataset, by which conditions name it. */
    public String dataset() {
        return dataset;
    }

    /** Who is in it, by code, name, short name and alias. */
    public Register names() {
        return names;
    }

    /** Gives everybody in it with what its rows tell, all in their order. */
    public void each(BiConsumer<Subject, List<Row>> to) {
        List<Subject> all = names.subjects();
        for (int place = 0; place < all.size(); place++) {
            to.accept(all.get(place), rows.apply(place));
        }
    }

    /** What its rows tell of a party, in their order; nothing of somebody it does not know. */
    public List<Row> rows(String code) {
        int place = names.place(code);
        return place < 0 ? List.of() : rows.apply(place);
    }

    /**
     * A row.
     *
     * @param place the cell of the code
     * @param from the first day it is valid; absent: from ever
     * @param to the last day it is valid; absent: for ever
     * @param texts what its further columns say, by column id
     */
    public record Row(Place place, Optional<LocalDate> from, Optional<LocalDate> to, Map<String, String> texts) {

        public Row {
            texts = Map.copyOf(texts);
        }

        /** Whether it is valid on a day; both ends are. */
        public boolean isValid(LocalDate day) {
            return from.map(first -> !day.isBefore(first)).orElse(true)
                    && to.map(last -> !day.isAfter(last)).orElse(true);
        }
    }

    /** Whether a party has a row that is valid on a day. */
    public boolean isValid(String code, LocalDate day) {
        return rows(code).stream().anyMatch(row -> row.isValid(day));
    }

    /** The row of a party that is valid on a day, else its last one; absent of somebody it does not know. */
    public Optional<Row> row(String code, LocalDate day) {
        List<Row> own = rows(code);
        return own.stream()
                .filter(row -> row.isValid(day))
                .findFirst()
                .or(() -> own.isEmpty() ? Optional.empty() : Optional.of(own.get(own.size() - 1)));
    }

    /** What a column tells of a party on a day; empty where nothing does. */
    public Optional<String> text(String code, String column, LocalDate day) {
        return row(code, day).map(row -> row.texts().get(column));
    }
}
