package bankscore.sample;

import bankscore.sample.FormColumns.Form;
import bankscore.sample.OfficeBook.House;
import bankscore.sample.SampleColumn.Shape;
import bankscore.sample.SampleRegisters.County;
import bankscore.sample.SampleRegisters.Insurer;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Crop insurance as it was underwritten: Shangrao's in 2022, with the insurers chosen for each county, and Jinhua's. */
final class CropForms {
    /**
     * What is insured, and on what terms in every county.
     *
     * @param unitSum insured for one 亩 or 头, in 元
     * @param rate in percent
     * @param own the insured's part of the premium in percent
     * @param usual how much of it a batch holds, about
     */
    record Product(String name, int unitSum, String rate, int own, int usual) {}

    /** A batch of policies; money in 元. */
    record Batch(County county, Insurer insurer, Product product, int number, LocalDate day, int quantity) {
        BigDecimal premium() {
            return BigDecimal.valueOf((long) quantity * product.unitSum)
                    .multiply(new BigDecimal(product.rate))
                    .divide(BigDecimal.valueOf(100), 2, RoundingMode.HALF_UP);
        }

        BigDecimal ownPart() {
            return premium()
                    .multiply(BigDecimal.valueOf(product.own))
                    .divide(BigDecimal.valueOf(100), 2, RoundingMode.HALF_UP);
        }

        String batchNo() {
            return "%s-%d-%02d%02d".formatted(county.code(), day.getYear(), day.getMonthValue(), number);
        }
    }

    /** An insurer chosen for a county, and the number of the province's letter where it was asked. */
    record Chosen(County county, Insurer insurer, String leave) {}

    private static final List<Product> SHANGRAO = List.of(
            new Product("水稻", 800, "4", 20, 5_200),
            new Product("油菜", 400, "5", 20, 2_600),
            new Product("花生", 500, "5", 20, 900),
            new Product("柑橘", 2_000, "4", 20, 640),
            new Product("能繁母猪", 1_500, "6", 20, 310),
            new Product("商品林", 800, "0.25", 20, 9_400),
            new Product("奶牛", 8_000, "5", 20, 45),
            new Product("油茶", 1_500, "3", 55, 720),
            new Product("中药材", 2_000, "5", 55, 260),
            new Product("大棚蔬菜", 3_000, "4.5", 55, 180));
    private static final Set<String> WITH_DAIRY = Set.of("信州区", "广信区", "余干县", "鄱阳县");
    private static final int SHANGRAO_BATCHES = 7;

    private static final List<Product> JINHUA = List.of(
            new Product("水稻", 1_000, "4.5", 20, 1_900),
            new Product("油菜", 600, "4", 20, 700),
            new Product("能繁母猪", 1_500, "6", 20, 140),
            new Product("商品林", 500, "0.3", 20, 3_100),
            new Product("茶叶", 1_600, "5", 40, 220),
            new Product("葡萄", 3_000, "4", 40, 160),
            new Product("佛手", 4_000, "5", 40, 60),
            new Product("两头乌", 1_200, "6", 40, 90));

    /** Counties that send their own lists; the others are in the insurers' or in the city's. */
    private static final List<String> SENDING = List.of("信州区", "广丰区", "鄱阳县");

    private static final List<String> SENDING_INSURERS = List.of("BX03", "BX07");
    private static final LocalDate FILLED = LocalDate.of(2023, 1, 10);

    private static final FormColumns<Batch> BATCHES = new FormColumns<Batch>()
            .text("县区", 20, batch -> batch.county().name())
            .text("保险机构", 16, batch -> batch.insurer().shortName())
            .text("险种", 12, batch -> batch.product().name())
            .text("批次号", 20, Batch::batchNo)
            .day("承保日期", batch -> Optional.of(batch.day()))
            .figure("承保数量", Shape.COUNT, batch -> Optional.of(BigDecimal.valueOf(batch.quantity())))
            .figure(
                    "单位保额",
                    Shape.COUNT,
                    batch -> Optional.of(BigDecimal.valueOf(batch.product().unitSum())))
            .figure(
                    "费率",
                    Shape.PERCENT,
                    batch -> Optional.of(new BigDecimal(batch.product().rate()).movePointLeft(2)))
            .amount("总保费", batch -> Optional.of(batch.premium()))
            .amount("投保人实缴", batch -> Optional.of(batch.ownPart()))
            .figure("户数", Shape.COUNT, batch -> Optional.of(BigDecimal.valueOf(batch.quantity() / 9 + 1)))
            .text("备注", 12, batch -> "");

