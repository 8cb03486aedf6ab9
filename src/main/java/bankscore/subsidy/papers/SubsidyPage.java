package bankscore.subsidy.papers;

import bankscore.answer.PrintedNumber;
import bankscore.exact.Money;
import bankscore.finding.Level;
import bankscore.finding.PrintedFinding;
import bankscore.finding.Words;
import bankscore.paper.AmountSentence;
import bankscore.paper.ApprovalSentence;
import bankscore.paper.page.PageFile;
import bankscore.paper.page.PageParts;
import bankscore.paper.page.PageParts.Card;
import bankscore.paper.page.PageParts.Summary;
import bankscore.paper.page.PageParts.TableView;
import bankscore.subsidy.decide.Decision;
import bankscore.subsidy.decide.Decisions;
import bankscore.subsidy.decide.Decisions.Payment;
import bankscore.subsidy.decide.Decisions.Total;
import bankscore.subsidy.papers.PageModel.ClaimantView;
import bankscore.subsidy.papers.PageModel.LineView;
import bankscore.subsidy.say.LineSentence;
import bankscore.subsidy.say.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The result of a batch on one self-contained page; it holds no account and no number of a resident. */
public final class SubsidyPage {

    private static final String TEMPLATE = "subsidy.html";

    private final Report report;
    private final Words words;

    private SubsidyPage(Report report, Words words) {
        this.report = report;
        this.words = words;
    }

    /**
     * Writes the page.
     *
     * @param words those of subsidies
     */
    public static void write(Report report, Words words, Path file) throws IOException {
        of(report, words).write(file);
    }

    /** The page's text; the same for the same report. */
    public static String html(Report report, Words words) {
        return of(report, words).html();
    }

    /** The page before it is written. */
    public static PageFile.Sheet of(Report report, Words words) {
        return new PageFile.Sheet(TEMPLATE, new SubsidyPage(report, words).page(), words);
    }

    private PageModel page() {
        Decisions decisions = report.decisions();
        List<Payment> payments = report.pays() ? decisions.payments() : List.of();
        return new PageModel(
                PageFile.head(
                        words.text(
                                "page.title",
                                "jurisdiction",
                                report.run().jurisdiction(),
                                "period",
                                report.period(words),
                                "rule",
                                report.scheme().title()),
                        words.text("page.status."
                                + (report.isEstimate() ? "estimate" : report.pays() ? "batch" : "shared")),
                        words.text(
                                "page.facts",
                                "office",
                                report.run().bureau(),
                                "period",
                                report.period(words),
                                "revision",
                                report.run().revision()),
                        ApprovalSentence.of(report.approval(), report.run().revision(), words)
                                .orElse(""),
                        report.run(),
                        words),
                new Summary(cards(payments), notices()),
                totals(),
                reasons(),
                burdens(),
                payments(payments),
                payments(decisions.recoveries()),
                claimants(),
                PageParts.findings(report.findings(), words),
                PageParts.run(
                        report.scheme().source().document(),
                        report.scheme().title() + " " + report.scheme().id(),
                        report.run(),
                        words));
    }

    private List<Card> cards(List<Payment> payments) {
        List<Card> cards = new ArrayList<>(List.of(
                card(
                        "claims",
                        words.text(
                                "page.count",
                                "count",
                                report.decisions().lines().count())),
                amount("granted", report.granted()),
                amount("off", report.cut()),
                card(
                        "refused",
                        words.text(
                                "page.count",
                                "count",
                                report.decisions().totals().stream()
                                        .mapToLong(Total::refused)
                                        .sum()))));
        if (report.pays()) {
            cards.add(amount(
                    "paid", Money.sum(payments.stream().map(Payment::amount).toList())));
        }
        cards.add(card(
                "review",
                words.text(
                        "page.summary.review.value", "count", PrintedFinding.count(report.findings(), Level.REVIEW))));
        return cards;
    }

    private Card card(String key, String text) {
        return new Card(words.text("page.summary." + key), text, "");
    }

    private Card amount(String key, Money amount) {
        return new Card(
                words.text("page.summary." + key),
                AmountSentence.text(amount, words),
                words.text("page.summary.exact", "amount", PrintedNumber.yuan(amount)));
    }

    private List<String> notices() {
        List<String> notices = new ArrayList<>();
        if (!report.pays()) {
            notices.add(words.text(report.isEstimate() ? "book.summary.estimate" : "book.summary.shared"));
        }
        report.decisions().checks().stream()
                .filter(check -> !check.holds())
                .forEach(check -> notices.add(words.text(
                        "check.text", "name", check.name(), "value", check.value(), "else", check.otherwise())));
        return notices;
    }

    private String subsidy(String id) {
        return report.scheme().subsidy(id).orElseThrow().name();
    }

