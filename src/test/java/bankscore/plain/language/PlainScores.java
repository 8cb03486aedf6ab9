package bankscore.plain.language;

import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Measures, benchmarks, points, totals, ranks and shares of any scheme, step after step as {@code scheme.md} says. */
final class PlainScores {

    /** The names of a column of words in a table of banks. */
    static final List<String> LOCAL = List.of("地方法人", "local");

    final Node scheme;
    final Node situation;
    final LocalDate end;
    final List<Node> banks;
    List<String> assessed = new ArrayList<>();
    final Map<String, String> excluded = new LinkedHashMap<>();
    final Map<String, Map<String, Q>> measures = new LinkedHashMap<>();
    final Map<String, Optional<Q>> benchmarks = new LinkedHashMap<>();
    final Map<String, Map<String, Q>> points = new LinkedHashMap<>();
    final Map<String, Q> totals = new LinkedHashMap<>();
    final Map<String, Integer> ranks = new LinkedHashMap<>();
    /** The scores of each fund, where items have one. */
    final Map<String, PlainScores> funds = new LinkedHashMap<>();

    private final Optional<String> fund;

    PlainScores(Node whole, Node situation) {
        this.situation = situation;
        this.fund = Optional.empty();
        String period = situation.get("period").text();
        Node ofPeriod = inPeriod(whole, period.endsWith("Q4") ? "annual" : "interim");
        this.scheme = perFund(ofPeriod) ? onceABank(ofPeriod) : ofPeriod;
        int quarter = period.charAt(5) - '0';
        this.end = LocalDate.of(Integer.parseInt(period.substring(0, 4)), 1, 1)
                .plusMonths(3L * quarter)
                .minusDays(1);
        this.banks = situation.get("banks").list();
        eligible();
        require();
        boolean again = true;
        while (again) {
            define();
            again = leaveOut();
        }
        score();
        if (perFund(ofPeriod)) {
            fundsOf(situation).forEach(each -> funds.put(each, new PlainScores(this, ofPeriod, each)));
        }
    }

    /** Of a fund: what is scored once a bank is as it is; all else runs over those who have a figure for the fund. */
    private PlainScores(PlainScores once, Node whole, String fund) {
        this.situation = once.situation;
        this.fund = Optional.of(fund);
        this.end = once.end;
        this.banks = once.banks;
        Node items = Node.newList();
        for (Node item : whole.get("items").list()) {
            String own = item.text("fund", "*");
            if (own.equals("*") || own.equals(fund)) {
                items.add(item);
            }
        }
        this.scheme = Node.mapOf();
        scheme.map().putAll(whole.map());
        scheme.put("items", items);
        once.assessed.stream().filter(this::bids).forEach(assessed::add);
        measures.putAll(once.measures);
        benchmarks.putAll(once.benchmarks);
        whole.get("measures").map().forEach((id, measure) -> {
            if (!measures.containsKey(id)) {
                defineMeasure(id, measure);
            }
        });
        points.putAll(once.points);
        score();
    }

    /** Whether any bank has a row of the fund with figures for it. */
    boolean bids(String bank) {
        return situation.get("figures").find(bank).stream()
                .flatMap(figures -> BIDS.stream().flatMap(column -> figures.find(column).stream()))
                .anyMatch(byFund -> byFund.has(fund.orElseThrow()));
    }

    /** The columns of what banks bid. */
    private static final List<String> BIDS = List.of("bid_rate", "rate_limit");

    private static boolean perFund(Node scheme) {
        return scheme.get("items").list().stream().anyMatch(item -> item.has("fund"));
    }

    private static Node onceABank(Node whole) {
        Node items = Node.newList();
        whole.get("items").list().stream().filter(item -> !item.has("fund")).forEach(items::add);
        Node measures = Node.mapOf();
        measures.map().putAll(whole.get("measures").map());
        // A measure comes after those that it names.
        Set<String> bid = new TreeSet<>(BIDS);
        measures.map().forEach((id, measure) -> {
            if (PlainFormula.names(measure.get("formula").text()).stream().anyMatch(bid::contains)) {
                bid.add(id);
            }
        });
        measures.map().keySet().removeAll(bid);
        Node scheme = Node.mapOf();
        scheme.map().putAll(whole.map());
        return scheme.put("items", items).put("measures", measures);
    }

