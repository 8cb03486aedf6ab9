package bankscore.contribution.load;

import bankscore.contribution.scheme.AllocationRule;
import bankscore.contribution.scheme.AllocationRule.Cap;
import bankscore.contribution.scheme.AllocationRule.First;
import bankscore.contribution.scheme.AllocationRule.Form;
import bankscore.contribution.scheme.AllocationRule.Outside;
import bankscore.contribution.scheme.AllocationRule.Part;
import bankscore.contribution.scheme.AllocationRule.Safety;
import bankscore.contribution.scheme.AllocationRule.Take;
import bankscore.contribution.scheme.AllocationRule.Tie;
import bankscore.contribution.scheme.AllocationRule.Where;
import bankscore.exact.Fraction;
import bankscore.exact.Money;
import bankscore.load.RuleLoader;
import bankscore.load.YamlNode;
import bankscore.load.YamlNode.Fields;
import bankscore.rule.Mark;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads a scheme's allocation, the closed list of {@code scheme.md#allocation}, for all funds and for funds that differ. */
final class AllocationLoader {

    private static final String[] KEYS = {
        "share_by",
        "amounts_by_rank",
        "percents_by_rank",
        "take",
        "first",
        "cap",
        "floor",
        "lot",
        "tie_order",
        "safety",
        "unmatured",
        "outside",
        "clause",
        "mark",
    };
    private static final List<String> FORMS = List.of("share_by", "amounts_by_rank", "percents_by_rank");

    private final Set<String> measureIds;

    AllocationLoader(Set<String> measureIds) {
        this.measureIds = measureIds;
    }

    /** What holds where a scheme says nothing. */
    AllocationRule defaults(Fraction lot) {
        return new AllocationRule(
                new Form.ByTotal(),
                Take.ALL,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Money.ofWan(lot),
                List.of(new Tie.Total(), new Tie.RosterOrder()),
                Map.of("收回", Safety.WITHDRAW_NOW, "暂停新增", Safety.FREEZE),
                Outside.KEEP,
                "",
                Mark.READING);
    }

    AllocationRule rule(YamlNode branch) {
        String[] keys = java.util.Arrays.copyOf(KEYS, KEYS.length + 1);
        keys[KEYS.length] = "funds";
        return rule(branch.fields(keys), defaults(Fraction.ONE));
    }

    /** The funds that differ: each says only what differs. */
    Map<String, AllocationRule> funds(YamlNode branch, AllocationRule general) {
        Map<String, AllocationRule> funds = new LinkedHashMap<>();
        branch.anyFields()
                .get("funds")
                .ifPresent(each -> each.anyFields()
                        .all()
                        .forEach((fund, own) -> funds.put(fund, rule(own.fields(KEYS), general))));
        return funds;
    }

    private AllocationRule rule(Fields fields, AllocationRule general) {
        if (FORMS.stream().filter(fields::has).count() > 1) {
            fields.owner().refuse("one_form", "allowed", String.join(", ", FORMS));
        }
        fields.get("unmatured").ifPresent(branch -> branch.choice(Map.of("at_maturity", true)));
        return new AllocationRule(
                form(fields).orElse(general.form()),
                fields.get("take").map(this::take).orElse(general.take()),
                fields.get("first").map(this::first).orElse(general.first()),
                fields.get("cap").map(this::cap).orElse(general.cap()),
                fields.get("floor").map(this::amount).orElse(general.floor()),
                fields.get("lot").flatMap(this::lot).orElse(general.lot()),
                fields.get("tie_order").map(this::ties).orElse(general.tieOrder()),
                fields.get("safety").map(this::safety).orElse(general.safety()),
                fields.word("outside", Outside.class).orElse(general.outside()),
                fields.text("clause", general.clause()),
                fields.get("mark")
                        .flatMap(branch -> branch.choice(RuleLoader.marks()))
                        .orElse(general.mark()));
    }

    private Optional<Form> form(Fields fields) {
        if (fields.has("amounts_by_rank")) {
            List<Money> amounts = new ArrayList<>();
            fields.need("amounts_by_rank")
                    .ifPresent(
                            list -> list.filled().forEach(each -> amount(each).ifPresent(amounts::add)));
            return Optional.of(new Form.AmountsByRank(amounts));
        }
        if (fields.has("percents_by_rank")) {
            List<Fraction> percents = new ArrayList<>();
            Optional<YamlNode> branch = fields.need("percents_by_rank");
            branch.ifPresent(
                    list -> list.filled().forEach(each -> notNegative(each).ifPresent(percents::add)));
            if (Fraction.sum(percents).isGreater(Fraction.HUNDRED)) {
                branch.ifPresent(list -> list.refuse("above_hundred", "sum", Fraction.sum(percents)));
            }
            return Optional.of(new Form.PercentsByRank(percents));
        }
        return fields.get("share_by").flatMap(this::shareBy);
    }

