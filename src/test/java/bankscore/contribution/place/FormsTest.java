package bankscore.contribution.place;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.contribution.judge.RuleCase;
import bankscore.contribution.load.CaseLoader;
import bankscore.contribution.load.RuleFiles;
import bankscore.contribution.quarter.Adjustment;
import bankscore.contribution.quarter.Quarter;
import bankscore.contribution.scheme.Scheme;
import bankscore.contribution.score.Scorer;
import bankscore.exact.Money;
import bankscore.facts.FactTable;
import bankscore.facts.Subject;
import bankscore.finding.Finding;
import bankscore.sheet.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every form of sharing in one table: the allocation, the banks' totals with a second measure after a colon, the pool,
 * what else is known, the targets and what is not placed. Banks are A, B, C, …, of kind 甲 and 乙 by turns.
 */
class FormsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # by total: 60.9 and 40.6; the lot to .9, the odd 0.50 to the highest total
            {}                              | 60 40          | 101.50 |                          | 61.50 40.00            | 0.00
            # 10.5, 6.3, 4.2 hundreds of 2100 + 50 odd: whole 10, 6, 4, the missing one to .5; 50 to A
            {lot: 100}                      | 50 30 20       | 2150   |                          | 1150.00 600.00 400.00  | 0.00
            {lot: 0.01}                     | 1 1 1          | 1      |                          | 0.34 0.33 0.33         | 0.00
            # less than one lot: all of it is the odd rest
            {lot: 1000}                     | 10 20          | 0.37   |                          | 0.00 0.37              | 0.00
            {}                              | 7              | 0.000001 |                        | 0.000001               | 0.00
            {}                              | 7              | 0      |                          | 0.00                   | 0.00
            # weights 6 : 6 : 2, the Alabama paradox: 10 lots give 4, 4, 2 and 11 give 5, 5, 1
            {}                              | 6 6 2          | 10     |                          | 4.00 4.00 2.00         | 0.00
            {}                              | 6 6 2          | 11     |                          | 5.00 5.00 1.00         | 0.00
            # equal remainders: the higher total, then the roster, or what the scheme says
            {}                              | 25 75          | 2      |                          | 0.00 2.00              | 0.00
            {share_by: equal}               | 1 3 2          | 100    |                          | 33.00 34.00 33.00      | 0.00
            {share_by: equal, tie_order: [roster]}         | 1 3 2 | 100 |                       | 34.00 33.00 33.00      | 0.00
            {share_by: equal, tie_order: [other, roster]}  | 1:1 3:2 2:9 | 100 |                 | 33.00 33.00 34.00      | 0.00
            # totals not above 0 take no part; all of them zero: no plan
            {}                              | -5 10 0        | 100    |                          | 0.00 100.00 0.00       | 0.00
            {}                              | 0 0            | 100    |                          | none                   |
            # by a measure: negative counts as 0; nobody above 0: nothing is placed
            {share_by: other}               | 1:1 1:-5 1:3   | 100    |                          | 25.00 0.00 75.00       | 0.00
            {share_by: other}               | 1:0 1:-5       | 100    |                          | 0.00 0.00              | 100.00
            # above a threshold: exactly on it nothing
            {share_by: {above: 42}}         | 52 42 47 41    | 15     |                          | 10.00 0.00 5.00 0.00   | 0.00
            {share_by: {above: 60}}         | 52 42          | 15     |                          | 0.00 0.00              | 15.00
            # half equally, half by total: 50 ÷ 2 + 50 × 0.6 = 55, 25 + 20 = 45; who has no total takes no part
            {share_by: {parts: [{percent: 50, by: equal}, {percent: 50, by: total}]}} | 60 40 0   | 100 | | 55.00 45.00 0.00 | 0.00
            # parts: 50 × 0.6 = 30, 50 × 0.4 + 50 = 70; a part that nobody has falls to the other
            {share_by: {parts: [{percent: 50, by: total}, {percent: 50, by: other}]}} | 60:0 40:10 | 100 | | 30.00 70.00       | 0.00
            {share_by: {parts: [{percent: 50, by: total}, {percent: 50, by: other}]}} | 60:0 40:0  | 100 | | 60.00 40.00       | 0.00
            # amounts by rank: each place once, by tie order; the rest is not placed
            {amounts_by_rank: [50, 30, 20]} | 1 2 2          | 120    |                          | 20.00 50.00 30.00      | 20.00
            {amounts_by_rank: [50, 30, 20]} | 1 2            | 100    |                          | 30.00 50.00            | 20.00
            {amounts_by_rank: [50]}         | 1 2 3          | 50     |                          | 0.00 0.00 50.00        | 0.00
            {amounts_by_rank: [50, 30], tie_order: [other, roster]} | 2:1 2:5 | 80 |               | 30.00 50.00            | 0.00
            {amounts_by_rank: [50, 30]}     | 3 2 1          | 80     | risks: [{bank: A, disposal: 收回}] | 0.00 50.00 30.00 | 0.00
            {amounts_by_rank: [50, 30]}     | 3 2            | 80     | risks: [{bank: A, disposal: 暂停新增}] | 0.00 30.00   | 50.00
            {amounts_by_rank: [50, 30]}     | 3 2            | 79.99  |                          | refused                |
            # percents by rank: fewer banks than places leave the rest; places close up
            {percents_by_rank: [40, 30, 20, 10]} | 4 3 2 1   | 1000   |                          | 400.00 300.00 200.00 100.00 | 0.00
            {percents_by_rank: [40, 30, 20]}     | 2 1       | 1000   |                          | 400.00 300.00          | 300.00
            {percents_by_rank: [60, 40]}    | 3 2 1          | 100    | risks: [{bank: A, disposal: 收回}] | 0.00 60.00 40.00 | 0.00
            # cut before sharing
            {take: {best: 2}}               | 50 30 20       | 80     |                          | 50.00 30.00 0.00       | 0.00
            {take: {best: 1}}               | 50 50          | 80     |                          | 80.00 0.00             | 0.00
            {take: {min_total: 30}}         | 50 30 29.99    | 80     |                          | 50.00 30.00 0.00       | 0.00
            {take: {min_total: 60}}         | 50 30          | 80     |                          | 0.00 0.00              | 80.00
            # caps in whole lots; the surplus is shared again; what nobody may take is left
            {cap: {percent_of_pool: 30}}    | 1 1 1          | 100    |                          | 30.00 30.00 30.00      | 10.00
            {cap: {percent_of_pool: 30}, lot: 7} | 80 10 10  | 100    |                          | 28.00 28.00 28.00      | 16.00
            {cap: {percent_of_pool: 50}}    | 80 15 5        | 100    |                          | 50.00 38.00 12.00      | 0.00
            {cap: {percent_of_own_deposits: 10}} | 60 40     | 100    | deposits: 305            | 30.00 30.00            | 40.00
            # a fund without the general limit
            {cap: {percent_of_pool: 30}, funds: {基金: {cap: none}}} | 80 20 | 100 |                | 80.00 20.00            | 0.00
            # a floor: 20, 20 and the rest; in whole lots; more than there is
            {floor: 20}                     | 90 9 1         | 100    |                          | 60.00 20.00 20.00      | 0.00
            {floor: 15, lot: 10}            | 90 9 1         | 100    |                          | 60.00 20.00 20.00      | 0.00
            {floor: 50}                     | 1 1 1          | 100    |                          | refused                |
            {floor: 20, cap: {percent_of_pool: 10}} | 1 1    | 100    |                          | 10.00 10.00            | 80.00
            # fixed sums off the top: by code, by kind; they take no place among the best; more than there is
            {first: [{where: {banks: [C]}, amount: 30}]}  | 60 40 100 | 130 |                    | 60.00 40.00 30.00      | 0.00
            {first: [{where: {kind: 乙}, amount: 10}]}    | 1 1 3     | 100 |                    | 22.00 10.00 68.00      | 0.00
            {first: [{where: {banks: [A]}, amount: 10}], take: {best: 1}} | 3 2 1 | 50 |         | 10.00 40.00 0.00       | 0.00
            {first: [{where: {banks: [A]}, amount: 10}], amounts_by_rank: [9, 8]} | 3 2 1 | 27 | | 10.00 9.00 8.00        | 0.00
            {first: [{where: {banks: [A, B]}, amount: 60}]} | 1 1    | 100  |                    | refused                |
            # withdraw, then freeze, cap, first, floor
            {first: [{where: {banks: [C]}, amount: 30}]}  | 60 40 9   | 100 | risks: [{bank: C, disposal: 收回}] | 60.00 40.00 0.00 | 0.00
            {first: [{where: {banks: [C]}, amount: 30}]}  | 60 40 9   | 130 | risks: [{bank: C, disposal: 暂停新增}] | 78.00 52.00 0.00 | 0.00
            {first: [{where: {banks: [B]}, amount: 30}], cap: {percent_of_pool: 20}} | 6 4 | 100 | | 20.00 20.00          | 60.00
            {floor: 20}                     | 60 40          | 100    | risks: [{bank: A, disposal: 暂停新增}] | 0.00 100.00 | 0.00
            # a withdrawn bank's part is shared over the others; both words on one bank: it is withdrawn
            {}                              | 60 30 10       | 100    | risks: [{bank: A, disposal: 收回}, {bank: A, disposal: 暂停新增}] | 0.00 75.00 25.00 | 0.00
            {}                              | 60 40          | 100    | risks: [{bank: A, disposal: 收回}, {bank: B, disposal: 收回}] | 0.00 0.00 | 100.00
            {}                              | 60 40          | 100.5  | risks: [{bank: A, disposal: 暂停新增}, {bank: B, disposal: 暂停新增}] | 0.00 0.00 | 100.50
            # moved after the shares. 600 and 400 of 1000; B is 7.5 above the mean 2.5 … A −7.5: whole steps 7 and −7, 70 each
            {adjust: [{by: other, per: 1, amount: 10, steps: whole}]}      | 60:-5 40:10 | 1000 | | 530.00 470.00 | 0.00
            # in proportion 75; started 8 steps, 80; fewer where small is good
            {adjust: [{by: other, per: 1, amount: 10, steps: pro_rata}]}   | 60:-5 40:10 | 1000 | | 525.00 475.00 | 0.00
            {adjust: [{by: other, per: 1, amount: 10, steps: started}]}    | 60:-5 40:10 | 1000 | | 520.00 480.00 | 0.00
            {adjust: [{by: other, per: 1, amount: -10, steps: whole}]}     | 60:-5 40:10 | 1000 | | 670.00 330.00 | 0.00
            # against a number: +40 and +100 come to 140, of which A gives back 60 % and B 40 %: 600 + 40 − 84, 400 + 100 − 56
            {adjust: [{by: other, reference: 0, per: 2, amount: 20, steps: whole}]} | 60:5 40:10 | 1000 | | 556.00 444.00 | 0.00
            # against another measure of the bank: its points. 60 − 60, 10 − 40: −30 steps, 300 to be made up: A +180, B −300 + 120
            {adjust: [{by: other, reference: score, per: 1, amount: 10, steps: whole}]} | 60:60 40:10 | 1000 | | 780.00 220.00 | 0.00
            # against the best: A −15 steps, −150, made up by 90 and 60
            {adjust: [{by: other, reference: best, per: 1, amount: 10, steps: whole}]} | 60:-5 40:10 | 1000 | | 540.00 460.00 | 0.00
            # two measures: as above, and 5 more and less for the points, which lie 10 above and below their mean
            {adjust: [{by: other, reference: best, per: 1, amount: 10, steps: whole}, {by: score, per: 10, amount: 5, steps: whole}]} | 60:-5 40:10 | 1000 | | 545.00 455.00 | 0.00
            # not below 0: A 60 − 70 is nothing, B 40 + 70 and all; what comes out are weights
            {adjust: [{by: other, per: 1, amount: 10, steps: whole}]}      | 60:-5 40:10 | 100  | | 0.00 100.00   | 0.00
            # the mean is that of all assessed banks, C among them, which has no share: 10; A −15, B 0: −150 made up by 90 and 60
            {adjust: [{by: other, per: 1, amount: 10, steps: whole}]}      | 60:-5 40:10 0:25 | 1000 | | 540.00 460.00 0.00 | 0.00
            # lots, caps and floors come afterwards: 530 and 470 as above
            {lot: 100, adjust: [{by: other, per: 1, amount: 10, steps: whole}]} | 60:-5 40:10 | 1000 | | 500.00 500.00 | 0.00
            {cap: {amount: 500}, adjust: [{by: other, per: 1, amount: 10, steps: whole}]} | 60:-5 40:10 | 1000 | | 500.00 500.00 | 0.00
            {floor: 480, adjust: [{by: other, per: 1, amount: 10, steps: whole}]} | 60:-5 40:10 | 1000 | | 520.00 480.00 | 0.00
            # a withdrawn bank is in the mean, and the other takes all there is
            {adjust: [{by: other, per: 1, amount: 10, steps: whole}]}      | 60:-5 40:10 | 1000 | risks: [{bank: A, disposal: 收回}] | 0.00 1000.00 | 0.00
            # another form, and a fund without it
            {share_by: equal, adjust: [{by: other, per: 1, amount: 10, steps: whole}]} | 60:-5 40:10 | 1000 | | 430.00 570.00 | 0.00
            {adjust: [{by: other, per: 1, amount: 10, steps: whole}], funds: {基金: {adjust: none}}} | 60:-5 40:10 | 1000 | | 600.00 400.00 | 0.00
            # limits again and again: 50, 30, 20 of 100 with 10 and 35; see the second calculation for more
            {}                              | 50 30 20       | 100    | held: 10 35 -            | 10.00 35.00 55.00      | 0.00
            {}                              | 30 20 10       | 9      | held: 4.6 - -            | 4.00 3.00 2.00         | 0.00
            # 9.6 and 10.4: the lot that is missing lifts A to its limit exactly, not over it
            {}                              | 48 52          | 20     | held: 10 -               | 10.00 10.00            | 0.00
            # banks at their limits keep them to the fen; the rest, 9.1, is shared in lots, its odd 0.10 fits below 9.2
            {}                              | 1 1 8          | 10.9   | held: 0.9 0.9 9.2        | 0.90 0.90 9.10         | 0.00
            """)
    void a_form_places(String allocation, String totals, String pool, String more, String targets, String unplaced)
            throws Exception {
        Optional<Plan> plan = plan(allocation, totals, "pools: {基金: " + pool + "}\n" + (more == null ? "" : more), 4);

        String found;
        if (plan.isEmpty()) {
            found = "none";
        } else if (plan.get().funds().isEmpty()) {
            found = "refused";
        } else {
            found = targets(plan.get().funds().get(0));
            assertThat(plan.get().funds().get(0).unplaced()).hasToString(unplaced);
        }
        assertThat(found).isEqualTo(targets);
    }

    /** Banks as above, tables apart by semicolons; for each that takes no part why, and the total that it had to have or to exceed. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                              | 60 0           |                                  | - TOTAL
            {take: {min_total: 50}}                         | 60 40 0        |                                  | - MIN>50 MIN>50
            {take: {best: 1}}                               | 60 40          |                                  | - RANK
            {share_by: {above: 50}}                         | 60 50 0        |                                  | - ABOVE>50 ABOVE>50
            {share_by: other}                               | 60:1 50:0 0:0  |                                  | - MEASURE TOTAL
            # whoever counts something and is cut by its place is not told that it counts nothing
            {share_by: other, take: {best: 1}}              | 60:1 50:1      |                                  | - RANK
            {share_by: {parts: [{percent: 100, by: other}]}, take: {best: 2}} | 60:1 50:0 40:1 |              | - MEASURE RANK
            {amounts_by_rank: [50]}                         | 60 40          |                                  | - RANK
            {percents_by_rank: [100]}                       | 60 40          |                                  | - RANK
            # whose money is taken back is barred, whether all of it has matured or not
            {}                                              | 60 40          | risks: [{bank: B, disposal: 收回}] | - BARRED
            {} | 60 40 | holdings: [{fund: 基金, bank: B, held: 9, unmatured: 5}]; risks: [{bank: B, disposal: 收回}] | - BARRED
            {outside: withdraw} | 60 - | holdings: [{fund: 基金, bank: B, held: 9}]                        | - BARRED
            """)
    void a_bank_that_takes_no_part_is_told_why(String allocation, String totals, String more, String why)
            throws Exception {
        String tables = more == null ? "" : more.replace("; ", "\n");
        Plan plan = plan(allocation, totals, "pools: {基金: 100}\n" + tables, 4).orElseThrow();

        assertThat(plan.funds().get(0).rows().stream()
                        .map(row -> row.working() instanceof PlanRow.Working.Nothing nothing
                                ? nothing.why().reason()
                                        + nothing.why()
                                                .bound()
                                                .map(bound -> ">" + bound)
                                                .orElse("")
                                : "-")
                        .collect(Collectors.joining(" ")))
                .isEqualTo(why);
    }

    /** Of 100 (130 with a fixed sum) by the totals; the finding stands at the last cell that changes the bank. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{} | 60 30 10 | | A:-5 B:5 | 55.00 35.00 10.00",
                "{} | 60 30 10 | | A:-5 B:3 C:2 | 55.00 33.00 12.00",
                "{} | 60 30 10 | | A:-5 A:-5 B:10 | 50.00 40.00 10.00",
                "{} | 60 30 10 | | 社保/A:-5 社保/B:5 | 60.00 30.00 10.00",
                "{} | 60 40 0 | | A:-5 C:5 | 55.00 40.00 5.00",
                // nobody ends below nothing
                "{} | 60 30 10 | | A:-60 B:60 | 0.00 90.00 10.00",
                "{} | 60 30 10 | | A:-60.01 B:60.01 | E316 C2 A change=-60.01 computed=60.00 expected=0.00 found=-0.01",
                "{} | 60 30 10 | | A:-50 B:60.01 A:-10.01 | E316 C4 A change=-60.01 computed=60.00 expected=0.00 found=-0.01",
                // nor below the floor, who shares; a fixed sum may be less than the floor
                "{floor: 20} | 90 9 1 | | A:-40 B:40 | 20.00 60.00 20.00",
                "{floor: 20} | 90 9 1 | | A:5 B:-5 | E316 C3 B change=-5.00 computed=20.00 expected=20.00 found=15.00",
                "{floor: 20} | 90 9 1 | | B:-0.01 C:5 A:-4.99 | E316 C2 B change=-0.01 computed=20.00 expected=20.00 found=19.99",
                "{first: [{where: {banks: [C]}, amount: 30}], floor: 20} | 50 50 9 | | A:15 C:-15 | 50.00 35.00 15.00",
                // nor above a limit
                "{cap: {percent_of_pool: 60}} | 50 30 20 | | A:10 B:-10 | 60.00 20.00 20.00",
                "{cap: {percent_of_pool: 60}} | 50 30 20 | | A:10.01 B:-10.01 | E317 C2 A change=10.01 computed=50.00 expected=60.00 found=60.01",
                "{} | 60 40 | risks: [{bank: A, disposal: 暂停新增}] | A:1 B:-1 | E317 C2 A change=1.00 computed=0.00 expected=0.00 found=1.00",
                // nor gets money that may not have any
                "{} | 60 40 | risks: [{bank: A, disposal: 收回}] | A:1 B:-1 | E315 C2 A change=1.00 computed=0.00 found=1.00 variant=withdrawn",
                "{require: [{total: 50}]} | 60 40 | | A:-1 B:1 | E315 C3 B change=1.00 computed=0.00 found=1.00 variant=required",
                "{require: [{total: 50}]} | 60 50 9 | | A:-1 B:1 | 54.00 46.00 0.00",
                "{within: 机构类型, groups: {甲: {percent_of_pool: 100}}} | 60 40 20 | | A:-1 C:1 | 74.00 0.00 26.00",
                "{within: 机构类型, groups: {甲: {percent_of_pool: 100}}} | 60 40 20 | | A:-1 B:1 | E315 C3 B change=1.00 computed=0.00 found=1.00 variant=group",
                "{} | 60 40 - | | A:-5 C:5 | E315 C3 C change=5.00 computed=0.00 found=5.00",
                "{} | 60 40 - | | A:-101 C:101 | E316 C2 A change=-101.00 computed=60.00 expected=0.00 found=-41.00; E315 C3 C change=101.00 computed=0.00 found=101.00",
            })
    void what_leaders_change_follows_the_bounds_of_the_rule(
            String allocation, String totals, String more, String adjusted, String expected) throws Exception {
        Optional<Plan> plan = plan(allocation, totals, "pools: {基金: 100}\n" + (more == null ? "" : more), 4, adjusted);

        List<FundPlan> funds = plan.orElseThrow().funds();
        String found = funds.isEmpty()
                ? plan.get().findings().stream().map(FormsTest::shown).collect(Collectors.joining("; "))
                : targets(funds.get(0));
        assertThat(found).isEqualTo(expected);
        boolean changed = !funds.isEmpty() && !adjusted.contains("社保");
        assertThat(plan.get().adjusted()).isEqualTo(changed);
        if (changed) {
            // Without it the plan is what the rule computes, and the whole stays the pool.
            assertThat(targets(plan(allocation, totals, "pools: {基金: 100}\n" + (more == null ? "" : more), 4)
                            .orElseThrow()
                            .funds()
                            .get(0)))
                    .isEqualTo(funds.get(0).rows().stream()
                            .map(row -> row.computed().toString())
                            .collect(Collectors.joining(" ")));
            assertThat(funds.get(0).computed()).isEqualTo(funds.get(0).target()).hasToString("100.00");
        }
    }

    private static String shown(Finding finding) {
        Map<String, String> details = new TreeMap<>();
        finding.details().forEach((name, value) -> {
            if (!List.of("fund", "name").contains(name)) {
                details.put(name, value.toString());
            }
        });
        return finding.code() + " " + finding.place().cell() + " "
                + finding.details().get("name") + " "
                + details.entrySet().stream()
                        .map(each -> each.getKey() + "=" + each.getValue())
                        .collect(Collectors.joining(" "));
    }

    @Test
    void adjustments_without_a_plan_are_told_once_with_their_number() throws Exception {
        Quarter quarter = adjusted(
                CaseLoader.parse(
                                "case",
                                "name: case\nperiod: 2022Q4\nbanks: [{code: A}]\nfigures: {A: {tax: 1}}\nexpect: {}\n",
                                "test",
                                RuleFiles.datasets("tax"))
                        .quarter(),
                "A:1 A:-1");

        assertThat(NoPlan.because(NoPlan.Reason.ZERO, quarter).findings())
                .extracting(finding -> finding.code() + " " + finding.place().cell() + " " + finding.details())
                .containsExactly("E318 C2 {found=2}");
        assertThat(NoPlan.because(NoPlan.Reason.ZERO, adjusted(quarter, "")).findings())
                .isEmpty();
    }

    /** A pool without the sheet of what is held cannot be placed, nor the other way round; nor can anything by totals of 0. */
    @ParameterizedTest
    @CsvSource({
        "60 40, '', NEITHER",
        "60 40, pools, HOLDINGS",
        "60 40, holdings, POOLS",
        "0 0, pools holdings, ZERO",
    })
    void without_a_plan_it_is_said_what_is_missing(String totals, String sheets, NoPlan.Reason reason)
            throws Exception {
        Quarter figures = quarter(totals, "", 4);
        Set<String> datasets = new HashSet<>(figures.facts().datasets());
        datasets.addAll(List.of(sheets.split(" ", -1)));
        Quarter arrived = new Quarter(
                new FactTable(
                        figures.period(),
                        figures.roster(),
                        datasets,
                        figures.facts().figures(),
                        figures.facts().records(),
                        figures.facts().parameters()),
                List.of(),
                List.of(),
                List.of());

        assertThat(Allocator.place(scheme("{}"), arrived, Scorer.assess(scheme("{}"), arrived)))
                .isEqualTo(new NoPlan(reason, List.of()));
    }

    /** 60 of 100 are held at B, who may have 40: 20 leave, 15 of them only as they mature. */
    @Test
    void a_plan_knows_its_sums_and_whose_money_is_withdrawn() throws Exception {
        String held = "pools: {基金: 100}\nholdings: [{fund: 基金, bank: B, held: 60, unmatured: 55, due: 2023-05-01}]";
        Plan plan = plan("{}", "60 40", held, 4).orElseThrow();
        FundPlan fund = plan.funds().get(0);

        assertThat(List.of(fund.computed(), fund.current(), fund.target(), fund.now(), fund.atMaturity()))
                .hasToString("[100.00, 60.00, 100.00, 40.00, 0.00]");
        assertThat(withdrawn(plan)).isFalse();
        assertThat(withdrawn(plan("{}", "60 40", held + "\nrisks: [{bank: B, disposal: 收回}]", 4)
                        .orElseThrow()))
                .isTrue();
        assertThat(withdrawn(plan(
                                "{}",
                                "60 40",
                                "pools: {基金: 100}\nholdings: [{fund: 基金, bank: B, held: 60}]\nrisks: [{bank: B, disposal: 收回}]",
                                4)
                        .orElseThrow()))
                .isTrue();
        assertThat(withdrawn(plan("{}", "60 40", "pools: {基金: 100}\nrisks: [{bank: B, disposal: 暂停新增}]", 4)
                        .orElseThrow()))
                .isFalse();
    }

    private static boolean withdrawn(Plan plan) {
        return plan.funds().stream().flatMap(fund -> fund.rows().stream()).anyMatch(PlanRow::isWithdrawn);
    }

    @Test
    void fixed_amounts_need_no_pool_in_a_monitoring_quarter() throws Exception {
        Plan plan = plan("{amounts_by_rank: [50, 30, 20], first: [{where: {banks: [A]}, amount: 5}]}", "9 2 1", "", 2)
                .orElseThrow();

        assertThat(plan.indicative()).isTrue();
        assertThat(plan.funds()).hasSize(1);
        assertThat(plan.funds().get(0).pool().amount()).hasToString("85.00");
        assertThat(targets(plan.funds().get(0))).isEqualTo("5.00 50.00 30.00");
    }

    @Test
    void each_fund_with_fixed_amounts_of_its_own_is_planned_under_its_name() throws Exception {
        Plan plan = plan(
                        "{funds: {社保: {amounts_by_rank: [7]}, 其他: {share_by: equal}, 国库: {amounts_by_rank: [3, 2]}}}",
                        "1 2",
                        "",
                        1)
                .orElseThrow();

        assertThat(plan.funds()).extracting(fund -> fund.pool().fund()).containsExactly("社保", "国库");
        assertThat(plan.funds()).extracting(FormsTest::targets).containsExactly("0.00 7.00", "2.00 3.00");
    }

    @Test
    void other_forms_have_no_plan_without_pools() throws Exception {
        assertThat(plan("{}", "1 2", "", 2)).isEmpty();
        assertThat(plan("{amounts_by_rank: [5]}", "1 2", "", 4)).isEmpty();
    }

    @Test
    void a_fund_that_differs_says_only_what_differs() throws Exception {
        Plan plan = plan(
                        "{lot: 10, take: {best: 1}, funds: {社保: {lot: 1, take: {}}}}",
                        "60 40",
                        "pools: {社保: 11, 其他: 25}",
                        4)
                .orElseThrow();

        // 社保: 6.6 and 4.4 → 7 and 4. 其他: all to the best; 5 beyond two lots of 10.
        assertThat(plan.funds()).extracting(FormsTest::targets).containsExactly("7.00 4.00", "25.00 0.00");
    }

    @Test
    void a_fund_that_the_scheme_names_and_no_pool_has_is_told() throws Exception {
        Plan plan = plan("{funds: {社保: {lot: 5}, 国库: {lot: 10}}}", "60 40", "pools: {国库: 25, 其他: 1}", 4)
                .orElseThrow();

        // 国库: 15 and 10: one lot of 10 each, 5 odd to the higher total.
        assertThat(plan.funds()).extracting(FormsTest::targets).containsExactly("15.00 10.00", "1.00 0.00");
        assertThat(plan.findings())
                .extracting(finding -> finding.code() + " " + new java.util.TreeMap<>(finding.details()))
                .containsExactly("W310 {expected=国库、其他, found=社保}");
    }

    @Test
    void money_at_a_bank_that_is_not_assessed_may_be_withdrawn_as_it_matures() throws Exception {
        FundPlan fund = plan(
                        "{outside: withdraw}",
                        "60 - ",
                        "pools: {基金: 100}\nholdings: [{fund: 基金, bank: B, held: 30, unmatured: 20, due: 2023-05-01}]",
                        4)
                .orElseThrow()
                .funds()
                .get(0);

        assertThat(fund.outside()).isEmpty();
        assertThat(fund.rows())
                .extracting(row -> row.bank().code() + " " + row.target() + " " + row.now() + " " + row.atMaturity()
                        + " " + row.note())
                .containsExactly("A 100.00 80.00 20.00 NONE", "B 0.00 -10.00 -20.00 NOT_ASSESSED");
        assertThat(fund.transfers())
                .extracting(each -> each.from() + " " + each.to() + " " + each.amount() + " "
                        + each.date().map(Object::toString).orElse(each.atMaturity() ? "undated" : "now"))
                .containsExactly("* A 70.00 now", "B A 10.00 now", "B A 20.00 2023-05-01");
    }

    private static String targets(FundPlan fund) {
        return fund.rows().stream().map(row -> row.target().toString()).collect(Collectors.joining(" "));
    }

    /** Totals by bank, {@code -} for a bank that is not assessed; {@code held:} freezes banks at what they hold. */
    static Optional<Plan> plan(String allocation, String totals, String more, int quarter) throws Exception {
        return plan(allocation, totals, more, quarter, "");
    }

    /** What leaders change follows as {@code A:5 B:-5}; a fund other than 基金 is written before its bank: {@code 社保/A:5}. */
    private static Optional<Plan> plan(String allocation, String totals, String more, int quarter, String adjusted)
            throws Exception {
        Scheme scheme = scheme(allocation);
        Quarter figures = adjusted(quarter(totals, more, quarter), adjusted);
        return Allocator.place(scheme, figures, Scorer.assess(scheme, figures)) instanceof Plan plan
                ? Optional.of(plan)
                : Optional.empty();
    }

    static Scheme scheme(String allocation) throws Exception {
        return RuleFiles.parse("""
                rule: test
                scheme: test
                title: 测试
                in_force: {from: 2022-01-01}
                source: {document: 办法}
                rounding: {points: 2}
                measures:
                  score: {name: 得分, formula: judged_score}
                  other: {name: 其他, formula: tax}
                items:
                  - {id: score, name: 得分, kind: base, measure: score, method: {value: {}}, clause: 一, mark: text}
                  - {id: other, name: 其他, kind: base, measure: other, method: {value: {}}, weight: 0, clause: 一, mark: text}
                allocation: ALLOCATION
                """.replace("ALLOCATION", allocation), RuleFiles.datasets("judged", "tax", "credit"));
    }

    private static Quarter quarter(String totals, String more, int quarter) throws Exception {
        StringBuilder banks = new StringBuilder("banks:\n");
        StringBuilder figures = new StringBuilder("figures:\n");
        List<String> each = List.of(totals.strip().split(" +", -1));
        String deposits = more.startsWith("pools") && more.contains("deposits: ")
                ? more.substring(more.indexOf("deposits: "))
                : "deposits: 0";
        for (int i = 0; i < each.size(); i++) {
            String code = Character.toString('A' + i);
            boolean assessed = !each.get(i).equals("-");
            int colon = each.get(i).indexOf(':');
            String total =
                    assessed ? each.get(i).substring(0, colon < 0 ? each.get(i).length() : colon) : "0";
            banks.append("  - {code: %s, kind: %s, assessed: %s}\n".formatted(code, i % 2 == 0 ? "甲" : "乙", assessed));
            figures.append("  %s: {judged_score: %s, tax: %s, %s}\n"
                    .formatted(code, total, colon < 0 ? "0" : each.get(i).substring(colon + 1), deposits));
        }
        return CaseLoader.parse(
                        "case",
                        "name: case\nperiod: 2022Q" + quarter + "\n" + banks + figures + tables(more)
                                + "\nexpect: {}\n",
                        "test",
                        RuleFiles.datasets("judged", "tax", "credit"))
                .quarter();
    }

    private static Quarter adjusted(Quarter quarter, String adjusted) {
        List<Adjustment> adjustments = new ArrayList<>();
        for (String each : adjusted.isEmpty() ? List.<String>of() : List.of(adjusted.split(" +", -1))) {
            int slash = each.indexOf('/');
            int colon = each.indexOf(':');
            adjustments.add(new Adjustment(
                    slash < 0 ? "基金" : each.substring(0, slash),
                    each.substring(slash + 1, colon),
                    Money.ofWan(each.substring(colon + 1)),
                    "理由",
                    "市长",
                    Place.of("调整.xlsx", "调整").at("C" + (adjustments.size() + 2))));
        }
        return new Quarter(
                new FactTable(
                        quarter.period(),
                        quarter.roster(),
                        quarter.facts().datasets(),
                        quarter.facts().figures(),
                        quarter.facts().records(),
                        quarter.facts().parameters()),
                quarter.holdings(),
                quarter.pools(),
                quarter.risks(),
                adjustments);
    }

    private static String tables(String more) {
        int deposits = more.indexOf("deposits: ");
        int held = more.indexOf("held: ");
        if (deposits >= 0) {
            return more.substring(0, deposits);
        }
        if (held < 0 || more.contains("{fund")) {
            return more;
        }
        StringBuilder holdings = new StringBuilder("holdings:\n");
        StringBuilder risks = new StringBuilder("risks:\n");
        List<String> amounts = List.of(more.substring(held + 6).strip().split(" +", -1));
        for (int i = 0; i < amounts.size(); i++) {
            if (!amounts.get(i).equals("-")) {
                String bank = Character.toString('A' + i);
                holdings.append("  - {fund: 基金, bank: %s, held: %s}\n".formatted(bank, amounts.get(i)));
                risks.append("  - {bank: %s, disposal: 暂停新增}\n".formatted(bank));
            }
        }
        return more.substring(0, held) + holdings + risks;
    }

    @Test
    void months_open_decide_about_a_fixed_sum_also_for_a_bank_that_is_not_assessed() throws Exception {
        Scheme scheme = RuleFiles.schemes().stream()
                .filter(each -> each.id().equals("zhuji"))
                .findFirst()
                .orElseThrow();
        RuleCase worked = CaseLoader.loadAll(RuleFiles.CONFIG.resolve("cases"), scheme, RuleFiles.datasets())
                .get(0);
        Placement plan = Allocator.place(scheme, worked.quarter(), Scorer.assess(scheme, worked.quarter()));

        assertThat(plan.funds().get(0).rows())
                .extracting(PlanRow::bank)
                .extracting(Subject::code)
                .containsExactly("A", "B", "N");
        assertThat(plan.funds().get(0).rows().get(2).note()).isEqualTo(PlanRow.Note.NOT_ASSESSED);
    }
}
