package bankscore.sample;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** The forms with one row per bank: roster, loans and deposits, tax, platform, risk, published figures. */
final class BankForms {
    private BankForms() {}

    /** 银行名录, from the finance bureau. */
    static void roster(OfficeBook book, SampleQuarter quarter) {
        OfficeTable table = new OfficeTable(
                        book,
                        "银行名录",
                        List.of(
                                SampleColumn.ordinal(),
                                SampleColumn.centred("银行编码", 10),
                                SampleColumn.text("银行名称", 40),
                                SampleColumn.text("简称", 16),
                                SampleColumn.text("别名", 28),
                                SampleColumn.centred("机构类型", 16),
                                SampleColumn.date("开业日期"),
                                SampleColumn.centred("是否考核", 10)))
                .title("参与财政性资金存放考核银行业金融机构名录")
                .line("编制单位：市财政局国库科", "")
                .headings();
        int ordinal = 1;
        for (SampleBank bank : SampleBank.openAt(quarter)) {
            table.add(
                    SampleEntry.count(ordinal++),
                    SampleEntry.words(bank.code()),
                    SampleEntry.words(bank.name()),
                    SampleEntry.words(bank.shortName()),
                    SampleEntry.words(bank.aliases()),
                    SampleEntry.words(bank.kind()),
                    bank.opened().map(SampleEntry::day).orElse(SampleEntry.blank()),
                    SampleEntry.words(bank.assessed()));
        }
        table.foot("注：是否考核一栏空白的，按参加考核处理。");
        signed(table, quarter, "汪若溪", "程启明");
    }

    /** 存贷款, from the central bank's branch; some balances are typed as a sum of two. */
    static void credit(OfficeBook book, SampleQuarter quarter) {
        boolean bracketed = quarter == SampleQuarter.SECOND;
        String unit = bracketed ? "（万元）" : "";
        OfficeTable table = new OfficeTable(
                        book,
                        quarter.pick(List.of("存贷款", "Sheet1", "三季度存贷款", "附表1 存贷款")),
                        List.of(
                                SampleColumn.ordinal(),
                                SampleColumn.text("银 行 名 称", 22),
                                SampleColumn.amount("存款余额" + unit),
                                SampleColumn.amount("年初\n贷款余额" + unit),
                                SampleColumn.amount("贷款余额" + unit),
                                SampleColumn.amount("贷款比年初\n增减" + unit),
                                SampleColumn.amount("年初小微\n贷款余额" + unit),
                                SampleColumn.amount("小微\n贷款余额" + unit),
                                SampleColumn.amount("年初工业\n贷款余额" + unit),
                                SampleColumn.amount("工业\n贷款余额" + unit)))
                .title(quarter.year() + quarter.inWords() + "银行业金融机构存贷款统计表（本外币）")
                .line("填报单位：人民银行市中心支行", bracketed ? "" : "单位：万元")
                .headings();
        Function<SampleBank, String> naming = bracketed ? SampleBank::name : SampleBank::shortName;
        int ordinal = 1;
        for (SampleBank bank : SampleBank.openAt(quarter)) {
            Figures figures = new Figures(bank, quarter);
            int row = table.nextRow();
            table.add(
                    SampleEntry.count(ordinal++),
                    SampleEntry.words(naming.apply(bank)),
                    SampleEntry.amount(figures.deposits()),
                    SampleEntry.amount(figures.loansOpening()),
                    SampleEntry.amount(figures.loans()),
                    SampleEntry.live("E" + row + "-D" + row, figures.loans().subtract(figures.loansOpening())),
                    SampleEntry.amount(figures.smeOpening()),
                    ordinal % 3 == 0 ? inTwoParts(figures.sme(), bank) : SampleEntry.amount(figures.sme()),
                    SampleEntry.amount(figures.industrialOpening()),
                    SampleEntry.amount(figures.industrial()));
        }
        if (quarter.first() || quarter.annual()) {
            table.liveTotal("合  计");
        } else {
            table.typedTotal("合计");
        }
        signed(table, quarter, "章敏", "欧阳恺");
    }

    /** The same number as a formula of small and of micro businesses. */
    private static SampleEntry inTwoParts(BigDecimal whole, SampleBank bank) {
        BigDecimal share = BigDecimal.valueOf(Dice.of("micro", bank.code()).between(15, 35), 2);
        BigDecimal micro = whole.multiply(share).setScale(2, RoundingMode.DOWN);
        return SampleEntry.live(whole.subtract(micro).toPlainString() + "+" + micro.toPlainString(), whole);
    }

    /** 参数, from the central bank's branch: a ratio that also counts institutions outside the roster. */
    static void published(OfficeBook book, SampleQuarter quarter) {
        BigDecimal loans = BigDecimal.ZERO;
        BigDecimal deposits = BigDecimal.ZERO;
        for (SampleBank bank : SampleBank.openAt(quarter)) {
            Figures figures = new Figures(bank, quarter);
            loans = loans.add(figures.loans());
            deposits = deposits.add(figures.deposits());
        }
        BigDecimal ratio = loans.divide(deposits, 4, RoundingMode.HALF_UP).subtract(new BigDecimal("0.0041"));
        boolean asPercentage = quarter == SampleQuarter.THIRD;
        OfficeTable table = new OfficeTable(
                        book,
                        asPercentage ? "Sheet2" : "附表2 公布指标",
                        List.of(
                                SampleColumn.text("项目", 20),
                                SampleColumn.figure(
                                        "数值", asPercentage ? SampleColumn.Shape.PERCENT : SampleColumn.Shape.AMOUNT),
                                SampleColumn.text("来源", 44)))
                .title(quarter.year() + quarter.inWords() + "全市公布指标")
                .headings();
        table.add(
                SampleEntry.words("全市存贷比"),
                SampleEntry.amount(asPercentage ? ratio : ratio.movePointRight(2)),
                SampleEntry.words("人民银行市中心支行金融统计月报（含未列入名录的机构）"));
    }

