package bankscore.sample;

import bankscore.sample.FormColumns.Form;
import bankscore.sample.JinhuaLines.Loan;
import bankscore.sample.JinhuaLines.Premium;
import bankscore.sample.OfficeBook.House;
import bankscore.sample.SampleColumn.Shape;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** What the offices of Jinhua send about claims: the last quarter of 2024, and a small one after it. */
final class JinhuaForms {
    private static final FormColumns<SampleFirm> FIRMS = new FormColumns<SampleFirm>()
            .text("统一社会信用代码", 22, SampleFirm::creditCode)
            .text("企业名称", 30, SampleFirm::name)
            .text("简称", 20, SampleFirm::shortName)
            .text("注册地", 20, SampleFirm::district)
            .day("成立日期", firm -> Optional.of(firm.founded()))
            .day("注销日期", SampleFirm::closed);

    private static final FormColumns<Premium> PREMIUMS = new FormColumns<Premium>()
            .text("企业名称", 30, line -> line.firm().name())
            .text("统一社会信用代码", 22, line -> line.firm().creditCode())
            .text("所在区", 20, Premium::district)
            .text("险种", 20, Premium::kind)
            .text("保险机构", 18, line -> line.insurer().shortName())
            .text("保单号", 22, Premium::policy)
            .day("保险起期", line -> Optional.of(line.from()))
            .day("保险止期", line -> Optional.of(line.to()))
            .amount("应缴保费", line -> Optional.of(line.due()))
            .amount("实缴保费", line -> Optional.of(line.paid()))
            .text("发票号", 24, Premium::invoiceNo)
            .day("发票日期", line -> Optional.of(line.invoiced()))
            .amount("发票金额", line -> Optional.of(line.invoice()))
            .figure("信用期限", Shape.CENTRED, line -> line.creditDays().map(BigDecimal::valueOf))
            .text("付款方式", 12, Premium::paidBy)
            .amount("已获其他补贴", Premium::others)
            .text("开户行", 22, line -> line.firm().branch())
            .text("账号", 22, line -> line.firm().account())
            .text("备注", 14, line -> line.paid().signum() < 0 ? "批单退费" : "");

    private static final FormColumns<Loan> LOANS = new FormColumns<Loan>()
            .text("企业名称", 30, loan -> loan.firm().name())
            .text("统一社会信用代码", 22, loan -> loan.firm().creditCode())
            .text("所在区", 20, loan -> loan.firm().district())
            .text("贷款银行", 22, Loan::lender)
            .text("合同号", 16, Loan::contract)
            .amount("贷款本金", loan -> Optional.of(loan.principal().movePointLeft(4)))
            .day("放款日", loan -> Optional.of(loan.paidOut()))
            .day("到期日", loan -> Optional.of(loan.due()))
            .day("还款日", Loan::repaid)
            .figure("年利率", Shape.AMOUNT, loan -> Optional.of(loan.rate()))
            .amount("已付利息", loan -> Optional.of(loan.interest()))
            .text("出口信用险保单号", 22, Loan::policy)
            .amount("已获其他贴息", Loan::others)
            .text("开户行", 22, loan -> loan.firm().branch())
            .text("账号", 22, loan -> loan.firm().account());

    /** A published rate, a budget or a written reason: a row of words with a figure or a day. */
    private record Note(String first, String figure, String day, String second, String third) {
        static Note rate(String day, String percent) {
            return new Note("LPR一年期", percent, day, "全国银行间同业拆借中心每月公告", "");
        }

        Optional<BigDecimal> number() {
            return Optional.of(new BigDecimal(figure));
        }
    }

    private static final FormColumns<Note> PUBLISHED = new FormColumns<Note>()
            .text("项目", 18, Note::first)
            .figure("数值", Shape.AMOUNT, Note::number)
            .day("日期", note -> Optional.of(LocalDate.parse(note.day())))
            .text("来源", 40, Note::second);

