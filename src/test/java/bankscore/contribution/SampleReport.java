package bankscore.contribution;

import bankscore.contribution.judge.Judgement;
import bankscore.contribution.judge.Report;
import bankscore.contribution.load.RuleFiles;
import bankscore.contribution.quarter.Holding;
import bankscore.contribution.quarter.Pool;
import bankscore.contribution.quarter.Quarter;
import bankscore.contribution.quarter.Risk;
import bankscore.contribution.say.WorkingSentence;
import bankscore.contribution.scheme.Scheme;
import bankscore.exact.Fraction;
import bankscore.exact.Money;
import bankscore.exact.Period;
import bankscore.facts.FactTable;
import bankscore.facts.Figure;
import bankscore.facts.RecordSummary;
import bankscore.facts.Subject;
import bankscore.facts.register.Register;
import bankscore.finding.Code;
import bankscore.finding.Finding;
import bankscore.finding.PrintedFinding;
import bankscore.finding.Words;
import bankscore.load.WordsLoader;
import bankscore.office.RunFacts;
import bankscore.sheet.Place;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Reports of invented banks, made in code: the Shangrao scheme without its file, and figures without any spreadsheet. */
public final class SampleReport {

    public static final String FUND = "社会保险基金";
    static final String OTHER_FUND = "财政专户资金";

    private static final String CREDIT = "人行/存贷款.xlsx";

    private SampleReport() {}

    public static Words words() {
        return WordsLoader.load();
    }

    /** Four banks, one of them not assessed, one withdrawn, one with a name like a formula. */
    public static Report small() {
        return small(new QuarterBuilder(new Period(2022, 4)));
    }

    /** The same four banks, but nobody has published the citywide ratio (D3). */
    public static Report unpublished() {
        QuarterBuilder quarter = new QuarterBuilder(new Period(2022, 4));
        quarter.published = Map.of();
        return small(quarter);
    }

    private static Report small(QuarterBuilder quarter) {
        quarter.bank("B001", "甲江银行股份有限公司", "甲江银行", true)
                .credit("B001", "1000", "1200", "400", "500", "200", "260", "2000")
                .tax("B001", "10000")
                .platform("B001", "80")
                .rating("B001", 10, "45")
                .fault("B001", "资金拨付", 2, 2, "0")
                .held(FUND, "B001", "120", "0", "");
        quarter.bank("B002", "=乙河农商行", "", true)
                .credit("B002", "800", "880", "300", "315", "100", "104", "1600")
                .tax("B002", "499.99")
                .platform("B002", "20")
                .rating("B002", 4, "20")
                .held(FUND, "B002", "200", "150", "2023-03-31");
        quarter.bank("B003", "丙山村镇银行", "", true)
                .credit("B003", "500", "480", "100", "90", "0", "10", "400")
                .tax("B003", "500")
                .platform("B003", "0")
                .held(FUND, "B003", "30.5", "10", "2023-06-30")
                .risk("B003", "收回");
        quarter.bank("B004", "丁发展银行", "", false)
                .credit("B004", "900", "950", "0", "0", "0", "0", "50")
                .held(FUND, "B004", "8", "0", "");
        quarter.pool(FUND, "400");
        return quarter.report(List.of());
    }

    /** Eighteen banks, two funds, withdrawals, a freeze and findings: the size of a city. */
    public static Report city(Period period, boolean withMoney) {
        return cityQuarter(period, withMoney).report(cityFindings());
    }

    /** The city's figures alone, for whoever changes one of them. */
    public static QuarterBuilder cityQuarter(Period period, boolean withMoney) {
        QuarterBuilder quarter = new QuarterBuilder(period);
        String[] names = {
            "工行", "农行", "中行", "建行", "交行", "邮储银行", "江西银行", "九江银行", "赣州银行", "上饶银行", "招商银行", "中信银行", "信州农商银行", "广丰农商银行",
            "玉山农商银行", "鄱阳农商银行", "德兴农商银行", "婺源村镇银行", "农发行", "新开业银行"
        };
        long seed = 20221231;
        for (int i = 0; i < names.length; i++) {
            String code = "B0" + (i < 9 ? "0" : "") + (i + 1);
            seed = (seed * 1103515245L + 12345L) % 2147483648L;
            long size = 200_000 + seed % 5_000_000;
            long growth = 30 + seed / 7 % 200;
            quarter.bank(code, "演示" + names[i] + "股份有限公司上饶市分行", names[i], i != 18);
            quarter.credit(
                    code,
                    size + ".37",
                    size * (1000 + growth) / 1000 + ".12",
                    size / 4 + ".5",
                    size / 4 * (1000 + growth * 2) / 1000 + ".25",
                    size / 6 + ".08",
                    size / 6 * (1000 + growth / 2) / 1000 + ".99",
                    size * (900 + seed / 11 % 900) / 1000 + ".66");
            quarter.tax(code, seed % 12000 + "." + (10 + seed % 90))
                    .platform(code, size / 50 + seed % 999 + ".10")
                    .rating(code, 30 + seed % 40, String.valueOf((30 + seed % 40) * 42 / 10));
            if (i % 3 == 0) {
                quarter.fault(code, "资金拨付", 1 + i % 4, 0, "1.5");
                quarter.fault(code, "单据传送", 2, 2, "0");
            }
            if (withMoney) {
                quarter.held(
                        FUND,
                        code,
                        3000 + seed % 40000 + ".00",
                        i % 2 == 0 ? (3000 + seed % 40000) * 9 / 10 + ".25" : "0",
                        i % 2 == 0 ? "2023-0" + (1 + i % 9) + "-28" : "");
                quarter.held(OTHER_FUND, code, 100 + seed % 9000 + ".125", "0", "");
            }
        }
        quarter.risk("B018", "收回").risk("B009", "暂停新增");
        if (withMoney) {
            quarter.pool(FUND, "500000").pool(OTHER_FUND, "88888.888888");
        }
        return quarter;
    }

