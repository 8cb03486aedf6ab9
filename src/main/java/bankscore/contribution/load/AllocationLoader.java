package bankscore.contribution.load;

import bankscore.contribution.allocation.Above;
import bankscore.contribution.allocation.Adjust;
import bankscore.contribution.allocation.AllocationRule;
import bankscore.contribution.allocation.AllocationRule.Bounds;
import bankscore.contribution.allocation.AllocationRule.Held;
import bankscore.contribution.allocation.AllocationRule.Lots;
import bankscore.contribution.allocation.AllocationRule.Outside;
import bankscore.contribution.allocation.AllocationRule.Safety;
import bankscore.contribution.allocation.AllocationRule.Within;
import bankscore.contribution.allocation.AmountsByRank;
import bankscore.contribution.allocation.ByMeasure;
import bankscore.contribution.allocation.ByTotal;
import bankscore.contribution.allocation.Cap;
import bankscore.contribution.allocation.Equal;
import bankscore.contribution.allocation.First;
import bankscore.contribution.allocation.Form;
import bankscore.contribution.allocation.Part;
import bankscore.contribution.allocation.Parts;
import bankscore.contribution.allocation.PercentsByRank;
import bankscore.contribution.allocation.Take;
import bankscore.contribution.allocation.Taker;
import bankscore.contribution.allocation.Tie;
import bankscore.contribution.allocation.Where;
import bankscore.exact.Fraction;
import bankscore.exact.Money;
import bankscore.exact.Steps;
import bankscore.load.rule.RuleLoader;
import bankscore.load.yaml.Keys;
import bankscore.load.yaml.YamlNode;
import bankscore.load.yaml.YamlNode.Fields;
import bankscore.rule.Mark;
import bankscore.rule.Reference;
import bankscore.rule.Statistic;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Reads a scheme's allocation, the closed list of {@code scheme.md#allocation}, for all funds and for funds that differ. */
record AllocationLoader(Set<String> measureIds, GroupsLoader groupings, MethodLoader.References references) {
    private static final Keys PART = Keys.of("percent", "by");
    private static final Keys SHARE_BY = Keys.of("above", "parts").with("parts", Keys.each(PART));
    private static final Keys ADJUST =
            Keys.of("by", "reference", "per", "amount", "steps").with("reference", RuleLoader.OF_BEST);
    private static final Keys TAKE = Keys.of("best", "min_total");
    private static final Keys NEED = Keys.of("group", "at_least", "total");
    private static final Keys WHERE = Keys.of(Where.MonthsOpenBelow.KEY, Where.Kind.KEY, Where.Banks.KEY);
    private static final Keys FIRST = Keys.of("where", "amount").with("where", WHERE);
    private static final Keys CAP = Keys.of(Cap.OfPool.KEY, Cap.OfOwnDeposits.KEY, Cap.Amount.KEY, Cap.ByRank.KEY);
    /** What is done with the money of a bank that regulators name. */
    static final Map<String, Safety> SAFETY = Map.of("withdraw_now", Safety.WITHDRAW_NOW, "freeze", Safety.FREEZE);

    private static final String REQUIRE = "require";
    private static final String WITHIN = "within";
    private static final String GROUPS = "groups";
    private static final String[] NAMES = {
        "share_by",
        AmountsByRank.KEY,
        PercentsByRank.KEY,
        Adjust.KEY,
        "take",
        REQUIRE,
        "first",
        "cap",
        "floor",
        AllocationRule.LOT,
        "tie_order",
        "safety",
        "unmatured",
        "outside",
        "moves",
        WITHIN,
        GROUPS,
        "clause",
        "mark",
    };
    private static final Keys GROUP = below(Keys.of(
            Cap.OfPool.KEY,
            "share_by",
            AmountsByRank.KEY,
            PercentsByRank.KEY,
            Adjust.KEY,
            "take",
            REQUIRE,
            "cap",
            "floor",
            AllocationRule.LOT,
            "tie_order",
            "clause",
            "mark"));
    private static final Keys FUND = below(Keys.of(NAMES)).with(GROUPS, Keys.each(GROUP));
    static final Keys KEYS = below(
                    Keys.of(Stream.concat(Stream.of(NAMES), Stream.of("funds")).toArray(String[]::new)))
            .with(GROUPS, Keys.each(GROUP))
            .with("funds", Keys.each(FUND));
    private static final List<String> FORMS = List.of("share_by", AmountsByRank.KEY, PercentsByRank.KEY);

