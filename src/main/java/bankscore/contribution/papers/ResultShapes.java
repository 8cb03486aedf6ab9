package bankscore.contribution.papers;

import static bankscore.load.schema.WrittenShapes.ANY_TEXT;
import static bankscore.load.schema.WrittenShapes.DAY;
import static bankscore.load.schema.WrittenShapes.MONEY;
import static bankscore.load.schema.WrittenShapes.NUMBER;
import static bankscore.load.schema.WrittenShapes.POINTS;
import static bankscore.load.schema.WrittenShapes.SHARE;
import static bankscore.load.schema.WrittenShapes.SOME_TEXT;
import static bankscore.load.schema.WrittenShapes.TRUTH;
import static bankscore.load.schema.WrittenShapes.orNull;

import bankscore.contribution.execution.State;
import bankscore.contribution.place.PlanRow;
import bankscore.finding.Words;
import bankscore.intake.Unit;
import bankscore.load.schema.Fields;
import bankscore.load.schema.SchemaFile;
import bankscore.load.schema.Shape;
import bankscore.load.schema.WrittenShapes;
import bankscore.paper.json.ApprovalsJson;
import bankscore.rule.Mark;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The form of {@code result.json} for programs that read it: what {@link ResultTree} writes and nothing else. */
public final class ResultShapes {

    private static final Shape PERCENT =
            Shape.said(Map.of("type", "string", "pattern", "^-?(0|[1-9][0-9]*)([.][0-9]{1,6})?$"));

    private static final Shape UNIT = Shape.words(List.of(Unit.WAN.text()));

    private final Words words;

    private ResultShapes(Words words) {
        this.words = words;
    }

    /** The schema of results. */
    public static SchemaFile of(Words words) {
        ResultShapes shapes = new ResultShapes(words);
        Fields result = WrittenShapes.head(words, "result", "annual", "interim")
                .has(WrittenShapes.benchmarks(words), "benchmarks")
                .has(Shape.list(shapes.bank()), "banks")
                .has(
                        Shape.list(new Fields(words, "excluded")
                                .has(SOME_TEXT, "code", "name", "reason")
                                .shape()),
                        "excluded")
                .has(orNull(shapes.allocation()), "allocation")
                .may(shapes.execution(), ExecutionTree.KEY)
                .may(Shape.filled(shapes.late()), ResultTree.LATE);
        return WrittenShapes.file("result-contribution", WrittenShapes.tail(result, words));
    }

    /** A bank has total, rank and share of its own, or those of each fund that it bids for. */
    private Shape bank() {
        Shape bank = new Fields(words, "bank")
                .has(SOME_TEXT, "code", "name")
                .has(orNull(NUMBER), "rank")
                .has(orNull(POINTS), "total")
                .has(orNull(SHARE), "share")
                .has(orNull(PERCENT), "sharePercent")
                .may(Shape.map(orNull(SOME_TEXT)), "groups")
                .has(WrittenShapes.measures(), "measures")
                .has(Shape.list(item()), "items")
                .may(Shape.list(fundOfBank()), "funds")
                .shape();
        List<String> whole = List.of("rank", "total", "share", "sharePercent");
        Map<String, Object> none = Shape.ordered();
        whole.forEach(key -> none.put(key, Map.of("type", "null")));
        Map<String, Object> each = Shape.ordered();
        whole.forEach(key -> each.put(key, Map.of("not", Map.of("type", "null"))));
        return Shape.more(
                Shape.more(
                        Shape.more(bank, "if", Map.of("required", List.of("funds"))),
                        "then",
                        Map.of("properties", none)),
                "else",
                Map.of("properties", each));
    }

    private Shape late() {
        return new Fields(words, "late")
                .has(SOME_TEXT, "bank", "column", "value")
                .has(WrittenShapes.PERIOD, "period")
                .has(NUMBER, "revision")
                .has(WrittenShapes.CODE, "code")
                .shape();
    }

    private Shape fundOfBank() {
        return new Fields(words, "fund_of_bank")
                .has(SOME_TEXT, "fund")
                .has(POINTS, "total")
                .has(NUMBER, "rank")
                .has(SHARE, "share")
                .has(PERCENT, "sharePercent")
                .has(Shape.list(item()), "items")
                .has(WrittenShapes.measures(), "measures")
                .shape();
    }

