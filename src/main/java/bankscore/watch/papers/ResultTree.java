package bankscore.watch.papers;

import bankscore.exact.Fraction;
import bankscore.exact.Rounding;
import bankscore.finding.PrintedFinding;
import bankscore.finding.Words;
import bankscore.paper.json.FindingsJson;
import bankscore.paper.json.Json;
import bankscore.paper.json.ReceivedJson;
import bankscore.rule.BenchmarkValue;
import bankscore.rule.Definition;
import bankscore.watch.judge.IndexValue;
import bankscore.watch.judge.JudgedGroup;
import bankscore.watch.judge.Judgement;
import bankscore.watch.judge.Look;
import bankscore.watch.judge.TargetState;
import bankscore.watch.judge.Watched;
import bankscore.watch.say.Figures;
import bankscore.watch.say.Report;
import bankscore.watch.scheme.Group;
import bankscore.watch.scheme.Watch;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a result holds. Figures are decimal strings, ranks, grades and counts numbers; no time, path or machine is among them. */
final class ResultTree {

    private static final Rounding SHARE = Rounding.halfUp(15, "watch.md#papers");

    private final Report report;
    private final Words words;

    ResultTree(Report report, Words words) {
        this.report = report;
        this.words = words;
    }

    /** All but the code, which follows from it. */
    ObjectNode result() {
        Judgement judgement = report.judgement();
        ObjectNode result = Json.object();
        result.put("period", report.period().toString());
        result.put("jurisdiction", report.run().jurisdiction());
        result.put("status", "notice");
        result.put("revision", report.run().revision());
        result.put("rule", report.rule().rule());
        result.put("scheme", report.rule().id());
        ObjectNode benchmarks = result.putObject("benchmarks");
        judgement
                .benchmarks()
                .forEach(value ->
                        benchmark(benchmarks.putObject(value.benchmark().id()), value));
        ObjectNode subjects = result.putObject("subjects");
        for (JudgedGroup group : judgement.groups()) {
            ArrayNode all = subjects.putArray(group.group().id());
            group.subjects().forEach(subject -> subject(all.addObject(), group.group(), subject));
        }
        ArrayNode targets = result.putArray("targets");
        judgement.targets().forEach(state -> target(targets.addObject(), state));
        ArrayNode indices = result.putArray("index");
        judgement.indices().forEach(value -> index(indices.addObject(), value));
        ObjectNode published = result.putObject("published");
        published().forEach(published::put);
        if (!report.received().isEmpty()) {
            result.set("received", ReceivedJson.of(report.received(), words));
        }
        ArrayNode findings = result.putArray("findings");
        for (PrintedFinding finding : report.findings()) {
            findings.add(FindingsJson.node(finding, words));
        }
        return result;
    }

    private static void benchmark(ObjectNode node, BenchmarkValue value) {
        putOrNull(node, "value", value.printed());
        node.put("source", value.published() ? "published" : "computed");
    }

    private void subject(ObjectNode node, Group group, Watched subject) {
        node.put("code", subject.subject().code());
        node.put("name", subject.subject().name());
        ObjectNode measures = node.putObject("measures");
        subject.measures().forEach((id, value) -> putOrNull(measures, id, value.printed()));
        ranks(node.putObject("ranks"), group, subject.ranks());
        ranks(node.putObject("previousRanks"), group, subject.previousRanks());
        ArrayNode hits = node.putArray("hits");
        subject.hits().forEach(look -> hit(hits.addObject(), new Figures(report.judgement(), group), look));
        grades(node.putObject("grades"), group, subject);
        putOrNull(node, "degree", subject.degree().map(degree -> degree.name()));
        putOrNull(node, "exempt", subject.exempt().map(exempt -> Figures.exempt(exempt, words)));
    }

    private static void ranks(ObjectNode node, Group group, Map<String, Integer> ranks) {
        for (Definition.Measure measure : group.definitions().measures()) {
            putOrNull(node, measure.id(), ranks.get(measure.id()));
        }
    }

    private static void hit(ObjectNode node, Figures figures, Look look) {
        node.put("id", look.watch().id());
        putOrNull(node, "value", figures.value(look));
        putOrNull(node, "benchmark", figures.bound(look));
        putOrNull(node, "gap", figures.gap(look));
        node.put("grade", look.grade());
        node.put("running", look.running());
    }

    /** The grade that each watch reached in this period, whatever its row: by it later periods count on; null: not to be said. */
    private void grades(ObjectNode node, Group group, Watched subject) {
        for (Watch watch : report.rule().watches(group)) {
            putOrNull(
                    node,
                    watch.id(),
                    subject.looks().stream()
                            .filter(look -> look.watch().id().equals(watch.id()))
                            .filter(look -> look.gap().isPresent())
                            .findFirst()
                            .map(look ->
                                    look.met().isEmpty() ? 0 : look.met().get(0).grade())
                            .orElse(null));
        }
    }

    private void target(ObjectNode node, TargetState state) {
        node.put("id", state.target().id());
        putOrNull(node, "value", state.value().map(Figures::asGiven));
        putOrNull(
                node,
                "target",
                state.goal()
                        .map(goal -> Figures.reference(
                                report.judgement(), state.target().goal(), goal)));
        node.put("state", Figures.state(state, words));
        putOrNull(node, "share", state.share().map(SHARE::text));
        putOrNull(node, "path", state.path().map(Figures.PATH::text));
        node.put("passed", state.passed());
    }

    private static void index(ObjectNode node, IndexValue index) {
        node.put("id", index.index().id());
        putOrNull(node, "value", index.value().map(index.index().rounding()::text));
    }

    /** The published figures that entered, by item as the rule names it: the base of an index is one of them. */
    private Map<String, String> published() {
        Map<String, Optional<Fraction>> all = new LinkedHashMap<>();
        report.judgement().benchmarks().stream()
                .filter(BenchmarkValue::published)
                .forEach(value -> value.benchmark().published().ifPresent(item -> all.put(item, value.value())));
        report.judgement().targets().forEach(state -> all.put(state.target().published(), state.value()));
        report.judgement().indices().stream()
                .flatMap(index -> index.parts().stream())
                .forEach(part -> all.put(part.part().published(), part.value()));
        Map<String, String> given = new LinkedHashMap<>();
        all.forEach((item, value) -> value.ifPresent(figure -> given.put(item, Figures.asGiven(figure))));
        return given;
    }

    private static void putOrNull(ObjectNode node, String key, Optional<String> text) {
        text.ifPresentOrElse(value -> node.put(key, value), () -> node.putNull(key));
    }

    private static void putOrNull(ObjectNode node, String key, @Nullable Integer number) {
        if (number == null) {
            node.putNull(key);
        } else {
            node.put(key, number);
        }
    }
}
