package bankscore.subsidy.decide.seen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bankscore.exact.Money;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.RandomAccess;
import org.junit.jupiter.api.Test;

class LedgerTest {

    private static final BigInteger LARGEST = BigInteger.valueOf(Long.MAX_VALUE);

    private final Ledger ledger = new Ledger(2, 3);

    private static Money fen(long fen) {
        return new Money(BigInteger.valueOf(fen));
    }

    @Test
    void an_account_is_opened_once_with_what_is_told_then() {
        List<String> asked = new ArrayList<>();

        assertThat(account("F1", "甲厂", asked)).isZero();
        assertThat(account("F2", "乙厂", asked)).isOne();
        assertThat(account("F1", "丙厂", asked)).isZero();

        assertThat(asked).containsExactly("甲厂", "乙厂");
        assertThat(ledger.size()).isEqualTo(2);
        assertThat(ledger.texts(0)).containsExactly("甲厂", "婺城区");
        assertThat(ledger.texts(1)).containsExactly("乙厂", "婺城区");
    }

    private int account(String key, String name, List<String> asked) {
        return ledger.account(List.of(key, "2024"), () -> {
            asked.add(name);
            return List.of(name, "婺城区");
        });
    }

    /** A key is all of its words, in their order. */
    @Test
    void keys_of_other_words_are_other_accounts() {
        assertThat(ledger.account(List.of("F1", "2024"), () -> List.of("甲", "1")))
                .isZero();
        assertThat(ledger.account(List.of("F1", "2025"), () -> List.of("乙", "2")))
                .isOne();
        assertThat(ledger.account(List.of("2024", "F1"), () -> List.of("丙", "3")))
                .isEqualTo(2);
        assertThat(ledger.account(List.of("F12024"), () -> List.of("丁", "4"))).isEqualTo(3);
        assertThat(ledger.texts(3)).containsExactly("丁", "4");
    }

    @Test
    void an_account_may_be_told_anew_and_the_others_stay() {
        List<String> asked = new ArrayList<>();
        account("F1", "甲厂", asked);
        account("F2", "乙厂", asked);
        ledger.add(0, 1, fen(500));

        ledger.tell(0, List.of("甲厂更名后的有限公司", "金东区"));

        assertThat(ledger.texts(0)).containsExactly("甲厂更名后的有限公司", "金东区");
        assertThat(ledger.texts(1)).containsExactly("乙厂", "婺城区");
        assertThat(ledger.sum(0, 1)).isEqualTo(fen(500));
        assertThat(ledger.size()).isEqualTo(2);
    }

    @Test
    void sums_grow_each_by_itself_and_may_fall() {
        List<String> asked = new ArrayList<>();
        account("F1", "甲厂", asked);
        account("F2", "乙厂", asked);

        ledger.add(0, 0, fen(123));
        ledger.add(0, 0, fen(-200));
        ledger.add(0, 2, fen(7));
        ledger.add(1, 0, fen(1));

        assertThat(ledger.sum(0, 0)).isEqualTo(fen(-77));
        assertThat(ledger.sum(0, 1)).isEqualTo(Money.ZERO);
        assertThat(ledger.sum(0, 2)).isEqualTo(fen(7));
        assertThat(ledger.sum(1, 0)).isEqualTo(fen(1));
    }

    /** What passes 64 bits is kept exactly, and what comes back below is so too. */
    @Test
    void a_sum_that_passes_64_bits_is_exact_on_both_sides() {
        account("F1", "甲厂", new ArrayList<>());

        ledger.add(0, 0, new Money(LARGEST));
        assertThat(ledger.sum(0, 0).fen()).isEqualTo(LARGEST);
        ledger.add(0, 0, fen(1));
        assertThat(ledger.sum(0, 0).fen()).isEqualTo(LARGEST.add(BigInteger.ONE));
        ledger.add(0, 0, new Money(LARGEST));
        assertThat(ledger.sum(0, 0).fen()).isEqualTo(LARGEST.shiftLeft(1).add(BigInteger.ONE));
        // Another sum beside it is not touched.
        ledger.add(0, 1, fen(3));
        assertThat(ledger.sum(0, 1)).isEqualTo(fen(3));

        ledger.add(0, 0, new Money(LARGEST.shiftLeft(1).negate()));
        assertThat(ledger.sum(0, 0)).isEqualTo(fen(1));
        ledger.add(0, 0, fen(4));
        assertThat(ledger.sum(0, 0)).isEqualTo(fen(5));

        ledger.add(0, 2, new Money(LARGEST.negate()));
        ledger.add(0, 2, fen(-1));
        assertThat(ledger.sum(0, 2).fen()).isEqualTo(BigInteger.valueOf(Long.MIN_VALUE));
        ledger.add(0, 2, fen(-1));
        assertThat(ledger.sum(0, 2).fen())
                .isEqualTo(BigInteger.valueOf(Long.MIN_VALUE).subtract(BigInteger.ONE));
    }

    /** The same as a map of lists, for more accounts than any table begins with. */
    @Test
    void very_many_accounts_are_kept_apart() {
        int many = 20_000;
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < many; i++) {
                String name = "企业" + i;
                int account = ledger.account(List.of("K" + i), () -> List.of(name, ""));
                assertThat(account).isEqualTo(i);
                ledger.add(account, i % 3, fen(i));
            }
        }

        assertThat(ledger.size()).isEqualTo(many);
        for (int i = 0; i < many; i += 997) {
            assertThat(ledger.texts(i)).containsExactly("企业" + i, "");
            assertThat(ledger.sum(i, i % 3)).isEqualTo(fen(2L * i));
            assertThat(ledger.sum(i, (i + 1) % 3)).isEqualTo(Money.ZERO);
        }
    }

    /** What stands in the list is made when somebody asks, and the list keeps the numbers that it was given. */
    @Test
    void a_list_of_accounts_is_made_when_it_is_asked_for() {
        int[] accounts = {4, 0, 2};
        List<Integer> made = new ArrayList<>();
        List<String> list = Ledger.list(accounts, account -> {
            made.add(account);
            return "第" + account;
        });
        accounts[0] = 9;

        assertThat(list).hasSize(3).isInstanceOf(RandomAccess.class);
        assertThat(made).isEmpty();
        assertThat(list.get(0)).isEqualTo("第4");
        assertThat(made).containsExactly(4);
        assertThat(list).containsExactly("第4", "第0", "第2");
        assertThatThrownBy(() -> list.get(3)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> list.add("第5")).isInstanceOf(UnsupportedOperationException.class);
    }
}
