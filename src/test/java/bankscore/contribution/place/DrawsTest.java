package bankscore.contribution.place;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.contribution.PaperFixture;
import bankscore.contribution.say.PlacingSentence;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Equal claims worked by hand, as {@link FormsTest} writes them: the allocation, the banks' totals with a second measure after
 * a colon, the pool, what else is known; then the targets, the sentences of the fund, and every bank's note.
 */
class DrawsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # 0.5 and 0.5 of one lot
            {} | 50 50 | 1 | | 1.00 0.00 | 余数相同的2家（A、B）中，按名录顺序由A补1万元。 | 余数相同，按名录顺序补1万元 / 余数相同，按名录顺序不再补
            # 1.666… each, two lots are missing
            {} | 1 1 1 | 5 | | 2.00 2.00 1.00 | 余数相同的3家（A、B、C）中，按名录顺序由A、B各补1万元。 | 余数相同，按名录顺序补1万元 / 余数相同，按名录顺序补1万元 / 余数相同，按名录顺序不再补
            # 0.5 and 1.5: the higher total
            {} | 25 75 | 2 | | 0.00 2.00 | 余数相同的2家（B、A）中，按总分高低由B补1万元。 | 余数相同，按总分高低不再补 / 余数相同，按总分高低补1万元
            # 1.666… each: B before all by its total, A before C by the roster
            {share_by: equal} | 3 5 3 | 5 | | 2.00 2.00 1.00 | 余数相同的3家（B、A、C）中，按总分高低、名录顺序由B、A各补1万元。 | 余数相同，按总分高低、名录顺序补1万元 / 余数相同，按总分高低、名录顺序补1万元 / 余数相同，按总分高低、名录顺序不再补
            # 33.33… each: the measure that the scheme names
            {share_by: equal, tie_order: [other, roster]} | 1:1 3:2 2:9 | 100 | | 33.00 33.00 34.00 | 余数相同的3家（C、B、A）中，按其他高低由C补1万元。 | 余数相同，按其他高低不再补 / 余数相同，按其他高低不再补 / 余数相同，按其他高低补1万元
            # seven of 1.5 and lots of 100: 10.5 hundreds, three of seven get one, 50 odd to the first
            {lot: 100} | 1 1 1 1 1 1 1 | 1050 | | 250.00 200.00 200.00 100.00 100.00 100.00 100.00 | 余数相同的7家（A、B、C、D、E等7家）中，按名录顺序由A、B、C各补100万元。总分相同的7家（A、B、C、D、E等7家）中，按名录顺序由A另得不足一份的零头500,000.00元。 | 余数相同，按名录顺序补100万元；总分并列，按名录顺序另得零头 / 余数相同，按名录顺序补100万元；总分并列，按名录顺序不得零头 / 余数相同，按名录顺序补100万元；总分并列，按名录顺序不得零头 / 余数相同，按名录顺序不再补；总分并列，按名录顺序不得零头 / 余数相同，按名录顺序不再补；总分并列，按名录顺序不得零头 / 余数相同，按名录顺序不再补；总分并列，按名录顺序不得零头 / 余数相同，按名录顺序不再补；总分并列，按名录顺序不得零头
            # 60.9 and 40.6: no tie, but somebody gets the odd half
            {} | 60 40 | 101.50 | | 61.50 40.00 | 不足一份的零头5,000.00元归总分最高的A。 | 总分最高，另得零头 /
            {} | 1 1 | 2.000356 | | 1.000356 1.00 | 总分相同的2家（A、B）中，按名录顺序由A另得不足一份的零头3.56元。 | 总分并列，按名录顺序另得零头 / 总分并列，按名录顺序不得零头
            # 1.666… each; A may hold 1.9, so the two lots go to the others
            {} | 1 1 1 | 5 | held: 1.9 - - | 1.00 2.00 2.00 | 余数相同的A已达上限，由B、C各补1万元。 | 暂停新增；余数相同，已达上限不再补 / 余数相同的银行已达上限，补1万元 / 余数相同的银行已达上限，补1万元
            # 1.5 each; A is full, two lots for three
            {} | 1 1 1 1 | 6 | held: 1.9 - - - | 1.00 2.00 2.00 1.00 | 余数相同的3家（B、C、D）中，按名录顺序由B、C各补1万元；余数相同的A已达上限，不再补。 | 暂停新增；余数相同，已达上限不再补 / 余数相同，按名录顺序补1万元 / 余数相同，按名录顺序补1万元 / 余数相同，按名录顺序不再补
            # 1.9 each and 7 lots: three are full, the fourth gets three lots, one a round, and the odd 0.60
            {} | 1 1 1 1 | 7.6 | held: 1.95 1.95 1.95 - | 1.60 1.00 1.00 4.00 | 余数相同的A、B、C已达上限，由D补3万元。总分相同的4家（A、B、C、D）中，按名录顺序由A另得不足一份的零头6,000.00元。 | 暂停新增；余数相同，已达上限不再补；总分并列，按名录顺序另得零头 / 暂停新增；余数相同，已达上限不再补；总分并列，按名录顺序不得零头 / 暂停新增；余数相同，已达上限不再补；总分并列，按名录顺序不得零头 / 余数相同的银行已达上限，补3万元；总分并列，按名录顺序不得零头
            # 6.3 and 4.2: the odd 0.50 would lift A over 6.3
            {} | 60 40 | 10.5 | held: 6.3 - | 6.00 4.50 | 次序在前的A已达上限，不足一份的零头5,000.00元归B。 | 暂停新增；已达上限，不得零头 / 次序在前的银行已达上限，另得零头
            # 1.25, 1.25, 1.25 of 3.75 with A at 1.3: the odd 0.75 to B, of equal totals before C
            {} | 1 1 1 | 3.75 | held: 1.3 - - | 1.00 1.75 1.00 | 总分相同的2家（B、C）中，按名录顺序由B另得不足一份的零头7,500.00元；次序在前的A已达上限，不得零头。 | 暂停新增；已达上限，不得零头 / 总分并列，按名录顺序另得零头 / 总分并列，按名录顺序不得零头
            # equal ranks and different places; the same for both: no tie; the best one of two equals
            {amounts_by_rank: [50, 30, 20]} | 1 2 2 | 100 | | 20.00 50.00 30.00 | 名次并列的2家（B、C）按名录顺序排定先后。 | 第3名定额 / 第1名定额；名次并列，按名录顺序排定先后 / 第2名定额；名次并列，按名录顺序排定先后
            {amounts_by_rank: [50, 30], tie_order: [other, roster]} | 2:1 2:5 | 80 | | 30.00 50.00 | 名次并列的2家（B、A）按其他高低排定先后。 | 第2名定额；名次并列，按其他高低排定先后 / 第1名定额；名次并列，按其他高低排定先后
            {amounts_by_rank: [50, 50]} | 2 2 | 100 | | 50.00 50.00 | '' | 第1名定额 / 第2名定额
            {percents_by_rank: [60, 40]} | 3 3 | 100 | | 60.00 40.00 | 名次并列的2家（A、B）按名录顺序排定先后。 | 名次并列，按名录顺序排定先后 / 名次并列，按名录顺序排定先后
            {take: {best: 1}} | 50 50 | 80 | | 80.00 0.00 | 名次并列的2家（A、B）按名录顺序排定先后。 | 名次并列，按名录顺序排定先后 / 名次并列，按名录顺序排定先后
            # 1.5, 1.5 and 3; then 2.7, 2.7 and 3.6: equal remainders that both get a lot decide nothing, nor do whole lots
            {} | 1 1 2 | 6 | | 2.00 1.00 3.00 | 余数相同的2家（A、B）中，按名录顺序由A补1万元。 | 余数相同，按名录顺序补1万元 / 余数相同，按名录顺序不再补 /
            {} | 3 3 4 | 9 | | 3.00 3.00 3.00 | '' | /  /
            {} | 60 40 | 100 | | 60.00 40.00 | '' | /
            """)
    void the_order_between_equals_is_told(
            String allocation, String totals, String pool, String more, String targets, String sentences, String notes)
            throws Exception {
        FundPlan fund = FormsTest.plan(
                        allocation, totals, "pools: {基金: " + pool + "}\n" + (more == null ? "" : more), 4)
                .orElseThrow()
                .funds()
                .get(0);
        PlacingSentence placing = new PlacingSentence(PaperFixture.words(), FormsTest.scheme(allocation));

        assertThat(fund.rows().stream().map(row -> row.target().toString()).collect(Collectors.joining(" ")))
                .isEqualTo(targets);
        assertThat(String.join("", placing.ties(fund))).isEqualTo(sentences);
        assertThat(fund.rows().stream()
                        .map(row -> placing.note(PaperFixture.words().text("note." + row.note()), row))
                        .collect(Collectors.joining(" / "))
                        .strip())
                .isEqualTo(notes);
    }
}
