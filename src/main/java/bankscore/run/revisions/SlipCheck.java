package bankscore.run.revisions;

import bankscore.office.HistoryEntry;
import bankscore.office.Revision;
import bankscore.office.Slip;
import bankscore.store.HistoryStore;
import bankscore.store.Stores;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A slip held against the database. The chain's head that it names vouches for every entry up to its own: to whoever has
 * rewritten one of them and all hashes behind it, that head is lost.
 *
 * @param after how many entries follow the slip's own, of which it tells nothing
 */
public record SlipCheck(List<Point> points, int after) {

    public SlipCheck {
        points = List.copyOf(points);
    }

    /**
     * Something that a slip states.
     *
     * @param key the words' key below {@code cli.slip.holds.} and {@code cli.slip.differs.}
     * @param stated what the slip says
     * @param found what the database says; empty if nothing
     */
    public record Point(String key, boolean holds, String stated, String found) {}

    /** Whether the database is the one that the slip was written from, and unchanged up to there. */
    public boolean holds() {
        return points.stream().allMatch(Point::holds);
    }

    static SlipCheck of(Slip slip, Stores stores) {
        List<Point> points = new ArrayList<>();
        Optional<Revision> revision = stores.revisions().published(slip.period(), slip.revision());
        points.add(new Point("revision", revision.isPresent(), slip.period() + " r" + slip.revision(), ""));
        revision.ifPresent(known -> {
            points.add(same("verification", slip.code(), known.code()));
            points.add(same("manifest", slip.manifest(), known.manifest()));
        });
        slip.approval()
                .ifPresent(approval -> points.add(new Point(
                        "approval",
                        stores.approvals().all(slip.period()).contains(approval),
                        approval.document() + " " + approval.date(),
                        "")));
        List<HistoryStore.Link> links = stores.history().all();
        Optional<HistoryStore.Link> head = HistoryStore.sound(links).stream()
                .filter(link -> link.hash().equals(slip.chainHead()))
                .findFirst();
        points.add(new Point(
                "chain",
                head.isPresent(),
                slip.chainHead(),
                head.map(link -> Long.toString(link.seq())).orElse("")));
        head.filter(link -> !isOf(slip, link.entry(), stores))
                .ifPresent(link -> points.add(
                        new Point("entry", false, slip.time(), link.entry().at())));
        return new SlipCheck(
                points, head.map(link -> links.size() - links.indexOf(link) - 1).orElse(0));
    }

    private static Point same(String key, String stated, String found) {
        return new Point(key, stated.equals(found), stated, found);
    }

    /** Whether an entry is that of the publication or approval that a slip is of. */
    private static boolean isOf(Slip slip, HistoryEntry entry, Stores stores) {
        String digest = slip.approval()
                .map(approval -> stores.approvals().digest(approval, slip.manifest()))
                .orElse(slip.manifest());
        return entry.series().equals(stores.approvals().series())
                && entry.period().equals(slip.period().toString())
                && entry.revision() == slip.revision()
                && entry.at().equals(slip.time())
                && entry.outcome().equals(slip.approval().isPresent() ? "approved" : "published")
                && entry.digest().equals(digest);
    }
}
