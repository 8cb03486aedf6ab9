package bankscore.plain.language;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The plan of any scheme, step after step as {@code scheme.md} and decisions D14 to D18 say. */
final class PlainPlan {

    private static final Q FEN = Q.of("0.000001");

    private final PlainScores scores;
    private final Node situation;
    private final List<String> roster;
    private final Map<String, String> outcome = new TreeMap<>();

    private PlainPlan(PlainScores scores) {
        this.scores = scores;
        this.situation = scores.situation;
        this.roster = scores.banks.stream().map(PlainScores::code).toList();
    }

    static Map<String, String> outcome(PlainScores scores) {
        return new PlainPlan(scores).plan();
    }

    private Map<String, String> plan() {
        boolean scored = !scores.scheme.get("items").list().isEmpty();
        String cycle = scores.scheme.text("cycle", "year");
        List<String> ends = cycle.equals("quarter")
                ? List.of("Q1", "Q2", "Q3", "Q4")
                : cycle.equals("half_year") ? List.of("Q2", "Q4") : List.of("Q4");
        boolean real = ends.contains(situation.get("period").text().substring(4));
        Map<String, Fund> funds = new LinkedHashMap<>();
        if (situation.has("pools")) {
            situation
                    .get("pools")
                    .map()
                    .forEach((fund, pool) -> funds.put(fund, new Fund(fund, pool.number(), rule(fund))));
        } else if (!real) {
            Node named = scores.scheme
                    .find("allocation")
                    .flatMap(allocation -> allocation.find("funds"))
                    .orElse(Node.mapOf(scores.scheme.get("title").text(), Node.mapOf()));
            for (String fund : named.map().keySet()) {
                if (rule(fund).has("amounts_by_rank") && !rule(fund).has("within")) {
                    funds.put(fund, new Fund(fund, new Fund(fund, Q.ZERO, rule(fund)).fixedSums(), rule(fund)));
                }
            }
        }
        boolean perFund = !scores.funds.isEmpty();
        if (perFund && !situation.has("pools")) {
            funds.clear();
            if (!real) {
                for (String fund : scores.funds.keySet()) {
                    if (rule(fund).has("amounts_by_rank") && !rule(fund).has("within")) {
                        funds.put(fund, new Fund(fund, new Fund(fund, Q.ZERO, rule(fund)).fixedSums(), rule(fund)));
                    }
                }
            }
        }
        boolean zero = (perFund ? scores.funds.values() : List.of(scores))
                .stream().flatMap(each -> each.totals.values().stream()).allMatch(total -> total.sign() == 0);
        // A fund that nobody bids for, or in which nobody has a point, has no plan.
        funds.keySet()
                .removeIf(fund ->
                        perFund && scores.of(fund).totals.values().stream().allMatch(total -> total.sign() == 0));
        if ((scored && zero) || (funds.isEmpty() && !situation.has("pools"))) {
            outcome.put("plan", "none");
            return outcome;
        }
        outcome.put("plan", real ? "final" : "indicative");
        funds.values().forEach(Fund::place);
        return outcome;
    }

    /** The keys of the allocation with those in which the fund differs. */
    private Node rule(String fund) {
        Node general = scores.scheme.find("allocation").orElse(Node.mapOf());
        Node rule = Node.mapOf();
        rule.map().putAll(general.map());
        Node own = general.find("funds").flatMap(funds -> funds.find(fund)).orElse(Node.mapOf());
        if (own.has("share_by") || own.has("amounts_by_rank") || own.has("percents_by_rank")) {
            rule.map().keySet().removeAll(Set.of("share_by", "amounts_by_rank", "percents_by_rank"));
        }
        rule.map().putAll(own.map());
        return rule;
    }

    private boolean risky(String bank, String disposal) {
        return situation.find("risks").map(Node::list).orElse(List.of()).stream()
                .anyMatch(risk -> risk.get("bank").text().equals(bank)
                        && risk.get("disposal").text().equals(disposal));
    }

