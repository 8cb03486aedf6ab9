package bankscore.run.revisions;

import bankscore.exact.Period;
import bankscore.exact.Sha256;
import bankscore.finding.ConfigException;
import bankscore.office.Approval;
import bankscore.office.Caller;
import bankscore.office.ForeignRow;
import bankscore.office.HistoryEntry;
import bankscore.office.Holder;
import bankscore.office.PaperCode;
import bankscore.office.People;
import bankscore.office.Revision;
import bankscore.office.Series;
import bankscore.office.Slip;
import bankscore.office.Way;
import bankscore.paper.json.PublishedManifest;
import bankscore.run.RuleSeries;
import bankscore.run.publish.Publisher;
import bankscore.run.publish.RevisionFolder;
import bankscore.run.request.Digests;
import bankscore.run.request.PeriodFolder;
import bankscore.store.FileArchive;
import bankscore.store.HistoryStore;
import bankscore.store.Stores;
import bankscore.store.database.RunLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Whether a published revision is still what it was: its files on disk, their archive, its manifest, the history chain,
 * what the database holds of it, and the figures, which are computed once more from what was staged then by the
 * configuration of then. It needs neither the input folder nor the rules of today, but who signs.
 *
 * <p>It changes nothing and writes nothing but an entry of the history.
 */
public final class Verification {

    private final DataSource dataSource;
    private final Series series;
    private final Path output;
    private final Recomputation recomputation;
    private final People people;

    /** @param people whose signatures count */
    public Verification(DataSource dataSource, Series series, Path output, Recomputation recomputation, People people) {
        this.dataSource = dataSource;
        this.series = series;
        this.output = output;
        this.recomputation = recomputation;
        this.people = people;
    }

    /**
     * A published revision as it is named to users.
     *
     * @param approval the approval of the period that holds, whichever revision it is of
     */
    public record Named(
            Period period,
            int number,
            String code,
            String scheme,
            String publishedAt,
            boolean latest,
            Optional<Approval> approval) {}

    /**
     * Something that is not as it was.
     *
     * @param key the words' key below {@code cli.difference.}
     * @param subject what it is about: a file, an entry, a table
     */
    public record Difference(String key, String subject) {}

    /** How the result came out when it was computed again. */
    public enum Recomputed {
        /** It came out the same, byte for byte. */
        SAME,
        /** It came out otherwise: a stored figure or the program was changed. */
        OTHERWISE
    }

    /**
     * What verifying found.
     *
     * @param way what was decided of it; absent: the history does not know it
     * @param links how many entries of the history were followed
     */
    public record Verified(
            Named revision, Optional<Way> way, List<Difference> differences, Recomputed recomputed, int links) {

        public Verified {
            differences = List.copyOf(differences);
        }

        public boolean holds() {
            return differences.isEmpty();
        }
    }

    /** The revisions whose paper carries a code. */
    public List<Named> byCode(String code) {
        String wanted = PaperCode.typed(code);
        return named(stores().revisions().all().stream()
                .filter(revision -> revision.published() && revision.code().equals(wanted))
                .toList());
    }

    /** A revision of a period, or its latest. */
    public Optional<Named> byPeriod(Period period, Optional<Integer> number) {
        return named(stores().revisions().all().stream()
                        .filter(revision ->
                                revision.published() && revision.period().equals(period))
                        .filter(revision -> number.isEmpty() || revision.number() == number.get())
                        .toList())
                .stream()
                .reduce((earlier, later) -> later);
    }

    private List<Named> named(List<Revision> revisions) {
        return revisions.stream()
                .map(revision -> new Named(
                        revision.period(),
                        revision.number(),
                        revision.code(),
                        revision.scheme(),
                        revision.publishedAt(),
                        stores().revisions()
                                .latest(revision.period())
                                .map(latest -> latest.number() == revision.number())
                                .orElse(false),
                        stores().approvals().foreign(revision.period()).isEmpty()
                                ? stores().approvals().current(revision.period())
                                : Optional.empty()))
                .toList();
    }