    private static final FormColumns<Note> BUDGETS = new FormColumns<Note>()
            .text("补助项目", 32, Note::first)
            .amount("预算金额", Note::number)
            .text("文号", 26, Note::second);

    private static final FormColumns<Note> REASONS = new FormColumns<Note>()
            .text("代码", 22, Note::first)
            .text("文件", 16, note -> "")
            .text("单元格", 24, Note::second)
            .text("原因", 60, Note::third)
            .text("填报人", 12, Note::figure);

    private final Path folder;
    private final LocalDate filled;

    private JinhuaForms(Path folder, LocalDate filled) {
        this.folder = folder;
        this.filled = filled;
    }

    static void write(Path input) throws IOException {
        new JinhuaForms(input.resolve("2024Q4"), LocalDate.of(2025, 1, 9)).writeYear();
        new JinhuaForms(input.resolve("2025Q1"), LocalDate.of(2025, 4, 8)).writeNext();
    }

    private void writeYear() throws IOException {
        registers("2024年度", "预算安排（2024年）", List.of("420", "6500", "260", "180"), List.of());
        List<Premium> liability = JinhuaLines.liability();
        for (String district : SampleFirm.DISTRICTS) {
            book(
                    "生态环境局/" + district + "环境污染责任保险补助申报.xlsx",
                    House.ENVIRONMENT,
                    book -> district(book, district, among(liability, line -> byDistrict(line) && in(line, district))));
        }
        book(
                "保险机构/稼澜财险环责险承保清单（2024年度）.xlsx",
                House.INSURER,
                book -> insurer(book, among(liability, JinhuaForms::byInsurer)));
        List<Premium> export = JinhuaLines.export();
        book("商务局/2024年度短期出口信用保险保费补助申报.xlsx", House.COMMERCE, book -> {
            export(book, "榕桥信用险", among(export, line -> line.insurer().code().equals("BX06")));
            export(book, "翎川财险", among(export, line -> line.insurer().code().equals("BX02")));
        });
        book("商务局/2024年度保单融资贴息申报.xlsx", House.COMMERCE, book -> {
            loans(book, JinhuaLines.loans(export));
            reasons(book);
        });
        book("农业农村局/2024年度农业保险承保明细.xlsx", House.AGRICULTURE, book -> CropForms.jinhua(book));
    }

    private void writeNext() throws IOException {
        registers("2025年一季度", "预算安排（2025年）", List.of("400", "6000", "250", "180"), List.of(SampleFirm.of(321)));
        List<Premium> lines = JinhuaLines.next();
        book("生态环境局/2025年一季度环责险补助申报.xlsx", House.ENVIRONMENT, book -> {
            Form<Premium> form = PREMIUMS.form(
                    book,
                    "申报表",
                    "2025年一季度环境污染责任保险保费补助申报表",
                    "填报单位：市生态环境局",
                    "单位：元",
                    "序号|企业名称|统一社会信用代码|所在区|险种|保险机构|保单号|保险起期|保险止期|应缴保费|实缴保费|发票号|发票日期|发票金额|信用期限（天）|已获其他补贴|开户行|账号|备注");
            form.rows(among(lines, line -> line.kind().equals(JinhuaLines.LIABILITY)))
                    .table()
                    .liveTotal("合计");
            signed(form.table(), "祝青禾", "徐望");
        });
        book(
                "商务局/2025年一季度短期出口信用保险保费补助申报.xlsx",
                House.COMMERCE,
                book -> export(book, "申报表", among(lines, line -> line.kind().equals(JinhuaLines.EXPORT))));
    }

