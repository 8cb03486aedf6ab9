package bankscore.sample;

import java.time.LocalDate;
import java.util.List;

/** A quarter of the sample: those of the year 2022, and the one after, in which its plan is carried out. */
enum SampleQuarter {
    FIRST("2022Q1", "一季度", LocalDate.of(2022, 3, 31), LocalDate.of(2022, 4, 12)),
    SECOND("2022Q2", "二季度", LocalDate.of(2022, 6, 30), LocalDate.of(2022, 7, 11)),
    THIRD("2022Q3", "三季度", LocalDate.of(2022, 9, 30), LocalDate.of(2022, 10, 14)),
    FOURTH("2022Q4", "四季度", LocalDate.of(2022, 12, 31), LocalDate.of(2023, 1, 10)),
    NEXT("2023Q1", "一季度", LocalDate.of(2023, 3, 31), LocalDate.of(2023, 4, 11));

    private final String period;
    private final String inWords;
    private final LocalDate end;
    private final LocalDate filled;

    SampleQuarter(String period, String inWords, LocalDate end, LocalDate filled) {
        this.period = period;
        this.inWords = inWords;
        this.end = end;
        this.filled = filled;
    }

    /** The period as the program writes it, which is the folder's name. */
    String period() {
        return period;
    }

    String inWords() {
        return inWords;
    }

    /** The year as titles write it, such as {@code 2022年}. */
    String year() {
        return end.getYear() + "年";
    }

    /** Whether it is the first of its year. */
    boolean first() {
        return end.getMonthValue() == 3;
    }

    LocalDate end() {
        return end;
    }

    /** The day on which the offices fill in their forms. */
    LocalDate filled() {
        return filled;
    }

    /** The months from January to the quarter's end, as in {@code 1-9月}. */
    String months() {
        return "1-" + end.getMonthValue() + "月";
    }

    String filledInWords() {
        return filled.getYear() + "年" + filled.getMonthValue() + "月" + filled.getDayOfMonth() + "日";
    }

    boolean annual() {
        return this == FOURTH;
    }

    /** One of four values, first quarter to fourth. */
    <T> T pick(List<T> perQuarter) {
        return perQuarter.get(end.getMonthValue() / 3 - 1);
    }
}