    private Shape item() {
        return new Fields(words, "item")
                .has(SOME_TEXT, "id")
                .has(POINTS, "points")
                .has(SOME_TEXT, "explanation", "clause")
                .has(Shape.words(Arrays.stream(Mark.values()).map(Mark::word).toList()), "mark")
                .shape();
    }

    private Shape allocation() {
        return new Fields(words, "allocation")
                .has(UNIT, "unit")
                .has(TRUTH, "indicative")
                .has(Shape.list(fund()), "funds")
                .shape();
    }

    private Shape fund() {
        Shape row = new Fields(words, "plan_row")
                .has(SOME_TEXT, "code")
                .has(MONEY, "current", "target", "change", "now", "atMaturity")
                .may(MONEY, "adjustment")
                .has(WrittenShapes.printed(words, "note.", PlanRow.Note.values()), "note")
                .shape();
        Shape transfer = new Fields(words, "transfer")
                .has(SOME_TEXT, "from", "to")
                .has(MONEY, "amount")
                .has(Shape.words(List.of("now", "at_maturity")), "when")
                .has(orNull(DAY), "date")
                .shape();
        return new Fields(words, "fund")
                .has(SOME_TEXT, "fund")
                .has(MONEY, "pool", "unplaced")
                .may(Shape.said(Map.of("const", false)), ResultTree.MOVES)
                .may(
                        Shape.list(new Fields(words, "group")
                                .has(SOME_TEXT, "group")
                                .has(MONEY, "sum")
                                .shape()),
                        "groups")
                .has(
                        Shape.list(new Fields(words, "outside")
                                .has(SOME_TEXT, "code")
                                .has(MONEY, "current")
                                .shape()),
                        "outside")
                .has(Shape.list(row), "rows")
                .may(
                        Shape.list(new Fields(words, "adjustment")
                                .has(SOME_TEXT, "code")
                                .has(MONEY, "amount")
                                .has(ANY_TEXT, "reason", "approver")
                                .shape()),
                        "adjustments")
                .has(Shape.list(transfer), "transfers")
                .shape();
    }

    private Shape execution() {
        Shape progress = new Fields(words, "progress")
                .has(MONEY, "planned", "due", "moved", "movedOfDue")
                .shape();
        return new Fields(words, "execution")
                .has(DAY, "asOf")
                .has(UNIT, "unit")
                .has(WrittenShapes.approvals(words), ApprovalsJson.KEY)
                .has(
                        Shape.list(new Fields(words, "open_withdrawal")
                                .has(SOME_TEXT, "fund", "code")
                                .has(MONEY, "held")
                                .shape()),
                        "withdrawals")
                .has(progress, "out", "in")
                .has(Shape.list(executedFund()), "funds")
                .has(Shape.list(SOME_TEXT), "unseen")
                .has(
                        Shape.list(new Fields(words, "added")
                                .has(SOME_TEXT, "fund")
                                .has(MONEY, "held")
                                .shape()),
                        "added")
                .shape();
    }

    private Shape executedFund() {
        Shape state = WrittenShapes.printed(words, "state.", State.values());
        Shape cells = Shape.list(WrittenShapes.place(words));
        Shape row = new Fields(words, "executed_row")
                .has(SOME_TEXT, "code", "name")
                .may(Shape.filled(SOME_TEXT), "formerly")
                .has(MONEY, "before", "target", "due", "dueHolding", "held")
                .has(MONEY, "deviation", "carried", "other", "open", "overdue")
                .has(state, "state")
                .has(TRUTH, "withdrawn", "against", "registered")
                .has(cells, "cells")
                .shape();
        Shape other = new Fields(words, "executed_other")
                .has(SOME_TEXT, "code", "name")
                .has(MONEY, "held")
                .has(TRUTH, "outside")
                .has(cells, "cells")
                .shape();
        Shape transfer = new Fields(words, "executed_transfer")
                .has(SOME_TEXT, "from", "to")
                .has(MONEY, "amount")
                .has(orNull(DAY), "due")
                .has(orNull(MONEY), "least", "most")
                .has(state, "state")
                .shape();
        return new Fields(words, "executed_fund")
                .has(SOME_TEXT, "fund")
                .has(Shape.list(row), "rows")
                .has(Shape.list(other), "others")
                .has(Shape.list(transfer), "transfers")
                .shape();
    }
}
