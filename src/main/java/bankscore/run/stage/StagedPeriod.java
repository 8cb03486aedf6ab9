package bankscore.run.stage;

import bankscore.exact.Period;
import bankscore.facts.Claim;
import bankscore.facts.ControlTotal;
import bankscore.facts.Fact;
import bankscore.facts.Lift;
import bankscore.facts.OnSheet;
import bankscore.facts.RecordSummary;
import bankscore.facts.Subject;
import bankscore.facts.register.PartyRegister;
import bankscore.finding.Finding;
import bankscore.intake.Dataset;
import bankscore.intake.RegisterRow;
import bankscore.intake.SheetHeader;
import bankscore.intake.table.staged.ClaimTally;
import bankscore.intake.table.staged.Earlier;
import bankscore.intake.table.staged.RecordTally;
import bankscore.intake.table.staged.RowsSaid;
import bankscore.intake.table.staged.SaidClaim;
import bankscore.intake.table.staged.SentAgain;
import bankscore.intake.table.staged.StagedTables;
import bankscore.office.Revision;
import bankscore.run.take.Configuration;
import bankscore.run.take.Received;
import bankscore.run.take.RunContext;
import bankscore.sheet.Place;
import bankscore.store.FindingStore;
import bankscore.store.RevisionStore;
import bankscore.store.Stores;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Brings a period's staged tables back from the database. */
public final class StagedPeriod {

    private final Stores.Staging staging;
    private final FindingStore findings;
    private final RevisionStore revisions;
    private final Configuration<?> configuration;
    private final Received received;
    private final Period period;
    private final Optional<String> asOf;
    private final Map<String, RecordTally> tallies = new HashMap<>();
    private final Map<String, ClaimTally> claimTallies = new HashMap<>();

    /** @param asOf when the period was published, as ISO time with offset: what was published later it did not know of */
    public StagedPeriod(
            Stores stores, Configuration<?> configuration, Received received, Period period, Optional<String> asOf) {
        this.staging = stores.staging();
        this.findings = stores.findings();
        this.revisions = stores.revisions();
        this.configuration = configuration;
        this.received = received;
        this.period = period;
        this.asOf = asOf;
    }

