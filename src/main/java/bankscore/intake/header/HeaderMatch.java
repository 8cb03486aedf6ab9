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

    /**
     * A cell that heads a column.
     *
     * @param shown the heading as findings show it, with that of the line above where both make it
     * @param exact whether the cell's own words are an accepted heading
     */
    record Hit(String column, Cell cell, String shown, Heading heading, boolean exact) {}

    /**
     * The match of a row, if it is one.
     *
     * @param texts the row's texts by column
     * @param over the texts of the line directly above it
     */
    static Optional<HeaderMatch> of(Dataset dataset, SheetRow row, Map<Integer, Cell> texts, Map<Integer, Cell> over) {
        Map<String, String> columns = headings(dataset);
        Map<String, List<Hit>> hits = new LinkedHashMap<>();
        List<String> others = new ArrayList<>();
        texts.forEach((index, cell) -> hit(columns, cell, Optional.ofNullable(over.get(index)))
                .ifPresentOrElse(
                        hit -> hits.computeIfAbsent(hit.column(), id -> new ArrayList<>())
                                .add(hit),
                        () -> others.add(Heading.inOneLine(text(cell)))));
        boolean all = !dataset.identifying().isEmpty()
                && dataset.identifying().stream().allMatch(column -> hits.containsKey(column.id()));
        return all ? Optional.of(new HeaderMatch(dataset, row, hits, others)) : Optional.empty();
    }

    /** What a cell says in words; empty if it holds no text. */
    static String text(Cell cell) {
        return cell.value() instanceof CellValue.Text text ? text.text() : "";
    }

    /** The columns' ids by all their accepted headings. */
    static Map<String, String> headings(Dataset dataset) {
        Map<String, String> columns = new HashMap<>();
        for (Derived derived : dataset.witnesses().derived()) {
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
    static Optional<Hit> hit(Map<String, String> columns, Cell cell, Optional<Cell> parent) {
        String written = Heading.inOneLine(text(cell));
        Heading heading = Heading.of(written);
        String exact = columns.getOrDefault(heading.whole(), columns.getOrDefault(heading.text(), ""));
        if (!exact.isEmpty()) {
            return Optional.of(new Hit(exact, cell, written, heading, true));
        }
        String over = parent.map(each -> Heading.inOneLine(text(each))).orElse("");
        for (String loose : new String[] {heading.core(), written + over, over + written}) {
            Heading both = Heading.of(loose);
            String id = columns.getOrDefault(both.text(), "");
            if (!id.isEmpty()) {
                boolean alone = loose.equals(heading.core());
                return Optional.of(new Hit(id, cell, alone ? written : over + written, alone ? heading : both, false));
            }
        }
        return Optional.empty();
    }

    /** How much tells for the dataset: the more identifying headings, the more; a register comes last. */
    int rank() {
        return isRegister() ? 0 : dataset.identifying().size();
    }

    boolean isRegister() {
        return dataset.rows() == Dataset.Rows.REGISTER;
    }

    /** The cells of which one heads the column: those whose own words are an accepted heading, if there are any. */
    List<Hit> best(Column column) {
        List<Hit> all = hits.getOrDefault(column.id(), List.of());
        List<Hit> exact = all.stream().filter(Hit::exact).toList();
        return exact.isEmpty() ? all : exact;
    }
}
