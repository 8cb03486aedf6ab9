package bankscore.contribution;

import bankscore.contribution.judge.Judgement;
import bankscore.contribution.quarter.QuarterCheck;
import bankscore.contribution.scheme.Scheme;
import bankscore.contribution.score.Assessment;
import bankscore.contribution.score.Scorer;
import bankscore.run.stage.StagedPeriod;
import bankscore.run.take.Configuration;
import java.util.HashMap;
import java.util.Map;

/**
 * What the steps compute from the staged tables, each once per process. A restarted run computes it again: it follows from
 * what is staged.
 */
public final class Judging {

    private final StagedPeriod quarters;
    private final Configuration<Scheme> configuration;
    private final Map<Long, QuarterCheck.Checked> checked = new HashMap<>();
    private final Map<Long, Judgement> judged = new HashMap<>();

    Judging(StagedPeriod quarters, Configuration<Scheme> configuration) {
        this.quarters = quarters;
        this.configuration = configuration;
    }

    public QuarterCheck.Checked checked(long instance) {
        return checked.computeIfAbsent(
                instance, id -> QuarterCheck.check(configuration.rule(), quarters.tables(id)));
    }

    public Judgement judged(long instance) {
        return judged.computeIfAbsent(
                instance, id -> Judgement.of(configuration.rule(), checked(id).quarter()));
    }
}
