package bankscore.subsidy.decide;

import bankscore.finding.Code;
import bankscore.finding.Finding;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Numbers of policies and accounts that granted lines leave empty (subsidy.md#references): nobody finds a repetition without
 * the one, nor pays without the other. Told once for a column of a sheet, at the first line.
 */
final class Blanks {

    private final Batch.Layout layout;
    private final Map<Column, Empty> columns = new LinkedHashMap<>();

    private record Column(int sheet, String column) {}

    private static final class Empty {
        private final Decision first;
        private long lines;

        Empty(Decision first) {
            this.first = first;
        }
    }

    Blanks(Batch.Layout layout) {
        this.layout = layout;
    }

    /**
     * Looks at a line that is granted something.
     *
     * @param reference the column by which the subsidy tells lines apart
     * @param pays whether somebody is paid for it
     */
    void look(Decision decision, String reference, boolean pays) {
        if (!decision.granted().isPositive()) {
            return;
        }
        Batch.Dataset dataset = layout.of(decision.line().claim().dataset());
        if (dataset.references().contains(reference)) {
            look(decision, reference);
        }
        if (pays && dataset.headings().containsKey(layout.account())) {
            look(decision, layout.account());
        }
    }

    private void look(Decision decision, String column) {
        if (decision.line().claim().text(column).isEmpty()) {
            columns.computeIfAbsent(new Column(decision.line().sheet(), column), key -> new Empty(decision)).lines++;
        }
    }

    void close(Told told) {
        columns.forEach((column, empty) ->
                told.add(told.of(Code.W405, column.sheet(), empty.first.line().claim(), column.column())
                        .with(Finding.VARIANT, empty.lines == 1 ? "empty" : "empties")
                        .with("count", empty.lines)));
    }
}
