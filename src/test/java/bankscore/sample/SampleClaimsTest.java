package bankscore.sample;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.sample.CropForms.Batch;
import bankscore.sample.CropForms.Chosen;
import bankscore.sample.JinhuaLines.Loan;
import bankscore.sample.JinhuaLines.Premium;
import bankscore.sample.LishuiHouseholds.Household;
import bankscore.sample.LishuiHouseholds.Loss;
import bankscore.sample.LishuiHouseholds.Policy;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The sample shows what a rule decides only where it is meant to: what chance gives is beyond dispute. */
class SampleClaimsTest {
    private static final LocalDate IN_FORCE = LocalDate.of(2024, 5, 6);

    private final List<Premium> liability = JinhuaLines.liability();
    private final List<Premium> export = JinhuaLines.export();

    @Test
    void firms_have_names_codes_and_accounts_of_their_own() {
        assertThat(SampleFirm.ALL).hasSize(320);
        for (Function<SampleFirm, String> part : List.<Function<SampleFirm, String>>of(
                SampleFirm::name, SampleFirm::shortName, SampleFirm::creditCode, SampleFirm::account)) {
            assertThat(SampleFirm.ALL.stream().map(part).distinct()).hasSize(320);
        }
    }

    @Test
    void one_policy_of_jinhua_is_sent_twice_and_no_number_comes_again() {
        assertThat(liability).hasSize(699);
        assertThat(export).hasSize(240);
        assertThat(JinhuaLines.loans(export)).hasSize(60);
        assertThat(Stream.concat(liability.stream(), export.stream())
                        .map(Premium::policy)
                        .distinct())
                .hasSize(939);
    }

    @Test
    void cover_overlaps_at_one_firm_only() {
        assertThat(Stream.of(liability, export).flatMap(SampleClaimsTest::overlapping))
                .containsExactly(SampleFirm.OVERLAPPING);
    }

    /** The numbers of firms with a policy that begins before another one ends. */
    private static Stream<Integer> overlapping(List<Premium> lines) {
        return lines.stream()
                .collect(Collectors.groupingBy(line -> line.firm().number(), TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .filter(firm -> {
                    List<Premium> policies = firm.getValue().stream()
                            .sorted(Comparator.comparing(Premium::from))
                            .toList();
                    return Stream.iterate(1, i -> i < policies.size(), i -> i + 1)
                            .anyMatch(i -> !policies.get(i)
                                    .from()
                                    .isAfter(policies.get(i - 1).to()));
                })
                .map(Map.Entry::getKey);
    }

    @Test
    void invoices_lie_in_the_year_and_one_before_the_rule() {
        assertThat(liability.stream()
                        .filter(line -> line.invoiced().isBefore(IN_FORCE))
                        .map(line -> line.firm().number()))
                .containsExactly(SampleFirm.EARLY);
        assertThat(Stream.concat(liability.stream(), export.stream()).map(Premium::invoiced))
                .allMatch(day -> day.getYear() == 2024);
    }

    @Test
    void three_premiums_of_one_firm_are_claimed_in_2024_and_a_fourth_of_that_year_afterwards() {
        assertThat(liability.stream().filter(line -> line.firm().number() == SampleFirm.THREE_POLICIES))
                .extracting(line -> line.invoiced() + " " + line.paid())
                .containsExactly("2024-05-20 9000", "2024-08-20 8000", "2024-11-20 7000");
        assertThat(JinhuaLines.next().stream().filter(line -> line.firm().number() == SampleFirm.THREE_POLICIES))
                .extracting(line -> line.invoiced() + " " + line.paid())
                .containsExactly("2024-12-21 6000");
    }

    @Test
    void the_next_quarter_repeats_one_policy_and_takes_two_premiums_back() {
        List<String> known = Stream.concat(liability.stream(), export.stream())
                .map(Premium::policy)
                .toList();
        assertThat(JinhuaLines.next().stream()
                        .filter(line -> known.contains(line.policy()))
                        .map(line -> line.paid().signum()))
                .containsExactly(1, -1, -1);
    }

    /** 1,000,000 × 4.2 % × 90 ÷ 365 = 10,356.16 of interest. */
    @Test
    void a_loan_of_ninety_days_ends_on_the_first_of_september() {
        assertThat(JinhuaLines.loans(export).stream()
                        .filter(loan -> loan.firm().number() == SampleFirm.KNOWN_LOAN)
                        .map(loan -> loan.paidOut() + " " + loan.repaid().orElseThrow() + " " + loan.interest()))
                .containsExactly("2024-06-03 2024-09-01 10356.16");
        assertThat(JinhuaLines.loans(export).stream().map(Loan::contract).distinct())
                .hasSize(60);
    }

    @Test
    void every_batch_of_crops_has_its_own_number_and_an_insurer_chosen_for_the_county() {
        List<Chosen> chosen = CropForms.chosen();
        List<Batch> batches = CropForms.batches(chosen);
        assertThat(batches)
                .hasSize(1_505)
                .allSatisfy(batch -> assertThat(chosen)
                        .anyMatch(line -> line.county().equals(batch.county())
                                && line.insurer().equals(batch.insurer())));
        for (List<Batch> all : List.of(batches, CropForms.jinhua())) {
            assertThat(all.stream()
                            .map(batch -> batch.county() + batch.insurer().code() + batch.product() + batch.batchNo())
                            .distinct())
                    .hasSize(all.size());
        }
    }

    @Test
    void counties_of_shangrao_have_two_or_three_insurers_but_three_of_them() {
        Map<String, Long> perCounty = CropForms.chosen().stream()
                .collect(Collectors.groupingBy(line -> line.county().name(), TreeMap::new, Collectors.counting()));
        assertThat(perCounty).hasSize(12);
        perCounty.values().removeIf(many -> many == 2 || many == 3);
        assertThat(perCounty).isEqualTo(Map.of("横峰县", 1L, "余干县", 4L, "鄱阳县", 4L));
        assertThat(CropForms.chosen().stream()
                        .filter(line -> !line.leave().isEmpty())
                        .map(line -> line.county().name())
                        .distinct())
                .containsExactly("鄱阳县");
    }

    @Test
    void households_are_told_apart_by_their_codes() {
        assertThat(LishuiHouseholds.ALL.stream().map(Household::code).distinct())
                .hasSize(3_000);
        assertThat(LishuiHouseholds.ALL.stream().map(Household::residentId).distinct())
                .hasSize(3_000);
    }

    @Test
    void one_policy_of_lishui_is_sent_twice_and_one_promises_above_100000() {
        List<Policy> policies = LishuiHouseholds.policies();
        assertThat(policies.stream().map(Policy::number).distinct()).hasSize(policies.size() - 1);
        assertThat(policies.stream()
                        .filter(policy -> policy.kind().equals(LishuiHouseholds.MEDICAL))
                        .filter(policy -> policy.sum().compareTo(BigDecimal.valueOf(100_000)) > 0))
                .hasSize(1);
    }

    @Test
    void one_loss_is_100000_and_a_cent() {
        List<Loss> losses = LishuiHouseholds.losses();
        assertThat(losses).hasSize(30);
        assertThat(losses.get(0).principal().add(losses.get(0).interest())).isEqualByComparingTo("100000.01");
    }
}
