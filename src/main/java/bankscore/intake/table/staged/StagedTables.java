package bankscore.intake.table.staged;

import bankscore.exact.Fraction;
import bankscore.exact.Period;
import bankscore.facts.ColumnSum;
import bankscore.facts.ControlTotal;
import bankscore.facts.Fact;
import bankscore.facts.OnSheet;
import bankscore.facts.RecordSummary;
import bankscore.facts.Subject;
import bankscore.facts.register.Register;
import bankscore.finding.Finding;
import bankscore.finding.Level;
import bankscore.intake.Dataset;
import bankscore.intake.RegisterRow;
import bankscore.intake.SheetHeader;
import bankscore.sheet.Place;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Everything staged of one period.
 *
 * @param datasets all known datasets
 * @param registered the register
 * @param sheets the recognised sheets by number
 * @param filled which of them have a row of data
 * @param figures all figures but those of records, in the order of sheets, rows and columns
 * @param totals what sheets say that they add up to
 * @param records what there is to know of records
 * @param earlier the earlier periods that have a published result, the latest first
 * @param staging what was found while staging
 */
public record StagedTables(
        Period period,
        List<Dataset> datasets,
        Registered registered,
        Map<Integer, SheetHeader> sheets,
        Set<Integer> filled,
        List<OnSheet<Fact>> figures,
        Totals totals,
        Records records,
        List<Earlier> earlier,
        List<Finding> staging) {

    public StagedTables {
        datasets = List.copyOf(datasets);
        sheets = Map.copyOf(sheets);
        filled = Set.copyOf(filled);
        figures = List.copyOf(figures);
        earlier = List.copyOf(earlier);
        staging = List.copyOf(staging);
    }

    /**
     * The register.
     *
     * @param rows where it tells of its subjects, by code
     * @param namesAreSure whether its names have no error; otherwise nobody is accused of lacking a row
     * @param told what its further columns say in words, by code, then by the id of the column
     */
    public record Registered(
            Register roster,
            Map<String, RegisterRow> rows,
            boolean namesAreSure,
            Map<String, Map<String, String>> told) {
        public Registered {
            rows = Map.copyOf(rows);
            told = Map.copyOf(told);
        }

        /** One of which nobody asks more than who is in it. */
        public Registered(Register roster, Map<String, RegisterRow> rows, boolean namesAreSure) {
            this(roster, rows, namesAreSure, Map.of());
        }
    }

    /**
     * What sheets say that they add up to.
     *
     * @param stated all control totals
     * @param sums what columns add up to, asked for where a sheet states a total
     */
    public record Totals(List<OnSheet<ControlTotal>> stated, ColumnSums sums) {
        public Totals {
            stated = List.copyOf(stated);
        }
    }

    /**
     * What there is to know of records.
     *
     * @param summaries their aggregates
     * @param repeated those that say again what an earlier one said
     * @param sentAgain sheets that only say again what an earlier one said
     * @param said what the rows of each sheet say, by its number; sheets without rows are left out
     */
    public record Records(
            List<RecordSummary> summaries,
            List<RecordTally.Repeated> repeated,
            List<SentAgain> sentAgain,
            Map<Integer, RowsSaid> said) {

        public Records {
            summaries = List.copyOf(summaries);
            repeated = List.copyOf(repeated);
            sentAgain = List.copyOf(sentAgain);
            said = Map.copyOf(said);
        }
    }

    /**
     * What is about the subjects of a register of parties, with it as the register: every check of tables holds of these as
     * it does of those of the register of subjects.
     */
    public StagedTables about(Dataset register, Registered subjects) {
        return of(
                dataset -> dataset.equals(register) || dataset.isAbout(register),
                subjects,
                Optional.of(register.id()),
                new Records(List.of(), List.of(), List.of(), Map.of()));
    }

    /** The rest: what is about no register of parties, without some of these. */
    public StagedTables besides(Collection<Dataset> registers) {
        return of(
                dataset -> dataset.rows() != Dataset.Rows.MEMBER && !registers.contains(dataset),
                registered,
                Optional.empty(),
                records);
    }

    private StagedTables of(Predicate<Dataset> which, Registered subjects, Optional<String> register, Records ofThem) {
        List<Dataset> some = datasets.stream().filter(which).toList();
        Set<String> ids = some.stream().map(Dataset::id).collect(Collectors.toSet());
        Map<Integer, SheetHeader> own = new HashMap<>(sheets);
        own.values().removeIf(header -> !ids.contains(header.dataset().id()));
        return new StagedTables(
                period,
                some,
                subjects,
                own,
                filled,
                figures.stream()
                        .filter(each -> ids.contains(each.value().dataset()))
                        .toList(),
                new Totals(
                        totals.stated().stream()
                                .filter(each -> ids.contains(each.value().dataset()))
                                .toList(),
                        totals.sums()),
                ofThem,
                earlier.stream().map(each -> each.of(some, register)).toList(),
                staging);
    }

    /** The subjects of the register. */
    public Register roster() {
        return registered.roster();
    }

    /** The latest earlier period that has a published result. */
    public Optional<Earlier> last() {
        return earlier.stream().findFirst();
    }

    /** Last year's fourth quarter, if its result is published. */
    public Optional<Earlier> yearEnd() {
        Period end = new Period(period.year() - 1, 4);
        return earlier.stream().filter(each -> each.period().equals(end)).findFirst();
    }

    /** Last year's same quarter, if its result is published. */
    public Optional<Earlier> yearAgo() {
        Period then = new Period(period.year() - 1, period.quarter());
        return earlier.stream().filter(each -> each.period().equals(then)).findFirst();
    }

    /** The earlier quarters of this year that have a published result, the latest first. */
    public List<Earlier> thisYear() {
        return earlier.stream()
                .filter(each -> each.period().year() == period.year())
                .toList();
    }

    /** The earlier periods of the last four quarters that have a published result, the latest first. */
    public List<Earlier> withinAYear() {
        Period since = new Period(period.year() - 1, period.quarter());
        return earlier.stream()
                .filter(each -> each.period().compareTo(since) >= 0)
                .toList();
    }

    /** A subject's code in the last register: one that has another code now is still itself. */
    public String codeOfThen(String code) {
        Optional<Register> then = last().map(Earlier::register);
        return then.flatMap(register -> register.subject(code)).isPresent()
                ? code
                : roster().subject(code)
                        .flatMap(subject -> then.flatMap(register -> register.named(subject.name())))
                        .map(Subject::code)
                        .orElse(code);
    }

    /** What a column added up to in the latest quarter within a year that has the table, such as last year's pools, by key. */
    public Map<String, Fraction> lastSums(String dataset, String column) {
        return withinAYear().stream()
                .map(each -> each.sums(dataset, column))
                .filter(sums -> !sums.isEmpty())
                .findFirst()
                .orElse(Map.of());
    }

    /** What the figures of a sheet's column add up to. */
    @FunctionalInterface
    public interface ColumnSums {

        /** The sum over the rows between two rows, neither of them counted in. */
        ColumnSum between(int sheet, String column, int after, int before);
    }

    /** The sheets of a dataset by number, in its order. */
    public Map<Integer, SheetHeader> sheetsOf(Dataset dataset) {
        Map<Integer, SheetHeader> own = new TreeMap<>();
        sheets.forEach((number, header) -> {
            if (header.dataset().id().equals(dataset.id())) {
                own.put(number, header);
            }
        });
        return own;
    }

    /** Who has a row in a dataset's sheets, or stands in one that staging accused. */
    public Set<String> subjectsIn(Dataset dataset) {
        Set<Place> places = new HashSet<>();
        sheetsOf(dataset).values().forEach(header -> places.add(header.sheet().sheetOnly()));
        Set<String> there = new HashSet<>();
        for (OnSheet<Fact> each : figures) {
            if (each.value().dataset().equals(dataset.id())) {
                there.add(each.value().subject());
            }
        }
        for (Finding finding : staging) {
            if (places.contains(finding.place().sheetOnly())) {
                roster().named(finding.subject()).ifPresent(subject -> there.add(subject.code()));
            }
        }
        return there;
    }

    /** Whether staging found an error in a sheet of a dataset. */
    public boolean isAccused(Dataset dataset) {
        return sheetsOf(dataset).values().stream().anyMatch(this::isAccused);
    }

    /** Whether staging found an error in a sheet. */
    public boolean isAccused(SheetHeader header) {
        return staging.stream()
                .anyMatch(finding -> finding.level() == Level.ERROR
                        && finding.place().sheetOnly().equals(header.sheet().sheetOnly()));
    }
}
