package bankscore.contribution.book.sheets;

import bankscore.answer.PrintedColumn;
import bankscore.answer.PrintedNumber;
import bankscore.contribution.allocation.AllocationRule;
import bankscore.contribution.book.cells.Book;
import bankscore.contribution.book.cells.BookAddress;
import bankscore.contribution.execution.Execution;
import bankscore.contribution.judge.PrintedFund;
import bankscore.contribution.place.FundPlan;
import bankscore.contribution.place.Placement;
import bankscore.contribution.place.PlanRow;
import bankscore.contribution.quarter.Adjustment;
import bankscore.contribution.say.ExecutionSentence;
import bankscore.contribution.say.GroupSentence;
import bankscore.contribution.say.ReferenceSentence;
import bankscore.contribution.scheme.Excluded;
import bankscore.contribution.scheme.Item;
import bankscore.contribution.score.Assessment;
import bankscore.contribution.score.ScoreCard;
import bankscore.exact.Fraction;
import bankscore.exact.Money;
import bankscore.finding.Code;
import bankscore.finding.Level;
import bankscore.finding.PrintedFinding;
import bankscore.paper.workbook.CellLook;
import bankscore.paper.workbook.Charts;
import bankscore.paper.workbook.Grid;
import bankscore.rule.BenchmarkValue;
import bankscore.rule.Mark;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** 摘要: all that leadership must know, on one page with one chart. */
public final class SummarySheet {

    private static final Book.Part PART = Book.Part.SUMMARY;

    private static final int SHOWN_BANKS = 5;
    private static final int SHOWN_BANKS_OF_A_FUND = 3;
    private static final int SHOWN_FINDINGS = 4;

    /** More lines of one kind would make the page too small to read; the rest is said to be elsewhere. */
    private static final int SHOWN_LINES = 12;

    /** Between the two tables of banks; the table of funds goes over it. */
    private static final int GAP = 4;

    private static final int SECOND = GAP + 1;
    private static final int LAST_OF_TABLES = SECOND + 3;
    private static final CellLook AMOUNT = CellLook.POINTS;

    private final Book book;
    private final Assessment assessment;
    private final Placement placement;
    private final Grid grid;

    private SummarySheet(Book book) {
        this.book = book;
        this.assessment = book.assessment();
        this.placement = book.report().placement();
        this.grid = book.grid(PART, 18, 14, 14, 14, 2, 17, 14, 13, 13, 2, 10, 10, 10, 10)
                .fixedWidths();
    }

    public static void fill(Book book) {
        new SummarySheet(book).fill();
    }

    private void fill() {
        grid.titled(book.title(PART), book.text(PART, "units"));
        book.report().execution().ifPresent(this::execution);
        above(
                book.text(PART, "sheets", "printed", sheets(book.parts(true)), "audited", sheets(book.parts(false))),
                CellLook.PLAIN);
        scope();
        int chartTop = grid.row() + 1;
        if (!assessment.scheme().items().isEmpty()) {
            book.parts().forEach(this::topAndBottom);
        }
        funds();
        adjustments();
        withdrawals();
        warnings();
        assumptions();
        // Of several funds each has its chart on its own sheet.
        if (!assessment.isPerFund()) {
            ScoreChart.totals(
                    book, grid.sheet(), new Charts.Area(LAST_OF_TABLES + 2, chartTop, grid.columns(), grid.row() + 1));
        }
        grid.signature();
        grid.finish(0, true);
    }

    private String sheets(List<Book.Part> parts) {
        return String.join(
                "、", parts.stream().map(part -> book.text(part, "sheet")).toList());
    }

    /** A line of text beside the chart. */
    private void line(String text, CellLook look) {
        grid.next().across(0, LAST_OF_TABLES, text, look);
    }

    /** A line of text above the chart. */
    private void above(String text, CellLook look) {
        grid.next().across(0, grid.columns() - 1, text, look);
    }

    private void section(String text) {
        line(text, CellLook.SECTION);
    }

    /** Whether the approved plan was carried out; what was to be taken back comes first. */
    private void execution(Execution execution) {
        ExecutionSentence sentence = new ExecutionSentence(book.report(), execution, book.words());
        if (!sentence.withdrawals().isEmpty()) {
            above(sentence.withdrawals(), CellLook.PLAIN_BOLD);
        }
        above(
                book.text(
                        PART,
                        "execution",
                        "progress",
                        sentence.progress(),
                        "exceptions",
                        String.join("", sentence.exceptions())),
                CellLook.PLAIN);
    }

