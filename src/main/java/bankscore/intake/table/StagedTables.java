package bankscore.intake.table;

import bankscore.exact.Fraction;
import bankscore.exact.Period;
import bankscore.facts.ColumnSum;
import bankscore.facts.ControlTotal;
import bankscore.facts.Fact;
import bankscore.facts.OnSheet;
import bankscore.facts.RecordSummary;
import bankscore.facts.Register;
import bankscore.finding.Finding;
import bankscore.intake.Dataset;
import bankscore.intake.SheetHeader;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything staged of one period.
 *
 * @param datasets all known datasets
 * @param sheets the recognised sheets by number
 * @param figures all figures but those of records, in the order of sheets, rows and columns
 * @param totals all control totals
 * @param summaries the records' aggregates
 * @param repeated records that say again what an earlier one said
 * @param sentAgain sheets of records that only say again what an earlier one said
 * @param namesAreSure whether the register's names have no error; otherwise nobody is accused of lacking a row
 * @param sums what columns add up to, asked for where a sheet states a total
 * @param last the figures of the latest earlier period that has a published result
 * @param yearEnd the figures of last year's fourth quarter, if its result is published
 * @param staging what was found while staging
 */
public record StagedTables(
        Period period,
        List<Dataset> datasets,
        Register roster,
        boolean namesAreSure,
        Map<Integer, SheetHeader> sheets,
        List<OnSheet<Fact>> figures,
        List<OnSheet<ControlTotal>> totals,
        List<RecordSummary> summaries,
        List<Repeated> repeated,
        List<SentAgain> sentAgain,
        ColumnSums sums,
        Optional<Earlier> last,
        Optional<Earlier> yearEnd,
        List<Finding> staging) {

    public StagedTables {
        datasets = List.copyOf(datasets);
        sheets = Map.copyOf(sheets);
        figures = List.copyOf(figures);
        totals = List.copyOf(totals);
        summaries = List.copyOf(summaries);
        repeated = List.copyOf(repeated);
        sentAgain = List.copyOf(sentAgain);
        staging = List.copyOf(staging);
    }

    /** What the figures of a sheet's column add up to. */
    @FunctionalInterface
    public interface ColumnSums {

        /** The sum over the rows between two rows, neither of them counted in. */
        ColumnSum between(int sheet, String column, int after, int before);
    }

    /**
     * The per-subject figures of an earlier period as its latest published revision took them.
     *
     * @param figures by column id, then by subject code
     */
    public record Earlier(Period period, Map<String, Map<String, Fraction>> figures) {

        public Earlier {
            figures = Map.copyOf(figures);
        }

        public Optional<Fraction> figure(String column, String subject) {
            return Optional.ofNullable(figures.getOrDefault(column, Map.of()).get(subject));
        }
    }

    /**
     * A sheet of records that was sent again.
     *
     * @param first the earlier sheet that has most of its records
     * @param rows how many records it has
     * @param repeated how many of them an earlier sheet has
     */
    public record SentAgain(int sheet, int first, long rows, long repeated) {}

    /** A record that says again what an earlier one of the same unit and subject said. */
    public record Repeated(int sheet, int row, String subject, String label) {}
}
