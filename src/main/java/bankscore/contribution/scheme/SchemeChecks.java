package bankscore.contribution.scheme;

import bankscore.contribution.Names;
import bankscore.contribution.allocation.AllocationRule;
import bankscore.exact.Fraction;
import bankscore.rule.Definition;
import bankscore.rule.Flaw;
import bankscore.rule.sound.Soundness;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether a scheme is sound: what can be proved of it before it sees a figure.
 *
 * <p>Here stands what needs the whole scheme; single keys, words and names are refused while the file is read.
 */
public final class SchemeChecks {

    private final Scheme scheme;
    private final Set<String> columns;
    private final List<String> disposals;
    private final List<Flaw> flaws = new ArrayList<>();

    private SchemeChecks(Scheme scheme, Set<String> columns, List<String> disposals) {
        this.scheme = scheme;
        this.columns = columns;
        this.disposals = disposals;
    }

    /**
     * Everything that makes a scheme unsound, in the order of the file; none if it is sound.
     *
     * @param columns ids of all per-bank figures that some dataset has
     * @param disposals what the government may do to a bank at risk, as the sheets name it
     */
    public static List<Flaw> check(Scheme scheme, Set<String> columns, List<String> disposals) {
        SchemeChecks checks = new SchemeChecks(scheme, columns, disposals);
        checks.flaws.addAll(Soundness.flaws(scheme.definitions(), scheme.named(), scheme.parameters()));
        scheme.scoring()
                .groups()
                .made()
                .values()
                .forEach(each -> each.bands().flaws().forEach(flaw -> checks.flaws.add(flaw.below(each.path()))));
        checks.items();
        checks.bids();
        checks.fullPoints();
        checks.allocation();
        checks.flaws.addAll(scheme.source().notCovered(scheme.parameters()));
        return List.copyOf(checks.flaws);
    }

    /** The optional keys that a scheme leaves out: what is not said is a note, not a failure. */
    public static List<String> absentKeys(Scheme scheme) {
        List<String> keys = List.of(
                "source.clauses",
                "source.issued",
                "full_points",
                "assess",
                "interim",
                "totals",
                "ranks",
                "shares",
                "allocation");
        List<String> ofMoney = List.of(
                "allocation.lot",
                "allocation.tie_order",
                "allocation.safety",
                "allocation.unmatured",
                "allocation.outside");
        return Stream.concat(keys.stream(), ofMoney.stream())
                .filter(key -> scheme.parameters().stream().noneMatch(parameter -> parameter.isWithin(key)))
                .toList();
    }

    private void refuse(String path, String text, String code, String... details) {
        Map<String, String> named = new TreeMap<>();
        for (int i = 0; i + 1 < details.length; i += 2) {
            named.put(details[i], details[i + 1]);
        }
        flaws.add(new Flaw(path, text, code, named));
    }

    // Items: methods that are sound in themselves, deductions that deduct.

    private void items() {
        for (Item.Periods periods : Item.Periods.values()) {
            boolean none = scheme.items().stream()
                    .noneMatch(item -> item.only().map(periods::equals).orElse(true));
            if (none && !scheme.items().isEmpty()) {
                refuse("items", periods.name().toLowerCase(Locale.ROOT), "no_items_of_periods");
            }
        }
        for (Item item : scheme.items()) {
            item.method().flaws().forEach(flaw -> flaws.add(flaw.below(item.path())));
            deduction(item);
        }
    }

    // Per fund: what banks bid for is known of a bank and a fund, and of nothing else.

