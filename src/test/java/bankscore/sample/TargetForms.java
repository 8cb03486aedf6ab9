package bankscore.sample;

import bankscore.sample.FormColumns.Form;
import bankscore.sample.OfficeBook.House;
import bankscore.sample.SampleColumn.Shape;
import bankscore.sample.SampleRegisters.County;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** How far the targets of Jinhua and of the zone in Wuhan are, and what Jinhua's counties lent at home. */
final class TargetForms {

    /** A published figure. */
    private record Item(String name, String value, LocalDate day, String source) {}

    private static final FormColumns<Item> ITEMS = new FormColumns<Item>()
            .text("项目", 30, Item::name)
            .figure("数值", Shape.AMOUNT, item -> Optional.of(new BigDecimal(item.value())))
            .day("日期", item -> Optional.of(item.day()))
            .text("来源", 26, Item::source);

    /**
     * A county's year, in 万元.
     *
     * @param lendable empty: not reported
     */
    private record Lending(County county, int deposits, String lendable, int reserves, int loans) {}

    private TargetForms() {}

    static void write(Path input) throws IOException {
        jinhua(input.resolve("2024Q4"));
        zone(input.resolve("2021Q4"), LocalDate.of(2021, 12, 31), 100, 37, 61, 12, 1, 0);
        zone(input.resolve("2023Q4"), LocalDate.of(2023, 12, 31), 263, 128, 214, 17, 2, 3);
    }

    private static void jinhua(Path folder) throws IOException {
        LocalDate end = LocalDate.of(2024, 12, 31);
        LocalDate filled = LocalDate.of(2025, 1, 9);
        OfficeBook.write(folder.resolve("财政局/2024年保险业发展目标进展.xlsx"), House.FINANCE_BUREAU, filled, book -> ITEMS.form(
                        book, "目标进展", "2024年度保险业发展目标进展情况", "汇总单位：市财政局金融科", "", "序号|项目|数值|日期|来源")
                .rows(List.of(
                        new Item("金惠保投保覆盖率", "93.41", end, "市医保局"),
                        new Item("金惠保三份占比", "76.8", end, "市医保局"),
                        new Item("险资在金余额", "408.5", end, "市金融监管部门"))));
        FormColumns<Lending> columns = new FormColumns<Lending>()
                .text("县区", 24, each -> each.county().name())
                .amount("新增存款", each -> Optional.of(BigDecimal.valueOf(each.deposits())))
                .amount("准备金变动", each -> Optional.of(BigDecimal.valueOf(each.reserves())))
                .amount("新增可贷资金", each -> Optional.of(each.lendable()).filter(said -> !said.isEmpty()).map(BigDecimal::new))
                .amount("新增当地贷款", each -> Optional.of(BigDecimal.valueOf(each.loans())));
        OfficeBook.write(folder.resolve("人民银行/2024年新增存款当地使用情况表.xlsx"), House.CENTRAL_BANK, filled, book -> {
            Form<Lending> form = columns.form(
                    book,
                    "当地使用",
                    "2024年度县域法人金融机构新增存款当地使用情况表",
                    "填报单位：人民银行市分行",
                    "单位：万元",
                    "序号|县 区|新增存款|准备金变动|新增\n可贷资金|新增\n当地贷款");
            form.rows(lending()).table().liveTotal("合计");
        });
    }

    /** One below the share, one of which funds fell and loans grew, one of which both fell. */
    private static List<Lending> lending() {
        List<County> all = SampleRegisters.JINHUA_COUNTIES;
        return List.of(
                new Lending(all.get(0), 184_200, "128925", 12_300, 109_600),
                new Lending(all.get(1), 96_400, "67200", 6_800, 51_900),
                new Lending(all.get(2), 121_700, "84975", 8_400, 66_300),
                new Lending(all.get(3), 9_600, "6660", 720, 4_790),
                new Lending(all.get(4), 73_500, "51150", 5_300, 27_400),
                new Lending(all.get(5), 312_800, "218400", 21_600, 187_200),
                new Lending(all.get(6), 142_300, "99225", 10_000, 69_450),
                new Lending(all.get(7), -18_400, "-12600", -1_600, 3_150),
                new Lending(all.get(8), -7_300, "-5025", -600, -1_240));
    }

    /** Counts are those since the zone was founded. */
    private static void zone(
            Path folder, LocalDate end, int cover, int funds, int firms, int institutions, int branches, int offices)
            throws IOException {
        String source = "示范区建设办公室";
        OfficeBook.write(
                folder.resolve("示范区/" + end.getYear() + "年科技保险创新示范区建设进展.xlsx"),
                House.FINANCE_BUREAU,
                end.plusDays(11),
                book -> ITEMS.form(
                                book,
                                "建设进展",
                                end.getYear() + "年度科技保险创新示范区建设进展",
                                "填报单位：示范区建设办公室",
                                "",
                                "序号|项目|数值|日期|来源")
                        .rows(List.of(
                                new Item("保险科技和研究机构数", Integer.toString(institutions), end, source),
                                new Item("新增专营机构中介及服务机构数", Integer.toString(institutions * 2 + 3), end, source),
                                new Item("投保企业数", Integer.toString(firms * 16), end, "科技局"),
                                new Item("风险保障金额", Integer.toString(cover * 19), end, "金融监管部门"),
                                new Item("引进保险资金", Integer.toString(funds * 3), end, "金融监管部门"),
                                new Item("全国性保险公司及省分公司数", Integer.toString(offices), end, source),
                                new Item("当年新增科技保险专营机构数", Integer.toString(branches), end, source),
                                new Item("新增保险中介机构数", Integer.toString(institutions - 4), end, source),
                                new Item("新增保险专业服务机构数", Integer.toString(institutions - 3), end, source),
                                new Item("新增保险科技公司数", Integer.toString(institutions - 5), end, source),
                                new Item("环责险安责险覆盖率", end.getYear() == 2021 ? "46.5" : "71.2", end, "应急管理局"),
                                new Item("出口信用保险参保覆盖率", end.getYear() == 2021 ? "38.9" : "62.4", end, "商务局"),
                                new Item("健康服务和养老机构数", Integer.toString(offices), end, source))));
    }
}