    private boolean withdrawn(String bank) {
        return risky(bank, "收回");
    }

    private boolean frozen(String bank) {
        return !withdrawn(bank) && risky(bank, "暂停新增");
    }

    /** What of a bank's money is still bound, by date; without one: last. */
    private record Bound(String date, Q amount) {}

    /** Money that leaves a bank at one time. */
    private record Source(String bank, Q amount, boolean later, String date) {}

    private final class Fund {

        /** By which the fund is placed. */
        private final PlainScores scores;

        private final String name;
        private final Q pool;
        private final Node rule;
        private final Q lot;
        private Optional<String> group = Optional.empty();
        private String grouping = "";
        private final Map<String, Q> limits = new LinkedHashMap<>();
        private final Map<String, Q> targets = new LinkedHashMap<>();
        private final Set<String> set = new LinkedHashSet<>();

        Fund(String name, Q pool, Node rule) {
            this.scores = PlainPlan.this.scores.of(name);
            this.name = name;
            this.pool = pool;
            this.rule = rule;
            this.lot = rule.number("lot").orElse(Q.of(1));
        }

        /** The scores of all banks. */
        private PlainScores all() {
            return PlainPlan.this.scores;
        }

        private Q held(String bank) {
            return Q.sum(
                    holdings(bank).stream().map(row -> row.get("held").number()).toList());
        }

        private List<Node> holdings(String bank) {
            return situation.find("holdings").map(Node::list).orElse(List.of()).stream()
                    .filter(row -> row.get("fund").text().equals(name)
                            && row.get("bank").text().equals(bank))
                    .toList();
        }

        private Optional<Q> limit(String bank) {
            return Optional.ofNullable(limits.get(bank));
        }

        private Q measured(String measureOrWord, String bank) {
            if (measureOrWord.equals("equal")) {
                return Q.of(1);
            }
            Q value = measureOrWord.equals("total")
                    ? scores.total(bank)
                    : scores.measure(measureOrWord, bank).orElse(Q.ZERO);
            return value.most(Q.ZERO);
        }

        private Comparator<String> ties() {
            List<String> order = rule.find("tie_order").map(Node::texts).orElse(List.of("total", "roster"));
            Comparator<String> ties = Comparator.comparing(bank -> 0);
            for (String by : order) {
                ties = by.equals("roster")
                        ? ties.thenComparing(roster::indexOf)
                        : by.equals("total")
                                ? ties.thenComparing(
                                        Comparator.comparing(scores::total).reversed())
                                : ties.thenComparing(Comparator.comparing((String bank) -> measured(by, bank))
                                        .reversed());
            }
            return ties.thenComparing(roster::indexOf);
        }

        /** @param sum that a percentage is of */
        private void limit(Q sum, List<String> takers) {
            limits.clear();
            for (String bank : roster) {
                if (frozen(bank)) {
                    limits.put(bank, held(bank));
                }
                rule.find("cap")
                        .ifPresent(cap -> cap.map().forEach((word, node) -> {
                            Q most = switch (word) {
                                case "percent_of_pool" ->
                                    sum.times(node.number()).over(Q.of(100));
                                case "amount" -> node.number();
                                case "amounts_by_rank" -> {
                                    int place = takers.indexOf(bank);
                                    int last = node.list().size() - 1;
                                    yield node.list()
                                            .get(place < 0 || place > last ? last : place)
                                            .number();
                                }
                                default ->
                                    node.number()
                                            .times(scores.figure("deposits", bank)
                                                    .orElse(Q.ZERO)
                                                    .most(Q.ZERO))
                                            .over(Q.of(100));
                            };
                            limits.merge(
                                    bank,
                                    most.over(lot).whole(RoundingMode.FLOOR).times(lot),
                                    Q::least);
                        }));
            }
        }

