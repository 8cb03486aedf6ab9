package bankscore.intake.header;

import bankscore.intake.Column;
import bankscore.intake.Dataset;
import bankscore.intake.Derived;
import bankscore.intake.text.Heading;
import bankscore.sheet.Cell;
import bankscore.sheet.CellValue;
import bankscore.sheet.PlainText;
import bankscore.sheet.SheetRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A row that holds all identifying headings of a dataset.
 *
 * @param hits the cells that head each column, by the column's id
 * @param others what else stands in the row
 */
record HeaderMatch(Dataset dataset, SheetRow row, Map<String, List<Hit>> hits, List<String> others) {

    /** A longer text above a header is prose. */
    private static final int LONGEST = 1000;

    /**
     * A cell that heads a column.
     *
     * @param shown the heading as findings show it, with that of the line above where both make it
     * @param exact whether the cell's own words are an accepted heading
     */
    record Hit(String column, Cell cell, String shown, Heading heading, boolean exact) {}

    /**
     * What the text of a cell may head, by itself or together with the cell above it.
     *
     * @param written as the sender wrote it, in one line
     * @param both the same behind the text of the cell above it
     * @param core the text by itself without what makes no other figure of it
     * @param together what it makes with the cell above it
     */
    record Said(Cell cell, String written, String both, Heading heading, Heading core, List<Heading> together) {

        static Said of(Cell cell, Optional<Cell> parent) {
            String written = Heading.inOneLine(HeaderMatch.text(cell));
            Heading heading = Heading.of(written);
            String over = parent.map(each -> Heading.inOneLine(HeaderMatch.text(each)))
                    .orElse("");
            List<Heading> together =
                    over.isEmpty() ? List.of() : List.of(Heading.of(written + over), Heading.of(over + written));
            return new Said(cell, written, over + written, heading, Heading.of(heading.core()), together);
        }

        /** Whether a text may be a heading, or a part of one. */
        static boolean isShort(Cell cell) {
            return HeaderMatch.text(cell).length() <= Heading.LONGEST;
        }

        /** The texts of a row, each with the one directly above it. */
        static List<Said> all(Map<Integer, Cell> texts, Map<Integer, Cell> over) {
            List<Said> all = new ArrayList<>();
            texts.forEach((index, cell) -> {
                if (isShort(cell)) {
                    all.add(of(cell, Optional.ofNullable(over.get(index)).filter(Said::isShort)));
                }
            });
            return all;
        }
    }

    /**
     * The match of a row, if it is one.
     *
     * @param texts the row's texts by column
     * @param over the texts of the line directly above it
     */
    static Optional<HeaderMatch> of(Dataset dataset, SheetRow row, Map<Integer, Cell> texts, Map<Integer, Cell> over) {
        return of(dataset, headings(dataset), row, Said.all(texts, over));
    }

    /** The same where the dataset's {@link #headings} and what the row says are known. */
    static Optional<HeaderMatch> of(Dataset dataset, Map<String, String> columns, SheetRow row, List<Said> texts) {
        Map<String, List<Hit>> hits = new LinkedHashMap<>();
        List<String> others = new ArrayList<>();
        for (Said said : texts) {
            hit(columns, said)
                    .ifPresentOrElse(
                            hit -> hits.computeIfAbsent(hit.column(), id -> new ArrayList<>())
                                    .add(hit),
                            () -> others.add(said.written()));
        }
        boolean all = !dataset.identifying().isEmpty()
                && dataset.identifying().stream().allMatch(column -> hits.containsKey(column.id()));
        return all ? Optional.of(new HeaderMatch(dataset, row, hits, others)) : Optional.empty();
    }

    /** What a cell says in words; empty if it holds no text, or one so long that it states nothing. */
    static String text(Cell cell) {
        return cell.value() instanceof CellValue.Text text && text.text().length() <= LONGEST ? text.text() : "";
    }

    /** The columns' ids by all their accepted headings. */
    static Map<String, String> headings(Dataset dataset) {
        Map<String, String> columns = new HashMap<>();
        for (Derived derived : dataset.checks().witnesses().derived()) {
            for (String heading : derived.column().headings()) {
                columns.put(PlainText.of(heading), derived.column().id());
            }
        }
        for (Column column : dataset.columns()) {
            for (String heading : column.headings()) {
                columns.put(PlainText.of(heading), column.id());
            }
        }
        return columns;
    }

    /** The column that a cell heads, by itself or together with the cell above it. */
    static Optional<Hit> hit(Map<String, String> columns, Said said) {
        Heading heading = said.heading();
        String exact = columns.getOrDefault(heading.whole(), columns.getOrDefault(heading.text(), ""));
        if (!exact.isEmpty()) {
            return Optional.of(new Hit(exact, said.cell(), said.written(), heading, true));
        }
        String core = columns.getOrDefault(said.core().text(), "");
        if (!core.isEmpty()) {
            return Optional.of(new Hit(core, said.cell(), said.written(), heading, false));
        }
        return said.together().stream()
                .filter(both -> columns.containsKey(both.text()))
                .map(both -> new Hit(columns.getOrDefault(both.text(), ""), said.cell(), said.both(), both, false))
                .findFirst();
    }

    /** How much tells for the dataset: the more identifying headings, the more; a register comes last. */
    int rank() {
        int identifying = dataset.identifying().size();
        return isRegister() ? identifying - LONGEST : identifying;
    }

    /** Of two kinds of claims with as many identifying headings the one with more headings altogether is meant. */
    int further() {
        return dataset.rows() == Dataset.Rows.CLAIM ? hits.size() : 0;
    }

    boolean isRegister() {
        return dataset.isRegister();
    }

    /** The cells of which one heads the column: those whose own words are an accepted heading, if there are any. */
    List<Hit> best(Column column) {
        List<Hit> all = hits.getOrDefault(column.id(), List.of());
        List<Hit> exact = all.stream().filter(Hit::exact).toList();
        return exact.isEmpty() ? all : exact;
    }
}
