package bankscore.job;

import bankscore.domain.allocate.Allocator;
import bankscore.domain.allocate.Plan;
import bankscore.domain.check.QuarterCheck;
import bankscore.domain.score.Assessment;
import bankscore.domain.score.Scorer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the steps compute from the staged tables, each once per process. A restarted run computes it again: it follows from
 * what is staged.
 */
final class Workbench {

    private final Quarters quarters;
    private final Configuration configuration;
    private final Map<Long, QuarterCheck.Checked> checked = new HashMap<>();
    private final Map<Long, Assessment> assessments = new HashMap<>();
    private final Map<Long, Optional<Plan>> plans = new HashMap<>();

    Workbench(Quarters quarters, Configuration configuration) {
        this.quarters = quarters;
        this.configuration = configuration;
    }

    QuarterCheck.Checked checked(long instance) {
        return checked.computeIfAbsent(instance, quarters::check);
    }

    Assessment assessment(long instance) {
        return assessments.computeIfAbsent(
                instance,
                id -> Scorer.assess(configuration.scheme(), checked(id).quarter()));
    }

    Optional<Plan> plan(long instance) {
        return plans.computeIfAbsent(
                instance,
                id -> Allocator.plan(configuration.scheme(), checked(id).quarter(), assessment(id)));
    }
}
