package bankscore.contribution.papers;

import bankscore.answer.PrintedNumber;
import bankscore.contribution.judge.Report;
import bankscore.contribution.place.FundPlan;
import bankscore.contribution.place.Plan;
import bankscore.contribution.place.PlanRow;
import bankscore.contribution.place.Transfer;
import bankscore.contribution.say.AdjustmentSentence;
import bankscore.contribution.say.PlacingSentence;
import bankscore.contribution.say.ReferenceSentence;
import bankscore.contribution.say.WorkingSentence;
import bankscore.contribution.scheme.Item;
import bankscore.contribution.scheme.Scheme;
import bankscore.contribution.score.ScoreCard;
import bankscore.contribution.score.ScoreLine;
import bankscore.exact.Fraction;
import bankscore.exact.Money;
import bankscore.exact.Rounding;
import bankscore.exact.Sha256;
import bankscore.facts.Subject;
import bankscore.finding.Level;
import bankscore.finding.PrintedFinding;
import bankscore.finding.Words;
import bankscore.rule.BenchmarkValue;
import bankscore.rule.Mark;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What {@code report.html} shows, as text in the order of the page. Public because the template's expressions call its
 * accessors by name.
 *
 * @param policy the content security policy: nothing from outside, and of what is inside only the style and script whose
 *     digests it names
 * @param approval the head's line about the government's approval; empty if no revision is approved
 * @param items the headings of the points, in the scheme's order
 * @param banks by rank
 * @param planHeads the headings of a fund's amounts
 */
