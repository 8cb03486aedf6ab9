package bankscore.contribution.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bankscore.contribution.quarter.Pool;
import bankscore.exact.Money;
import bankscore.sheet.Place;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Money that counts but stays: {@code moves: false} shows targets and changes, and nothing moves but what is withdrawn. */
class StayingFundTest {

    private static final String STAYS = "{funds: {基金: {moves: false}}}";

    /**
     * 60 and 40 of 100. Of what B has to give back nothing moves, neither what has matured nor what has not; by 收回 all of
     * it leaves at once, to nobody. C is not assessed; by outside: withdraw its target is 0, and what it holds stays too.
     */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {funds: {基金: {moves: false}}}                    |                                   | A 60.00 30.00 0.00 0.00 NONE; B 40.00 -50.00 0.00 0.00 NONE | | C 5.00
            {funds: {基金: {moves: true}}}                     |                                   | A 60.00 30.00 30.00 0.00 NONE; B 40.00 -50.00 -40.00 -10.00 NONE | B>A 30.00 now, B>* 10.00 now, B>* 10.00 later | C 5.00
            {moves: false}                                     |                                   | A 60.00 30.00 0.00 0.00 NONE; B 40.00 -50.00 0.00 0.00 NONE | | C 5.00
            {moves: false, funds: {基金: {moves: true}}}       |                                   | A 60.00 30.00 30.00 0.00 NONE; B 40.00 -50.00 -40.00 -10.00 NONE | B>A 30.00 now, B>* 10.00 now, B>* 10.00 later | C 5.00
            {funds: {基金: {moves: false}}}                    | {bank: B, disposal: 收回}     | A 100.00 70.00 0.00 0.00 NONE; B 0.00 -90.00 -90.00 0.00 WITHDRAWN_EARLY | B>* 90.00 now | C 5.00
            {funds: {基金: {moves: false}}}                    | {bank: C, disposal: 收回}     | A 60.00 30.00 0.00 0.00 NONE; B 40.00 -50.00 0.00 0.00 NONE; C 0.00 -5.00 -5.00 0.00 WITHDRAWN | C>* 5.00 now |
            {funds: {基金: {moves: false}}}                    | {bank: A, disposal: 暂停新增} | A 30.00 0.00 0.00 0.00 FROZEN; B 70.00 -20.00 0.00 0.00 NONE | | C 5.00
            {outside: withdraw, funds: {基金: {moves: false}}} |                                   | A 60.00 30.00 0.00 0.00 NONE; B 40.00 -50.00 0.00 0.00 NONE; C 0.00 -5.00 0.00 0.00 NOT_ASSESSED | |
            """)
    void of_a_fund_that_stays_only_what_is_withdrawn_moves(
            String allocation, String risk, String rows, String transfers, String outside) throws Exception {
        String risks = risk == null ? "" : "\nrisks: [" + risk + "]";
        FundPlan fund = FormsTest.plan(allocation, "60 40 -", """
                                pools: {基金: 100}
                                holdings:
                                  - {fund: 基金, bank: A, held: 30}
                                  - {fund: 基金, bank: B, held: 90, unmatured: 50}
                                  - {fund: 基金, bank: C, held: 5}
                                """ + risks, 4)
                .orElseThrow()
                .funds()
                .get(0);

        assertThat(String.join(
                        "; ",
                        fund.rows().stream()
                                .map(row -> row.bank().code() + " " + row.target() + " " + row.change() + " "
                                        + row.now() + " " + row.atMaturity() + " " + row.note())
                                .toList()))
                .isEqualTo(rows);
        assertThat(String.join(
                        ", ",
                        fund.transfers().stream()
                                .map(each -> each.from() + ">" + each.to() + " " + each.amount()
                                        + (each.atMaturity() ? " later" : " now"))
                                .toList()))
                .isEqualTo(transfers == null ? "" : transfers);
        assertThat(fund.outside())
                .extracting(each -> each.bank().code() + " " + each.current())
                .containsExactlyElementsOf(outside == null ? List.of() : List.of(outside));
    }

    /** Other funds are what they are: nothing of one pours into another. */
    @Test
    void a_fund_that_stays_leaves_the_others_as_they_are() throws Exception {
        Plan plan = FormsTest.plan(STAYS, "60 40", """
                                pools: {基金: 100, 其他: 10}
                                holdings: [{fund: 基金, bank: A, held: 100}, {fund: 其他, bank: B, held: 10}]
                                """, 4).orElseThrow();

        assertThat(plan.funds())
                .extracting(fund ->
                        fund.pool().fund() + " " + fund.now() + " " + fund.atMaturity() + " " + fund.moved(false))
                .containsExactly("基金 0.00 0.00 0.00", "其他 0.00 0.00 6.00");
    }

    /** The equation that every change is what moves holds where a fund moves, and where money is withdrawn. */
    @Test
    void a_plan_of_a_fund_that_moves_cannot_leave_a_change_unmoved() throws Exception {
        FundPlan stays = FormsTest.plan(STAYS, "60 40", "pools: {基金: 100}", 4)
                .orElseThrow()
                .funds()
                .get(0);

        assertThatThrownBy(() -> new FundPlan(
                        new Pool("基金", Money.ofWan("100"), Place.NONE),
                        FormsTest.scheme("{}").allocation(),
                        stays.rows(),
                        Money.ZERO,
                        List.of(),
                        List.of(),
                        List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the change of A in 基金 is not what moves: change 60.00, now 0.00, at maturity 0.00");
    }
}