    /** What was assessed, by which scheme, and who was not. */
    private void scope() {
        above(
                book.text(
                        PART,
                        "scope",
                        "banks",
                        assessment.cards().size(),
                        "scheme",
                        assessment.scheme().title(),
                        "document",
                        assessment.scheme().source().document()),
                CellLook.PLAIN);
        for (BenchmarkValue benchmark : assessment.benchmarks()) {
            String value = ReferenceSentence.valueOf(benchmark, assessment.scheme())
                    .orElseGet(() -> book.words().text("book.none"));
            String key = benchmark.published() ? "benchmark.published" : "benchmark.computed";
            above(book.text(PART, key, "name", benchmark.benchmark().name(), "value", value), CellLook.PLAIN);
        }
        if (!assessment.excluded().isEmpty()) {
            List<String> each = new ArrayList<>();
            for (Excluded bank : assessment.excluded()) {
                each.add(book.text(PART, "excluded.bank", "bank", bank.bank().label(), "reason", book.excluded(bank)));
            }
            above(book.text(PART, "excluded", "count", each.size(), "banks", joined(each)), CellLook.PLAIN);
        }
        for (String sentence : new GroupSentence(book.words()).all(assessment)) {
            above(sentence, CellLook.PLAIN);
        }
        if (!assessment.unbid().isEmpty()) {
            above(book.text(PART, "unbid", "funds", String.join("、", assessment.unbid())), CellLook.PLAIN_BOLD);
        }
        if (!book.report().binding()) {
            above(book.text(PART, "interim"), CellLook.PLAIN_BOLD);
        }
    }

    /** @param part the book, or that of a fund */
    private void topAndBottom(Book part) {
        List<ScoreCard> ranked = part.assessment().ranked();
        int shown = assessment.isPerFund() ? SHOWN_BANKS_OF_A_FUND : SHOWN_BANKS;
        int top = Math.min(shown, ranked.size());
        List<ScoreCard> bottom = ranked.subList(Math.max(top, ranked.size() - shown), ranked.size());
        part.assessment()
                .fund()
                .ifPresent(fund -> section(book.text(PART, "fund.scores", "fund", fund, "banks", ranked.size())));
        grid.next().across(0, GAP - 1, book.text(PART, "top", "count", top), CellLook.SECTION);
        if (!bottom.isEmpty()) {
            grid.across(SECOND, LAST_OF_TABLES, book.text(PART, "bottom", "count", bottom.size()), CellLook.SECTION);
        }
        grid.next();
        for (int first = 0; first <= (bottom.isEmpty() ? 0 : SECOND); first += SECOND) {
            grid.heads(first, book.texts(PART, "bank", "rank", "total", "share"));
        }
        for (int i = 0; i < top; i++) {
            grid.next();
            card(part, 0, ranked.get(i));
            if (i < bottom.size()) {
                card(part, SECOND, bottom.get(i));
            }
        }
        // Who is not listed must not wonder why an equal is.
        List<ScoreCard> listed = ranked.subList(0, top);
        List<ScoreCard> more = (top == 0 ? listed : equals(part, listed.get(top - 1)))
                .stream().filter(card -> !listed.contains(card)).toList();
        if (!more.isEmpty()) {
            line(book.text(PART, "tied", "rank", more.get(0).rank(), "count", more.size()), CellLook.PLAIN);
        }
    }

    /** A rank that several banks share says so. */
    private CellLook rank(Book part, ScoreCard card) {
        return equals(part, card).size() > 1
                ? CellLook.SEQUENCE.shown("0\"" + book.text(PART, "equal") + "\"")
                : CellLook.SEQUENCE;
    }

    /** Those of one rank with it, itself included. */
    private static List<ScoreCard> equals(Book part, ScoreCard card) {
        return part.assessment().rankedWith(card.bank()).stream()
                .filter(other -> other.rank() == card.rank())
                .toList();
    }

    private void card(Book part, int first, ScoreCard card) {
        String code = card.bank().code();
        CellLook points = CellLook.POINTS.decimals(assessment.scheme().points().decimals());
        CellLook percent = CellLook.POINTS.decimals(assessment.scheme().shareDecimals());
        Fraction share = Fraction.of(card.sharePercent());
        grid.text(first, card.bank().label(), CellLook.TEXT)
                .leadsTo(first, part.addresses().first(BookAddress.TOTAL, "", code))
                .link(
                        part.addresses().find(BookAddress.RANK, "", code),
                        first + 1,
                        Optional.of(Fraction.of(card.rank())),
                        rank(part, card))
                .link(part.addresses().find(BookAddress.TOTAL, "", code), first + 2, Optional.of(card.total()), points)
                .link(
                        part.addresses().find(BookAddress.SHARE_PERCENT, "", code),
                        first + 3,
                        Optional.of(share),
                        percent);
    }