        void place() {
            limit(pool, List.of());
            Set<String> served = first();
            Q rest = pool.minus(Q.sum(targets.values()));
            if (!rule.has("within")) {
                limit(pool, takers(served));
            }
            boolean suffices = rest.sign() >= 0
                    && (rule.has("within") ? shareWithin(rest, served) : shareOut(rest, takers(served)));
            if (!suffices) {
                outcome.merge("findings.E311", "1", (one, more) -> Integer.toString(Integer.parseInt(one) + 1));
                return;
            }
            assemble(pool.minus(Q.sum(targets.values())));
        }

        /** Each group's percentage of the rest to the fen; fen that are missing to the first groups. */
        private boolean shareWithin(Q rest, Set<String> served) {
            List<String> names = List.copyOf(rule.get("groups").map().keySet());
            List<Q> exact = names.stream()
                    .map(each -> rest.times(rule.get("groups")
                                    .get(each)
                                    .get("percent_of_pool")
                                    .number())
                            .over(Q.of(100))
                            .over(FEN))
                    .toList();
            List<Q> whole =
                    exact.stream().map(each -> each.whole(RoundingMode.FLOOR)).toList();
            Q missing = Q.sum(exact).whole(RoundingMode.FLOOR).minus(Q.sum(whole));
            for (int i = 0; i < names.size(); i++) {
                Q extra = Q.of(i).compareTo(missing) < 0 ? Q.of(1) : Q.ZERO;
                Q sum = whole.get(i).plus(extra).times(FEN);
                Node own = rule.get("groups").get(names.get(i));
                Node merged = Node.mapOf();
                merged.map().putAll(rule.map());
                List.of("within", "groups", "first").forEach(merged.map()::remove);
                if (own.has("share_by") || own.has("amounts_by_rank") || own.has("percents_by_rank")) {
                    merged.map().keySet().removeAll(Set.of("share_by", "amounts_by_rank", "percents_by_rank"));
                }
                merged.map().putAll(own.map());
                Fund part = new Fund(name, sum, merged);
                part.group = Optional.of(names.get(i));
                part.grouping = rule.get("within").text();
                part.limit(own.has("cap") ? sum : pool, part.takers(served));
                if (!part.shareOut(sum, part.takers(served))) {
                    return false;
                }
                targets.putAll(part.targets);
            }
            return true;
        }

        /** What the fixed sums and the amounts of the places that are taken come to. */
        private Q fixedSums() {
            int takers = takers(first()).size();
            Q amounts = Q.sum(rule.get("amounts_by_rank").list().stream()
                    .limit(takers)
                    .map(Node::number)
                    .toList());
            return amounts.plus(Q.sum(targets.values()));
        }

        /** Whether an assessed bank does not have what the rule asks for before it gives money. */
        private boolean lacks(Node by, String bank) {
            return scores.assessed.contains(bank)
                    && by.find("require").map(Node::list).orElse(List.of()).stream()
                            .anyMatch(need -> need.has("total")
                                    ? scores.total(bank)
                                                    .compareTo(need.get("total").number())
                                            < 0
                                    : scores.ofGroup(need.get("group").text(), bank)
                                                    .compareTo(
                                                            need.get("at_least").number())
                                            < 0);
        }

        /** The rule of a bank's part, empty if it has none. */
        private Optional<Node> ofBank(String bank) {
            return rule.has("within")
                    ? scores.group(rule.get("within").text(), bank)
                            .filter(rule.get("groups")::has)
                            .map(group -> rule)
                    : Optional.of(rule);
        }

        private Set<String> first() {
            Set<String> served = new LinkedHashSet<>();
            for (Node bank : scores.banks) {
                String code = PlainScores.code(bank);
                for (Node first : rule.find("first").map(Node::list).orElse(List.of())) {
                    Node where = first.get("where");
                    boolean meant = where.has("banks")
                            ? where.get("banks").texts().contains(code)
                            : where.has("kind")
                                    ? where.get("kind").text().equals(bank.text("kind", ""))
                                    : scores.openBelow(
                                            bank,
                                            Integer.parseInt(where.get("months_open_below")
                                                    .text()));
                    boolean takesPart = scores == all() || scores.bids(code);
                    if (meant && takesPart && !withdrawn(code) && !lacks(rule, code) && served.add(code)) {
                        Q amount = first.get("amount").number();
                        targets.put(code, limit(code).map(amount::least).orElse(amount));
                    }
                }
            }
            return served;
        }

