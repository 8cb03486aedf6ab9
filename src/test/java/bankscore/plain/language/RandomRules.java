package bankscore.plain.language;

import bankscore.contribution.load.RuleFiles;
import bankscore.finding.ConfigException;
import bankscore.intake.Dataset;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** Random schemes that use the whole language, and random quarters with many ties, zeros, negatives and gaps. */
final class RandomRules {

    /** Those of which the last published figure counts where none was sent: two balances, an opening figure, a running total. */
    private static final List<String> LATE = List.of("loans", "deposits", "loans_opening", "tax");

    private static final List<String> COLUMNS =
            List.of("loans", "loans_opening", "deposits", "tax", "platform_amount", "judged_score");
    private static final List<String> KINDS = List.of("甲", "乙", "丙");
    private static final List<String> FUNDS = List.of("社保", "其他");

    final Random random;
    private final List<String> measures = new ArrayList<>();
    private final List<String> benchmarks = new ArrayList<>();
    private boolean grouped;
    private boolean ranked;
    private boolean perFund;
    /** Measures of what banks bid. */
    private final List<String> bids = new ArrayList<>();

    /** The datasets that schemes and quarters are about. */
    static List<Dataset> datasets() throws ConfigException, IOException {
        return RuleFiles.datasets(Map.of("credit", LATE, "tax", LATE));
    }

    private RandomRules(long seed) {
        this.random = new Random(seed);
    }

    /** A scheme and a quarter. */
    record Pair(Node scheme, Node situation) {}

