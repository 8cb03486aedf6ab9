package bankscore.run.revisions;

import bankscore.exact.Period;
import bankscore.exact.Sha256;
import bankscore.finding.Words;
import bankscore.office.Approval;
import bankscore.office.Decision;
import bankscore.office.Decision.Verdict;
import bankscore.office.HistoryEntry;
import bankscore.office.People;
import bankscore.office.Refusal;
import bankscore.office.Revision;
import bankscore.office.Signer;
import bankscore.office.Standing;
import bankscore.office.Step;
import bankscore.office.Way;
import bankscore.paper.StandingSentence;
import bankscore.store.HistoryStore;
import bankscore.store.Stores;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How far the revisions of a period have come, told by the history alone, entry by entry. A review counts where it is signed
 * with the key of a person who was to sign it on that day, of this revision, right after the entry whose hash he signed;
 * whatever else stands in the database makes no reviewed revision ({@code operations.md#signing}).
 */
public final class Standings {

    private final Stores stores;
    private final People people;

    /** Whose rules were asked when something was decided is not known any more; who signs is asked always. */
    private final People then;

    private final Period period;
    private final SortedMap<Integer, Way> ways = new TreeMap<>();
    private final List<Flaw> flaws = new ArrayList<>();
    private final List<Decision.Signed> rows = new ArrayList<>();
    private LocalDate day = LocalDate.MIN;
    private boolean reviewing;

    /**
     * A decision that does not count.
     *
     * @param key the words' key below {@code cli.difference.}
     * @param subject whose it is said to be, of which revision
     */
    record Flaw(String key, String subject) {}

    private Standings(Stores stores, People people, Period period, List<HistoryStore.Link> history) {
        this.stores = stores;
        this.people = people;
        this.then = new People(people.signers(), false, true);
        this.period = period;
        follow(history);
    }

    /** Those of a period. */
    public static Standings of(Stores stores, People people, Period period) {
        return new Standings(stores, people, period, history(stores));
    }

    /** The way of each published revision of a series, period by period. */
    public static List<Way> ways(Stores stores, People people) {
        List<HistoryStore.Link> history = history(stores);
        return stores.revisions().all().stream()
                .map(Revision::period)
                .distinct()
                .flatMap(period -> new Standings(stores, people, period, history).ways().values().stream())
                .toList();
    }

    private static List<HistoryStore.Link> history(Stores stores) {
        return HistoryStore.sound(stores.history().all());
    }

    /** The way of each published revision, by its number. */
    public SortedMap<Integer, Way> ways() {
        return ways;
    }

    /** What is signed by nobody, by somebody else or by somebody who may not, and what the history does not know. */
    List<Flaw> flaws() {
        return flaws;
    }

    /** How far a revision has come, in one sentence. */
    public static String said(Standing standing, Words words) {
        return StandingSentence.of(standing, words);
    }

    /** The day on which the right to sign is asked: no day before what has happened already, whatever a clock says. */
    LocalDate day(LocalDate today) {
        return today.isBefore(day) ? day : today;
    }

    private void follow(List<HistoryStore.Link> history) {
        stores.decisions()
                .all(period)
                .forEach(row ->
                        row.ifPresentOrElse(rows::add, () -> flaws.add(new Flaw("decision", period.toString()))));
        for (HistoryStore.Link link : history) {
            HistoryEntry entry = link.entry();
            day = day(OffsetDateTime.parse(entry.at()).toLocalDate());
            reviewing |= entry.jurisdiction().equals(stores.approvals().series().jurisdiction())
                    && entry.outcome().equals(Verdict.REVIEWED.outcome());
            if (entry.series().equals(stores.approvals().series())
                    && entry.period().equals(period.toString())) {
                stores.revisions().published(period, entry.revision()).ifPresent(revision -> follow(link, revision));
            }
        }
        rows.forEach(row -> flaws.add(new Flaw("decision", subject(row.decision()))));
    }

    private void follow(HistoryStore.Link link, Revision revision) {
        HistoryEntry entry = link.entry();
        switch (entry.outcome()) {
            case "published" -> {
                if (entry.digest().equals(revision.manifest())) {
                    ways.replaceAll((number, way) -> with(way, way.standing().superseded(revision.number())));
                    ways.put(
                            revision.number(),
                            new Way(
                                    revision,
                                    entry.user(),
                                    entry.at(),
                                    List.of(),
                                    new Standing.Generated(entry.user())));
                }
            }
            case "reviewed" -> decided(link, revision, Verdict.REVIEWED);
            case "returned" -> decided(link, revision, Verdict.RETURNED);
            case "approved" -> decided(link, revision, Verdict.APPROVED);
            default -> {}
        }
    }

    private void decided(HistoryStore.Link link, Revision revision, Verdict verdict) {
        Optional<Way> way = Optional.ofNullable(ways.get(revision.number()));
        String subject =
                period + " r" + revision.number() + " " + verdict.role().word();
        Optional<Decision.Signed> row = rows.stream()
                .filter(each -> each.decision().head().equals(link.previous())
                        && each.decision().verdict() == verdict
                        && each.decision().revision() == revision.number()
                        && each.decision().at().equals(link.entry().at()))
                .findFirst();
        row.ifPresent(rows::remove);
        if (verdict != Verdict.APPROVED) {
            if (row.isEmpty()) {
                flaws.add(new Flaw("unsigned", subject));
                return;
            }
            boolean noted =
                    link.entry().digest().equals(Sha256.of(row.get().decision().text()));
            signer(row.get(), revision, noted).ifPresent(signer -> way.ifPresent(of -> take(of, row.get(), signer)));
            return;
        }
        Optional<Approval> approval = stores.approvals().all(period).stream()
                .filter(each -> stores.approvals()
                        .digest(each, revision.manifest())
                        .equals(link.entry().digest()))
                .findFirst();
        if (row.isEmpty() && reviewing) {
            flaws.add(new Flaw("unsigned", subject));
        }
        if (approval.isEmpty() || way.isEmpty()) {
            return;
        }
        boolean noted = row.isPresent() && row.get().decision().words().equals(words(approval.get()));
        boolean signed = row.flatMap(each -> signer(each, revision, noted))
                .filter(signer -> take(way.get(), row.get(), signer))
                .isPresent();
        if (!signed) {
            // Recorded by who has no key: as it was before there were keys.
            Standing.Act act =
                    new Standing.Act(Optional.empty(), link.entry().at(), day, words(approval.get()), People.NONE);
            taken(way.get(), Verdict.APPROVED, act, link.entry().user(), new Standing.Approved(before(way.get()), act));
        }
        ways.replaceAll(
                (number, other) -> number != revision.number() && other.standing() instanceof Standing.Approved approved
                        ? with(other, approved.withdrawn(revision.number()))
                        : other);
    }

    /** What an approval says, as it is signed. */
    static String words(Approval approval) {
        return approval.document() + " " + approval.date();
    }

    private static Standing before(Way way) {
        Standing now = way.standing() instanceof Standing.Withdrawn withdrawn ? withdrawn.was() : way.standing();
        return now instanceof Standing.Approved approved ? approved.before() : now;
    }

    /** Who signed a decision, if it is his signature of this very decision. */
    private Optional<Signer> signer(Decision.Signed row, Revision revision, boolean noted) {
        Decision decision = row.decision();
        Optional<Signer> signer = people.of(decision.person(), row.key());
        if (signer.isEmpty()) {
            flaws.add(new Flaw("signer", subject(decision)));
            return Optional.empty();
        }
        if (!noted
                || !decision.manifest().equals(revision.manifest())
                || !signer.get().signed(decision.text(), row.signature())) {
            flaws.add(new Flaw("signature", subject(decision)));
            return Optional.empty();
        }
        return signer;
    }

    /** Whether the step could be taken. */
    private boolean take(Way way, Decision.Signed row, Signer signer) {
        Decision decision = row.decision();
        Standing.Act act = new Standing.Act(Optional.of(signer), decision.at(), day, decision.words(), then);
        Step step = step(way.standing(), decision.verdict(), act);
        if (step instanceof Standing next) {
            taken(way, decision.verdict(), act, signer.name(), next);
            return true;
        }
        flaws.add(new Flaw(step == Refusal.NOT_VALID ? "not_valid" : "refused", subject(decision)));
        return false;
    }

    /** What comes of an attempt. */
    static Step step(Standing standing, Verdict verdict, Standing.Act act) {
        return switch (verdict) {
            case REVIEWED -> standing.review(act);
            case RETURNED -> standing.giveBack(act);
            case APPROVED -> standing.approve(act);
        };
    }

    /** The names of those who could take a step today, each with a key that is valid. */
    public static List<String> able(Way way, Verdict verdict, People people, LocalDate today) {
        return people.signers().stream()
                .filter(signer -> by(signer, way, verdict, people, today) instanceof Standing)
                .map(Signer::name)
                .distinct()
                .toList();
    }

    /** Whether somebody could review it, if only the people said who of them ran it. */
    public static boolean isRunnerUnknown(Way way, People people, LocalDate today) {
        return people.signers().stream()
                .anyMatch(signer -> by(signer, way, Verdict.REVIEWED, people, today) == Refusal.RUNNER_UNKNOWN);
    }

    private static Step by(Signer signer, Way way, Verdict verdict, People people, LocalDate today) {
        return step(
                way.standing(),
                verdict,
                new Standing.Act(Optional.of(signer), way.at(), today, verdict.name(), people));
    }

    private void taken(Way way, Verdict verdict, Standing.Act act, String user, Standing next) {
        List<Way.Taken> taken = new ArrayList<>(way.taken());
        taken.add(new Way.Taken(verdict, act, user));
        ways.put(way.revision().number(), new Way(way.revision(), way.runner(), way.at(), taken, next));
    }

    private static Way with(Way way, Standing standing) {
        return new Way(way.revision(), way.runner(), way.at(), way.taken(), standing);
    }

    private String subject(Decision decision) {
        return period + " r" + decision.revision() + " "
                + decision.verdict().role().word() + " " + decision.person();
    }
}