    private static List<PrintedFinding> cityFindings() {
        PrintedFinding outside = new PrintedFinding(
                Code.W303,
                new Place("财政局/财政存款.xlsx", "财政存款", "C21"),
                "农发行",
                "存放金额",
                "农发行不参加考核，但存有 3,120.00 万元。",
                "不参加考核的银行一般没有财政存款。",
                "请核对该笔资金的用途；本期保持现状，不计入资金池。",
                "不参加考核的银行有存款。农发行不参加考核，但存有 3,120.00 万元。请核对该笔资金的用途。",
                "");
        PrintedFinding jump = new PrintedFinding(
                Code.W208,
                new Place(CREDIT, "存贷款", "D7"),
                "建行",
                "各项贷款余额",
                "比上期增长 9.8 倍。",
                "各季度余额应大致连续。",
                "请与报送单位核对单位是否为万元。",
                "数据突变。建行各项贷款余额比上期增长 9.8 倍。请与报送单位核对单位是否为万元。",
                "=并表所致，已与人行核对");
        PrintedFinding note = new PrintedFinding(
                Code.N103,
                new Place("税务局.xlsx", "税收", "A9"),
                "",
                "",
                "第 9 行是“其中”行。",
                "合计不重复计算。",
                "没有计入，无需处理。",
                "其中行。第 9 行没有计入。",
                "");
        return List.of(outside, jump, jump.withReason(""), note);
    }

    /** A quarter that grows bank by bank. */
    public static final class QuarterBuilder {

        private final Period period;
        private Map<String, Figure> published =
                Map.of("全市存贷比", new Figure("全市存贷比", Fraction.of("77.15"), new Place(CREDIT, "参数", "B2")));
        private final List<Subject> banks = new ArrayList<>();
        private final Map<String, Map<String, Figure>> figures = new LinkedHashMap<>();
        private final Map<String, Map<String, List<RecordSummary>>> records = new LinkedHashMap<>();
        private final List<Holding> holdings = new ArrayList<>();
        private final List<Pool> pools = new ArrayList<>();
        private final List<Risk> risks = new ArrayList<>();

        public QuarterBuilder(Period period) {
            this.period = period;
        }

        public QuarterBuilder bank(String code, String name, String shortName, boolean assessed) {
            Optional<LocalDate> opened =
                    name.contains("新开业") ? Optional.of(LocalDate.of(period.year(), 2, 1)) : Optional.empty();
            banks.add(new Subject(code, name, shortName, List.of(), "", opened, assessed));
            return this;
        }

        /** A bank of a kind, with the figures that a test of methods needs. */
        public QuarterBuilder bank(String code, String kind) {
            banks.add(new Subject(code, "银行" + code, "", List.of(), kind, Optional.empty(), true));
            return this;
        }

        /** Replaces a figure. */
        public QuarterBuilder set(String column, String bank, String value) {
            return figure(column, bank, value, CREDIT, "存贷款", "Z");
        }

        /** Replaces a pool. */
        public QuarterBuilder setPool(String fund, String amount) {
            pools.replaceAll(old -> old.fund().equals(fund) ? new Pool(fund, Money.ofWan(amount), old.place()) : old);
            return this;
        }

        public List<String> columns() {
            return figures.keySet().stream().sorted().toList();
        }

        public String value(String column, String bank) {
            return Objects.requireNonNull(figures.getOrDefault(column, Map.of()).get(bank))
                    .value()
                    .toString();
        }

        public List<String> codes() {
            return banks.stream().map(Subject::code).toList();
        }

        public QuarterBuilder credit(
                String bank,
                String opening,
                String loans,
                String smeOpening,
                String sme,
                String industrialOpening,
                String industrial,
                String deposits) {
            figure("loans_opening", bank, opening, CREDIT, "存贷款", "C");
            figure("loans", bank, loans, CREDIT, "存贷款", "D");
            figure("sme_loans_opening", bank, smeOpening, CREDIT, "存贷款", "E");
            figure("sme_loans", bank, sme, CREDIT, "存贷款", "F");
            figure("industrial_loans_opening", bank, industrialOpening, CREDIT, "存贷款", "G");
            figure("industrial_loans", bank, industrial, CREDIT, "存贷款", "H");
            return figure("deposits", bank, deposits, CREDIT, "存贷款", "B");
        }

