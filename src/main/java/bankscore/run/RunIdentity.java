package bankscore.run;

import bankscore.exact.Sha256;
import bankscore.office.Revision;
import bankscore.read.InputFolder.Taken;
import bankscore.read.file.InputFile;
import bankscore.run.publish.RevisionFolder;
import bankscore.run.request.RunParameters;
import bankscore.run.take.Configuration;
import bankscore.run.take.RunContext;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What tells a run from every other one. */
final class RunIdentity {

    private RunIdentity() {}

    /**
     * Inputs, all configuration, program version, earlier revisions and approvals read. An approval of the period itself is
     * none of these: it changes no result, so it makes nothing new.
     */
    static String of(RunContext<?> run) {
        Configuration<?> configuration = run.configuration();
        Taken taken = run.taken();
        List<String> lines = new ArrayList<>();
        lines.add(run.about().jurisdiction());
        lines.add(run.about().period().toString());
        lines.add(configuration.digest());
        lines.add(run.installation().version());
        for (InputFile file : taken.files()) {
            lines.add(file.name() + " " + file.sha256());
        }
        taken.findings().forEach(finding -> lines.add(finding.code() + " " + finding.place()));
        for (Revision earlier :
                run.stores().revisions().latestBefore(run.about().period())) {
            lines.add(earlier.period() + " r" + earlier.number() + " " + earlier.resultDigest());
        }
        run.approvals().forEach(approval -> lines.add(approval.line()));
        return Sha256.of(String.join("\n", lines));
    }

    /** The run with its identity, and with the next number that neither the database nor the folder has. */
    static RunParameters settled(RunContext<?> run, String identity) throws IOException {
        RunParameters about = run.about();
        int latest = run.stores()
                .revisions()
                .latest(about.period())
                .map(Revision::number)
                .orElse(0);
        int next = Math.max(latest, RevisionFolder.highest(about.folder())) + 1;
        return about.settled(run.configuration().rule().id(), identity, next);
    }
}