    private Optional<Form> shareBy(YamlNode branch) {
        if (branch.isMap()) {
            Fields fields = branch.fields("above", "parts");
            if (fields.has("above") == fields.has("parts")) {
                branch.refuse("above_or_parts");
                return Optional.empty();
            }
            if (fields.has("above")) {
                return fields.get("above").flatMap(YamlNode::number).map(Form.Above::new);
            }
            return fields.get("parts").map(this::parts);
        }
        return switch (branch.shown()) {
            case AllocationRule.TOTAL -> Optional.of(new Form.ByTotal());
            case AllocationRule.EQUAL -> Optional.of(new Form.Equal());
            default -> {
                Set<String> allowed = new TreeSet<>(measureIds);
                allowed.add(AllocationRule.TOTAL);
                allowed.add(AllocationRule.EQUAL);
                if (!measureIds.contains(branch.shown())) {
                    branch.refuseUnknown(allowed);
                    yield Optional.empty();
                }
                yield Optional.of(new Form.ByMeasure(branch.shown()));
            }
        };
    }

    private Form parts(YamlNode branch) {
        List<Part> parts = new ArrayList<>();
        for (YamlNode each : branch.list()) {
            Fields fields = each.fields("percent", "by");
            Optional<Fraction> percent = fields.need("percent").flatMap(AllocationLoader::notNegative);
            Optional<YamlNode> by = fields.need("by");
            Set<String> allowed = new TreeSet<>(measureIds);
            allowed.add(AllocationRule.TOTAL);
            allowed.add(AllocationRule.EQUAL);
            by.filter(word -> !allowed.contains(word.shown())).ifPresent(word -> word.refuseUnknown(allowed));
            if (percent.isPresent() && by.isPresent()) {
                parts.add(new Part(percent.get(), by.get().shown()));
            }
        }
        Fraction sum = Fraction.sum(parts.stream().map(Part::percent).toList());
        if (!sum.equals(Fraction.HUNDRED)) {
            branch.refuse("not_hundred", "sum", sum);
        }
        return new Form.Parts(parts);
    }

    private Take take(YamlNode branch) {
        Fields fields = branch.fields("best", "min_total");
        return new Take(
                fields.get("best").flatMap(AllocationLoader::count),
                fields.get("min_total").flatMap(YamlNode::number));
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
            Fields fields = each.fields("where", "amount");
            Optional<Where> where = fields.need("where").flatMap(this::where);
            Optional<Money> amount = fields.need("amount").flatMap(this::amount);
            if (where.isPresent() && amount.isPresent()) {
                first.add(new First(where.get(), amount.get()));
            }
        }
        return first;
    }

    private Optional<Where> where(YamlNode branch) {
        Fields fields = branch.fields("months_open_below", "kind", "banks");
        if (branch.isMap() && branch.anyFields().all().size() != 1) {
            branch.refuse("one_where");
            return Optional.empty();
        }
        if (fields.has("months_open_below")) {
            return fields.get("months_open_below").flatMap(YamlNode::whole).map(Where.MonthsOpenBelow::new);
        }
        if (fields.has("kind")) {
            return fields.get("kind").flatMap(YamlNode::text).map(Where.Kind::new);
        }
        return fields.get("banks").map(banks -> new Where.Banks(banks.texts()));
    }

    /** A fund without the general limit says {@code none}. */
    private Optional<Cap> cap(YamlNode branch) {
        if (branch.isScalar() && branch.shown().equals("none")) {
            return Optional.empty();
        }
        Fields fields = branch.fields("percent_of_pool", "percent_of_own_deposits");
        if (branch.isMap() && branch.anyFields().all().size() != 1) {
            branch.refuse("one_cap");
            return Optional.empty();
        }
        return fields.get("percent_of_pool")
                .flatMap(AllocationLoader::notNegative)
                .<Cap>map(Cap.OfPool::new)
                .or(() -> fields.get("percent_of_own_deposits")
                        .flatMap(AllocationLoader::notNegative)
                        .map(Cap.OfOwnDeposits::new));
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
                case AllocationRule.TOTAL -> ties.add(new Tie.Total());
                case "roster" -> ties.add(new Tie.RosterOrder());
                default -> {
                    if (measureIds.contains(each.shown())) {
                        ties.add(new Tie.ByMeasure(each.shown()));
                    } else {
                        Set<String> allowed = new TreeSet<>(measureIds);
                        allowed.add(AllocationRule.TOTAL);
                        allowed.add("roster");
                        each.refuseUnknown(allowed);
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
                .forEach((word, action) -> action.choice(
                                Map.of("withdraw_now", Safety.WITHDRAW_NOW, "freeze", Safety.FREEZE))
                        .ifPresent(chosen -> safety.put(word, chosen)));
        return safety;
    }
}
