package bankscore.contribution;

import bankscore.contribution.place.Allocator;
import bankscore.contribution.place.Plan;
import bankscore.contribution.quarter.QuarterCheck;
import bankscore.contribution.score.Assessment;
import bankscore.contribution.score.Scorer;
import bankscore.run.stage.StagedPeriod;
import bankscore.run.take.Configuration;
import bankscore.run.take.RunContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is computed from the staged tables, each once. A restarted run computes it again: it follows from what is staged. */
final class Judging {

    private final StagedPeriod staged;
    private final Configuration configuration;
    private final long instance;
    private QuarterCheck.@Nullable Checked checked;
    private @Nullable Assessment assessment;
    private @Nullable Optional<Plan> plan;

    /** @param instance under which the tables are staged */
    Judging(StagedPeriod staged, Configuration configuration, long instance) {
        this.staged = staged;
        this.configuration = configuration;
        this.instance = instance;
    }

    /** Of a run; its steps share it. */
    static Judging of(RunContext run, long instance) {
        return run.once(Judging.class, () -> new Judging(StagedPeriod.of(run), run.configuration(), instance));
    }

    QuarterCheck.Checked checked() {
        QuarterCheck.Checked known = checked;
        if (known == null) {
            known = QuarterCheck.check(configuration.scheme(), staged.tables(instance));
            checked = known;
        }
        return known;
    }

    Assessment assessment() {
        Assessment known = assessment;
        if (known == null) {
            known = Scorer.assess(configuration.scheme(), checked().quarter());
            assessment = known;
        }
        return known;
    }

    Optional<Plan> plan() {
        Optional<Plan> known = plan;
        if (known == null) {
            known = Allocator.plan(configuration.scheme(), checked().quarter(), assessment());
            plan = known;
        }
        return known;
    }
}
