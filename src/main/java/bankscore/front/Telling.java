package bankscore.front;

import bankscore.office.Approval;
import bankscore.office.Holder;

/** Where sentences go: a terminal, a page. */
public interface Telling {

    /**
     * A sentence that is neither good nor bad.
     *
     * @param key of its words
     * @param namesAndValues what its words have places for
     */
    void say(String key, Object... namesAndValues);

    /** A sentence of what is as it should be. */
    default void confirm(String key, Object... namesAndValues) {
        say(key, namesAndValues);
    }

    /** A sentence of what is not. */
    void complain(String key, Object... namesAndValues);

    /** What is approved of a period; loudly, if it is not the revision spoken of. */
    default void tell(Approval approval, int revision) {
        if (approval.revision() == revision) {
            say("cli.approval.this", "revision", revision, "document", approval.document(), "date", approval.date());
        } else {
            complain(
                    revision == 0 ? "cli.approval.standing" : "cli.approval.other",
                    "period",
                    approval.period(),
                    "approved",
                    approval.revision(),
                    "document",
                    approval.document(),
                    "date",
                    approval.date(),
                    "revision",
                    revision);
        }
    }

    /** Who holds what is waited for. */
    default void tell(Holder holder) {
        complain(
                "cli.holder",
                "user",
                holder.user(),
                "machine",
                holder.machine(),
                "process",
                holder.process(),
                "since",
                holder.since(),
                "command",
                holder.command());
    }
}