    /** Those of the pools, else those that somebody has figures for, in the order in which they are written. */
    private static Set<String> fundsOf(Node situation) {
        if (situation.has("pools")) {
            return situation.get("pools").map().keySet();
        }
        Set<String> funds = new LinkedHashSet<>();
        for (Node figures : situation.get("figures").map().values()) {
            figures.map().forEach((column, value) -> {
                if (BIDS.contains(column)) {
                    funds.addAll(value.map().keySet());
                }
            });
        }
        return funds;
    }

    /** The scores by which a fund is placed. */
    PlainScores of(String name) {
        return funds.getOrDefault(name, this);
    }

    /** Without the items of other periods, nor what is named by those alone. */
    private static Node inPeriod(Node whole, String word) {
        Node own = Node.newList();
        Node others = Node.newList();
        for (Node item : whole.get("items").list()) {
            boolean meant = !item.has("periods") || item.get("periods").texts().contains(word);
            (meant ? own : others).add(item);
        }
        Node scheme = Node.mapOf();
        scheme.map().putAll(whole.map());
        scheme.put("items", own);
        String text = own + " " + whole.find("assess") + " " + whole.find("allocation") + " " + whole.find("groups");
        Set<String> kept = named(whole, (word.equals("annual") ? text : text + " " + ofQuarters(whole)) + rows(whole));
        Set<String> gone = named(whole, others.toString());
        gone.removeAll(kept);
        for (String section : List.of("measures", "benchmarks")) {
            whole.find(section).ifPresent(all -> {
                Node left = Node.mapOf();
                left.map().putAll(all.map());
                left.map().keySet().removeAll(gone);
                scheme.put(section, left);
            });
        }
        return scheme;
    }

    /** The measures of whose quarters figures of the year are made: before the fourth quarter they are kept. */
    private static String ofQuarters(Node whole) {
        return whole.get("measures").map().values().stream()
                .filter(measure -> measure.text("over", "").equals("quarters"))
                .map(measure -> measure.get("formula").text())
                .collect(Collectors.joining(" "));
    }

    /** What the rows of quarters of all items name: it is kept whatever the period. */
    private static String rows(Node node) {
        return (node.has("running") ? " " + node.get("running") : "")
                + Stream.concat(node.map().values().stream(), node.list().stream())
                        .map(PlainScores::rows)
                        .collect(Collectors.joining());
    }

    /** The measures and benchmarks that a text names, and those that their formulas name in turn. */
    private static Set<String> named(Node whole, String text) {
        Set<String> found = new TreeSet<>();
        for (String section : List.of("measures", "benchmarks")) {
            whole.find(section)
                    .ifPresent(all -> all.map().forEach((id, definition) -> {
                        if (Pattern.compile("\\b" + id + "\\b").matcher(text).find()) {
                            found.add(id);
                            found.addAll(named(whole, definition.toString()));
                        }
                    }));
        }
        return found;
    }

    static String code(Node bank) {
        return bank.get("code").text();
    }

    Node bank(String code) {
        return banks.stream()
                .filter(bank -> code(bank).equals(code))
                .findFirst()
                .orElseThrow();
    }

    String kind(String code) {
        return bank(code).text("kind", "");
    }

    /** Whether a bank with a known opening date has been open for fewer months at the period's end. */
    boolean openBelow(Node bank, int months) {
        Optional<LocalDate> opened = bank.find("opened").map(Node::text).map(LocalDate::parse);
        return opened.isPresent() && opened.get().isAfter(end.plusDays(1).minusMonths(months));
    }

    private void eligible() {
        Node rule = scheme.find("assess").orElse(Node.mapOf());
        for (Node bank : banks) {
            String kind = bank.text("kind", "");
            if (bank.text("assessed", "true").equals("false")) {
                excluded.put(code(bank), "not_assessed");
            } else if ((rule.has("kinds") && !rule.get("kinds").texts().contains(kind))
                    || (rule.has("not_kinds") && rule.get("not_kinds").texts().contains(kind))) {
                excluded.put(code(bank), "kind");
            } else if (rule.has("min_months_open")
                    && openBelow(
                            bank, Integer.parseInt(rule.get("min_months_open").text()))) {
                excluded.put(code(bank), "too_new");
            } else if (situation.find("risks").map(Node::list).orElse(List.of()).stream()
                    .anyMatch(risk -> risk.get("bank").text().equals(code(bank))
                            && risk.get("disposal").text().equals("取消考核"))) {
                excluded.put(code(bank), "cancelled");
            } else {
                assessed.add(code(bank));
            }
        }
    }

