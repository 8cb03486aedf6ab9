package bankscore.plain;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.plain.PlainQuarter.Bank;
import bankscore.plain.PlainQuarter.Credit;
import bankscore.plain.PlainQuarter.Fault;
import bankscore.plain.PlainQuarter.Holding;
import bankscore.plain.PlainQuarter.Pool;
import bankscore.plain.PlainQuarter.Rating;
import bankscore.plain.PlainQuarter.Risk;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainRecalculationTest {

    // ---------------------------------------------------------------- whole lots (D14, D15)

    @Test
    void taizhou_2023_third_tender_comes_out_as_published() {
        // 22.2 亿元 in lots of 0.01 亿元: counted in lots it is 2220 in lots of 1. Sum of scores: 614.73.
        assertThat(targets(
                        "2220", "84.23", "75.40", "65.01", "62.00", "56.79", "56.23", "54.98", "54.93", "52.65",
                        "52.51"))
                .containsExactly("304", "272", "235", "224", "205", "203", "199", "198", "190", "190");
    }

    @Test
    void of_three_equal_banks_the_first_of_the_roster_gets_the_lot_too_many() {
        assertThat(targets("100", "70", "70", "70")).containsExactly("34", "33", "33");
    }

    @Test
    void the_odd_rest_goes_to_the_highest_total() {
        // Quotas 60.9 and 40.6; 60 and 40; the missing lot to 0.9; the odd 0.50 to the first.
        assertThat(targets("101.50", "60", "40")).containsExactly("61.50", "40");
    }

    @Test
    void equal_remainders_go_to_the_higher_total_before_the_earlier_row() {
        // Quotas 0.5 and 1.5.
        assertThat(targets("2", "25", "75")).containsExactly("0", "2");
    }

    @Test
    void a_pool_below_one_lot_is_all_odd_rest() {
        assertThat(targets("0.37", "10", "20")).containsExactly("0", "0.37");
    }

    @Test
    void limits_are_applied_until_nobody_exceeds_its_own() {
        // 100 over 50, 30, 20 with limits 10 and 35. First 50, 30, 20: the first is set to 10.
        // 90 over 30, 20: 54 and 36; the second is set to 35. 55 remain for the third.
        assertThat(limited("100", List.of("50", "30", "20"), "10", "35", null)).containsExactly("10", "35", "55");
    }

    @Test
    void a_lot_that_would_exceed_a_limit_goes_to_the_next_in_order() {
        // Quotas 4.5, 3 and 1.5 of 9; the first may hold 4.6: no whole lot more. The third is next.
        assertThat(limited("9", List.of("30", "20", "10"), "4.6", null, null)).containsExactly("4", "3", "2");
    }

    @Test
    void the_order_is_run_through_again_while_lots_are_left() {
        // 11 over three: quotas 3.66…, within the limits 3.9 of the first two. Whole lots 3, 3, 3, two are missing:
        // neither of the first two may take one, the third takes one, and one more when the order is run through again.
        assertThat(limited("11", List.of("10", "10", "10"), "3.9", "3.9", null)).containsExactly("3", "3", "5");
    }

    @Test
    void a_bank_at_its_limit_keeps_it_to_the_fen() {
        // 7 over three, two of them set to 1.9 each; the rest 3.2 is the third's: 3 whole lots and the odd 0.2.
        assertThat(limited("7", List.of("10", "10", "10"), "1.9", "1.9", null)).containsExactly("1.9", "1.9", "3.2");
    }

    @Test
    void what_nobody_may_take_is_not_placed() {
        assertThat(limited("100.5", List.of("10", "20"), "3.2", "0")).containsExactly("3.2", "0");
        assertThat(targets("100")).isEmpty();
    }

    // ---------------------------------------------------------------- measures and points

    @ParameterizedTest
    @CsvSource({"707.42, 1047.62, 67.53", "111.71, 192, 58.18"})
    void yiwu_ratios_come_out_as_published(String loans, String deposits, String ratio) {
        PlainResult result = PlainRecalculation.of(
                quarter(4, Map.of("B1", credit(deposits, "1", loans, "1", "1", "1", "1")), Map.of("B1", "0")));

        assertThat(at(result, "benchmarks", "city_ldr", "value")).isEqualTo(ratio);
        assertThat(at(result, "benchmarks", "city_ldr", "source")).isEqualTo("computed");
        assertThat(at(result, "banks", 0, "measures", "ldr")).isEqualTo(ratio);
    }

    @ParameterizedTest
    @CsvSource({
        "-3, 0.00",
        "499.99, 0.00",
        "500, 5.00",
        "1000, 10.00",
        "3000, 15.00",
        "5000, 20.00",
        "8000, 25.00",
        "9999.99, 25.00",
        "10000, 30.00"
    })
    void a_bound_of_tax_belongs_to_the_band_above_it(String tax, String points) {
        PlainResult result = PlainRecalculation.of(
                quarter(4, Map.of("B1", credit("1", "1", "1", "1", "1", "1", "1")), Map.of("B1", tax)));

        assertThat(at(result, "banks", 0, "items", 7, "points")).isEqualTo(points);
    }

    @ParameterizedTest
    @CsvSource({"100, 0.00", "104.99, 0.00", "105, -1.00", "107.3, -1.00", "149.99, -9.00", "150, -10.00", "190, -10.00"
    })
    void only_whole_steps_below_the_city_are_deducted(String published, String points) {
        PlainQuarter plain = with(
                quarter(4, Map.of("B1", credit("100", "100", "100", "1", "1", "1", "1")), Map.of("B1", "0")),
                Optional.of(new BigDecimal(published)));

        assertThat(at(PlainRecalculation.of(plain), "banks", 0, "items", 8, "points"))
                .isEqualTo(points);
    }

    @Test
    void a_bank_is_assessed_from_the_day_it_is_twelve_months_old() {
        PlainQuarter worked = workedByHand(List.of());
        List<Bank> banks = new ArrayList<>(worked.banks());
        banks.set(1, opened("B2", LocalDate.of(2022, 1, 1)));
        banks.set(2, opened("B3", LocalDate.of(2022, 1, 2)));

        PlainResult result = PlainRecalculation.of(with(worked, banks));

        assertThat(column(result, "code")).containsExactly("B1", "B2");
        assertThat(at(result, "excluded")).isEqualTo(List.of(Map.of("code", "B3"), Map.of("code", "B4")));
    }

    @Test
    void equal_totals_share_a_rank_and_the_next_one_is_left_out() {
        Credit same = credit("1", "1", "1", "1", "1", "1", "1");
        PlainResult result = PlainRecalculation.of(quarter(
                4,
                Map.of("B1", same, "B2", same, "B3", same, "B4", same),
                Map.of("B1", "600", "B2", "5000", "B3", "600", "B4", "0")));

        assertThat(column(result, "rank")).containsExactly("2", "1", "2", "4");
    }

    // ---------------------------------------------------------------- whole quarters

    @Test
    void a_quarter_worked_by_hand_comes_out_to_the_last_digit() {
        PlainResult result = PlainRecalculation.of(workedByHand(List.of()));

        assertThat(at(result, "period")).isEqualTo("2022Q4");
        assertThat(at(result, "status")).isEqualTo("annual");
        // (1000 + 1100 + 270) / (1000 + 2000 + 0)
        assertThat(at(result, "benchmarks", "city_ldr", "value")).isEqualTo("79.00");

        assertThat(at(result, "banks", 0, "measures"))
                .isEqualTo(measures("200", "25.00", "20.00", "20.00", "30", "500", "100.00", "4.25", "0.5"));
        // 13 / 3 = 4.333…
        assertThat(at(result, "banks", 1, "measures"))
                .isEqualTo(measures("100.5", "10.06", "5.00", null, "90", "9999.99", "55.00", "4.33", "6"));
        assertThat(at(result, "banks", 2, "measures"))
                .isEqualTo(measures("-30", "-10.00", "0.00", "30.00", "0", "-5", null, null, "0"));

        // 10 × 20 / 30 = 6.67; 10 × 30 / 90 = 3.33; 5 − 0.5 = 4.5
        assertThat(points(result, 0))
                .containsExactly("30.00", "20.00", "20.00", "6.67", "3.33", "4.25", "4.50", "5.00", "0.00");
        // 30 × 100.5 / 200 = 15.075; 20 × 10.06 / 25 = 8.048; 20 × 5 / 20; six points of faults; 24 short are 4 steps
        assertThat(points(result, 1))
                .containsExactly("15.08", "8.05", "5.00", "0.00", "10.00", "4.33", "0.00", "25.00", "-4.00");
        assertThat(points(result, 2))
                .containsExactly("0.00", "0.00", "0.00", "10.00", "0.00", "0.00", "5.00", "0.00", "0.00");

        assertThat(column(result, "total")).containsExactly("93.75", "63.46", "15.00");
        assertThat(column(result, "rank")).containsExactly("1", "2", "3");
        // Sum 172.21: 0.544393473085186 69…, 0.368503571221183 43…, 0.087102955693629 87…
        assertThat(column(result, "share"))
                .containsExactly("0.544393473085187", "0.368503571221183", "0.087102955693630");
        // 5443.93…, 3685.03…, 871.02…: one hundredth is missing, the first has the largest remainder.
        assertThat(column(result, "sharePercent")).containsExactly("54.44", "36.85", "8.71");
        assertThat(at(result, "excluded")).isEqualTo(List.of(Map.of("code", "B4")));

        // Quotas of 1000.50: 544.66…, 368.68…, 87.14…; whole lots 999 of 1000, one more to the second; 0.50 to the
        // first.
        assertThat(at(result, "allocation", "indicative")).isEqualTo("false");
        assertThat(at(result, "allocation", "funds", 0, "pool")).isEqualTo("1000.50");
        assertThat(at(result, "allocation", "funds", 0, "unplaced")).isEqualTo("0.00");
        assertThat(at(result, "allocation", "funds", 0, "outside"))
                .isEqualTo(List.of(Map.of("code", "B4", "current", "70.00")));
        assertThat(rows(result, "rows"))
                .containsExactly(
                        "B1 100.00 544.50 444.50 363.50 81.00 ",
                        // 131 to give, 50 of it free, the rest from what falls due first
                        "B2 500.00 369.00 -131.00 -50.00 -81.00 ",
                        "B3 200.00 87.00 -113.00 -113.00 0.00 ");
        // 1000.50 − 800 is new money.
        assertThat(rows(result, "transfers"))
                .containsExactly(
                        "* B1 200.50 now null",
                        "B3 B1 113.00 now null",
                        "B2 B1 50.00 now null",
                        "B2 B1 81.00 at_maturity 2023-03-01");
    }

    @Test
    void a_withdrawal_is_shared_by_the_others_and_moves_at_once_even_where_nobody_is_assessed() {
        PlainResult result = PlainRecalculation.of(workedByHand(
                List.of(new Risk("B2", "暂停新增"), new Risk("B2", "收回"), new Risk("B1", "暂停新增"), new Risk("B4", "收回"))));

        // B1 may keep 100; B3 takes 900.50, the odd rest too, which would lift B1 over its limit.
        assertThat(rows(result, "rows"))
                .containsExactly(
                        "B1 100.00 100.00 0.00 0.00 0.00 暂停新增",
                        "B2 500.00 0.00 -500.00 -500.00 0.00 提前支取",
                        "B3 200.00 900.50 700.50 700.50 0.00 ",
                        "B4 70.00 0.00 -70.00 -70.00 0.00 收回");
        assertThat(rows(result, "transfers"))
                .containsExactly("* B3 130.50 now null", "B2 B3 500.00 now null", "B4 B3 70.00 now null");
        assertThat(at(result, "allocation", "funds", 0, "outside")).isEqualTo(List.of());
        assertThat(column(result, "rank")).containsExactly("1", "2", "3");
    }

    @Test
    void money_that_nobody_may_take_leaves_the_plan() {
        PlainResult result = PlainRecalculation.of(
                workedByHand(List.of(new Risk("B1", "收回"), new Risk("B2", "收回"), new Risk("B3", "暂停新增"))));

        // 1000.50 − 200; 800 are held, 200 stay.
        assertThat(at(result, "allocation", "funds", 0, "unplaced")).isEqualTo("800.50");
        assertThat(rows(result, "transfers")).containsExactly("B2 * 500.00 now null", "B1 * 100.00 now null");
    }

    @Test
    void without_points_there_are_no_shares_and_no_plan() {
        PlainQuarter worked = workedByHand(List.of());
        Map<String, Credit> credit = new LinkedHashMap<>();
        Map<String, BigDecimal> tax = new LinkedHashMap<>();
        List<Fault> faults = new ArrayList<>();
        for (Bank bank : worked.banks()) {
            credit.put(bank.code(), credit("0", "0", "0", "0", "0", "0", "0"));
            tax.put(bank.code(), BigDecimal.ZERO);
            faults.add(new Fault(bank.code(), LocalDate.of(2022, 5, 1), "其他", Optional.of(new BigDecimal("5"))));
        }
        PlainResult result = PlainRecalculation.of(new PlainQuarter(
                2022,
                4,
                worked.banks(),
                credit,
                tax,
                Optional.empty(),
                Optional.empty(),
                Optional.of(faults),
                worked.holdings(),
                worked.pools(),
                List.of(),
                Optional.empty()));

        assertThat(at(result, "allocation")).isNull();
        assertThat(at(result, "benchmarks", "city_ldr", "value")).isNull();
        assertThat(column(result, "share"))
                .containsExactly("0.000000000000000", "0.000000000000000", "0.000000000000000");
        assertThat(column(result, "sharePercent")).containsExactly("0.00", "0.00", "0.00");
        assertThat(column(result, "rank")).containsExactly("1", "1", "1");
    }

    @Test
    void any_quarter_adds_up() {
        int plans = 0;
        for (long seed = 0; seed < 300; seed++) {
            PlainResult result = PlainRecalculation.of(RandomQuarters.of(seed));
            String about = "seed " + seed;
            BigDecimal shares = sum(list(at(result, "banks")), "sharePercent");
            assertThat(shares.toPlainString()).as(about).isIn("100.00", "0.00");
            if (at(result, "allocation") == null) {
                continue;
            }
            plans++;
            for (Map<?, ?> fund : list(at(result, "allocation", "funds"))) {
                List<Map<?, ?>> rows = list(fund.get("rows"));
                List<Map<?, ?>> transfers = list(fund.get("transfers"));
                assertThat(sum(rows, "target").add(number(fund, "unplaced")))
                        .as(about)
                        .isEqualByComparingTo(number(fund, "pool"));
                for (Map<?, ?> row : rows) {
                    assertThat(number(row, "target").signum()).as(about).isNotNegative();
                    assertThat(number(row, "now").add(number(row, "atMaturity")))
                            .as(about)
                            .isEqualByComparingTo(number(row, "change"));
                    for (String when : List.of("now", "at_maturity")) {
                        BigDecimal moved = BigDecimal.ZERO;
                        for (Map<?, ?> transfer : transfers) {
                            if (when.equals(transfer.get("when"))) {
                                BigDecimal amount = number(transfer, "amount");
                                assertThat(amount.signum()).as(about).isPositive();
                                if (Objects.equals(row.get("code"), transfer.get("to"))) {
                                    moved = moved.add(amount);
                                }
                                if (Objects.equals(row.get("code"), transfer.get("from"))) {
                                    moved = moved.subtract(amount);
                                }
                            }
                        }
                        assertThat(moved)
                                .as(about + " " + row)
                                .isEqualByComparingTo(number(row, when.equals("now") ? "now" : "atMaturity"));
                    }
                }
            }
        }
        assertThat(plans).isGreaterThan(150);
    }

    // ---------------------------------------------------------------- comparing

    @Test
    void a_result_file_is_reduced_to_its_figures_and_differences_are_named() {
        PlainResult plain = PlainRecalculation.of(workedByHand(List.of()));
        Map<String, Object> json = json();

        assertThat(PlainResult.reduce(json)).isEqualTo(new PlainResult(expectedOfJson()));
        assertThat(plain.differencesTo(plain)).isEmpty();
        assertThat(plain.differencesTo(PlainResult.reduce(json)))
                .contains(
                        "benchmarks.city_ldr.value: plain 79.00, the other 79.01",
                        "banks: plain has 3 elements, the other 1",
                        "banks[0 B1].rank: plain 1, the other 2",
                        "banks[0 B1].measures.ldr: plain 100.00, the other null",
                        "banks[0 B1].share: plain 0.544393473085187, the other (key is missing)");
    }

    private static Map<String, Object> json() {
        Map<String, Object> measures = new LinkedHashMap<>();
        measures.put("ldr", null);
        Map<String, Object> bank = new LinkedHashMap<>();
        bank.put("code", "B1");
        bank.put("name", "甲银行");
        bank.put("rank", 2);
        bank.put("total", "93.75");
        bank.put("sharePercent", "54.44");
        bank.put("measures", measures);
        bank.put("items", List.of(Map.of("id", "tax", "points", "5.00", "clause", "三(一)2", "mark", "text")));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("period", "2022Q4");
        json.put("status", "annual");
        json.put("revision", 1);
        json.put("benchmarks", Map.of("city_ldr", Map.of("value", "79.01", "source", "computed")));
        json.put("banks", List.of(bank));
        json.put("excluded", List.of(Map.of("code", "B4", "name", "丁银行", "reason", "不考核")));
        json.put("allocation", null);
        return json;
    }

    private static Map<String, @Nullable Object> expectedOfJson() {
        Map<String, Object> measures = new LinkedHashMap<>();
        measures.put("ldr", null);
        Map<String, Object> bank = new LinkedHashMap<>();
        bank.put("code", "B1");
        bank.put("rank", "2");
        bank.put("total", "93.75");
        bank.put("share", "(key is missing)");
        bank.put("sharePercent", "54.44");
        bank.put("measures", measures);
        bank.put("items", List.of(Map.of("id", "tax", "points", "5.00")));
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("period", "2022Q4");
        tree.put("status", "annual");
        tree.put("benchmarks", Map.of("city_ldr", Map.of("value", "79.01", "source", "computed")));
        tree.put("banks", List.of(bank));
        tree.put("excluded", List.of(Map.of("code", "B4")));
        tree.put("allocation", null);
        return tree;
    }

    // ---------------------------------------------------------------- quarters to work on

    /** Three assessed banks and one that is not, in the last quarter of 2022. */
    private static PlainQuarter workedByHand(List<Risk> risks) {
        LocalDate may = LocalDate.of(2022, 5, 1);
        Map<String, Credit> credit = Map.of(
                "B1", credit("1000", "800", "1000", "100", "120", "50", "60"),
                "B2", credit("2000", "999.5", "1100", "200", "210", "0", "10"),
                "B3", credit("0", "300", "270", "10", "10", "10", "13"));
        return new PlainQuarter(
                2022,
                4,
                List.of(bank("B1", true), bank("B2", true), bank("B3", true), bank("B4", false)),
                credit,
                Map.of(
                        "B1", new BigDecimal("500"),
                        "B2", new BigDecimal("9999.99"),
                        "B3", new BigDecimal("-5")),
                Optional.of(Map.of("B1", new BigDecimal("30"), "B2", new BigDecimal("90"), "B3", BigDecimal.ZERO)),
                Optional.of(List.of(
                        new Rating("B1", new BigDecimal("4.5"), "甲局"),
                        new Rating("B1", new BigDecimal("4"), "乙局"),
                        new Rating("B2", new BigDecimal("5"), "甲局"),
                        new Rating("B2", new BigDecimal("4"), "乙局"),
                        new Rating("B2", new BigDecimal("4"), "乙局"))),
                Optional.of(List.of(
                        new Fault("B1", may, "资金拨付", Optional.empty()),
                        new Fault("B2", may, "单据传送", Optional.of(new BigDecimal("2"))),
                        new Fault("B2", may, "其他", Optional.of(new BigDecimal("2"))),
                        new Fault("B2", LocalDate.of(2022, 12, 31), "资金拨付", Optional.of(new BigDecimal("2"))),
                        new Fault("B3", LocalDate.of(2021, 12, 31), "资金拨付", Optional.empty()),
                        new Fault("B3", LocalDate.of(2023, 1, 1), "资金拨付", Optional.empty()))),
                Optional.of(List.of(
                        holding("B1", "100", "0", null),
                        holding("B2", "200", "150", null),
                        holding("B2", "300", "300", LocalDate.of(2023, 3, 1)),
                        holding("B3", "120", "0", null),
                        holding("B3", "80", "0", LocalDate.of(2023, 2, 1)),
                        holding("B4", "70", "0", null))),
                Optional.of(List.of(new Pool("社会保险基金", new BigDecimal("1000.50")))),
                risks,
                Optional.empty());
    }

    private static PlainQuarter quarter(int quarter, Map<String, Credit> credit, Map<String, String> taxes) {
        List<Bank> banks = new ArrayList<>();
        Map<String, BigDecimal> tax = new LinkedHashMap<>();
        credit.keySet().stream().sorted().forEach(code -> banks.add(bank(code, true)));
        taxes.forEach((code, paid) -> tax.put(code, new BigDecimal(paid)));
        return new PlainQuarter(
                2022,
                quarter,
                banks,
                credit,
                tax,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty());
    }

    private static PlainQuarter with(PlainQuarter quarter, Optional<BigDecimal> published) {
        return new PlainQuarter(
                quarter.year(),
                quarter.quarter(),
                quarter.banks(),
                quarter.credit(),
                quarter.tax(),
                quarter.platform(),
                quarter.ratings(),
                quarter.faults(),
                quarter.holdings(),
                quarter.pools(),
                quarter.risks(),
                published);
    }

    private static PlainQuarter with(PlainQuarter quarter, List<Bank> banks) {
        return new PlainQuarter(
                quarter.year(),
                quarter.quarter(),
                banks,
                quarter.credit(),
                quarter.tax(),
                quarter.platform(),
                quarter.ratings(),
                quarter.faults(),
                quarter.holdings(),
                quarter.pools(),
                quarter.risks(),
                quarter.publishedLdr());
    }

    private static Bank bank(String code, boolean assessed) {
        return new Bank(code, code + "银行", "", List.of(), "", Optional.empty(), assessed);
    }

    private static Bank opened(String code, LocalDate date) {
        return new Bank(code, code + "银行", "", List.of(), "", Optional.of(date), true);
    }

    private static Credit credit(String... figures) {
        List<Optional<BigDecimal>> all = new ArrayList<>();
        for (String figure : figures) {
            all.add(Optional.of(new BigDecimal(figure)));
        }
        return new Credit(all.get(0), all.get(1), all.get(2), all.get(3), all.get(4), all.get(5), all.get(6));
    }

    private static Holding holding(String bank, String amount, String unmatured, @Nullable LocalDate due) {
        return new Holding("社会保险基金", bank, new BigDecimal(amount), new BigDecimal(unmatured), Optional.ofNullable(due));
    }

    // ---------------------------------------------------------------- looking into a result

    private static List<String> targets(String pool, String... totals) {
        return limited(
                pool, List.of(totals), Collections.nCopies(totals.length, null).toArray(new String[0]));
    }

    private static List<String> limited(String pool, List<String> totals, @Nullable String... limits) {
        List<Optional<BigDecimal>> bounds = Arrays.stream(limits)
                .map(limit -> Optional.ofNullable(limit).map(BigDecimal::new))
                .toList();
        return PlainRecalculation.targets(
                        new BigDecimal(pool),
                        totals.stream().map(BigDecimal::new).toList(),
                        bounds)
                .stream()
                .map(BigDecimal::toPlainString)
                .toList();
    }

    private static @Nullable Object at(PlainResult result, Object... path) {
        Object here = result.tree();
        for (Object step : path) {
            here = step instanceof Integer index
                    ? list(here).get(index)
                    : map(here).get(step);
        }
        return here;
    }

    private static Map<?, ?> map(@Nullable Object node) {
        assertThat(node).isInstanceOf(Map.class);
        return node instanceof Map<?, ?> map ? map : Map.of();
    }

    private static List<Map<?, ?>> list(@Nullable Object node) {
        assertThat(node).isInstanceOf(List.class);
        List<Map<?, ?>> result = new ArrayList<>();
        if (node instanceof List<?> list) {
            list.forEach(element -> result.add(map(element)));
        }
        return result;
    }

    private static List<String> column(PlainResult result, String key) {
        return list(at(result, "banks")).stream()
                .map(bank -> String.valueOf(bank.get(key)))
                .toList();
    }

    private static List<String> points(PlainResult result, int bank) {
        return list(at(result, "banks", bank, "items")).stream()
                .map(item -> String.valueOf(item.get("points")))
                .toList();
    }

    /** Rows or transfers of the first fund, one text each. */
    private static List<String> rows(PlainResult result, String key) {
        List<String> lines = new ArrayList<>();
        for (Map<?, ?> row : list(at(result, "allocation", "funds", 0, key))) {
            List<String> cells = new ArrayList<>();
            row.values().forEach(cell -> cells.add(String.valueOf(cell)));
            lines.add(String.join(" ", cells));
        }
        return lines;
    }

    private static Map<String, @Nullable Object> measures(@Nullable String... values) {
        List<String> ids = List.of(
                "loan_increment",
                "loan_growth",
                "sme_growth",
                "industrial_growth",
                "platform_lending",
                "tax_paid",
                "ldr",
                "satisfaction",
                "fault_points");
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            result.put(ids.get(i), values[i]);
        }
        return result;
    }

    private static BigDecimal number(Map<?, ?> node, String key) {
        return new BigDecimal(String.valueOf(node.get(key)));
    }

    private static BigDecimal sum(List<Map<?, ?>> nodes, String key) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Map<?, ?> node : nodes) {
            sum = sum.add(number(node, key));
        }
        return sum;
    }
}
