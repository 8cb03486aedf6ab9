package bankscore.contribution;

import bankscore.contribution.judge.Report;
import bankscore.contribution.scheme.Scheme;
import bankscore.run.take.Configuration;

/**
 * A published revision as it was computed: its figures, scores and plan, and the configuration of then.
 *
 * @param latest whether no later revision of the period is published
 */
public record PublishedResult(Report report, Configuration<Scheme> configuration, boolean latest) {}
