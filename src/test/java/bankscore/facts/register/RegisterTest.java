package bankscore.facts.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bankscore.facts.Subject;
import bankscore.sheet.Place;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who goes by a name, and what a register of many keeps of them. */
class RegisterTest {

    private static Subject party(String code, String name, String shortName, String... aliases) {
        return new Subject(code, name, shortName, List.of(aliases), "", Optional.empty(), true);
    }

    private static Optional<String> code(Register register, String name) {
        return register.named(name).map(Subject::code);
    }

    @Test
    void a_code_or_full_name_comes_before_anybodys_short_name() {
        Register register = new Register(List.of(
                party("A", "甲公司", "乙公司", "丙公司"), party("B", "乙公司", "丙公司"), party("C", "丁公司", "", "A", "戊（集团）公司")));
        assertThat(code(register, "乙公司")).contains("B");
        assertThat(code(register, "丙公司")).contains("A");
        assertThat(code(register, "A")).contains("A");
        assertThat(code(register, " 戊(集团) 公司")).contains("C");
        assertThat(code(register, "己公司")).isEmpty();
        assertThat(register.order("C")).isEqualTo(2);
        assertThatThrownBy(() -> register.order("D")).hasMessage("not in the register: D");
    }

    @Test
    void the_first_of_a_code_stands_and_the_names_of_the_second_lead_to_it() {
        Register register = new Register(List.of(party("A", "甲", ""), party("A", "乙", "")));
        assertThat(register.subjects()).containsExactly(party("A", "甲", ""));
        assertThat(code(register, "乙")).contains("A");
    }

    @Test
    void a_name_of_several_parties_names_none_unless_it_is_a_code() {
        Register register = Register.ofParties(
                List.of(party("A", "张三", ""), party("B", "张 三", ""), party("C", "D", ""), party("D", "D", "")));
        assertThat(code(register, "张三")).isEmpty();
        assertThat(code(register, "B")).contains("B");
        assertThat(code(register, "D")).contains("D");
    }

    @Test
    void names_are_told_apart_however_alike_their_hashes_are() {
        // "Aa" and "BB" have one hash of Java's, and so has whatever is made of as many of them.
        PackedParties all = new PackedParties();
        Map<String, String> expected = new HashMap<>();
        for (int i = 0; i < 1 << 12; i++) {
            StringBuilder name = new StringBuilder();
            for (int bit = 0; bit < 12; bit++) {
                name.append((i >> bit & 1) == 0 ? "Aa" : "BB");
            }
            all.add(party("K" + i, name.toString(), ""), List.of());
            expected.put(name.toString(), "K" + i);
        }
        PartyRegister register = all.register("d");
        expected.forEach(
                (name, code) -> assertThat(code(register.names(), name)).contains(code));
        assertThat(code(register.names(), "AaBB")).isEmpty();
    }

    @Test
    void what_is_packed_comes_back_whatever_its_characters() {
        Subject odd = new Subject(
                "ÿ\uD83D",
                "号".repeat(200),
                "a\u0000b",
                List.of("", "𠀀"),
                "类",
                Optional.of(LocalDate.of(-5, 1, 1)),
                false);
        List<PartyRegister.Row> rows = List.of(
                new PartyRegister.Row(
                        Place.of("a.xlsx", "名录").at("A2"),
                        Optional.of(LocalDate.of(1970, 1, 1)),
                        Optional.of(LocalDate.of(9999, 12, 31)),
                        Map.of("district", "婺城区", "note", "")),
                new PartyRegister.Row(Place.NONE, Optional.empty(), Optional.empty(), Map.of()));
        PackedParties all = new PackedParties();
        all.add(party("X", "首", ""), List.of());
        all.add(odd, rows);
        PartyRegister register = all.register("d");
        assertThat(register.names().subjects()).containsExactly(party("X", "首", ""), odd);
        assertThat(register.rows(odd.code())).isEqualTo(rows);
        assertThat(register.rows("X")).isEmpty();
        assertThat(register.rows("nobody")).isEmpty();
        assertThat(register.text(odd.code(), "district", LocalDate.of(2024, 1, 1)))
                .contains("婺城区");
        assertThatThrownBy(() -> register.names().subjects().get(2)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void two_packed_parties_of_one_code_are_refused() {
        PackedParties all = new PackedParties();
        all.add(party("A", "甲", ""), List.of());
        all.add(party("A", "乙", ""), List.of());
        assertThatThrownBy(() -> all.register("d")).hasMessage("two parties of one code");
    }
}
