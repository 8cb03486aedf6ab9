package bankscore.contribution.say;

import bankscore.answer.Answer;
import bankscore.answer.Answer.Piece;
import bankscore.answer.Answer.Section;
import bankscore.answer.PrintedNumber;
import bankscore.contribution.judge.Judgement;
import bankscore.contribution.judge.Report;
import bankscore.contribution.judge.compare.BankChange;
import bankscore.contribution.judge.compare.BankChange.ItemChange;
import bankscore.contribution.judge.compare.Cause;
import bankscore.contribution.judge.compare.Comparison;
import bankscore.contribution.scheme.Scheme;
import bankscore.exact.Fraction;
import bankscore.exact.Money;
import bankscore.exact.Rounding;
import bankscore.finding.Words;
import bankscore.run.questions.Fall;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What changed between two results, as text and tables. */
public final class ComparisonAnswer {

    private static final Rounding FOUR = Rounding.halfUp(4, "");
    private static final List<Cause> RULED = List.of(Cause.ROSTER, Cause.DATA, Cause.RULE);

    private final Comparison comparison;
    private final Words words;
    private final String none;

    private ComparisonAnswer(Comparison comparison, Words words) {
        this.comparison = comparison;
        this.words = words;
        this.none = words.text("compare.none");
    }

    /** The whole answer: what is compared and whether the city goes by it, then part by part. */
    public static Answer of(Report before, Report after, List<Comparison> comparisons, Words words) {
        Comparison comparison = comparisons.get(0);
        List<String> sides = new ArrayList<>();
        sides.add(words.text("compare.book.before", "side", side(before, comparison.before(), words)));
        sides.add(words.text("compare.book.after", "side", side(after, comparison.after(), words)));
        sides.addAll(standing(before, after, comparison, words));
        return new Answer(
                words.text("compare.title"),
                String.join("\n", sides),
                comparisons.stream()
                        .flatMap(each -> sections(each, words).stream())
                        .toList());
    }

    /** What a section is called, of a fund with its name. */
    private String title(String key) {
        return comparison
                .fund()
                .map(fund -> words.text("answer.of.fund", "fund", fund, "section", words.text(key)))
                .orElseGet(() -> words.text(key));
    }

    private static List<Section> sections(Comparison comparison, Words words) {
        ComparisonAnswer text = new ComparisonAnswer(comparison, words);
        List<Section> sections = new ArrayList<>();
        text.moved().ifPresent(sections::add);
        sections.add(text.totals());
        sections.add(text.ranks());
        sections.add(text.shares());
        text.items().ifPresent(sections::add);
        comparison.funds().forEach(fund -> sections.add(text.money(fund)));
        List<String> adjusted = adjustments(comparison, words);
        if (!adjusted.isEmpty()) {
            sections.add(new Section(
                    text.title("compare.adjusted"),
                    adjusted.stream().<Piece>map(Piece.Line::new).toList()));
        }
        return sections;
    }

    /** What one side of the comparison is. */
    public static String side(Report report, Judgement result, Words words) {
        return words.text(
                "compare.side",
                "period",
                report.quarter().period(),
                "revision",
                report.run().revision(),
                "code",
                report.run().code(),
                "scheme",
                result.scheme().id());
    }

    /** Banks that came or went, and those that are assessed on one side only. */
    public static List<String> moved(Comparison comparison, Words words) {
        List<String> lines = new ArrayList<>();
        for (BankChange bank : comparison.banks()) {
            moved(bank, comparison.fund().isPresent(), words)
                    .ifPresent(how -> lines.add(
                            words.text("compare.moved.line", "bank", bank.bank().label(), "how", how)));
        }
        return lines;
    }

    /** What leaders changed in either plan, why, and who decided it. */
    public static List<String> adjustments(Comparison comparison, Words words) {
        return Stream.concat(
                        adjustments("compare.adjusted.before", comparison.before(), words),
                        adjustments("compare.adjusted.after", comparison.after(), words))
                .toList();
    }

    private static Stream<String> adjustments(String key, Judgement result, Words words) {
        return result.placement().funds().stream()
                .flatMap(fund -> fund.adjustments().stream())
                .map(adjustment -> words.text(
                        key,
                        "fund",
                        adjustment.fund(),
                        "bank",
                        result.quarter().roster().label(adjustment.bank()),
                        "amount",
                        PrintedNumber.signed(adjustment.amount()),
                        "reason",
                        adjustment.reason(),
                        "approver",
                        adjustment.approver()));
    }

