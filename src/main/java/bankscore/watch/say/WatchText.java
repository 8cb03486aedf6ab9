package bankscore.watch.say;

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
    private final RuleSentences rule;

    /** @param words those of watching */
    public WatchText(Report report, Words words) {
        this.report = report;
        this.words = words;
        this.rule = new RuleSentences(report.rule(), group -> report.called(group, words), words);
    }

    /** What a watch is called, with the grade that was reached where it has several. */
    public static String named(Look look, Words words) {
        return look.watch().grades().size() > 1
                ? words.text("text.graded", "watch", look.watch().name(), "grade", look.grade())
                : look.watch().name();
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
                rule.side(look.watch()),
                "bound",
                rule.bound(group, look.watch()),
                "against",
                figures.bound(look).map(value -> figure(value, measure)).orElse(""),
                "gap",
                figures.gap(look).map(Figures::grouped).orElse("") + rule.points(measure.unit()));
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
                rule.bound(group, look.watch()),
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
        return Figures.grouped(value) + measure.unit();
    }

    private static Definition.Measure measure(Group group, Watch watch) {
        return group.measure(watch.measure()).orElseThrow();
    }
}