    /** Decided once, on figures over those that are left. */
    private void require() {
        List<Node> all = scheme.find("assess")
                .flatMap(rule -> rule.find("require"))
                .map(Node::list)
                .orElse(List.of());
        if (all.isEmpty()) {
            return;
        }
        define();
        List<String> failing = assessed.stream()
                .filter(bank -> !all.stream().allMatch(condition -> holds(condition, bank)))
                .toList();
        failing.forEach(bank -> excluded.put(bank, "required"));
        assessed.removeAll(failing);
    }

    private boolean leaveOut() {
        List<String> without = new ArrayList<>();
        for (String bank : assessed) {
            boolean missing = scheme.get("measures").map().entrySet().stream()
                    .anyMatch(measure ->
                            measure.getValue().text("no_base", "zero").equals("exclude")
                                    && measure(measure.getKey(), bank).isEmpty());
            if (missing) {
                without.add(bank);
                excluded.put(bank, "no_base");
            }
        }
        assessed = assessed.stream().filter(bank -> !without.contains(bank)).toList();
        return !without.isEmpty();
    }

    // Measures and benchmarks.

    Optional<Q> measure(String id, String bank) {
        return Optional.ofNullable(measures.getOrDefault(id, Map.of()).get(bank));
    }

    private Optional<Q> look(String name, String bank) {
        if (benchmarks.containsKey(name)) {
            return benchmarks.getOrDefault(name, Optional.empty());
        }
        if (measures.containsKey(name)) {
            return measure(name, bank);
        }
        Optional<Node> figures = situation.get("figures").find(bank);
        return BIDS.contains(name)
                ? figures.flatMap(own -> own.find(name)).flatMap(byFund -> byFund.number(fund.orElse("")))
                : figure(name, bank);
    }

    /** A bank's own figure, or what the last quarter before used: of an older year only a balance. */
    Optional<Q> figure(String column, String bank) {
        return situation
                .get("figures")
                .find(bank)
                .flatMap(own -> own.number(column))
                .or(() -> situation.find("earlier").stream()
                        .flatMap(earlier -> earlier.map().entrySet().stream())
                        .reduce((one, other) -> other)
                        .filter(last -> last.getKey().startsWith(end.getYear() + "Q")
                                || column.equals("loans")
                                || column.equals("deposits"))
                        .flatMap(last -> last.getValue().find("figures"))
                        .flatMap(used -> used.find(bank))
                        .flatMap(own -> own.number(column)));
    }

    private List<String> population(Node definition, String formula) {
        List<String> all = definition.text("over", "assessed").equals("all")
                ? banks.stream().map(PlainScores::code).toList()
                : assessed;
        return all.stream()
                .filter(bank -> PlainFormula.names(formula).stream()
                        .allMatch(name ->
                                benchmarks.containsKey(name) || look(name, bank).isPresent()))
                .toList();
    }

    private static Q rounded(Node definition, Q value) {
        return definition.has("round")
                ? value.rounded(Integer.parseInt(definition.get("round").text()))
                : value;
    }

    private void define() {
        measures.clear();
        benchmarks.clear();
        for (Map.Entry<String, Node> section : scheme.map().entrySet()) {
            if (section.getKey().equals("measures")) {
                section.getValue().map().forEach(this::defineMeasure);
            } else if (section.getKey().equals("benchmarks")) {
                section.getValue().map().forEach(this::defineBenchmark);
            }
        }
    }

    private void defineBenchmark(String id, Node benchmark) {
        Optional<Q> published = benchmark
                .find("published")
                .flatMap(item -> situation.find("parameters").flatMap(given -> given.number(item.text())));
        Node computed = benchmark.find("else").orElse(benchmark);
        String formula = computed.text("formula", "");
        benchmarks.put(
                id,
                published.or(() -> formula.isEmpty()
                        ? Optional.empty()
                        : PlainFormula.value(formula, "", this::look, population(computed, formula))
                                .map(value -> rounded(computed, value))));
    }

