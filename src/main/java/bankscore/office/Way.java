package bankscore.office;

import java.util.List;

/**
 * The way of a published revision: who ran it, and what was decided of it since, in order.
 *
 * @param runner as the history names him
 * @param at when it was published, ISO time with offset
 */
public record Way(Revision revision, String runner, String at, List<Taken> taken, Standing standing) {

    public Way {
        taken = List.copyOf(taken);
    }

    /**
     * A step on it.
     *
     * @param user the user of the system under whom it was taken
     */
    public record Taken(Decision.Verdict verdict, Standing.Act act, String user) {

        /** Who took it: who signed, or the user of the system. */
        public String who() {
            return act.by().map(Signer::name).orElse(user);
        }
    }
}
