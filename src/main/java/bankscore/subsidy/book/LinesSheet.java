package bankscore.subsidy.book;

import bankscore.exact.Fraction;
import bankscore.exact.Money;
import bankscore.paper.workbook.Addresses;
import bankscore.paper.workbook.CellLook;
import bankscore.paper.workbook.Grid;
import bankscore.paper.workbook.LiveFormula;
import bankscore.rule.Table;
import bankscore.subsidy.decide.Decision;
import bankscore.subsidy.decide.Decision.CapUse;
import bankscore.subsidy.decide.Decision.Sums;
import bankscore.subsidy.say.CapSentence;
import bankscore.subsidy.say.Report;
import bankscore.subsidy.scheme.Bearing;
import bankscore.subsidy.scheme.Subsidy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * 审核明细: each line of claims with its figures, and from them live formulas for base, rate, amount, what caps leave, what is
 * granted and who bears it. A subsidy is a block, its lines in decided order. What no common formula expresses is a value with
 * a note.
 */
final class LinesSheet {

    private static final Book.Part PART = Book.Part.LINES;

    /** Amounts of a hundred million have as many decimals in a double. */
    private static final int GUARD = 8;

    private static final CellLook AMOUNT = Book.AMOUNT;
    private static final CellLook FIGURE = CellLook.MONEY;
    private static final CellLook PERCENT = CellLook.MONEY.shown("0.00##%");

    private final Book book;
    private final Report report;
    private final LineLayout at;
    private final Grid grid;
    private final int levels;
    private final CapSentence sentence;
    private final List<Decision> lines;

    private LinesSheet(Book book) {
        this.book = book;
        this.report = book.report();
        this.at = LineLayout.of(report);
        this.grid = book.grid(PART, at.widths());
        this.levels = grid.beside(at.beside());
        this.sentence = new CapSentence(report.names(), book.words());
        this.lines = book.lines();
    }

    static void fill(Book book) {
        new LinesSheet(book).fill();
    }

    private int payable() {
        return levels + at.levels();
    }

