package bankscore.front;

import bankscore.contribution.ContributionJob;
import bankscore.run.Applications;
import bankscore.subsidy.SubsidyJob;
import bankscore.watch.WatchJob;
import java.util.List;

/** The applications that the fronts know: the one place where they are listed. */
public final class Known {

    public static final Applications APPLICATIONS =
            new Applications(List.of(new ContributionJob(), new SubsidyJob(), new WatchJob()));

    private Known() {}
}
