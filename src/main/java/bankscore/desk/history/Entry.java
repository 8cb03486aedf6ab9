package bankscore.desk.history;

import bankscore.finding.Words;
import bankscore.run.revisions.History;
import java.util.Set;

/**
 * An entry of the history as the page shows it.
 *
 * @param done what was done, in words
 * @param to what it was done to: files, a place, a person; empty where the period says it
 * @param arguments as typed
 */
public record Entry(
        long seq,
        boolean holds,
        String at,
        String person,
        String machine,
        String done,
        String to,
        String arguments,
        String what,
        String outcome,
        String digest) {

    private static final int SHOWN_OF_A_DIGEST = 12;

    /** What is typed nowhere: what follows the command are no options. */
    private static final Set<String> OF_THE_DESK = Set.of("files", "reason", "people");

    /** The first signs of its digest. */
    public String mark() {
        return digest.substring(0, Math.min(SHOWN_OF_A_DIGEST, digest.length()));
    }

    static Entry of(History.Line line, Words words) {
        return new Entry(
                line.seq(),
                line.holds(),
                History.minute(line.at()),
                line.user(),
                line.machine(),
                words.find("desk.history.command." + line.command()).orElse(line.command()),
                OF_THE_DESK.contains(line.command())
                        ? line.arguments()
                                .substring(Math.min(
                                        line.arguments().length(), (line.command() + " " + line.period()).length()))
                                .strip()
                        : "",
                line.arguments(),
                line.period()
                        + (line.revision() == 0 ? "" : " r" + line.revision())
                        + (line.rule().isEmpty() ? "" : " " + line.rule()),
                words.find("cli.history.outcome." + line.outcome()).orElse(line.outcome())
                        + (line.detail().isEmpty() ? "" : " " + line.detail()),
                line.digest());
    }
}
