package bankscore.contribution.book.sheets;

import bankscore.contribution.Names;
import bankscore.contribution.book.cells.Book;
import bankscore.contribution.book.cells.BookAddress;
import bankscore.contribution.quarter.Adjustment;
import bankscore.contribution.quarter.Holding;
import bankscore.contribution.quarter.Pool;
import bankscore.contribution.quarter.Quarter;
import bankscore.contribution.quarter.Risk;
import bankscore.contribution.say.LateSentence;
import bankscore.exact.Fraction;
import bankscore.facts.Figure;
import bankscore.facts.RecordSummary;
import bankscore.facts.Subject;
import bankscore.paper.workbook.Addresses;
import bankscore.paper.workbook.CellLook;
import bankscore.paper.workbook.Grid;
import bankscore.rule.Definition;
import bankscore.rule.Statistic;
import bankscore.sheet.Place;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.poi.ss.util.CellRangeAddress;

/** 基础数据: every figure that entered the calculation, one per row, with the cell it came from. */
public final class FiguresSheet {

    private static final Book.Part PART = Book.Part.FIGURES;

    private static final int VALUE = 4;

    private static final int FILE = 6;

    /** The formula that adds up all figures under an id, be it a column's or that of a column with its statistic. */
    static String sumOf(Book book, String id) {
        String sheet = "'" + book.sheet(PART).getSheetName() + "'!";
        return "SUMIFS(" + sheet + "$E:$E," + sheet + "$K:$K,\"" + id + "\")";
    }

    private final Book book;
    private final Quarter quarter;
    private final Grid grid;
    private final int ids;

    private FiguresSheet(Book book) {
        this.book = book;
        this.quarter = book.report().quarter();
        this.grid = book.grid(PART, 10, 18, 26, 16, 20, 8, 52, 24, 14);
        this.ids = grid.beside(28);
    }

    public static void fill(Book book) {
        new FiguresSheet(book).fill();
    }

    private void fill() {
        grid.titled(book.title(PART), book.text(PART, "units"));
        grid.header(book.texts(PART, "code", "bank", "name", "item", "value", "unit", "file", "sheetName", "cell"))
                .headerCell(ids, book.text(PART, "column"));
        int header = grid.row();
        for (String column : inOrder(quarter.facts().figures().keySet())) {
            for (Subject bank : quarter.roster().subjects()) {
                quarter.facts().figure(column, bank.code()).ifPresent(figure -> {
                    row(bank.code(), column, "", figure.value(), "", figure.place());
                    new LateSentence(book.words()).source(figure).ifPresent(this::late);
                    note(BookAddress.FIGURE, column, bank.code());
                });
            }
        }
        quarter.bids().funds().forEach(this::bids);
        for (Subject bank : quarter.roster().subjects()) {
            new TreeMap<>(bank.told()).forEach((column, told) -> {
                start(bank.code(), column, "", "", told.place());
                grid.text(VALUE, told.text(), CellLook.CENTERED);
            });
        }
        for (String column : inOrder(quarter.facts().records().keySet())) {
            for (Subject bank : quarter.roster().subjects()) {
                quarter.facts().records(column, bank.code()).forEach(this::records);
            }
        }
        for (Map.Entry<String, Figure> parameter : new TreeMap<>(quarter.facts().parameters()).entrySet()) {
            Figure figure = parameter.getValue();
            row("", Names.PARAMETERS, parameter.getKey(), figure.value(), "", figure.place());
            note(BookAddress.PUBLISHED, parameter.getKey(), "");
        }
        for (Pool pool : quarter.pools()) {
            row("", Names.POOLS, pool.fund(), pool.amount().wan(), "", pool.place());
            note(BookAddress.POOL, pool.fund(), "");
        }
        quarter.holdings().forEach(this::holding);
        quarter.risks().forEach(this::risk);
        quarter.adjustments().forEach(this::adjustment);
        // With the ids, or who sorts would part them from their figures.
        grid.sheet().setAutoFilter(new CellRangeAddress(header, grid.row(), 0, ids));
        grid.finish(2, false);
    }

    /** Says of the row that was written last, instead of a file, whose figure stands for one that was not sent. */
    private void late(String source) {
        grid.text(FILE, source, CellLook.TEXT).comment(VALUE, source);
    }

    /** What banks bid for a fund; the cells are those of its part of the book. */
    private void bids(String fund) {
        Map<String, Map<String, Figure>> bids = quarter.bids().of(fund);
        for (String column : inOrder(bids.keySet())) {
            for (Subject bank : quarter.roster().subjects()) {
                quarter.bids().figure(fund, column, bank.code()).ifPresent(figure -> {
                    row(bank.code(), column, fund, figure.value(), "", figure.place());
                    book.of(fund).addresses().note(BookAddress.FIGURE, column, bank.code(), grid.at(VALUE));
                });
            }
        }
    }

