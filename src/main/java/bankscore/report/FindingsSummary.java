package bankscore.report;

import bankscore.domain.Period;
import java.time.ZonedDateTime;

/**
 * What a check looked at.
 *
 * @param jurisdiction the city or county
 * @param files how many input files
 * @param cells how many cells that are not empty
 * @param rules how many rules
 * @param checked when
 */
public record FindingsSummary(
        String jurisdiction, Period period, int files, long cells, int rules, ZonedDateTime checked) {}