    private void registers(String when, String budgetSheet, List<String> budgets, List<SampleFirm> newcomers)
            throws IOException {
        book("市场监管局/企业名录.xlsx", House.TREASURY_CENTRE, book -> {
            Form<SampleFirm> form =
                    FIRMS.form(book, "企业名录", "申报企业登记信息", "提供单位：市市场监管局", "", "序号|统一社会信用代码|企业名称|简称|注册地|成立日期|注销日期");
            form.rows(SampleFirm.ALL).rows(newcomers).table().foot("注：注销日期一栏空白的为存续企业。");
        });
        book(
                "财政局/县区和保险机构名录.xlsx",
                House.FINANCE_BUREAU,
                book -> SampleRegisters.sheets(book, SampleRegisters.JINHUA_COUNTIES, SampleRegisters.JINHUA_INSURERS));
        book(
                "人民银行/贷款市场报价利率.xlsx",
                House.CENTRAL_BANK,
                book -> PUBLISHED
                        .form(book, "参数", "贷款市场报价利率（LPR）", "提供单位：人民银行市分行", "", "项目|数值|日期|来源")
                        .rows(List.of(
                                Note.rate("2023-08-21", "3.45"),
                                Note.rate("2024-07-22", "3.35"),
                                Note.rate("2024-10-21", "3.10"))));
        book("财政局/" + when + "保险业发展补助预算.xlsx", House.FINANCE_BUREAU, book -> {
            String number = "金财预示〔" + budgetSheet.replaceAll("\\D", "") + "〕1号";
            BUDGETS.form(book, budgetSheet, "保险业发展补助资金预算安排表", "", "", "序号|补助项目|预算金额（万元）|文号")
                    .rows(List.of(
                            new Note("环境污染责任保险保费补助", budgets.get(0), "", number, ""),
                            new Note("短期出口信用保险保费补助", budgets.get(1), "", number, ""),
                            new Note("出口信用保险保单融资贴息", budgets.get(2), "", number, ""),
                            new Note("农业保险保费补贴", budgets.get(3), "", number, "")))
                    .table()
                    .liveTotal("合计");
        });
    }

    /** One insurer sends for its firms, wherever they are. */
    private static boolean byInsurer(Premium line) {
        return line.insurer().code().equals("BX01");
    }

    private static boolean byDistrict(Premium line) {
        return !byInsurer(line) || line.firm().number() == SampleFirm.TWICE;
    }

    private static boolean in(Premium line, String district) {
        return line.firm().district().equals(district);
    }

    private static List<Premium> among(List<Premium> lines, Predicate<Premium> which) {
        return lines.stream().filter(which).toList();
    }

    /** Each district has a form of its own. */
    private void district(OfficeBook book, String district, List<Premium> lines) {
        switch (SampleFirm.DISTRICTS.indexOf(district)) {
            case 0 -> {
                Form<Premium> form = PREMIUMS.form(
                        book,
                        "汇总表",
                        district + "2024年度环境污染责任保险保费补助申报汇总表",
                        "填报单位：" + district + "生态环境分局",
                        "单位：元",
                        "序号|企业名称|统一社会信用代码|所在区|险种|保险机构|保单号|保险起期|保险止期|应缴保费|实缴保费|发票号|发票日期|发票金额|信用期限|已获其他补贴|开户行|账号");
                form.rows(lines).table().typedTotal("合  计");
                signed(form.table(), "骆清川", "盛佳言");
            }
            case 1 ->
                PREMIUMS.form(
                                book,
                                "Sheet1",
                                district + "环责险保费补助申报表（2024年度）",
                                "",
                                "",
                                "序号|企业名称|统一社会\n信用代码|所在区|险 种|保险机构|保 单 号|保险\n起期|保险\n止期|实缴保费（元）|应缴保费（元）|发票日期|发票号|发票金额（元）|信用期限（天）|已获其他\n补贴（元）|开户行|账 号|备注")
                        .rows(lines)
                        .table()
                        .liveTotal("合计");
            case 2 ->
                PREMIUMS.form(
                                book,
                                "环责险",
                                "",
                                "",
                                "",
                                "企业名称|所在区|险种|保单号|保险机构|保险起期|保险止期|实缴保费|发票日期|发票金额|已获其他补贴|信用期限|开户行|账号")
                        .rows(lines);
            default -> {
                Form<Premium> form = PREMIUMS.form(
                        book,
                        "双龙",
                        district + "环境污染责任保险保费补助申报表",
                        "申报年度：2024年度",
                        "金额单位：元",
                        "序号|险种|企业名称|统一社会信用代码|所在区|保单号|保险机构|保险起期|保险止期|应缴保费|实缴保费|发票金额|发票日期|发票号|信用期限|已获其他补贴|开户行|账号");
                form.rows(lines).table().liveTotal("总计");
                form.table().foot("注：同一企业多份保单的，按保险起期先后填列。");
                signed(form.table(), "伊冬青", "骆清川");
            }
        }
    }

