package bankscore.watch.judge;

import bankscore.exact.Period;
import bankscore.finding.Code;
import bankscore.finding.Finding;
import bankscore.rule.BenchmarkValue;
import bankscore.sheet.Place;
import bankscore.watch.judge.Look.Broken.Why;
import bankscore.watch.scheme.Group;
import bankscore.watch.scheme.Index;
import bankscore.watch.scheme.Target;
import bankscore.watch.scheme.WatchScheme;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is to be verified of what was judged: what a benchmark, a measure or an index lacks, and where counts end in a gap. */
final class Noted {

    private final WatchPeriod period;
    private final WatchScheme rule;
    private final Published published;
    private final Running running;

    Noted(WatchPeriod period, Published published, Running running) {
        this.period = period;
        this.rule = period.rule();
        this.published = published;
        this.running = running;
    }

    List<Finding> all(Values values, List<JudgedGroup> groups, List<IndexValue> indices) {
        List<Finding> findings = new ArrayList<>();
        Map<String, String> items = items(values.benchmarks());
        items.forEach((item, variant) -> {
            if (published.today(item).isEmpty() && !published.isLater(item)) {
                Finding finding = Finding.of(Code.W216, published.sheet()).with("expected", item);
                findings.add(variant.isEmpty() ? finding : finding.with(Finding.VARIANT, variant));
            }
        });
        for (BenchmarkValue value : values.benchmarks()) {
            if (value.value().isEmpty() && value.benchmark().computed().isPresent()) {
                findings.add(Finding.of(Code.W306, Place.NONE)
                        .with("found", value.benchmark().name())
                        .with(Finding.VARIANT, "benchmark"));
            }
        }
        for (IndexValue value : indices) {
            if (value.parts().stream()
                    .anyMatch(part -> part.base().filter(base -> !base.isZero()).isEmpty())) {
                findings.add(Finding.of(Code.W306, Place.NONE)
                        .with("found", value.index().name())
                        .with("period", value.index().base())
                        .with(Finding.VARIANT, "index"));
            }
        }
        rule.groups().forEach(group -> findings.addAll(values.of(group).withoutValue()));
        findings.addAll(gaps(groups));
        if (!running.reportedPeriods().isEmpty()) {
            findings.add(Finding.of(Code.N411, historySheet())
                    .with(
                            "found",
                            running.reportedPeriods().stream()
                                    .map(Period::toString)
                                    .collect(Collectors.joining("、"))));
        }
        return findings;
    }

    /**
     * The published figures that the rule asks for, and what is said where one did not come: that a formula stands in for it
     * (no variant), that it does so in benchmarks alone, or that nothing does.
     */
    private Map<String, String> items(List<BenchmarkValue> benchmarks) {
        Map<String, String> items = new LinkedHashMap<>();
        benchmarks.forEach(value -> value.benchmark()
                .published()
                .ifPresent(item -> items.merge(
                        item, value.value().isPresent() ? "" : "absent", (one, other) -> one.isEmpty() ? other : one)));
        Stream.concat(
                        rule.targets().stream().map(Target::published),
                        rule.indices().stream()
                                .flatMap(index -> index.parts().stream().map(Index.Part::published)))
                .forEach(item -> items.merge(item, "absent", (one, other) -> one.isEmpty() ? "benchmark" : one));
        return items;
    }

    /** Periods of which nothing is known though something is of earlier ones, each told once. */
    private List<Finding> gaps(List<JudgedGroup> groups) {
        Map<Period, Set<String>> gaps = new TreeMap<>();
        for (JudgedGroup judged : groups) {
            Group group = judged.group();
            for (Watched subject : judged.subjects()) {
                for (Look look : subject.looks()) {
                    look.broken()
                            .filter(broken -> broken.why() == Why.MISSING)
                            .filter(broken -> running.isKnownBefore(
                                    broken.period(), group, subject.subject().code(), look.watch()))
                            .ifPresent(broken -> gaps.computeIfAbsent(broken.period(), first -> new LinkedHashSet<>())
                                    .add(subject.subject().label()));
                }
            }
        }
        List<Finding> findings = new ArrayList<>();
        gaps.forEach((at, subjects) -> findings.add(
                Finding.of(Code.W411, Place.NONE).with("found", at).with("names", String.join("、", subjects))));
        return findings;
    }

    private Place historySheet() {
        return period.past().reported().stream()
                .filter(row -> running.reportedPeriods().contains(row.period()))
                .map(row -> row.place().sheetOnly())
                .findFirst()
                .orElse(Place.NONE);
    }
}
