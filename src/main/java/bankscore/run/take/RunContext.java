package bankscore.run.take;

import bankscore.read.InputFolder.Taken;
import bankscore.rule.Rule;
import bankscore.run.request.RunRequest;
import java.time.ZonedDateTime;

/**
 * All that the steps of one run share and that does not change.
 *
 * @param taken the copies of the input files with their digests
 * @param identity digest of inputs, configuration, program version and earlier revisions
 * @param revision the number that will be published
 * @param runId the run's id in manifest and history
 */
public record RunContext<R extends Rule>(
        RunRequest request,
        Configuration<R> configuration,
        Taken taken,
        Recognition reception,
        String identity,
        int revision,
        String runId,
        ZonedDateTime started) {}
