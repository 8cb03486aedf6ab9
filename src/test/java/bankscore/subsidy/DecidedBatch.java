package bankscore.subsidy;

import bankscore.exact.Fraction;
import bankscore.exact.Money;
import bankscore.exact.Period;
import bankscore.facts.Claim;
import bankscore.facts.Subject;
import bankscore.facts.register.PartyRegister;
import bankscore.facts.register.Register;
import bankscore.finding.Code;
import bankscore.finding.Level;
import bankscore.finding.PrintedFinding;
import bankscore.finding.Words;
import bankscore.intake.ColumnWords;
import bankscore.load.WordsLoader;
import bankscore.office.RunFacts;
import bankscore.rule.Table;
import bankscore.sheet.Place;
import bankscore.subsidy.decide.Decision;
import bankscore.subsidy.decide.Decision.CapUse;
import bankscore.subsidy.decide.Decision.Outcome;
import bankscore.subsidy.decide.Decision.Party;
import bankscore.subsidy.decide.Decision.Sums;
import bankscore.subsidy.decide.Decisions;
import bankscore.subsidy.say.Report;
import bankscore.subsidy.scheme.Subsidy;
import bankscore.subsidy.scheme.SubsidyScheme;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A batch that was decided by hand: a firm whose third policy is cut by the cap, one that had reached it before, a refund, a
 * lifted cap, a refusal, interest by the day's LPR, crop premiums that four levels bear, two households.
 */
public final class DecidedBatch {

    public static final Period PERIOD = new Period(2024, 4);
    private static final Period BEFORE = new Period(2024, 3);
    public static final String ACCOUNT = "33050167123400000011";
    public static final String RESIDENT = "332501197001010012";

    private static final Party FIRM = firm("91330701MA28A0001X", "甲化工有限公司", ACCOUNT);
    private static final Party OTHER = firm("91330702MA28A0002W", "乙电镀有限公司", "33050167123400000022");
    private static final Party ODD = firm("91330703MA28A0003U", "=丙电池有限公司", "");
    private static final Party REFUNDED = firm("91330704MA28A0004T", "丁皮革有限公司", "33050167123400000044");
    private static final Party LIFTED = firm("91330705MA28A0005R", "戊危险品物流有限公司", "33050167123400000055");
    private static final Party FULL = firm("91330706MA28A0006Q", "己印染有限公司", "33050167123400000066");
    private static final Party INSURER = firm("I01", "甲财产保险股份有限公司金华中心支公司", "33050167123400000099");

    private final List<Decision> lines = new ArrayList<>();

    private DecidedBatch() {}

    public static Words words() {
        return WordsLoader.load().of("subsidy");
    }

    /** The batch. */
    public static Report report() {
        return small().report(Jinhua.scheme(SubsidyScheme.Status.BATCH, Jinhua.subsidies()));
    }

    /** The same figures of a rule that only estimates. */
    public static Report estimate() {
        return small().report(Jinhua.scheme(SubsidyScheme.Status.ESTIMATE, Jinhua.subsidies()));
    }

    /** So many policies of 1,000.01 each, a firm each: 500.01 of each is granted. */
    public static Report many(int count) {
        DecidedBatch batch = new DecidedBatch();
        for (int i = 0; i < count; i++) {
            batch.policy(
                    firm("F%05d".formatted(i), "企业%05d".formatted(i), "%020d".formatted(i)),
                    "1000.01",
                    LocalDate.of(2024, 10, 1),
                    new Granted("500.01", "500.01", "0", "10000"));
        }
        return batch.report(
                Jinhua.scheme(SubsidyScheme.Status.BATCH, Jinhua.subsidies().subList(0, 1)));
    }

    private static DecidedBatch small() {
        DecidedBatch batch = new DecidedBatch();
        batch.interest(
                FIRM,
                "1000000",
                LocalDate.of(2024, 10, 1),
                Optional.of(LocalDate.of(2024, 12, 30)),
                "5000",
                "3.45",
                90,
                "4253.42",
                "4253.42",
                "2552.05",
                "1701.37");
        batch.policy(FIRM, "9000", LocalDate.of(2024, 10, 8), new Granted("4500", "4500", "0", "10000"));
        batch.policy(OTHER, "4000", LocalDate.of(2024, 10, 9), new Granted("2000", "2000", "0", "10000"));
        batch.refused(ODD, LocalDate.of(2024, 10, 10));
        batch.policy(FIRM, "8000", LocalDate.of(2024, 10, 20), new Granted("4000", "4000", "4500", "5500"));
        batch.policy(REFUNDED, "-1200", LocalDate.of(2024, 10, 21), new Granted("-600", "-600", "", ""));
        batch.interest(
                OTHER,
                "500000",
                LocalDate.of(2024, 11, 1),
                Optional.empty(),
                "1000",
                "3.10",
                61,
                "1295.21",
                "1000.00",
                "600.00",
                "400.00");
        batch.policy(FIRM, "7000", LocalDate.of(2024, 11, 5), new Granted("3500", "1500", "8500", "1500"));
        batch.policy(LIFTED, "30000", LocalDate.of(2024, 11, 6), new Granted("15000", "15000", "0", "李局长"));
        batch.policy(FULL, "5000", LocalDate.of(2024, 11, 7), new Granted("2500", "0", "10000", "0"));
        batch.crop("婺城区", "水稻", "1530340.00", "765170.00", "153034.00", "153034.00", "459102.00");
        batch.household("H0001", "张三", "36.01");
        batch.household("H0002", "李小四", "20.50");
        return batch;
    }

