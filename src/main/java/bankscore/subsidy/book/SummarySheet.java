package bankscore.subsidy.book;

import bankscore.exact.Money;
import bankscore.paper.AmountSentence;
import bankscore.paper.book.ReviewLines;
import bankscore.paper.workbook.Addresses;
import bankscore.paper.workbook.CellLook;
import bankscore.paper.workbook.Grid;
import bankscore.rule.Mark;
import bankscore.subsidy.decide.Decisions;
import bankscore.subsidy.decide.Decisions.Total;
import bankscore.subsidy.say.CapSentence;
import bankscore.subsidy.say.Report;
import bankscore.subsidy.say.ShareText;
import bankscore.subsidy.scheme.Subsidy;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** 摘要: what was claimed, granted, cut and refused, who bears it, what is to be verified: on one page for a leader. */
final class SummarySheet {

    private static final Book.Part PART = Book.Part.SUMMARY;
    private static final int SHOWN = 4;

    private final Book book;
    private final Report report;
    private final Grid grid;

    private SummarySheet(Book book) {
        this.book = book;
        this.report = book.report();
        this.grid = book.grid(PART, 34, 11, 11, 11, 11, 20, 20, 20).fixedWidths();
    }

    static void fill(Book book) {
        new SummarySheet(book).fill();
    }

    private void fill() {
        grid.titled(book.title(PART), book.words().text("book.unit"));
        line(book.text(PART, "sheets", "printed", sheets(true), "audited", sheets(false)));
        line(book.text(
                PART,
                "scope",
                "document",
                report.scheme().source().document(),
                "number",
                report.scheme().source().number().isEmpty()
                        ? ""
                        : book.words()
                                .text(
                                        "letter.document.number",
                                        "number",
                                        report.scheme().source().number()),
                "claims",
                report.decisions().lines().count(),
                "granted",
                AmountSentence.text(report.granted(), book.words()),
                "paid",
                report.pays() && !report.paid().equals(report.granted())
                        ? book.text(PART, "scope.paid", "amount", AmountSentence.text(report.paid(), book.words()))
                        : ""));
        if (report.isEstimate()) {
            strong(book.text(PART, "estimate"));
        } else if (book.isShared()) {
            strong(book.text(PART, "shared"));
        }
        totals();
        reasons();
        bearers();
        money();
        checks();
        ReviewLines.fill(book, grid, report.findings(), SHOWN);
        assumptions();
        grid.signature();
        grid.finish(0, true);
    }

    private String sheets(boolean printed) {
        return String.join("、", book.parts(printed).stream().map(book::name).toList());
    }

    private void line(String text) {
        grid.next().across(0, grid.columns() - 1, text, CellLook.PLAIN);
    }

    private void strong(String text) {
        grid.next().across(0, grid.columns() - 1, text, CellLook.PLAIN_BOLD);
    }

    private void totals() {
        grid.section(book.text(PART, "totals"));
        grid.next()
                .heads(
                        0,
                        book.texts(
                                PART,
                                "subsidy",
                                "claims",
                                "granted.count",
                                "cut.count",
                                "refused",
                                "off",
                                "granted",
                                "before"));
        int first = grid.row() + 1;
        List<Total> totals = report.decisions().totals();
        for (Total total : totals) {
            String id = total.subsidy();
            grid.next()
                    .text(0, book.subsidy(id), CellLook.TEXT)
                    .leadsTo(0, book.addresses().first(BookAddress.CLAIM, id, ""));
            counts(total.claims(), total.granted().count(), total.cut().count(), total.refused(), false);
            link(5, BookAddress.TOTAL_OFF, id, total.cut().amount());
            link(6, BookAddress.TOTAL_GRANTED, id, total.granted().amount());
            before(id);
        }
        if (totals.size() > 1) {
            int last = grid.row();
            grid.next().text(0, book.text(PART, "sum"), CellLook.TEXT.strong()).blank(7, Book.AMOUNT);
            counts(
                    totals.stream().mapToLong(Total::claims).sum(),
                    totals.stream().mapToLong(total -> total.granted().count()).sum(),
                    totals.stream().mapToLong(total -> total.cut().count()).sum(),
                    totals.stream().mapToLong(Total::refused).sum(),
                    true);
            sum(5, first, last, report.cut());
            sum(6, first, last, report.granted());
            report.before()
                    .ifPresent(before ->
                            sum(7, first, last, Money.sum(before.granted().values())));
        }
        line(report.before()
                .map(before -> book.text(
                        PART,
                        "before.batch",
                        "year",
                        before.period().year(),
                        "quarter",
                        book.words().text("letter.quarter." + before.period().quarter()),
                        "revision",
                        before.revision()))
                .orElseGet(() -> book.text(PART, "before.none")));
    }

    private void counts(long claims, long granted, long cut, long refused, boolean strong) {
        List<Long> counts = List.of(claims, granted, cut, refused);
        CellLook look = CellLook.MONEY.decimals(0);
        for (int i = 0; i < counts.size(); i++) {
            grid.number(1 + i, counts.get(i), strong ? look.strong() : look);
        }
    }

    private void link(int column, BookAddress kind, String subsidy, Money amount) {
        Optional<Addresses.Address> cell = book.addresses().find(kind, subsidy, "");
        if (cell.isPresent()) {
            grid.formula(column, cell.get().absolute(), Book.yuan(amount), Book.AMOUNT);
        } else {
            grid.number(column, Book.yuan(amount), Book.AMOUNT);
        }
    }

    private void before(String subsidy) {
        Optional<BigDecimal> before = report.before()
                .flatMap(batch -> Optional.ofNullable(batch.granted().get(subsidy)))
                .map(Book::yuan);
        if (before.isPresent()) {
            grid.number(7, before.get(), Book.AMOUNT);
        } else {
            grid.text(7, book.words().text("book.none"), CellLook.CENTERED);
        }
    }

