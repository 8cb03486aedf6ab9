package bankscore.watch.say;

import bankscore.answer.PrintedNumber;
import bankscore.exact.Fraction;
import bankscore.exact.Rounding;
import bankscore.finding.Words;
import bankscore.rule.BenchmarkValue;
import bankscore.rule.Definition;
import bankscore.rule.Reference;
import bankscore.watch.judge.Judgement;
import bankscore.watch.judge.Look;
import bankscore.watch.judge.TargetState;
import bankscore.watch.judge.Watched;
import bankscore.watch.scheme.Group;
import java.time.LocalDate;
import java.util.Optional;

/** The figures of a judgement as text, each with the decimals it is published with ({@code watch.md#papers}). */
public final class Figures {

    /** Of a path to a goal. */
    public static final Rounding PATH = Rounding.halfUp(2, "watch.md#targets");

    private final Judgement judgement;
    private final Group group;

    /** @param group whose measures they are */
    public Figures(Judgement judgement, Group group) {
        this.judgement = judgement;
        this.group = group;
    }

    /** A number as somebody gave it: with the decimals it has, at most twelve. */
    public static String asGiven(Fraction value) {
        return Definition.printed(value, Optional.empty());
    }

    /** A decimal number, its thousands apart. */
    public static String grouped(String decimal) {
        int point = decimal.indexOf('.');
        String whole = PrintedNumber.value(Fraction.of(point < 0 ? decimal : decimal.substring(0, point)));
        // Minus nothing keeps its sign before the decimals.
        String sign = decimal.startsWith("-") && !whole.startsWith("-") ? "-" : "";
        return sign + whole + (point < 0 ? "" : decimal.substring(point));
    }

    /** A subject's measure. */
    public Optional<String> value(Look look) {
        return look.value().map(value -> Definition.printed(value, measure(look).rounding()));
    }

    /** What a subject's measure was held against. */
    public Optional<String> bound(Look look) {
        return look.bound()
                .map(bound -> look.watch().bound() instanceof Reference.OfPopulation
                        ? Definition.printed(bound, measure(look).rounding())
                        : reference(judgement, look.watch().bound(), bound));
    }

    /** How far it lies on the wrong side, not rounded again; with the measure's decimals at least. */
    public Optional<String> gap(Look look) {
        return look.gap()
                .map(gap -> measure(look)
                        .rounding()
                        .filter(to -> to.round(gap).equals(gap))
                        .map(to -> to.text(gap))
                        .orElseGet(() -> asGiven(gap)));
    }

    /** What a number or a benchmark comes to. */
    public static String reference(Judgement judgement, Reference reference, Fraction value) {
        return reference
                .named()
                .flatMap(judgement::benchmark)
                .filter(each -> each.value().filter(value::equals).isPresent())
                .flatMap(BenchmarkValue::printed)
                .orElseGet(() -> asGiven(value));
    }

    /** The measure that a watch looks at. */
    public Definition.Measure measure(Look look) {
        return group.measure(look.watch().measure()).orElseThrow();
    }

    /** Why a subject is listed and not judged. */
    public static String exempt(Watched.Exempt exempt, Words words) {
        String detail = exempt.reason() == Watched.Exempt.Reason.TOO_NEW
                ? words.date(LocalDate.parse(exempt.detail()))
                : exempt.detail();
        return words.text("exempt." + exempt.reason().name(), "detail", detail);
    }

    /** How far a target is. */
    public static String state(TargetState state, Words words) {
        return words.text("target." + state.state().name());
    }

    /** What a target has come to, with its unit. */
    public static Optional<String> value(TargetState state) {
        return state.value().map(value -> of(state, asGiven(value)));
    }

    /** What it is to come to, with its unit, and whether more than that. */
    public static Optional<String> goal(TargetState state, Judgement judgement, Words words) {
        return state.goal()
                .map(goal -> (state.target().strictly() ? words.text("comparison.ABOVE") : "")
                        + of(state, reference(judgement, state.target().goal(), goal)));
    }

    /** What it should have come to by today, with its unit. */
    public static Optional<String> path(TargetState state) {
        return state.path().map(path -> of(state, PATH.text(path)));
    }

    private static String of(TargetState state, String decimal) {
        return grouped(decimal) + state.target().unit();
    }
}
