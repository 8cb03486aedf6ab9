package bankscore.run.revisions;

import bankscore.exact.Period;
import bankscore.office.Approval;
import bankscore.office.Decision;
import bankscore.office.HistoryEntry;
import bankscore.office.Revision;
import bankscore.office.Series;
import bankscore.store.HistoryStore;
import bankscore.store.Stores;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** What happened in a jurisdiction, as the history tells it; it writes nothing. */
public final class History {

    private static final int TO_THE_MINUTE = 16;

    private final DataSource dataSource;
    private final List<Series> series;

    /** @param series all of the jurisdiction; one of them at least */
    public History(DataSource dataSource, List<Series> series) {
        this.dataSource = dataSource;
        this.series = List.copyOf(series);
    }

    /**
     * An entry as users see it.
     *
     * @param revision 0 if none
     * @param code the verification code of the revision; empty if there is none
     * @param arguments as typed; they begin with the command
     * @param detail what else the entry says, such as the approving document; empty if nothing
     * @param rule whose series it is about; empty: of the rule that has the folders
     * @param holds whether the entry's hash is its own and it names the entry before it
     */
    public record Line(
            long seq,
            String at,
            String period,
            int revision,
            String code,
            String command,
            String arguments,
            String outcome,
            String user,
            String machine,
            String digest,
            String detail,
            String rule,
            boolean holds) {}

    /** All entries of the jurisdiction in their order. */
    public List<Line> lines() {
        Map<String, String> codes = new HashMap<>();
        Map<String, Approval> approvals = new HashMap<>();
        Map<String, String> signed = new HashMap<>();
        for (Series each : series) {
            Stores stores = Stores.of(dataSource, each);
            for (Revision revision : stores.revisions().all()) {
                codes.put(name(each.subject(revision.period()), revision.number()), revision.code());
                stores.decisions().all(revision.period()).stream()
                        .flatMap(Optional::stream)
                        .map(Decision.Signed::decision)
                        .forEach(decision -> signed.put(decision.head(), said(decision)));
                stores.approvals()
                        .all(revision.period())
                        .forEach(approval ->
                                approvals.put(stores.approvals().digest(approval, revision.manifest()), approval));
            }
        }
        List<Line> lines = new ArrayList<>();
        String previous = HistoryStore.ROOT;
        for (HistoryStore.Link link : new HistoryStore(dataSource).all()) {
            if (link.entry().jurisdiction().equals(series.get(0).jurisdiction())) {
                lines.add(line(
                        link,
                        codes,
                        detail(link, approvals, signed),
                        link.holds() && link.previous().equals(previous)));
            }
            previous = link.hash();
        }
        return List.copyOf(lines);
    }

    /** The hash of the latest entry of the chain. */
    public String head() {
        return new HistoryStore(dataSource).head();
    }

    /** An ISO time to the minute, as people read it. */
    public static String minute(String at) {
        return at.length() < TO_THE_MINUTE ? at : at.substring(0, TO_THE_MINUTE).replace('T', ' ');
    }

    /** Who signed, and what for; an approval says its document itself. */
    private static String said(Decision decision) {
        return decision.verdict() == Decision.Verdict.RETURNED
                ? decision.person() + "：" + decision.words()
                : decision.person();
    }

    private static String detail(HistoryStore.Link link, Map<String, Approval> approvals, Map<String, String> signed) {
        return Stream.concat(
                        Optional.ofNullable(approvals.get(link.entry().digest()))
                                .map(approval -> approval.document() + " " + approval.date())
                                .stream(),
                        Optional.ofNullable(signed.get(link.previous())).stream())
                .collect(Collectors.joining(" "));
    }

    private static Line line(HistoryStore.Link link, Map<String, String> codes, String detail, boolean holds) {
        HistoryEntry entry = link.entry();
        String subject =
                Period.parse(entry.period()).map(entry.series()::subject).orElse("");
        return new Line(
                link.seq(),
                entry.at(),
                entry.period(),
                entry.revision(),
                codes.getOrDefault(name(subject, entry.revision()), ""),
                entry.command(),
                entry.arguments(),
                entry.outcome(),
                entry.user(),
                entry.machine(),
                entry.digest(),
                detail,
                entry.rule(),
                holds);
    }

    private static String name(String subject, int revision) {
        return subject + " r" + revision;
    }
}
