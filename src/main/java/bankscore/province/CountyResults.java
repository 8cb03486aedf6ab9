package bankscore.province;

import bankscore.finding.ConfigException;
import bankscore.finding.InputChanged;
import bankscore.office.CountyState;
import bankscore.office.CountyState.End;
import bankscore.office.Holder;
import bankscore.office.Revision;
import bankscore.office.Series;
import bankscore.run.Applications;
import bankscore.run.Engine;
import bankscore.run.Office;
import bankscore.run.publish.FindingsFolder;
import bankscore.run.publish.PublishedFiles;
import bankscore.run.publish.RevisionFolder;
import bankscore.run.publish.Slips;
import bankscore.run.request.FiledSlips;
import bankscore.run.request.Installation;
import bankscore.run.request.JobFailure;
import bankscore.run.request.PeriodFolder;
import bankscore.run.request.Privacy;
import bankscore.run.request.Progress;
import bankscore.run.request.RunRequest;
import bankscore.run.revisions.NotAsPublished;
import bankscore.store.Stores;
import bankscore.store.database.RunLock;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * The results of counties that were worked on elsewhere, in their folders here. What is published is written as the database keeps it; what goes
 * back to the offices of a county that findings stop is made here once more, by a check.
 */
final class CountyResults {

    private final Engine engine;
    private final Applications applications;
    private final Installation installation;
    private final ProvinceParameters about;

    /** @param about where the folders are */
    CountyResults(Engine engine, Applications applications, Installation installation, ProvinceParameters about) {
        this.engine = engine;
        this.applications = applications;
        this.installation = installation;
        this.about = about;
    }

    /**
     * Writes those that are not there as they are kept.
     *
     * @throws JobFailure if a revision is not kept as it was published
     */
    void write(List<CountyState> counties) throws IOException, ConfigException, JobFailure {
        for (CountyState county : counties) {
            County known = about.county(county.county());
            Office office = known.office();
            Engine own = engine.as(known.role());
            Privacy.folder(office.folders().output());
            if (county.kept().revision() > 0) {
                restore(county, office, own);
            }
            if (county.end() == End.FINDINGS) {
                check(office, own);
            }
            office.settle();
        }
    }

    private void restore(CountyState county, Office office, Engine own) throws IOException, JobFailure {
        Series series = county.series();
        Stores stores = Stores.of(own.dataSource(), series);
        PeriodFolder place =
                new PeriodFolder(office.folders().output(), about.request().period(), series.rule());
        Optional<RunLock> lock = RunLock.tryTake(
                own.dataSource(),
                series.jurisdiction(),
                series.subject(about.request().period()),
                Holder.of(about.request().caller()));
        if (lock.isEmpty()) {
            // Whoever holds it writes the folder himself.
            return;
        }
        try (RunLock held = lock.get()) {
            held.hold();
            if (county.end().isPublished()) {
                // What went back to the offices before is answered.
                new FindingsFolder(place).remove();
            }
            for (Revision revision : stores.revisions().all()) {
                if (revision.published()
                        && revision.period().equals(about.request().period())) {
                    restore(revision, place, stores);
                }
            }
            FiledSlips filed = new Slips(stores, installation.words()).complete(place);
            if (filed.failure().isPresent()) {
                throw filed.failure().get();
            }
        }
    }

    private static void restore(Revision revision, PeriodFolder place, Stores stores) throws IOException, JobFailure {
        PublishedFiles files = PublishedFiles.of(revision, stores.archive())
                .orElseThrow(() -> new JobFailure(
                        "a revision is not kept as it was published",
                        new IllegalStateException(revision.period() + " r" + revision.number())));
        RevisionFolder folder = new RevisionFolder(place, revision.number());
        if (!folder.holds(files)) {
            folder.restore(files);
        }
    }

    private void check(Office office, Engine own) throws IOException, ConfigException, JobFailure {
        ProvinceRequest request = about.request();
        try {
            Counties.prepared(office, applications, request.period(), request.rule())
                    .check(
                            new RunRequest(
                                    request.period(),
                                    Optional.empty(),
                                    request.strict(),
                                    office.folders(),
                                    request.caller().at(installation.now()),
                                    Progress.SILENT),
                            own,
                            installation);
        } catch (InputChanged | NotAsPublished e) {
            throw new JobFailure("the findings of a county cannot be written", e);
        }
    }
}
