package bankscore.contribution.book.cells;

/**
 * Where the amounts of the sheet 资金调拨方案 stand, from 0. What leaders changed has two columns of its own between what is
 * held and the target, in a quarter in which they changed something.
 */
public record PlanColumns(boolean adjusted) {

    public static final int BANK = 1;
    public static final int SHARE = 2;
    public static final int CURRENT = 3;
    private static final int FIRST_OF_TARGET = 4;

    /** The target by the rule alone; the target itself where nothing was changed. */
    public int computed() {
        return FIRST_OF_TARGET;
    }

    public int adjustment() {
        if (!adjusted) {
            throw new IllegalStateException("nothing was changed");
        }
        return FIRST_OF_TARGET + 1;
    }

    public int target() {
        return adjusted ? FIRST_OF_TARGET + 2 : FIRST_OF_TARGET;
    }

    public int change() {
        return target() + 1;
    }

    public int now() {
        return target() + 2;
    }

    public int atMaturity() {
        return target() + 3;
    }

    public int note() {
        return target() + 4;
    }
}
