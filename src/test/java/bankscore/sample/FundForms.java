package bankscore.sample;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;

/** The finance bureau's forms about money: what lies where, and what there is to place. */
final class FundForms {
    /** A fund with its pools by quarter, 万元; none in the first. */
    private record Fund(String name, List<String> pools, List<Account> accounts) {}

    /**
     * Money on one account.
     *
     * @param amount in 万元; on current accounts the fourth quarter's, the others differ a little
     * @param term what of it has not matured
     * @param due when it matures; empty: not said
     */
    private record Account(String bank, String kind, String amount, String term, String due) {}

    private static final List<Fund> FUNDS = List.of(
            new Fund(
                    "社会保险基金",
                    List.of("0", "450000", "462000", "480000"),
                    List.of(
                            current("B001", "42613.58"),
                            fixed("B001", "一年期", "40000", "2023-03-20"),
                            fixed("B001", "三年期", "20000", "2023-09-15"),
                            current("B002", "36807.26"),
                            fixed("B002", "一年期", "30000", "2023-05-10"),
                            current("B003", "51320.91"),
                            fixed("B003", "一年期", "25000", "2023-03-20"),
                            current("B004", "28415.07"),
                            fixed("B004", "两年期", "15000", "2023-08-25"),
                            current("B005", "6218.44"),
                            current("B006", "4102.835617"),
                            current("B008", "33740.62"),
                            fixed("B008", "一年期", "20000", "2023-06-30"),
                            mixed("B009", "27915.3", "10000", "2023-04-18"),
                            current("B010", "7806.55"),
                            mixed("B011", "19633.72", "5000", ""),
                            current("B012", "8911.09"),
                            fixed("B012", "一年期", "15000", "2023-06-30"),
                            current("B014", "1204.66"))),
            new Fund(
                    "财政专户资金",
                    List.of("0", "236000", "230000", "215000"),
                    List.of(
                            current("B001", "31526.4"),
                            fixed("B001", "半年期", "10000", "2023-02-28"),
                            current("B002", "27318.73"),
                            current("B003", "22847.19"),
                            fixed("B003", "一年期", "12000", "2023-07-12"),
                            current("B004", "19406.88"),
                            current("B005", "3611.02"),
                            current("B007", "2903.294805"),
                            current("B008", "26739.5"),
                            fixed("B008", "一年期", "18000", "2023-04-30"),
                            fixed("B008", "两年期", "8000", "2023-10-20"),
                            current("B009", "15233.61"),
                            current("B010", "21307.17"),
                            current("B011", "9815.83"),
                            mixed("B012", "9426.35", "3000", "2023-03-31"),
                            current("B015", "706.48"),
                            new Account("B018", "粮食风险基金专户", "8000", "", ""))),
            new Fund(
                    "国库现金",
                    List.of("0", "70000", "70000", "60000"),
                    List.of(
                            fixed("B001", "", "20000", "2023-01-18"),
                            fixed("B002", "", "15000", "2023-01-18"),
                            fixed("B003", "", "18000", "2023-02-22"),
                            fixed("B008", "", "12000", "2023-01-18"),
                            fixed("B009", "", "10000", "2023-02-22"))),
            new Fund(
                    "住房维修资金",
                    List.of("0", "9800", "9900.5", "10123.5"),
                    List.of(
                            current("B001", "2350.372916"),
                            current("B003", "1861.05"),
                            current("B008", "2904.78"),
                            fixed("B008", "一年期", "1000", "2023-11-30"),
                            current("B009", "722.16"),
                            current("B013", "311.94"),
                            current("B014", "260.5"))));

    /**
     * The quarter after, when the plan of 2022 is carried out: 农穗银行 has moved nothing of 社会保险基金 and renewed what matured,
     * 砺岳银行 has moved about half, all has been taken back from 葛溪农商银行, and 信江银行 holds more 住房维修资金 instead of less. Who
     * was to get that money has it not.
     */
    private static final List<Fund> NEXT = List.of(
            new Fund(
                    "社会保险基金",
                    List.of("486000"),
                    List.of(
                            current("B001", "39645.45"),
                            fixed("B001", "三年期", "20000", "2023-09-15"),
                            current("B002", "30736"),
                            fixed("B002", "一年期", "30000", "2023-05-10"),
                            current("B003", "51320.91"),
                            fixed("B003", "一年期", "25000", "2024-03-20"),
                            current("B004", "26199"),
                            fixed("B004", "两年期", "15000", "2023-08-25"),
                            current("B005", "33936"),
                            current("B006", "27980"),
                            current("B007", "19683.91"),
                            current("B008", "27400"),
                            fixed("B008", "一年期", "20000", "2023-06-30"),
                            mixed("B009", "33048", "10000", "2023-04-18"),
                            current("B010", "7806.55"),
                            mixed("B011", "8829", "5000", ""),
                            current("B014", "10777.18"),
                            current("B015", "11082"),
                            current("B016", "43120.55"))),
            new Fund(
                    "财政专户资金",
                    List.of("216000"),
                    List.of(
                            current("B001", "25735"),
                            current("B002", "23833"),
                            current("B003", "12085"),
                            fixed("B003", "一年期", "12000", "2023-07-12"),
                            current("B004", "17777"),
                            current("B005", "14643"),
                            current("B006", "12073"),
                            current("B007", "9596"),
                            fixed("B008", "一年期", "18000", "2023-04-30"),
                            fixed("B008", "两年期", "8000", "2023-10-20"),
                            current("B009", "14260"),
                            current("B010", "11259"),
                            current("B011", "3809"),
                            current("B013", "7525"),
                            current("B014", "7241"),
                            current("B015", "4782"),
                            current("B016", "17930"),
                            new Account("B018", "粮食风险基金专户", "8000", "", ""))),
            new Fund(
                    "国库现金",
                    List.of("60000"),
                    List.of(
                            fixed("B001", "", "7579", "2023-07-20"),
                            fixed("B002", "", "7019", "2023-07-20"),
                            fixed("B003", "", "7093", "2023-07-20"),
                            fixed("B004", "", "5235", "2023-07-20"),
                            fixed("B005", "", "4312", "2023-07-20"),
                            fixed("B006", "", "3556", "2023-07-20"),
                            fixed("B007", "", "2826", "2023-07-20"),
                            fixed("B008", "", "6023", "2023-07-20"),
                            fixed("B009", "", "4199", "2023-07-20"),
                            fixed("B011", "", "1122", "2023-07-20"),
                            fixed("B013", "", "2216", "2023-07-20"),
                            fixed("B014", "", "2132", "2023-07-20"),
                            fixed("B015", "", "1408", "2023-07-20"),
                            fixed("B016", "", "5280", "2023-07-20"))),
            new Fund(
                    "住房维修资金",
                    List.of("10130.5"),
                    List.of(
                            current("B001", "1279.5"),
                            current("B002", "712.697084"),
                            current("B003", "1197"),
                            current("B005", "83.522916"),
                            current("B006", "600"),
                            current("B007", "477"),
                            current("B008", "3350"),
                            fixed("B008", "一年期", "1000", "2023-11-30"),
                            current("B009", "708"),
                            current("B011", "189"),
                            current("B013", "374"),
                            current("B014", "360"),
                            current("B015", "238"))));

