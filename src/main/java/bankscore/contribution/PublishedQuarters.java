package bankscore.contribution;

import bankscore.contribution.judge.Report;
import bankscore.contribution.load.SchemeLoader;
import bankscore.contribution.quarter.Quarter;
import bankscore.contribution.quarter.QuarterCheck;
import bankscore.contribution.scheme.Scheme;
import bankscore.exact.Period;
import bankscore.exact.Sha256;
import bankscore.finding.ConfigException;
import bankscore.finding.Words;
import bankscore.intake.ColumnWords;
import bankscore.intake.Dataset;
import bankscore.intake.SheetHeader;
import bankscore.office.Revision;
import bankscore.office.RunFacts;
import bankscore.paper.json.PublishedManifest;
import bankscore.run.publish.AllFindings;
import bankscore.run.publish.Publisher;
import bankscore.run.request.Deletion;
import bankscore.run.stage.StagedPeriod;
import bankscore.run.take.Configuration;
import bankscore.run.take.Received;
import bankscore.store.Stores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Brings published revisions back from the database alone: what was staged, the register and the configuration of then.
 *
 * <p>Whatever has become of the input folder and the files of the configuration, a published number can be explained. The
 * result is computed again and held against the stored one, so that nothing is explained but what was published.
 */
public final class PublishedQuarters {

    /** What a file of the configuration is called; nothing else is written, whatever the database says. */
    private static final Pattern SOURCE = Pattern.compile("((datasets|schemes)/)?[^/\\\\]+[.]yaml");

    private final String jurisdiction;
    private final Words words;
    private final Stores stores;

    public PublishedQuarters(DataSource dataSource, String jurisdiction, Words words) {
        this.jurisdiction = jurisdiction;
        this.words = words;
        this.stores = Stores.of(dataSource, jurisdiction);
    }

    /** A revision that cannot be brought back as it was published. */
    public static final class NotAsPublished extends Exception {

        private static final long serialVersionUID = 1L;

        private final Reason reason;

        NotAsPublished(Reason reason, String what) {
            super(reason + ": " + what);
            this.reason = reason;
        }

        /** Why; its words are under {@code cli.not_as_published.<name>}. */
        public enum Reason {
            /** An earlier program published it and did not keep register and configuration. */
            NOT_KEPT,
            /** Something in the database was changed since: the figures give another result. */
            CHANGED
        }

        public Reason reason() {
            return reason;
        }
    }

    /**
     * A revision of a period.
     *
     * @param number absent: the latest
     * @return empty if no such revision is published
     * @throws ConfigException if this program refuses the configuration of then
     */
    public Optional<PublishedResult> find(Period period, Optional<Integer> number)
            throws NotAsPublished, ConfigException, IOException {
        Optional<Revision> latest = stores.revisions().latest(period);
        Optional<Revision> wanted = stores.revisions().all().stream()
                .filter(each -> each.published() && each.period().equals(period))
                .filter(each -> each.number()
                        == number.orElseGet(() -> latest.map(Revision::number).orElse(0)))
                .findFirst();
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        boolean isLatest = latest.map(Revision::number).equals(wanted.map(Revision::number));
        return Optional.of(bringBack(wanted.get(), isLatest));
    }

    private PublishedResult bringBack(Revision revision, boolean latest)
            throws NotAsPublished, ConfigException, IOException {
        String name = revision.period() + " r" + revision.number();
        byte[] manifest = stores.archive()
                .load(revision.period(), revision.number())
                .getOrDefault(Publisher.MANIFEST, new byte[0]);
        if (!Sha256.of(manifest).equals(revision.manifest())) {
            throw new NotAsPublished(NotAsPublished.Reason.CHANGED, name);
        }
        if (stores.staging().sheets().sources(revision.instance()).isEmpty()) {
            throw new NotAsPublished(NotAsPublished.Reason.NOT_KEPT, name);
        }
        PublishedManifest stated = PublishedManifest.parse(manifest);
        Configuration<Scheme> configuration = configurationOf(revision);
        Report report = computed(revision, configuration, stated);
        if (!configuration.digest().equals(stated.configuration())
                || !stores.results()
                        .tablesOtherThan(revision.instance(), report.assessment(), report.plan())
                        .isEmpty()) {
            throw new NotAsPublished(NotAsPublished.Reason.CHANGED, name);
        }
        return new PublishedResult(report, configuration, latest);
    }

