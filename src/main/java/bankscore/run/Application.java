package bankscore.run;

import bankscore.facts.Bank;
import bankscore.run.revisions.Recomputation;
import java.util.List;
import org.springframework.batch.core.job.Job;

/** What a run must be told of an application; everything else is done for all of them. */
public interface Application {

    /** The name of its job in the history of executions; it never changes. */
    String name();

    /** Its job, of {@link Steps} and what it judges and publishes itself. */
    Job job(Steps steps);

    /** The same up to what may stop a run; nothing is published. */
    Job check(Steps steps);

    /** How a published result is computed once more. */
    Recomputation recomputation();

    /** Who was in the register of a published result. */
    List<Bank> register(byte[] result);
}
