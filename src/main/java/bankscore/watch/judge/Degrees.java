package bankscore.watch.judge;

import bankscore.watch.scheme.Degree;
import bankscore.watch.scheme.Degree.When;
import bankscore.watch.scheme.Group;
import bankscore.watch.scheme.WatchScheme;
import java.util.List;
import java.util.Optional;

/** What follows for whom: of the degrees of a rule the first that fits a subject with a hit (watch.md#degrees). */
final class Degrees {

    private Degrees() {}

    /**
     * What follows for a subject.
     *
     * @param looks all of its own
     */
    static Optional<Degree> of(WatchScheme rule, Group group, List<Look> looks) {
        List<Look> hits = looks.stream().filter(Look::hit).toList();
        return hits.isEmpty()
                ? Optional.empty()
                : rule.degrees().stream()
                        .filter(degree -> degree.of().isEmpty() || degree.of().contains(group.id()))
                        .filter(degree -> fits(degree.when(), hits))
                        .findFirst();
    }

    private static boolean fits(When when, List<Look> hits) {
        if (when instanceof When.Hits asked) {
            return hits.size() >= asked.least();
        }
        if (when instanceof When.Hit asked) {
            return hits.stream()
                    .anyMatch(hit -> hit.watch().id().equals(asked.watch())
                            && hit.grade() >= asked.grade()
                            && hit.running(asked.grade()) >= asked.running());
        }
        if (when instanceof When.All all) {
            return all.parts().stream().allMatch(part -> fits(part, hits));
        }
        if (when instanceof When.Any any) {
            return any.parts().stream().anyMatch(part -> fits(part, hits));
        }
        return when instanceof When.Not not && !fits(not.part(), hits);
    }
}
