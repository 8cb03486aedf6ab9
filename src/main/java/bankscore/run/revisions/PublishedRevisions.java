package bankscore.run.revisions;

import bankscore.exact.Period;
import bankscore.exact.Sha256;
import bankscore.facts.ReceivedSheet;
import bankscore.facts.register.PartyRegister;
import bankscore.facts.register.Register;
import bankscore.finding.ConfigException;
import bankscore.finding.PrintedFinding;
import bankscore.finding.Words;
import bankscore.intake.Column;
import bankscore.intake.Dataset;
import bankscore.intake.SheetHeader;
import bankscore.load.KeptConfig;
import bankscore.load.rule.RuleReader;
import bankscore.office.ForeignRow;
import bankscore.office.Revision;
import bankscore.office.RunFacts;
import bankscore.office.Series;
import bankscore.paper.json.PublishedManifest;
import bankscore.rule.Rule;
import bankscore.run.publish.AllFindings;
import bankscore.run.publish.Publisher;
import bankscore.run.stage.ReadBack;
import bankscore.run.stage.StagedPeriod;
import bankscore.run.take.Configuration;
import bankscore.run.take.Received;
import bankscore.store.RevisionStore;
import bankscore.store.Stores;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * What the database alone knows of published revisions: what was staged, the register and the configuration of then.
 * Whatever has become of the input folder and the files of the configuration, a published number can be computed again.
 */
public final class PublishedRevisions<R extends Rule> {

    private final Series series;
    private final Words words;
    private final RuleReader<R> rules;
    private final Stores stores;
    private final Remembered remembered;

    /** @param remembered what was brought back before */
    public PublishedRevisions(
            DataSource dataSource, Series series, Words words, RuleReader<R> rules, Remembered remembered) {
        this.series = series;
        this.words = words;
        this.rules = rules;
        this.stores = Stores.of(dataSource, series);
        this.remembered = remembered;
    }

    public Series series() {
        return series;
    }

    public Stores stores() {
        return stores;
    }

    public Words words() {
        return words;
    }

    /** What does not change of a revision while its approval is the same: remembered, or brought back now. */
    public <T> T broughtBack(Class<T> kind, Revision revision, Remembered.Bringing<T> bringing)
            throws NotAsPublished, ConfigException {
        return remembered.of(
                kind, new Remembered.Topic(series, revision, stores.approvals().current(revision.period())), bringing);
    }

    /**
     * A revision of a period.
     *
     * @param number absent: the latest
     * @return empty if no such revision is published
     */
    public Optional<Revision> find(Period period, Optional<Integer> number) {
        List<Revision> published = stores.revisions().all().stream()
                .filter(each -> each.published() && each.period().equals(period))
                .toList();
        int wanted = number.orElseGet(
                () -> stores.revisions().latest(period).map(Revision::number).orElse(0));
        return published.stream().filter(each -> each.number() == wanted).findFirst();
    }

    /** Whether no later revision of the period is published. */
    public boolean isLatest(Revision revision) {
        return stores.revisions()
                .latest(revision.period())
                .filter(latest -> latest.number() == revision.number())
                .isPresent();
    }

    /** What the manifest states, if it is the one that was published and what it rests on was kept. */
    public PublishedManifest manifest(Revision revision) throws NotAsPublished {
        String name = revision.period() + " r" + revision.number();
        byte[] manifest = stores.archive()
                .file(revision.period(), revision.number(), Publisher.MANIFEST)
                .orElse(new byte[0]);
        if (!Sha256.of(manifest).equals(revision.manifest())) {
            throw new NotAsPublished(NotAsPublished.Reason.CHANGED, name);
        }
        if (stores.staging().sheets().sources(revision.instance()).isEmpty()) {
            throw new NotAsPublished(NotAsPublished.Reason.NOT_KEPT, name);
        }
        return PublishedManifest.parse(manifest);
    }

    /**
     * The configuration that is kept with a revision.
     *
     * @throws ConfigException if there is none, or none that this program takes
     */
    public Configuration<R> configurationOf(Revision revision) throws ConfigException {
        return Configuration.load(
                new KeptConfig(stores.staging().sheets().sources(revision.instance())),
                revision.period(),
                Optional.empty(),
                Optional.of(revision.scheme()),
                rules);
    }

    /** What was staged for a revision. */
    public StagedPeriod staged(Revision revision, Configuration<?> configuration) {
        return new StagedPeriod(
                stores,
                configuration,
                received(revision.instance(), configuration),
                revision.period(),
                Optional.of(revision.publishedAt()));
    }

    /** All findings of a revision. */
    public List<PrintedFinding> findings(Revision revision) {
        return new AllFindings(stores.findings(), stores.staging(), words).all(revision.instance());
    }

    /** What was understood of each sheet of a revision; empty if an earlier version of the program published it. */
    public List<ReceivedSheet> received(Revision revision, Configuration<?> configuration) {
        return ReadBack.of(stores.staging(), revision.instance(), configuration.datasets());
    }

    /** How a revision came about, as far as it is kept and enters a result. */
    public RunFacts facts(Revision revision, Configuration<?> configuration, PublishedManifest stated) {
        return new RunFacts(
                series.jurisdiction(),
                configuration.bureau(),
                revision.number(),
                revision.code(),
                "",
                "",
                stated.configuration(),
                stated.inputs(),
                "",
                "",
                RevisionStore.publishedAt(revision),
                "",
                stated.approvals());
    }

    /** The sheets' columns are not kept: figures are staged in 万元 and with their cells. */
    private Received received(long instance, Configuration<?> configuration) {
        Map<String, Dataset> datasets =
                configuration.datasets().stream().collect(Collectors.toMap(Dataset::id, Function.identity()));
        Map<Integer, SheetHeader> sheets = new TreeMap<>();
        stores.staging().sheets().sheets(instance).forEach((number, sheet) -> {
            Dataset dataset = datasets.get(sheet.dataset());
            if (dataset == null) {
                throw new ForeignRow("staged_sheet", null);
            }
            sheets.put(number, new SheetHeader(dataset, sheet.place(), sheet.headerRow(), List.of(), Optional.empty()));
        });
        Map<String, PartyRegister> registers =
                new TreeMap<>(stores.staging().parties().registers(instance));
        Register roster = stores.staging().sheets().roster(instance);
        configuration.datasets().stream()
                .filter(dataset -> dataset.rows() == Dataset.Rows.REGISTER && configuration.uses(dataset))
                .forEach(dataset -> registers.merge(
                        dataset.id(),
                        PartyRegister.of(dataset.id(), roster, dataset.id(Column.Role.KIND)),
                        (kept, plain) -> kept.of(roster)));
        return new Received(roster, Map.of(), true, registers, Set.of(), sheets);
    }
}