    private static final FormColumns<Chosen> CHOSEN = new FormColumns<Chosen>()
            .text("县区", 12, chosen -> chosen.county().name())
            .text("保险机构", 44, chosen -> chosen.insurer().name())
            .day("承保期起", chosen -> Optional.of(LocalDate.of(2021, 1, 1)))
            .day("承保期止", chosen -> Optional.of(LocalDate.of(2023, 12, 31)))
            .text("省级同意文号", 26, Chosen::leave);

    private static final FormColumns<SampleBank> INCLUSIVE = new FormColumns<SampleBank>()
            .text("银行名称", 22, SampleBank::shortName)
            .text("地方法人", 12, bank -> local(bank) ? "是" : "否")
            .amount("上季末普惠小微贷款余额", bank -> Optional.of(inclusive(bank, SampleQuarter.THIRD)))
            .amount("普惠小微贷款余额", bank -> Optional.of(inclusive(bank, SampleQuarter.FOURTH)));

    private CropForms() {}

    /** Beside what the offices of Shangrao send for contributions in the last quarter of 2022. */
    static void write(Path input) throws IOException {
        Path folder = input.resolve("2022Q4");
        List<Chosen> chosen = chosen();
        List<Batch> batches = batches(chosen);
        book(
                folder,
                "财政局/县区和保险机构名录.xlsx",
                House.FINANCE_BUREAU,
                book -> SampleRegisters.sheets(
                        book, SampleRegisters.SHANGRAO_COUNTIES, SampleRegisters.SHANGRAO_INSURERS));
        book(folder, "农业农村局/农业保险承保机构遴选结果.xlsx", House.AGRICULTURE, book -> {
            Form<Chosen> form =
                    CHOSEN.form(book, "遴选结果", "政策性农业保险承保机构遴选分包结果", "填报单位：市农业农村局", "", "序号|县区|保险机构|承保期起|承保期止|省级同意文号");
            signed(form.rows(chosen).table(), "祝行远", "俞怀瑾");
        });
        for (String county : SENDING) {
            book(
                    folder,
                    "农业保险/" + county + "农业保险承保明细.xlsx",
                    House.AGRICULTURE,
                    book -> county(
                            book,
                            county,
                            among(batches, batch -> batch.county().name().equals(county))));
        }
        Predicate<Batch> byCounty = batch -> SENDING.contains(batch.county().name());
        Predicate<Batch> byInsurer =
                batch -> SENDING_INSURERS.contains(batch.insurer().code());
        for (String code : SENDING_INSURERS) {
            book(
                    folder,
                    "农业保险/" + insurer(code).shortName() + "承保清单.xlsx",
                    House.INSURER,
                    book -> insurer(
                            book,
                            insurer(code),
                            among(
                                    batches,
                                    byCounty.negate()
                                            .and(batch -> batch.insurer().code().equals(code)))));
        }
        book(folder, "农业保险/其余县市农业保险承保明细.xlsx", House.AGRICULTURE, book -> {
            List<Batch> others = among(batches, byCounty.or(byInsurer).negate());
            for (County county : SampleRegisters.SHANGRAO_COUNTIES) {
                if (!SENDING.contains(county.name())) {
                    BATCHES.form(
                                    book,
                                    county.name(),
                                    county.name() + "农业保险承保明细表（2022年度）",
                                    "汇总单位：市农业农村局",
                                    "单位：元",
                                    "序号|县区|保险机构|险种|批次号|承保日期|承保数量|单位保额|费率|总保费|投保人实缴|户数")
                            .rows(among(others, batch -> batch.county().equals(county)))
                            .table()
                            .liveTotal("合计");
                }
            }
        });
        book(folder, "人民银行/2022年四季度普惠小微贷款统计表.xlsx", House.CENTRAL_BANK, book -> {
            Form<SampleBank> form = INCLUSIVE.form(
                    book,
                    "普惠小微",
                    "2022年四季度普惠小微贷款统计表",
                    "填报单位：人民银行市中心支行",
                    "单位：万元",
                    "序号|银行名称|地方法人|上季末普惠小微\n贷款余额|普惠小微\n贷款余额");
            form.rows(SampleBank.openAt(SampleQuarter.FOURTH)).table().liveTotal("合计");
            signed(form.table(), "章敏", "欧阳恺");
        });
    }

