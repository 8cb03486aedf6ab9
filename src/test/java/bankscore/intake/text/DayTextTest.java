package bankscore.intake.text;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.intake.Sheets;
import bankscore.sheet.CellValue;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DayTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2022-03-05",
                "2022/3/5",
                "2022.3.5",
                "2022年3月5日",
                "2022年3月5",
                "2022 年 3 月 5 日",
                "20220305",
                "２０２２－０３－０５"
            })
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
                "2022年3月5日日",
                "2022年3-5",
                "2022-3月5",
                "2022-3",
                "2022-3-",
                "2022--5",
                "2022-003-05",
                "2022-03-005",
                "202203050",
                "20223-5",
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

    @Test
    void days_of_other_centuries_are_slips() {
        assertThat(read("1899-12-31")).isEqualTo(new DayText.Unreadable());
        assertThat(read("1900-01-01")).isEqualTo(new DayText.Read(LocalDate.of(1900, 1, 1)));
        assertThat(read("2199-12-31")).isEqualTo(new DayText.Read(LocalDate.of(2199, 12, 31)));
        assertThat(read("2200-01-01")).isEqualTo(new DayText.Unreadable());
        assertThat(read("2009-09-19")).isEqualTo(new DayText.Read(LocalDate.of(2009, 9, 19)));
        assertThat(DayText.read(new CellValue.Truth(true))).isEqualTo(new DayText.Unreadable());
        assertThat(DayText.read(new CellValue.Numeric(new BigDecimal("20220305"), true)))
                .isEqualTo(new DayText.Unreadable());
    }

    private static DayText read(String text) {
        return DayText.read(new CellValue.Text(text));
    }

    @Test
    void texts_like_days_are_read_as_a_pattern_would_read_them() {
        Pattern parts =
                Pattern.compile("(\\d{4})(?:([-/.])(\\d{1,2})\\2(\\d{1,2})|年(\\d{1,2})月(\\d{1,2})日?|(\\d{2})(\\d{2}))");
        Random random = new Random(20221231);
        int days = 0;
        for (int i = 0; i < 200_000; i++) {
            StringBuilder text = new StringBuilder("202").append("0123年".charAt(random.nextInt(5)));
            for (int j = random.nextInt(8); j >= 0; j--) {
                text.append("0123-/.年月日0123".charAt(random.nextInt(14)));
            }
            Matcher matcher = parts.matcher(text);
            DayText expected = matcher.matches() ? day(matcher) : new DayText.Unreadable();

            assertThat(DayText.read(new CellValue.Text(text.toString())))
                    .as(text.toString())
                    .isEqualTo(expected);
            days += expected instanceof DayText.Read ? 1 : 0;
        }
        assertThat(days).isGreaterThan(500);
    }

    private static DayText day(Matcher matcher) {
        List<Integer> numbers = Stream.of(1, 3, 4, 5, 6, 7, 8)
                .map(matcher::group)
                .filter(Objects::nonNull)
                .map(Integer::parseInt)
                .toList();
        try {
            return new DayText.Read(LocalDate.of(numbers.get(0), numbers.get(1), numbers.get(2)));
        } catch (DateTimeException noSuchDay) {
            return new DayText.Unreadable();
        }
    }
}