    /**
     * What happened to a bank besides its figures.
     *
     * @param ofFund whether it is compared in one fund alone, in which it need not take part
     */
    public static Optional<String> moved(BankChange bank, boolean ofFund, Words words) {
        boolean was = bank.before().total().isPresent();
        boolean is = bank.after().total().isPresent();
        if (bank.came()) {
            return Optional.of(words.text("compare.came"));
        }
        if (bank.gone()) {
            return Optional.of(words.text("compare.gone"));
        }
        if (is == was) {
            return Optional.empty();
        }
        return Optional.of(words.text((is ? "compare.joined" : "compare.left") + (ofFund ? ".fund" : "")));
    }

    /**
     * Whether what is compared is what the city goes by: approvals, results that nobody published, and figures that were not
     * sent and are those of earlier periods.
     */
    public static List<String> standing(Report before, Report after, Comparison comparison, Words words) {
        Set<String> lines = new LinkedHashSet<>();
        approval(before, words).ifPresent(lines::add);
        approval(after, words).ifPresent(lines::add);
        unpublished(before, comparison.before(), words).ifPresent(lines::add);
        unpublished(after, comparison.after(), words).ifPresent(lines::add);
        late("compare.late.before", before, comparison.before(), words).forEach(lines::add);
        late("compare.late.after", after, comparison.after(), words).forEach(lines::add);
        return List.copyOf(lines);
    }

    private static Optional<String> approval(Report report, Words words) {
        return report.approval()
                .map(approval -> words.text(
                        "compare.approved",
                        "period",
                        report.quarter().period(),
                        "revision",
                        approval.revision(),
                        "document",
                        approval.document(),
                        "date",
                        approval.date()));
    }

    private static Stream<String> late(String key, Report report, Judgement result, Words words) {
        return new LateSentence(words)
                .all(result.quarter().facts(), column -> report.column(column, words)).stream()
                        .map(sentence -> words.text(key, "late", sentence));
    }

    private static Optional<String> unpublished(Report report, Judgement result, Words words) {
        Scheme published = report.assessment().scheme();
        return published.digest().equals(result.scheme().digest())
                ? Optional.empty()
                : Optional.of(words.text(
                        "compare.unpublished",
                        "scheme",
                        result.scheme().id(),
                        "period",
                        report.quarter().period()));
    }

    private Optional<Section> moved() {
        List<String> lines = moved(comparison, words);
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(new Section(
                        title("compare.moved"),
                        lines.stream().<Piece>map(Piece.Line::new).toList()));
    }

    private Section totals() {
        List<List<String>> rows = new ArrayList<>();
        for (BankChange bank : assessed()) {
            List<String> row = new ArrayList<>(List.of(
                    bank.bank().label(),
                    bank.before().total().map(this::points).orElse(none),
                    bank.after().total().map(this::points).orElse(none),
                    signed(bank.total())));
            RULED.forEach(cause -> row.add(signed(bank.cause(cause).total())));
            rows.add(row);
        }
        return new Section(title("compare.totals"), List.of(new Piece.Table(head("compare.totals.head"), rows)));
    }

    private Section ranks() {
        List<List<String>> rows = new ArrayList<>();
        for (BankChange bank : assessed()) {
            Optional<Integer> moved =
                    bank.before().rank().flatMap(from -> bank.after().rank().map(to -> to - from));
            List<String> row = new ArrayList<>(List.of(
                    bank.bank().label(),
                    bank.before().rank().map(String::valueOf).orElse(none),
                    bank.after().rank().map(String::valueOf).orElse(none),
                    places(moved)));
            RULED.forEach(cause -> row.add(places(bank.cause(cause).rank())));
            rows.add(row);
        }
        return new Section(title("compare.ranks"), List.of(new Piece.Table(head("compare.ranks.head"), rows)));
    }

    private Section shares() {
        List<List<String>> rows = new ArrayList<>();
        for (BankChange bank : assessed()) {
            List<String> row = new ArrayList<>(List.of(
                    bank.bank().label(),
                    percent(bank.before().share()),
                    percent(bank.after().share()),
                    signedPercent(bank.share())));
            RULED.forEach(cause -> row.add(signedPercent(bank.cause(cause).share())));
            rows.add(row);
        }
        return new Section(
                title("compare.shares"),
                List.of(
                        new Piece.Table(head("compare.shares.head"), rows),
                        new Piece.Line(words.text("compare.shares.note"))));
    }