public record PageModel(
        String policy,
        String style,
        String script,
        String title,
        String status,
        String facts,
        String code,
        String approval,
        List<Named> cards,
        List<String> notices,
        List<String> items,
        List<BankView> banks,
        List<String> benchmarks,
        List<Named> excluded,
        Chart chart,
        String planTitle,
        List<String> planHeads,
        List<FundView> funds,
        List<MarkView> marks,
        List<FindingView> findings,
        List<Named> runFacts,
        List<Named> inputs) {

    /** A name with its text. */
    public record Named(String name, String text) {}

    /** A bank with its points; {@code summary} is the line that opens its explanation. */
    public record BankView(
            String id,
            String rank,
            String label,
            String name,
            String total,
            String share,
            String summary,
            List<LineView> lines) {}

    /** An item's points with their argument. */
    public record LineView(
            String item, String points, String mark, String markWord, String clause, String explanation) {}

    /** A mark and what it means. */
    public record MarkView(String word, String name, String meaning) {}

    /** The bars, in units of the drawing. */
    public record Chart(String viewBox, List<Bar> bars) {}

    /** One bar with its label on the left and its value on the right. */
    public record Bar(
            String kind,
            String label,
            String value,
            String title,
            String y,
            String textY,
            String width,
            String valueX) {}

    /** A fund's plan. */
    public record FundView(
            String name,
            String caption,
            Chart chart,
            List<RowView> rows,
            List<String> sums,
            List<String> adjustments,
            String outside,
            String transfersTitle,
            List<TransferView> transfers) {}

    /** A bank's line in a fund's plan. */
    public record RowView(String name, List<String> amounts, String note) {}

    /** A transfer. */
    public record TransferView(String from, String to, String amount, String when) {}

    /** A finding. */
    public record FindingView(
            String level, String code, String place, String bank, String column, String message, String reason) {}

    static PageModel of(Report report, Words words) {
        return new Maker(report, words).make();
    }

    /** Puts the page's text together. */
    private static final class Maker {

        private static final long BAR_WIDTH = 560;
        private static final int BAR_STEP = 28;
        private static final int PAIRED_STEP = 18;
        private static final int BARS_FROM = 180;
        private static final Rounding DRAWN = Rounding.halfUp(1, "");

        private final Report report;
        private final Words words;
        private final WorkingSentence explanation;
        private final PlacingSentence placing;
        private final List<ScoreCard> ranked;

        Maker(Report report, Words words) {
            this.report = report;
            this.words = words;
            this.explanation = new WorkingSentence(words);
            this.placing = new PlacingSentence(words, report.assessment().scheme());
            this.ranked = report.assessment().cards().stream()
                    .sorted(Comparator.comparing(ScoreCard::rank))
                    .toList();
        }

        PageModel make() {
            String code = words.text("letter.code", "code", report.run().code());
            String style = resource("report.css")
                    .replace("{code}", code)
                    .replace(
                            "{pages}",
                            words.text("list.footer", "page", "\" counter(page) \"", "pages", "\" counter(pages) \""));
            String script = resource("report.js");
            boolean annual = report.annual();
            String policy = "default-src 'none'; style-src '" + digest(style) + "'; script-src '" + digest(script)
                    + "'; base-uri 'none'; form-action 'none'";
            return new PageModel(
                    policy,
                    style,
                    script,
                    words.text(
                            annual ? "page.title" : "page.title.interim",
                            "jurisdiction",
                            report.run().jurisdiction(),
                            "period",
                            period()),
                    words.text(annual ? "status.annual" : "status.interim"),
                    words.text(
                            "page.facts",
                            "office",
                            report.run().bureau(),
                            "period",
                            period(),
                            "revision",
                            report.run().revision()),
                    code,
                    report.approvalLine(words).orElse(""),
                    cards(),
                    notices(),
                    report.assessment().scheme().items().stream()
                            .map(Item::name)
                            .toList(),
                    ranked.stream().map(this::bank).toList(),
                    report.assessment().benchmarks().stream()
                            .flatMap(this::benchmark)
                            .toList(),
                    report.assessment().excluded().stream()
                            .map(other -> new Named(
                                    other.bank().name(),
                                    words.text("excluded." + other.reason().name(), "detail", other.detail())))
                            .toList(),
                    chart(),
                    words.text(annual ? "page.plan" : "page.plan.simulated"),
                    (adjusted()
                                    ? Stream.of(
                                            "current", "computed", "adjustment", "target", "change", "now", "maturity")
                                    : Stream.of("current", "target", "change", "now", "maturity"))
                            .map(head -> words.text("letter.table." + head))
                            .toList(),
                    report.plan().stream()
                            .flatMap(plan -> plan.funds().stream())
                            .map(this::fund)
                            .toList(),
                    Arrays.stream(Mark.values())
                            .map(mark -> new MarkView(
                                    mark.word(),
                                    words.text("mark." + mark.name()),
                                    words.text("mark." + mark.name() + ".meaning")))
                            .toList(),
                    report.findings().stream().map(this::finding).toList(),
                    runFacts(),
                    report.run().inputs().stream()
                            .map(input -> new Named(input.name(), input.sha256()))
                            .toList());
        }

        private String period() {
            return words.text(
                    report.annual() ? "letter.period.annual" : "letter.period.interim",
                    "year",
                    report.quarter().period().year(),
                    "quarter",
                    words.text("letter.quarter." + report.quarter().period().quarter()));
        }

        private List<Named> cards() {
            List<Named> cards = new ArrayList<>();
            cards.add(card(
                    "banks",
                    words.text(
                            "page.summary.banks.value",
                            "count",
                            report.assessment().cards().size())));
            cards.add(card(
                    "top",
                    ranked.stream()
                            .filter(first -> first.rank() == 1)
                            .map(first -> first.bank().label())
                            .collect(Collectors.joining(words.text("letter.join")))));
            report.plan().ifPresent(plan -> {
                cards.add(card(
                        "pool",
                        sum(plan.funds().stream()
                                .map(fund -> fund.pool().amount())
                                .toList())));
                cards.add(card(
                        "now",
                        sum(plan.funds().stream()
                                .flatMap(fund -> fund.transfers().stream())
                                .filter(transfer -> !transfer.atMaturity())
                                .map(Transfer::amount)
                                .toList())));
                cards.add(card("withdrawn", withdrawn(plan)));
            });
            cards.add(card(
                    "review",
                    words.text(
                            "page.summary.review.value",
                            "count",
                            report.findings().stream()
                                    .filter(finding -> finding.level() == Level.REVIEW)
                                    .count())));
            return cards;
        }

        private Named card(String key, String text) {
            return new Named(words.text("page.summary." + key), text);
        }

        private String withdrawn(Plan plan) {
            String banks = plan.funds().stream()
                    .flatMap(fund -> fund.rows().stream())
                    .filter(row -> row.note() == PlanRow.Note.WITHDRAWN || row.note() == PlanRow.Note.WITHDRAWN_EARLY)
                    .map(row -> row.bank().label())
                    .distinct()
                    .collect(Collectors.joining(words.text("letter.join")));
            return banks.isEmpty() ? words.text("page.summary.none") : banks;
        }

        private static String sum(List<Money> amounts) {
            return PrintedNumber.money(Money.sum(amounts));
        }

        private List<String> notices() {
            List<String> notices = new ArrayList<>();
            if (!report.annual()) {
                notices.add(words.text("page.simulated"));
            }
            List<String> assumed = report.assessment().scheme().items().stream()
                    .filter(item -> item.mark() == Mark.ASSUMED)
                    .map(Item::name)
                    .toList();
            if (!assumed.isEmpty()) {
                notices.add(words.text(
                        "page.assumed",
                        "count",
                        assumed.size(),
                        "items",
                        String.join(words.text("letter.join"), assumed)));
            }
            return notices;
        }

        private BankView bank(ScoreCard card) {
            return new BankView(
                    "bank-" + (ranked.indexOf(card) + 1),
                    Integer.toString(card.rank()),
                    card.bank().label(),
                    card.bank().name(),
                    total(card),
                    card.sharePercent().toPlainString(),
                    words.text(
                            "page.details.summary",
                            "bank",
                            card.bank().label(),
                            "rank",
                            card.rank(),
                            "total",
                            total(card),
                            "share",
                            card.sharePercent().toPlainString()),
                    card.lines().stream().map(this::line).toList());
        }

        private LineView line(ScoreLine line) {
            Mark mark = line.item().mark();
            return new LineView(
                    line.item().name(),
                    PrintedNumber.rounded(line.points(), line.rounding()),
                    words.text("mark." + mark.name()),
                    mark.word(),
                    line.item().clause(),
                    explanation.of(line, report.assessment()));
        }

        private String total(ScoreCard card) {
            return PrintedNumber.rounded(
                    card.total(), report.assessment().scheme().points());
        }

        private Stream<String> benchmark(BenchmarkValue benchmark) {
            return benchmark.value().stream()
                    .map(value -> words.text(
                            benchmark.published() ? "page.benchmark.published" : "page.benchmark.computed",
                            "name",
                            ReferenceSentence.nameOf(benchmark, words),
                            "value",
                            ResultJson.number(benchmark, value),
                            "count",
                            benchmark.banks().size()));
        }

        private Chart chart() {
            Fraction most = ranked.stream().map(ScoreCard::total).reduce(Fraction.ZERO, Fraction::max);
            List<Bar> bars = new ArrayList<>();
            for (ScoreCard card : ranked) {
                Fraction width = most.isPositive()
                        ? card.total()
                                .max(Fraction.ZERO)
                                .times(Fraction.of(BAR_WIDTH))
                                .dividedBy(most)
                        : Fraction.ZERO;
                int top = bars.size() * BAR_STEP + 4;
                bars.add(new Bar(
                        "total",
                        card.bank().label(),
                        total(card),
                        words.text("page.chart.label", "bank", card.bank().name(), "total", total(card)),
                        Integer.toString(top),
                        Integer.toString(top + 15),
                        DRAWN.text(width),
                        DRAWN.text(width.plus(Fraction.of(BARS_FROM + 8L)))));
            }
            return new Chart("0 0 820 " + (bars.size() * BAR_STEP + 8), bars);
        }

        /** Two bars a bank: what it holds and what it is to hold. */
        private Chart chart(FundPlan fund) {
            Fraction most = fund.rows().stream()
                    .flatMap(row -> Stream.of(row.current(), row.target()))
                    .map(Money::wan)
                    .reduce(Fraction.ZERO, Fraction::max);
            List<Bar> bars = new ArrayList<>();
            for (PlanRow row : fund.rows()) {
                String bank = row.bank().label();
                bars.add(bar("current", bank, bank, row.current(), most, bars.size()));
                bars.add(bar("target", "", bank, row.target(), most, bars.size()));
            }
            return new Chart("0 0 860 " + (bars.size() * PAIRED_STEP + 8), bars);
        }

        private Bar bar(String kind, String label, String bank, Money amount, Fraction most, int place) {
            Fraction width = most.isPositive()
                    ? amount.wan()
                            .max(Fraction.ZERO)
                            .times(Fraction.of(BAR_WIDTH))
                            .dividedBy(most)
                    : Fraction.ZERO;
            int top = place * PAIRED_STEP + (place % 2 == 0 ? 4 : 0);
            return new Bar(
                    kind,
                    label,
                    PrintedNumber.money(amount),
                    words.text(
                            "page.plan.bar",
                            "bank",
                            bank,
                            "kind",
                            words.text("letter.table." + kind),
                            "amount",
                            PrintedNumber.money(amount)),
                    Integer.toString(top),
                    Integer.toString(top + 11),
                    DRAWN.text(width),
                    DRAWN.text(width.plus(Fraction.of(BARS_FROM + 8L))));
        }

        private FundView fund(FundPlan fund) {
            String name = fund.pool().fund();
            return new FundView(
                    name,
                    words.text(
                            "page.plan.caption",
                            "fund",
                            name,
                            "pool",
                            PrintedNumber.money(fund.pool().amount()),
                            "unplaced",
                            PrintedNumber.money(fund.unplaced())),
                    chart(fund),
                    fund.rows().stream()
                            .map(row -> new RowView(
                                    row.bank().label(),
                                    amounts(row.current(), row.computed(), row.target(), row.now(), row.atMaturity()),
                                    placing.note(words.text("note." + row.note().name()), row)))
                            .toList(),
                    amounts(fund.current(), fund.computed(), fund.target(), fund.now(), fund.atMaturity()),
                    fund.adjustments().stream()
                            .map(each -> AdjustmentSentence.say(
                                    each, report.quarter().roster(), words))
                            .toList(),
                    fund.outside().isEmpty() ? "" : outside(fund),
                    words.text("page.transfers", "fund", name),
                    fund.transfers().stream().map(this::transfer).toList());
        }

        private List<String> amounts(Money current, Money computed, Money target, Money now, Money atMaturity) {
            List<Money> amounts = new ArrayList<>(List.of(current));
            if (adjusted()) {
                amounts.add(computed);
                amounts.add(target.minus(computed));
            }
            amounts.addAll(List.of(target, target.minus(current), now, atMaturity));
            return amounts.stream().map(PrintedNumber::money).toList();
        }

        private boolean adjusted() {
            return report.plan().map(Plan::adjusted).orElse(false);
        }

        private String outside(FundPlan fund) {
            return words.text(
                    "letter.plan.outside",
                    "banks",
                    fund.outside().stream()
                            .map(stays -> words.text(
                                    "letter.bank.money",
                                    "bank",
                                    stays.bank().label(),
                                    "amount",
                                    PrintedNumber.money(stays.current())))
                            .collect(Collectors.joining(words.text("letter.join"))));
        }

        private TransferView transfer(Transfer transfer) {
            String when = transfer.atMaturity() ? "page.transfer.maturity" : "page.transfer.now";
            return new TransferView(
                    bank(transfer.from(), "page.transfer.new"),
                    bank(transfer.to(), "page.transfer.less"),
                    PrintedNumber.money(transfer.amount()),
                    transfer.date()
                            .map(date -> words.text("page.transfer.maturity.date", "date", date))
                            .orElseGet(() -> words.text(when)));
        }

        private String bank(String code, String outside) {
            if (code.equals(Transfer.OUTSIDE)) {
                return words.text(outside);
            }
            Optional<Subject> bank = report.quarter().roster().subject(code);
            return bank.map(Subject::label).orElse(code);
        }

        private FindingView finding(PrintedFinding finding) {
            return new FindingView(
                    words.text("level." + finding.level().name()),
                    finding.code().name(),
                    finding.place().toString(),
                    finding.subject(),
                    finding.column(),
                    finding.message(),
                    finding.reason());
        }

        private List<Named> runFacts() {
            Scheme scheme = report.assessment().scheme();
            return List.of(
                    new Named(words.text("page.run.document"), scheme.source().document()),
                    new Named(words.text("page.run.scheme"), scheme.title() + " " + scheme.id()),
                    new Named(words.text("page.run.version"), report.run().version()),
                    new Named(
                            words.text("page.run.started"),
                            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT)
                                    .format(report.run().started())));
        }

        /** A part of the page, with the line ends that a browser sees when it checks the digest. */
        private static String resource(String name) {
            try (InputStream in = PageModel.class.getResourceAsStream("/templates/" + name)) {
                if (in == null) {
                    throw new IllegalStateException("missing from the program: " + name);
                }
                return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static String digest(String text) {
            return "sha256-"
                    + Base64.getEncoder().encodeToString(new Sha256().add(text).bytes());
        }
    }
}
