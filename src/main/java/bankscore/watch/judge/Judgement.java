package bankscore.watch.judge;

import bankscore.exact.Period;
import bankscore.finding.Finding;
import bankscore.rule.BenchmarkValue;
import bankscore.watch.scheme.WatchScheme;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a rule comes to in a period, complete: papers compute nothing.
 *
 * @param groups in the order of the rule
 * @param benchmarks in the order of the rule
 * @param findings of what was judged, such as a benchmark that is not there
 */
public record Judgement(
        WatchScheme rule,
        Period period,
        List<JudgedGroup> groups,
        List<BenchmarkValue> benchmarks,
        List<TargetState> targets,
        List<IndexValue> indices,
        List<Finding> findings) {

    public Judgement {
        groups = List.copyOf(groups);
        benchmarks = List.copyOf(benchmarks);
        targets = List.copyOf(targets);
        indices = List.copyOf(indices);
        findings = List.copyOf(findings);
    }

    /** Who has a hit, by group in the order of the rule, then of the register. */
    public Stream<Watched> named() {
        return groups.stream()
                .flatMap(group -> group.subjects().stream())
                .filter(each -> !each.hits().isEmpty());
    }

    /** What a benchmark comes to. */
    public Optional<BenchmarkValue> benchmark(String id) {
        return benchmarks.stream()
                .filter(each -> each.benchmark().id().equals(id))
                .findFirst();
    }
}