    private static Party firm(String code, String name, String account) {
        return new Party(code, name, account);
    }

    /** @param left what the cap left before; a name where somebody lifted it, empty where it did not bind */
    private record Granted(String amount, String granted, String before, String left) {}

    private void policy(Party firm, String premium, LocalDate day, Granted money) {
        List<CapUse> caps = new ArrayList<>();
        if (!money.left().isEmpty()) {
            boolean lifted = !money.left().matches("[0-9.]+");
            caps.add(new CapUse(
                    0,
                    yuan("10000"),
                    yuan(money.before()),
                    firm.equals(FULL) ? Map.of(BEFORE, yuan(money.before())) : Map.of(),
                    lifted ? Optional.empty() : Optional.of(yuan(money.left())),
                    lifted ? money.left() : ""));
        }
        Money granted = yuan(money.granted());
        Outcome outcome = outcome(yuan(money.amount()), granted, "一");
        add(
                Jinhua.LIABILITY,
                firm,
                firm,
                day,
                outcome,
                Optional.of(new Sums(Fraction.of(premium), Fraction.of(1, 2), yuan(money.amount()), granted, caps)),
                outcome.isRefused() ? Map.of() : Map.of("市财政", granted),
                cells(firm, "invoice_date", day, Map.of("premium_paid", premium, "invoice_amount", premium)));
    }

    private void refused(Party firm, LocalDate day) {
        add(
                Jinhua.LIABILITY,
                firm,
                firm,
                day,
                new Outcome(Outcome.Kind.REFUSED, "不在适用区域", "附则1"),
                Optional.empty(),
                Map.of(),
                cells(firm, "invoice_date", day, Map.of("premium_paid", "6000", "invoice_amount", "6000")));
    }

    private void interest(
            Party firm,
            String principal,
            LocalDate from,
            Optional<LocalDate> to,
            String paid,
            String lpr,
            int days,
            String amount,
            String granted,
            String city,
            String district) {
        Map<String, Claim.Entry> cells =
                cells(firm, "payout_date", from, Map.of("principal", principal, "interest_paid", paid));
        to.ifPresent(day -> cells.put("repayment_date", new Claim.Day(9, day)));
        Map<String, Money> levels = new LinkedHashMap<>();
        levels.put("市财政", yuan(city));
        levels.put("区财政", yuan(district));
        add(
                Jinhua.INTEREST,
                firm,
                firm,
                from,
                outcome(yuan(amount), yuan(granted), "六"),
                Optional.of(new Sums(
                        Fraction.of(principal)
                                .times(Fraction.of(lpr))
                                .dividedBy(Fraction.HUNDRED)
                                .times(Fraction.of(days, 365)),
                        Fraction.of(1, 2),
                        yuan(amount),
                        yuan(granted),
                        List.of(new CapUse(0, yuan(paid), Money.ZERO, Map.of(), Optional.of(yuan(paid)), "")))),
                levels,
                cells);
    }

    private void crop(String county, String product, String premium, String... parts) {
        Party place = new Party(county, county, "");
        Map<String, Claim.Entry> cells =
                cells(place, "cover_start", LocalDate.of(2024, 11, 20), Map.of("premium", premium));
        cells.put("product", new Claim.Words(4, product));
        Map<String, Money> levels = new LinkedHashMap<>();
        for (int i = 0; i < parts.length; i++) {
            levels.put(List.of("中央", "省", "县", "投保人").get(i), yuan(parts[i]));
        }
        add(
                Jinhua.CROP,
                place,
                INSURER,
                LocalDate.of(2024, 11, 20),
                outcome(yuan(premium), yuan(premium), ""),
                Optional.of(new Sums(Fraction.of(premium), Fraction.ONE, yuan(premium), yuan(premium), List.of())),
                levels,
                cells);
    }