    private void bids() {
        for (Item item : scheme.items()) {
            if (item.fund().isEmpty()) {
                item.named().stream()
                        .filter(scheme::isBid)
                        .forEach(name -> refuse(item.path(), name, "item_without_fund"));
            }
        }
        scheme.measures().stream()
                .filter(measure -> measure.noBase() == Definition.NoBase.EXCLUDE && scheme.isBid(measure.id()))
                .forEach(measure -> refuse(measure.path() + ".no_base", "exclude", "bid_excludes"));
        scheme.benchmarks().stream()
                .filter(benchmark -> scheme.isBid(benchmark.id()))
                .forEach(benchmark -> refuse(benchmark.path(), benchmark.id(), "bid_of_all"));
        scheme.eligibility().require().stream()
                .flatMap(each -> each.condition().names().stream())
                .filter(scheme::isBid)
                .forEach(name -> refuse("assess.require", name, "bid_of_bank"));
        scheme.scoring().groups().made().values().stream()
                .filter(each -> scheme.isBid(each.by()))
                .forEach(each -> refuse(each.path(), each.by(), "bid_of_bank"));
        scheme.measures().stream()
                .filter(measure -> !measure.gathered().isEmpty() && scheme.isBid(measure.id()))
                .forEach(measure -> refuse(measure.path() + ".over", "quarters", "bid_of_bank"));
        // In a period without an item of a fund there would be nothing to bid for.
        boolean always = Stream.of(Item.Periods.values())
                .allMatch(periods -> scheme.items().stream()
                        .filter(item -> item.only().map(periods::equals).orElse(true))
                        .anyMatch(item -> item.fund().isPresent()));
        if (!always) {
            Stream.concat(Stream.of(scheme.allocation()), scheme.funds().values().stream())
                    .flatMap(rule -> rule.measures().stream())
                    .filter(scheme::isBid)
                    .distinct()
                    .forEach(name -> refuse("allocation", name, "money_by_bids"));
        }
    }

    /** Whoever writes the points of a deduction without their sign gets a rule that never deducts. */
    private void deduction(Item item) {
        if (item.kind() != Item.Kind.DEDUCTION) {
            return;
        }
        item.method()
                .least()
                .map(least ->
                        item.gate().map(gate -> least.min(gate.otherwise())).orElse(least))
                .filter(least -> !least.isNegative())
                .ifPresent(least -> refuse(
                        item.path() + ".kind", "deduction", "deduction_gives_nothing", "least", least.toString()));
    }

    // Base items add up to the declared full points, for every kind of bank.

    private void fullPoints() {
        if (scheme.scoring().full().isEmpty()) {
            return;
        }
        List<Item> base = scheme.items().stream()
                .filter(item -> item.kind() == Item.Kind.BASE)
                .toList();
        boolean known = true;
        for (Item item : base) {
            if (most(item).isEmpty()) {
                known = false;
                refuse(item.path(), item.id(), "no_most_points");
            }
        }
        if (!known) {
            return;
        }
        Map<List<Item>, String> each = new LinkedHashMap<>();
        for (Item.Periods periods : Item.Periods.values()) {
            each.putIfAbsent(
                    base.stream()
                            .filter(item -> item.only().map(periods::equals).orElse(true))
                            .toList(),
                    periods.name().toLowerCase(Locale.ROOT));
        }
        each.forEach((items, periods) ->
                ofFunds(items).forEach((own, fund) -> fullPoints(own, each.size() == 1 ? "" : periods, fund)));
    }

    /**
     * The items of each fund that the rule names, or of any if it names none; all of them where none is of a fund. Whether
     * there are others than those that it names is known when they are scored.
     */
    private static Map<List<Item>, String> ofFunds(List<Item> items) {
        Set<String> funds = new LinkedHashSet<>();
        items.forEach(item -> item.fund().ifPresent(funds::add));
        if (funds.size() > 1) {
            funds.remove(Item.EVERY_FUND);
        }
        Map<List<Item>, String> each = new LinkedHashMap<>();
        for (String fund : funds) {
            each.putIfAbsent(items.stream().filter(item -> item.isOf(fund)).toList(), fund);
        }
        return funds.isEmpty() ? Map.of(items, "") : each;
    }

