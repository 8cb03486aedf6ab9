package bankscore.contribution.execution;

import bankscore.exact.Money;
import bankscore.sheet.Place;
import java.util.List;
import java.util.function.Function;

/**
 * One fund of the approved plan.
 *
 * @param rows the plan's banks in its order
 * @param others banks that hold money of the fund and have no row in the plan, in the order of the register
 * @param transfers in the order of the plan's list
 */
public record ExecutedFund(String fund, List<ExecutedRow> rows, List<Other> others, List<ExecutedTransfer> transfers) {

    public ExecutedFund {
        rows = List.copyOf(rows);
        others = List.copyOf(others);
        transfers = List.copyOf(transfers);
    }

    /**
     * A bank without a row in the plan.
     *
     * @param outside whether the plan names it as one whose money stays (D18)
     */
    public record Other(String code, String name, Money held, boolean outside, List<Place> cells) {

        public Other {
            cells = List.copyOf(cells);
        }
    }

    /** The sum of an amount over the plan's banks. */
    public Money sum(Function<ExecutedRow, Money> amount) {
        return Money.sum(rows.stream().map(amount).toList());
    }
}
