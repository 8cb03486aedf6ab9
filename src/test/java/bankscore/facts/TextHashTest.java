package bankscore.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TextHashTest {

    private final TextHash hash = new TextHash();

    @Test
    void the_same_texts_have_the_same_hash_below_2_to_the_61st() {
        for (String text : List.of("", "a", "ab", "abc", "abcd", "环境污染责任保险", "\uFFFF".repeat(100))) {
            assertThat(hash.of(text))
                    .isEqualTo(hash.of(String.valueOf(text.toCharArray())))
                    .isBetween(0L, (1L << 61) - 2);
        }
        assertThat(hash.of(List.of("a", "b"))).isEqualTo(hash.of(List.of("a", "b")));
    }

    @Test
    void texts_that_differ_in_a_sign_a_place_or_a_length_have_others() {
        Set<Long> hashes = new HashSet<>();
        int texts = 0;
        for (int length = 0; length <= 9; length++) {
            String zeros = "\0".repeat(length);
            assertThat(hashes.add(hash.of(zeros))).as("%d signs", length).isTrue();
            texts++;
            for (int at = 0; at < length; at++) {
                for (char sign : new char[] {1, 'a', '环', 0xFFFF}) {
                    hashes.add(hash.of(zeros.substring(0, at) + sign + zeros.substring(at + 1)));
                    texts++;
                }
            }
        }
        assertThat(hashes).hasSize(texts);
    }

    /** Numbered names are what registers and policies have most of. */
    @Test
    void a_million_numbers_of_policies_share_neither_hash_nor_the_low_bits_by_which_they_are_kept() {
        Set<Long> hashes = new HashSet<>();
        int[] slots = new int[1 << 16];
        for (int i = 0; i < 1 << 20; i++) {
            long own = hash.of("HZX%013d".formatted(i));
            hashes.add(own);
            slots[(int) own & (slots.length - 1)]++;
        }
        assertThat(hashes).hasSize(1 << 20);
        for (int slot : slots) {
            // 16 on average: by chance as good as never more than 80.
            assertThat(slot).isLessThan(80);
        }
    }

    /** Whoever sends texts cannot know them. */
    @Test
    void another_instance_has_other_hashes() {
        assertThat(new TextHash().of("环境污染责任保险")).isNotEqualTo(hash.of("环境污染责任保险"));
    }
}