    /** Jinhua's lines of 2024: two insurers, four districts and a county outside. */
    static void jinhua(OfficeBook book) {
        List<Batch> batches = jinhua();
        Form<Batch> form = BATCHES.form(
                book,
                "承保明细",
                "政策性农业保险及市级地方特色农业保险承保明细表（2024年度）",
                "填报单位：市农业农村局",
                "单位：元",
                "序号|县区|险种|保险机构|批次号|承保日期|承保数量|单位保额|费率|总保费|投保人实缴|户数|备注");
        for (County county : SampleRegisters.JINHUA_COUNTIES.subList(0, 5)) {
            form.rows(among(batches, batch -> batch.county().equals(county)))
                    .table()
                    .subtotal();
        }
        form.table().liveTotal("合计");
        form.table().foot("制表人：桑若        复核人：祝语冰        填报日期：2025年1月9日");
    }

    static List<Batch> jinhua() {
        List<Batch> batches = new ArrayList<>();
        for (County county : SampleRegisters.JINHUA_COUNTIES.subList(0, 5)) {
            for (Product product : JINHUA) {
                Dice dice = Dice.of("crop", county.code(), product.name());
                Insurer insurer = SampleRegisters.JINHUA_INSURERS.get(dice.below(2) * 2);
                for (int number = 1; number <= 2; number++) {
                    LocalDate day = LocalDate.of(2024, 5, 13).plusDays(dice.below(200));
                    batches.add(new Batch(county, insurer, product, number, day, quantity(dice, product)));
                }
            }
        }
        return List.copyOf(batches);
    }

    /** Two or three a county; one has one, one has four with leave and one four without. */
    static List<Chosen> chosen() {
        List<Chosen> chosen = new ArrayList<>();
        for (int index = 0; index < SampleRegisters.SHANGRAO_COUNTIES.size(); index++) {
            County county = SampleRegisters.SHANGRAO_COUNTIES.get(index);
            int many = switch (county.name()) {
                case "横峰县" -> 1;
                case "鄱阳县", "余干县" -> 4;
                default -> 2 + index % 2;
            };
            String leave = county.name().equals("鄱阳县") ? "赣农保函〔2020〕17号" : "";
            for (int i = 0; i < many; i++) {
                // Steps of two among nine insurers meet each at most once in four.
                chosen.add(new Chosen(county, SampleRegisters.SHANGRAO_INSURERS.get((index + 2 * i) % 9), leave));
            }
        }
        return List.copyOf(chosen);
    }

    /** Each product of a county goes to one or two of its insurers, in batches over the year. */
    static List<Batch> batches(List<Chosen> chosen) {
        List<Batch> batches = new ArrayList<>();
        for (County county : SampleRegisters.SHANGRAO_COUNTIES) {
            List<Chosen> here =
                    chosen.stream().filter(line -> line.county.equals(county)).toList();
            for (Product product : SHANGRAO) {
                if (product.name.equals("奶牛") && !WITH_DAIRY.contains(county.name())) {
                    continue;
                }
                Dice dice = Dice.of("crop", county.code(), product.name());
                int first = dice.below(here.size());
                int insurers = here.size() == 1 ? 1 : 2;
                for (int i = 0; i < insurers * SHANGRAO_BATCHES; i++) {
                    Insurer insurer = here.get((first + i / SHANGRAO_BATCHES) % here.size()).insurer;
                    int month = 1 + i % SHANGRAO_BATCHES * 5 / 3 + dice.below(2);
                    LocalDate day = LocalDate.of(2022, month, dice.between(14, 28));
                    batches.add(new Batch(
                            county, insurer, product, i % SHANGRAO_BATCHES + 1, day, quantity(dice, product)));
                }
            }
        }
        return List.copyOf(batches);
    }

