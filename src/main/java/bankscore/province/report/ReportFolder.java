package bankscore.province.report;

import bankscore.exact.Period;
import bankscore.exact.Sha256;
import bankscore.finding.ConfigException;
import bankscore.finding.Words;
import bankscore.office.Caller;
import bankscore.office.CountyState;
import bankscore.office.RunFacts;
import bankscore.office.Series;
import bankscore.paper.json.ManifestJson;
import bankscore.paper.json.PublishedManifest;
import bankscore.run.publish.PaperFile;
import bankscore.run.publish.PublishedFiles;
import bankscore.run.publish.Publisher;
import bankscore.run.publish.RevisionFolder;
import bankscore.run.request.Digests;
import bankscore.run.request.Installation;
import bankscore.run.request.PeriodFolder;
import bankscore.run.revisions.HistoryNote;
import bankscore.run.revisions.NotAsPublished;
import bankscore.store.Stores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Publishes the report beside the counties' results: a folder a revision, which never changes and is kept in the database,
 * too. If it says what the latest one says there is no other, and that is written again where it is no longer whole.
 */
public final class ReportFolder {

    /** The book's name. */
    public static final String BOOK = "全省汇总.xlsx";

    /** The page's name. */
    public static final String PAGE = "report.html";

    private final ReportSource source;
    private final Installation installation;
    private final Words words;

    public ReportFolder(ReportSource source, Installation installation) {
        this.source = source;
        this.installation = installation;
        this.words = installation.words().of("province");
    }

    /**
     * What a report is about.
     *
     * @param folder of the period in the province's own output
     * @param bureau who compiles it
     * @param fonts the profile of fonts
     * @param series by which the history names it
     * @param rule what the counties go by
     */
    public record About(PeriodFolder folder, String bureau, String fonts, Series series, String rule, Caller caller) {}

    /**
     * Publishes it, if it says anything new, and gives its folder.
     *
     * @throws IOException if it cannot be written
     */
    public Path publish(About about, List<CountyState> counties) throws IOException, NotAsPublished, ConfigException {
        Period period = about.folder().period();
        String province = about.series().jurisdiction();
        ProvinceReport report = source.report(province, period, about.rule(), counties);
        RevisionFolder.sweep(about.folder());
        ReportKept kept = new ReportKept(source.dataSource(), about.series());
        Optional<ReportKept.Noted> noted = kept.latest(period);
        int latest = Math.max(
                RevisionFolder.highest(about.folder()),
                noted.map(ReportKept.Noted::number).orElse(0));
        ReportTree said = new ReportTree(report, Math.max(1, latest));
        Optional<PublishedFiles> files = noted.filter(each -> each.number() == latest)
                .flatMap(kept::files)
                .filter(each -> Sha256.of(said.bytes()).equals(each.digests().get(Publisher.RESULT)));
        RevisionFolder standing = new RevisionFolder(about.folder(), Math.max(1, latest));
        if (files.isPresent()) {
            if (!standing.holds(files.get())) {
                standing.restore(files.get());
            }
            return standing.place();
        }
        boolean stands = latest > 0 && says(standing.place(), said);
        int number = stands ? latest : latest + 1;
        RevisionFolder folder = new RevisionFolder(about.folder(), number);
        if (!stands) {
            folder.write(papers(about, report, number));
        }
        kept.keep(
                period,
                number,
                folder.place(),
                manifest -> new HistoryNote(
                                stores(about), installation, about.caller(), period, about.series(), "province")
                        .of(ReportKept.NOTED, number, manifest));
        return folder.place();
    }

    /** Whether a folder holds that very result, and all its files are as its manifest states. */
    private static boolean says(Path folder, ReportTree wanted) throws IOException {
        Path manifest = folder.resolve(Publisher.MANIFEST);
        if (!Files.isRegularFile(manifest)) {
            return false;
        }
        Map<String, String> files =
                PublishedManifest.parse(Files.readAllBytes(manifest)).files();
        if (!Sha256.of(wanted.bytes()).equals(files.get(Publisher.RESULT))) {
            return false;
        }
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            if (!Files.isRegularFile(path) || !Digests.of(path).equals(file.getValue())) {
                return false;
            }
        }
        return true;
    }

    private List<PaperFile> papers(About about, ProvinceReport report, int number) {
        ReportTree tree = new ReportTree(report, number);
        Caller caller = about.caller();
        RunFacts run = new RunFacts(
                report.province(),
                about.bureau(),
                number,
                tree.code(),
                "",
                installation.version(),
                "",
                List.of(),
                caller.user(),
                caller.machine(),
                caller.at(),
                stores(about).history().head(),
                List.of());
        ReportBook.Made made = new ReportBook.Made(about.bureau(), tree.code(), about.fonts(), caller.at());
        List<ManifestJson.Published> written = new ArrayList<>();
        List<PaperFile> papers = new ArrayList<>();
        List<PaperFile> ofReport = List.of(
                new PaperFile(BOOK, file -> ReportBook.write(report, made, words, file)),
                new PaperFile(PAGE, file -> ReportPage.of(report, run, words).write(file)),
                new PaperFile(Publisher.RESULT, file -> Files.write(file, tree.bytes())));
        for (PaperFile paper : ofReport) {
            papers.add(new PaperFile(paper.name(), file -> {
                paper.writing().to(file);
                written.add(new ManifestJson.Published(paper.name(), Digests.of(file), Files.size(file)));
            }));
        }
        papers.add(new PaperFile(
                Publisher.MANIFEST,
                file -> Files.write(
                        file,
                        ManifestJson.of(new ManifestJson.Manifest(
                                run,
                                report.period(),
                                report.rule(),
                                "",
                                written,
                                Sha256.of(tree.bytes()),
                                Map.of(),
                                installation.now(),
                                run.chainHead())))));
        return papers;
    }

    private Stores stores(About about) {
        return Stores.of(source.dataSource(), about.series());
    }
}