    /** The period of a run; its steps share it, so that what is noticed while staging need not be read again. */
    public static StagedPeriod of(RunContext<?> run) {
        return run.once(
                StagedPeriod.class,
                () -> new StagedPeriod(
                        run.stores(),
                        run.configuration(),
                        run.recognition().received(),
                        run.about().period(),
                        Optional.empty()));
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
            configuration.datasets().stream()
                    .filter(dataset -> dataset.rows() == Dataset.Rows.CLAIM)
                    .filter(dataset -> staging.claims().count(instance, dataset.id()) == 0)
                    .forEach(dataset -> claimTallies.put(dataset.id(), new ClaimTally(dataset)));
        }
    }

    /**
     * Takes notice of records while they are staged: if these are all there are, they need not be read again.
     *
     * @param said the lines of claims among them
     */
    void staged(StagedRows lines, List<SaidClaim> said) {
        SheetHeader header = received.sheets().get(lines.sheet());
        ClaimTally claims =
                header == null ? null : claimTallies.get(header.dataset().id());
        if (claims != null) {
            claims.addTotals(lines.sheet(), lines.totals());
            said.forEach(claims::add);
        }
        RecordTally tally = header == null ? null : tallies.get(header.dataset().id());
        if (tally != null) {
            tally.addTotals(lines.sheet(), lines.totals());
            for (Fact figure : lines.figures()) {
                tally.add(lines.sheet(), figure);
            }
        }
    }

    /** The same, for what needs no total rows. */
    RecordTally tally(long instance, Dataset dataset) {
        return tally(instance, dataset, staging.facts().totals(instance));
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

    /** What there is to know of a dataset's claims: noticed while they were staged, or else read from the database. */
    ClaimTally claims(long instance, Dataset dataset) {
        ClaimTally noticed = claimTallies.get(dataset.id());
        if (noticed != null && noticed.claims() == staging.claims().count(instance, dataset.id())) {
            return noticed;
        }
        ClaimTally tally = new ClaimTally(dataset);
        staging.facts().totals(instance).stream()
                .filter(total -> total.value().dataset().equals(dataset.id()))
                .forEach(total -> tally.addTotals(total.sheet(), List.of(total.value())));
        staging.claims().each(instance, dataset.id(), each -> tally.add(SaidClaim.of(each)));
        claimTallies.put(dataset.id(), tally);
        return tally;
    }

    /** Gives every claim of a dataset with the number of its sheet, in the order of sheets and rows; few are in memory. */
    public void eachClaim(long instance, String dataset, Consumer<OnSheet<Claim>> to) {
        staging.claims().each(instance, dataset, to);
    }

    /** What the register of subjects says of each in further columns, by code. */
    private Map<String, Map<String, String>> told() {
        Map<String, Map<String, String>> told = new HashMap<>();
        configuration.datasets().stream()
                .filter(dataset -> dataset.rows() == Dataset.Rows.REGISTER)
                .flatMap(dataset -> Optional.ofNullable(received.registers().get(dataset.id())).stream())
                .forEach(register -> received.roster()
                        .subjects()
                        .forEach(subject -> register.rows(subject.code()).stream()
                                .limit(1)
                                .forEach(row -> told.put(subject.code(), row.texts()))));
        return told;
    }

    /** The registers that the rule reads, by the id of their dataset. */
    public Map<String, PartyRegister> registers() {
        return received.registers();
    }

    /** A register of parties as that of the tables that are about its subjects. */
    private StagedTables.Registered registered(Dataset register) {
        PartyRegister parties = received.registers().getOrDefault(register.id(), PartyRegister.empty(register.id()));
        Map<Place, SheetHeader> sheets = new HashMap<>();
        received.sheets().values().forEach(header -> sheets.put(header.sheet(), header));
        Map<String, RegisterRow> rows = new HashMap<>();
        for (Subject party : parties.names().subjects()) {
            Place place = parties.rows(party.code()).get(0).place();
            Optional.ofNullable(sheets.get(place.sheetOnly()))
                    .ifPresent(header -> rows.put(party.code(), RegisterRow.of(header, place)));
        }
        return new StagedTables.Registered(
                parties.names(), rows, !received.unsure().contains(register.id()));
    }

    /** The written reasons that lift caps. */
    public List<Lift> lifts(long instance) {
        return staging.facts().lifts(instance);
    }

    /** What is staged of the period that is about no register of parties, and what there is to hold it against. */
    public StagedTables tables(long instance) {
        return all(instance).besides(List.of());
    }

    /**
     * The same where subjects of registers of parties are judged too.
     *
     * @param about the tables about each of them, by its id
     * @param rest those about none
     */
    public record Parted(Map<String, StagedTables> about, StagedTables rest) {}

    /** All that is staged, by whom it is about. */
    public Parted tables(long instance, List<Dataset> registers) {
        StagedTables all = all(instance);
        Map<String, StagedTables> about = new LinkedHashMap<>();
        registers.forEach(register -> about.put(register.id(), all.about(register, registered(register))));
        return new Parted(Collections.unmodifiableMap(about), all.besides(registers));
    }

    private StagedTables all(long instance) {
        List<Dataset> datasets = configuration.datasets();
        List<String> records = datasets.stream()
                .filter(dataset -> dataset.rows() == Dataset.Rows.RECORD)
                .map(Dataset::id)
                .toList();
        Map<Integer, Place> places = new HashMap<>();
        received.sheets().forEach((number, header) -> places.put(number, header.sheet()));
        List<OnSheet<ControlTotal>> totals = staging.facts().totals(instance);
        List<RecordSummary> summaries = new ArrayList<>();
        List<RecordTally.Repeated> repeated = new ArrayList<>();
        Map<Integer, RowsSaid> said = new HashMap<>();
        List<SentAgain> sentAgain = new ArrayList<>();
        Map<String, RecordTally> complete = new HashMap<>();
        Map<String, ClaimTally> claims = new HashMap<>();
        said.putAll(staging.claims().said(instance));
        for (Dataset dataset : datasets) {
            if (dataset.rows() == Dataset.Rows.CLAIM
                    && received.sheets().values().stream()
                            .anyMatch(header -> header.dataset().id().equals(dataset.id()))) {
                ClaimTally tally = claims(instance, dataset);
                claims.put(dataset.id(), tally);
                sentAgain.addAll(tally.sentAgain());
            }
            if (dataset.rows() == Dataset.Rows.RECORD) {
                RecordTally tally = tally(instance, dataset, totals);
                complete.put(dataset.id(), tally);
                summaries.addAll(tally.summaries(places));
                sentAgain.addAll(tally.sentAgain());
                said.putAll(tally.said());
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
                new StagedTables.Registered(
                        received.roster(), received.registerRows(), received.namesAreSure(), told()),
                received.sheets(),
                filled(instance),
                staging.facts().figures(instance, records),
                new StagedTables.Totals(totals, (sheet, column, after, before) -> {
                    SheetHeader header = received.sheets().get(sheet);
                    String dataset = header == null ? "" : header.dataset().id();
                    ClaimTally claimed = claims.get(dataset);
                    if (claimed != null) {
                        return claimed.between(sheet, column, after, before);
                    }
                    RecordTally tally = complete.get(dataset);
                    if (tally != null) {
                        return tally.between(sheet, column, after, before);
                    }
                    return staging.facts().sum(instance, sheet, column, after, before);
                }),
                new StagedTables.Records(summaries, repeated, sentAgain, said),
                earlier(),
                found);
    }

    /** The sheets that have rows; those of a register are not staged row by row. */
    private Set<Integer> filled(long instance) {
        Set<Integer> filled = new HashSet<>(staging.facts().filledSheets(instance));
        received.sheets().forEach((number, header) -> {
            PartyRegister register = received.registers().get(header.dataset().id());
            if (register != null && !register.names().subjects().isEmpty()) {
                filled.add(number);
            }
        });
        return filled;
    }

    private List<Earlier> earlier() {
        List<Earlier> earlier = new ArrayList<>();
        for (Revision revision : revisions.latestBefore(period, asOf)) {
            earlier.add(
                    0,
                    new Earlier(
                            revision.period(),
                            configuration.datasets(),
                            configuration.rule().columns(),
                            staging.earlier(revision.instance())));
        }
        return earlier;
    }
}
