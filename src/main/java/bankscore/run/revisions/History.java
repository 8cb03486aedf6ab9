package bankscore.run.revisions;

import bankscore.office.Approval;
import bankscore.office.HistoryEntry;
import bankscore.office.Revision;
import bankscore.store.HistoryStore;
import bankscore.store.Stores;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** What happened in a jurisdiction, as the history tells it; it writes nothing. */
public final class History {

    private final DataSource dataSource;
    private final String jurisdiction;

    public History(DataSource dataSource, String jurisdiction) {
        this.dataSource = dataSource;
        this.jurisdiction = jurisdiction;
    }

    /**
     * An entry as users see it.
     *
     * @param revision 0 if none
     * @param code the verification code of the revision; empty if there is none
     * @param arguments as typed; they begin with the command
     * @param detail what else the entry says, such as the approving document; empty if nothing
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
            boolean holds) {}

    /** All entries of the jurisdiction in their order. */
    public List<Line> lines() {
        Stores stores = Stores.of(dataSource, jurisdiction);
        Map<String, String> codes = stores.revisions().all().stream()
                .collect(Collectors.toMap(
                        revision -> name(revision.period().toString(), revision.number()), Revision::code));
        Map<String, Approval> approvals = new HashMap<>();
        for (Revision revision : stores.revisions().all()) {
            stores.approvals()
                    .all(revision.period())
                    .forEach(approval ->
                            approvals.put(stores.approvals().digest(approval, revision.manifest()), approval));
        }
        List<Line> lines = new ArrayList<>();
        String previous = HistoryStore.ROOT;
        for (HistoryStore.Link link : stores.history().all()) {
            if (link.entry().jurisdiction().equals(jurisdiction)) {
                lines.add(line(
                        link, codes, approvals, link.holds() && link.previous().equals(previous)));
            }
            previous = link.hash();
        }
        return List.copyOf(lines);
    }

    /** The hash of the latest entry of the chain. */
    public String head() {
        return Stores.of(dataSource, jurisdiction).history().head();
    }

    private static Line line(
            HistoryStore.Link link, Map<String, String> codes, Map<String, Approval> approvals, boolean holds) {
        HistoryEntry entry = link.entry();
        return new Line(
                link.seq(),
                entry.at(),
                entry.period(),
                entry.revision(),
                codes.getOrDefault(name(entry.period(), entry.revision()), ""),
                entry.command(),
                entry.arguments(),
                entry.outcome(),
                entry.user(),
                entry.machine(),
                entry.digest(),
                Optional.ofNullable(approvals.get(entry.digest()))
                        .map(approval -> approval.document() + " " + approval.date())
                        .orElse(""),
                holds);
    }

    private static String name(String period, int revision) {
        return period + " r" + revision;
    }
}