    private void household(String code, String name, String own) {
        Party household = new Party(code, name, "");
        add(
                Jinhua.HOUSEHOLD,
                household,
                INSURER,
                LocalDate.of(2024, 12, 1),
                outcome(yuan(own), yuan(own), ""),
                Optional.of(new Sums(Fraction.of(own), Fraction.ONE, yuan(own), yuan(own), List.of())),
                Map.of("市财政", yuan(own)),
                cells(household, "cover_start", LocalDate.of(2024, 12, 1), Map.of("own_part", own)));
    }

    private static Outcome outcome(Money amount, Money granted, String clause) {
        return granted.equals(amount)
                ? new Outcome(Outcome.Kind.GRANTED, "", "")
                : new Outcome(granted.isZero() ? Outcome.Kind.REFUSED : Outcome.Kind.CUT, "已达上限", clause);
    }

    private static Map<String, Claim.Entry> cells(
            Party party, String dayColumn, LocalDate day, Map<String, String> figures) {
        Map<String, Claim.Entry> cells = new HashMap<>();
        cells.put("enterprise", new Claim.Party(1, party.key(), party.name(), true));
        cells.put(dayColumn, new Claim.Day(5, day));
        int column = 7;
        for (String figure : figures.keySet().stream().sorted().toList()) {
            cells.put(figure, new Claim.Amount(column++, new BigDecimal(figures.get(figure))));
        }
        return cells;
    }

    private void add(
            String subsidy,
            Party claimant,
            Party payee,
            LocalDate day,
            Outcome outcome,
            Optional<Sums> sums,
            Map<String, Money> levels,
            Map<String, Claim.Entry> cells) {
        int row = lines.size() + 3;
        lines.add(new Decision(
                subsidy,
                new Decision.Line(
                        0,
                        new Place("申报/" + subsidy + ".xlsx", "申报表", "B" + (row + 1)),
                        "P%04d".formatted(lines.size() + 1),
                        new Claim("claims", row, cells)),
                new Party(claimant.key(), claimant.name(), ""),
                payee,
                day,
                outcome,
                sums,
                levels));
    }

    public static Money yuan(String amount) {
        return Money.ofWan(Fraction.of(amount).dividedBy(Fraction.of(10_000)));
    }

    private Report report(SubsidyScheme scheme) {
        RunFacts run = new RunFacts(
                "金华市",
                1,
                "7K3Q-9XTB-0M4D-WHJ2",
                "run-1",
                "0.3.0",
                "c".repeat(64),
                List.of(new RunFacts.Input("申报/保费.xlsx", "a".repeat(64), 12_345)),
                "user",
                "machine",
                ZonedDateTime.of(2025, 1, 15, 9, 0, 0, 0, ZoneId.of("Asia/Shanghai")));
        return new Report(
                PERIOD,
                scheme,
                decisions(scheme),
                new Report.Known(
                        columns(),
                        published(),
                        persons(),
                        (line, column) -> line.line().claim().text(column)),
                List.of(new PrintedFinding(
                        Code.W306,
                        new Place("申报/保费.xlsx", "申报表", "H12"),
                        "丁皮革有限公司",
                        "实缴保费",
                        "实缴保费大于应缴保费。",
                        "实缴保费不大于应缴保费。",
                        "请核对批单。",
                        "实缴保费大于应缴保费。请核对批单。",
                        "")),
                run,
                List.of(),
                Optional.empty(),
                Optional.of(new Report.Before(
                        BEFORE, 2, Map.of(Jinhua.LIABILITY, yuan("10000"), Jinhua.CROP, yuan("880000")))));
    }

    private static Map<String, List<Table.DayRow>> published() {
        return Map.of(
                "lpr_1y",
                List.of(
                        new Table.DayRow(LocalDate.of(2024, 9, 20), Fraction.of("3.45")),
                        new Table.DayRow(LocalDate.of(2024, 10, 21), Fraction.of("3.10"))));
    }

    private static Map<String, Report.Persons> persons() {
        return Map.of(
                Jinhua.HOUSEHOLD,
                new Report.Persons(
                        new PartyRegister(
                                "households",
                                new Register(
                                        List.of(new Subject("H0001", "张三", "", List.of(), "", Optional.empty(), true))),
                                Map.of(
                                        "H0001",
                                        List.of(new PartyRegister.Row(
                                                Place.NONE,
                                                Optional.empty(),
                                                Optional.empty(),
                                                Map.of("resident_id", RESIDENT))))),
                        Optional.of("resident_id")));
    }