    static Pair of(long seed) {
        RandomRules rules = new RandomRules(seed);
        return new Pair(rules.scheme(), rules.situation());
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    String number(int least, int most) {
        int whole = least + random.nextInt(most - least + 1);
        return switch (random.nextInt(4)) {
            case 0 -> whole + ".5";
            case 1 -> whole + "." + (10 + random.nextInt(90));
            default -> Integer.toString(whole);
        };
    }

    // The scheme.

    private Node scheme() {
        grouped = chance(30);
        ranked = grouped && chance(60);
        Node scheme = Node.mapOf("rule", "test", "scheme", "test", "title", "测试");
        scheme.put(
                "in_force", Node.mapOf("from", one(List.of("2000-01-01", "2000-01-01", "2022-04-15", "2022-06-30"))));
        scheme.put("source", Node.mapOf("document", "办法"));
        scheme.put("rounding", Node.mapOf("points", random.nextInt(4)));
        if (chance(70)) {
            scheme.put("totals", Node.mapOf("floor", "0"));
        }
        if (chance(50)) {
            scheme.put("shares", Node.mapOf("decimals", random.nextInt(4)));
        }
        if (chance(40)) {
            scheme.put("cycle", one(List.of("quarter", "half_year", "year")));
        }
        if (chance(50)) {
            Node assess = Node.mapOf();
            if (chance(60)) {
                assess.put("min_months_open", one(List.of("12", "24")));
            }
            if (chance(20)) {
                assess.put("kinds", Node.newList().add("甲").add("乙"));
            }
            if (chance(20)) {
                assess.put("not_kinds", Node.newList().add("丙"));
            }
            scheme.put("assess", assess);
        }
        scheme.put("values", Node.mapOf("cost", Node.mapOf("资金拨付", number(0, 2), "单据传送", number(0, 2))));
        Node first = Node.mapOf();
        for (int i = 0; i < 3 + random.nextInt(3); i++) {
            String id = "m_" + (char) ('a' + i);
            first.put(id, measure());
            measures.add(id);
        }
        first.put("faults", faults());
        measures.add("faults");
        if (chance(50)) {
            List<String> before = List.copyOf(measures);
            for (int i = 0; i < 1 + random.nextInt(2); i++) {
                String id = "y_" + (char) ('a' + i);
                first.put(id, ofYear(one(before)));
                measures.add(id);
            }
        }
        Node then = Node.mapOf();
        for (int i = 0; i < random.nextInt(3); i++) {
            String id = "b_" + (char) ('a' + i);
            then.put(id, benchmark());
            benchmarks.add(id);
        }
        perFund = chance(30);
        for (int i = 0; perFund && i < 2; i++) {
            String id = "f_" + (char) ('a' + i);
            first.put(id, bid());
            bids.add(id);
        }
        scheme.put("measures", first);
        if (!benchmarks.isEmpty()) {
            scheme.put("benchmarks", then);
        }
        Node items = Node.newList();
        for (String measure : measures) {
            items.add(item("i_" + items.list().size(), measure, PlainMethods.random(this)));
        }
        for (String benchmark : benchmarks) {
            Node method = Node.mapOf("ratio_to_reference", Node.mapOf("full", number(1, 30), "reference", benchmark));
            items.add(item("i_" + items.list().size(), one(measures), method));
        }
        for (int i = 0; perFund && i < 2 + random.nextInt(2); i++) {
            items.add(ofFund(item(
                    "i_" + items.list().size(),
                    i < bids.size() ? bids.get(i) : one(chance(50) ? bids : measures),
                    PlainMethods.random(this))));
        }
        scheme.put("items", items);
        if (grouped) {
            Node bands = Node.newList();
            bands.add(chance(60) ? Node.mapOf("name", "小") : Node.mapOf("name", "小", "from", number(-1, 2)));
            bands.add(Node.mapOf("name", "中", "from", 3 + random.nextInt(2)));
            bands.add(Node.mapOf("name", "大", "from", number(20, 90)));
            Node tier = Node.mapOf("by", chance(50) ? one(measures) : one(COLUMNS), "bands", bands);
            if (chance(30)) {
                tier.put("closed", one(List.of("upper", "lower")));
            }
            scheme.put("groups", Node.mapOf("tier", tier));
            if (ranked) {
                scheme.put("ranks", Node.mapOf("within", "tier"));
            }
        }
        if (chance(25)) {
            Node required = condition(1);
            required.put("else", "不够");
            Node assess = scheme.find("assess").orElse(Node.mapOf());
            assess.put("require", Node.newList().add(required));
            scheme.put("assess", assess);
        }
        if (ranked || chance(80)) {
            // Places within groups order nobody else: then each fund shares within them.
            boolean within = ranked || (grouped && chance(50));
            Node allocation = within ? within(rule()) : rule();
            if (chance(40)) {
                // A fund may say nothing of groups: then what it says holds in those of all funds.
                allocation.put(
                        "funds", Node.mapOf("社保", within && chance(60) ? within(rule()) : within ? lots() : rule()));
            }
            scheme.put("allocation", allocation);
        }
        return scheme;
    }

    private String name() {
        return measures.isEmpty() || chance(70) ? one(COLUMNS) : one(measures);
    }

    private Node measure() {
        String x = name();
        String y = name();
        String z = one(COLUMNS);
        String formula = switch (random.nextInt(12)) {
            case 0 -> x;
            case 1 -> x + " - " + y + " * 2";
            case 2 -> "(" + x + " - " + z + ") / " + z + " * 100";
            case 3 -> x + " / sum(" + x + ") * 100";
            case 4 -> x + " - mean(" + y + ")";
            case 5 -> "max(" + x + ") - " + x + " + min(" + y + " * 2)";
            case 6 -> x + " / count(" + y + ") + 0.25";
            case 7 -> "-" + x + " + 2.5 * " + y;
            case 8 -> "least(" + x + ", " + y + ", " + number(0, 9) + ") * 2";
            case 9 -> "most(" + x + " - " + y + ", 0) / (" + z + " - 3)";
            case 10 -> x + " - median(" + x + " - mean(" + y + "))";
            default -> "(" + x + " + " + y + ") / (" + z + " - 3)";
        };
        Node measure = Node.mapOf("name", "测", "formula", formula);
        if (chance(60)) {
            measure.put("round", random.nextInt(4));
        }
        return over(noBase(measure));
    }

    /** A figure of the year. */
    private Node ofYear(String of) {
        Node measure =
                Node.mapOf("name", "年", "formula", of, "over", "quarters", "of", one(List.of("mean", "sum", "last")));
        if (chance(60)) {
            measure.put("round", random.nextInt(4));
        }
        return noBase(measure);
    }

    /** A measure of what banks bid: alone, beside others' bids, or beside what is known of the bank. */
    private Node bid() {
        String x = bids.isEmpty() || chance(50) ? one(List.of("bid_rate", "rate_limit")) : one(bids);
        String formula = switch (random.nextInt(6)) {
            case 0 -> x;
            case 1 -> "bid_rate / rate_limit * 100";
            case 2 -> x + " - mean(" + x + ")";
            case 3 -> x + " + " + one(measures) + " / count(" + x + ")";
            case 4 -> "least(" + x + ", " + one(COLUMNS) + ") - max(" + x + ")";
            default -> x + " * 2 - 3";
        };
        // Whatever a formula says, it depends on a bid.
        Node measure = Node.mapOf("name", "报", "formula", formula + " + 0 * rate_limit");
        if (chance(60)) {
            measure.put("round", random.nextInt(4));
        }
        if (chance(40)) {
            measure.put("no_base", one(List.of("zero", "average")));
        }
        return over(measure);
    }

    /** The item scored for a fund or for each; in all periods, or there would be quarters without. */
    private Node ofFund(Node item) {
        item.map().remove("periods");
        return item.put("fund", one(List.of("*", "*", "社保", "其他")));
    }

    private Node noBase(Node measure) {
        if (chance(50)) {
            measure.put("no_base", one(List.of("zero", "zero", "average", "average", "exclude")));
        }
        return measure;
    }

    private Node over(Node definition) {
        if (chance(25)) {
            definition.put("over", one(List.of("all", "assessed")));
        }
        return definition;
    }

    private Node faults() {
        Node faults = Node.mapOf(
                "name",
                "错",
                "formula",
                "service.points",
                "of",
                one(List.of("sum", "mean", "max", "count")),
                "when_empty",
                "cost");
        if (chance(50)) {
            faults.put("round", "2");
        }
        return noBase(faults);
    }

    private Node benchmark() {
        String formula = switch (random.nextInt(4)) {
            case 0 -> "sum(" + name() + ") / sum(" + one(COLUMNS) + ") * 100";
            case 1 -> "mean(" + name() + ")";
            case 2 -> "max(" + name() + ") - min(" + name() + ")";
            default -> benchmarks.isEmpty() ? "median(" + name() + ")" : benchmarks.get(0) + " * 2 + 1";
        };
        Node computed = over(Node.mapOf("formula", formula));
        if (chance(60)) {
            computed.put("round", "2");
        }
        return chance(50) ? computed : Node.mapOf("published", "公布值", "else", computed);
    }

    private Node item(String id, String measure, Node method) {
        Node item =
                Node.mapOf("id", id, "name", id, "measure", measure, "method", method, "clause", "一", "mark", "text");
        String kind = one(List.of("base", "base", "bonus", "deduction"));
        item.put("kind", kind);
        if (id.equals("i_0") || chance(30)) {
            item.put("group", "块");
        }
        if (chance(20)) {
            item.put("weight", one(List.of("85%", "0.15", "33.3%")));
        }
        if (chance(25)) {
            item.put("peers", grouped && chance(60) ? "tier" : one(List.of("机构类型", "机构类型", "地方法人", "local")));
        }
        if (chance(20)) {
            item.put("applies_to", Node.newList().add(one(KINDS)).add("甲"));
        }
        if (!id.equals("i_0") && chance(20)) {
            item.put("periods", Node.newList().add(one(List.of("annual", "interim"))));
        }
        // A deduction that can never deduct is refused: its gate sees to it.
        boolean deduction = kind.equals("deduction");
        if (deduction || chance(30)) {
            Node gate = condition(2);
            if (deduction || chance(50)) {
                gate.put("else", deduction ? "-" + number(1, 3) : number(-3, 3));
            }
            item.put("only_if", gate);
        }
        return item;
    }

    /** A condition in which others may stand, so many deep. */
    private Node condition(int deep) {
        int word = random.nextInt(10);
        if (deep > 0 && word < 2) {
            return Node.mapOf(
                    one(List.of("all", "any")),
                    Node.newList().add(condition(deep - 1)).add(condition(deep - 1)));
        }
        if (deep > 0 && word == 2) {
            return Node.mapOf("not", condition(deep - 1));
        }
        if (word == 3) {
            boolean local = chance(50);
            return Node.mapOf(
                    "text",
                    local ? one(PlainScores.LOCAL) : "机构类型",
                    one(List.of("one_of", "none_of")),
                    local
                            ? Node.newList().add(one(List.of("是", "否")))
                            : Node.newList().add(one(KINDS)).add("甲"));
        }
        if (word == 4) {
            Node row = Node.mapOf("measure", one(measures), "periods", 2 + random.nextInt(4));
            List<String> bounds = new ArrayList<>(List.of(number(-2, 400), number(-2, 8), one(measures)));
            bounds.addAll(benchmarks);
            return Node.mapOf("running", row.put(one(List.of("at_least", "above", "at_most", "below")), one(bounds)));
        }
        Node compared = Node.mapOf("measure", chance(70) ? one(measures) : one(COLUMNS));
        String bound = benchmarks.isEmpty() || chance(60) ? number(-2, 8) : one(benchmarks);
        compared.put(one(List.of("at_least", "above", "at_most", "below")), chance(80) ? bound : one(measures));
        return compared;
    }

    String reference() {
        List<String> all = new ArrayList<>(List.of("mean", "median", "best"));
        all.addAll(measures);
        all.addAll(benchmarks);
        return chance(25) ? number(1, 9) : one(all);
    }

    /** A reference of a method, which may also be the mean of the best. */
    Node against() {
        return chance(15) ? Node.mapOf("mean_of_best", 1 + random.nextInt(4)) : Node.textOf(reference());
    }

    /** The same with money of its own for each group, or for all but one. */
    private Node within(Node rule) {
        Node groups = Node.mapOf();
        // By words where banks are not ranked within groups of their own.
        boolean words = !ranked && chance(30);
        List<String> names = words ? List.of("是", "否") : chance(30) ? List.of("大", "小") : List.of("小", "中", "大");
        for (String name : names) {
            Node own = chance(50) ? form(Node.mapOf()) : Node.mapOf();
            if (own.map().isEmpty() ? !byRank(rule) && chance(20) : !byRank(own) && chance(20)) {
                own.put("adjust", adjusts());
            } else if (byRank(own)) {
                own.put("adjust", "none");
            }
            own.put("percent_of_pool", number(5, 32));
            if (chance(25)) {
                own.put("take", Node.mapOf("best", 1 + random.nextInt(2)));
            }
            if (chance(25)) {
                own.put("cap", Node.mapOf("percent_of_pool", number(5, 60)));
            }
            groups.put(name, own);
        }
        return rule.put("within", words ? one(PlainScores.LOCAL) : "tier").put("groups", groups);
    }

    private Node rule() {
        Node rule = form(Node.mapOf());
        if (byRank(rule)) {
            rule.put("adjust", "none");
        } else if (chance(25)) {
            rule.put("adjust", adjusts());
        }
        return limits(rule);
    }

    private static boolean byRank(Node rule) {
        return rule.has("amounts_by_rank") || rule.has("percents_by_rank");
    }

    private Node adjusts() {
        Node all = Node.newList();
        for (int i = 0; i < 1 + random.nextInt(2); i++) {
            Node adjust = Node.mapOf(
                    "by",
                    one(measures),
                    "per",
                    number(1, 5),
                    "amount",
                    number(-9, 9),
                    "steps",
                    one(List.of("whole", "pro_rata", "started")));
            if (chance(50)) {
                adjust.put("reference", against());
            }
            all.add(adjust);
        }
        return all;
    }

    private Node form(Node rule) {
        switch (random.nextInt(9)) {
            case 0 -> rule.put("share_by", "total");
            case 1 -> rule.put("share_by", one(measures));
            case 2 -> rule.put("share_by", "equal");
            case 3 -> rule.put("share_by", Node.mapOf("above", number(0, 12)));
            case 4 -> {
                Node parts = Node.newList();
                parts.add(Node.mapOf("percent", "40", "by", one(measures)));
                parts.add(
                        Node.mapOf("percent", "60", "by", chance(40) ? "total" : chance(30) ? "equal" : one(measures)));
                rule.put("share_by", Node.mapOf("parts", parts));
            }
            case 5 ->
                rule.put("amounts_by_rank", Node.newList().add("50").add("30.5").add("20"));
            case 6 ->
                rule.put("percents_by_rank", Node.newList().add("40").add("30").add("12.5"));
            default -> rule.put("share_by", "total");
        }
        return rule;
    }

    /** What a fund may say whatever the form of the groups. */
    private Node lots() {
        Node rule = Node.mapOf("lot", one(List.of("0.5", "3")));
        return chance(50) ? rule : rule.put("cap", Node.mapOf("percent_of_pool", number(5, 30)));
    }

    private Node limits(Node rule) {
        if (chance(25)) {
            Node take = Node.mapOf();
            if (chance(70)) {
                take.put("best", 1 + random.nextInt(4));
            }
            if (chance(50)) {
                take.put("min_total", number(0, 10));
            }
            rule.put("take", take);
        }
        if (chance(25)) {
            Node where = switch (random.nextInt(3)) {
                case 0 -> Node.mapOf("months_open_below", "12");
                case 1 -> Node.mapOf("kind", one(KINDS));
                default -> Node.mapOf("banks", Node.newList().add("A").add("C"));
            };
            rule.put("first", Node.newList().add(Node.mapOf("where", where, "amount", number(0, 15))));
        }
        if (chance(40)) {
            Node cap = switch (random.nextInt(4)) {
                case 0 -> Node.mapOf("percent_of_own_deposits", "150");
                case 1 -> Node.mapOf("amount", number(1, 60));
                case 2 ->
                    Node.mapOf(
                            "amounts_by_rank",
                            Node.newList().add("60").add("25.5").add("10"));
                default -> Node.mapOf("percent_of_pool", number(5, 60));
            };
            rule.put("cap", chance(25) ? cap.put("amount", number(10, 40)) : cap);
        }
        if (chance(20)) {
            rule.put(
                    "require",
                    Node.newList()
                            .add(Node.mapOf("group", "块", "at_least", number(0, 12)))
                            .add(Node.mapOf("total", number(-5, 9))));
        }
        if (chance(20)) {
            rule.put("floor", number(1, 9));
        }
        if (chance(60)) {
            rule.put("lot", one(List.of("1", "10", "0.01", "2.5", "7")));
        }
        if (chance(40)) {
            rule.put("tie_order", Node.newList().add(one(measures)).add(one(List.of("total", "roster"))));
        }
        if (chance(30)) {
            rule.put("outside", one(List.of("keep", "withdraw")));
        }
        if (chance(20)) {
            rule.put("moves", one(List.of("false", "true")));
        }
        return rule;
    }

    // The quarter.

    private String figure() {
        return switch (random.nextInt(8)) {
            case 0 -> "0";
            case 1 -> "-" + number(1, 9);
            case 2, 3 -> number(0, 500);
            default -> Integer.toString(random.nextInt(6));
        };
    }

    private Node situation() {
        Node situation =
                Node.mapOf("name", "random", "period", one(List.of("2022Q4", "2022Q4", "2022Q3", "2022Q1", "2022Q2")));
        Node banks = Node.newList();
        Node figures = Node.mapOf();
        int count = 1 + random.nextInt(8);
        for (int i = 0; i < count; i++) {
            String code = Character.toString('A' + i);
            Node bank = Node.mapOf("code", code, "kind", one(KINDS));
            if (chance(30)) {
                bank.put(
                        "opened",
                        LocalDate.of(2021, 12, 29).plusDays(random.nextInt(6)).minusYears(random.nextInt(3)));
            }
            if (chance(10)) {
                bank.put("assessed", "false");
            }
            banks.add(bank);
            Node own = Node.mapOf();
            for (String column : COLUMNS) {
                if (chance(93)) {
                    own.put(column, figure());
                }
            }
            Node faults = Node.newList();
            for (int row = 0; row < random.nextInt(4); row++) {
                Node fault = Node.mapOf("matter", one(List.of("资金拨付", "单据传送", "其他")));
                faults.add(chance(50) ? fault.put("points", number(0, 3)) : fault);
            }
            if (perFund) {
                bids(own);
            }
            if (chance(80)) {
                own.put("local", one(List.of("是", "否")));
            }
            figures.put(code, own.put("service", faults));
        }
        situation.put("banks", banks).put("figures", figures);
        if (chance(40)) {
            situation.put("parameters", Node.mapOf("公布值", number(1, 90)));
        }
        if (chance(70)) {
            situation.put("earlier", earlier(situation.get("period").text(), banks));
        }
        if (chance(90)) {
            money(situation, banks);
        }
        Node risks = Node.newList();
        for (Node bank : banks.list()) {
            if (chance(15)) {
                risks.add(Node.mapOf("bank", bank.get("code"), "disposal", one(List.of("收回", "暂停新增"))));
            }
            if (chance(10)) {
                risks.add(Node.mapOf("bank", bank.get("code"), "disposal", "暂停新增"));
            }
            if (chance(8)) {
                risks.add(Node.mapOf("bank", bank.get("code"), "disposal", "取消考核"));
            }
        }
        situation.find("earlier").filter(earlier -> chance(60)).ifPresent(earlier -> late(earlier, banks));
        return situation.put("risks", risks).put("expect", Node.mapOf("plan", "none"));
    }

    /** What the last quarter before used, of some banks some figures; whoever sent one now keeps it. */
    private void late(Node earlier, Node banks) {
        List<Node> quarters = List.copyOf(earlier.map().values());
        if (!quarters.isEmpty()) {
            Node used = Node.mapOf();
            for (Node bank : banks.list()) {
                Node own = Node.mapOf();
                LATE.stream().filter(column -> chance(70)).forEach(column -> own.put(column, figure()));
                used.put(bank.get("code").text(), own);
            }
            quarters.get(quarters.size() - 1).put("figures", used);
        }
    }

    /** What the quarters of the year, and the last one of the year before, published, with gaps. */
    private Node earlier(String period, Node banks) {
        Node earlier = Node.mapOf();
        for (int quarter = 0; quarter < period.charAt(5) - '0'; quarter++) {
            if (chance(90)) {
                Node published = Node.mapOf();
                for (Node bank : banks.list()) {
                    Node own = Node.mapOf();
                    measures.stream().filter(measure -> chance(80)).forEach(measure -> own.put(measure, figure()));
                    published.put(bank.get("code").text(), own);
                }
                Node ofAll = Node.mapOf();
                benchmarks.stream().filter(benchmark -> chance(80)).forEach(each -> ofAll.put(each, figure()));
                earlier.put(
                        quarter == 0 ? "2021Q4" : "2022Q" + quarter,
                        Node.mapOf("measures", published, "benchmarks", ofAll));
            }
        }
        return earlier;
    }

    /** What a bank bids for some of the funds; now and then one of its figures is missing. */
    private void bids(Node own) {
        Node rates = Node.mapOf();
        Node limits = Node.mapOf();
        for (String fund : FUNDS) {
            if (chance(70)) {
                rates.put(fund, figure());
                if (chance(90)) {
                    limits.put(fund, figure());
                }
            }
        }
        if (!rates.map().isEmpty()) {
            own.put("bid_rate", rates);
        }
        if (!limits.map().isEmpty()) {
            own.put("rate_limit", limits);
        }
    }

    private void money(Node situation, Node banks) {
        Node pools = Node.mapOf();
        Node holdings = Node.newList();
        Set<String> funds = new TreeSet<>(chance(60) ? FUNDS : List.of("社保"));
        for (String fund : funds) {
            pools.put(fund, number(0, 300));
            for (Node bank : banks.list()) {
                for (int row = 0; row < random.nextInt(3); row++) {
                    int held = random.nextInt(60);
                    Node holding = Node.mapOf("fund", fund, "bank", bank.get("code"), "held", held);
                    if (chance(50)) {
                        holding.put("unmatured", random.nextInt(held + 1));
                    }
                    if (chance(50)) {
                        holding.put("due", "2023-0" + (1 + random.nextInt(3)) + "-15");
                    }
                    holdings.add(holding);
                }
            }
        }
        situation.put("pools", pools).put("holdings", holdings);
    }
}