    private void defineMeasure(String id, Node measure) {
        String formula = measure.get("formula").text();
        boolean ofYear = measure.text("over", "").equals("quarters");
        Map<String, Q> exact = new LinkedHashMap<>();
        List<String> population = measure.has("of") ? List.of() : population(measure, formula);
        for (Node bank : banks) {
            String code = code(bank);
            Optional<Q> value = ofYear
                    ? ofYear(measure, formula, code)
                    : measure.has("of")
                            ? records(measure, formula, code)
                            : PlainFormula.value(formula, code, this::look, population);
            value.ifPresent(each -> exact.put(code, rounded(measure, each)));
        }
        Map<String, Q> values = new LinkedHashMap<>(exact);
        if (measure.text("no_base", "zero").equals("average")) {
            boolean all = measure.text("over", "assessed").equals("all");
            List<Q> others = exact.entrySet().stream()
                    .filter(each -> all || assessed.contains(each.getKey()))
                    .map(Map.Entry::getValue)
                    .toList();
            PlainFormula.statistic("mean", others)
                    .ifPresent(mean -> banks.forEach(bank -> values.putIfAbsent(code(bank), rounded(measure, mean))));
        }
        measures.put(id, values);
    }

    /** Out of the quarters of the year since the rule began: those published before, and this one. */
    private Optional<Q> ofYear(Node measure, String of, String bank) {
        List<Q> values = new ArrayList<>();
        int quarter = end.getMonthValue() / 3;
        for (int before = 1; before < quarter; before++) {
            LocalDate ended =
                    LocalDate.of(end.getYear(), 1, 1).plusMonths(3L * before).minusDays(1);
            if (!ended.isBefore(
                    LocalDate.parse(scheme.get("in_force").get("from").text()))) {
                published(end.getYear() + "Q" + before, bank, of).ifPresent(values::add);
            }
        }
        measure(of, bank).ifPresent(values::add);
        return measure.get("of").text().equals("last")
                ? values.stream().reduce((one, other) -> other)
                : values.isEmpty()
                        ? Optional.empty()
                        : PlainFormula.statistic(measure.get("of").text(), values);
    }

    /** What an earlier quarter published of a bank's measure. */
    private Optional<Q> published(String period, String bank, String id) {
        return situation
                .find("earlier")
                .flatMap(earlier -> earlier.find(period))
                .flatMap(quarter -> quarter.get("measures")
                        .find(bank)
                        .flatMap(measures -> measures.number(id))
                        .or(() -> quarter.get("benchmarks").number(id)));
    }

    private Optional<Q> records(Node measure, String column, String bank) {
        int dot = column.indexOf('.');
        List<Node> rows = situation
                .get("figures")
                .find(bank)
                .flatMap(figures -> figures.find(column.substring(0, dot)))
                .map(Node::list)
                .orElse(List.of());
        List<Q> numbers = new ArrayList<>();
        for (Node row : rows) {
            row.number(column.substring(dot + 1))
                    .or(() -> measure.find("when_empty")
                            .flatMap(table ->
                                    scheme.get("values").get(table.text()).number(row.text("matter", ""))))
                    .ifPresent(numbers::add);
        }
        return measure.get("of").text().equals("count")
                ? Optional.of(Q.of(rows.size()))
                : PlainFormula.statistic(measure.get("of").text(), numbers);
    }

    // Points.

    private void score() {
        int decimals = Integer.parseInt(scheme.get("rounding").get("points").text());
        Optional<Q> floor = scheme.find("totals").flatMap(total -> total.number("floor"));
        for (String bank : assessed) {
            Map<String, Q> own = new LinkedHashMap<>(points.getOrDefault(bank, Map.of()));
            for (Node item : scheme.get("items").list()) {
                if (item.has("fund") != fund.isPresent()) {
                    continue;
                }
                Q weighted = raw(item, bank).times(item.number("weight").orElse(Q.of(1)));
                boolean deduction = item.get("kind").text().equals("deduction");
                own.put(item.get("id").text(), (deduction ? weighted.least(Q.ZERO) : weighted).rounded(decimals));
            }
            points.put(bank, own);
            Q sum = Q.sum(own.values());
            totals.put(bank, floor.map(sum::most).orElse(sum));
        }
        Optional<String> within =
                scheme.find("ranks").flatMap(ranks -> ranks.find("within")).map(Node::text);
        for (String bank : assessed) {
            long better = assessed.stream()
                    .filter(other ->
                            within.isEmpty() || group(within.get(), other).equals(group(within.get(), bank)))
                    .filter(other -> total(other).compareTo(total(bank)) > 0)
                    .count();
            ranks.put(bank, (int) better + 1);
        }
    }

    Q total(String bank) {
        return totals.getOrDefault(bank, Q.ZERO);
    }

    /** The points of the items of a group. */
    Q ofGroup(String group, String bank) {
        return Q.sum(scheme.get("items").list().stream()
                .filter(item -> item.text("group", "").equals(group))
                .map(item -> points.getOrDefault(bank, Map.of())
                        .getOrDefault(item.get("id").text(), Q.ZERO))
                .toList());
    }

