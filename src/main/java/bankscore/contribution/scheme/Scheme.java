package bankscore.contribution.scheme;

import bankscore.contribution.Names;
import bankscore.contribution.method.Method;
import bankscore.exact.Fraction;
import bankscore.exact.Rounding;
import bankscore.rule.Definition;
import bankscore.rule.Mark;
import bankscore.rule.Reference;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One published version of a rule, in the order of its file.
 *
 * @param id this version's id, such as {@code shangrao-2022}
 * @param rule the rule of which it is a version, such as {@code shangrao}
 * @param from the first day it is in force
 * @param to the last day it is in force, if known
 * @param points how an item's points are rounded (D6)
 * @param totalFloor the least a total can be (D7)
 * @param shareDecimals decimals of printed shares in percent (D8)
 * @param values constants by name, each a table by word
 * @param definitions measures and benchmarks in the file's order
 * @param funds allocation rules of the funds that differ, in the file's order
 * @param parameters every parameter of the file, for the report and {@code lint}
 * @param digest SHA-256 of the file
 */
public record Scheme(
        String id,
        String rule,
        String title,
        LocalDate from,
        Optional<LocalDate> to,
        Source source,
        Optional<Fraction> fullPoints,
        Rounding points,
        Eligibility eligibility,
        Optional<Fraction> totalFloor,
        int shareDecimals,
        Map<String, ValueTable> values,
        List<Definition> definitions,
        List<Item> items,
        AllocationRule allocation,
        Map<String, AllocationRule> funds,
        List<String> notComputed,
        List<Parameter> parameters,
        String digest) {

    public Scheme {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        definitions = List.copyOf(definitions);
        items = List.copyOf(items);
        funds = Collections.unmodifiableMap(new LinkedHashMap<>(funds));
        notComputed = List.copyOf(notComputed);
        parameters = List.copyOf(parameters);
    }

    /** The document a scheme implements. */
    public record Source(String document, String number, Optional<LocalDate> issued, List<String> clauses) {
        public Source {
            clauses = List.copyOf(clauses);
        }
    }

    /**
     * Who is assessed (D13).
     *
     * @param minMonthsOpen the months a bank must have been open at the period's end
     * @param kinds the kinds that are assessed; empty: all
     * @param notKinds the kinds that are not
     */
    public record Eligibility(Optional<Integer> minMonthsOpen, List<String> kinds, List<String> notKinds, Mark mark) {
        public Eligibility {
            kinds = List.copyOf(kinds);
            notKinds = List.copyOf(notKinds);
        }
    }

    /** A named table of constants. */
    public record ValueTable(String id, Map<String, Fraction> byWord, Mark mark) {
        public ValueTable {
            byWord = Map.copyOf(byWord);
        }
    }

    /**
     * One parameter as the file writes it.
     *
     * @param path where it stands, such as {@code items.tax.bands[1].points}
     * @param value the text
     * @param clause the clause of the document; empty if none is named
     * @param line the line in the file, from 1
     */
    public record Parameter(String path, String value, String clause, Mark mark, int line) {}

    public boolean inForce(LocalDate day) {
        return !day.isBefore(from) && to.map(last -> !day.isAfter(last)).orElse(true);
    }

    public List<Definition.Measure> measures() {
        return definitions.stream()
                .filter(Definition.Measure.class::isInstance)
                .map(Definition.Measure.class::cast)
                .toList();
    }

    public List<Definition.Benchmark> benchmarks() {
        return definitions.stream()
                .filter(Definition.Benchmark.class::isInstance)
                .map(Definition.Benchmark.class::cast)
                .toList();
    }

    public Optional<Definition.Measure> measure(String measureId) {
        return measures().stream()
                .filter(measure -> measure.id().equals(measureId))
                .findFirst();
    }

    public Optional<Item> item(String itemId) {
        return items.stream().filter(item -> item.id().equals(itemId)).findFirst();
    }

    /**
     * The published figures that the scheme asks for, by item as the scheme names it, each with its unit: that of the
     * measure that is held against it; empty where none is.
     */
    public Map<String, String> publishedUnits() {
        Map<String, String> units = new HashMap<>();
        for (Definition.Benchmark benchmark : benchmarks()) {
            benchmark.published().ifPresent(item -> units.put(item, unitHeldAgainst(benchmark.id())));
        }
        return units;
    }

    private String unitHeldAgainst(String benchmark) {
        return items.stream()
                .flatMap(item -> {
                    Optional<Reference> reference = item.method() instanceof Method.Linear linear
                            ? Optional.of(linear.reference())
                            : item.method() instanceof Method.RatioToReference ratio
                                    ? Optional.of(ratio.reference())
                                    : Optional.empty();
                    return Stream.of(
                            reference.map(each -> Map.entry(item.measure(), each)),
                            item.gate().map(gate -> Map.entry(gate.measure(), gate.bound())));
                })
                .flatMap(Optional::stream)
                .filter(held -> held.getValue().equals(new Reference.Named(benchmark)))
                .flatMap(held -> measure(held.getKey()).stream())
                .map(Definition.Measure::unit)
                .findFirst()
                .orElse("");
    }

    public AllocationRule allocation(String fund) {
        return funds.getOrDefault(fund, allocation);
    }

    /** Every column that a formula uses: a per-bank figure's id, or {@code dataset.column}. */
    public Set<String> columns() {
        Set<String> defined = new HashSet<>();
        Set<String> columns = new HashSet<>();
        for (Definition definition : definitions) {
            defined.add(definition.id());
        }
        for (Definition definition : definitions) {
            if (definition instanceof Definition.Measure measure) {
                columns.addAll(measure.formula().names());
            } else if (definition instanceof Definition.Benchmark benchmark) {
                benchmark.formula().ifPresent(formula -> columns.addAll(formula.names()));
            }
        }
        columns.removeAll(defined);
        if (capsByDeposits(allocation) || funds.values().stream().anyMatch(Scheme::capsByDeposits)) {
            columns.add(Names.DEPOSITS);
        }
        return columns;
    }

    private static boolean capsByDeposits(AllocationRule rule) {
        return rule.cap()
                .filter(AllocationRule.Cap.OfOwnDeposits.class::isInstance)
                .isPresent();
    }
}
