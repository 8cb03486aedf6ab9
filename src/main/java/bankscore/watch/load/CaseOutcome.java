package bankscore.watch.load;

import bankscore.exact.Fraction;
import bankscore.finding.Finding;
import bankscore.rule.worked.Expected;
import bankscore.watch.judge.Judgement;
import bankscore.watch.judge.Look;
import bankscore.watch.judge.TargetState;
import bankscore.watch.judge.Watched;
import bankscore.watch.scheme.Degree;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All that a period came to, as exact texts by the paths that cases use. */
final class CaseOutcome {

    private static final String NOTHING = "null";

    private final Map<String, String> byPath = new TreeMap<>();

    private CaseOutcome() {}

    static Map<String, String> of(Judgement judgement) {
        CaseOutcome outcome = new CaseOutcome();
        judgement
                .groups()
                .forEach(group -> group.subjects()
                        .forEach(subject -> outcome.subject(
                                "subjects." + group.group().id() + "."
                                        + subject.subject().code(),
                                group.group().definitions().measures().stream()
                                        .map(measure -> measure.id())
                                        .toList(),
                                subject)));
        judgement
                .benchmarks()
                .forEach(value -> outcome.put("benchmarks." + value.benchmark().id(), value.value()));
        judgement
                .targets()
                .forEach(target -> outcome.target("targets." + target.target().id(), target));
        judgement
                .indices()
                .forEach(value -> outcome.put("index." + value.index().id(), value.value()));
        for (Finding finding : judgement.findings()) {
            outcome.byPath.merge(
                    Expected.FINDINGS + finding.code().name(),
                    "1",
                    (before, one) -> Integer.toString(Integer.parseInt(before) + 1));
        }
        return outcome.byPath;
    }

    private void subject(String path, List<String> measures, Watched subject) {
        byPath.put(
                path + ".exempt",
                subject.exempt().map(exempt -> word(exempt.reason())).orElse(NOTHING));
        subject.measures().forEach((id, value) -> put(path + ".measures." + id, value.value()));
        for (String id : measures) {
            byPath.put(path + ".ranks." + id, rank(subject.ranks(), id));
            byPath.put(path + ".previous_ranks." + id, rank(subject.previousRanks(), id));
        }
        subject.looks().forEach(look -> look(path + ".watches." + look.watch().id(), look));
        List<Look> hits = subject.hits();
        byPath.put(path + ".hits.count", Integer.toString(hits.size()));
        for (int i = 0; i < hits.size(); i++) {
            byPath.put(path + ".hits[" + i + "]", hits.get(i).watch().id());
        }
        byPath.put(path + ".degree", subject.degree().map(Degree::name).orElse(NOTHING));
    }

    private static String rank(Map<String, Integer> ranks, String id) {
        return Optional.ofNullable(ranks.get(id)).map(Object::toString).orElse(NOTHING);
    }

    private void look(String path, Look look) {
        put(path + ".value", look.value());
        put(path + ".bound", look.bound());
        put(path + ".gap", look.gap());
        byPath.put(path + ".grade", Integer.toString(look.grade()));
        byPath.put(path + ".running", Integer.toString(look.running()));
        byPath.put(
                path + ".broken",
                look.broken().map(broken -> word(broken.why())).orElse(NOTHING));
        byPath.put(path + ".spared", Boolean.toString(look.spared()));
        byPath.put(path + ".hit", Boolean.toString(look.hit()));
    }

    private void target(String path, TargetState target) {
        put(path + ".value", target.value());
        put(path + ".goal", target.goal());
        put(path + ".distance", target.distance());
        put(path + ".path", target.path());
        put(path + ".share", target.share());
        byPath.put(path + ".state", word(target.state()));
        byPath.put(path + ".passed", Boolean.toString(target.passed()));
    }

    private static String word(Enum<?> state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private void put(String path, Optional<Fraction> value) {
        byPath.put(path, value.map(Fraction::toString).orElse(NOTHING));
    }
}
