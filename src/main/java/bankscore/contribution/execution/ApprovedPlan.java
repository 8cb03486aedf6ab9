package bankscore.contribution.execution;

import bankscore.contribution.place.PlanRow;
import bankscore.contribution.place.Transfer;
import bankscore.exact.Money;
import bankscore.office.Approval;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A plan as the government approved it: what was published, not what the same figures would give today.
 *
 * @param indicative whether it was published as a simulation, of which only withdrawals are orders (D19)
 * @param funds none if the revision holds no plan
 */
public record ApprovedPlan(Approval approval, boolean indicative, List<Fund> funds) {

    public ApprovedPlan {
        funds = List.copyOf(funds);
    }

    /** A plan of a rule that places money once a year. */
    public ApprovedPlan(Approval approval, List<Fund> funds) {
        this(approval, !approval.period().isAnnual(), funds);
    }

    /**
     * One fund.
     *
     * @param outside banks whose money the plan leaves alone (D18); what they are to hold is what they held
     * @param transfers in the order of the plan's list
     * @param moves whether the plan of it is an order; if not, only withdrawals are
     */
    public record Fund(String name, List<Row> rows, List<Row> outside, List<Transfer> transfers, boolean moves) {

        /** A fund that moves. */
        public Fund(String name, List<Row> rows, List<Row> outside, List<Transfer> transfers) {
            this(name, rows, outside, transfers, true);
        }

        public Fund {
            rows = List.copyOf(rows);
            outside = List.copyOf(outside);
            transfers = List.copyOf(transfers);
        }
    }

    /**
     * One bank.
     *
     * @param code as it was then
     * @param name as it was then
     * @param before what it held when the plan was made
     * @param target what it is to hold
     */
    public record Row(String code, String name, Money before, Money target, PlanRow.Note note) {

        boolean isWithdrawn() {
            return note == PlanRow.Note.WITHDRAWN || note == PlanRow.Note.WITHDRAWN_EARLY;
        }
    }

    /**
     * From which day on a transfer is due: what moves now from the approval's date, the rest from its 到期日, but not before
     * the approval.
     *
     * @return empty if it moves at maturity and nobody said when that is
     */
    public Optional<LocalDate> due(Transfer transfer) {
        LocalDate approved = approval.date();
        return transfer.atMaturity()
                ? transfer.date().map(day -> day.isBefore(approved) ? approved : day)
                : Optional.of(approved);
    }
}