    private List<String> heads(String... keys) {
        return Stream.of(keys).map(key -> words.text("page.col." + key)).toList();
    }

    private TableView totals() {
        List<Total> totals = report.decisions().totals();
        List<List<String>> rows = totals.stream()
                .map(total -> row(
                        subsidy(total.subsidy()),
                        List.of(
                                total.claims(),
                                total.granted().count(),
                                total.cut().count(),
                                total.refused()),
                        List.of(
                                total.cut().amount(),
                                total.granted().amount(),
                                report.pays() ? total.paid() : Money.ZERO)))
                .toList();
        return new TableView(
                heads("subsidy", "claims", "count", "cut", "refused", "off", "granted", "paid"),
                1,
                rows,
                totals.size() < 2
                        ? List.of()
                        : row(
                                words.text("letter.table.sum"),
                                List.of(
                                        totals.stream().mapToLong(Total::claims).sum(),
                                        totals.stream()
                                                .mapToLong(
                                                        total -> total.granted().count())
                                                .sum(),
                                        totals.stream()
                                                .mapToLong(total -> total.cut().count())
                                                .sum(),
                                        totals.stream()
                                                .mapToLong(Total::refused)
                                                .sum()),
                                List.of(report.cut(), report.granted(), report.paid())));
    }

    private static List<String> row(String name, List<Long> counts, List<Money> amounts) {
        return Stream.of(
                        Stream.of(name),
                        counts.stream().map(count -> Long.toString(count)),
                        amounts.stream().map(PrintedNumber::yuan))
                .flatMap(cell -> cell)
                .toList();
    }

    private TableView reasons() {
        List<List<String>> rows = report.decisions().totals().stream()
                .flatMap(total -> total.reasons().stream()
                        .map(each -> List.of(
                                subsidy(total.subsidy()),
                                each.reason(),
                                report.clause(
                                        report.scheme().subsidy(total.subsidy()).orElseThrow(), each, words),
                                Long.toString(each.lines()),
                                Long.toString(each.claimants()),
                                computed(each.asked()),
                                computed(each.off()))))
                .toList();
        return new TableView(
                heads("subsidy", "reason", "clause", "lines", "claimants", "computed", "reduced"), 3, rows, List.of());
    }

    /** Of lines that a condition refused nobody computed an amount. */
    private String computed(Money amount) {
        return amount.isZero() ? words.text("book.none") : PrintedNumber.yuan(amount);
    }

    private TableView burdens() {
        List<List<String>> rows = report.decisions().burdens().stream()
                .map(each ->
                        List.of(subsidy(each.subsidy()), each.place(), each.level(), PrintedNumber.yuan(each.amount())))
                .toList();
        return new TableView(heads("subsidy", "place", "level", "amount"), 3, rows, List.of());
    }

    private TableView payments(List<Payment> payments) {
        List<List<String>> rows = payments.size() > Report.MOST_LINES
                ? List.of(List.of(words.text("book.payments.many"), ""))
                : payments.stream()
                        .map(each -> List.of(each.name(), PrintedNumber.yuan(each.amount())))
                        .toList();
        Money sum = Money.sum(payments.stream().map(Payment::amount).toList());
        return new TableView(
                heads("payee", "amount"),
                1,
                rows,
                payments.size() < 2 ? List.of() : List.of(words.text("letter.table.sum"), PrintedNumber.yuan(sum)));
    }

    private List<ClaimantView> claimants() {
        LineSentence sentence = new LineSentence(report, words);
        Map<String, List<Decision>> lines = new LinkedHashMap<>();
        report.lines()
                .forEach(line -> lines.computeIfAbsent(line.claimant().key(), key -> new ArrayList<>())
                        .add(line));
        List<ClaimantView> views = new ArrayList<>();
        lines.values().forEach(own -> {
            String name = own.get(0).claimant().name();
            long granted =
                    own.stream().filter(line -> !line.outcome().isRefused()).count();
            String amount = PrintedNumber.yuan(
                    Money.sum(own.stream().map(Decision::granted).toList()));
            views.add(new ClaimantView(
                    "c" + (views.size() + 1),
                    name,
                    Integer.toString(own.size()),
                    Long.toString(granted),
                    amount,
                    words.text(
                            "page.claimant", "name", name, "lines", own.size(), "granted", granted, "amount", amount),
                    own.stream().map(line -> line(line, sentence)).toList()));
        });
        return views;
    }

    private LineView line(Decision line, LineSentence sentence) {
        return new LineView(
                subsidy(line.subsidy()),
                line.line().reference(),
                line.amount().map(PrintedNumber::yuan).orElseGet(() -> words.text("book.none")),
                PrintedNumber.yuan(line.granted()),
                words.text("result." + line.outcome().kind()),
                String.join("", sentence.of(line)));
    }
}
