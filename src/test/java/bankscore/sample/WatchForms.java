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
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What is watched in the quarters of 2022: twelve counties and twenty-two insurers, the targets of the banks, what the province
 * published, and what was before.
 */
final class WatchForms {

    /** The quarters whose figures there are: those of 2021 and 2022. */
    private static final List<String> QUARTERS =
            List.of("2021Q1", "2021Q2", "2021Q3", "2021Q4", "2022Q1", "2022Q2", "2022Q3", "2022Q4");

    /** A year's premiums come in by so much until each quarter's end, in percent. */
    private static final List<Integer> PREMIUM_PATH = List.of(29, 53, 76, 100);

    /**
     * A county's course.
     *
     * @param loans at the end of 2021, in 万元
     * @param grownBefore of loans in 2021, in tenths of a percent
     * @param grown of loans in 2022, likewise
     * @param ratio loans to deposits at each quarter's end of 2022, in hundredths of a percent
     * @param premium of 2021
     * @param premiumGrown against the same months of 2021 until each quarter's end of 2022, in hundredths of a percent
     */
    private record Course(
            County county,
            int loans,
            int grownBefore,
            int grown,
            List<Integer> ratio,
            int premium,
            List<Integer> premiumGrown) {

        BigDecimal loans(int quarter) {
            boolean before = quarter < 4;
            BigDecimal from = before ? divided(loans, 1000 + grownBefore) : BigDecimal.valueOf(loans);
            int rate = (before ? grownBefore : grown) * (quarter % 4 + 1);
            int crumbs = Dice.of("county loans", county.code(), QUARTERS.get(quarter))
                    .below(9_000);
            return from.multiply(BigDecimal.valueOf(4_000L + rate))
                    .divide(BigDecimal.valueOf(4_000), 0, RoundingMode.HALF_UP)
                    .add(BigDecimal.valueOf(crumbs, 2))
                    .setScale(2, RoundingMode.HALF_UP);
        }

        private static BigDecimal divided(int amount, int permille) {
            return BigDecimal.valueOf(amount * 1000L).divide(BigDecimal.valueOf(permille), 6, RoundingMode.HALF_UP);
        }

        BigDecimal deposits(int quarter) {
            return loans(quarter)
                    .multiply(BigDecimal.valueOf(10_000))
                    .divide(BigDecimal.valueOf(ratio.get(quarter % 4)), 2, RoundingMode.HALF_UP);
        }

        BigDecimal premium(int quarter) {
            return WatchForms.premium(county.code(), premium, quarter, quarter < 4 ? 0 : premiumGrown.get(quarter % 4));
        }
    }

    /**
     * An insurer's course.
     *
     * @param premium of 2021, in 万元
     * @param grown against the same months of the year before, in hundredths of a percent, until each quarter's end of 2021
     *     and 2022; none: it was not there
     */
    private record Business(Insurer insurer, String note, int premium, List<Integer> grown) {

        BigDecimal premium(int quarter) {
            return WatchForms.premium(insurer.code(), premium, quarter, quarter < 4 ? 0 : grown.get(quarter));
        }

        /** What a history sheet says: of this year's quarters what follows from the premiums. */
        Optional<BigDecimal> growth(int quarter) {
            if (quarter < 4) {
                return Optional.of(grown.get(quarter))
                        .filter(each -> each != NONE)
                        .map(each -> BigDecimal.valueOf(each, 2));
            }
            BigDecimal before = premium(quarter - 4);
            return Optional.of(premium(quarter)
                    .subtract(before)
                    .multiply(BigDecimal.valueOf(100))
                    .divide(before, 2, RoundingMode.HALF_UP));
        }
    }

    /** Stands for a quarter in which somebody was not there. */
    private static final int NONE = Integer.MIN_VALUE;

