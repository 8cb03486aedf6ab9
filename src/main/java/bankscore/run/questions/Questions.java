package bankscore.run.questions;

import bankscore.answer.Answer;
import bankscore.exact.Period;
import bankscore.finding.ConfigException;
import bankscore.finding.ConfigProblem;
import bankscore.finding.PrintedFinding;
import bankscore.office.Approval;
import bankscore.office.Caller;
import bankscore.paper.page.PageFile;
import bankscore.run.Office;
import bankscore.run.revisions.NotAsPublished;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What may be asked about what is published of a rule. Each question that an application does not answer is one that is
 * {@linkplain Missing.Kind#QUESTION missing}.
 */
public interface Questions {

    /**
     * A revision of a period.
     *
     * @param number absent: the latest
     */
    record Asked(Period period, Optional<Integer> number) {}

    /** Writes a file or folder, and says where it is. */
    @FunctionalInterface
    interface Writing<T> {
        T write() throws IOException;
    }

    /** Writes into a folder, which is made if it is not there. */
    @FunctionalInterface
    interface Pages {
        List<Path> into(Path folder) throws IOException;
    }

    /** Gives answers, one after the other: there may be a hundred thousand. */
    @FunctionalInterface
    interface Answers {
        void each(Consumer<Answer> to);
    }

    /**
     * Why somebody has his result; it can be read until it is closed.
     *
     * @param latest whether no later revision of the period is published
     * @param approval the approval of the period that holds, whichever revision it is of
     * @param answers for the office, which name others too
     * @param pages writes one for each who was asked about, which may be sent to him
     * @param held what is open until then
     */
    record Explained(
            boolean latest, int revision, Optional<Approval> approval, Answers answers, Pages pages, Runnable held)
            implements AutoCloseable {

        /** One for which nothing is held open. */
        public Explained(boolean latest, int revision, Optional<Approval> approval, Answers answers, Pages pages) {
            this(latest, revision, approval, answers, pages, () -> {});
        }

        /** The answers at once, where few were asked about. */
        public List<Answer> all() {
            List<Answer> all = new ArrayList<>();
            answers.each(all::add);
            return all;
        }

        @Override
        public void close() {
            held.run();
        }
    }

    /**
     * Explains a result.
     *
     * @param whom a code, a name, or what else a result can be found by; absent: everybody
     */
    default Explained explain(Asked asked, Optional<String> whom)
            throws Missing, NotAsPublished, ConfigException, IOException {
        throw missing("bankscore explain");
    }

    /**
     * A published result as its page shows it, computed again and found the same.
     *
     * @param approval the approval of the period that holds, whichever revision it is of
     */
    record Shown(boolean latest, Optional<Approval> approval, PageFile.Sheet sheet) {

        /** The name of the template. */
        public String template() {
            return sheet.template();
        }

        /** What the template shows, and the words that it asks for, by the names that it knows them by. */
        public Map<String, Object> model(String explanations) {
            return Map.of("page", sheet.page(), "t", sheet.served(explanations));
        }
    }

    /** Shows a result. */
    default Shown show(Asked asked) throws Missing, NotAsPublished, ConfigException, IOException {
        throw missing("bankscore desk");
    }

    /**
     * What changed.
     *
     * @param causes how one cause is told from another
     * @param falls by how much each cause moved an amount, of each amount that moved
     * @param file writes it as a workbook
     */
    record Compared(Answer answer, String causes, List<Fall> falls, Writing<Path> file) {
        public Compared {
            falls = List.copyOf(falls);
        }
    }

    /** Compares two published revisions. */
    default Compared compare(Asked earlier, Asked later, Office office)
            throws Missing, NotAsPublished, ConfigException, IOException {
        throw missing("bankscore compare");
    }

    /** Compares what two versions of the rule make of a period's latest revision. */
    default Compared compareVersions(Period period, String one, String other, Office office)
            throws Missing, NotAsPublished, ConfigException, IOException {
        throw missing("bankscore compare --scheme");
    }

    /** A setting of a simulation in plain signs, as {@code path=value}; empty if it says no such thing. */
    default Optional<String> setting(String typed) throws Missing {
        throw missing("bankscore simulate");
    }

    /**
     * What may be tried otherwise of a period's latest revision.
     *
     * @param revision whose rule and figures these are
     * @param parameters the numbers of the rule, in the order of its file
     * @param figures what else may be set, of whom
     */
    record Triable(int revision, List<Tried> parameters, Figures figures) {
        public Triable {
            parameters = List.copyOf(parameters);
        }
    }

    /** A number of the rule: where it stands, by which clause, what it is called, and what it is. */
    record Tried(String path, String clause, String name, String value) {}

    /**
     * Figures that may be set.
     *
     * @param path how the path of each begins
     * @param of whom, or what
     * @param columns which figure of his; none where each has one only
     */
    record Figures(String path, List<String> of, List<Figured> columns) {
        public Figures {
            of = List.copyOf(of);
            columns = List.copyOf(columns);
        }

        /** The last step of a figure's path, and what it is called. */
        public record Figured(String step, String name) {}

        /** Where nothing but the rule may be tried. */
        public static Figures none() {
            return new Figures("", List.of(), List.of());
        }

        /** The path of one. */
        public String path(String subject, String column) {
            return path + "." + subject + (column.isEmpty() ? "" : "." + column);
        }
    }

    /** What may be tried. */
    default Triable triable(Period period) throws Missing, NotAsPublished, ConfigException, IOException {
        throw missing("bankscore simulate");
    }

    /**
     * What if.
     *
     * @param stopping findings for which a run with these settings would stop; nothing else holds then
     */
    record Simulated(
            int revision, Optional<Approval> approval, List<PrintedFinding> stopping, Supplier<Answer> answer) {}

    /** A setting names what is not there or is no possible figure. */
    final class Refused extends Exception {

        private static final long serialVersionUID = 1L;

        public Refused(String words) {
            super(words);
        }

        /** What is wrong, in words. */
        public String words() {
            return String.valueOf(getMessage());
        }
    }

    /** The changed rule is refused as a file would be. */
    final class Unsound extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient List<ConfigProblem> problems;

        public Unsound(ConfigException refused) {
            super(refused);
            this.problems = refused.problems();
        }

        public List<ConfigProblem> problems() {
            return problems;
        }
    }

    /**
     * Computes the latest revision of a period anew with other settings, and publishes nothing.
     *
     * @param settings each as {@link #setting} gives it
     * @param caller who tries it, for the history
     */
    default Simulated simulate(Period period, List<String> settings, Caller caller)
            throws Missing, Refused, Unsound, NotAsPublished, ConfigException, IOException {
        throw missing("bankscore simulate");
    }

    /**
     * What falls due by what was approved.
     *
     * @param folder writes list and reminders
     */
    record Due(Answer answer, Writing<Path> folder) {}

    /** What falls due in a period; empty if nothing that is approved is in force. */
    default Optional<Due> due(Period period, Office office)
            throws Missing, NotAsPublished, ConfigException, IOException {
        throw missing("bankscore due");
    }

    /**
     * The way of something approved.
     *
     * @param said in one sentence
     */
    record Course(Period period, String said) {}

    /** The ways of all approvals, in the order in which they were recorded; none where nothing is carried out by them. */
    default List<Course> courses() {
        return List.of();
    }

    private static Missing missing(String question) {
        return new Missing(Missing.Kind.QUESTION, question);
    }
}
