package bankscore.run.publish;

import bankscore.exact.Period;
import bankscore.finding.Words;
import bankscore.office.Approval;
import bankscore.office.HistoryEntry;
import bankscore.office.Revision;
import bankscore.office.Slip;
import bankscore.paper.json.SlipJson;
import bankscore.paper.letter.SlipLetter;
import bankscore.run.request.FileNames;
import bankscore.run.request.FiledSlips;
import bankscore.run.request.PeriodFolder;
import bankscore.store.HistoryStore;
import bankscore.store.Stores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The slips of a jurisdiction, beside its revisions. They follow from what the database says was published and approved
 * and from nothing else: of what is not committed there is none, and one that a kill prevented is the same when the next
 * command writes it.
 */
public final class Slips {

    private static final Logger LOG = LoggerFactory.getLogger(Slips.class);

    /** In bytes; a slip that was written here has a hundredth of that. */
    private static final int LARGEST = 1 << 16;

    private final Stores stores;
    private final Words words;

    public Slips(Stores stores, Words words) {
        this.stores = stores;
        this.words = words;
    }

    /** A slip that somebody kept; empty if the file is none. */
    public static Optional<Slip> read(Path file) throws IOException {
        return Files.isRegularFile(file) && Files.size(file) <= LARGEST
                ? SlipJson.parse(Files.readAllBytes(file))
                : Optional.empty();
    }

    /** Writes the slips of a period that are not there; the caller holds the period's lock. */
    public FiledSlips complete(PeriodFolder folder) {
        Map<Path, Slip> written = new LinkedHashMap<>();
        FileNames names = new FileNames();
        try {
            for (Slip slip : of(folder.period())) {
                String kind = slip.approval().isPresent() ? "slip.approved.file" : "slip.published.file";
                String page = names.distinct(words.text(kind, "revision", slip.revision()) + ".docx");
                String twin = page.replaceFirst("docx$", "json");
                String jurisdiction = stores.approvals().series().jurisdiction();
                boolean missing = file(folder, page, to -> SlipLetter.write(slip, jurisdiction, twin, words, to));
                missing |= file(folder, twin, to -> Files.write(to, SlipJson.of(slip)));
                if (missing) {
                    written.put(folder.place().resolve(page), slip);
                }
            }
            return new FiledSlips(written, List.of(), Optional.empty());
        } catch (IOException e) {
            LOG.warn("slips: {}", e.getClass().getSimpleName());
            return new FiledSlips(written, List.of(), Optional.of(e));
        }
    }

    private static boolean file(PeriodFolder folder, String name, PaperFile.Writing writing) throws IOException {
        return RevisionFolder.writeBeside(folder, new PaperFile(name, writing));
    }

    /** The slips of all that was published and approved of a period, in the order of the history. */
    public List<Slip> of(Period period) {
        Map<Integer, Revision> published = stores.revisions().all().stream()
                .filter(each -> each.published() && each.period().equals(period))
                .collect(Collectors.toMap(Revision::number, each -> each));
        List<Approval> approvals = stores.approvals().all(period);
        List<Slip> slips = new ArrayList<>();
        for (HistoryStore.Link link : stores.history().all()) {
            HistoryEntry entry = link.entry();
            Revision revision = published.get(entry.revision());
            // A slip vouches for an entry, and none for one that was edited.
            if (revision != null
                    && link.holds()
                    && entry.series().equals(stores.approvals().series())
                    && entry.period().equals(period.toString())) {
                of(link, revision, approvals).ifPresent(slips::add);
            }
        }
        return List.copyOf(slips);
    }

    private Optional<Slip> of(HistoryStore.Link link, Revision revision, List<Approval> approvals) {
        String digest = link.entry().digest();
        return switch (link.entry().outcome()) {
            case "published" ->
                revision.manifest().equals(digest)
                        ? Optional.of(slip(revision, link, Optional.empty()))
                        : Optional.empty();
            case "approved" ->
                approvals.stream()
                        .filter(approval -> stores.approvals()
                                .digest(approval, revision.manifest())
                                .equals(digest))
                        .findFirst()
                        .map(approval -> slip(revision, link, Optional.of(approval)));
            default -> Optional.empty();
        };
    }

    private Slip slip(Revision revision, HistoryStore.Link link, Optional<Approval> approval) {
        return new Slip(
                stores.approvals().series().rule(),
                revision.period(),
                revision.number(),
                revision.code(),
                revision.manifest(),
                link.hash(),
                link.entry().at(),
                approval);
    }
}
