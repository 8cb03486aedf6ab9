package bankscore.office;

import java.time.ZonedDateTime;
import java.util.List;

/**
 * How a revision came about.
 *
 * @param jurisdiction the city or county, such as 上饶市
 * @param bureau the office that compiles the tables, such as 上饶市财政局
 * @param revision from 1
 * @param code the verification code (纸电同源), see {@link PaperCode}; empty while it is not known
 * @param runId the run's id in the history
 * @param version the program's version
 * @param configuration SHA-256 of all configuration
 * @param inputs every input file with its digest, by name
 * @param started when the run began; the only time a report may show
 * @param chainHead the head of the history chain before the revision; empty while it is not known
 * @param approvals of earlier periods that the run read, as {@link Approval#inForce} orders them
 */
public record RunFacts(
        String jurisdiction,
        String bureau,
        int revision,
        String code,
        String runId,
        String version,
        String configuration,
        List<Input> inputs,
        String user,
        String machine,
        ZonedDateTime started,
        String chainHead,
        List<Approval> approvals) {

    public RunFacts {
        inputs = List.copyOf(inputs);
        approvals = List.copyOf(approvals);
    }

    /** The facts of a run whose settings name no bureau: the jurisdiction stands in, as in the settings. */
    public RunFacts(
            String jurisdiction,
            int revision,
            String code,
            String runId,
            String version,
            String configuration,
            List<Input> inputs,
            String user,
            String machine,
            ZonedDateTime started) {
        this(
                jurisdiction,
                jurisdiction,
                revision,
                code,
                runId,
                version,
                configuration,
                inputs,
                user,
                machine,
                started,
                "",
                List.of());
    }

    /** An input file: path relative to the period's folder, SHA-256 and size in bytes. */
    public record Input(String name, String sha256, long size) {}

    public RunFacts withCode(String computed) {
        return new RunFacts(
                jurisdiction,
                bureau,
                revision,
                computed,
                runId,
                version,
                configuration,
                inputs,
                user,
                machine,
                started,
                chainHead,
                approvals);
    }

    /** The same with the head of the history chain before it. */
    public RunFacts after(String head) {
        return new RunFacts(
                jurisdiction,
                bureau,
                revision,
                code,
                runId,
                version,
                configuration,
                inputs,
                user,
                machine,
                started,
                head,
                approvals);
    }
}