    private static Keys below(Keys keys) {
        return keys.with("share_by", SHARE_BY)
                .with(Adjust.KEY, Keys.each(ADJUST))
                .with("take", TAKE)
                .with(REQUIRE, Keys.each(NEED))
                .with("first", Keys.each(FIRST))
                .with("cap", CAP);
    }

    /** What holds where a scheme says nothing. */
    AllocationRule defaults(Fraction lot) {
        return new AllocationRule(
                new ByTotal(),
                Take.ALL,
                List.of(),
                Bounds.NONE,
                new Lots(Money.ofWan(lot), List.of(new Tie.Total(), new Tie.RosterOrder())),
                Map.of("收回", Safety.WITHDRAW_NOW, "暂停新增", Safety.FREEZE),
                Outside.KEEP,
                "",
                Mark.READING);
    }

    AllocationRule rule(YamlNode branch) {
        return rule(branch.fields(KEYS), defaults(Fraction.ONE), Optional.empty());
    }

    /** The funds that differ: each says only what differs, and that holds in general groups too. */
    Map<String, AllocationRule> funds(YamlNode branch, AllocationRule general) {
        Map<String, AllocationRule> funds = new LinkedHashMap<>();
        branch.anyFields()
                .get("funds")
                .ifPresent(each -> each.anyFields()
                        .all()
                        .forEach((fund, own) -> funds.put(
                                fund,
                                rule(
                                        own.fields(FUND),
                                        general,
                                        branch.anyFields().get(GROUPS)))));
        return funds;
    }

    /** @param groups what is said of groups in general, which a fund or group without groups of its own takes on */
    private AllocationRule rule(Fields fields, AllocationRule general, Optional<YamlNode> groups) {
        if (FORMS.stream().filter(fields::has).count() > 1) {
            fields.owner().refuse("one_form", "allowed", String.join(", ", FORMS));
        }
        fields.get("unmatured").ifPresent(branch -> branch.choice(Map.of("at_maturity", true)));
        AllocationRule rule = new AllocationRule(
                form(fields).orElse(general.form()),
                fields.get(Adjust.KEY).map(this::adjusts).orElse(general.adjusts()),
                take(fields, general.take()),
                fields.get("first").map(this::first).orElse(general.first()),
                new Bounds(
                        fields.get("cap").map(this::caps).orElse(general.caps()),
                        fields.get("floor").map(this::amount).orElse(general.floor())),
                new Lots(
                        fields.get(AllocationRule.LOT).flatMap(this::lot).orElse(general.lot()),
                        fields.get("tie_order")
                                .map(this::ties)
                                .orElse(general.lots().ties())),
                new Held(
                        fields.get("safety").map(this::safety).orElse(general.safety()),
                        fields.word("outside", Outside.class).orElse(general.outside()),
                        fields.get("moves").flatMap(YamlNode::truth).orElse(general.moves())),
                Optional.empty(),
                fields.text("clause", general.clause()),
                fields.get("mark")
                        .flatMap(branch -> branch.choice(RuleLoader.marks()))
                        .orElse(general.mark()));
        if (rule.form().isByPlace() && !rule.adjusts().isEmpty()) {
            fields.get(Adjust.KEY).orElse(fields.owner()).refuse("adjust_by_rank");
        }
        if (fields.has(WITHIN) != fields.has(GROUPS)) {
            fields.owner().refuse("within_and_groups");
        }
        Optional<Within> within = fields.get(WITHIN)
                .flatMap(groupings::named)
                .flatMap(group -> fields.get(GROUPS).map(branch -> within(group, branch, rule)))
                .or(() -> general.within().flatMap(said -> groups.map(branch -> within(said.group(), branch, rule))));
        return rule.with(within);
    }