    /** What moves, fund by fund. */
    private void funds() {
        boolean indicative = placement.indicative();
        grid.next()
                .across(
                        0,
                        LAST_OF_TABLES,
                        book.text(PART, indicative ? "funds.indicative" : "funds"),
                        CellLook.SECTION);
        if (placement.funds().isEmpty()) {
            grid.next().across(0, LAST_OF_TABLES, PlanSheet.none(book), CellLook.TEXT);
            return;
        }
        grid.next();
        heads("fund", "pool", "current", "target", "movesNow", "movesLater", "unplaced", "outside");
        for (FundPlan fund : placement.funds()) {
            String name = fund.pool().fund();
            PrintedFund printed = PrintedFund.of(fund, assessment);
            grid.next().text(0, name, CellLook.TEXT).leadsTo(0, book.addresses().first(BookAddress.FUND, name, ""));
            total(1, BookAddress.FUND_POOL, name, printed.pool());
            total(2, BookAddress.FUND_CURRENT, name, printed.current());
            total(GAP - 1, BookAddress.FUND_TARGET, name, printed.target());
            over();
            Money outside = Money.sum(
                    fund.outside().stream().map(FundPlan.Outside::current).toList());
            grid.money(SECOND, PrintedColumn.rounded(fund.moved(false)), AMOUNT)
                    .money(SECOND + 1, PrintedColumn.rounded(fund.moved(true)), AMOUNT)
                    .link(
                            book.addresses().find(BookAddress.PRINTED_UNPLACED, name, ""),
                            SECOND + 2,
                            Optional.of(printed.unplaced().wan()),
                            AMOUNT)
                    .money(LAST_OF_TABLES, PrintedColumn.rounded(outside), AMOUNT)
                    .comment(SECOND, book.text(PART, "why.moves"))
                    .comment(SECOND + 1, book.text(PART, "why.moves"))
                    .comment(LAST_OF_TABLES, book.text(PART, "why.outside"));
        }
    }

    /** Headings of the tables that go over the gap. */
    private void heads(String... keys) {
        String[] names = book.texts(PART, keys);
        for (int i = 0; i < names.length; i++) {
            grid.heads(i < GAP ? i : i + 1, names[i]);
        }
        over();
    }

    /** The cell before the gap takes the gap too. */
    private void over() {
        grid.over(GAP - 1, GAP);
    }

    /** The total of a fund's printed column: the exact one rounded. */
    private void total(int column, BookAddress kind, String fund, Money printed) {
        grid.formula(
                column,
                "ROUND(" + book.addresses().absolute(kind, fund, "").orElseThrow() + ",2)",
                Grid.decimal(printed.wan()),
                AMOUNT);
    }

    /** That leaders changed the computed plan, and how much of it. */
    private void adjustments() {
        if (placement.adjusted()) {
            List<Adjustment> adjustments = placement.funds().stream()
                    .flatMap(fund -> fund.adjustments().stream())
                    .toList();
            Money more = Money.sum(adjustments.stream()
                    .map(Adjustment::amount)
                    .filter(Money::isPositive)
                    .toList());
            line(
                    book.text(PART, "adjusted", "count", adjustments.size(), "amount", printed(more)),
                    CellLook.PLAIN_BOLD);
        }
    }

    /** Withdrawals have their own block: they are instructions, in monitoring quarters too (D15). */
    private void withdrawals() {
        List<Special> withdrawn = special(true);
        section(book.text(PART, "withdrawals"));
        List<String> listed =
                withdrawn.stream().map(each -> each.row().bank().code()).toList();
        String others = PlanSheet.banksUnder(book, AllocationRule.Safety.WITHDRAW_NOW, listed);
        if (withdrawn.isEmpty() && others.isEmpty()) {
            line(book.text(PART, "withdrawals.none"), CellLook.PLAIN);
        }
        if (!withdrawn.isEmpty()) {
            grid.next();
            heads("bank", "fund", "withdrawn", "withdrawn.note", "withdrawn.when");
            for (Special each : withdrawn.subList(0, Math.min(SHOWN_LINES, withdrawn.size()))) {
                withdrawal(each);
            }
        }
        if (withdrawn.size() > SHOWN_LINES) {
            Money all = Money.sum(
                    withdrawn.stream().map(each -> each.row().current()).toList());
            String text = book.text(PART, "withdrawals.more", "count", withdrawn.size(), "amount", printed(all));
            line(text, CellLook.PLAIN_BOLD);
        }
        if (!others.isEmpty()) {
            line(book.text(PART, "withdrawals.others", "banks", others), CellLook.PLAIN_BOLD);
        }
        Map<String, List<String>> frozen = new LinkedHashMap<>();
        for (Special each : special(false)) {
            frozen.computeIfAbsent(each.row().bank().label(), name -> new ArrayList<>())
                    .add(each.fund().pool().fund());
        }
        List<String> texts = new ArrayList<>();
        String unplanned = PlanSheet.banksUnder(
                book,
                AllocationRule.Safety.FREEZE,
                special(false).stream().map(each -> each.row().bank().code()).toList());
        if (!unplanned.isEmpty()) {
            texts.add(unplanned);
        }
        frozen.forEach((bank, funds) ->
                texts.add(book.text(PART, "frozen.bank", "bank", bank, "funds", String.join("、", funds))));
        line(
                texts.isEmpty() ? book.text(PART, "frozen.none") : book.text(PART, "frozen", "banks", joined(texts)),
                CellLook.PLAIN);
    }

