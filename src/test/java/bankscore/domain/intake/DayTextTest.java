package bankscore.domain.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DayTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"2022-03-05", "2022/3/5", "2022.3.5", "2022年3月5日", "2022 年 3 月 5 日", "20220305", "２０２２－０３－０５"})
    void each_usual_way_to_write_a_day_is_read(String text) {
        assertThat(DayText.read(new CellValue.Text(text))).isEqualTo(new DayText.Read(LocalDate.of(2022, 3, 5)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2022-02-30",
                "2022-13-01",
                "2022/3-5",
                "3月5日",
                "2022年3月",
                "2022-3-5日",
                "0202-03-05",
                "44625",
                "明天"
            })
    void anything_else_is_unreadable_and_never_guessed(String text) {
        assertThat(DayText.read(new CellValue.Text(text))).isEqualTo(new DayText.Unreadable());
    }

    @Test
    void a_number_is_a_day_only_if_its_digits_write_one() {
        assertThat(DayText.read(Sheets.number("20220305"))).isEqualTo(new DayText.Read(LocalDate.of(2022, 3, 5)));
        assertThat(DayText.read(Sheets.number("44625"))).isEqualTo(new DayText.Unreadable());
        assertThat(DayText.read(Sheets.number("1E+300"))).isEqualTo(new DayText.Unreadable());
        assertThat(DayText.read(new CellValue.Day(LocalDate.of(2022, 3, 5), BigDecimal.valueOf(44625))))
                .isEqualTo(new DayText.Read(LocalDate.of(2022, 3, 5)));
        assertThat(DayText.read(new CellValue.Text("—"))).isEqualTo(new DayText.Missing());
    }
}
