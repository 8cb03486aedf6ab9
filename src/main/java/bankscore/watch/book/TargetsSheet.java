package bankscore.watch.book;

import bankscore.exact.Fraction;
import bankscore.paper.workbook.CellLook;
import bankscore.paper.workbook.Charts;
import bankscore.paper.workbook.Grid;
import bankscore.rule.Reference;
import bankscore.watch.judge.TargetState;
import bankscore.watch.say.Figures;
import bankscore.watch.scheme.Target;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** 目标进度: each target with its value, the time-proportional path, the share of the way and its state; bars of all of them. */
final class TargetsSheet {

    private static final Book.Part PART = Book.Part.TARGETS;
    private static final int NAME = 1;
    private static final int VALUE = 3;
    private static final int GOAL = 4;
    private static final int DISTANCE = 5;
    private static final int SHARE = 6;
    private static final int PATH = 7;
    private static final int STATE = 8;
    private static final int CHART_ROWS = 10;

    /** More rows and the chart begin a second page. */
    private static final int MOST_ROWS = 8;

    private final Book book;
    private final Grid grid;
    private final int bars;

    private TargetsSheet(Book book) {
        this.book = book;
        this.grid = book.grid(PART, 6, 30, 8, 14, 14, 14, 12, 14, 14, 14, 16, 8);
        this.bars = grid.beside(14, 14);
    }

    static void fill(Book book) {
        new TargetsSheet(book).fill();
    }

    private void fill() {
        List<TargetState> all = book.report().judgement().targets();
        grid.titled(book.title(PART), "");
        grid.header(book.texts(
                        PART,
                        "number",
                        "name",
                        "unit",
                        "value",
                        "goal",
                        "distance",
                        "share",
                        "path",
                        "state",
                        "by",
                        "clause",
                        "mark"))
                .headerCells(bars, book.texts(PART, "bar.value", "bar.path"));
        grid.repeatsTitleOnly();
        int first = grid.row() + 1;
        all.forEach(state -> row(state, grid.row() - first + 2));
        int last = grid.row();
        grid.notes(List.of(book.text(PART, "note.path"), book.text(PART, "note.share")));
        if (all.size() > MOST_ROWS) {
            grid.chart(Grid.ROWS_OF_A_PAGE);
        } else {
            grid.chartHere(CHART_ROWS);
        }
        int rows = all.size() > MOST_ROWS ? Grid.ROWS_OF_A_PAGE : CHART_ROWS;
        Charts.bars(
                book.drawing(grid.sheet()),
                new Charts.Area(0, grid.row() - rows + 1, grid.columns(), grid.row() + 1),
                book.text(PART, "chart"),
                new Charts.Bars(
                        grid.sheet(),
                        first,
                        last,
                        NAME,
                        List.of(
                                new Charts.Series(book.text(PART, "bar.value"), bars, Charts.Fill.GREY),
                                new Charts.Series(book.text(PART, "bar.path"), bars + 1, Charts.Fill.WHITE))),
                // Where there is no path there is no bar, and no zero beside it.
                "0.0;-0.0;");
        grid.signature();
        grid.counted().finish(2, false);
    }

    private void row(TargetState state, int number) {
        Target target = state.target();
        grid.next()
                .number(0, number, CellLook.SEQUENCE)
                .text(NAME, target.name(), CellLook.TEXT)
                .text(2, target.unit(), CellLook.CENTERED)
                .link(
                        book.addresses().find(BookAddress.PUBLISHED, target.published(), ""),
                        VALUE,
                        state.value(),
                        CellLook.MONEY);
        goal(state);
        String value = grid.at(VALUE).local();
        String goal = grid.at(GOAL).local();
        boolean both = state.value().isPresent() && state.goal().isPresent();
        formula(DISTANCE, both, "ROUND(" + goal + "-" + value + ",10)", state.distance(), CellLook.MONEY);
        path(state);
        share(state, both, value, goal);
        grid.formula(STATE, state(state), Figures.state(state, book.words()), CellLook.CENTERED)
                .text(
                        STATE + 1,
                        target.by()
                                .map(book.words()::date)
                                .map(day -> state.passed() ? book.text(PART, "passed", "day", day) : day)
                                .orElseGet(
                                        () -> book.words().text(target.yearly() ? "book.targets.yearly" : "book.none")),
                        CellLook.CENTERED)
                .text(STATE + 2, book.report().rule().source().cited(target.clause()), CellLook.CENTERED)
                .text(STATE + 3, book.mark(target.mark()), CellLook.CENTERED);
        bar(bars, both, value, goal, state.value(), state.goal());
        bar(bars + 1, state.path().isPresent() && both, grid.at(PATH).local(), goal, state.path(), state.goal());
    }