    private FundForms() {}

    private static List<Fund> funds(SampleQuarter quarter) {
        return quarter == SampleQuarter.NEXT ? NEXT : FUNDS;
    }

    /** 财政存款: by fund and account, with a 小计 per fund. */
    static void holdings(OfficeBook book, SampleQuarter quarter) {
        OfficeTable table = new OfficeTable(
                        book,
                        quarter.annual() ? "存放明细" : "财政存款",
                        List.of(
                                SampleColumn.text("资金类别", 18),
                                SampleColumn.text("银行名称", 18),
                                SampleColumn.text("账户", 24),
                                SampleColumn.amount("存款余额"),
                                SampleColumn.amount("未到期\n定期"),
                                SampleColumn.date("到期日")))
                .title("财政性资金存放情况表（截至" + quarter.year() + quarter.end().getMonthValue() + "月末）")
                .line("编制单位：市财政局国库科", "单位：万元")
                .headings();
        for (Fund fund : funds(quarter)) {
            for (Account account : fund.accounts) {
                table.add(
                        SampleEntry.words(fund.name),
                        SampleEntry.words(SampleBank.of(account.bank).shortName()),
                        SampleEntry.words(account.kind),
                        SampleEntry.amount(balance(fund, account, quarter)),
                        account.term.isEmpty() ? SampleEntry.blank() : SampleEntry.amount(new BigDecimal(account.term)),
                        account.due.isEmpty() ? SampleEntry.blank() : SampleEntry.day(LocalDate.parse(account.due)));
            }
            table.subtotal();
        }
        table.liveTotal("合计");
        BankForms.signed(table, quarter, "程启明", "方远舟");
    }

    /** 资金池: in 亿元 at the year's end, in 万元 before. */
    static void pools(OfficeBook book, SampleQuarter quarter) {
        OfficeTable table = new OfficeTable(
                        book,
                        quarter.annual() ? "2023年资金池" : "资金池（测算）",
                        List.of(
                                SampleColumn.ordinal(),
                                SampleColumn.text("资金类别", 22),
                                quarter.annual()
                                        ? SampleColumn.amountInYi("次年调配总额\n（亿元）")
                                        : SampleColumn.amount("次年调配总额（万元）"),
                                SampleColumn.text("备注", 30)))
                .title(quarter.annual() ? "2023年度可调配财政性资金总额" : quarter.year() + quarter.inWords() + "可调配财政性资金总额（测算）")
                .headings();
        int ordinal = 1;
        for (Fund fund : funds(quarter)) {
            BigDecimal pool = new BigDecimal(quarter.pick(fund.pools));
            table.add(
                    SampleEntry.count(ordinal++),
                    SampleEntry.words(fund.name),
                    SampleEntry.amount(quarter.annual() ? pool.movePointLeft(4) : pool),
                    SampleEntry.words(fund.name.equals("财政专户资金") ? "不含粮食风险基金专户" : ""));
        }
        table.liveTotal("合计");
        BankForms.signed(table, quarter, "程启明", "方远舟");
    }

    private static BigDecimal balance(Fund fund, Account account, SampleQuarter quarter) {
        BigDecimal amount = new BigDecimal(account.amount);
        if (quarter.annual()
                || quarter == SampleQuarter.NEXT
                || !account.term.isEmpty()
                || account.kind.contains("专户")) {
            return amount;
        }
        int change =
                Dice.of("holdings", fund.name, account.bank, quarter.period()).between(-800, 600);
        return amount.add(amount.movePointLeft(4).multiply(BigDecimal.valueOf(change)))
                .setScale(2, RoundingMode.DOWN);
    }

    private static Account current(String bank, String amount) {
        return new Account(bank, "活期", amount, "", "");
    }

    private static Account fixed(String bank, String kind, String amount, String due) {
        return new Account(bank, kind + "定期", amount, amount, due);
    }

    /** One row for a current and a fixed part. */
    private static Account mixed(String bank, String amount, String term, String due) {
        return new Account(bank, "活期及定期", amount, term, due);
    }
}
