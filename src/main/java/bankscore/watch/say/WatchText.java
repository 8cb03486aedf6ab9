package bankscore.watch.say;

import bankscore.answer.PrintedNumber;
import bankscore.exact.Fraction;
import bankscore.exact.Period;
import bankscore.finding.Words;
import bankscore.rule.Definition;
import bankscore.watch.judge.Look;
import bankscore.watch.scheme.Group;
import bankscore.watch.scheme.Watch;

/** What a watch found of one subject, as readers say it. */
public final class WatchText {

    private final Report report;
    private final Words words;

    /** @param words those of watching */
    public WatchText(Report report, Words words) {
        this.report = report;
        this.words = words;
    }

    /** What a watch is called, with the grade that was reached where it has several. */
    public static String named(Look look, Words words) {
        return look.watch().grades().size() > 1
                ? words.text("text.graded", "watch", look.watch().name(), "grade", look.grade())
                : look.watch().name();
    }

    /** The side on which it is hit: 低于, 高于. */
    public String side(Watch watch) {
        return words.text("comparison." + watch.side().name());
    }

    /** What a subject is held against: a number with its unit, or a name. */
    public String bound(Group group, Watch watch) {
        Definition.Measure measure = measure(group, watch);
        String bound = watch.bound()
                .read(new BoundText(
                        measure.unit(),
                        id -> report.name(group, id),
                        statistic -> words.text(
                                "text.population",
                                "group",
                                report.called(group, words),
                                "statistic",
                                words.text("statistic." + statistic.name()))));
        return watch.progress() ? words.text("text.progress", "bound", bound) : bound;
    }

    /** What was found of one subject, with its own figures and what it was held against. */
    public String found(Group group, Look look) {
        Definition.Measure measure = measure(group, look.watch());
        boolean number = look.watch().bound().number().isPresent();
        Figures figures = new Figures(report.judgement(), group);
        return words.text(
                number ? "text.found.number" : "text.found",
                "measure",
                measure.name(),
                "value",
                figures.value(look).map(value -> figure(value, measure)).orElse(""),
                "side",
                side(look.watch()),
                "bound",
                bound(group, look.watch()),
                "against",
                figures.bound(look).map(value -> figure(value, measure)).orElse(""),
                "gap",
                figures.gap(look).map(WatchText::grouped).orElse("") + points(measure));
    }

    /** The figures that were compared, whichever side they lie on. */
    public String compared(Group group, Look look) {
        Definition.Measure measure = measure(group, look.watch());
        Figures figures = new Figures(report.judgement(), group);
        return words.text(
                "text.compared",
                "measure",
                measure.name(),
                "value",
                figures.value(look).map(value -> figure(value, measure)).orElse(""),
                "bound",
                bound(group, look.watch()),
                "against",
                figures.bound(look).map(value -> figure(value, measure)).orElse(""));
    }

    /** Since when: the periods in a row. */
    public String since(Look look) {
        Period first = look.met().get(look.met().size() - 1).period();
        return look.running() == 1
                ? words.text("text.since.now")
                : words.text("text.since", "count", look.running(), "first", words.quarter(first));
    }

    /** A published figure with its unit, thousands apart. */
    public static String figure(String value, Definition.Measure measure) {
        return grouped(value) + measure.unit();
    }

    private static String grouped(String decimal) {
        int point = decimal.indexOf('.');
        String whole = PrintedNumber.value(Fraction.of(point < 0 ? decimal : decimal.substring(0, point)));
        // Minus nothing keeps its sign before the decimals.
        String sign = decimal.startsWith("-") && !whole.startsWith("-") ? "-" : "";
        return sign + whole + (point < 0 ? "" : decimal.substring(point));
    }

    /** Differences of percentages are points. */
    public String points(Definition.Measure measure) {
        return measure.unit().equals("%") ? words.text("rule.points") : measure.unit();
    }

    private static Definition.Measure measure(Group group, Watch watch) {
        return group.measure(watch.measure()).orElseThrow();
    }
}
