package bankscore.run;

import bankscore.office.Series;
import bankscore.rule.Rule;
import bankscore.run.questions.Questions;
import bankscore.run.request.Installation;
import bankscore.run.revisions.Approvals;
import bankscore.run.revisions.PublishedRevisions;
import bankscore.run.revisions.Shelf;
import bankscore.run.revisions.Verification;
import java.nio.file.Path;

/** What fronts may ask about one rule on an open database, whatever its application. Several may ask at once. */
public final class Face<R extends Rule> {

    private final Engine engine;
    private final Installation installation;
    private final Application<R> application;
    private final Series series;

    /** @param series of the rule */
    public Face(Engine engine, Installation installation, Application<R> application, Series series) {
        this.engine = engine;
        this.installation = installation;
        this.application = application;
        this.series = series;
    }

    /** The series of the rule. */
    public Series series() {
        return series;
    }

    /** What is asked about what is published. */
    public Questions questions() {
        return application.questions(revisions());
    }

    /** Verifies what was published into a folder. */
    public Verification verification(Path output) {
        return new Verification(engine.dataSource(), series, output, application.recomputation(revisions()));
    }

    /** Records approvals of what was published into a folder. */
    public Approvals approvals(Path output) {
        return new Approvals(engine.dataSource(), engine.transactions(), series, output, installation.words());
    }

    /** What is published, as it is picked and handed out. */
    public Shelf shelf() {
        return new Shelf(engine.dataSource(), series);
    }

    private PublishedRevisions<R> revisions() {
        return new PublishedRevisions<>(engine.dataSource(), series, installation.words(), application.rules());
    }
}
