package bankscore.contribution;

import bankscore.contribution.judge.Judgement;
import bankscore.contribution.quarter.QuarterCheck;
import bankscore.contribution.scheme.Scheme;
import bankscore.run.stage.StagedPeriod;
import bankscore.run.take.Configuration;
import bankscore.run.take.RunContext;
import org.jspecify.annotations.Nullable;

/** What is computed from the staged tables, each once. A restarted run computes it again: it follows from what is staged. */
final class Judging {

    private final StagedPeriod staged;
    private final Configuration<Scheme> configuration;
    private final long instance;
    private QuarterCheck.@Nullable Checked checked;
    private @Nullable Judgement judged;

    /** @param instance under which the tables are staged */
    Judging(StagedPeriod staged, Configuration<Scheme> configuration, long instance) {
        this.staged = staged;
        this.configuration = configuration;
        this.instance = instance;
    }

    /** Of a run; its steps share it. */
    static Judging of(RunContext<Scheme> run, long instance) {
        return run.once(Judging.class, () -> new Judging(StagedPeriod.of(run), run.configuration(), instance));
    }

    QuarterCheck.Checked checked() {
        QuarterCheck.Checked known = checked;
        if (known == null) {
            known = QuarterCheck.check(configuration.rule(), staged.tables(instance));
            checked = known;
        }
        return known;
    }

    Judgement judged() {
        Judgement known = judged;
        if (known == null) {
            known = Judgement.of(configuration.rule(), checked().quarter());
            judged = known;
        }
        return known;
    }
}
