package bankscore.contribution;

import bankscore.contribution.allocation.AllocationRule;
import bankscore.contribution.allocation.AllocationRule.Outside;
import bankscore.contribution.allocation.AllocationRule.Safety;
import bankscore.contribution.allocation.ByTotal;
import bankscore.contribution.allocation.Take;
import bankscore.contribution.allocation.Tie;
import bankscore.contribution.judge.Judgement;
import bankscore.contribution.judge.Report;
import bankscore.contribution.load.RuleFiles;
import bankscore.contribution.method.Bands;
import bankscore.contribution.method.Better;
import bankscore.contribution.method.Method;
import bankscore.contribution.method.RatioToBest;
import bankscore.contribution.papers.ResultJson;
import bankscore.contribution.quarter.Holding;
import bankscore.contribution.quarter.Pool;
import bankscore.contribution.quarter.Quarter;
import bankscore.contribution.quarter.Risk;
import bankscore.contribution.say.WorkingSentence;
import bankscore.contribution.scheme.Cycle;
import bankscore.contribution.scheme.Item;
import bankscore.contribution.scheme.Scheme;
import bankscore.exact.Fraction;
import bankscore.exact.Money;
import bankscore.exact.Period;
import bankscore.exact.Rounding;
import bankscore.facts.FactTable;
import bankscore.facts.Figure;
import bankscore.facts.RecordSummary;
import bankscore.facts.Subject;
import bankscore.facts.register.Register;
import bankscore.finding.Code;
import bankscore.finding.PrintedFinding;
import bankscore.finding.Words;
import bankscore.load.WordsLoader;
import bankscore.office.RunFacts;
import bankscore.rule.Definition;
import bankscore.rule.Definition.Benchmark;
import bankscore.rule.Definition.Measure;
import bankscore.rule.Definition.NoBase;
import bankscore.rule.Definition.Population;
import bankscore.rule.Definitions;
import bankscore.rule.Formula;
import bankscore.rule.FormulaException;
import bankscore.rule.FormulaParser;
import bankscore.rule.Mark;
import bankscore.rule.RuleHead;
import bankscore.rule.Source;
import bankscore.rule.Statistic;
import bankscore.rule.ValueTable;
import bankscore.sheet.Place;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A small invented quarter under the Shangrao scheme, and words of a rule for others. */
public final class PaperFixture {

    public static final ZonedDateTime STARTED = ZonedDateTime.of(2023, 1, 18, 9, 30, 0, 0, ZoneId.of("Asia/Shanghai"));

    private PaperFixture() {}

    public static Words words() {
        return WordsLoader.load();
    }

    // ---- Words of a rule ------------------------------------------------------------------------------------------

    public static Method taxBands() {
        long[] bounds = {500, 1000, 3000, 5000, 8000, 10000};
        List<Bands.Band> bands = new ArrayList<>();
        for (int i = 0; i <= bounds.length; i++) {
            bands.add(new Bands.Band(
                    i == 0 ? Optional.empty() : Optional.of(Fraction.of(bounds[i - 1])),
                    i > 0,
                    i == bounds.length ? Optional.empty() : Optional.of(Fraction.of(bounds[i])),
                    false,
                    Fraction.of(5L * i)));
        }
        return new Bands(bands);
    }

    public static Method best(long full) {
        return new RatioToBest(Fraction.of(full), Better.HIGHER);
    }

    public static Scheme scheme(
            String id, String title, List<Definition> definitions, List<Item> items, Map<String, ValueTable> values) {
        return new Scheme(
                new RuleHead(id, "shangrao", title, LocalDate.of(2022, 1, 13), Optional.empty(), "0".repeat(64)),
                new Source(
                        "关于进一步推动银行保险业加快发展的意见",
                        "",
                        Optional.of(LocalDate.of(2022, 1, 13)),
                        List.of("三(一)2"),
                        Map.of(),
                        List.of()),
                new Scheme.Scoring(
                        Optional.of(Fraction.of(100)),
                        Rounding.halfUp(2, "D6"),
                        Optional.of(Fraction.ZERO),
                        2,
                        Scheme.Doubts.USUAL,
                        Scheme.Groups.NONE),
                new Scheme.Eligibility(Optional.of(12), List.of(), List.of(), List.of(), Mark.ASSUMED),
                new Definitions(values, definitions),
                items,
                new Scheme.Placing(rule(), Map.of(), Cycle.YEAR),
                Map.of(),
                Map.of(),
                List.of());
    }

    static AllocationRule rule() {
        return new AllocationRule(
                new ByTotal(),
                Take.ALL,
                List.of(),
                AllocationRule.Bounds.NONE,
                new AllocationRule.Lots(Money.ofWan("1"), List.of(new Tie.Total(), new Tie.RosterOrder())),
                Map.of("收回", Safety.WITHDRAW_NOW, "暂停新增", Safety.FREEZE),
                Outside.KEEP,
                "三(一)2",
                Mark.READING);
    }

