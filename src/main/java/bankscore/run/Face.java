package bankscore.run;

import bankscore.office.People;
import bankscore.office.Series;
import bankscore.office.Way;
import bankscore.rule.Rule;
import bankscore.run.questions.Questions;
import bankscore.run.request.Installation;
import bankscore.run.revisions.Approvals;
import bankscore.run.revisions.PublishedRevisions;
import bankscore.run.revisions.Remembered;
import bankscore.run.revisions.Shelf;
import bankscore.run.revisions.Standings;
import bankscore.run.revisions.Verification;
import bankscore.store.Stores;
import java.nio.file.Path;
import java.util.List;

/** What fronts may ask about one rule on an open database, whatever its application. Several may ask at once. */
public final class Face<R extends Rule> {

    private final Engine engine;
    private final Installation installation;
    private final Application<R> application;
    private final Series series;
    private final People people;
    private final Remembered remembered;

    /**
     * @param series of the rule
     * @param people who decides, and whose signatures count
     * @param remembered what this front was told before
     */
    public Face(
            Engine engine,
            Installation installation,
            Application<R> application,
            Series series,
            People people,
            Remembered remembered) {
        this.engine = engine;
        this.installation = installation;
        this.application = application;
        this.series = series;
        this.people = people;
        this.remembered = remembered;
    }

    /** The series of the rule. */
    public Series series() {
        return series;
    }

    /** What is asked about what is published. */
    public Questions questions() {
        return application.questions(revisions());
    }

    /** Verifies what was published into a folder, and who signed it. */
    public Verification verification(Path output) {
        return new Verification(engine.dataSource(), series, output, application.recomputation(revisions()), people);
    }

    /** Records reviews and approvals of what was published into a folder. */
    public Approvals approvals(Path output) {
        return new Approvals(engine.dataSource(), engine.transactions(), series, output, installation.words(), people);
    }

    /** How far each published revision has come, period by period. */
    public List<Way> ways() {
        return Standings.ways(Stores.of(engine.dataSource(), series), people);
    }

    /** What is published, as it is picked and handed out. */
    public Shelf shelf() {
        return new Shelf(engine.dataSource(), series);
    }

    private PublishedRevisions<R> revisions() {
        return new PublishedRevisions<>(
                engine.dataSource(), series, installation.words(), application.rules(), remembered);
    }
}