    private void withdrawal(Special each) {
        String fund = each.fund().pool().fund();
        PrintedFund.Row row = PrintedFund.of(each.fund(), assessment).rows().stream()
                .filter(printed -> printed.exact().equals(each.row()))
                .findFirst()
                .orElseThrow();
        String code = row.exact().bank().code();
        grid.next()
                .text(0, row.exact().bank().label(), CellLook.TEXT.strong())
                .leadsTo(0, book.addresses().first(BookAddress.PLANNED, fund, code))
                .text(1, fund, CellLook.TEXT.strong())
                .link(
                        book.addresses().find(BookAddress.PRINTED_CURRENT, fund, code),
                        2,
                        Optional.of(row.current().wan()),
                        AMOUNT.strong())
                .text(GAP - 1, PlanSheet.note(book, row.exact()), CellLook.CENTERED.strong());
        over();
        grid.text(SECOND, book.text(PART, "withdrawn.now"), CellLook.CENTERED.strong());
    }

    private static String printed(Money amount) {
        return PrintedNumber.money(PrintedColumn.rounded(amount));
    }

    /** Several texts in one; of many the first, and how many more there are. */
    private String joined(List<String> texts) {
        String first = String.join(
                book.words().text("book.method.joint"), texts.subList(0, Math.min(SHOWN_LINES, texts.size())));
        return texts.size() <= SHOWN_LINES
                ? first
                : book.text(PART, "more", "texts", first, "count", texts.size() - SHOWN_LINES);
    }

    private record Special(FundPlan fund, PlanRow row) {}

    private List<Special> special(boolean withdrawn) {
        List<Special> special = new ArrayList<>();
        for (FundPlan fund : placement.funds()) {
            for (PlanRow row : fund.rows()) {
                boolean asked = withdrawn ? row.isWithdrawn() : row.note() == PlanRow.Note.FROZEN;
                if (asked && !(withdrawn && row.current().isZero())) {
                    special.add(new Special(fund, row));
                }
            }
        }
        return special;
    }

    /** How many findings, and the gravest: those of the scores and the plan, then those without a reason. */
    private void warnings() {
        Map<Code, List<PrintedFinding>> byCode = new LinkedHashMap<>();
        book.report().findings().stream()
                .filter(finding -> finding.level() == Level.REVIEW)
                .sorted(Comparator.comparing(
                                (PrintedFinding finding) -> finding.code().stage() != Code.Stage.SCORE)
                        .thenComparing(finding -> !finding.reason().isEmpty()))
                .forEach(finding -> byCode.computeIfAbsent(finding.code(), code -> new ArrayList<>())
                        .add(finding));
        long count = byCode.values().stream().mapToLong(List::size).sum();
        long unexplained = byCode.values().stream()
                .flatMap(List::stream)
                .filter(finding -> finding.reason().isEmpty())
                .count();
        section(book.text(PART, "warnings"));
        line(
                count == 0
                        ? book.text(PART, "warnings.none")
                        : book.text(PART, "warnings.count", "count", count, "unexplained", unexplained),
                CellLook.PLAIN);
        int shown = 0;
        for (Map.Entry<Code, List<PrintedFinding>> each : byCode.entrySet()) {
            if (shown++ < SHOWN_FINDINGS) {
                int same = each.getValue().size();
                PrintedFinding first = each.getValue().get(0);
                line(
                        book.text(
                                PART,
                                same == 1 ? "warnings.one" : "warnings.several",
                                "count",
                                same,
                                "message",
                                first.found() + first.expected()),
                        CellLook.PLAIN);
            }
        }
        if (byCode.size() > SHOWN_FINDINGS) {
            line(book.text(PART, "warnings.more", "count", byCode.size() - SHOWN_FINDINGS), CellLook.PLAIN);
        }
    }

    private void assumptions() {
        section(book.text(PART, "assumptions"));
        List<String> items = assessment.scheme().items().stream()
                .filter(item -> item.mark() == Mark.ASSUMED)
                .map(Item::name)
                .toList();
        if (!items.isEmpty()) {
            line(book.text(PART, "assumptions.items", "items", String.join("、", items)), CellLook.PLAIN);
        }
        long readings = new OpenPoints(book)
                .all().stream()
                        .filter(reading -> reading.mark() == Mark.ASSUMED)
                        .count();
        if (readings > 0) {
            line(book.text(PART, "assumptions.readings", "count", readings), CellLook.PLAIN);
        }
    }
}