    private static BigDecimal premium(String code, int year, int quarter, int grown) {
        String before = QUARTERS.get(quarter % 4);
        BigDecimal then = BigDecimal.valueOf((long) year * PREMIUM_PATH.get(quarter % 4), 2)
                .add(BigDecimal.valueOf(Dice.of("premium", code, before).below(900), 2));
        return quarter < 4
                ? then
                : then.multiply(BigDecimal.valueOf(10_000L + grown))
                        .movePointLeft(4)
                        .setScale(2, RoundingMode.HALF_UP);
    }

    private static final List<Course> COUNTIES = counties();

    /** 余干县 lies more than ten points below the city's ratio, 鄱阳县 between five and ten; 横峰县's premiums fell. */
    private static List<Course> counties() {
        List<List<Integer>> ratios = List.of(
                List.of(8411, 8466, 8502, 8537),
                List.of(8102, 8143, 8178, 8220),
                List.of(7932, 7961, 8010, 8046),
                List.of(7604, 7655, 7690, 7741),
                List.of(7421, 7466, 7503, 7522),
                List.of(7388, 7412, 7455, 7480),
                List.of(7550, 7583, 7602, 7635),
                List.of(6612, 6634, 6589, 6571),
                List.of(7010, 7044, 7061, 7088),
                List.of(7744, 7786, 7811, 7829),
                List.of(7299, 7342, 7376, 7403),
                List.of(8055, 8081, 8120, 8162));
        int[] loans = {
            5_184_300, 3_962_700, 3_418_500, 2_764_200, 1_683_900, 812_400, 1_385_600, 1_964_800, 2_871_300, 1_642_700,
            1_227_900, 1_906_400
        };
        int[] before = {118, 124, 131, 109, 121, 128, 115, 96, 112, 119, 127, 122};
        int[] grown = {126, 131, 139, 115, 124, 133, 84, 71, 118, 121, 136, 128};
        int[] premiums = {68_420, 49_870, 41_350, 33_960, 18_740, 8_920, 15_630, 24_180, 36_540, 17_260, 14_510, 20_370
        };
        List<Course> courses = new ArrayList<>();
        for (int i = 0; i < ratios.size(); i++) {
            County county = SampleRegisters.SHANGRAO_COUNTIES.get(i);
            List<Integer> growth = switch (county.name()) {
                case "横峰县" -> List.of(214, 96, -88, -176);
                case "弋阳县" -> List.of(-152, 37, 205, 288);
                default -> path("county premium", county.code(), 260, 1_180);
            };
            courses.add(new Course(county, loans[i], before[i], grown[i], ratios.get(i), premiums[i], growth));
        }
        return List.copyOf(courses);
    }

    /** Four rates of growth that lie near each other. */
    private static List<Integer> path(String what, String code, int least, int most) {
        int usual = Dice.of(what, code).between(least, most);
        List<Integer> path = new ArrayList<>();
        for (int quarter = 0; quarter < 4; quarter++) {
            path.add(usual + Dice.of(what, code, Integer.toString(quarter)).between(-120, 120));
        }
        return path;
    }

    private static final List<Business> INSURERS = insurers();