    /**
     * Adds up for every kind of bank.
     *
     * @param periods of which periods the items are; empty: all
     * @param fund of which fund they are; empty: of none
     */
    private void fullPoints(List<Item> base, String periods, String fund) {
        Fraction full = scheme.scoring().full().orElseThrow();
        for (String kind : kinds(base)) {
            Fraction sum = Fraction.sum(base.stream()
                    .filter(item -> item.appliesTo(kind))
                    .map(item -> most(item).orElseThrow())
                    .toList());
            if (!sum.equals(full)) {
                String code =
                        (kind.isEmpty() ? "points_sum" : "points_sum_kind") + (periods.isEmpty() ? "" : "_periods");
                List<String> details = new ArrayList<>(List.of("sum", sum.toString()));
                details.addAll(kind.isEmpty() ? List.of() : List.of(Names.KIND, kind));
                details.addAll(periods.isEmpty() ? List.of() : List.of("periods", periods));
                details.addAll(fund.isEmpty() ? List.of() : List.of("fund", fund));
                refuse(
                        "full_points",
                        full.toString(),
                        fund.isEmpty() ? code : code + "_fund",
                        details.toArray(String[]::new));
            }
        }
    }

    /** The kinds to add up for; the empty one stands for all kinds that the scheme does not name. */
    private Set<String> kinds(List<Item> base) {
        Set<String> kinds = new LinkedHashSet<>(scheme.eligibility().kinds());
        if (kinds.isEmpty()) {
            base.forEach(item -> kinds.addAll(item.appliesTo()));
            if (kinds.isEmpty()
                    || base.stream().anyMatch(item -> item.appliesTo().isEmpty())) {
                kinds.add("");
            }
        }
        scheme.eligibility().notKinds().forEach(kinds::remove);
        return kinds;
    }

    /** The most points an item can give, after its weight. */
    private static Optional<Fraction> most(Item item) {
        return item.method().most().map(points -> points.times(item.weight()));
    }

    // The allocation: a cap by deposits needs the deposits, every word of a risk an action.

    private void allocation() {
        ranksWithin("allocation", scheme.allocation());
        needs("allocation", scheme.allocation());
        scheme.funds().forEach((fund, rule) -> {
            ranksWithin("allocation.funds." + fund, rule);
            needs("allocation.funds." + fund, rule);
        });
        cap("allocation", scheme.allocation());
        actions("allocation", scheme.allocation());
        scheme.funds().forEach((fund, rule) -> {
            if (!rule.caps().equals(scheme.allocation().caps())) {
                cap("allocation.funds." + fund, rule);
            }
            if (!rule.safety().equals(scheme.allocation().safety())) {
                actions("allocation.funds." + fund, rule);
            }
        });
    }

    /** Points of items that nobody has put together. */
    private void needs(String path, AllocationRule rule) {
        Set<String> groups = scheme.items().stream()
                .flatMap(item -> item.group().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        rule.each()
                .flatMap(each -> each.take().require().stream())
                .flatMap(need -> need.group().stream())
                .distinct()
                .filter(group -> !groups.contains(group))
                .forEach(group ->
                        refuse(path + ".require", group, "no_item_group", "allowed", String.join(", ", groups)));
    }

    /** Places of several groups are no order of all banks. */
    private void ranksWithin(String path, AllocationRule rule) {
        scheme.scoring()
                .groups()
                .ranksWithin()
                .filter(group -> rule.form().isByPlace() || rule.take().best().isPresent())
                .filter(group ->
                        !rule.within().map(AllocationRule.Within::group).equals(Optional.of(group)))
                .ifPresent(group -> refuse(path, group, "rank_across_groups", "group", group));
    }

    /** D15: what a sheet may say of a bank at risk must mean something. */
    private void actions(String path, AllocationRule rule) {
        for (String word : disposals) {
            if (!word.equals(Names.CANCELLED) && !rule.safety().containsKey(word)) {
                refuse(path + ".safety", word, "disposal_without_action", "word", word);
            }
        }
    }

    private void cap(String path, AllocationRule rule) {
        rule.caps().stream()
                .filter(most -> most.figure()
                        .filter(figure -> !columns.contains(figure))
                        .isPresent())
                .forEach(most -> refuse(path + "." + most.path(), most.key(), "no_deposits"));
    }
}
