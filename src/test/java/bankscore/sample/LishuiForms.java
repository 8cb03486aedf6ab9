package bankscore.sample;

import bankscore.sample.FormColumns.Form;
import bankscore.sample.LishuiHouseholds.Household;
import bankscore.sample.LishuiHouseholds.Loss;
import bankscore.sample.LishuiHouseholds.Policy;
import bankscore.sample.OfficeBook.House;
import bankscore.sample.SampleColumn.Shape;
import bankscore.sample.SampleRegisters.County;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What the offices of Lishui send about policies of low-income households in 2017. */
final class LishuiForms {
    private static final LocalDate FILLED = LocalDate.of(2018, 1, 8);

    private static final FormColumns<Household> HOUSEHOLDS = new FormColumns<Household>()
            .text("户编码", 16, Household::code)
            .text("户主姓名", 12, Household::name)
            .text("县区", 12, household -> household.county().name())
            .text("身份证号", 22, Household::residentId)
            .text("类别", 30, Household::category)
            .day("认定日期", household -> Optional.of(household.from()))
            .day("退出日期", Household::to)
            .figure("人口", Shape.COUNT, household -> Optional.of(BigDecimal.valueOf(household.members())));

    private static final FormColumns<Policy> POLICIES = new FormColumns<Policy>()
            .text("户编码", 16, policy -> policy.household().code())
            .text("户主姓名", 12, policy -> policy.household().name())
            .text("县区", 12, policy -> policy.household().county().name())
            .text("保险机构", 16, policy -> policy.insurer().shortName())
            .text("险种", 22, Policy::kind)
            .text("保单号", 26, Policy::number)
            .day("保险起期", policy -> Optional.of(policy.from()))
            .day("保险止期", policy -> Optional.of(policy.to()))
            .figure(
                    "人数",
                    Shape.COUNT,
                    policy -> Optional.of(BigDecimal.valueOf(policy.household().members())))
            .amount("保险金额", policy -> Optional.of(policy.sum()))
            .amount("总保费", policy -> Optional.of(policy.premium()))
            .amount("农户自担保费", policy -> Optional.of(policy.own()))
            .text("扶贫贷款合同号", 18, Policy::contract);

    private static final FormColumns<Loss> LOSSES = new FormColumns<Loss>()
            .text("户编码", 16, loss -> loss.household().code())
            .text("户主姓名", 12, loss -> loss.household().name())
            .text("合同号", 16, Loss::contract)
            .text("贷款银行", 22, Loss::lender)
            .text("保险机构", 16, loss -> loss.insurer().shortName())
            .amount("本金损失", loss -> Optional.of(loss.principal()))
            .amount("利息损失", loss -> Optional.of(loss.interest()))
            .amount("追回金额", loss -> Optional.of(loss.recovered()))
            .day("逾期起始日", loss -> Optional.of(loss.overdue()))
            .day("理赔日", loss -> Optional.of(loss.claimed()));

    private static final FormColumns<String> LENDERS = new FormColumns<String>()
            .text("银行编码", 12, lender -> "Y%02d".formatted(LishuiHouseholds.LENDERS.indexOf(lender) + 1))
            .text("银行名称", 40, lender -> lender + "股份有限公司")
            .text("简称", 24, lender -> lender);

    private final Path folder;

    private LishuiForms(Path folder) {
        this.folder = folder;
    }

    static void write(Path input) throws IOException {
        new LishuiForms(input.resolve("2017Q4")).write();
    }