        private List<String> takers(Set<String> served) {
            boolean scored = !scores.scheme.get("items").list().isEmpty();
            Node take = rule.find("take").orElse(Node.mapOf());
            return scores.assessed.stream()
                    .filter(bank -> !withdrawn(bank) && !served.contains(bank))
                    .filter(bank ->
                            group.isEmpty() || scores.group(grouping, bank).equals(group))
                    .filter(bank -> !lacks(rule, bank))
                    .filter(bank -> !scored || scores.total(bank).sign() > 0)
                    .filter(bank -> take.number("min_total")
                            .map(least -> scores.total(bank).compareTo(least) >= 0)
                            .orElse(true))
                    .sorted(Comparator.comparing((String bank) -> scores.total(bank))
                            .reversed()
                            .thenComparing(ties()))
                    .limit(take.find("best")
                            .map(best -> Long.parseLong(best.text()))
                            .orElse(Long.MAX_VALUE))
                    .toList();
        }

        /** Whether the money suffices. */
        private boolean shareOut(Q rest, List<String> takers) {
            if (rule.has("amounts_by_rank")) {
                List<Node> amounts = rule.get("amounts_by_rank").list();
                Q wanted = Q.ZERO;
                for (int i = 0; i < Math.min(amounts.size(), takers.size()); i++) {
                    Q amount = amounts.get(i).number();
                    wanted = wanted.plus(amount);
                    targets.put(
                            takers.get(i),
                            limit(takers.get(i)).map(amount::least).orElse(amount));
                }
                return wanted.compareTo(rest) <= 0;
            }
            Q amount = rest;
            if (rule.has("percents_by_rank")) {
                Q percent = Q.sum(rule.get("percents_by_rank").list().stream()
                        .limit(takers.size())
                        .map(Node::number)
                        .toList());
                amount = rest.times(percent)
                        .over(Q.of(100))
                        .over(FEN)
                        .whole(RoundingMode.FLOOR)
                        .times(FEN);
            }
            Map<String, Q> weights = new LinkedHashMap<>();
            for (String bank : takers) {
                Q weight = weight(bank, takers);
                if (weight.sign() > 0) {
                    weights.put(bank, weight);
                }
            }
            adjust(amount, weights);
            Map<String, Q> floors = new LinkedHashMap<>();
            rule.number("floor").ifPresent(floor -> {
                Q whole = floor.over(lot).whole(RoundingMode.UP).times(lot);
                weights.keySet()
                        .forEach(bank ->
                                floors.put(bank, limit(bank).map(whole::least).orElse(whole)));
            });
            if (Q.sum(floors.values()).compareTo(amount) > 0) {
                return false;
            }
            inLots(amount, weights, quotas(amount, weights, floors));
            return true;
        }

        /** Shares become amounts, more or less by steps; what that comes to is taken from all by their shares. */
        private void adjust(Q amount, Map<String, Q> weights) {
            List<Node> all = rule.find("adjust").map(Node::list).orElse(List.of());
            Q sum = Q.sum(weights.values());
            if (all.isEmpty() || sum.sign() <= 0 || amount.sign() <= 0) {
                return;
            }
            Map<String, Q> more = new LinkedHashMap<>();
            weights.keySet()
                    .forEach(bank -> more.put(
                            bank,
                            Q.sum(all.stream().map(each -> steps(each, bank)).toList())));
            Q together = Q.sum(more.values());
            weights.replaceAll((bank, weight) -> amount.minus(together)
                    .times(weight)
                    .over(sum)
                    .plus(more.getOrDefault(bank, Q.ZERO))
                    .most(Q.ZERO));
            weights.values().removeIf(weight -> weight.sign() == 0);
        }

