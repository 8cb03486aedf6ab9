package bankscore.subsidy;

import bankscore.exact.Fraction;
import bankscore.exact.Rounding;
import bankscore.rule.Condition;
import bankscore.rule.Formula;
import bankscore.rule.Mark;
import bankscore.rule.Parameter;
import bankscore.rule.RuleHead;
import bankscore.rule.Source;
import bankscore.rule.Table;
import bankscore.subsidy.scheme.Bearing;
import bankscore.subsidy.scheme.Cap;
import bankscore.subsidy.scheme.Subsidy;
import bankscore.subsidy.scheme.SubsidyScheme;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A rule with one subsidy of each kind that papers must show, made in code. */
final class Jinhua {

    static final String LIABILITY = "pollution_liability";
    static final String INTEREST = "export_interest";
    static final String CROP = "crop";
    static final String HOUSEHOLD = "household";

    private Jinhua() {}

    static SubsidyScheme scheme(SubsidyScheme.Status status, List<Subsidy> subsidies) {
        Map<String, Table> tables = new LinkedHashMap<>();
        tables.put("lpr_1y", new Table.ByDay("lpr_1y", "%", Optional.of("LPR一年期"), List.of(), Mark.READING));
        tables.put(
                "agri_share",
                new Table.ByWord(
                        "agri_share",
                        List.of("product"),
                        List.of("中央", "省", "县", "投保人"),
                        "投保人",
                        List.of("投保人"),
                        List.of(
                                new Table.WordRow(List.of("水稻"), percents(50, 10, 10, 30)),
                                new Table.WordRow(List.of("*"), percents(40, 25, 15, 20))),
                        Mark.ASSUMED));
        return new SubsidyScheme(
                new RuleHead(
                        "jinhua-2024",
                        "jinhua-insurance",
                        "加快保险业发展补助资金",
                        LocalDate.of(2024, 5, 6),
                        Optional.of(LocalDate.of(2025, 5, 5)),
                        "d".repeat(64)),
                new Source(
                        "加快保险业发展十条举措",
                        "金政办发〔2024〕16号",
                        Optional.of(LocalDate.of(2024, 4, 2)),
                        List.of("一", "六", "七"),
                        Map.of(),
                        List.of(new Source.NotComputed("二", "该条只要求投保，没有规定补助金额。"))),
                status,
                Rounding.halfUp(2, ""),
                tables,
                subsidies,
                List.of(),
                new SubsidyScheme.Reads(Set.of(), Set.of(), Set.of(), Map.of()),
                parameters());
    }

    static List<Subsidy> subsidies() {
        return List.of(liability(), interest(), crop(), household());
    }

    private static List<Fraction> percents(int... values) {
        return java.util.Arrays.stream(values).mapToObj(Fraction::of).toList();
    }

    private static List<Parameter> parameters() {
        return List.of(
                new Parameter("subsidies.pollution_liability.rate", "50%", "一", Mark.TEXT, 20),
                new Parameter("subsidies.pollution_liability.caps[0].amount", "10000", "一", Mark.TEXT, 21),
                new Parameter("subsidies.pollution_liability.borne_by.市财政", "100%", "一", Mark.ASSUMED, 22),
                new Parameter("subsidies.export_interest.rate", "50%", "六", Mark.TEXT, 30),
                new Parameter("subsidies.export_interest.caps[0].percent", "100", "六", Mark.ASSUMED, 31),
                new Parameter("subsidies.export_interest.borne_by.市财政", "60%", "六", Mark.ASSUMED, 32),
                new Parameter("subsidies.export_interest.borne_by.区财政", "40%", "六", Mark.ASSUMED, 33),
                new Parameter("subsidies.crop.rate", "100%", "七", Mark.ASSUMED, 40),
                new Parameter("subsidies.household.rate", "100%", "七", Mark.TEXT, 50),
                new Parameter("subsidies.household.borne_by.市财政", "100%", "七", Mark.TEXT, 51));
    }

    private static Subsidy liability() {
        return new Subsidy(
                LIABILITY,
                "环境污染责任保险保费补助",
                "一",
                Mark.TEXT,
                new Subsidy.Claims(
                        "premium_claims", Optional.empty(), "enterprise", "enterprise", "invoice_date", "policy_no"),
                List.of(new Subsidy.Requirement(
                        new Condition.Text("district", true, List.of("婺城区")), "不在适用区域", "附则1", Mark.TEXT)),
                new Subsidy.Amount(
                        new Formula.Pick(
                                true, List.of(new Formula.Name("premium_paid"), new Formula.Name("invoice_amount"))),
                        new Subsidy.Rate.Fixed(Fraction.of(1, 2)),
                        List.of(new Cap.Ceiling(
                                Fraction.of(10000), List.of("enterprise"), Cap.Span.YEAR, true, "一", Mark.TEXT))),
                new Bearing.Shares(Map.of("市财政", Fraction.ONE), "市财政", List.of()));
    }

    private static Subsidy interest() {
        Formula base = divided(
                times(
                        divided(
                                times(
                                        new Formula.Name("principal"),
                                        new Formula.Lookup("lpr_1y", List.of("payout_date"))),
                                100),
                        new Formula.Days("payout_date", "repayment_date", false)),
                365);
        Map<String, Fraction> levels = new LinkedHashMap<>();
        levels.put("市财政", Fraction.of(3, 5));
        levels.put("区财政", Fraction.of(2, 5));
        return new Subsidy(
                INTEREST,
                "出口信用保险保单融资贴息",
                "六",
                Mark.TEXT,
                new Subsidy.Claims(
                        "loan_claims", Optional.empty(), "enterprise", "enterprise", "payout_date", "contract_no"),
                List.of(),
                new Subsidy.Amount(
                        base,
                        new Subsidy.Rate.Fixed(Fraction.of(1, 2)),
                        List.of(new Cap.PartOf(Fraction.ONE, "interest_paid", Optional.empty(), "", Mark.ASSUMED))),
                new Bearing.Shares(levels, "区财政", List.of()));
    }

    private static Subsidy crop() {
        return new Subsidy(
                CROP,
                "农业保险保费补助",
                "七",
                Mark.READING,
                new Subsidy.Claims("crop_lines", Optional.empty(), "county", "insurer", "cover_start", "batch_no"),
                List.of(),
                new Subsidy.Amount(new Formula.Name("premium"), new Subsidy.Rate.Fixed(Fraction.ONE), List.of()),
                new Bearing.OfTable("agri_share", "投保人", List.of("投保人")));
    }

    private static Subsidy household() {
        return new Subsidy(
                HOUSEHOLD,
                "低收入农户农房保险补助",
                "七",
                Mark.TEXT,
                new Subsidy.Claims(
                        "household_policies", Optional.empty(), "household", "insurer", "cover_start", "policy_no"),
                List.of(),
                new Subsidy.Amount(new Formula.Name("own_part"), new Subsidy.Rate.Fixed(Fraction.ONE), List.of()),
                new Bearing.Shares(Map.of("市财政", Fraction.ONE), "市财政", List.of()));
    }

    private static Formula times(Formula left, Formula right) {
        return new Formula.Binary(Formula.Operator.TIMES, left, right);
    }

    private static Formula divided(Formula left, int by) {
        return new Formula.Binary(Formula.Operator.DIVIDED_BY, left, new Formula.Constant(Fraction.of(by)));
    }
}