    /** 税收, from the tax bureau: in 元, the largest payer first. */
    static void tax(OfficeBook book, SampleQuarter quarter) {
        OfficeTable table = new OfficeTable(
                        book,
                        quarter.pick(List.of("税收", "税收", "1-9月", "汇总表")),
                        List.of(
                                SampleColumn.ordinal(),
                                SampleColumn.text("银行名称", 42),
                                SampleColumn.amount("上缴税收"),
                                SampleColumn.text("备注", 16)))
                .title("银行业金融机构上缴税收情况表（" + quarter.year() + quarter.months() + "）")
                .line("填报单位：市税务局", "单位：元")
                .headings();
        List<SampleBank> byTax = SampleBank.openAt(quarter).stream()
                .sorted(Comparator.comparing((SampleBank bank) -> new Figures(bank, quarter).taxInYuan())
                        .reversed())
                .toList();
        int ordinal = 1;
        for (SampleBank bank : byTax) {
            table.add(
                    SampleEntry.count(ordinal),
                    SampleEntry.words(ordinal % 5 == 0 ? bank.firstAlias() : bank.name()),
                    SampleEntry.amount(new Figures(bank, quarter).taxInYuan()),
                    SampleEntry.words(bank.is(SampleBank.NEWCOMER) ? "2022年新设" : ""));
            ordinal++;
        }
        if (quarter == SampleQuarter.SECOND) {
            table.typedTotal("合计");
        } else {
            table.liveTotal("合计");
        }
        signed(table, quarter, "柳映川", "章知远");
    }

    /** The tax bureau's notes, a sheet that is no data. */
    static void taxNotes(OfficeBook book) {
        OfficeTable table = new OfficeTable(
                        book, "填报说明", List.of(SampleColumn.centred("序号", 6), SampleColumn.text("说明事项", 70)))
                .title("填报说明");
        table.add(SampleEntry.count(1), SampleEntry.words("本表为本年累计入库数，按税款所属期统计，已扣除退库。"));
        table.add(SampleEntry.count(2), SampleEntry.words("不含代扣代缴的个人所得税。"));
    }

    /** 饶企云, from the data bureau, which calls banks by short names and a few by their codes. */
    static void platform(OfficeBook book, SampleQuarter quarter) {
        OfficeTable table = new OfficeTable(
                        book,
                        quarter.pick(List.of("放款", "放款", "放款情况", "饶企云放款")),
                        List.of(
                                SampleColumn.ordinal(),
                                SampleColumn.text("银行名称", 22),
                                SampleColumn.count("平台放款笔数"),
                                SampleColumn.amount(quarter == SampleQuarter.THIRD ? "平台放款金额（元）" : "平台放款金额 (万元)")))
                .title("“饶企云”平台放款统计（" + quarter.year() + quarter.months() + "）")
                .headings();
        int ordinal = 1;
        for (SampleBank bank : SampleBank.openAt(quarter)) {
            Figures figures = new Figures(bank, quarter);
            BigDecimal amount = figures.platformAmount();
            table.add(
                    SampleEntry.count(ordinal++),
                    SampleEntry.words(ordinal % 6 == 5 ? bank.code() : bank.shortName()),
                    SampleEntry.count(figures.platformCount()),
                    SampleEntry.amount(quarter == SampleQuarter.THIRD ? amount.movePointRight(4) : amount));
        }
        table.liveTotal("总计");
        signed(table, quarter, "俞子衿", "祝行简");
    }

    /** 风险, from the regulator: nothing in the first quarter, then one bank frozen, from December one in trouble. */
    static void risk(OfficeBook book, SampleQuarter quarter) {
        OfficeTable table = new OfficeTable(
                        book,
                        "风险机构",
                        List.of(
                                SampleColumn.ordinal(),
                                SampleColumn.text("银行名称", 34),
                                SampleColumn.centred("风险类型", 16),
                                SampleColumn.date("认定日期"),
                                SampleColumn.centred("处置", 12),
                                SampleColumn.text("说明", 46)))
                .title("银行业金融机构风险提示名单（" + quarter.year() + quarter.inWords() + "）")
                .line("填报单位：金融监管部门", "")
                .headings();
        if (quarter != SampleQuarter.FIRST) {
            table.add(
                    SampleEntry.count(1),
                    SampleEntry.words(SampleBank.of(SampleBank.FROZEN).name()),
                    SampleEntry.words("内部控制"),
                    SampleEntry.day(LocalDate.of(2022, 5, 20)),
                    SampleEntry.words("暂停新增"),
                    SampleEntry.words("现场检查发现授信审批内控缺陷，整改期内不新增财政性存款"));
        }
        if (quarter.annual() || quarter == SampleQuarter.NEXT) {
            table.add(
                    SampleEntry.count(2),
                    SampleEntry.words(SampleBank.of(SampleBank.IN_TROUBLE).name()),
                    SampleEntry.words("流动性"),
                    SampleEntry.day(LocalDate.of(2022, 12, 5)),
                    SampleEntry.words("收回"),
                    SampleEntry.words("流动性比例连续两个月低于监管要求，建议收回财政性存款"));
        }
        signed(table, quarter, "汤若愚", "蓝静姝");
    }

    /** The signature line below a form. */
    static void signed(OfficeTable table, SampleQuarter quarter, String maker, String checker) {
        table.foot("制表人：" + maker + "        复核人：" + checker + "        填报日期：" + quarter.filledInWords());
    }
}