    private Q raw(Node item, String bank) {
        String measure = item.get("measure").text();
        Optional<Q> own = measure(measure, bank);
        if ((item.has("applies_to") && !item.get("applies_to").texts().contains(kind(bank))) || own.isEmpty()) {
            return Q.ZERO;
        }
        if (item.has("only_if")) {
            Node gate = item.get("only_if");
            if (!holds(gate, bank)) {
                return gate.number("else").orElse(Q.ZERO);
            }
        }
        List<Q> values = assessed.stream()
                .filter(other -> !item.has("peers")
                        || group(item.get("peers").text(), other)
                                .equals(group(item.get("peers").text(), bank)))
                .flatMap(other -> measure(measure, other).stream())
                .toList();
        return PlainMethods.points(item.get("method"), own.get(), values, text -> reference(text, values, bank));
    }

    /** The group of an assessed bank: its kind, or the last band that begins at or below its value. */
    Optional<String> group(String id, String bank) {
        if (id.equals("机构类型")) {
            return Optional.of(kind(bank));
        }
        if (LOCAL.contains(id)) {
            return Optional.of(word(id, bank)).filter(word -> !word.isEmpty());
        }
        Node grouping = scheme.get("groups").get(id);
        boolean upper = grouping.text("closed", "lower").equals("upper");
        Optional<Q> own = look(grouping.get("by").text(), bank);
        Optional<String> found = Optional.empty();
        for (Node band : grouping.get("bands").list()) {
            int order = own.map(
                            value -> band.number("from").map(value::compareTo).orElse(1))
                    .orElse(-1);
            if (order > 0 || (order == 0 && !upper)) {
                found = Optional.of(band.get("name").text());
            }
        }
        return found;
    }

    /** What a column of words says; empty if nothing. */
    private String word(String column, String bank) {
        return LOCAL.contains(column)
                ? situation
                        .get("figures")
                        .find(bank)
                        .map(figures -> figures.text("local", ""))
                        .orElse("")
                : kind(bank);
    }

    private boolean holds(Node condition, String bank) {
        if (condition.has("all")) {
            return condition.get("all").list().stream().allMatch(part -> holds(part, bank));
        }
        if (condition.has("any")) {
            return condition.get("any").list().stream().anyMatch(part -> holds(part, bank));
        }
        if (condition.has("not")) {
            return !holds(condition.get("not"), bank);
        }
        if (condition.has("running")) {
            return isRunning(condition.get("running"), bank);
        }
        if (condition.has("text")) {
            boolean among = condition.has("one_of");
            return condition
                            .get(among ? "one_of" : "none_of")
                            .texts()
                            .contains(word(condition.get("text").text(), bank))
                    == among;
        }
        Optional<Q> value = look(condition.get("measure").text(), bank);
        return value.isPresent()
                && condition.map().entrySet().stream()
                        .allMatch(each -> holds(each.getKey(), each.getValue(), value.get(), bank));
    }

    /** This quarter, and those before it one by one. */
    private boolean isRunning(Node row, String bank) {
        String measure = row.get("measure").text();
        List<String> word = row.map().keySet().stream()
                .filter(key -> !key.equals("measure") && !key.equals("periods"))
                .toList();
        Node bound = row.get(word.get(0));
        Optional<Q> now = look(measure, bank);
        if (now.isEmpty() || !holds(word.get(0), bound, now.get(), bank)) {
            return false;
        }
        int count = Integer.parseInt(row.get("periods").text());
        for (int back = 1; back < count; back++) {
            LocalDate then = end.plusDays(1).minusMonths(3L * back).minusDays(1);
            String period = then.getYear() + "Q" + then.getMonthValue() / 3;
            Optional<Q> value = published(period, bank, measure);
            Optional<Q> limit = Character.isLetter(bound.text().charAt(0))
                    ? published(period, bank, bound.text())
                    : Optional.of(bound.number());
            if (value.isEmpty() || limit.isEmpty() || !compares(word.get(0), value.get(), limit.get())) {
                return false;
            }
        }
        return true;
    }

    private boolean holds(String comparison, Node bound, Q value, String bank) {
        if (comparison.equals("measure") || comparison.equals("else")) {
            return true;
        }
        Optional<Q> against = reference(bound.text(), List.of(), bank);
        return against.isPresent() && compares(comparison, value, against.get());
    }