    private void goal(TargetState state) {
        Target target = state.target();
        Reference goal = target.goal();
        String path = target.path() + (target.strictly() ? ".above" : ".at_least");
        if (goal.number().isPresent()) {
            grid.link(book.addresses().find(BookAddress.PARAMETER, path, ""), GOAL, state.goal(), CellLook.MONEY);
        } else {
            grid.link(
                    book.addresses().find(BookAddress.BENCHMARK, goal.named().orElse(""), ""),
                    GOAL,
                    state.goal(),
                    CellLook.MONEY);
        }
    }

    /** Evenly by days from the start to the last day; behind it, and of a year, alike. */
    private void path(TargetState state) {
        Target target = state.target();
        Optional<String> formula = target.yearly()
                ? Optional.of(along("0", span(book.report().period().firstDayOfYear(), yearEnd())))
                : target.from()
                        .flatMap(from -> target.by()
                                .map(day -> along(
                                        book.parameter(target.path() + ".from.value", from.value()),
                                        span(from.day(), day))));
        formula(
                PATH,
                state.path().isPresent() && formula.isPresent(),
                formula.orElse(""),
                state.path(),
                CellLook.POINTS);
    }

    private LocalDate yearEnd() {
        return LocalDate.of(book.report().period().year(), 12, 31);
    }

    /** The part of the time that has passed, at most all of it. */
    private String span(LocalDate from, LocalDate to) {
        String all = "(" + day(to) + "-" + day(from) + ")";
        return "MIN(1,MAX(0," + day(book.report().period().end()) + "-" + day(from) + ")/" + all + ")";
    }

    private String along(String start, String part) {
        String goal = grid.at(GOAL).local();
        return "ROUND(ROUND(" + start + "+(" + goal + "-" + start + ")*" + part + ",10),2)";
    }

    private static String day(LocalDate day) {
        return "DATE(" + day.getYear() + "," + day.getMonthValue() + "," + day.getDayOfMonth() + ")";
    }

    private void share(TargetState state, boolean both, String value, String goal) {
        String start = state.target()
                .from()
                .map(from -> book.parameter(state.target().path() + ".from.value", from.value()))
                .orElse("0");
        formula(
                SHARE,
                both && state.share().isPresent(),
                "(" + value + "-" + start + ")/(" + goal + "-" + start + ")",
                state.share(),
                CellLook.POINTS.shown("0.0%"));
    }

    private String state(TargetState state) {
        String value = grid.at(VALUE).local();
        String goal = grid.at(GOAL).local();
        String path = grid.at(PATH).local();
        String reached = value + (state.target().strictly() ? ">" : ">=") + goal;
        String behind = quoted(TargetState.State.BEHIND);
        String late = "IF(ISNUMBER(" + path + "),IF(" + value + ">=" + path + "," + quoted(TargetState.State.ON_TIME)
                + "," + behind + ")," + behind + ")";
        String reachable = "IF(ISNUMBER(" + goal + "),IF(" + reached + "," + quoted(TargetState.State.REACHED) + ","
                + late + ")," + behind + ")";
        return "IF(ISNUMBER(" + value + ")," + reachable + "," + quoted(TargetState.State.NOT_REPORTED) + ")";
    }

    private String quoted(TargetState.State state) {
        return "\"" + book.words().text("target." + state.name()) + "\"";
    }

    /** A bar as a percentage of the goal: targets of every unit on one scale. */
    private void bar(
            int column, boolean there, String of, String goal, Optional<Fraction> value, Optional<Fraction> whole) {
        if (!there || whole.orElse(Fraction.ZERO).isZero()) {
            grid.blank(column, CellLook.POINTS);
            return;
        }
        grid.formula(
                column,
                "ROUND(" + of + "/" + goal + "*100,10)",
                value.map(own -> own.dividedBy(whole.orElseThrow()).times(Fraction.HUNDRED)),
                CellLook.POINTS);
    }

    private void formula(int column, boolean live, String formula, Optional<Fraction> value, CellLook look) {
        if (live) {
            grid.formula(column, formula, value, look);
        } else {
            grid.number(column, value, look);
        }
    }
}
