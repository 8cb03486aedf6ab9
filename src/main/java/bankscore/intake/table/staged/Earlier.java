package bankscore.intake.table.staged;

import bankscore.exact.Fraction;
import bankscore.exact.Period;
import bankscore.facts.Fact;
import bankscore.facts.FactTable;
import bankscore.facts.OnSheet;
import bankscore.facts.RecordSummary;
import bankscore.facts.register.Register;
import bankscore.intake.Dataset;
import bankscore.sheet.Place;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An earlier period as its latest published revision took it. Everything is read when it is first asked for, and once;
 * records are never all in memory.
 */
public final class Earlier {

    private final Period period;
    private final List<Dataset> datasets;
    private final Set<String> used;
    private final Stored stored;
    private final Map<String, List<RecordSummary>> summaries = new HashMap<>();
    private final Map<Integer, RowsSaid> said = new HashMap<>();
    private @Nullable Map<Integer, Sheet> sheets;
    private @Nullable Register register;
    private @Nullable List<OnSheet<Fact>> figures;
    private @Nullable Map<String, Map<String, Fraction>> ofSubjects;

    /**
     * A period of which nothing is read yet.
     *
     * @param used the columns of records that are added up, by their names in formulas
     */
    public Earlier(Period period, List<Dataset> datasets, Set<String> used, Stored stored) {
        this.period = period;
        this.datasets = List.copyOf(datasets);
        this.used = Set.copyOf(used);
        this.stored = stored;
    }

    /** Where what was staged for the revision is kept. */
    public interface Stored {

        /** The sheets by number. */
        Map<Integer, Sheet> sheets();

        /** The register. */
        Register register();

        /** Who stood in a register of parties; nobody if it was not read. */
        default Register register(String dataset) {
            return new Register(List.of());
        }

        /** What the claims of each sheet say, by its number. */
        default Map<Integer, RowsSaid> claimed() {
            return Map.of();
        }

        /** All figures but those of some datasets, in the order of sheets, rows and columns. */
        List<OnSheet<Fact>> figures(List<String> butDatasets);

        /** Gives every figure of a sheet, records or not, in the order of rows and columns. */
        void figures(int sheet, String dataset, Consumer<Fact> to);
    }

    /**
     * A sheet of then.
     *
     * @param figures how many figures its rows gave
     */
    public record Sheet(Place place, String dataset, long figures) {}

    /**
     * What it had of some datasets alone.
     *
     * @param register the register of parties that they are about; absent: that of subjects
     */
    Earlier of(List<Dataset> some, Optional<String> register) {
        return new Earlier(
                period,
                some,
                used,
                new Part(stored, some.stream().map(Dataset::id).collect(Collectors.toSet()), register));
    }

    /** A part of what is kept. */
    private record Part(Stored all, Set<String> some, Optional<String> whose) implements Stored {

        @Override
        public Map<Integer, Sheet> sheets() {
            Map<Integer, Sheet> own = new HashMap<>(all.sheets());
            own.values().removeIf(sheet -> !some.contains(sheet.dataset()));
            return own;
        }

        @Override
        public Register register() {
            return whose.map(all::register).orElseGet(all::register);
        }

        @Override
        public Map<Integer, RowsSaid> claimed() {
            Map<Integer, RowsSaid> own = new HashMap<>(all.claimed());
            own.keySet().retainAll(sheets().keySet());
            return own;
        }

        @Override
        public List<OnSheet<Fact>> figures(List<String> butDatasets) {
            return all.figures(butDatasets).stream()
                    .filter(each -> some.contains(each.value().dataset()))
                    .toList();
        }

        @Override
        public void figures(int sheet, String dataset, Consumer<Fact> to) {
            all.figures(sheet, dataset, to);
        }
    }

    public Period period() {
        return period;
    }

    /** The sheets by number. */
    public Map<Integer, Sheet> sheets() {
        Map<Integer, Sheet> known = sheets;
        if (known == null) {
            known = Map.copyOf(stored.sheets());
            sheets = known;
        }
        return known;
    }