    /**
     * Verifies a revision and notes it.
     *
     * @param caller who verifies, for the history
     * @return empty if a run of the period holds the lock
     */
    public Optional<Verified> verify(Named named, Caller caller) throws IOException {
        RunLock lock = RunLock.tryTake(
                        dataSource, series.jurisdiction(), series.subject(named.period()), Holder.of(caller))
                .orElse(null);
        if (lock == null) {
            return Optional.empty();
        }
        try (lock) {
            Stores stores = stores();
            Revision revision = stores.revisions().all().stream()
                    .filter(each -> each.period().equals(named.period()) && each.number() == named.number())
                    .findFirst()
                    .orElseThrow();
            List<HistoryStore.Link> links = stores.history().all();
            List<Difference> differences = new ArrayList<>(ofChain(stores.history(), links));
            entry(links, revision, differences);
            differences.addAll(lost(stores, links, revision.period()));
            Kept kept = new Kept(stores.archive(), revision);
            if (files(kept, differences)) {
                head(links, kept, differences);
            }
            approvals(links, stores, revision.period(), differences);
            Standings standings = Standings.of(stores, people, revision.period());
            standings.flaws().forEach(flaw -> differences.add(new Difference(flaw.key(), flaw.subject())));
            owner(stores, differences);
            Recomputed recomputed = recompute(stores, kept, differences);
            if (recomputed == Recomputed.OTHERWISE) {
                differences.add(new Difference("recomputed", Publisher.RESULT));
            }
            Verified verified = new Verified(
                    named,
                    Optional.ofNullable(standings.ways().get(revision.number())),
                    differences.stream().distinct().toList(),
                    recomputed,
                    links.size());
            note(stores, revision, verified, caller);
            return Optional.of(verified);
        }
    }

    /** The rule that has the folders is one whose revisions lie in them; where none is written down, they say it themselves. */
    private void owner(Stores stores, List<Difference> differences) {
        if (series.rule().isEmpty()) {
            stores.series()
                    .owner()
                    .filter(owner -> RuleSeries.kept(stores).stream()
                            .noneMatch(kept -> kept.rule().equals(owner)))
                    .ifPresent(owner -> differences.add(new Difference("stored", "folder_owner")));
        }
    }

    /** Holds a slip against the database, point by point. */
    public SlipCheck check(Slip slip) {
        return SlipCheck.of(slip, stores());
    }

    /** Revisions of a period that the history knows as published and the database no longer does. */
    public List<Difference> lost(Period period) {
        Stores stores = stores();
        return lost(stores, stores.history().all(), period);
    }

    private List<Difference> lost(Stores stores, List<HistoryStore.Link> links, Period period) {
        Set<Integer> known = stores.revisions().all().stream()
                .filter(revision -> revision.published() && revision.period().equals(period))
                .map(Revision::number)
                .collect(Collectors.toSet());
        return links.stream()
                .map(HistoryStore.Link::entry)
                .filter(entry -> entry.series().equals(series)
                        && entry.outcome().equals("published")
                        && entry.period().equals(period.toString())
                        && !known.contains(entry.revision()))
                .map(entry -> new Difference("lost", period + " r" + entry.revision()))
                .distinct()
                .toList();
    }

    /** Every entry has its own hash and names the one before, and the last one is the last that was written. */
    public static List<Difference> ofChain(HistoryStore history, List<HistoryStore.Link> links) {
        List<Difference> differences = new ArrayList<>();
        int sound = HistoryStore.sound(links).size();
        if (sound < links.size()) {
            differences.add(
                    new Difference("chain", Long.toString(links.get(sound).seq())));
        }
        if (!history.headHolds()) {
            differences.add(new Difference("cut", Integer.toString(links.size())));
        }
        return differences;
    }