    /** What each group says replaces what is said for all. */
    private Within within(String group, YamlNode branch, AllocationRule general) {
        Map<String, Within.Part> parts = new LinkedHashMap<>();
        List<String> names = groupings.names(group);
        branch.anyFields().all().forEach((name, each) -> {
            if (!names.isEmpty() && !names.contains(name)) {
                each.refuseUnknown(name, "unknown_word", names);
            }
            Fields fields = each.fields(GROUP);
            fields.need(Cap.OfPool.KEY)
                    .flatMap(AllocationLoader::notNegative)
                    .ifPresent(percent -> parts.put(
                            name,
                            new Within.Part(
                                    percent,
                                    fields.has("cap"),
                                    rule(fields, general.withoutFirst(), Optional.empty()))));
        });
        Fraction sum =
                Fraction.sum(parts.values().stream().map(Within.Part::percent).toList());
        if (sum.isGreater(Fraction.HUNDRED)) {
            branch.refuse("groups_above_hundred", "sum", sum);
        }
        return new Within(group, parts);
    }

    private Optional<Form> form(Fields fields) {
        if (fields.has(AmountsByRank.KEY)) {
            return fields.need(AmountsByRank.KEY).map(this::amounts).map(AmountsByRank::new);
        }
        if (fields.has(PercentsByRank.KEY)) {
            List<Fraction> percents = new ArrayList<>();
            Optional<YamlNode> branch = fields.need(PercentsByRank.KEY);
            branch.ifPresent(
                    list -> list.filled().forEach(each -> notNegative(each).ifPresent(percents::add)));
            if (Fraction.sum(percents).isGreater(Fraction.HUNDRED)) {
                branch.ifPresent(list -> list.refuse("above_hundred", "sum", Fraction.sum(percents)));
            }
            return Optional.of(new PercentsByRank(percents));
        }
        return fields.get("share_by").flatMap(this::shareBy);
    }

    private Optional<Form> shareBy(YamlNode branch) {
        if (branch.isMap()) {
            Fields fields = branch.fields(SHARE_BY);
            if (fields.has("above") == fields.has("parts")) {
                branch.refuse("above_or_parts");
                return Optional.empty();
            }
            if (fields.has("above")) {
                return fields.get("above").flatMap(YamlNode::number).map(Above::new);
            }
            return fields.get("parts").map(this::parts);
        }
        return switch (branch.shown()) {
            case Taker.TOTAL -> Optional.of(new ByTotal());
            case Taker.EQUAL -> Optional.of(new Equal());
            default -> {
                if (!measureIds.contains(branch.shown())) {
                    branch.refuseUnknown(orMeasure(Taker.EQUAL));
                    yield Optional.empty();
                }
                yield Optional.of(new ByMeasure(branch.shown()));
            }
        };
    }

    /** What may be named: a measure, the total, or one more word. */
    private Set<String> orMeasure(String word) {
        Set<String> allowed = new TreeSet<>(measureIds);
        allowed.addAll(List.of(Taker.TOTAL, word));
        return allowed;
    }

