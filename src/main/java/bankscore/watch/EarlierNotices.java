package bankscore.watch;

import bankscore.exact.Period;
import bankscore.finding.Finding;
import bankscore.intake.Dataset;
import bankscore.office.ForeignRow;
import bankscore.office.Revision;
import bankscore.run.publish.Publisher;
import bankscore.run.revisions.EarlierRevisions;
import bankscore.sheet.Place;
import bankscore.store.SheetStore;
import bankscore.store.Stores;
import bankscore.watch.judge.Past;
import bankscore.watch.papers.ResultJson;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the rule published for earlier periods, of each its latest revision: results as they were published, and the history
 * sheets that were sent with them.
 */
final class EarlierNotices {

    private static final String ARCHIVE = "published_file";

    private final Stores stores;
    private final EarlierRevisions revisions;

    /** @param asOf as it was at that time, as ISO time with offset; absent: now */
    EarlierNotices(Stores stores, Period period, Optional<String> asOf) {
        this.stores = stores;
        this.revisions = new EarlierRevisions(stores, period, asOf);
    }

    /** What is known of earlier periods, with what is reported of them. */
    Past past(List<Past.Reported> reported) {
        NavigableMap<Period, Past.Published> published = new TreeMap<>();
        revisions.all().forEach(revision -> published.put(revision.period(), ResultJson.published(result(revision))));
        return new Past(published, reported);
    }

    private byte[] result(Revision revision) {
        return stores.archive()
                .file(revision.period(), revision.number(), Publisher.RESULT)
                .orElseThrow(() -> new ForeignRow(ARCHIVE, null));
    }

    /** The history sheets of earlier periods, the latest first; what was wrong with them was told then. */
    void reported(Reported rows) {
        for (int i = revisions.all().size() - 1; i >= 0; i--) {
            long instance = revisions.all().get(i).instance();
            Map<Integer, SheetStore.StagedSheet> sheets =
                    stores.staging().sheets().sheets(instance);
            Reported.Sheets taken = rows.new Sheets(finding -> {});
            stores.staging().claims().each(instance, Names.HISTORY, each -> {
                SheetStore.StagedSheet sheet = sheets.get(each.sheet());
                taken.take(each.value(), sheet == null ? Place.NONE : sheet.place());
            });
        }
    }

    /** Those that were published after this period's own last revision, which therefore went by others. */
    List<Finding> publishedSince() {
        return revisions.publishedSince().stream()
                .map(finding -> finding.with(Finding.VARIANT, "watch"))
                .toList();
    }

    /** What the subjects of a register are called: 银行 of 银行名录. */
    static String called(Dataset register, String ending) {
        String name = register.name();
        return name.endsWith(ending) && name.length() > ending.length()
                ? name.substring(0, name.length() - ending.length())
                : name;
    }
}