        /** As an item that gives so many points a step. */
        private Q steps(Node adjust, String bank) {
            String measure = adjust.get("by").text();
            Optional<Q> own = scores.measure(measure, bank);
            List<Q> values = scores.assessed.stream()
                    .filter(other ->
                            group.isEmpty() || scores.group(grouping, other).equals(group))
                    .flatMap(other -> scores.measure(measure, other).stream())
                    .toList();
            Node linear = Node.mapOf(
                    "reference",
                    adjust.find("reference").orElse(Node.textOf("mean")),
                    "per",
                    adjust.get("per"),
                    "points",
                    adjust.get("amount"),
                    "steps",
                    adjust.get("steps"));
            return own.map(value -> PlainMethods.points(
                            Node.mapOf("linear", linear), value, values, text -> scores.reference(text, values, bank)))
                    .orElse(Q.ZERO);
        }

        private Q weight(String bank, List<String> takers) {
            if (rule.has("percents_by_rank")) {
                List<Node> percents = rule.get("percents_by_rank").list();
                int place = takers.indexOf(bank);
                return place < percents.size() ? percents.get(place).number() : Q.ZERO;
            }
            Node by = rule.find("share_by").orElse(Node.textOf("total"));
            if (by.has("above")) {
                return scores.total(bank).minus(by.get("above").number());
            }
            if (by.has("parts")) {
                Q weight = Q.ZERO;
                for (Node part : by.get("parts").list()) {
                    String what = part.get("by").text();
                    Q sum = Q.sum(
                            takers.stream().map(each -> measured(what, each)).toList());
                    if (sum.sign() > 0) {
                        weight = weight.plus(part.get("percent")
                                .number()
                                .times(measured(what, bank))
                                .over(sum));
                    }
                }
                return weight;
            }
            return measured(by.text(), bank);
        }

        /** Exact parts: whoever exceeds its limit is set to it, whoever stays below the floor to that, and again. */
        private Map<String, Q> quotas(Q amount, Map<String, Q> weights, Map<String, Q> floors) {
            Set<String> raised = new LinkedHashSet<>();
            while (true) {
                Map<String, Q> quotas = new LinkedHashMap<>();
                set.clear();
                set.addAll(raised);
                raised.forEach(bank -> quotas.put(bank, floors.getOrDefault(bank, Q.ZERO)));
                boolean exceeded = true;
                while (exceeded) {
                    List<String> open = weights.keySet().stream()
                            .filter(bank -> !quotas.containsKey(bank))
                            .toList();
                    Q rest = amount.minus(Q.sum(quotas.values()));
                    Q sum = Q.sum(open.stream()
                            .map(bank -> weights.getOrDefault(bank, Q.ZERO))
                            .toList());
                    Map<String, Q> over = new LinkedHashMap<>();
                    Map<String, Q> within = new LinkedHashMap<>();
                    for (String bank : open) {
                        Q quota = rest.times(weights.getOrDefault(bank, Q.ZERO)).over(sum);
                        if (limit(bank)
                                .filter(limit -> quota.compareTo(limit) > 0)
                                .isPresent()) {
                            over.put(bank, limit(bank).orElseThrow());
                        } else {
                            within.put(bank, quota);
                        }
                    }
                    quotas.putAll(over);
                    set.addAll(over.keySet());
                    exceeded = !over.isEmpty();
                    if (!exceeded) {
                        quotas.putAll(within);
                    }
                }
                List<String> below = quotas.entrySet().stream()
                        .filter(each -> each.getValue().compareTo(floors.getOrDefault(each.getKey(), Q.ZERO)) < 0)
                        .map(Map.Entry::getKey)
                        .toList();
                if (below.isEmpty()) {
                    return quotas;
                }
                raised.addAll(below);
            }
        }

