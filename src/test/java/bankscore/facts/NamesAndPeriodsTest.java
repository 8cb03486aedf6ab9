package bankscore.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bankscore.exact.Period;
import bankscore.office.DocumentNumber;
import bankscore.sheet.Place;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers of documents, places and periods: what they are called and in which order they come. */
class NamesAndPeriodsTest {

    @ParameterizedTest
    @CsvSource({
        "饶财库〔2023〕1号, 饶财库〔2023〕1号",
        "饶财库[２０２３] 12 号, 饶财库〔2023〕12号",
        "饶财库【2023】999999号, 饶财库〔2023〕999999号",
        "饶财库(1823)1号, none",
        "饶财库〔2023〕01号, none",
        "饶财库〔2023〕第1号, none",
        "饶财库2023-1号, none",
        "饶〔2023〕1号, none",
        "饶财库〔2023〕1000000号, none",
    })
    void a_document_number_is_read_in_its_one_form(String typed, String text) {
        assertThat(DocumentNumber.read(typed).map(DocumentNumber::toString).orElse("none"))
                .isEqualTo(text);
    }

    @Test
    void a_document_number_knows_its_year_and_is_nothing_else() {
        assertThat(new DocumentNumber("饶财库〔2023〕1号").year()).isEqualTo(2023);
        assertThat(DocumentNumber.read(" ".repeat(49) + "饶财库〔2023〕1号")).isPresent();
        assertThat(DocumentNumber.read(" ".repeat(50) + "饶财库〔2023〕1号")).isEmpty();
        assertThatThrownBy(() -> new DocumentNumber("1号")).hasMessage("not a document number: 1号");
    }

    @Test
    void periods_follow_each_other_and_end_on_their_last_day() {
        assertThat(new Period(2022, 1).previous()).isEqualTo(new Period(2021, 4));
        assertThat(new Period(2022, 4).previous()).isEqualTo(new Period(2022, 3));
        assertThat(new Period(2022, 1)).isGreaterThan(new Period(2021, 4)).isLessThan(new Period(2022, 2));
        assertThat(new Period(2022, 2).end()).isEqualTo(LocalDate.of(2022, 6, 30));
        assertThat(new Period(2022, 2).firstDayOfYear()).isEqualTo(LocalDate.of(2022, 1, 1));
    }

    @Test
    void a_place_names_as_much_as_is_known() {
        assertThat(Place.of("a.xlsx", "表").at("B2")).hasToString("a.xlsx › 表 › B2");
        assertThat(Place.of("a.xlsx", "表")).hasToString("a.xlsx › 表");
        assertThat(Place.of("a.xlsx", "")).hasToString("a.xlsx");
        assertThat(Place.NONE).hasToString("");
    }
}