    /** An insurer's list by district, each with its 小计. */
    private void insurer(OfficeBook book, List<Premium> lines) {
        Form<Premium> form = PREMIUMS.form(
                book,
                "承保清单",
                "环境污染责任保险承保企业清单（2024年度）",
                "报送单位：稼澜财产保险股份有限公司金华中心支公司",
                "单位：元",
                "序号|企业名称|统一社会信用代码|所在区|险种|保险机构|保单号|保险起期|保险止期|应缴保费|实缴保费|发票号|发票日期|发票金额|信用期限（天）|已获其他补贴|开户行|账号");
        List<String> districts = lines.stream()
                .map(line -> line.firm().district())
                .distinct()
                .sorted()
                .toList();
        for (String district : districts) {
            form.rows(among(lines, line -> in(line, district))).table().subtotal();
        }
        form.table().liveTotal("合计");
        signed(form.table(), "卓闻笛", "岳舒");
    }

    private void export(OfficeBook book, String sheetName, List<Premium> lines) {
        Form<Premium> form = PREMIUMS.form(
                book,
                sheetName,
                "短期出口信用保险保费补助申报表（" + (filled.getMonthValue() == 1 ? "2024年度" : "2025年一季度") + "）",
                "填报单位：市商务局",
                "单位：元",
                "序号|企业名称|统一社会信用代码|所在区|险种|保险机构|保单号|保险起期|保险止期|信用期限（天）|应缴保费|实缴保费|付款方式|发票号|发票日期|发票金额|已获其他补贴|开户行|账号|备注");
        form.rows(lines.stream().sorted(Comparator.comparing(Premium::invoiced)).toList())
                .table()
                .liveTotal("合计");
        signed(form.table(), "邵砚秋", "闻人朗");
    }

    private void loans(OfficeBook book, List<Loan> loans) {
        Form<Loan> form = LOANS.form(
                book,
                "贴息申报",
                "出口信用保险保单融资贴息申报汇总表（2024年度）",
                "填报单位：市商务局",
                "",
                "序号|企业名称|统一社会信用代码|所在区|贷款银行|合同号|贷款本金（万元）|放款日|到期日|还款日|年利率（%）|已付利息（元）|出口信用险保单号|已获其他贴息（元）|开户行|账号");
        form.rows(loans).table().liveTotal("合计");
        form.table().foot("注：还款日一栏空白的为尚未还清的贷款，已付利息计至2024年12月31日。");
        signed(form.table(), "邵砚秋", "闻人朗");
    }

    private void reasons(OfficeBook book) {
        REASONS.form(book, "说明", "", "", "", "代码|文件|单元格|原因|填报人")
                .rows(List.of(new Note(
                        "cap:export_credit",
                        "闻人朗",
                        "",
                        SampleFirm.of(SampleFirm.LIFTED).creditCode(),
                        "经市政府专题会议研究同意，该企业2024年度短期出口信用保险保费补助不受单家企业500万元限额")));
    }

    private void signed(OfficeTable table, String maker, String checker) {
        table.foot("制表人：" + maker + "        复核人：" + checker + "        填报日期：" + filled.getYear() + "年"
                + filled.getMonthValue() + "月" + filled.getDayOfMonth() + "日");
    }

    private void book(String name, House house, Consumer<OfficeBook> content) throws IOException {
        OfficeBook.write(folder.resolve(name), house, filled, content);
    }
}
