package bankscore.job;

import bankscore.report.Report;

/**
 * A published revision as it was computed: its figures, scores and plan, and the configuration of then.
 *
 * @param latest whether no later revision of the period is published
 */
public record Published(Report report, Configuration configuration, boolean latest) {}