    /** The history says that this manifest was published. */
    private void entry(List<HistoryStore.Link> links, Revision revision, List<Difference> differences) {
        boolean noted = links.stream()
                .map(HistoryStore.Link::entry)
                .anyMatch(entry -> entry.series().equals(series)
                        && entry.command().equals("run")
                        && entry.outcome().equals("published")
                        && entry.period().equals(revision.period().toString())
                        && entry.revision() == revision.number()
                        && entry.digest().equals(revision.manifest()));
        if (!noted) {
            differences.add(new Difference("entry", revision.period() + " r" + revision.number()));
        }
    }

    /** Every approval of the period has its entry of the history, and every such entry its approval. */
    private static void approvals(
            List<HistoryStore.Link> links, Stores stores, Period period, List<Difference> differences) {
        List<String> noted = new ArrayList<>(links.stream()
                .map(HistoryStore.Link::entry)
                .filter(entry -> entry.series().equals(stores.approvals().series())
                        && entry.outcome().equals("approved")
                        && entry.period().equals(period.toString()))
                .map(HistoryEntry::digest)
                .toList());
        for (Approval approval : stores.approvals().all(period)) {
            boolean known = stores.revisions().all().stream()
                    .filter(each -> each.period().equals(period) && each.number() == approval.revision())
                    .anyMatch(each -> noted.remove(stores.approvals().digest(approval, each.manifest())));
            if (!known) {
                differences.add(
                        new Difference("approval", period + " r" + approval.revision() + " " + approval.document()));
            }
        }
        stores.approvals()
                .foreign(period)
                .forEach(row -> differences.add(new Difference("approval", period + " " + row)));
        noted.forEach(digest -> differences.add(new Difference("approval", period.toString())));
    }

    /** What the archive holds of a revision; of its files only those that are asked for are in memory, and for a digest none. */
    private record Kept(FileArchive archive, Revision revision) {

        SortedSet<String> names() {
            return archive.names(revision.period(), revision.number());
        }

        Optional<byte[]> file(String name) {
            return archive.file(revision.period(), revision.number(), name);
        }

        Optional<String> digest(String name) {
            return archive.digest(revision.period(), revision.number(), name);
        }

        /** Empty where there is none. */
        byte[] manifest() {
            return file(Publisher.MANIFEST).orElse(new byte[0]);
        }
    }

    /** The head that the manifest and the book name is a link of the chain: nobody computed the whole chain anew. */
    private static void head(List<HistoryStore.Link> links, Kept kept, List<Difference> differences) {
        String head = PublishedManifest.parse(kept.manifest()).chainHead();
        if (!head.equals(HistoryStore.ROOT)
                && links.stream().noneMatch(link -> link.hash().equals(head))) {
            differences.add(new Difference("head", head));
        }
    }

    /** Whether the manifest could be trusted. */
    private boolean files(Kept archive, List<Difference> differences) throws IOException {
        Revision revision = archive.revision();
        byte[] manifest = archive.manifest();
        if (!Sha256.of(manifest).equals(revision.manifest())) {
            differences.add(new Difference("archive", Publisher.MANIFEST));
            return false;
        }
        PublishedManifest stated = PublishedManifest.parse(manifest);
        Map<String, String> digests = new TreeMap<>(stated.files());
        digests.put(Publisher.MANIFEST, revision.manifest());
        Path folder = new RevisionFolder(new PeriodFolder(output, revision.period(), series.rule()), revision.number())
                .place();
        digests.forEach((name, digest) -> {
            if (!archive.digest(name).equals(Optional.of(digest))) {
                differences.add(new Difference("archive", name));
            }
        });
        archive.names().stream()
                .filter(name -> !digests.containsKey(name))
                .forEach(name -> differences.add(new Difference("archive", name)));
        differences.addAll(ofFolder(folder, digests));
        boolean older = stated.identity().isEmpty();
        if (!revision.resultDigest().equals(digests.get(Publisher.RESULT))
                || !revision.code().equals(stated.code())
                || !revision.scheme().equals(stated.schemeId())
                || !revision.publishedAt().equals(stated.finished())
                || !(older || revision.identity().equals(stated.identity()))) {
            differences.add(new Difference("revision", revision.period() + " r" + revision.number()));
        }
        return true;
    }