    private static List<Business> insurers() {
        Map<String, Integer> premiums = Map.ofEntries(
                Map.entry("BX01", 88_640),
                Map.entry("BX02", 51_270),
                Map.entry("BX03", 23_180),
                Map.entry("BX04", 96_350),
                Map.entry("BX05", 17_420),
                Map.entry("BX06", 9_860),
                Map.entry("BX07", 14_730),
                Map.entry("BX08", 12_940),
                Map.entry("BX09", 6_280),
                Map.entry("BX10", 142_300),
                Map.entry("BX11", 118_700),
                Map.entry("BX12", 73_900),
                Map.entry("BX13", 64_200),
                Map.entry("BX14", 41_600),
                Map.entry("BX15", 28_900),
                Map.entry("BX16", 22_400),
                Map.entry("BX17", 15_800),
                Map.entry("BX18", 11_700),
                Map.entry("BX19", 19_300),
                Map.entry("BX20", 8_450),
                Map.entry("BX21", 1_350),
                Map.entry("BX22", 5_120));
        List<Business> businesses = new ArrayList<>();
        for (Insurer insurer : SampleRegisters.WATCHED_INSURERS) {
            List<Integer> grown = switch (insurer.code()) {
                // Below 0 in all eight quarters: for long.
                case "BX06" -> List.of(-310, -425, -388, -512, -604, -577, -690, -731);
                // In seven, and not in the one before them.
                case "BX05" -> List.of(84, -120, -233, -196, -318, -402, -355, -467);
                // The row of negative ones ends with a quarter at exactly 0.
                case "BX12" -> List.of(-205, -188, -240, -161, -97, 0, -143, -118);
                case "BX09" -> List.of(642, 518, 390, 255, 60, -84, -190, -236);
                // Reported otherwise since 2022, as the register remarks.
                case "BX19" -> List.of(412, 388, 455, 430, -2_210, -2_184, -2_236, -2_195);
                // It opened in April 2022 with the business of a branch that was closed.
                case "BX21" -> List.of(NONE, NONE, NONE, NONE, NONE, -4_300, -4_120, -4_000);
                default -> eight(insurer.code());
            };
            businesses.add(new Business(
                    insurer,
                    insurer.code().equals("BX19") ? "口径调整" : "",
                    premiums.getOrDefault(insurer.code(), 0),
                    grown));
        }
        return List.copyOf(businesses);
    }

    private static List<Integer> eight(String code) {
        List<Integer> all = new ArrayList<>(path("insurer premium before", code, 240, 1_320));
        all.addAll(path("insurer premium", code, 180, 1_260));
        return all;
    }

    /** What banks are to lend more in 2022, in 万元; the newcomer and the bank that is not assessed have none. */
    private static final Map<String, Integer> TARGETS = Map.ofEntries(
            Map.entry("B001", 700_000),
            Map.entry("B002", 560_000),
            Map.entry("B003", 560_000),
            Map.entry("B004", 400_000),
            Map.entry("B005", 110_000),
            Map.entry("B006", 60_000),
            Map.entry("B007", 50_000),
            Map.entry("B008", 380_000),
            Map.entry("B009", 180_000),
            Map.entry("B010", 105_000),
            Map.entry("B011", 60_000),
            Map.entry("B012", 45_000),
            Map.entry("B013", 13_000),
            Map.entry("B014", 7_500),
            Map.entry("B015", 4_500),
            Map.entry("B016", 40_000));

    private final Path folder;
    private final SampleQuarter quarter;
    private final int index;

    private WatchForms(Path input, SampleQuarter quarter) {
        this.folder = input.resolve(quarter.period());
        this.quarter = quarter;
        this.index = QUARTERS.indexOf(quarter.period());
    }

    /** Beside what the offices of Shangrao send for contributions in 2022. */
    static void write(Path input) throws IOException {
        for (SampleQuarter quarter : SampleQuarter.values()) {
            if (QUARTERS.contains(quarter.period())) {
                new WatchForms(input, quarter).write();
            }
        }
    }

    private void write() throws IOException {
        String when = quarter.year() + quarter.inWords();
        if (!quarter.annual()) {
            // The last quarter's is written with what belongs to crop insurance.
            book(
                    "财政局/县区和保险机构名录.xlsx",
                    House.FINANCE_BUREAU,
                    book -> SampleRegisters.sheets(
                            book, SampleRegisters.SHANGRAO_COUNTIES, SampleRegisters.SHANGRAO_INSURERS));
        }
        book("金融监管/人身险及其他保险机构名录.xlsx", House.REGULATOR, this::register);
        book("金融监管/" + when + "保险业务统计表.xlsx", House.REGULATOR, book -> {
            insurers(book, when);
            countyPremiums(book, when);
        });
        book("人民银行/" + when + "县区存贷款统计表.xlsx", House.CENTRAL_BANK, book -> countyCredit(book, when));
        book("财政局/2022年信贷目标.xlsx", House.FINANCE_BUREAU, this::targets);
        book("人民银行/" + when + "全省及全市主要指标.xlsx", House.CENTRAL_BANK, book -> published(book, when));
        if (quarter.first() || quarter.annual()) {
            book("财政局/保费增速历史数据.xlsx", House.FINANCE_BUREAU, this::history);
        }
    }