    /** A measure; decimals below 0: not rounded. */
    public static Measure measure(String id, String name, String unit, String formula, int decimals) {
        return new Measure(
                id,
                name,
                unit,
                parse(formula),
                Optional.empty(),
                Optional.empty(),
                decimals < 0 ? Optional.empty() : Optional.of(Rounding.halfUp(decimals, "D5")),
                NoBase.ZERO,
                Population.ASSESSED,
                "三(一)2",
                Mark.READING);
    }

    public static Measure records(String id, String name, String column, Statistic of, Optional<Rounding> rounding) {
        return new Measure(
                id,
                name,
                "分",
                parse(column),
                Optional.of(of),
                Optional.empty(),
                rounding,
                NoBase.ZERO,
                Population.ASSESSED,
                "三(一)2",
                Mark.READING);
    }

    public static Benchmark benchmark(String id, String name, Optional<String> published, String formula) {
        return new Benchmark(
                id,
                name,
                published,
                Optional.of(parse(formula)),
                Population.ALL,
                Optional.of(Rounding.halfUp(2, "D3")),
                "三(一)2",
                Mark.READING);
    }

    public static Item item(String id, String name, Item.Kind kind, String measure, Method method, Mark mark) {
        return new Item(
                id,
                name,
                kind,
                measure,
                method,
                Optional.empty(),
                Fraction.ONE,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                "三(一)2",
                mark);
    }

    static Formula parse(String formula) {
        try {
            return FormulaParser.parse(formula);
        } catch (FormulaException e) {
            throw new IllegalArgumentException(e);
        }
    }

    // ---- A quarter ------------------------------------------------------------------------------------------------

    public static Subject bank(String code, String name, String shortName, String kind) {
        return new Subject(code, name, shortName, List.of(), kind, Optional.empty(), true);
    }

    static List<Subject> banks() {
        return List.of(
                bank("B001", "信江银行股份有限公司上饶分行", "信江银行", "股份制银行"),
                bank("B002", "灵山银行股份有限公司上饶分行", "灵山银行", "国有银行"),
                bank("B003", "鹅湖农村商业银行股份有限公司", "鹅湖农商行", "农商行"),
                bank("B004", "三清银行股份有限公司上饶分行", "三清银行", "股份制银行"),
                bank("B005", "大坳银行股份有限公司上饶支行", "大坳银行", "股份制银行"),
                new Subject(
                        "B006",
                        "饶丰村镇银行有限责任公司",
                        "饶丰村镇银行",
                        List.of(),
                        "村镇银行",
                        Optional.of(LocalDate.of(2022, 6, 1)),
                        true),
                new Subject("B007", "赣东政策银行上饶市分行", "政策银行", List.of(), "政策性银行", Optional.empty(), false));
    }

    private static final String[] CREDIT = {
        "deposits",
        "loans_opening",
        "loans",
        "sme_loans_opening",
        "sme_loans",
        "industrial_loans_opening",
        "industrial_loans",
        "platform_amount",
        "tax"
    };

    private static final String[][] FIGURES = {
        {"2450000", "1500000", "1800000", "300000", "390000", "200000", "230000", "52000.5", "10000"},
        {"3120000.55", "2600000", "2900000", "410000", "480000", "350000", "371000", "61000", "8213.66"},
        {"980000", "620000", "700000", "280000", "350000", "90000", "97000", "33000", "1250"},
        {"1500000", "820000", "850000", "120000", "118000", "70000", "70000", "8000", "4999.99"},
        {"460000", "150000", "153333.333333", "20000", "21000", "0", "5000", "0", "-12.5"},
        {"85000", "0", "60000", "0", "42000", "0", "1000", "500", "3"},
        {"640000", "900000", "980000", "15000", "16000", "220000", "230000", "0", "700"},
    };

    static Map<String, Map<String, Figure>> figures() {
        Map<String, Map<String, Figure>> figures = new LinkedHashMap<>();
        for (int column = 0; column < CREDIT.length; column++) {
            for (int row = 0; row < FIGURES.length; row++) {
                String id = CREDIT[column];
                Place place = new Place("人行/存贷款.xlsx", "存贷款", "" + (char) ('C' + column) + (row + 4));
                figures.computeIfAbsent(id, key -> new LinkedHashMap<>())
                        .put("B00" + (row + 1), new Figure(id, Fraction.of(FIGURES[row][column]), place));
            }
        }
        return figures;
    }

    public static RecordSummary summary(String column, String bank, String choice, long rows, long empty, String sum) {
        return new RecordSummary(
                column,
                bank,
                choice,
                rows,
                empty,
                Fraction.of(sum),
                Optional.of(Fraction.of(5)),
                Optional.of(Fraction.of(1)),
                new Place("国库/评价.xlsx", "明细", "D5:D90"));
    }

    public static Map<String, Map<String, List<RecordSummary>>> records() {
        return Map.of(
                "survey.rating",
                Map.of(
                        "B001", List.of(summary("survey.rating", "B001", "", 3, 0, "13.5")),
                        "B002", List.of(summary("survey.rating", "B002", "", 3, 0, "14")),
                        "B003", List.of(summary("survey.rating", "B003", "", 4, 0, "17"))),
                "service.points",
                Map.of(
                        "B001", List.of(summary("service.points", "B001", "资金拨付", 2, 1, "1")),
                        "B004",
                                List.of(
                                        summary("service.points", "B004", "资金拨付", 8, 8, "0"),
                                        summary("service.points", "B004", "其他", 1, 0, "2"))));
    }

