package bankscore.watch.say;

import bankscore.finding.Words;
import bankscore.rule.BenchmarkValue;
import bankscore.watch.judge.IndexValue;
import bankscore.watch.judge.JudgedGroup;
import bankscore.watch.judge.TargetState;
import bankscore.watch.judge.Watched;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a period came to, in few words, for whoever reads one page. */
public final class Overview {

    /** More names are counted. */
    private static final int MOST_NAMES = 6;

    private final Report report;
    private final Words words;

    /** @param words those of watching */
    public Overview(Report report, Words words) {
        this.report = report;
        this.words = words;
    }

    /** What follows for whom of a group: 约谈 2 家（甲、乙）. */
    public String degrees(JudgedGroup group) {
        Map<String, List<String>> names = new LinkedHashMap<>();
        report.rule().degrees().forEach(degree -> names.put(degree.name(), new ArrayList<>()));
        for (Watched each : group.subjects()) {
            if (!each.hits().isEmpty()) {
                names.computeIfAbsent(
                                each.degree()
                                        .map(degree -> degree.name())
                                        .orElseGet(() -> words.text("overview.named")),
                                degree -> new ArrayList<>())
                        .add(each.subject().label());
            }
        }
        String all = names.entrySet().stream()
                .filter(each -> !each.getValue().isEmpty())
                .map(each -> words.text(
                        "overview.degree",
                        "degree",
                        each.getKey(),
                        "count",
                        each.getValue().size(),
                        "names",
                        names(each.getValue())))
                .collect(Collectors.joining(words.text("overview.join")));
        return all.isEmpty() ? words.text("overview.nobody") : all;
    }

    /** The first names, and that there are more. */
    public String names(List<String> all) {
        String first = all.stream().limit(MOST_NAMES).collect(Collectors.joining(words.text("letter.join")));
        return all.size() > MOST_NAMES ? words.text("overview.more", "names", first) : first;
    }

    /** The benchmarks with their values; absent where the rule has none. */
    public Optional<String> benchmarks() {
        List<BenchmarkValue> all = report.judgement().benchmarks();
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(words.text(
                        "overview.benchmarks",
                        "benchmarks",
                        all.stream().map(this::benchmark).collect(Collectors.joining(words.text("overview.join")))));
    }

    private String benchmark(BenchmarkValue value) {
        String name = value.benchmark().name();
        return value.printed()
                .map(printed -> words.text(
                        value.published() ? "overview.published" : "overview.computed",
                        "name",
                        name,
                        "value",
                        printed + unit(value.benchmark().id())))
                .orElseGet(() -> words.text("overview.missing", "name", name));
    }

    /** The unit of what is held against a benchmark. */
    private String unit(String benchmark) {
        return report.rule().watches().stream()
                .filter(watch -> watch.bound().named().filter(benchmark::equals).isPresent())
                .flatMap(watch -> watch.of().stream()
                        .flatMap(id -> report.rule().group(id).stream())
                        .flatMap(group -> group.measure(watch.measure()).stream()))
                .map(measure -> measure.unit())
                .findFirst()
                .or(() -> report.rule().targets().stream()
                        .filter(target ->
                                target.goal().named().filter(benchmark::equals).isPresent())
                        .map(target -> target.unit())
                        .findFirst())
                .orElse("");
    }

    /** The targets by state, a line each. */
    public List<String> targets() {
        List<String> lines = new ArrayList<>();
        for (TargetState.State state : TargetState.State.values()) {
            List<TargetState> own = report.judgement().targets().stream()
                    .filter(each -> each.state() == state)
                    .toList();
            if (!own.isEmpty()) {
                lines.add(words.text(
                        "overview.targets",
                        "state",
                        words.text("target." + state.name()),
                        "count",
                        own.size(),
                        "targets",
                        own.stream().map(this::target).collect(Collectors.joining(words.text("letter.join")))));
            }
        }
        return lines;
    }

    /** A target with its value and what it is to reach. */
    public String target(TargetState state) {
        return Figures.value(state)
                .map(value -> words.text(
                        state.path().isPresent() ? "overview.target.path" : "overview.target",
                        "name",
                        state.target().name(),
                        "value",
                        value,
                        "goal",
                        Figures.goal(state, report.judgement(), words).orElseGet(() -> words.text("overview.unknown")),
                        "path",
                        Figures.path(state).orElse("")))
                .orElseGet(() -> state.target().name());
    }

    /** What an index comes to. */
    public String index(IndexValue index) {
        return index.value()
                .map(value -> words.text(
                        "overview.index",
                        "name",
                        index.index().name(),
                        "value",
                        index.index().rounding().text(value),
                        "base",
                        words.quarter(index.index().base()),
                        "from",
                        Figures.asGiven(index.index().baseValue())))
                .orElseGet(() ->
                        words.text("overview.index.none", "name", index.index().name()));
    }
}
