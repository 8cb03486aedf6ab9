package bankscore.report;

/**
 * Where the amounts of the sheet 资金调拨方案 stand, from 0. What leaders changed has two columns of its own between what is
 * held and the target, in a quarter in which they changed something.
 */
record PlanColumns(boolean adjusted) {

    static final int BANK = 1;
    static final int SHARE = 2;
    static final int CURRENT = 3;
    private static final int FIRST_OF_TARGET = 4;

    /** The target by the rule alone; the target itself where nothing was changed. */
    int computed() {
        return FIRST_OF_TARGET;
    }

    int adjustment() {
        if (!adjusted) {
            throw new IllegalStateException("nothing was changed");
        }
        return FIRST_OF_TARGET + 1;
    }

    int target() {
        return adjusted ? FIRST_OF_TARGET + 2 : FIRST_OF_TARGET;
    }

    int change() {
        return target() + 1;
    }

    int now() {
        return target() + 2;
    }

    int atMaturity() {
        return target() + 3;
    }

    int note() {
        return target() + 4;
    }
}