    private void register(OfficeBook book) {
        FormColumns<Business> columns = new FormColumns<Business>()
                .text("机构编码", 12, each -> each.insurer().code())
                .text("机构名称", 44, each -> each.insurer().name())
                .text("简称", 16, each -> each.insurer().shortName())
                .text("类型", 22, each -> each.insurer().kind())
                .day("开业日期", each -> Optional.of(LocalDate.parse(each.insurer().opened())))
                .text("备注", 16, Business::note);
        Form<Business> form =
                columns.form(book, "机构名录", "人身险及其他保险机构名录", "编制单位：金融监管部门监管二科", "", "序号|机构编码|机构名称|简称|类型|开业日期|备注");
        form.rows(open().stream()
                .filter(each -> !SampleRegisters.SHANGRAO_INSURERS.contains(each.insurer()))
                .toList());
    }

    /** The insurers that were open at the quarter's end. */
    private List<Business> open() {
        return INSURERS.stream()
                .filter(each -> !LocalDate.parse(each.insurer().opened()).isAfter(quarter.end()))
                .toList();
    }

    private void insurers(OfficeBook book, String when) {
        FormColumns<Business> columns = new FormColumns<Business>()
                .text("机构名称", 22, each -> each.insurer().shortName())
                .amount("本期保费收入", each -> Optional.of(each.premium(index)))
                .amount("上年同期保费收入", each -> Optional.of(each.premium(index - 4)))
                .figure("同比增速", Shape.PERCENT, each -> each.growth(index).map(rate -> rate.movePointLeft(2)));
        Form<Business> form = columns.form(
                book,
                "保险机构",
                when + "保险机构保费收入统计表（1-" + quarter.end().getMonthValue() + "月）",
                "填报单位：金融监管部门监管二科",
                "单位：万元",
                "序号|机构名称|本期\n保费收入|上年同期\n保费收入|同比增速");
        form.rows(open()).table().liveTotal("合计");
        signed(form.table(), "毕若谷", "樊景行");
    }

    private void countyPremiums(OfficeBook book, String when) {
        FormColumns<Course> columns = new FormColumns<Course>()
                .text("县区", 16, each -> each.county().name())
                .amount("本期保费收入", each -> Optional.of(each.premium(index)))
                .amount("上年同期保费收入", each -> Optional.of(each.premium(index - 4)));
        Form<Course> form = columns.form(
                book,
                "县（市、区）",
                when + "各县（市、区）保费收入统计表（1-" + quarter.end().getMonthValue() + "月）",
                "填报单位：金融监管部门监管二科",
                "单位：万元",
                "序号|县（市、区）|本期保费收入|上年同期保费收入".replace("县（市、区）", "县 区"));
        form.rows(COUNTIES).table().liveTotal("上饶市");
        signed(form.table(), "毕若谷", "樊景行");
    }

    private void countyCredit(OfficeBook book, String when) {
        boolean inYi = quarter == SampleQuarter.SECOND;
        FormColumns<Course> columns = new FormColumns<Course>()
                .text("县区", 16, each -> each.county().name())
                .amount("存款余额", each -> Optional.of(shown(each.deposits(index), inYi)))
                .amount("贷款余额", each -> Optional.of(shown(each.loans(index), inYi)))
                .amount("年初贷款余额", each -> Optional.of(shown(each.loans(3), inYi)))
                .amount("上年同期贷款余额", each -> Optional.of(shown(each.loans(index - 4), inYi)));
        Form<Course> form = columns.form(
                book,
                "分县区",
                when + "各县（市、区）存贷款统计表（本外币）",
                "填报单位：人民银行市中心支行",
                inYi ? "单位：亿元" : "单位：万元",
                "序号|县 区|存款余额|贷款余额|年初\n贷款余额|上年同期\n贷款余额");
        form.rows(COUNTIES);
        if (quarter.first()) {
            form.table().typedTotal("合计");
        } else {
            form.table().liveTotal("上饶市");
        }
        signed(form.table(), "章敏", "欧阳恺");
    }