    private static Map<String, ColumnWords> columns() {
        Map<String, ColumnWords> columns = new HashMap<>(Map.of(
                "premium_claims.invoice_date", new ColumnWords("发票日期", ""),
                "crop_lines.cover_start", new ColumnWords("承保日期", "")));
        Map.of(
                        "premium_claims.enterprise", "企业",
                        "premium_claims.premium_paid", "实缴保费",
                        "premium_claims.invoice_amount", "发票金额",
                        "loan_claims.principal", "贷款本金",
                        "loan_claims.payout_date", "放款日",
                        "loan_claims.repayment_date", "还款日",
                        "loan_claims.interest_paid", "已付利息",
                        "crop_lines.premium", "总保费",
                        "crop_lines.product", "险种",
                        "household_policies.own_part", "农户自担保费")
                .forEach((id, name) -> columns.put(id, new ColumnWords(name, "")));
        return columns;
    }

    /** What the lines add up to. */
    private Decisions decisions(SubsidyScheme scheme) {
        List<Decisions.Total> totals = new ArrayList<>();
        List<Decisions.Burden> burdens = new ArrayList<>();
        Map<String, Map<String, Money>> paid = new LinkedHashMap<>();
        Map<String, Party> payees = new LinkedHashMap<>();
        for (Subsidy subsidy : scheme.subsidies()) {
            List<Decision> own = lines.stream()
                    .filter(line -> line.subsidy().equals(subsidy.id()))
                    .toList();
            Map<String, Money> levels = new LinkedHashMap<>();
            Money payable = Money.ZERO;
            for (Decision line : own) {
                line.levels().forEach((level, amount) -> levels.merge(level, amount, Money::plus));
                Money part = line.granted().minus(line.levels().getOrDefault("投保人", Money.ZERO));
                payable = payable.plus(part);
                if (!part.isZero()) {
                    String key = line.payee().key() + "|" + line.payee().account();
                    payees.put(key, line.payee());
                    paid.computeIfAbsent(key, payee -> new LinkedHashMap<>()).merge(subsidy.id(), part, Money::plus);
                }
            }
            levels.forEach((level, amount) -> burdens.add(new Decisions.Burden(subsidy.id(), "婺城区", level, amount)));
            List<Decision> cut = own.stream()
                    .filter(line -> line.outcome().kind() == Outcome.Kind.CUT)
                    .toList();
            long refused =
                    own.stream().filter(line -> line.outcome().isRefused()).count();
            totals.add(new Decisions.Total(
                    subsidy.id(),
                    own.size(),
                    new Decisions.Sum(
                            own.size() - refused,
                            Money.sum(own.stream().map(Decision::granted).toList())),
                    new Decisions.Sum(
                            cut.size(),
                            Money.sum(cut.stream()
                                    .map(line -> line.amount().orElseThrow().minus(line.granted()))
                                    .toList())),
                    refused,
                    reasons(own),
                    levels,
                    payable));
        }
        List<Decisions.Payment> payments = payees.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(payee -> payment(payee.getValue(), paid.getOrDefault(payee.getKey(), Map.of())))
                .toList();
        return new Decisions(
                new Listed(List.copyOf(lines)),
                totals,
                burdens,
                payments.stream().filter(each -> each.amount().isPositive()).toList(),
                payments.stream().filter(each -> each.amount().isNegative()).toList(),
                List.of(new Decisions.BudgetUse(
                        "保险补助", yuan("2000000"), yuan("890000"), yuan("1564000"), yuan("1100000"))),
                List.of(new Decisions.CheckValue(
                        "insurers", "330702", "婺城区承保机构家数", "4", false, Level.REVIEW, "一个县不得超过3家承保机构")),
                List.of());
    }

    private static List<Decisions.Reason> reasons(List<Decision> lines) {
        Map<String, List<Decision>> reasons = new LinkedHashMap<>();
        lines.stream()
                .filter(line -> !line.outcome().reason().isEmpty())
                .forEach(line -> reasons.computeIfAbsent(line.outcome().reason(), reason -> new ArrayList<>())
                        .add(line));
        return reasons.values().stream()
                .map(own -> new Decisions.Reason(
                        own.get(0).outcome().reason(),
                        own.get(0).outcome().clause(),
                        own.size(),
                        own.stream().map(Decision::claimant).distinct().count(),
                        Money.sum(own.stream()
                                .flatMap(line -> line.amount().stream())
                                .toList()),
                        Money.sum(own.stream()
                                .flatMap(line -> line.amount().stream().map(each -> each.minus(line.granted())))
                                .toList())))
                .toList();
    }

    private record Listed(List<Decision> all) implements Decisions.Lines {
        @Override
        public long count() {
            return all.size();
        }

        @Override
        public void each(Consumer<Decision> to) {
            all.forEach(to);
        }
    }

    private static Decisions.Payment payment(Decision.Party payee, Map<String, Money> bySubsidy) {
        return new Decisions.Payment(
                payee.key(), payee.name(), "某银行金华分行", payee.account(), Money.sum(bySubsidy.values()), bySubsidy);
    }
}