    private void fill() {
        grid.titled(book.title(PART), book.text(PART, "units")).headerEnds();
        grid.note(book.text(PART, "note"));
        for (Subsidy subsidy : report.scheme().subsidies()) {
            List<Integer> own = new ArrayList<>();
            for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i).subsidy().equals(subsidy.id())) {
                    own.add(i);
                }
            }
            if (!own.isEmpty()) {
                block(subsidy, own);
            }
        }
        grid.finish(2, false);
    }

    private void block(Subsidy subsidy, List<Integer> own) {
        grid.next()
                .across(
                        0,
                        grid.columns() - 1,
                        book.text(
                                PART,
                                "banner",
                                "name",
                                subsidy.name(),
                                "clause",
                                book.report().clause(subsidy.clause(), book.words()),
                                "count",
                                own.size()),
                        CellLook.BANNER);
        heads(subsidy);
        int first = grid.row() + 1;
        Map<String, Link> chain = new HashMap<>();
        for (int number : own) {
            new Row(subsidy, lines.get(number), chain).write(number + 1);
        }
        sum(subsidy, first, grid.row());
    }

    private void heads(Subsidy subsidy) {
        grid.next();
        for (int column = 0; column < grid.columns(); column++) {
            grid.blank(column, CellLook.HEADER);
        }
        grid.headerCells(0, book.texts(PART, "number", "claimant", "reference", "day"));
        List<String> figures = LineLayout.figures(report, subsidy);
        for (int i = 0; i < figures.size(); i++) {
            grid.headerCell(LineLayout.FIGURES + i, report.column(subsidy, figures.get(i)));
        }
        grid.headerCells(at.base(), book.texts(PART, "base", "rate", "amount"));
        for (int i = 0; i < subsidy.amount().caps().size(); i++) {
            grid.headerCell(at.firstCap() + i, sentence.heading(subsidy, i));
        }
        grid.headerCells(at.granted(), book.texts(PART, "granted", "off", "result", "reason"));
        List<String> bearers = report.levels(subsidy);
        for (int i = 0; i < at.levels(); i++) {
            grid.headerCell(levels + i, i < bearers.size() ? bearers.get(i) : "");
        }
        grid.headerCells(
                payable(), book.texts(PART, "payable", "payee", "account", "clause", "file", "sheet.name", "cells"));
    }

    /** The sum of a block, over its lines. */
    private void sum(Subsidy subsidy, int first, int last) {
        grid.next().blanks(0, grid.columns() - 1, CellLook.TEXT.strong());
        grid.text(LineLayout.CLAIMANT, book.text(PART, "subtotal"), CellLook.TEXT.strong());
        List<Decision> own = lines.stream()
                .filter(line -> line.subsidy().equals(subsidy.id()))
                .toList();
        total(
                at.amount(),
                first,
                last,
                own.stream().map(line -> line.amount().orElse(Money.ZERO)).toList());
        total(at.granted(), first, last, own.stream().map(Decision::granted).toList());
        total(at.off(), first, last, own.stream().map(LinesSheet::off).toList());
        List<String> bearers = report.levels(subsidy);
        for (int i = 0; i < bearers.size(); i++) {
            String level = bearers.get(i);
            total(
                    levels + i,
                    first,
                    last,
                    own.stream()
                            .map(line -> line.levels().getOrDefault(level, Money.ZERO))
                            .toList());
        }
        total(payable(), first, last, own.stream().map(report::payable).toList());
    }

    private void total(int column, int first, int last, List<Money> values) {
        grid.formula(
                column,
                "SUM(" + Addresses.column(column, first, last) + ")",
                Book.yuan(Money.sum(values)),
                AMOUNT.strong());
    }

    /** What was taken off a line that was cut. */
    static Money off(Decision line) {
        return line.outcome().kind() == Decision.Outcome.Kind.CUT
                ? line.amount().orElse(Money.ZERO).minus(line.granted())
                : Money.ZERO;
    }

    /** The cells of the line that used a cap before, and what it left to others. */
    private record Link(String left, String granted, Money rest) {}

    /** One line. */
    private final class Row {

        private final Subsidy subsidy;
        private final Decision line;
        private final Map<String, Link> chain;
        private final Map<String, Addresses.Address> figures = new HashMap<>();

        Row(Subsidy subsidy, Decision line, Map<String, Link> chain) {
            this.subsidy = subsidy;
            this.line = line;
            this.chain = chain;
        }

        void write(int number) {
            grid.next()
                    .blanks(0, grid.columns() - 1, CellLook.TEXT)
                    .number(LineLayout.NUMBER, number, CellLook.SEQUENCE)
                    .text(LineLayout.CLAIMANT, line.claimant().name(), CellLook.TEXT)
                    .text(LineLayout.REFERENCE, line.line().reference(), CellLook.TEXT)
                    .date(LineLayout.DAY, line.day(), CellLook.DATE);
            note(BookAddress.CLAIM, LineLayout.CLAIMANT);
            figures();
            line.sums().ifPresent(this::sums);
            if (line.sums().isEmpty()) {
                grid.number(at.granted(), Book.yuan(Money.ZERO), AMOUNT);
            }
            note(BookAddress.AMOUNT, at.amount());
            note(BookAddress.GRANTED, at.granted());
            note(BookAddress.OFF, at.off());
            note(BookAddress.RESULT, at.result());
            grid.text(
                            at.result(),
                            book.words().text("result." + line.outcome().kind().name()),
                            CellLook.CENTERED)
                    .text(at.reason(), line.outcome().reason(), CellLook.TEXT)
                    .text(payable() + 1, line.payee().name(), CellLook.TEXT)
                    .text(payable() + 2, line.payee().account(), CellLook.TEXT)
                    .text(payable() + 3, line.outcome().clause(), CellLook.CENTERED)
                    .text(payable() + 4, line.line().at().file(), CellLook.TEXT)
                    .text(payable() + 5, line.line().at().sheet(), CellLook.TEXT)
                    .text(payable() + 6, cells(), CellLook.TEXT);
        }

        private void note(BookAddress kind, int column) {
            book.addresses().note(kind, subsidy.id(), "", grid.at(column));
        }

        /** The figures as the sender's cells have them. */
        private void figures() {
            List<String> columns = LineLayout.figures(report, subsidy);
            figures.put(subsidy.claims().day(), grid.at(LineLayout.DAY));
            for (int i = 0; i < columns.size(); i++) {
                String column = columns.get(i);
                int to = LineLayout.FIGURES + i;
                line.line().claim().amount(column).ifPresent(value -> grid.number(to, value, FIGURE));
                line.line().claim().day(column).ifPresent(day -> grid.date(to, day, CellLook.DATE));
                figures.put(column, grid.at(to));
            }
        }

        /** The cells of the sender's sheet that the figures stand in; of a line without figures the one that names it. */
        private String cells() {
            String cells = LineLayout.figures(report, subsidy).stream()
                    .flatMap(column -> line.line().claim().at(column).stream())
                    .map(ref -> ref.a1())
                    .collect(Collectors.joining(book.words().text("letter.join")));
            return cells.isEmpty() ? line.line().at().cell() : cells;
        }

        private void sums(Sums sums) {
            value(at.base(), subsidy.amount().base().read(new ClaimFormula(book, line, figures)), sums.base(), FIGURE);
            value(at.rate(), rate(), sums.rate(), PERCENT);
            money(at.amount(), Optional.of(rounded(local(at.base()) + "*" + local(at.rate()))), sums.amount());
            for (CapUse use : sums.caps()) {
                cap(use);
            }
            money(at.granted(), granted(sums), sums.granted());
            if (line.outcome().kind() == Decision.Outcome.Kind.CUT) {
                money(
                        at.off(),
                        Optional.of(exact(local(at.amount()) + "-" + local(at.granted()))),
                        sums.amount().minus(sums.granted()));
            }
            for (CapUse use : sums.caps()) {
                chain(use, sums.granted());
            }
            if (!line.levels().isEmpty()) {
                levels();
            }
        }

        private String local(int column) {
            return grid.at(column).local();
        }

        /** Rounded as the rule rounds amounts. */
        private String rounded(String formula) {
            return LiveFormula.rounded(
                    formula,
                    report.scheme().rounding().mode(),
                    Integer.toString(report.scheme().rounding().decimals()),
                    GUARD);
        }

        /** Of amounts that have two decimals: no double's tail. */
        private String exact(String formula) {
            return "ROUND(" + formula + ",2)";
        }

        private void value(int column, Optional<String> formula, Fraction value, CellLook look) {
            if (formula.isPresent()) {
                grid.formula(column, formula.get(), Grid.decimal(value), look);
            } else {
                grid.number(column, value, look).comment(column, book.text(PART, "value"));
            }
        }

        private void money(int column, Optional<String> formula, Money value) {
            if (formula.isPresent()) {
                grid.formula(column, formula.get(), Book.yuan(value), AMOUNT);
            } else {
                grid.number(column, Book.yuan(value), AMOUNT).comment(column, book.text(PART, "value"));
            }
        }

        private String path(String rest) {
            return "subsidies." + subsidy.id() + "." + rest;
        }

        private Optional<String> parameter(String rest) {
            return book.addresses().absolute(BookAddress.PARAMETER, path(rest), "");
        }

        private Optional<String> rate() {
            if (!(subsidy.amount().rate() instanceof Subsidy.Rate.ByDay byDay)) {
                return parameter("rate");
            }
            return report.scheme().tables().get(byDay.table()) instanceof Table.ByDay table
                    ? ClaimFormula.onDay(book, table, grid.at(LineLayout.DAY))
                            .map(percent -> percent + (table.unit().isEmpty() ? "" : "/100"))
                    : Optional.empty();
        }

        private void cap(CapUse use) {
            int column = at.firstCap() + use.cap();
            if (use.left().isEmpty()) {
                grid.text(column, book.text(PART, "lifted", "by", use.lifted()), CellLook.CENTERED);
                return;
            }
            Optional<String> formula =
                    new CapFormula(book, line, figures, report.scheme().rounding()).left(subsidy, use, before(use));
            money(column, formula, use.left().get());
            if (formula.isPresent() && before(use).isEmpty() && !use.earlier().isEmpty()) {
                grid.comment(column, book.text(PART, "used", "parts", sentence.parts(use)));
            }
        }

        /** What the line before left of the cap, if all that was used lies there. */
        private Optional<String> before(CapUse use) {
            Link link = chain.get(CapFormula.group(subsidy, use, line));
            return link == null || !Optional.of(link.rest()).equals(use.left())
                    ? Optional.empty()
                    : Optional.of("MAX(0," + exact(link.left() + "-" + link.granted()) + ")");
        }

        private void chain(CapUse use, Money granted) {
            use.left()
                    .ifPresent(left -> chain.put(
                            CapFormula.group(subsidy, use, line),
                            new Link(
                                    local(at.firstCap() + use.cap()),
                                    local(at.granted()),
                                    left.minus(granted).max(Money.ZERO))));
        }

        /** The lowest of amount and what caps leave; absent where a budget was short for all. */
        private Optional<String> granted(Sums sums) {
            if (sums.amount().isNegative()) {
                return Optional.of(local(at.amount()));
            }
            List<String> bounds = new ArrayList<>(List.of(local(at.amount())));
            Money lowest = sums.amount();
            for (CapUse use : sums.caps()) {
                if (use.left().isPresent()) {
                    bounds.add(local(at.firstCap() + use.cap()));
                    lowest = lowest.min(use.left().get());
                }
            }
            return lowest.equals(sums.granted())
                    ? Optional.of("MIN(" + String.join(",", bounds) + ")")
                    : Optional.empty();
        }

        private void levels() {
            List<String> bearers = report.levels(subsidy);
            List<String> shares = shares(bearers);
            List<String> others = new ArrayList<>();
            List<String> own = new ArrayList<>();
            for (int i = 0; i < bearers.size(); i++) {
                String level = bearers.get(i);
                Money part = line.levels().getOrDefault(level, Money.ZERO);
                if (!level.equals(subsidy.bearing().rest())) {
                    others.add(local(levels + i));
                    money(
                            levels + i,
                            shares.isEmpty()
                                    ? Optional.empty()
                                    : Optional.of(rounded(local(at.granted()) + "*" + shares.get(i))),
                            part);
                }
                if (report.own(subsidy).contains(level)) {
                    own.add(local(levels + i));
                }
                book.addresses().note(BookAddress.LEVEL, subsidy.id(), level, grid.at(levels + i));
            }
            int rest = levels + bearers.indexOf(subsidy.bearing().rest());
            money(
                    rest,
                    less(at.granted(), others),
                    line.levels().getOrDefault(subsidy.bearing().rest(), Money.ZERO));
            money(payable(), less(at.granted(), own), report.payable(line));
            book.addresses().note(BookAddress.PAID, subsidy.id(), PaymentsSheet.key(line.payee()), grid.at(payable()));
            note(BookAddress.PAYABLE, payable());
        }

        private Optional<String> less(int whole, List<String> parts) {
            return Optional.of(parts.isEmpty() ? local(whole) : exact(local(whole) + "-" + String.join("-", parts)));
        }

        /** What each level's share is multiplied with; none where the cells are not known. */
        private List<String> shares(List<String> bearers) {
            if (subsidy.bearing() instanceof Bearing.Shares shares) {
                return bearers.stream()
                        .map(level -> parameter("borne_by." + level)
                                .orElseGet(() ->
                                        LiveFormula.literal(shares.levels().getOrDefault(level, Fraction.ZERO))))
                        .toList();
            }
            List<Addresses.Address> cells =
                    ClaimFormula.row(book, report.table(((Bearing.OfTable) subsidy.bearing()).table()), line);
            return cells.size() < bearers.size()
                    ? List.of()
                    : cells.stream().map(cell -> cell.absolute() + "/100").toList();
        }
    }
}