    private Form parts(YamlNode branch) {
        List<Part> parts = new ArrayList<>();
        for (YamlNode each : branch.list()) {
            Fields fields = each.fields(PART);
            Optional<Fraction> percent = fields.need("percent").flatMap(AllocationLoader::notNegative);
            Optional<YamlNode> by = fields.need("by");
            Set<String> allowed = orMeasure(Taker.EQUAL);
            by.filter(word -> !allowed.contains(word.shown())).ifPresent(word -> word.refuseUnknown(allowed));
            if (percent.isPresent() && by.isPresent()) {
                parts.add(new Part(percent.get(), by.get().shown()));
            }
        }
        Fraction sum = Fraction.sum(parts.stream().map(Part::percent).toList());
        if (!sum.equals(Fraction.HUNDRED)) {
            branch.refuse("not_hundred", "sum", sum);
        }
        return new Parts(parts);
    }

    /** A fund or group without the general adjustments says {@code none}. */
    private List<Adjust> adjusts(YamlNode branch) {
        if (isNone(branch)) {
            return List.of();
        }
        List<Adjust> adjusts = new ArrayList<>();
        for (YamlNode each : branch.filled()) {
            Fields fields = each.fields(ADJUST);
            Optional<YamlNode> by = fields.need("by");
            by.filter(word -> !measureIds.contains(word.shown()))
                    .ifPresent(word -> word.refuseUnknown(new TreeSet<>(measureIds)));
            Optional<Reference> against = fields.has("reference")
                    ? fields.get("reference").flatMap(node -> references.read(node, true))
                    : Optional.of(new Reference.OfPopulation(Statistic.MEAN));
            Optional<Fraction> per = fields.need("per").flatMap(YamlNode::number);
            if (per.filter(length -> !length.isPositive()).isPresent()) {
                fields.get("per").ifPresent(length -> length.refuse("not_positive"));
            }
            Optional<Fraction> amount = fields.need("amount").flatMap(YamlNode::number);
            fields.need("steps");
            Optional<Steps> steps = fields.word("steps", Steps.class);
            if (by.isPresent() && against.isPresent() && per.isPresent() && amount.isPresent() && steps.isPresent()) {
                adjusts.add(new Adjust(by.get().shown(), against.get(), per.get(), amount.get(), steps.get()));
            }
        }
        return adjusts;
    }

    private static boolean isNone(YamlNode branch) {
        return branch.isScalar() && branch.shown().equals("none");
    }

    private static Take take(Fields owner, Take general) {
        Optional<Fields> fields = owner.get("take").map(branch -> branch.fields(TAKE));
        List<Take.Need> require =
                owner.get(REQUIRE).map(AllocationLoader::needs).orElse(general.require());
        return fields.map(own -> new Take(
                        own.get("best").flatMap(AllocationLoader::count),
                        own.get("min_total").flatMap(YamlNode::number),
                        require))
                .orElseGet(() -> new Take(general.best(), general.minTotal(), require));
    }

    private static List<Take.Need> needs(YamlNode branch) {
        List<Take.Need> needs = new ArrayList<>();
        for (YamlNode each : branch.filled()) {
            Fields fields = each.fields(NEED);
            if (fields.has("group") == fields.has("total") || fields.has("group") != fields.has("at_least")) {
                each.refuse("group_or_total");
                continue;
            }
            fields.get(fields.has("total") ? "total" : "at_least")
                    .flatMap(YamlNode::number)
                    .map(least -> new Take.Need(fields.get("group").flatMap(YamlNode::text), least))
                    .ifPresent(needs::add);
        }
        return needs;
    }

    private static Optional<Integer> count(YamlNode branch) {
        Optional<Integer> count = branch.whole();
        if (count.isPresent() && count.get() == 0) {
            branch.refuse("not_positive");
            return Optional.empty();
        }
        return count;
    }

    private List<First> first(YamlNode branch) {
        List<First> first = new ArrayList<>();
        for (YamlNode each : branch.list()) {
            Fields fields = each.fields(FIRST);
            Optional<Where> where = fields.need("where").flatMap(this::where);
            Optional<Money> amount = fields.need("amount").flatMap(this::amount);
            if (where.isPresent() && amount.isPresent()) {
                first.add(new First(where.get(), amount.get()));
            }
        }
        return first;
    }

