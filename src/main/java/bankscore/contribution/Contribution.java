package bankscore.contribution;

import bankscore.contribution.scheme.Scheme;
import bankscore.run.Engine;
import bankscore.run.RunPeriod;
import bankscore.run.Templates;
import bankscore.run.request.Installation;
import bankscore.run.revisions.Approvals;
import bankscore.run.revisions.History;
import bankscore.run.revisions.PublishedRevisions;
import bankscore.run.revisions.Verification;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What can be asked of the scoring of banks on an open database. Several may ask at once. */
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

    /** Runs and checks. The job is made and registered when first asked for: who runs nothing does not wait for it. */
    public synchronized RunPeriod<Scheme> periods() {
        RunPeriod<Scheme> known = periods;
        if (known == null) {
            known = new RunPeriod<>(engine, application, installation);
            periods = known;
        }
        return known;
    }

    public Templates templates() {
        return new Templates(engine.dataSource(), application, installation.words());
    }

    /** The published revisions, brought back from the database. */
    public PublishedQuarters published(String jurisdiction) {
        return new PublishedQuarters(revisions(jurisdiction));
    }

    /** What if: a published revision computed with some settings otherwise. */
    public Simulations simulations(String jurisdiction) {
        return new Simulations(revisions(jurisdiction), jurisdiction);
    }

    /** What changed between published revisions, or would by another scheme. */
    public Comparisons comparisons(String jurisdiction) {
        return new Comparisons(published(jurisdiction));
    }

    /** Verifies what was published into a folder. */
    public Verification verification(String jurisdiction, Path output) {
        return new Verification(
                engine.dataSource(), jurisdiction, output, application.recomputation(revisions(jurisdiction)));
    }

    public Approvals approvals(String jurisdiction) {
        return new Approvals(engine.dataSource(), engine.transactions(), jurisdiction);
    }

    public History history(String jurisdiction) {
        return new History(engine.dataSource(), jurisdiction);
    }

    private PublishedRevisions<Scheme> revisions(String jurisdiction) {
        return new PublishedRevisions<>(engine.dataSource(), jurisdiction, installation.words(), application.rules());
    }
}
