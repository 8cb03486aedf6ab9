package bankscore.sample;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;

/** The finance bureau's forms about money: what lies where, and what there is to place. */
final class FundForms {
    /** A fund with its pools in the second, third and fourth quarter, 万元. */
    private record Fund(String name, String pool2, String pool3, String pool4, List<Account> accounts) {}

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
                    "450000",
                    "462000",
                    "480000",
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
                    "236000",
                    "230000",
                    "215000",
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
                    "70000",
                    "70000",
                    "60000",
                    List.of(
                            fixed("B001", "", "20000", "2023-01-18"),
                            fixed("B002", "", "15000", "2023-01-18"),
                            fixed("B003", "", "18000", "2023-02-22"),
                            fixed("B008", "", "12000", "2023-01-18"),
                            fixed("B009", "", "10000", "2023-02-22"))),
            new Fund(
                    "住房维修资金",
                    "9800",
                    "9900.5",
                    "10123.5",
                    List.of(
                            current("B001", "2350.372916"),
                            current("B003", "1861.05"),
                            current("B008", "2904.78"),
                            fixed("B008", "一年期", "1000", "2023-11-30"),
                            current("B009", "722.16"),
                            current("B013", "311.94"),
                            current("B014", "260.5"))));

    private FundForms() {}

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
                .title("财政性资金存放情况表（截至2022年" + quarter.end().getMonthValue() + "月末）")
                .line("编制单位：市财政局国库科", "单位：万元")
                .headings();
        for (Fund fund : FUNDS) {
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
                .title(quarter.annual() ? "2023年度可调配财政性资金总额" : "2022年" + quarter.inWords() + "可调配财政性资金总额（测算）")
                .headings();
        int ordinal = 1;
        for (Fund fund : FUNDS) {
            BigDecimal pool = new BigDecimal(quarter.pick(List.of("0", fund.pool2, fund.pool3, fund.pool4)));
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
        if (quarter.annual() || !account.term.isEmpty() || account.kind.contains("专户")) {
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
