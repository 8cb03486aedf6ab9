package bankscore.contribution.quarter;

import bankscore.contribution.Names;
import bankscore.sheet.Place;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A safety finding of the regulator.
 *
 * @param disposal 处置: the word that the scheme's safety setting knows
 * @param kind 风险类型
 * @param day 认定日期
 * @param note 说明
 */
public record Risk(String bank, String disposal, String kind, Optional<LocalDate> day, String note, Place place) {

    /** One that nobody dated or explained. */
    public Risk(String bank, String disposal, String kind, Place place) {
        this(bank, disposal, kind, Optional.empty(), "", place);
    }

    /** Type, day and note in parentheses, as far as the sheet says them. */
    public String said() {
        String said = Stream.of(kind, day.map(LocalDate::toString).orElse(""), note)
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining("，"));
        return said.isEmpty() ? "" : "（" + said + "）";
    }

    /** Whether it takes the assessment from the bank. */
    public boolean cancels() {
        return disposal.equals(Names.CANCELLED);
    }
}
