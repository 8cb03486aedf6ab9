package bankscore.contribution.judge.compare;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.contribution.judge.Judgement;
import bankscore.contribution.load.CaseLoader;
import bankscore.contribution.load.RuleFiles;
import bankscore.contribution.quarter.Adjustment;
import bankscore.contribution.quarter.Quarter;
import bankscore.exact.Fraction;
import bankscore.exact.Money;
import bankscore.finding.ConfigException;
import bankscore.intake.Dataset;
import bankscore.sheet.Place;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What changed from one result to the other, by cause, with figures that can be followed by hand. */
class ComparerTest {

    /** A bank's total is its tax; the pool is shared by totals, and what a risk means is the rule's word. */
    private static final String SCHEME = """
            rule: test
            scheme: test
            title: 测试
            in_force: {from: 2022-01-01}
            source: {document: 办法}
            rounding: {points: 2}
            measures:
              own: {name: 值, formula: tax}
            items:
              - {id: %s, name: 项, kind: base, measure: own, method: {ratio_to_reference: {full: 10, reference: 10, cap: 1000}}, clause: 一, mark: text}
            allocation: {lot: 0.01, safety: {收回: withdraw_now, 暂停新增: %s}}
            """;

    private static final String BEFORE = """
            name: before
            period: 2022Q3
            banks: [A, B, C]
            figures: {A: {tax: 30}, B: {tax: 20}, C: {tax: 10}}
            pools: {社保: 60}
            %s
            expect: {}
            """;

    private static final String AFTER = """
            name: after
            period: 2022Q4
            banks: [B, C, D]
            figures: {B: {tax: 40}, C: {tax: 10}, D: {tax: 50}}
            pools: {社保: 100}
            %s
            expect: {}
            """;

    private final List<Dataset> datasets = RuleFiles.datasets();

    ComparerTest() throws ConfigException {}

    private Quarter quarter(String text, String risks) throws ConfigException {
        return CaseLoader.parse("case.yaml", text.formatted(risks), "test", datasets)
                .quarter();
    }

    private Judgement judged(String item, String paused, Quarter quarter) throws ConfigException {
        return Judgement.of(RuleFiles.parse(SCHEME.formatted(item, paused), datasets), quarter);
    }

    /** Total, rank and money that each cause moved: register, figures, rule, adjustments. */
    private static List<String> told(Comparison comparison) {
        return comparison.banks().stream()
                .map(bank -> bank.bank().code() + (bank.came() ? "+" : "") + (bank.gone() ? "-" : "") + " "
                        + bank.causes().entrySet().stream()
                                .map(cause -> cause.getValue().total() + "/"
                                        + cause.getValue()
                                                .rank()
                                                .map(Object::toString)
                                                .orElse("")
                                        + "/" + cause.getValue().money("社保").wan())
                                .collect(Collectors.joining(" ")))
                .toList();
    }

    @Test
    void who_came_and_who_went_is_told_before_any_figure_changes() throws Exception {
        Quarter later = quarter(AFTER, "");

        Comparison comparison =
                Comparer.compare(judged("it", "freeze", quarter(BEFORE, "")), judged("it", "freeze", later), later);

        // Before: 60 by 30 : 20 : 10. With the later register B, C and the figures of D, which came: 60 by 20 : 10 :
        // 50,
        // which is 15, 7.50, 37.50. With the later figures: 100 by 40 : 10 : 50. C falls from the third place to the
        // third.
        assertThat(told(comparison))
                .containsExactly(
                        "B 0/0/-5 20/0/25 0/0/0 0/0/0",
                        "C 0/0/-2.5 0/0/2.5 0/0/0 0/0/0",
                        "D+ 50//37.5 0/0/12.5 0/0/0 0/0/0",
                        "A- -30//-30 0//0 0//0 0/0/0");
        assertThat(comparison.banks().get(0).items())
                .containsExactly(new BankChange.ItemChange(
                        "it", "项", Optional.of(Fraction.of(20)), Optional.of(Fraction.of(40))));
        assertThat(comparison.banks().get(2).items().get(0).before()).isEmpty();
        assertThat(comparison.banks().get(3).items().get(0).after()).isEmpty();
        assertThat(comparison.banks()).extracting(BankChange::changed).containsOnly(true);
    }

    @Test
    void a_risk_of_a_bank_that_went_goes_with_it_and_one_of_a_bank_that_came_comes_with_it() throws Exception {
        Quarter later = quarter(AFTER, "risks: [{bank: B, disposal: 收回}, {bank: D, disposal: 收回}]");
        Quarter earlier = quarter(BEFORE, "risks: [{bank: A, disposal: 收回}, {bank: B, disposal: 收回}]");

        Comparison comparison = Comparer.compare(judged("it", "freeze", earlier), judged("it", "freeze", later), later);

        // Whoever is withdrawn from gets nothing: C has all of 60 before, all of 60 with the later register, then 100.
        assertThat(told(comparison))
                .containsExactly(
                        "B 0/0/0 20/0/0 0/0/0 0/0/0",
                        "C 0/0/0 0/0/40 0/0/0 0/0/0",
                        "D+ 50//0 0/0/0 0/0/0 0/0/0",
                        "A- -30//0 0//0 0//0 0/0/0");
    }

    @Test
    void what_a_risk_means_is_the_rules_and_so_is_what_follows_from_another_meaning() throws Exception {
        String held = "holdings: [{fund: 社保, bank: A, held: 12}]\n";
        Quarter later = quarter(BEFORE, held + "risks: [{bank: A, disposal: 暂停新增}]");

        Comparison comparison = Comparer.compare(
                judged("it", "freeze", quarter(BEFORE, held)), judged("that", "withdraw_now", later), later);

        // By the earlier rule A gets no more than it holds, 12, and B and C share 48 by 20 : 10; by the later one A
        // gets
        // nothing, and they share 60.
        assertThat(told(comparison))
                .containsExactly(
                        "A 0/0/0 0/0/-18 0/0/-12 0/0/0", "B 0/0/0 0/0/12 0/0/8 0/0/0", "C 0/0/0 0/0/6 0/0/4 0/0/0");
        // Items are told in the order of the later rule, then those that are gone.
        assertThat(comparison.banks().get(0).items())
                .extracting(item -> item.id() + " " + item.change())
                .containsExactly("that 30", "it -30");
    }

    @Test
    void what_leaders_moved_is_a_cause_of_its_own() throws Exception {
        Quarter quarter = quarter(BEFORE, "");
        Quarter moved = quarter.withAdjustments(List.of(adjustment("A", -5), adjustment("B", 5)));
        Quarter again = quarter.withAdjustments(List.of(adjustment("A", -2), adjustment("C", 2)));

        assertThat(told(Comparer.compare(judged("it", "freeze", quarter), judged("it", "freeze", moved), moved)))
                .containsExactly(
                        "A 0/0/0 0/0/0 0/0/0 0/0/-5", "B 0/0/0 0/0/0 0/0/0 0/0/5", "C 0/0/0 0/0/0 0/0/0 0/0/0");
        // From -5 to -2, from 5 to nothing, from nothing to 2.
        assertThat(told(Comparer.compare(judged("it", "freeze", moved), judged("it", "freeze", again), again)))
                .containsExactly(
                        "A 0/0/0 0/0/0 0/0/0 0/0/3", "B 0/0/0 0/0/0 0/0/0 0/0/-5", "C 0/0/0 0/0/0 0/0/0 0/0/2");
    }

    private static Adjustment adjustment(String bank, int wan) {
        return new Adjustment("社保", bank, Money.ofWan(Fraction.of(wan)), "理由", "某人", Place.NONE);
    }
}
