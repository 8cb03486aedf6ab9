package bankscore.contribution.scheme;

import bankscore.contribution.Names;
import bankscore.contribution.allocation.AllocationRule;
import bankscore.exact.Fraction;
import bankscore.exact.Period;
import bankscore.exact.Rounding;
import bankscore.facts.Figure;
import bankscore.facts.Subject;
import bankscore.rule.Condition;
import bankscore.rule.Definition;
import bankscore.rule.Definitions;
import bankscore.rule.Mark;
import bankscore.rule.Parameter;
import bankscore.rule.Reference;
import bankscore.rule.Rule;
import bankscore.rule.RuleHead;
import bankscore.rule.Source;
import bankscore.rule.Statistic;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One published version of a rule, in the order of its file.
 *
 * @param columnNames what readers call the columns that conditions may name, by id
 * @param bidColumns the columns of what banks bid for funds, each with the id of its dataset
 * @param parameters every parameter of the file, for the report and {@code lint}
 */
public record Scheme(
        RuleHead head,
        Source source,
        Scoring scoring,
        Eligibility eligibility,
        Definitions definitions,
        List<Item> items,
        Placing placing,
        Map<String, String> columnNames,
        Map<String, String> bidColumns,
        List<Parameter> parameters)
        implements Rule {

    public static final String POINTS_DECIMALS = "rounding.points";
    public static final String TOTAL_FLOOR = "totals.floor";
    public static final String SHARE_DECIMALS = "shares.decimals";

    public Scheme {
        items = List.copyOf(items);
        columnNames = Map.copyOf(columnNames);
        bidColumns = Map.copyOf(bidColumns);
        parameters = List.copyOf(parameters);
    }

    /**
     * How points become totals and shares.
     *
     * @param full what the base items give together, if it is declared
     * @param points how an item's points are rounded (D6)
     * @param totalFloor the least a total can be (D7)
     * @param shareDecimals decimals of printed shares in percent (D8)
     * @param doubts what is to be verified of points
     * @param groups the groups that the rule makes, and within which banks are ranked
     */
    public record Scoring(
            Optional<Fraction> full,
            Rounding points,
            Optional<Fraction> totalFloor,
            int shareDecimals,
            Doubts doubts,
            Groups groups) {}

    /**
     * Groups of banks.
     *
     * @param made by figures, by id; besides there are those by kind ({@link Names#KIND})
     * @param ranksWithin the groups within which banks are ranked; absent: all banks together
     * @param words the columns of words that a rule may name, of the register or of tables of banks; their words are groups
     */
    public record Groups(Map<String, Grouping> made, Optional<String> ranksWithin, Set<String> words) {

        /** Where a rule makes none. */
        public static final Groups NONE = new Groups(Map.of(), Optional.empty(), Set.of());

        public Groups {
            made = Collections.unmodifiableMap(new LinkedHashMap<>(made));
            words = Set.copyOf(words);
        }
    }

    /** The columns whose words are groups in which banks are compared, are ranked or get money. */
    public List<String> wordsOfGroups() {
        return Stream.of(
                        items.stream().flatMap(item -> item.peers().stream()),
                        scoring.groups().ranksWithin().stream(),
                        allocations().flatMap(rule -> rule.within().stream()).map(AllocationRule.Within::group))
                .flatMap(names -> names)
                .filter(scoring.groups().words()::contains)
                .distinct()
                .toList();
    }

    /**
     * From when on points are to be verified (scheme.md).
     *
     * @param alike so many banks and more are not all in one band as a rule
     * @param towering the best is not so many times the median as a rule
     */
    public record Doubts(int alike, Fraction towering) {

        /** Where a rule says nothing of it. */
        public static final Doubts USUAL = new Doubts(5, Fraction.of(5));
    }

    /**
     * How money is placed, and how often.
     *
     * @param general for all funds that have no rule of their own
     * @param funds allocation rules of the funds that differ, in the file's order
     */
    public record Placing(AllocationRule general, Map<String, AllocationRule> funds, Cycle cycle) {
        public Placing {
            funds = Collections.unmodifiableMap(new LinkedHashMap<>(funds));
        }
    }

    /**
     * Who is assessed (D13).
     *
     * @param minMonthsOpen the months a bank must have been open at the period's end
     * @param kinds the kinds that are assessed; empty: all
     * @param notKinds the kinds that are not
     * @param require what a bank must meet besides, in this order; decided once, over the banks that the others leave
     */
    public record Eligibility(
            Optional<Integer> minMonthsOpen,
            List<String> kinds,
            List<String> notKinds,
            List<Requirement> require,
            Mark mark) {
        public Eligibility {
            kinds = List.copyOf(kinds);
            notKinds = List.copyOf(notKinds);
            require = List.copyOf(require);
        }

        /** Why a bank is not assessed, as far as the register tells. */
        public Optional<Excluded> excludes(Subject bank, Period period) {
            if (!bank.assessed()) {
                return Optional.of(new Excluded(bank, Excluded.Reason.NOT_ASSESSED, ""));
            }
            if (notKinds.contains(bank.kind()) || (!kinds.isEmpty() && !kinds.contains(bank.kind()))) {
                return Optional.of(new Excluded(bank, Excluded.Reason.KIND, bank.kind()));
            }
            return minMonthsOpen
                    .filter(months -> !bank.isOpenFor(months, period))
                    .map(months -> new Excluded(
                            bank,
                            Excluded.Reason.TOO_NEW,
                            bank.opened().orElseThrow().toString()));
        }
    }

    /**
     * What a bank must meet to be assessed.
     *
     * @param otherwise the reason that is printed where it does not
     */
    public record Requirement(Condition condition, String otherwise) {}

    /** All conditions of the rule, in the order of its file. */
    public List<Condition> conditions() {
        return Stream.concat(
                        eligibility.require().stream().map(Requirement::condition),
                        items.stream().flatMap(item -> item.gate().map(Item.Gate::condition).stream()))
                .toList();
    }

    /** What readers call a measure, a benchmark, or a column that a condition names; its id if it has no name. */
    public String name(String id) {
        return definition(id).map(Definition::name).orElseGet(() -> columnNames.getOrDefault(id, id));
    }

    /** What readers call groups: the name that the rule gives them, or that of the register's column. */
    public String groupName(String group) {
        Grouping made = scoring.groups().made().get(group);
        return made == null ? name(group) : made.name();
    }

    public Rounding points() {
        return scoring.points();
    }

    public int shareDecimals() {
        return scoring.shareDecimals();
    }

    public List<Definition.Measure> measures() {
        return definitions.measures();
    }

    public List<Definition.Benchmark> benchmarks() {
        return definitions.benchmarks();
    }

    /** A measure or a benchmark. */
    public Optional<Definition> definition(String definitionId) {
        return definitions.definition(definitionId);
    }

    public Optional<Definition.Measure> measure(String measureId) {
        return definitions.measure(measureId);
    }

    /** The unit of a benchmark: that of what is held against it; empty if that is nothing or of several units. */
    public String unit(Definition.Benchmark benchmark) {
        List<String> units = items.stream()
                .flatMap(item -> item.references().stream())
                .filter(held -> held.against().equals(new Reference.OfBenchmark(benchmark.id())))
                .flatMap(held -> measure(held.measure()).stream())
                .map(Definition.Measure::unit)
                .distinct()
                .toList();
        return units.size() == 1 ? units.get(0) : "";
    }

    public Optional<Item> item(String itemId) {
        return items.stream().filter(item -> item.id().equals(itemId)).findFirst();
    }

    @Override
    public Map<String, String> publishedUnits() {
        Map<String, String> units = new HashMap<>();
        for (Definition.Benchmark benchmark : benchmarks()) {
            benchmark.published().ifPresent(item -> units.put(item, unit(benchmark)));
        }
        return units;
    }

    /** A record that an item only adds up, such as a fault, cannot come to more than the item's points. */
    @Override
    public Map<String, Most> most() {
        Map<String, Most> most = new HashMap<>();
        for (Item item : items) {
            Optional<Definition.Measure> added =
                    measure(item.measure()).filter(measure -> measure.of().equals(Optional.of(Statistic.SUM)));
            if (added.isPresent() && item.full().isPresent()) {
                Most own = new Most(item.full().get().abs(), item.name());
                added.get()
                        .formula()
                        .names()
                        .forEach(column -> most.merge(
                                column, own, (one, other) -> one.points().isLess(other.points()) ? other : one));
            }
        }
        return most;
    }

    public AllocationRule allocation() {
        return placing.general();
    }

    /** The allocation rules of the funds that differ, in the file's order. */
    public Map<String, AllocationRule> funds() {
        return placing.funds();
    }

    public AllocationRule allocation(String fund) {
        return funds().getOrDefault(fund, allocation());
    }

    /** Whether a cycle ends with a period: then its plan is real (D19). */
    @Override
    public boolean isBinding(Period period) {
        return placing.cycle().endsWith(period);
    }

    /** The same without the items of other periods, and without what only those need. */
    public Scheme in(Period period) {
        List<Item> own = items.stream().filter(item -> item.isOf(period)).toList();
        if (own.size() == items.size()) {
            return this;
        }
        // A later quarter of the year asks what this one published.
        return only(own, period.isAnnual() ? running() : asked());
    }

    /** What other periods ask of what is published. */
    private List<String> asked() {
        return Stream.concat(gathered().stream(), running().stream()).toList();
    }

    /** The same with some of its items, and without what only the others need and nobody asks for besides. */
    private Scheme only(List<Item> own, List<String> besides) {
        List<Item> others = items.stream().filter(item -> !own.contains(item)).toList();
        Scheme without = with(own, definitions);
        Set<String> ofOthers = definitions.needed(named(others));
        List<String> named = without.named();
        named.addAll(besides);
        Set<String> needed = definitions.needed(named);
        return with(
                own,
                new Definitions(
                        definitions.values(),
                        definitions.all().stream()
                                .filter(each -> needed.contains(each.id()) || !ofOthers.contains(each.id()))
                                .toList()));
    }

    private List<String> gathered() {
        return definitions.measures().stream()
                .flatMap(measure -> measure.gathered().stream())
                .toList();
    }

    /** The measures and benchmarks of which later periods ask what was published. */
    public Set<String> remembered() {
        return Set.copyOf(asked());
    }

    private List<String> running() {
        return rows().flatMap(row -> row.own().stream()).toList();
    }

    private Stream<Condition.Running> rows() {
        return conditions().stream().flatMap(condition -> condition.rows().stream());
    }

    /** Whether a period asks what an earlier one published. */
    public boolean reads(Period period, Period earlier) {
        Scheme own = in(period);
        return own.measures().stream()
                        .flatMap(measure -> measure.quarters().stream())
                        .anyMatch(quarters -> quarters.before(period).contains(earlier))
                || own.rows().anyMatch(row -> earlier.quartersBefore(period) < row.periods());
    }

    // Per fund (scheme.md, Per fund).

    /** Whether totals, ranks and shares are those of each fund, because some item is scored by what banks bid for it. */
    public boolean isPerFund() {
        return items.stream().anyMatch(item -> item.fund().isPresent());
    }

    /** The same for a fund: what is scored once a bank and what is scored for the fund. */
    public Scheme of(String fund) {
        return only(items.stream().filter(item -> item.isOf(fund)).toList(), asked());
    }

    /** The same without what is scored for funds, and without what depends on a bid. */
    public Scheme withoutFunds() {
        return with(
                items.stream().filter(item -> item.fund().isEmpty()).toList(),
                new Definitions(
                        definitions.values(),
                        definitions.all().stream()
                                .filter(each -> !isBid(each.id()))
                                .toList()));
    }

    /** Whether a measure, a benchmark or a column depends on what a bank bids for a fund. */
    public boolean isBid(String name) {
        return bids(List.of(name)).findAny().isPresent();
    }

    /** The columns of bids on which some names depend. */
    private Stream<String> bids(List<String> names) {
        Stream<String> named = definitions.needed(names).stream()
                .flatMap(id -> definitions.definition(id).stream())
                .flatMap(each -> each.computed().stream())
                .flatMap(formula -> formula.names().stream());
        return Stream.concat(names.stream(), named)
                .filter(name -> bidColumns.containsKey(name) && !definitions.has(name))
                .distinct();
    }

    /**
     * Whether a bank takes part in a fund: it has a row for it in every table of bids that this rule uses.
     *
     * @param bids what is bid for the fund, by column, then by bank
     */
    public boolean takesPart(String bank, Map<String, Map<String, Figure>> bids) {
        Set<String> used = columns();
        Map<String, Boolean> byDataset = new HashMap<>();
        bidColumns.forEach((column, dataset) -> {
            if (used.contains(column)) {
                byDataset.put(dataset, false);
            }
        });
        bidColumns.forEach((column, dataset) -> {
            boolean there = bids.getOrDefault(column, Map.of()).containsKey(bank);
            byDataset.computeIfPresent(dataset, (id, before) -> before || there);
        });
        return byDataset.isEmpty()
                ? bids.values().stream().anyMatch(banks -> banks.containsKey(bank))
                : !byDataset.containsValue(false);
    }

    private Scheme with(List<Item> others, Definitions otherDefinitions) {
        return new Scheme(
                head,
                source,
                scoring,
                eligibility,
                otherDefinitions,
                others,
                placing,
                columnNames,
                bidColumns,
                parameters);
    }

    /** What items, conditions and the allocation name: measures, benchmarks, columns and words. */
    List<String> named() {
        List<String> named = new ArrayList<>(named(items));
        eligibility.require().forEach(each -> named.addAll(each.condition().names()));
        allocations().forEach(rule -> named.addAll(rule.measures()));
        scoring.groups().made().values().forEach(each -> named.add(each.by()));
        return named;
    }

    private static List<String> named(List<Item> items) {
        return items.stream().flatMap(item -> item.named().stream()).toList();
    }

    /** The general allocation rule and those of the funds that differ. */
    private Stream<AllocationRule> allocations() {
        return Stream.concat(Stream.of(allocation()), funds().values().stream());
    }

    @Override
    public boolean isAssessed(Subject bank, Period period) {
        return eligibility.excludes(bank, period).isEmpty();
    }

    @Override
    public Set<String> columns() {
        Set<String> columns = definitions.columns();
        conditions().stream()
                .flatMap(condition -> condition.comparisons("").values().stream())
                .flatMap(compared -> compared.own().stream())
                .filter(name -> !definitions.has(name))
                .forEach(columns::add);
        allocations()
                .flatMap(AllocationRule::each)
                .flatMap(rule -> rule.caps().stream())
                .flatMap(cap -> cap.figure().stream())
                .forEach(columns::add);
        scoring.groups().made().values().stream()
                .map(Grouping::by)
                .filter(name -> !definitions.has(name))
                .forEach(columns::add);
        columns.addAll(wordsOfGroups());
        conditions().stream()
                .flatMap(condition -> condition.names().stream())
                .filter(scoring.groups().words()::contains)
                .forEach(columns::add);
        return columns;
    }

    @Override
    public Set<String> datasets() {
        return Set.of(Names.ROSTER, Names.HOLDINGS, Names.POOLS, Names.ADJUSTMENTS, Names.RISK);
    }

    @Override
    public Set<String> required() {
        return Set.of(Names.ROSTER);
    }
}