    private static boolean compares(String comparison, Q value, Q against) {
        int order = value.compareTo(against);
        return switch (comparison) {
            case "at_least" -> order >= 0;
            case "above" -> order > 0;
            case "at_most" -> order <= 0;
            case "below" -> order < 0;
            default -> throw new IllegalArgumentException(comparison);
        };
    }

    Optional<Q> reference(String text, List<Q> values, String bank) {
        if (text.equals("mean") || text.equals("median")) {
            return PlainFormula.statistic(text, values);
        }
        if (text.equals("best")) {
            return PlainFormula.statistic("max", values);
        }
        return Character.isLetter(text.charAt(0)) ? look(text, bank) : Optional.of(Q.of(text));
    }

    // Shares.

    Q share(String bank) {
        Q sum = Q.sum(totals.values());
        return sum.sign() > 0 ? total(bank).over(sum) : Q.ZERO;
    }

    /** Percent by largest remainder; ties to the higher total, then the roster. */
    Map<String, Q> percents() {
        int decimals = scheme.find("shares")
                .map(shares -> Integer.parseInt(shares.get("decimals").text()))
                .orElse(2);
        Q units = new Q(BigInteger.TEN.pow(decimals + 2), BigInteger.ONE);
        Map<String, Q> whole = new LinkedHashMap<>();
        Map<String, Q> left = new LinkedHashMap<>();
        for (String bank : assessed) {
            Q exact = share(bank).times(units);
            whole.put(bank, exact.whole(RoundingMode.FLOOR));
            left.put(bank, exact.minus(exact.whole(RoundingMode.FLOOR)));
        }
        Q missing = Q.sum(left.values());
        List<String> order = assessed.stream()
                .sorted(Comparator.comparing((String bank) -> left.getOrDefault(bank, Q.ZERO))
                        .reversed()
                        .thenComparing(Comparator.comparing(this::total).reversed()))
                .toList();
        for (int i = 0; Q.of(i).compareTo(missing) < 0; i++) {
            whole.merge(order.get(i), Q.of(1), Q::plus);
        }
        whole.replaceAll((bank, unit) -> unit.times(Q.of(100)).over(units));
        return whole;
    }

    /** All that can be expected of the scores, by the paths that cases use. */
    Map<String, String> outcome() {
        Map<String, String> outcome = new TreeMap<>();
        benchmarks.forEach((id, value) ->
                outcome.put("benchmarks." + id, value.map(Q::toString).orElse("null")));
        Map<String, Q> percents = percents();
        excluded.forEach((bank, reason) -> outcome.put("excluded." + bank, reason));
        for (Node bank : banks) {
            for (String id : measures.keySet()) {
                outcome.put(
                        "measures." + code(bank) + "." + id,
                        measure(id, code(bank)).map(Q::toString).orElse("null"));
            }
        }
        for (String bank : assessed) {
            points.getOrDefault(bank, Map.of())
                    .forEach((item, each) -> outcome.put("points." + bank + "." + item, each.toString()));
            scheme.find("groups")
                    .ifPresent(groups -> groups.map()
                            .keySet()
                            .forEach(id -> outcome.put(
                                    "groups." + bank + "." + id, group(id, bank).orElse("null"))));
            if (funds.isEmpty()) {
                standing("", bank, percents, outcome);
            }
        }
        funds.forEach((name, own) -> own.ofFund("funds." + name + ".", outcome));
        return outcome;
    }

    private void standing(String at, String bank, Map<String, Q> percents, Map<String, String> outcome) {
        outcome.put(at + "totals." + bank, total(bank).toString());
        outcome.put(at + "ranks." + bank, String.valueOf(ranks.get(bank)));
        outcome.put(at + "shares." + bank, share(bank).toString());
        outcome.put(at + "percents." + bank, percents.getOrDefault(bank, Q.ZERO).toString());
    }

    private void ofFund(String at, Map<String, String> outcome) {
        Map<String, Q> percents = percents();
        for (String bank : assessed) {
            standing(at, bank, percents, outcome);
            for (Node item : scheme.get("items").list()) {
                if (item.has("fund")) {
                    String id = item.get("id").text();
                    String measure = item.get("measure").text();
                    outcome.put(
                            at + "points." + bank + "." + id,
                            points.getOrDefault(bank, Map.of())
                                    .getOrDefault(id, Q.ZERO)
                                    .toString());
                    if (measure.startsWith("f_")) {
                        outcome.put(
                                at + "measures." + bank + "." + measure,
                                measure(measure, bank).map(Q::toString).orElse("null"));
                    }
                }
            }
        }
    }
}