    /** The items whose points moved: where a change of the total comes from. */
    private Optional<Section> items() {
        List<List<String>> rows = new ArrayList<>();
        for (BankChange bank : assessed()) {
            for (ItemChange item : bank.items()) {
                if (!item.change().isZero()) {
                    rows.add(List.of(
                            bank.bank().label(),
                            item.name(),
                            item.before().map(this::points).orElse(none),
                            item.after().map(this::points).orElse(none),
                            signed(item.change())));
                }
            }
        }
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new Section(
                        title("compare.items"), List.of(new Piece.Table(head("compare.items.head"), rows))));
    }

    private Section money(String fund) {
        List<List<String>> rows = new ArrayList<>();
        for (BankChange bank : comparison.banks()) {
            if (bank.concerns(fund)) {
                List<String> row = new ArrayList<>(List.of(
                        bank.bank().label(),
                        PrintedNumber.money(bank.before().target(fund)),
                        PrintedNumber.money(bank.after().target(fund)),
                        signed(bank.money(fund))));
                for (Cause cause : Cause.values()) {
                    row.add(signed(bank.cause(cause).money(fund)));
                }
                rows.add(row);
            }
        }
        return new Section(
                words.text("compare.money", "fund", fund), List.of(new Piece.Table(head("compare.money.head"), rows)));
    }

    /** How each bank's total, and what it is to hold of each fund, came from before to after. */
    public static List<Fall> falls(List<Comparison> comparisons, Words words) {
        return comparisons.stream().flatMap(each -> falls(each, words).stream()).toList();
    }

    private static List<Fall> falls(Comparison comparison, Words words) {
        ComparisonAnswer text = new ComparisonAnswer(comparison, words);
        List<String> totals = text.head("compare.totals.head");
        List<String> funds = text.head("compare.money.head");
        List<Fall> falls = new ArrayList<>();
        for (BankChange bank : text.assessed()) {
            Fraction before = bank.before().total().orElse(Fraction.ZERO);
            Fraction after = bank.after().total().orElse(Fraction.ZERO);
            falls.add(new Fall(
                    text.title("compare.totals"),
                    bank.bank().label(),
                    new Fall.Mark(totals.get(1), before, text.points(before)),
                    marks(
                            RULED,
                            totals.subList(4, totals.size()),
                            cause -> bank.cause(cause).total(),
                            text::signed),
                    new Fall.Mark(totals.get(2), after, text.points(after))));
        }
        for (String fund : comparison.funds()) {
            for (BankChange bank : comparison.banks()) {
                Money before = bank.before().target(fund);
                Money after = bank.after().target(fund);
                falls.add(new Fall(
                        words.text("compare.money", "fund", fund),
                        bank.bank().label(),
                        new Fall.Mark(funds.get(1), before.wan(), PrintedNumber.money(before)),
                        marks(
                                List.of(Cause.values()),
                                funds.subList(4, funds.size()),
                                cause -> bank.cause(cause).money(fund).wan(),
                                change -> text.signed(Money.ofWan(change))),
                        new Fall.Mark(funds.get(2), after.wan(), PrintedNumber.money(after))));
            }
        }
        return falls.stream().filter(Fall::moved).toList();
    }

    private static List<Fall.Mark> marks(
            List<Cause> causes,
            List<String> names,
            Function<Cause, Fraction> change,
            Function<Fraction, String> printed) {
        return IntStream.range(0, causes.size())
                .mapToObj(at -> {
                    Fraction moved = change.apply(causes.get(at));
                    return new Fall.Mark(names.get(at), moved, printed.apply(moved));
                })
                .toList();
    }

    private List<BankChange> assessed() {
        return assessed(comparison);
    }

    /** The banks that are assessed on either side, by the later rank, then those that no longer are. */
    public static List<BankChange> assessed(Comparison comparison) {
        return comparison.banks().stream()
                .filter(bank -> bank.before().total().isPresent()
                        || bank.after().total().isPresent())
                .sorted(Comparator.comparing(bank -> bank.after().rank().orElse(Integer.MAX_VALUE)))
                .toList();
    }

    private List<String> head(String key) {
        return List.of(words.text(key).split("\\|", -1));
    }

    private String signed(Fraction change) {
        return change.isZero() ? none : (change.isPositive() ? "+" : "") + points(change);
    }

    /** With the decimals of points, or all that there are: two rules may round differently. */
    private String points(Fraction points) {
        Rounding rounding = comparison.after().scheme().points();
        return rounding.round(points).equals(points)
                ? PrintedNumber.rounded(points, rounding)
                : PrintedNumber.value(points);
    }

    private String signed(Money change) {
        return change.isZero() ? none : PrintedNumber.signed(change);
    }

    private static String percent(Fraction share) {
        return PrintedNumber.rounded(share.times(Fraction.HUNDRED), FOUR);
    }

    private String signedPercent(Fraction change) {
        return change.isZero() ? none : PrintedNumber.signed(change.times(Fraction.HUNDRED), FOUR);
    }

    private String places(Optional<Integer> moved) {
        if (moved.isEmpty() || moved.get() == 0) {
            return none;
        }
        return words.text(moved.get() < 0 ? "compare.up" : "compare.down", "places", Math.abs(moved.get()));
    }
}