    private static BigDecimal shown(BigDecimal wan, boolean inYi) {
        return inYi ? wan.movePointLeft(4) : wan;
    }

    private void targets(OfficeBook book) {
        FormColumns<SampleBank> columns = new FormColumns<SampleBank>()
                .text("银行名称", 22, SampleBank::shortName)
                .amount("年度新增贷款目标", bank -> Optional.of(BigDecimal.valueOf(TARGETS.getOrDefault(bank.code(), 0))));
        Form<SampleBank> form =
                columns.form(book, "信贷目标", "2022年银行业金融机构新增贷款目标", "编制单位：市财政局国库科", "单位：万元", "序号|银行名称|年度新增贷款目标");
        form.rows(SampleBank.ALL.stream()
                        .filter(bank -> TARGETS.containsKey(bank.code()))
                        .toList())
                .table()
                .liveTotal("合计");
    }

    /** A published figure in percent, to hundredths. */
    private record Item(String name, List<Integer> values, String source) {}

    private static final List<Item> ITEMS = List.of(
            new Item("全省贷款增速", List.of(1_214, 1_188, 1_163, 1_130), "人民银行省会中心支行"),
            new Item("全省存贷比", List.of(8_012, 8_035, 8_041, 8_066), "人民银行省会中心支行"),
            new Item("全省保费增速", List.of(410, 436, 452, 468), "省金融监管部门"),
            new Item("全市贷款增速", List.of(1_241, 1_236, 1_218, 1_204), "人民银行市中心支行"),
            new Item("全市保费增速", List.of(502, 488, 447, 421), "市金融监管部门"));

    private void published(OfficeBook book, String when) {
        FormColumns<Item> columns = new FormColumns<Item>()
                .text("项目", 20, Item::name)
                .figure("数值", Shape.AMOUNT, item -> Optional.of(BigDecimal.valueOf(quarter.pick(item.values()), 2)))
                .day("日期", item -> Optional.of(quarter.end()))
                .text("来源", 30, Item::source);
        columns.form(book, "主要指标", when + "全省及全市主要指标（%）", "填报单位：人民银行市中心支行", "", "序号|项目|数值|日期|来源")
                .rows(ITEMS);
    }

    /** A row of history. */
    private record Row(String period, Business insurer, BigDecimal growth) {}

    /** Four quarters for who begins with the first quarter, eight for who begins with the last one. */
    private void history(OfficeBook book) {
        List<Row> rows = new ArrayList<>();
        for (int quarterThen = 0; quarterThen < (quarter.annual() ? QUARTERS.size() : 4); quarterThen++) {
            String period = QUARTERS.get(quarterThen);
            for (Business each : open()) {
                if (each.grown().get(quarterThen) != NONE) {
                    rows.add(new Row(period, each, each.growth(quarterThen).orElseThrow()));
                }
            }
        }
        new FormColumns<Row>()
                .text("期间", 12, Row::period)
                .text("对象类别", 12, row -> "保险机构")
                .text("对象", 22, row -> row.insurer().insurer().shortName())
                .text("指标", 12, row -> "保费增速")
                .figure("数值", Shape.AMOUNT, row -> Optional.of(row.growth()))
                .form(book, "历史", "各保险机构以前各季度保费增速（%）", "整理单位：市财政局金融科", "", "序号|期间|对象类别|对象|指标|数值")
                .rows(rows);
    }

    private void signed(OfficeTable table, String maker, String checker) {
        table.foot("制表人：" + maker + "        复核人：" + checker + "        填报日期：" + quarter.filledInWords());
    }

    private void book(String name, House house, Consumer<OfficeBook> content) throws IOException {
        OfficeBook.write(folder.resolve(name), house, quarter.filled(), content);
    }
}