    private static Holding holding(String fund, String bank, String held, String unmatured, String due) {
        return new Holding(
                fund,
                bank,
                Money.ofWan(held),
                Money.ofWan(unmatured),
                due.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(due)),
                new Place("财政/财政存款.xlsx", "财政存款", "C5"));
    }

    public static Quarter quarter(Period period, List<Risk> risks, boolean withFunds) {
        String social = "社会保险基金";
        String fiscal = "其他财政性资金";
        Place pools = new Place("财政/资金池.xlsx", "资金池", "B4");
        return new Quarter(
                new FactTable(
                        period,
                        new Register(banks()),
                        withFunds
                                ? Set.of("credit", "tax", "platform", "survey", "service", "holdings", "pools", "risk")
                                : Set.of("credit", "tax", "platform", "survey", "service", "risk"),
                        figures(),
                        records(),
                        Map.of(
                                "全市存贷比",
                                new Figure(
                                        "全市存贷比",
                                        Fraction.of("78.25"),
                                        Place.of("人行/参数.xlsx", "参数").at("B4")))),
                withFunds
                        ? List.of(
                                holding(social, "B001", "80000", "30000", "2023-03-31"),
                                holding(social, "B002", "150000", "60000", "2023-06-30"),
                                holding(social, "B003", "20000", "0", ""),
                                holding(social, "B004", "150000.000001", "100000", "2023-05-15"),
                                holding(social, "B005", "12000", "9000", ""),
                                holding(social, "B007", "800", "0", ""),
                                holding(fiscal, "B001", "20000", "0", ""),
                                holding(fiscal, "B002", "41000", "0", ""),
                                holding(fiscal, "B003", "5000.25", "0", ""))
                        : List.of(),
                withFunds
                        ? List.of(
                                new Pool(social, Money.ofWan("500000"), pools),
                                new Pool(fiscal, Money.ofWan("66000.5"), pools.at("B5")))
                        : List.of(),
                risks);
    }

    public static final List<Risk> RISKS = List.of(
            new Risk("B005", "收回", "流动性风险", new Place("监管/风险.xlsx", "风险", "C4")),
            new Risk("B004", "暂停新增", "内控缺陷", new Place("监管/风险.xlsx", "风险", "C5")));

    public static List<PrintedFinding> findings() {
        return List.of(
                new PrintedFinding(
                        Code.W301,
                        new Place("税务/税收.xlsx", "税收", "C4"),
                        "信江银行股份有限公司上饶分行",
                        "上缴税收",
                        "本行上缴税收恰为10000万元。",
                        "分档界限按下限包含计。",
                        "请核对该数，无误则不必修改。",
                        "恰在分档界限上。本行上缴税收恰为10000万元。分档界限按下限包含计。请核对该数，无误则不必修改。",
                        "已与税务局核对无误"),
                new PrintedFinding(
                        Code.W303,
                        new Place("财政/财政存款.xlsx", "财政存款", "C10"),
                        "赣东政策银行上饶市分行",
                        "存款余额",
                        "不参加考核的银行存有800.00万元。",
                        "该部分不计入资金池，维持不变。",
                        "请确认。",
                        "不参加考核的银行有存款。不参加考核的银行存有800.00万元。该部分不计入资金池，维持不变。请确认。",
                        ""),
                new PrintedFinding(
                        Code.N102,
                        new Place("人行/存贷款.xlsx", "存贷款", "A12"),
                        "",
                        "",
                        "“制表人：”一行没有数字。",
                        "说明性文字不计入数据。",
                        "不必处理。",
                        "不是数据的行。“制表人：”一行没有数字。说明性文字不计入数据。不必处理。",
                        ""));
    }

    public static RunFacts run() {
        return new RunFacts(
                "上饶市",
                1,
                "",
                "run-1",
                "0.1.0",
                "c".repeat(64),
                List.of(
                        new RunFacts.Input("税务/税收.xlsx", "b".repeat(64), 4711),
                        new RunFacts.Input("人行/存贷款.xlsx", "a".repeat(64), 12345)),
                "张三",
                "PC-07",
                STARTED);
    }

    public static Report report(Quarter quarter) {
        return report(RuleFiles.shangrao(), quarter, findings());
    }

    public static Report report(Scheme scheme, Quarter quarter, List<PrintedFinding> findings) {
        Report report = report(Judgement.of(scheme, quarter), findings);
        return report.with(run().withCode(ResultJson.of(report, words()).code()));
    }

    private static Report report(Judgement judged, List<PrintedFinding> findings) {
        return new Report(judged, findings, run(), new WorkingSentence(words()).all(judged.assessment()));
    }

    /** The annual assessment with a withdrawal and a freeze. */
    public static Report annual() {
        return report(quarter(new Period(2022, 4), RISKS, true));
    }
}
