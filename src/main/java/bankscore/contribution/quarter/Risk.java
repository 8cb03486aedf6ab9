package bankscore.contribution.quarter;

import bankscore.contribution.Names;
import bankscore.sheet.Place;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A safety finding of the regulator.
 *
 * @param disposal 处置: the word that the scheme's safety setting knows
 * @param kind 风险类型
 * @param day 认定日期
 */
public record Risk(String bank, String disposal, String kind, Optional<LocalDate> day, Place place) {

    /** One that nobody dated. */
    public Risk(String bank, String disposal, String kind, Place place) {
        this(bank, disposal, kind, Optional.empty(), place);
    }

    /** Whether it takes the assessment from the bank. */
    public boolean cancels() {
        return disposal.equals(Names.CANCELLED);
    }
}