    private void records(RecordSummary records) {
        statistic(records, ".count", Fraction.of(records.rows()), BookAddress.RECORD_COUNT);
        if (records.empty() > 0) {
            statistic(records, ".empty", Fraction.of(records.empty()), BookAddress.RECORD_EMPTY);
        }
        statistic(records, ".sum", records.sum(), BookAddress.RECORD_SUM);
        extreme(records, Statistic.MAX, BookAddress.RECORD_MAX, records.max());
        extreme(records, Statistic.MIN, BookAddress.RECORD_MIN, records.min());
        long numbers = records.rows() - records.empty();
        if (numbers > 0) {
            Fraction mean = records.sum().dividedBy(Fraction.of(numbers));
            start(records.subject(), records.column(), records.choice(), ".mean", records.place());
            String sum = last(BookAddress.RECORD_SUM, records);
            String rows = last(BookAddress.RECORD_COUNT, records)
                    + (records.empty() > 0 ? "-" + last(BookAddress.RECORD_EMPTY, records) : "");
            String formula = "IF(" + rows + "=0,0,ROUND(" + sum + "/(" + rows + "),15))";
            grid.formula(VALUE, formula, Grid.decimal(mean), CellLook.MONEY);
        }
    }

    private void statistic(RecordSummary records, String statistic, Fraction value, BookAddress kind) {
        row(records.subject(), records.column(), records.choice(), value, statistic, records.place());
        note(kind, records.column(), records.subject());
    }

    /** The cell that was noted last. */
    private String last(BookAddress kind, RecordSummary records) {
        List<Addresses.Address> cells = book.addresses().all(kind, records.column(), records.subject());
        return cells.get(cells.size() - 1).local();
    }

    /** The largest or smallest number, where a measure asks for it. */
    private void extreme(RecordSummary records, Statistic statistic, BookAddress kind, Optional<Fraction> value) {
        boolean asked = book.assessment().scheme().measures().stream()
                .anyMatch(measure -> measure.of().filter(statistic::equals).isPresent()
                        && measure.formula().names().contains(records.column()));
        if (asked && value.isPresent()) {
            statistic(records, "." + statistic.word(), value.get(), kind);
        }
    }

    private void holding(Holding holding) {
        row(holding.bank(), Names.HOLDINGS, holding.fund(), holding.held().wan(), ".held", holding.place());
        note(BookAddress.HELD, holding.fund(), holding.bank());
        if (!holding.unmatured().isZero()) {
            Fraction unmatured = holding.unmatured().wan();
            row(holding.bank(), Names.HOLDINGS, holding.fund(), unmatured, ".unmatured", holding.place());
            note(BookAddress.UNMATURED, holding.fund(), holding.bank());
        }
        holding.due().ifPresent(due -> {
            start(holding.bank(), Names.HOLDINGS, holding.fund(), ".due", holding.place());
            grid.date(VALUE, due, CellLook.DATE);
        });
    }

    private void adjustment(Adjustment adjustment) {
        Fraction amount = adjustment.amount().wan();
        row(adjustment.bank(), Names.ADJUSTMENTS, adjustment.fund(), amount, "", adjustment.place());
        note(BookAddress.ADJUSTED, adjustment.fund(), adjustment.bank());
    }

    private void risk(Risk risk) {
        start(risk.bank(), Names.RISK, risk.kind(), "", risk.place());
        grid.text(VALUE, risk.disposal(), CellLook.CENTERED);
        note(BookAddress.RISK, "", risk.bank());
    }

    /** Says what the value of the row that was written last is. */
    private void note(BookAddress kind, String what, String bank) {
        book.addresses().note(kind, what, bank, grid.at(VALUE));
    }

    private void row(String bank, String column, String item, Fraction value, String statistic, Place place) {
        start(bank, column, item, statistic, place);
        boolean count = statistic.equals(".count") || statistic.equals(".empty");
        grid.number(VALUE, value, count ? CellLook.MONEY.decimals(0) : CellLook.MONEY);
    }

    /** All but the value. The statistic is part of the column's id, its word part of the column's name. */
    private void start(String bank, String column, String item, String statistic, Place place) {
        String name = book.column(column);
        String word = statistic.isEmpty() ? "" : book.text(PART, "statistic" + statistic);
        String unit = book.words()
                .find("book.column." + column + ".unit" + statistic)
                .or(() -> book.unit(column))
                .orElse("");
        grid.next()
                .text(0, bank, CellLook.CENTERED)
                .text(1, quarter.roster().subject(bank).map(Subject::label).orElse(""), CellLook.TEXT)
                .text(ids, column + statistic, CellLook.TEXT)
                .text(
                        2,
                        word.isEmpty() ? name : book.text(PART, "named", "name", name, "statistic", word),
                        CellLook.TEXT)
                .text(3, item, CellLook.TEXT)
                .text(5, unit, CellLook.CENTERED)
                .text(6, place.file(), CellLook.TEXT)
                .text(7, place.sheet(), CellLook.TEXT)
                .text(8, place.cell(), CellLook.CENTERED);
    }

    /** In the order in which the scheme uses them, then by id. */
    private List<String> inOrder(Collection<String> present) {
        Set<String> order = new LinkedHashSet<>();
        for (Definition definition : book.assessment().scheme().definitions().all()) {
            definition.computed().ifPresent(formula -> order.addAll(formula.names()));
        }
        order.addAll(new TreeSet<>(present));
        List<String> columns = new ArrayList<>(order);
        columns.retainAll(present);
        return columns;
    }
}