    private void sum(int column, int first, int last, Money amount) {
        grid.formula(
                column, "SUM(" + Addresses.column(column, first, last) + ")", Book.yuan(amount), Book.AMOUNT.strong());
    }

    /** Why lines were cut or refused, in one line. */
    private void reasons() {
        Map<String, Long> reasons = new LinkedHashMap<>();
        report.decisions()
                .totals()
                .forEach(total ->
                        total.reasons().forEach(each -> reasons.merge(each.reason(), each.lines(), Long::sum)));
        if (!reasons.isEmpty()) {
            line(book.text(
                    PART,
                    "reasons",
                    "reasons",
                    joined(reasons.entrySet().stream()
                            .map(each -> book.words()
                                    .text(
                                            "letter.reductions.reason",
                                            "reason",
                                            each.getKey(),
                                            "count",
                                            each.getValue())))));
        }
    }

    private String joined(Stream<String> texts) {
        return texts.distinct().collect(Collectors.joining(book.words().text("letter.join")));
    }

    /** Who bears what was granted, in one line. */
    private void bearers() {
        grid.section(book.text(PART, "bearers"));
        Map<String, Money> levels = new LinkedHashMap<>();
        report.decisions()
                .totals()
                .forEach(total -> total.levels().forEach((level, amount) -> levels.merge(level, amount, Money::plus)));
        line(String.join(
                        "，",
                        levels.entrySet().stream()
                                .map(each -> book.text(
                                        PART,
                                        "bearer",
                                        "level",
                                        each.getKey(),
                                        "amount",
                                        AmountSentence.text(each.getValue(), book.words())))
                                .toList())
                + book.text(PART, "end"));
    }

    private void money() {
        if (report.pays()) {
            List<Decisions.Payment> payments = report.decisions().payments();
            line(book.text(
                    PART,
                    "payments",
                    "count",
                    payments.size(),
                    "amount",
                    AmountSentence.text(
                            Money.sum(payments.stream()
                                    .map(Decisions.Payment::amount)
                                    .toList()),
                            book.words())));
        }
        List<Decisions.Payment> recoveries = report.decisions().recoveries();
        if (!recoveries.isEmpty()) {
            strong(book.text(
                    PART,
                    "recoveries",
                    "count",
                    recoveries.size(),
                    "amount",
                    AmountSentence.text(
                            Money.sum(recoveries.stream()
                                    .map(each -> each.amount().negate())
                                    .toList()),
                            book.words())));
        }
        for (Decisions.BudgetUse budget : report.decisions().budgets()) {
            boolean isShort = budget.wanted().compareTo(budget.granted()) > 0;
            line(book.text(
                    PART,
                    isShort ? "budget.short" : "budget",
                    "item",
                    budget.item(),
                    "amount",
                    AmountSentence.text(budget.amount(), book.words()),
                    "before",
                    AmountSentence.text(budget.before(), book.words()),
                    "wanted",
                    AmountSentence.text(budget.wanted(), book.words()),
                    "granted",
                    AmountSentence.text(budget.granted(), book.words())));
        }
    }

    private void checks() {
        List<Decisions.CheckValue> broken = report.decisions().checks().stream()
                .filter(check -> !check.holds())
                .toList();
        if (broken.isEmpty()) {
            return;
        }
        grid.section(book.text(PART, "checks"));
        broken.stream()
                .limit(SHOWN)
                .forEach(check -> line(book.words()
                        .text("check.text", "name", check.name(), "value", check.value(), "else", check.otherwise())));
        if (broken.size() > SHOWN) {
            line(book.text(PART, "checks.more", "count", broken.size() - SHOWN));
        }
    }

    private void assumptions() {
        List<String> assumed = report.scheme().subsidies().stream()
                .filter(subsidy -> subsidy.mark() == Mark.ASSUMED
                        || subsidy.amount().caps().stream().anyMatch(cap -> cap.mark() == Mark.ASSUMED)
                        || subsidy.eligible().stream().anyMatch(each -> each.mark() == Mark.ASSUMED))
                .map(each -> each.name())
                .toList();
        boolean any = report.scheme().parameters().stream().anyMatch(parameter -> parameter.mark() == Mark.ASSUMED);
        if (any || !assumed.isEmpty()) {
            grid.section(book.text(PART, "assumptions"));
            line(book.text(
                    PART,
                    "assumptions.text",
                    "subsidies",
                    assumed.isEmpty() ? book.words().text("book.none") : String.join("、", assumed)));
            assumed(
                    "assumptions.conditions",
                    report.scheme().subsidies().stream()
                            .flatMap(subsidy -> subsidy.eligible().stream())
                            .filter(each -> each.mark() == Mark.ASSUMED)
                            .map(Subsidy.Requirement::otherwise));
            CapSentence caps = new CapSentence(report.names(), book.words());
            assumed(
                    "assumptions.caps",
                    report.scheme().subsidies().stream()
                            .flatMap(subsidy -> subsidy.amount().caps().stream()
                                    .filter(cap -> cap.mark() == Mark.ASSUMED)
                                    .map(cap -> caps.of(subsidy, cap))));
            ShareText shares = new ShareText(report.names(), book.words());
            assumed(
                    "assumptions.tables",
                    report.scheme().tables().values().stream()
                            .filter(table -> table.mark() == Mark.ASSUMED)
                            .map(table -> shares.table(table.id())));
        }
    }

    /** Names what is assumed, so that a leader knows what to confirm; nothing of a kind that is all text. */
    private void assumed(String key, Stream<String> texts) {
        String joined = joined(texts);
        if (!joined.isEmpty()) {
            line(book.text(PART, key, "texts", joined));
        }
    }
}
