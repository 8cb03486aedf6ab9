package bankscore.cli.command;

import bankscore.contribution.ContributionJob;
import bankscore.run.Applications;
import bankscore.subsidy.SubsidyJob;
import bankscore.watch.WatchJob;
import java.util.List;

/** The applications that the commands know: the one place where they are listed. */
final class Known {

    static final Applications APPLICATIONS =
            new Applications(List.of(new ContributionJob(), new SubsidyJob(), new WatchJob()));

    private Known() {}
}
