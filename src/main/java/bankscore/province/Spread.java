package bankscore.province;

import java.io.IOException;
import org.springframework.batch.core.partition.PartitionHandler;
import org.springframework.batch.core.step.Step;

/** Who works on the counties: threads of this process, or workers elsewhere. */
public interface Spread {

    /** Takes back what an earlier start gave out, before it is put right; what is being worked on is waited for. */
    void withdraw();

    /** Gives whoever works what he needs of the folders, before the start begins. */
    void prepare(ProvinceParameters about, Counties counties) throws IOException;

    /**
     * What starts the partitions, and waits for their end.
     *
     * @param county the work on one
     * @param counties how many there are
     * @param atOnce on how many this process may work at once
     */
    PartitionHandler handler(Step county, int counties, int atOnce);

    /** Whether the results lie in the database alone, so that this process still has to write the folders. */
    boolean isElsewhere();
}