    private void write() throws IOException {
        book("财政局/县区、保险机构和银行名录.xlsx", House.FINANCE_BUREAU, book -> {
            SampleRegisters.sheets(book, SampleRegisters.LISHUI_COUNTIES, SampleRegisters.LISHUI_INSURERS);
            LENDERS.form(book, "银行名录", "扶贫贷款经办银行名录", "编制单位：市财政局", "", "序号|银行编码|银行名称|简称")
                    .rows(LishuiHouseholds.LENDERS);
        });
        book("农办/低收入农户名册（2017年度）.xlsx", House.CIVIL_AFFAIRS, this::households);
        List<Policy> policies = LishuiHouseholds.policies();
        book("民政局/农村小额保险承保名单.xlsx", House.CIVIL_AFFAIRS, book -> accident(book, policies));
        book(
                "人社局/补充医疗保险承保名单.xlsx",
                House.DATA_BUREAU,
                book -> sheet(
                        book,
                        policies,
                        LishuiHouseholds.MEDICAL,
                        "填报单位：市人力社保局",
                        "户编码|户主姓名|县区|险种|保单号|保险机构|保险起期|保险止期|人数|保险金额（元）|总保费（元）|农户自担\n保费（元）"));
        book("农办/扶贫贷款保险承保名单.xlsx", House.AGRICULTURE, book -> {
            for (String kind : List.of(LishuiHouseholds.GUARANTEE, LishuiHouseholds.PROJECT)) {
                sheet(
                        book,
                        policies,
                        kind,
                        "填报单位：市农办（扶贫办）",
                        "序号|县区|户编码|户主姓名|险种|保单号|扶贫贷款合同号|保险机构|保险起期|保险止期|保险金额|总保费|农户自担保费");
            }
        });
        book("发改委/农房和农业保险承保名单.xlsx", House.REGULATOR, book -> {
            for (String kind : List.of(LishuiHouseholds.HOUSE, LishuiHouseholds.CROP)) {
                sheet(book, policies, kind, "填报单位：市发改委（农险办）", "序号|户编码|户主姓名|县区|险种|保单号|保险机构|保险起期|保险止期|保险金额|总保费|农户自担保费");
            }
        });
        book("小贷险运管中心/扶贫贷款损失分摊申报.xlsx", House.INSURER, book -> {
            Form<Loss> form = LOSSES.form(
                    book,
                    "损失",
                    "扶贫贷款损失申报表（2017年度）",
                    "填报单位：市小额贷款保证保险运营管理中心",
                    "单位：元",
                    "序号|户编码|户主姓名|合同号|贷款银行|保险机构|本金损失|利息损失|追回金额|逾期起始日|理赔日");
            form.rows(LishuiHouseholds.losses()).table().liveTotal("合计");
            signed(form.table(), "练子涵", "应知秋");
        });
    }

    /** A sheet a county. */
    private void households(OfficeBook book) {
        for (County county : SampleRegisters.LISHUI_COUNTIES) {
            HOUSEHOLDS
                    .form(book, county.name(), county.name() + "低收入农户名册", "", "", "序号|户编码|户主姓名|县区|身份证号|类别|人口|认定日期|退出日期")
                    .rows(LishuiHouseholds.ALL.stream()
                            .filter(household -> household.county().equals(county))
                            .toList());
        }
    }

    /** County by county, each with its 小计; what came late stands at the end. */
    private void accident(OfficeBook book, List<Policy> policies) {
        Form<Policy> form = POLICIES.form(
                book,
                "承保名单",
                "低收入农户农村小额保险承保名单（2017年度）",
                "填报单位：市民政局",
                "单位：元",
                "序号|户编码|户主姓名|县区|险种|保单号|保险机构|保险起期|保险止期|人数|保险金额|总保费|农户自担保费");
        for (County county : SampleRegisters.LISHUI_COUNTIES) {
            form.rows(policies.stream()
                            .filter(policy -> policy.kind().equals(LishuiHouseholds.ACCIDENT))
                            .filter(policy -> policy.household().county().equals(county))
                            .toList())
                    .table()
                    .subtotal();
        }
        form.table().liveTotal("总计");
        signed(form.table(), "麻若兰", "项思齐");
    }

    private void sheet(OfficeBook book, List<Policy> policies, String kind, String sender, String headings) {
        Form<Policy> form = POLICIES.form(
                book, kind, "低收入农户" + kind + "承保名单（2017年度）", sender, headings.contains("（元）") ? "" : "单位：元", headings);
        form.rows(policies.stream().filter(policy -> policy.kind().equals(kind)).toList())
                .table()
                .liveTotal("合计");
        signed(form.table(), "练子涵", "应知秋");
    }

    private static void signed(OfficeTable table, String maker, String checker) {
        table.foot("制表人：" + maker + "        复核人：" + checker + "        填报日期：2018年1月8日");
    }

    private void book(String name, House house, Consumer<OfficeBook> content) throws IOException {
        OfficeBook.write(folder.resolve(name), house, FILLED, content);
    }
}