        public QuarterBuilder tax(String bank, String amount) {
            return figure("tax", bank, amount, "税务局.xlsx", "税收", "B");
        }

        public QuarterBuilder platform(String bank, String amount) {
            return figure("platform_amount", bank, amount, "饶企云.xlsx", "饶企云", "B");
        }

        QuarterBuilder rating(String bank, long rows, String sum) {
            return record("survey.rating", bank, "", rows, 0, sum, new Place("预算单位评价.xlsx", "评价", "C4:C310"));
        }

        /** Records with their largest and smallest number. */
        public QuarterBuilder records(
                String column, String bank, String choice, long rows, long empty, String sum, String max, String min) {
            records.computeIfAbsent(column, id -> new LinkedHashMap<>())
                    .computeIfAbsent(bank, code -> new ArrayList<>())
                    .add(new RecordSummary(
                            column,
                            bank,
                            choice,
                            rows,
                            empty,
                            Fraction.of(sum),
                            Optional.of(Fraction.of(max)),
                            Optional.of(Fraction.of(min)),
                            new Place("登记.xlsx", "登记", "D4:D60")));
            return this;
        }

        QuarterBuilder fault(String bank, String kind, long rows, long empty, String sum) {
            return record("service.points", bank, kind, rows, empty, sum, new Place("服务登记.xlsx", "服务", "D4:D60"));
        }

        QuarterBuilder held(String fund, String bank, String held, String unmatured, String due) {
            holdings.add(new Holding(
                    fund,
                    bank,
                    Money.ofWan(held),
                    Money.ofWan(unmatured),
                    due.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(due)),
                    new Place("财政局/财政存款.xlsx", "财政存款", "C" + (holdings.size() + 3))));
            return this;
        }

        QuarterBuilder risk(String bank, String disposal) {
            risks.add(new Risk(bank, disposal, "流动性", new Place("监管.xlsx", "风险", "B" + (risks.size() + 3))));
            return this;
        }

        QuarterBuilder pool(String fund, String amount) {
            pools.add(new Pool(fund, Money.ofWan(amount), new Place("财政局/财政存款.xlsx", "资金池", "B" + (pools.size() + 3))));
            return this;
        }

        private QuarterBuilder figure(
                String column, String bank, String value, String file, String sheet, String letter) {
            figures.computeIfAbsent(column, id -> new LinkedHashMap<>())
                    .put(
                            bank,
                            new Figure(
                                    column, Fraction.of(value), new Place(file, sheet, letter + (banks.size() + 3))));
            return this;
        }

        private QuarterBuilder record(
                String column, String bank, String choice, long rows, long empty, String sum, Place place) {
            records.computeIfAbsent(column, id -> new LinkedHashMap<>())
                    .computeIfAbsent(bank, code -> new ArrayList<>())
                    .add(new RecordSummary(
                            column,
                            bank,
                            choice,
                            rows,
                            empty,
                            Fraction.of(sum),
                            Optional.empty(),
                            Optional.empty(),
                            place));
            return this;
        }

        public Report report(List<PrintedFinding> printed) {
            return report(printed, RuleFiles.shangrao());
        }

        public Report report(List<PrintedFinding> printed, Scheme scheme) {
            Set<String> datasets = pools.isEmpty() ? Set.of("credit") : Set.of("credit", "pools", "holdings");
            Quarter quarter = new Quarter(
                    new FactTable(period, new Register(banks), datasets, figures, records, published),
                    holdings,
                    pools,
                    risks);
            Judgement judged = Judgement.of(scheme, quarter);
            List<PrintedFinding> all = new ArrayList<>(printed);
            judged.findings().forEach(finding -> all.add(print(finding)));
            return new Report(judged, all, run(), new WorkingSentence(words()).all(judged.assessment()));
        }

        private static PrintedFinding print(Finding finding) {
            String message = "须核实的事项。" + finding.subject() + finding.column() + finding.details();
            return new PrintedFinding(
                    finding.code(),
                    finding.place(),
                    finding.subject(),
                    finding.column(),
                    finding.details().toString(),
                    "应当合理。",
                    "请核对。",
                    message,
                    "");
        }
    }

    static RunFacts run() {
        return new RunFacts(
                "上饶市",
                "上饶市财政局",
                1,
                "3F9A20C1",
                "20230110-090000-1",
                "0.1.0",
                "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                List.of(
                        new RunFacts.Input(
                                CREDIT, "60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752", 10482),
                        new RunFacts.Input(
                                "税务局.xlsx", "fd61a03af4f77d870fc21e05e7e80678095c92d808cfb3b5c279ee04c74aca13", 8011)),
                "zhang",
                "FIN-07",
                ZonedDateTime.of(2023, 1, 10, 9, 0, 0, 0, ZoneId.of("Asia/Shanghai")),
                "0".repeat(64),
                List.of());
    }
}
