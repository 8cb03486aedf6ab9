package bankscore.intake.table.swap;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.intake.table.StagedSheets;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SwapCheckTest {

    private static final String POOLS = "资金类别,次年调配总额; 专户,%s; 国库,%s; 社保,480";
    private static final String HELD = " / 资金类别,银行名称,存款余额; 专户,A,200; 专户,B,46; 国库,A,75; 社保,A,430";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # nine of ten banks have neither more nor less than in spring: one column was copied over the other
            10 20 30 40 50 60 70 80 90 11 | 10 20 30 40 50 60 70 80 90 99 | W223 C1 by=年初贷款余额 cell2=B1 column=贷款余额 other=年初贷款余额 variant=opening
            10 20 30 40 50 60 70 80 90 11 | 10 20 30 40 50 60 70 80 91 99 | ``
            # five banks tell something, four do not; nothing that stays nothing tells nothing
            10 20 30 40 50                | 10 20 30 40 50                | W223 C1 by=年初贷款余额 cell2=B1 column=贷款余额 other=年初贷款余额 variant=opening
            10 20 30 40 0                 | 10 20 30 40 0                 | ``
            """)
    void closing_balances_that_are_all_opening_ones_are_to_be_verified(
            String opening, String closing, String expected) {
        StringBuilder rows = new StringBuilder("银行名称,年初贷款余额,贷款余额,存款余额");
        String[] before = opening.split(" ", -1);
        String[] after = closing.split(" ", -1);
        for (int i = 0; i < before.length; i++) {
            rows.append("; ")
                    .append((char) ('A' + i))
                    .append(',')
                    .append(before[i])
                    .append(',')
                    .append(after[i]);
            rows.append(",100");
        }
        assertThat(found(new StagedSheets("2022Q1", rows.toString()).among("A B C D E F G H I J")))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # as it should be; each in the other's place, by what is held; a little off is no place of another's
            215 | 60  | 230 | 70 | ``
            60  | 215 |     |    | W219 B2 by=存款余额 cell2=B3 column=次年调配总额 found=专户 other=国库 variant=rows
            60  | 215 | 230 | 70 | W219 B2 by=存款余额 cell2=B3 column=次年调配总额 found=专户 other=国库 variant=rows
            124 | 149 |     |    | ``
            # it was so last quarter too: then it is so
            60  | 215 | 61  | 210 | ``
            """)
    void two_pools_in_each_others_place_are_to_be_verified(
            String one, String other, String oneBefore, String otherBefore, String expected) {
        StagedSheets now = new StagedSheets("2022Q4", POOLS.formatted(one, other) + HELD);
        if (oneBefore != null) {
            now.after(new StagedSheets("2022Q3", POOLS.formatted(oneBefore, otherBefore)));
        }
        assertThat(found(now)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # nothing is held of them: last quarter alone tells
            60  | 215 | W219 B2 by=存款余额 cell2=B3 column=次年调配总额 found=专户 other=国库 variant=rows_last
            # a row of what is held was refused, so that nobody knows how much it is
            230 | 70  | ``
            """)
    void where_nobody_knows_what_is_held_last_quarter_tells(String one, String other, String expected) {
        StagedSheets now = new StagedSheets("2022Q4", POOLS.formatted(one, other) + " / 资金类别,银行名称,存款余额; 专户,A,75; ,A,5")
                .after(new StagedSheets("2022Q3", POOLS.formatted("230", "70")));

        assertThat(found(now)).isEqualTo(expected);
    }

    private static String found(StagedSheets sheets) {
        return StagedSheets.brief(SwapCheck.check(sheets.tables(), Map.of(), Set.of()));
    }
}