        private void inLots(Q amount, Map<String, Q> weights, Map<String, Q> quotas) {
            // Who is set to a limit or to the floor has exactly that; the others share the rest in lots.
            Q rest = amount;
            for (String bank : set) {
                targets.put(bank, quotas.getOrDefault(bank, Q.ZERO));
                rest = rest.minus(quotas.getOrDefault(bank, Q.ZERO));
            }
            Map<String, Q> lots = new LinkedHashMap<>();
            quotas.forEach((bank, quota) -> {
                if (!set.contains(bank)) {
                    lots.put(bank, quota.over(lot).whole(RoundingMode.FLOOR));
                }
            });
            Q allLots = rest.over(lot).whole(RoundingMode.FLOOR);
            Q odd = rest.minus(allLots.times(lot));
            List<String> order = weights.keySet().stream()
                    .filter(bank -> !set.contains(bank))
                    .sorted(Comparator.comparing((String bank) -> quotas.getOrDefault(bank, Q.ZERO)
                                    .minus(lots.getOrDefault(bank, Q.ZERO).times(lot)))
                            .reversed()
                            .thenComparing(ties()))
                    .toList();
            Q missing = allLots.minus(Q.sum(lots.values()));
            boolean given = true;
            while (given) {
                given = false;
                for (String bank : order) {
                    Q more = lots.getOrDefault(bank, Q.ZERO).plus(Q.of(1));
                    if (missing.sign() > 0 && fits(bank, more.times(lot))) {
                        lots.put(bank, more);
                        missing = missing.minus(Q.of(1));
                        given = true;
                    }
                }
            }
            lots.forEach((bank, count) -> targets.put(bank, count.times(lot)));
            if (odd.sign() > 0) {
                order.stream()
                        .sorted(Comparator.comparing(scores::total).reversed().thenComparing(ties()))
                        .filter(bank ->
                                fits(bank, targets.getOrDefault(bank, Q.ZERO).plus(odd)))
                        .findFirst()
                        .ifPresent(bank -> targets.merge(bank, odd, Q::plus));
            }
        }

        private boolean fits(String bank, Q amount) {
            return limit(bank).map(limit -> amount.compareTo(limit) <= 0).orElse(true);
        }

        // What moves.

