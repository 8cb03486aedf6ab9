package bankscore.contribution;

import bankscore.contribution.execution.ApprovedPlan;
import bankscore.contribution.execution.Execution;
import bankscore.contribution.execution.HeldAgainstPlan;
import bankscore.contribution.judge.Judgement;
import bankscore.contribution.quarter.QuarterCheck;
import bankscore.contribution.scheme.Scheme;
import bankscore.finding.Finding;
import bankscore.run.stage.StagedPeriod;
import bankscore.run.take.Configuration;
import bankscore.run.take.RunContext;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is computed from the staged tables, each once. A restarted run computes it again: it follows from what is staged. */
final class Judging {

    private final StagedPeriod staged;
    private final Configuration<Scheme> configuration;
    private final long instance;
    private final EarlierQuarters earlier;
    private final List<ApprovedPlan> plans;
    private QuarterCheck.@Nullable Checked checked;
    private @Nullable Judgement judged;

    /**
     * Of what is staged.
     *
     * @param instance under which the tables are staged
     * @param earlier what earlier periods published
     * @param plans that are in force at the period's end
     */
    Judging(
            StagedPeriod staged,
            Configuration<Scheme> configuration,
            long instance,
            EarlierQuarters earlier,
            List<ApprovedPlan> plans) {
        this.staged = staged;
        this.configuration = configuration;
        this.instance = instance;
        this.earlier = earlier;
        this.plans = List.copyOf(plans);
    }

    /** Of a run; its steps share it. */
    static Judging of(RunContext<Scheme> run, long instance) {
        return run.once(
                Judging.class,
                () -> new Judging(
                        StagedPeriod.of(run),
                        run.configuration(),
                        instance,
                        new EarlierQuarters(run.stores(), run.about().period(), Optional.empty()),
                        ApprovedPlans.of(
                                run.stores(),
                                run.approvals(),
                                run.installation().words())));
    }

    QuarterCheck.Checked checked() {
        QuarterCheck.Checked known = checked;
        if (known == null) {
            Scheme scheme = configuration.rule();
            known = QuarterCheck.check(
                            scheme, staged.tables(instance), earlier.lastUsed(scheme, configuration.datasets()))
                    .after(earlier.of(scheme));
            checked = known;
        }
        return known;
    }

    /** Earlier periods that were published after what went by them. */
    List<Finding> publishedSince() {
        return earlier.publishedSince(
                configuration.rule(), checked().quarter().facts().late());
    }

    Judgement judged() {
        Judgement known = judged;
        if (known == null) {
            known = Judgement.of(configuration.rule(), checked().quarter());
            judged = known;
        }
        return known;
    }

    /** What became of the plans in force; absent if none is. */
    Optional<Execution> execution() {
        return HeldAgainstPlan.of(
                plans, checked().quarter(), configuration.settings().lateMonths());
    }
}
