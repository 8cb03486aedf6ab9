package bankscore.contribution;

import bankscore.contribution.book.Preloading;
import bankscore.contribution.load.SchemeLoader;
import bankscore.contribution.scheme.Scheme;
import bankscore.exact.Period;
import bankscore.finding.ConfigException;
import bankscore.finding.ConfigProblem;
import bankscore.finding.InputChanged;
import bankscore.run.Engine;
import bankscore.run.Office;
import bankscore.run.RunPeriod;
import bankscore.run.Templates;
import bankscore.run.request.Installation;
import bankscore.run.request.JobFailure;
import bankscore.run.request.RunOutcome;
import bankscore.run.request.RunRequest;
import bankscore.run.revisions.Approvals;
import bankscore.run.revisions.History;
import bankscore.run.revisions.NotAsPublished;
import bankscore.run.revisions.PublishedRevisions;
import bankscore.run.revisions.Verification;
import bankscore.run.take.Configuration;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The application's face: what can be asked of the scoring of banks on an open database. Several may ask at once.
 */
public final class Contribution {

    private final Engine engine;
    private final Installation installation;
    private final ContributionJob application = new ContributionJob();
    private @Nullable RunPeriod<Scheme> periods;

    /** One for each database that is open: its job is known there by its name. */
    public Contribution(Engine engine, Installation installation) {
        this.engine = engine;
        this.installation = installation;
    }

    /** The configuration of a period, read and not refused. */
    public record Configured(Configuration<Scheme> configuration) {

        /** What is wrong with rule files that the period does not use. */
        public List<ConfigProblem> unused() {
            return configuration.unused();
        }
    }

    /**
     * Reads what a period needs of the configuration, which needs no database.
     *
     * @param id a version of the rule; absent: the one in force
     * @throws ConfigException if a file is refused or no rule is in force
     */
    public static Configured configured(Office office, Period period, Optional<String> id) throws ConfigException {
        return new Configured(office.configuration(period, id, SchemeLoader::load));
    }

    /** Loads what writes the papers, beside whatever else is done. */
    public static Preloading preload() {
        return new Preloading();
    }

    /** The whole job of a period. */
    public RunOutcome.Told run(RunRequest request, Configured configured)
            throws IOException, InputChanged, JobFailure, NotAsPublished {
        return periods().run(request, configured.configuration());
    }

    /** Read and check only; nothing is published. */
    public RunOutcome.Told check(RunRequest request, Configured configured)
            throws IOException, InputChanged, JobFailure, NotAsPublished {
        return periods().check(request, configured.configuration());
    }

    /** Notes a run whose configuration was refused; nothing else is done. */
    public void refused(RunRequest request, String jurisdiction) {
        periods().refused(request, jurisdiction);
    }

    /** Writes the blank workbooks of a period and gives their folder. */
    public Path templates(RunRequest request, Configured configured) throws IOException, InputChanged {
        return new Templates(engine.dataSource(), application, installation.words())
                .write(request, configured.configuration());
    }

    /** Runs and checks. The job is made and registered when first asked for: who runs nothing does not wait for it. */
    public synchronized RunPeriod<Scheme> periods() {
        RunPeriod<Scheme> known = periods;
        if (known == null) {
            known = new RunPeriod<>(engine, application, installation);
            periods = known;
        }
        return known;
    }

    /** The published revisions, brought back from the database. */
    public PublishedQuarters published(String jurisdiction) {
        return new PublishedQuarters(revisions(jurisdiction));
    }

    /** Why banks have their results. */
    public Explanations explanations(String jurisdiction) {
        return new Explanations(published(jurisdiction), installation.words());
    }

    /** What if: a published revision computed with some settings otherwise. */
    public Simulations simulations(String jurisdiction) {
        return new Simulations(revisions(jurisdiction), jurisdiction);
    }

    /** What changed between published revisions, or would by another scheme. */
    public Comparisons comparisons(String jurisdiction) {
        return new Comparisons(published(jurisdiction));
    }

    /** What falls due by approved plans. */
    public Dues dues(String jurisdiction) {
        PublishedRevisions<Scheme> revisions = revisions(jurisdiction);
        return new Dues(new PublishedQuarters(revisions), revisions.stores(), installation.words(), jurisdiction);
    }

    /** Verifies what was published into a folder. */
    public Verification verification(String jurisdiction, Path output) {
        return new Verification(
                engine.dataSource(), jurisdiction, output, application.recomputation(revisions(jurisdiction)));
    }

    /** Records approvals of what was published into a folder. */
    public Approvals approvals(String jurisdiction, Path output) {
        return new Approvals(engine.dataSource(), engine.transactions(), jurisdiction, output, installation.words());
    }

    /** The way of each approved plan. */
    public PlanCourses courses(String jurisdiction) {
        return new PlanCourses(revisions(jurisdiction).stores());
    }

    public History history(String jurisdiction) {
        return new History(engine.dataSource(), jurisdiction);
    }

    private PublishedRevisions<Scheme> revisions(String jurisdiction) {
        return new PublishedRevisions<>(engine.dataSource(), jurisdiction, installation.words(), application.rules());
    }
}