    private Optional<Where> where(YamlNode branch) {
        Fields fields = branch.fields(WHERE);
        if (branch.isMap() && branch.anyFields().all().size() != 1) {
            branch.refuse("one_where");
            return Optional.empty();
        }
        if (fields.has(Where.MonthsOpenBelow.KEY)) {
            return fields.get(Where.MonthsOpenBelow.KEY)
                    .flatMap(YamlNode::whole)
                    .map(Where.MonthsOpenBelow::new);
        }
        if (fields.has(Where.Kind.KEY)) {
            return fields.get(Where.Kind.KEY).flatMap(YamlNode::text).map(Where.Kind::new);
        }
        return fields.get(Where.Banks.KEY).map(banks -> new Where.Banks(banks.texts()));
    }

    /** A fund without the general limit says {@code none}. */
    private List<Cap> caps(YamlNode branch) {
        if (isNone(branch)) {
            return List.of();
        }
        Fields fields = branch.fields(CAP);
        if (branch.isMap() && branch.anyFields().all().isEmpty()) {
            branch.refuse("one_cap");
        }
        List<Cap> caps = new ArrayList<>();
        fields.get(Cap.OfPool.KEY)
                .flatMap(AllocationLoader::notNegative)
                .map(Cap.OfPool::new)
                .ifPresent(caps::add);
        fields.get(Cap.OfOwnDeposits.KEY)
                .flatMap(AllocationLoader::notNegative)
                .map(Cap.OfOwnDeposits::new)
                .ifPresent(caps::add);
        fields.get(Cap.Amount.KEY).flatMap(this::amount).map(Cap.Amount::new).ifPresent(caps::add);
        fields.get(Cap.ByRank.KEY)
                .map(this::amounts)
                .filter(amounts -> !amounts.isEmpty())
                .map(Cap.ByRank::new)
                .ifPresent(caps::add);
        return caps;
    }

    private List<Money> amounts(YamlNode branch) {
        List<Money> amounts = new ArrayList<>();
        branch.filled().forEach(each -> amount(each).ifPresent(amounts::add));
        return amounts;
    }

    private Optional<Money> amount(YamlNode branch) {
        Optional<Money> amount = notNegative(branch).flatMap(Money::exactly);
        if (amount.isEmpty() && branch.isScalar()) {
            branch.refuse("not_an_amount");
        }
        return amount;
    }

    private Optional<Money> lot(YamlNode branch) {
        Optional<Money> lot = amount(branch);
        if (lot.isPresent() && !lot.get().isPositive()) {
            branch.refuse("not_positive");
            return Optional.empty();
        }
        return lot;
    }

    private static Optional<Fraction> notNegative(YamlNode branch) {
        Optional<Fraction> number = branch.number();
        if (number.isPresent() && number.get().isNegative()) {
            branch.refuse("negative");
            return Optional.empty();
        }
        return number;
    }

    private List<Tie> ties(YamlNode branch) {
        List<Tie> ties = new ArrayList<>();
        for (YamlNode each : branch.list()) {
            switch (each.shown()) {
                case Taker.TOTAL -> ties.add(new Tie.Total());
                case Tie.RosterOrder.KEY -> ties.add(new Tie.RosterOrder());
                default -> {
                    if (measureIds.contains(each.shown())) {
                        ties.add(new Tie.ByMeasure(each.shown()));
                    } else {
                        each.refuseUnknown(orMeasure(Tie.RosterOrder.KEY));
                    }
                }
            }
        }
        return ties;
    }

    private Map<String, Safety> safety(YamlNode branch) {
        Map<String, Safety> safety = new LinkedHashMap<>();
        branch.anyFields()
                .all()
                .forEach((word, action) -> action.choice(SAFETY).ifPresent(chosen -> safety.put(word, chosen)));
        return safety;
    }
}
