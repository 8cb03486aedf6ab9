package bankscore.facts;

import bankscore.exact.Period;
import bankscore.facts.register.Register;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Everything that formulas may ask of one period.
 *
 * @param datasets the ids of the datasets that are there, if only with a header
 * @param figures figures per subject by column id, then by code
 * @param records summaries of records by {@code dataset.column}, then by code
 * @param parameters published figures by {@link #itemKey item name}
 * @param earlier what earlier periods published
 */
public record FactTable(
        Period period,
        Register roster,
        Set<String> datasets,
        Map<String, Map<String, Figure>> figures,
        Map<String, Map<String, List<RecordSummary>>> records,
        Map<String, Figure> parameters,
        Earlier earlier) {

    public FactTable {
        datasets = Set.copyOf(datasets);
        figures = Map.copyOf(figures);
        records = Map.copyOf(records);
        parameters = Map.copyOf(parameters);
    }

    /** Of a period of which no earlier one is known. */
    public FactTable(
            Period period,
            Register roster,
            Set<String> datasets,
            Map<String, Map<String, Figure>> figures,
            Map<String, Map<String, List<RecordSummary>>> records,
            Map<String, Figure> parameters) {
        this(period, roster, datasets, figures, records, parameters, Earlier.NONE);
    }

    /** The same as the cells show it, rounded by their number formats; empty where that is the same. */
    public Optional<FactTable> asShown() {
        boolean same = Stream.concat(figures.values().stream(), Stream.of(parameters))
                .flatMap(column -> column.values().stream())
                .allMatch(figure -> figure.shown().isEmpty());
        if (same) {
            return Optional.empty();
        }
        Map<String, Map<String, Figure>> shown = new HashMap<>();
        figures.forEach((column, own) -> shown.put(column, shown(own)));
        return Optional.of(withFigures(shown).withParameters(shown(parameters)));
    }

    private static Map<String, Figure> shown(Map<String, Figure> figures) {
        Map<String, Figure> shown = new HashMap<>();
        figures.forEach((key, figure) -> shown.put(key, figure.asShown()));
        return shown;
    }

    /** The same of another register. */
    public FactTable with(Register other) {
        return new FactTable(period, other, datasets, figures, records, parameters, earlier);
    }

    /** The same with other figures. */
    public FactTable withFigures(Map<String, Map<String, Figure>> others) {
        return new FactTable(period, roster, datasets, others, records, parameters, earlier);
    }

    /** The same with another figure of a subject. */
    public FactTable with(String column, String subject, Figure figure) {
        Map<String, Map<String, Figure>> others = new HashMap<>(figures);
        Map<String, Figure> own = new HashMap<>(figures.getOrDefault(column, Map.of()));
        own.put(subject, figure);
        others.put(column, own);
        return withFigures(others);
    }

    /** The same with other published figures. */
    public FactTable withParameters(Map<String, Figure> others) {
        return new FactTable(period, roster, datasets, figures, records, others, earlier);
    }

    /** The same beside what earlier periods published. */
    public FactTable after(Earlier others) {
        return new FactTable(period, roster, datasets, figures, records, parameters, others);
    }

    public Optional<Figure> figure(String column, String subject) {
        return Optional.ofNullable(figures.getOrDefault(column, Map.of()).get(subject));
    }

    /** The figures that were not sent and are those of earlier periods, by the column's id, then in the register's order. */
    public List<LateFigure> late() {
        return new TreeMap<>(figures)
                .values().stream()
                        .flatMap(own -> roster.subjects().stream()
                                .flatMap(subject -> Optional.ofNullable(own.get(subject.code())).stream()
                                        .flatMap(figure -> figure.late().stream()
                                                .map(from -> new LateFigure(subject, figure, from)))))
                        .toList();
    }

    public List<RecordSummary> records(String column, String subject) {
        return records.getOrDefault(column, Map.of()).getOrDefault(subject, List.of());
    }

    /** The published figure of an item. */
    public Optional<Figure> parameter(String item) {
        return Optional.ofNullable(parameters.get(itemKey(item)));
    }

    /** An item's name as it is compared: as any name, and without a bracket that only says percent. */
    public static String itemKey(String item) {
        return Register.key(item).replaceAll("\\(%\\)$", "");
    }
}
