package bankscore.contribution.scheme;

import bankscore.exact.Period;

/** How often money is placed: at the end of a cycle the plan is real, in between it is a simulation (D19). */
public enum Cycle {
    QUARTER(1),
    HALF_YEAR(2),
    YEAR(4);

    private final int quarters;

    Cycle(int quarters) {
        this.quarters = quarters;
    }

    /** Whether a cycle ends with a period. */
    public boolean endsWith(Period period) {
        return period.quarter() % quarters == 0;
    }
}
