package bankscore.subsidy.decide;

import bankscore.exact.Money;
import bankscore.exact.Period;
import bankscore.facts.register.PartyRegister;
import bankscore.rule.Table;
import bankscore.rule.line.LineColumn;
import bankscore.sheet.Place;
import bankscore.subsidy.scheme.SubsidyScheme;
import java.util.List;
import java.util.Map;

/** What is decided together: the claims of a period by one rule, and all that stands beside them. */
public record Batch(
        SubsidyScheme scheme,
        Period period,
        Claims claims,
        Memory memory,
        Beside beside,
        Layout layout,
        Reasons reasons) {

    /**
     * What stands beside the claims.
     *
     * @param registers by dataset
     * @param published the rows of published items by day, by item
     * @param budgets the items of the sheet of budgets, by name
     * @param lifts the rows by which somebody lifts a cap
     */
    public record Beside(
            Map<String, PartyRegister> registers,
            Map<String, List<Table.DayRow>> published,
            Map<String, BudgetItem> budgets,
            List<Lift> lifts) {
        public Beside {
            registers = Map.copyOf(registers);
            published = Map.copyOf(published);
            budgets = Map.copyOf(budgets);
            lifts = List.copyOf(lifts);
        }
    }

    /**
     * An item of the sheet of budgets.
     *
     * @param amount for the calendar year
     */
    public record BudgetItem(Money amount, Place place) {}

    /**
     * A row of 说明 that lifts the caps of a subsidy that may be lifted, for one claimant.
     *
     * @param subsidy the id, in any case of letters
     * @param claimant a name or code as somebody wrote it
     * @param by who answers for it; empty if nobody is named
     */
    public record Lift(String subsidy, String claimant, String by, Place place) {}

    /**
     * How sheets are laid out.
     *
     * @param datasets by id
     * @param places the columns that say in which county or district a line is; the first that a line fills counts
     * @param counties the register whose names of places count: a place by its other name is the same place
     * @param branch the column of the bank branch
     * @param account the column of the account
     */
    public record Layout(
            Map<String, Dataset> datasets, List<String> places, String counties, String branch, String account) {
        public Layout {
            datasets = Map.copyOf(datasets);
            places = List.copyOf(places);
        }

        Dataset of(String dataset) {
            Dataset known = datasets.get(dataset);
            if (known == null) {
                throw new IllegalArgumentException("nobody says what columns it has: " + dataset);
            }
            return known;
        }
    }

    /**
     * What a rule may name of a dataset.
     *
     * @param first its first identifying column
     * @param columns by id, those that a register lends among them
     * @param headings what users call its columns, by id
     * @param references its columns that hold the number of a policy or contract
     */
    public record Dataset(
            String first, Map<String, LineColumn> columns, Map<String, String> headings, List<String> references) {
        public Dataset {
            columns = Map.copyOf(columns);
            headings = Map.copyOf(headings);
            references = List.copyOf(references);
        }
    }

    /**
     * The reasons that no condition names, as they are printed.
     *
     * @param reached where a cap leaves less than the amount
     * @param proRata where a budget is shared out
     */
    public record Reasons(String reached, String proRata) {}
}