        private void assemble(Q unplaced) {
            String at = "funds." + name + ".";
            outcome.put(at + "unplaced", unplaced.toString());
            boolean leaves = rule.text("outside", "keep").equals("withdraw");
            List<String> rows = new ArrayList<>();
            for (String bank : roster) {
                boolean assessed = all().assessed.contains(bank);
                if (assessed
                        || withdrawn(bank)
                        || targets.containsKey(bank)
                        || (leaves && held(bank).sign() > 0)) {
                    rows.add(bank);
                } else if (held(bank).sign() > 0) {
                    outcome.put(at + "outside." + bank, held(bank).toString());
                }
            }
            Map<String, Q> change = new LinkedHashMap<>();
            Set<String> still = new LinkedHashSet<>();
            List<Source> now = new ArrayList<>();
            List<Source> later = new ArrayList<>();
            for (String bank : rows) {
                Q target = targets.getOrDefault(bank, Q.ZERO);
                change.put(bank, target.minus(held(bank)));
                Q left = held(bank).minus(target);
                if (stays(bank)) {
                    still.add(bank);
                } else if (left.sign() > 0) {
                    Q free = withdrawn(bank)
                            ? left
                            : held(bank)
                                    .minus(Q.sum(bound(bank).stream()
                                            .map(Bound::amount)
                                            .toList()))
                                    .least(left);
                    if (free.sign() > 0) {
                        now.add(new Source(bank, free, false, "null"));
                    }
                    left = left.minus(free);
                    for (Bound each : bound(bank)) {
                        Q part = left.least(each.amount());
                        if (part.sign() > 0) {
                            later.add(new Source(bank, part, true, each.date()));
                        }
                        left = left.minus(part);
                    }
                }
            }
            now.sort(Comparator.comparing(Source::amount).reversed());
            later.sort(Comparator.comparing((Source source) -> dated(source.date()))
                    .thenComparing(Comparator.comparing(Source::amount).reversed()));
            // Of money that stays only what is withdrawn moves.
            Map<String, Q> moving = new LinkedHashMap<>(change);
            moving.keySet().removeAll(still);
            Q net = Q.sum(moving.values());
            List<Source> sources = new ArrayList<>();
            if (net.sign() > 0) {
                sources.add(new Source("*", net, false, "null"));
            }
            sources.addAll(now);
            sources.addAll(later);
            Map<String, Q> sinks = new LinkedHashMap<>();
            moving.entrySet().stream()
                    .filter(each -> each.getValue().sign() > 0)
                    .sorted(Map.Entry.<String, Q>comparingByValue().reversed())
                    .forEach(each -> sinks.put(each.getKey(), each.getValue()));
            if (net.sign() < 0) {
                sinks.put("*", Q.ZERO.minus(net));
            }
            Map<String, Q> received = pour(at, sources, sinks);
            for (String bank : rows) {
                Q moves = change.getOrDefault(bank, Q.ZERO);
                Q atOnce = moves.sign() < 0
                        ? Q.ZERO.minus(Q.sum(now.stream()
                                .filter(source -> source.bank().equals(bank))
                                .map(Source::amount)
                                .toList()))
                        : received.getOrDefault(bank, Q.ZERO);
                outcome.put(
                        at + "targets." + bank,
                        targets.getOrDefault(bank, Q.ZERO).toString());
                outcome.put(at + "now." + bank, atOnce.toString());
                outcome.put(at + "changes." + bank, moves.toString());
                outcome.put(
                        at + "at_maturity." + bank, (still.contains(bank) ? Q.ZERO : moves.minus(atOnce)).toString());
                String note = withdrawn(bank)
                        ? bound(bank).isEmpty() ? "withdrawn" : "withdrawn_early"
                        : !all().assessed.contains(bank)
                                ? "not_assessed"
                                : ofBank(bank).filter(own -> lacks(own, bank)).isPresent()
                                        ? "required"
                                        : frozen(bank) ? "frozen" : "none";
                outcome.put(at + "notes." + bank, note);
            }
        }

        private boolean stays(String bank) {
            return rule.text("moves", "true").equals("false") && !withdrawn(bank);
        }

        private static String dated(String date) {
            return date.equals("null") ? "9" : date;
        }

        private List<Bound> bound(String bank) {
            Map<String, Q> byDate = new LinkedHashMap<>();
            for (Node row : holdings(bank)) {
                row.number("unmatured")
                        .filter(amount -> amount.sign() > 0)
                        .ifPresent(amount -> byDate.merge(row.text("due", "null"), amount, Q::plus));
            }
            return byDate.entrySet().stream()
                    .map(each -> new Bound(each.getKey(), each.getValue()))
                    .sorted(Comparator.comparing(each -> dated(each.date())))
                    .toList();
        }

        private Map<String, Q> pour(String at, List<Source> sources, Map<String, Q> sinks) {
            Map<String, Q> received = new LinkedHashMap<>();
            int count = 0;
            for (Source source : sources) {
                Q left = source.amount();
                for (Map.Entry<String, Q> sink : sinks.entrySet()) {
                    Q part = left.least(sink.getValue());
                    if (part.sign() > 0) {
                        String one = at + "transfers[" + count++ + "].";
                        outcome.put(one + "from", source.bank());
                        outcome.put(one + "to", sink.getKey());
                        outcome.put(one + "amount", part.toString());
                        outcome.put(one + "when", source.later() ? "at_maturity" : "now");
                        outcome.put(one + "date", source.date());
                        sink.setValue(sink.getValue().minus(part));
                        left = left.minus(part);
                        if (!source.later()) {
                            received.merge(sink.getKey(), part, Q::plus);
                        }
                    }
                }
            }
            outcome.put(at + "transfers.count", Integer.toString(count));
            return received;
        }
    }
}
