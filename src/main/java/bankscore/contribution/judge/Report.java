package bankscore.contribution.judge;

import bankscore.contribution.execution.Execution;
import bankscore.contribution.place.Placement;
import bankscore.contribution.quarter.Quarter;
import bankscore.contribution.scheme.Cycle;
import bankscore.contribution.score.Assessment;
import bankscore.exact.Fraction;
import bankscore.exact.Period;
import bankscore.facts.ReceivedSheet;
import bankscore.finding.PrintedFinding;
import bankscore.finding.Words;
import bankscore.intake.ColumnWords;
import bankscore.office.Approval;
import bankscore.office.RunFacts;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * All that any output shows of one period, arranged once.
 *
 * @param findings what must be verified and what is worth knowing, in words
 * @param earlier the results of earlier periods, by period
 * @param approval the approval of the period that held when this was published, whichever revision it is of
 * @param received what was understood of each sheet; empty for what an earlier version of the program published
 * @param columns name and unit of the figures, by their id in formulas
 * @param execution what became of the plans in force at the period's end; absent if none was
 * @param arguments the line that argues for a bank's points, by bank, or fund and bank, and item; made once, so that all
 *     papers say the same
 */
public record Report(
        Judgement judged,
        List<PrintedFinding> findings,
        RunFacts run,
        List<Earlier> earlier,
        List<ReceivedSheet> received,
        Map<String, ColumnWords> columns,
        Optional<Approval> approval,
        Optional<Execution> execution,
        Map<String, Map<String, String>> arguments) {

    public Report {
        findings = List.copyOf(findings);
        earlier = List.copyOf(earlier);
        received = List.copyOf(received);
        columns = Map.copyOf(columns);
        arguments = Map.copyOf(arguments);
    }

    /** A report that knows of no earlier periods, and of columns only what the words say. */
    public Report(
            Judgement judged, List<PrintedFinding> findings, RunFacts run, Map<String, Map<String, String>> arguments) {
        this(judged, findings, run, List.of(), List.of(), Map.of(), Optional.empty(), Optional.empty(), arguments);
    }

    /** Figures, formula, rounding, method and points of a bank in an item of an assessment as one line. */
    public String argument(Assessment of, String bank, String item) {
        return Objects.requireNonNull(
                Objects.requireNonNull(arguments.get(whose(of, bank)), bank).get(item), item);
    }

    /** By what the lines that argue for a bank's points are found: its code, of a fund behind the fund. */
    public static String whose(Assessment of, String bank) {
        return of.fund().map(fund -> fund + "/" + bank).orElse(bank);
    }

    public Quarter quarter() {
        return judged.quarter();
    }

    public Assessment assessment() {
        return judged.assessment();
    }

    public Placement placement() {
        return judged.placement();
    }

    /**
     * An earlier period's published result.
     *
     * @param revision the latest revision; above 1 the period was corrected after it was first published
     * @param banks in the order of that period's roster
     */
    public record Earlier(Period period, int revision, List<BankResult> banks) {
        public Earlier {
            banks = List.copyOf(banks);
        }

        public boolean corrected() {
            return revision > 1;
        }
    }

    /** One bank's result of an earlier period; the share is exact to 15 decimals. */
    public record BankResult(String bank, Fraction total, int rank, Fraction share) {}

    /** The period as sentences call it. */
    public String period(Words words) {
        boolean half = binding() && assessment().scheme().placing().cycle() == Cycle.HALF_YEAR;
        return words.text(
                annual() ? "letter.period.annual" : half ? "letter.period.half" : "letter.period.interim",
                "year",
                quarter().period().year(),
                "quarter",
                words.text("letter.quarter." + quarter().period().quarter()));
    }

    /** What a figure is called; a column that no dataset has may have words of its own. */
    public String column(String id, Words words) {
        return Optional.ofNullable(columns.get(id))
                .map(ColumnWords::name)
                .or(() -> words.find("book.column." + id))
                .orElse(id);
    }

    /** Whether this is the annual assessment. */
    public boolean annual() {
        return quarter().period().isAnnual();
    }

    /** Whether its plan is real, and this is not a monitoring quarter (D19). */
    public boolean binding() {
        return assessment().scheme().isBinding(quarter().period());
    }

    /** {@code annual}, {@code cycle} where money is placed more often than once a year, {@code interim}: part of many keys. */
    public String kind() {
        if (!binding()) {
            return "interim";
        }
        return assessment().scheme().placing().cycle() == Cycle.YEAR ? "annual" : "cycle";
    }

    /** The same with its findings in other words. */
    public Report with(List<PrintedFinding> told) {
        return new Report(judged, told, run, earlier, received, columns, approval, execution, arguments);
    }

    /** The same with its code. */
    public Report with(RunFacts facts) {
        return new Report(judged, findings, facts, earlier, received, columns, approval, execution, arguments);
    }
}