    /** The register. */
    public Register register() {
        Register known = register;
        if (known == null) {
            known = stored.register();
            register = known;
        }
        return known;
    }

    /** All figures but those of records, in the order of sheets, rows and columns. */
    public List<OnSheet<Fact>> figures() {
        List<OnSheet<Fact>> known = figures;
        if (known == null) {
            known = List.copyOf(stored.figures(datasets.stream()
                    .filter(dataset -> dataset.rows() == Dataset.Rows.RECORD)
                    .map(Dataset::id)
                    .toList()));
            figures = known;
        }
        return known;
    }

    /** The figure of a subject in a dataset with one row a subject. */
    public Optional<Fraction> figure(String column, String subject) {
        Map<String, Map<String, Fraction>> known = ofSubjects;
        if (known == null) {
            Map<String, Map<String, Fraction>> all = new HashMap<>();
            Set<String> single = datasets.stream()
                    .filter(dataset -> dataset.isOfSubjects())
                    .map(Dataset::id)
                    .collect(Collectors.toSet());
            for (OnSheet<Fact> each : figures()) {
                Fact figure = each.value();
                if (single.contains(figure.dataset()) && !figure.subject().isEmpty()) {
                    figure.value()
                            .ifPresent(value -> all.computeIfAbsent(figure.column(), id -> new HashMap<>())
                                    .put(figure.subject(), Fraction.of(value)));
                }
            }
            known = all;
            ofSubjects = known;
        }
        return Optional.ofNullable(known.getOrDefault(column, Map.of()).get(subject));
    }

    /** What a column's figures add up to, by {@link #key}. */
    public Map<String, Fraction> sums(String dataset, String column) {
        Map<String, Fraction> sums = new HashMap<>();
        for (OnSheet<Fact> each : figures()) {
            Fact figure = each.value();
            if (figure.dataset().equals(dataset) && figure.column().equals(column)) {
                figure.value()
                        .ifPresent(
                                value -> sums.merge(key(figure, figure.subject()), Fraction.of(value), Fraction::plus));
            }
        }
        return sums;
    }

    /** What a row is known by where a subject has several, or none: its label and its subject. */
    public static String key(Fact figure, String subject) {
        return FactTable.itemKey(figure.label()) + "\n" + subject;
    }

    /** What the records of a dataset add up to, by sheet, subject and word. */
    public List<RecordSummary> summaries(Dataset dataset) {
        List<RecordSummary> known = summaries.get(dataset.id());
        if (known == null) {
            RecordTally tally = new RecordTally(dataset, used, period);
            Map<Integer, Place> places = new HashMap<>();
            sheets().forEach((number, sheet) -> {
                if (sheet.dataset().equals(dataset.id())) {
                    places.put(number, sheet.place());
                    stored.figures(number, dataset.id(), figure -> tally.add(number, figure));
                }
            });
            said.putAll(tally.said());
            known = tally.summaries(places);
            summaries.put(dataset.id(), known);
        }
        return known;
    }

    private boolean isClaims(@Nullable Sheet sheet) {
        return sheet != null
                && datasets.stream()
                        .anyMatch(dataset -> dataset.rows() == Dataset.Rows.CLAIM
                                && dataset.id().equals(sheet.dataset()));
    }

    /** What the rows of a sheet say. */
    public RowsSaid said(int sheet) {
        RowsSaid known = said.get(sheet);
        Sheet there = sheets().get(sheet);
        if (known == null && isClaims(there)) {
            said.putAll(stored.claimed());
            known = said.get(sheet);
        } else if (known == null && there != null) {
            RowsSaid.Sum sum = new RowsSaid.Sum();
            stored.figures(sheet, there.dataset(), sum::add);
            known = sum.said();
            said.put(sheet, known);
        }
        return known == null ? RowsSaid.NOTHING : known;
    }
}
