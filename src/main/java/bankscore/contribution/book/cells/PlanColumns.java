package bankscore.contribution.book.cells;

/**
 * Where the amounts of the sheets 资金调拨方案 and 调拨测算 stand, from 0. What leaders changed has a column of its own between
 * what is held and the target, in a quarter in which they changed something.
 *
 * @param exact whether the target by the rule alone stands before it, as on 调拨测算
 */
public record PlanColumns(boolean adjusted, boolean exact) {

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
        return exact ? FIRST_OF_TARGET + 1 : FIRST_OF_TARGET;
    }

    public int target() {
        return adjusted ? adjustment() + 1 : FIRST_OF_TARGET;
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
