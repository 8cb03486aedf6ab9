package bankscore.run.stage;

import bankscore.exact.Fraction;
import bankscore.exact.Period;
import bankscore.facts.ControlTotal;
import bankscore.facts.Fact;
import bankscore.facts.OnSheet;
import bankscore.facts.RecordSummary;
import bankscore.finding.Finding;
import bankscore.intake.Dataset;
import bankscore.intake.SheetHeader;
import bankscore.intake.table.RecordTally;
import bankscore.intake.table.StagedTables;
import bankscore.office.Revision;
import bankscore.run.take.Configuration;
import bankscore.run.take.Received;
import bankscore.run.take.RunContext;
import bankscore.sheet.Place;
import bankscore.store.FindingStore;
import bankscore.store.RevisionStore;
import bankscore.store.Stores;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Brings a period's staged tables back from the database. */
public final class StagedPeriod {

    private final Stores.Staging staging;
    private final FindingStore findings;
    private final RevisionStore revisions;
    private final Configuration<?> configuration;
    private final Received received;
    private final Period period;
    private final Map<String, RecordTally> tallies = new HashMap<>();

    public StagedPeriod(Stores stores, Configuration<?> configuration, Received received, Period period) {
        this.staging = stores.staging();
        this.findings = stores.findings();
        this.revisions = stores.revisions();
        this.configuration = configuration;
        this.received = received;
        this.period = period;
    }

    /** The period of a run; its steps share it, so that what is noticed while staging need not be read again. */
    public static StagedPeriod of(RunContext<?> run) {
        return run.once(
                StagedPeriod.class,
                () -> new StagedPeriod(
                        run.stores(),
                        run.configuration(),
                        run.recognition().received(),
                        run.about().period()));
    }

    private RecordTally tally(Dataset dataset) {
        return new RecordTally(dataset, configuration.rule().columns(), period);
    }

    /**
     * Staging begins, or goes on where another process stopped. What is noticed from here on is all there is only if that
     * process left neither total rows nor records; else nothing is noticed, as where staging was over before.
     */
    void stagingBegins(long instance) {
        if (staging.facts().totals(instance).isEmpty()) {
            configuration.datasets().stream()
                    .filter(dataset -> dataset.rows() == Dataset.Rows.RECORD)
                    .filter(dataset -> staging.facts().records(instance, dataset.id()) == 0)
                    .forEach(dataset -> tallies.put(dataset.id(), tally(dataset)));
        }
    }

    /** Takes notice of records while they are staged: if these are all there are, they need not be read again. */
    void staged(StagedRows lines) {
        SheetHeader header = received.sheets().get(lines.sheet());
        RecordTally tally = header == null ? null : tallies.get(header.dataset().id());
        if (tally != null) {
            tally.addTotals(lines.sheet(), lines.totals());
            for (Fact figure : lines.figures()) {
                tally.add(lines.sheet(), figure);
            }
        }
    }

    /** What there is to know of a dataset's records: noticed while they were staged, or else read from the database. */
    private RecordTally tally(long instance, Dataset dataset, List<OnSheet<ControlTotal>> totals) {
        RecordTally noticed = tallies.get(dataset.id());
        if (noticed != null && noticed.figures() == staging.facts().records(instance, dataset.id())) {
            return noticed;
        }
        RecordTally tally = tally(dataset);
        totals.stream()
                .filter(total -> total.value().dataset().equals(dataset.id()))
                .forEach(total -> tally.addTotals(total.sheet(), List.of(total.value())));
        staging.facts().records(instance, dataset.id(), each -> tally.add(each.sheet(), each.value()));
        return tally;
    }

    /** All that is staged of the period, and what there is to hold it against. */
    public StagedTables tables(long instance) {
        List<Dataset> datasets = configuration.datasets();
        List<String> records = datasets.stream()
                .filter(dataset -> dataset.rows() == Dataset.Rows.RECORD)
                .map(Dataset::id)
                .toList();
        Map<Integer, Place> places = new HashMap<>();
        received.sheets().forEach((number, header) -> places.put(number, header.sheet()));
        List<OnSheet<ControlTotal>> totals = staging.facts().totals(instance);
        List<RecordSummary> summaries = new ArrayList<>();
        List<StagedTables.Repeated> repeated = new ArrayList<>();
        List<StagedTables.SentAgain> sentAgain = new ArrayList<>();
        Map<String, RecordTally> complete = new HashMap<>();
        for (Dataset dataset : datasets) {
            if (dataset.rows() == Dataset.Rows.RECORD) {
                RecordTally tally = tally(instance, dataset, totals);
                complete.put(dataset.id(), tally);
                summaries.addAll(tally.summaries(places));
                sentAgain.addAll(tally.sentAgain());
                tally.repeats().ifPresent(repeats -> {
                    staging.facts().records(instance, dataset.id(), each -> repeats.add(each.sheet(), each.value()));
                    repeated.addAll(repeats.found());
                });
            }
        }
        List<Finding> found = findings.all(instance).stream()
                .map(FindingStore.Stored::finding)
                .toList();
        return new StagedTables(
                period,
                datasets,
                received.roster(),
                received.namesAreSure(),
                received.sheets(),
                staging.facts().figures(instance, records),
                totals,
                summaries,
                repeated,
                sentAgain,
                (sheet, column, after, before) -> {
                    SheetHeader header = received.sheets().get(sheet);
                    RecordTally tally = header == null
                            ? null
                            : complete.get(header.dataset().id());
                    if (tally != null) {
                        return tally.between(sheet, column, after, before);
                    }
                    return staging.facts().sum(instance, sheet, column, after, before);
                },
                last(),
                revisions.latest(new Period(period.year() - 1, 4)).map(this::earlier),
                found);
    }

    private Optional<StagedTables.Earlier> last() {
        List<Revision> before = revisions.latestBefore(period);
        return before.isEmpty() ? Optional.empty() : Optional.of(earlier(before.get(before.size() - 1)));
    }

    /** The per-bank figures that an earlier period's latest published revision took. */
    private StagedTables.Earlier earlier(Revision revision) {
        Map<String, Map<String, Fraction>> figures = new HashMap<>();
        for (Dataset dataset : configuration.datasets()) {
            if (dataset.rows() == Dataset.Rows.SUBJECT) {
                figures.putAll(staging.facts().perBank(revision.instance(), dataset.id()));
            }
        }
        return new StagedTables.Earlier(revision.period(), figures);
    }
}
