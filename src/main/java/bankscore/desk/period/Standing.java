package bankscore.desk.period;

import bankscore.desk.layout.Rules.Named;
import bankscore.desk.layout.Topic;
import bankscore.facts.ReceivedSheet;
import bankscore.finding.Level;
import bankscore.finding.PrintedFinding;
import bankscore.run.Prepared.Expected;
import bankscore.run.inbox.Inbox.Arrived;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a rule and period stand, as the page shows it.
 *
 * @param rules those in force, to choose from
 * @param seen what the latest check or run saw; empty: nothing was checked since the desk was started
 * @param returned the names of the list and of marked copies
 */
public record Standing(
        Topic topic,
        String title,
        List<Named> rules,
        List<Expected> expected,
        List<Arrived> files,
        Optional<Seen> seen,
        List<PrintedFinding> findings,
        List<String> returned) {

    /**
     * What a check or run saw.
     *
     * @param files that were there when it began
     * @param received what was understood of them
     * @param own the file that the desk itself has written since then; empty: none
     */
    public record Seen(List<Arrived> files, List<ReceivedSheet> received, Optional<String> own) {}

    /** Whether what was received is known. */
    public boolean checked() {
        return seen.isPresent();
    }

    /** Whether a file is as it was when it was checked. */
    public boolean checked(Arrived file) {
        return seen.map(each -> each.files().contains(file)).orElse(false);
    }

    /** Whether files came, went or were replaced since the latest check. */
    public boolean changed() {
        return seen.map(each -> !others(each.files(), each).equals(others(files, each)))
                .orElse(false);
    }

    private static List<Arrived> others(List<Arrived> all, Seen seen) {
        return all.stream()
                .filter(each -> !seen.own().equals(Optional.of(each.name())))
                .toList();
    }

    /** What was understood, a sheet each; empty: nothing was checked. */
    public List<ReceivedSheet> received() {
        return seen.map(Seen::received).orElse(List.of());
    }

    /** What was understood of a file, a sheet each. */
    public List<ReceivedSheet> sheets(String file) {
        return received().stream()
                .filter(each -> each.sheet().file().equals(file))
                .toList();
    }

    /** How many findings of a level a file has. */
    public long count(String file, String level) {
        return findings.stream()
                .filter(each ->
                        each.place().file().equals(file) && each.level().name().equals(level))
                .count();
    }

    /** How many findings there are of a level. */
    public long count(String level) {
        return PrintedFinding.count(findings, Level.valueOf(level));
    }

    /** How many findings to verify have no reason yet. */
    public long open() {
        return findings.stream()
                .filter(each -> each.level() == Level.REVIEW && each.reason().isEmpty())
                .count();
    }

    /** How many sheets of a table arrived. */
    public long arrived(String dataset) {
        return received().stream()
                .filter(each -> each.dataset().equals(dataset))
                .count();
    }

    /** How many errors the sheets of a table have. */
    public long errors(String dataset) {
        return received().stream()
                .filter(each -> each.dataset().equals(dataset))
                .flatMap(this::errors)
                .count();
    }

    private Stream<PrintedFinding> errors(ReceivedSheet sheet) {
        return findings.stream().filter(each -> each.level() == Level.ERROR && isOn(sheet, each));
    }

    private static boolean isOn(ReceivedSheet sheet, PrintedFinding finding) {
        return finding.place().file().equals(sheet.sheet().file())
                && finding.place().sheet().equals(sheet.sheet().sheet());
    }

    /**
     * An office that sends tables.
     *
     * @param tables how many are expected of it; such as may be missing count when they arrived
     * @param arrived how many of them did
     * @param missing the names of the others
     * @param errors how many errors its sheets have
     */
    public record Sender(String name, int tables, int arrived, List<String> missing, long errors) {}

    /** Whether a finding is about what an office sends: it lies on a sheet of its tables, or nowhere and names one of them. */
    boolean concerns(String sender, PrintedFinding finding) {
        return expected.stream()
                .filter(each -> each.sender().equals(sender))
                .anyMatch(each -> finding.place().file().isEmpty()
                        ? finding.message().contains("“" + each.name() + "”")
                        : received().stream()
                                .filter(sheet -> sheet.dataset().equals(each.dataset()))
                                .anyMatch(sheet -> isOn(sheet, finding)));
    }

    /** What is expected, office by office, in the order of their first tables. */
    public List<Expected> bySender() {
        return expected.stream()
                .map(Expected::sender)
                .distinct()
                .flatMap(
                        sender -> expected.stream().filter(each -> each.sender().equals(sender)))
                .toList();
    }

    /** Who has sent what, in the order of the tables. */
    public List<Sender> senders() {
        return expected.stream()
                .map(Expected::sender)
                .distinct()
                .map(this::sender)
                .toList();
    }

    private Sender sender(String name) {
        List<Expected> its = expected.stream()
                .filter(each -> each.sender().equals(name) && (each.needed() || arrived(each.dataset()) > 0))
                .toList();
        List<String> missing = its.stream()
                .filter(each -> arrived(each.dataset()) == 0)
                .map(Expected::name)
                .toList();
        long errors = its.stream()
                .map(Expected::dataset)
                .flatMap(dataset ->
                        received().stream().filter(each -> each.dataset().equals(dataset)))
                .flatMap(this::errors)
                .distinct()
                .count();
        return new Sender(name, its.size(), its.size() - missing.size(), missing, errors);
    }

    /** Whether an error stops a run. */
    public boolean stops() {
        return count(Level.ERROR.name()) > 0;
    }
}