    /** A revision computed once more, however it comes out, from what was staged by the configuration of then. */
    public Report computed(Revision revision, Configuration<Scheme> configuration, PublishedManifest stated) {
        long instance = revision.instance();
        Judging workbench = workbench(revision, configuration);
        return new Report(
                workbench.judged(instance),
                new AllFindings(stores.findings(), stores.staging(), words).all(instance),
                facts(revision, configuration, stated),
                List.of(),
                ColumnWords.of(configuration.datasets(), words),
                stores.approvals().current(revision.period()));
    }

    /**
     * The configuration that is kept with a revision. It is read as it always is, from files: those of then, for a moment
     * in the temporary folder.
     *
     * @throws ConfigException if there is none, or none that this program takes
     */
    public Configuration<Scheme> configurationOf(Revision revision) throws ConfigException, IOException {
        Path folder = Files.createTempDirectory("bankscore-config");
        try {
            Files.createDirectories(folder.resolve("datasets"));
            Files.createDirectories(folder.resolve("schemes"));
            for (Map.Entry<String, String> file :
                    stores.staging().sheets().sources(revision.instance()).entrySet()) {
                if (!SOURCE.matcher(file.getKey()).matches()) {
                    throw new ConfigException(List.of());
                }
                Files.writeString(folder.resolve(file.getKey()), file.getValue());
            }
            return Configuration.load(folder, revision.period(), Optional.of(revision.scheme()), SchemeLoader::load);
        } finally {
            Deletion.of(folder);
        }
    }

    private RunFacts facts(Revision revision, Configuration<Scheme> configuration, PublishedManifest stated) {
        return new RunFacts(
                jurisdiction,
                configuration.settings().bureau(),
                revision.number(),
                revision.code(),
                "",
                "",
                stated.configuration(),
                stated.inputs(),
                "",
                "",
                ZonedDateTime.parse(revision.publishedAt()));
    }

    private Judging workbench(Revision revision, Configuration<Scheme> configuration) {
        return new Judging(quarters(revision.period(), revision.instance(), configuration), configuration);
    }

    /** What was staged for a published revision, checked and arranged for another scheme than its own. */
    QuarterCheck.Checked checked(Period period, int revision, Configuration<Scheme> configuration) {
        long instance = stores.revisions().all().stream()
                .filter(each -> each.published() && each.period().equals(period) && each.number() == revision)
                .findFirst()
                .orElseThrow()
                .instance();
        return QuarterCheck.check(
                configuration.rule(), quarters(period, instance, configuration).tables(instance));
    }

    /** The figures of a published revision as another scheme arranges them. */
    Quarter arranged(PublishedResult published, Scheme scheme) {
        Period period = published.report().quarter().period();
        Configuration<Scheme> configuration = published.configuration().with(scheme);
        long instance = stores.revisions().all().stream()
                .filter(each -> each.published() && each.period().equals(period))
                .filter(each -> each.number() == published.report().run().revision())
                .findFirst()
                .orElseThrow()
                .instance();
        return QuarterCheck.check(
                configuration.rule(), quarters(period, instance, configuration).tables(instance)).quarter();
    }

    private StagedPeriod quarters(Period period, long instance, Configuration<Scheme> configuration) {
        return new StagedPeriod(
                stores.staging(),
                stores.findings(),
                stores.revisions(),
                configuration,
                received(instance, configuration),
                period);
    }

    /** The sheets' columns are not kept: figures are staged in 万元 and with their cells. */
    private Received received(long instance, Configuration<Scheme> configuration) {
        Map<String, Dataset> datasets =
                configuration.datasets().stream().collect(Collectors.toMap(Dataset::id, Function.identity()));
        Map<Integer, SheetHeader> sheets = new TreeMap<>();
        stores.staging().sheets().sheets(instance).forEach((number, sheet) -> {
            Dataset dataset = datasets.get(sheet.dataset());
            if (dataset == null) {
                throw new IllegalStateException("no such dataset: " + sheet.dataset());
            }
            sheets.put(number, new SheetHeader(dataset, sheet.place(), sheet.headerRow(), List.of()));
        });
        return new Received(stores.staging().sheets().roster(instance), true, sheets);
    }
}
