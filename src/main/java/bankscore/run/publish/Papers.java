package bankscore.run.publish;

import bankscore.rule.Rule;
import bankscore.run.take.RunContext;
import java.io.IOException;

/** Makes what an application publishes of what it judged. */
@FunctionalInterface
public interface Papers<R extends Rule> {

    /**
     * The publication of a run.
     *
     * @param instance under which its rows are staged
     * @param chainHead the head of the history chain that manifest and book name
     * @throws IOException if what waits to be published cannot be written
     */
    Publication of(RunContext<R> run, long instance, String chainHead) throws IOException;
}
