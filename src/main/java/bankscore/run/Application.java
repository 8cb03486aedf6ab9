package bankscore.run;

import bankscore.facts.Subject;
import bankscore.load.RuleReader;
import bankscore.rule.Rule;
import bankscore.run.revisions.PublishedRevisions;
import bankscore.run.revisions.Recomputation;
import java.util.List;
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
}