    /**
     * Whether a published folder holds exactly what was published.
     *
     * @param digests SHA-256 of each file by its name, the manifest's among them
     */
    public static List<Difference> ofFolder(Path folder, Map<String, String> digests) throws IOException {
        List<Difference> differences = new ArrayList<>();
        for (Map.Entry<String, String> file : digests.entrySet()) {
            Path path = folder.resolve(file.getKey());
            if (!Files.isRegularFile(path)) {
                differences.add(new Difference("missing", path.toString()));
            } else if (!Digests.of(path).equals(file.getValue())) {
                differences.add(new Difference("changed", path.toString()));
            }
        }
        for (String name : names(folder, "", digests.keySet())) {
            if (!digests.containsKey(name)) {
                differences.add(new Difference("foreign", folder.resolve(name).toString()));
            }
        }
        return differences;
    }

    /** What lies in a folder, and in those of its folders that hold what is stated. */
    private static SortedSet<String> names(Path folder, String before, Set<String> stated) throws IOException {
        SortedSet<String> names = new TreeSet<>();
        if (Files.isDirectory(folder)) {
            try (var files = Files.list(folder)) {
                for (Path each : files.toList()) {
                    String name = before + each.getFileName();
                    boolean ours = stated.stream().anyMatch(file -> file.startsWith(name + "/"));
                    if (ours && Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS)) {
                        names.addAll(names(each, name + "/", stated));
                    } else {
                        names.add(name);
                    }
                }
            }
        }
        return names;
    }

    /** The result once more, from what was staged then and the configuration of then; no file of the input is needed. */
    private Recomputed recompute(Stores stores, Kept kept, List<Difference> differences) throws IOException {
        Revision revision = kept.revision();
        Optional<byte[]> published = kept.file(Publisher.RESULT);
        byte[] manifest = kept.manifest();
        if (published.isEmpty() || !Sha256.of(manifest).equals(revision.manifest())) {
            return Recomputed.OTHERWISE;
        }
        PublishedManifest stated = PublishedManifest.parse(manifest);
        stated.stored().forEach((rows, digest) -> {
            if (!stores.staging().rows().digest(revision.instance(), rows).equals(Optional.of(digest))) {
                differences.add(new Difference("stored", rows.replaceFirst(" .*", "")));
            }
        });
        try (Recomputation.Result again = recomputation.of(revision, stated)) {
            if (!again.configuration().equals(stated.configuration())) {
                differences.add(new Difference("configuration", stated.schemeId()));
                return Recomputed.OTHERWISE;
            }
            again.tablesOtherwise().forEach(table -> differences.add(new Difference("stored", table)));
            return again.is(published.get()) ? Recomputed.SAME : Recomputed.OTHERWISE;
        } catch (ConfigException e) {
            differences.add(new Difference("configuration", stated.schemeId()));
            return Recomputed.OTHERWISE;
        } catch (ForeignRow e) {
            differences.add(new Difference("stored", e.table()));
            return Recomputed.OTHERWISE;
        } catch (RuntimeException e) {
            if (differences.isEmpty()) {
                throw e;
            }
            // What was tampered with need not make sense.
            return Recomputed.OTHERWISE;
        }
    }

    private void note(Stores stores, Revision revision, Verified verified, Caller caller) {
        stores.history()
                .append(caller.entry(
                        series,
                        "verify",
                        revision.period(),
                        revision.number(),
                        verified.holds() ? "verified" : "different",
                        revision.manifest()));
        stores.durability().force();
    }

    private Stores stores() {
        return Stores.of(dataSource, series);
    }
}
