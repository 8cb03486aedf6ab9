package bankscore.run;

import bankscore.facts.Subject;
import bankscore.finding.ConfigException;
import bankscore.finding.Words;
import bankscore.intake.Dataset;
import bankscore.load.rule.RuleReader;
import bankscore.load.schema.SchemaFile;
import bankscore.rule.Rule;
import bankscore.rule.say.RuleClause;
import bankscore.run.questions.CountyFigures;
import bankscore.run.questions.Questions;
import bankscore.run.questions.RuleProof;
import bankscore.run.revisions.PublishedRevisions;
import bankscore.run.revisions.Recomputation;
import java.io.Closeable;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.springframework.batch.core.job.Job;

/**
 * What a run must be told of an application; everything else is done for all of them.
 *
 * @param <R> the rules of its business
 */
public interface Application<R extends Rule> {

    /** The name of its job in the history of executions; it never changes. */
    String name();

    /** Reads a rule. */
    RuleReader<R> rules();

    /** Its job, of {@link Steps} and what it judges and publishes itself. */
    Job job(Steps<R> steps);

    /** The same up to what may stop a run; nothing is published. */
    Job check(Steps<R> steps);

    /** How a published result is computed once more. */
    Recomputation recomputation(PublishedRevisions<R> revisions);

    /** Who was in the register of a published result. */
    List<Subject> register(byte[] result);

    /**
     * What a published result adds to the report on a province.
     *
     * @param rule by which it was published
     */
    default CountyFigures figures(R rule, byte[] result, Words words) {
        return CountyFigures.NONE;
    }

    /** What it answers about what is published. */
    Questions questions(PublishedRevisions<R> revisions);

    /**
     * Whether its rule files are sound and their worked cases come out; it needs no database.
     *
     * @param id the version, or a worked example; absent: all of the rule
     * @param rule absent: all rules
     * @throws ConfigException if a file is refused or there is no such rule
     */
    RuleProof prove(Path config, Optional<String> rule, Optional<String> id, Words words) throws ConfigException;

    /** What a rule says, in sentences, in the order in which it is signed; its clauses in the document's own numbering. */
    default List<RuleClause> clauses(R rule, List<Dataset> datasets, Words words) {
        return List.of();
    }

    /** What its files may say, for editors: of its rules first, then of its worked cases and its result. */
    default List<SchemaFile> schemas(Words words) {
        return List.of();
    }

    /** Begins to load what writes its papers, beside whatever else is done; closing waits for it. */
    default Closeable preload() {
        return () -> {};
    }
}