    private static int quantity(Dice dice, Product product) {
        return product.usual * dice.between(55, 145) / 100 + dice.below(10);
    }

    private static void county(OfficeBook book, String county, List<Batch> batches) {
        boolean bracketed = county.equals("广丰区");
        Form<Batch> form = BATCHES.form(
                book,
                bracketed ? "Sheet1" : "承保明细",
                county + "2022年度政策性农业保险和地方特色农业保险承保明细表",
                bracketed ? "" : "填报单位：" + county + "农业农村局",
                "单位：元",
                bracketed
                        ? "序号|承保日期|批次号|县 区|保险机构|险 种|承保数量|单位保额（元）|费率|总保费（元）|投保人\n实缴（元）|户数"
                        : "序号|县区|险种|保险机构|批次号|承保日期|承保数量|单位保额|费率|总保费|投保人实缴|户数|备注");
        form.rows(batches);
        if (bracketed) {
            form.table().typedTotal("合  计");
        } else {
            form.table().liveTotal("合计");
        }
        signed(form.table(), "祝行远", "俞怀瑾");
    }

    /** An insurer's list, product by product, each with its 小计. */
    private static void insurer(OfficeBook book, Insurer insurer, List<Batch> batches) {
        Form<Batch> form = BATCHES.form(
                book,
                "承保清单",
                insurer.shortName() + "农业保险承保清单（2022年度）",
                "报送单位：" + insurer.name(),
                "单位：元",
                "序号|保险机构|县区|险种|批次号|承保日期|承保数量|单位保额|费率|总保费|投保人实缴|户数");
        for (Product product : SHANGRAO) {
            List<Batch> ofProduct = among(batches, batch -> batch.product().equals(product));
            if (!ofProduct.isEmpty()) {
                form.rows(ofProduct).table().subtotal();
            }
        }
        form.table().liveTotal("合计");
        signed(form.table(), "卓闻笛", "岳舒");
    }

    private static List<Batch> among(List<Batch> batches, Predicate<Batch> which) {
        return batches.stream().filter(which).toList();
    }

    private static Insurer insurer(String code) {
        return SampleRegisters.SHANGRAO_INSURERS.stream()
                .filter(insurer -> insurer.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    /** Banks with their seat here; 带湖银行 only has a branch. */
    private static boolean local(SampleBank bank) {
        return Set.of("农村商业银行", "村镇银行").contains(bank.kind()) || bank.name().equals("信江银行股份有限公司");
    }

    /** A part of the loans to small businesses, the same all year; at one bank it fell in the last quarter. */
    private static BigDecimal inclusive(SampleBank bank, SampleQuarter quarter) {
        int percent = Dice.of("inclusive", bank.code()).between(55, 88);
        if (bank.is(SampleBank.IN_TROUBLE) && quarter.annual()) {
            percent -= 3;
        }
        return new Figures(bank, quarter)
                .sme()
                .multiply(BigDecimal.valueOf(percent, 2))
                .setScale(2, RoundingMode.HALF_UP);
    }

    private static void signed(OfficeTable table, String maker, String checker) {
        table.foot("制表人：" + maker + "        复核人：" + checker + "        填报日期：2023年1月10日");
    }

    private static void book(Path folder, String name, House house, Consumer<OfficeBook> content) throws IOException {
        OfficeBook.write(folder.resolve(name), house, FILLED, content);
    }
}
