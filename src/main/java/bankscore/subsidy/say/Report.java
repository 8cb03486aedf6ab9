package bankscore.subsidy.say;

import bankscore.exact.Money;
import bankscore.exact.Period;
import bankscore.facts.ReceivedSheet;
import bankscore.facts.register.PartyRegister;
import bankscore.finding.PrintedFinding;
import bankscore.finding.Words;
import bankscore.intake.ColumnWords;
import bankscore.office.Approval;
import bankscore.office.RunFacts;
import bankscore.paper.ApprovalSentence;
import bankscore.rule.Mark;
import bankscore.rule.Table;
import bankscore.subsidy.decide.Decision;
import bankscore.subsidy.decide.Decisions;
import bankscore.subsidy.scheme.Subsidy;
import bankscore.subsidy.scheme.SubsidyScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that any paper shows of one period of a subsidy rule, arranged once. Papers compute nothing.
 *
 * @param findings what must be verified and what is worth knowing, in words
 * @param received what was understood of each sheet
 * @param approval the approval of the period that held when this was published, whichever revision it is of
 * @param before the batch before; absent in the first one
 */
public record Report(
        Period period,
        SubsidyScheme scheme,
        Decisions decisions,
        Known known,
        List<PrintedFinding> findings,
        RunFacts run,
        List<ReceivedSheet> received,
        Optional<Approval> approval,
        Optional<Before> before) {

    /** Of more lines there is no list on any paper, but a file of its own ({@code src/docs/subsidy.md#papers}). */
    public static final int MOST_LINES = 5_000;

    public Report {
        findings = List.copyOf(findings);
        received = List.copyOf(received);
    }

    /**
     * What is known besides what was decided.
     *
     * @param columns what users call columns, by {@code dataset.column}
     * @param published the rows of tables by day that others publish, by the table's id
     * @param persons subsidies whose claimants are natural persons, with their register
     * @param texts what a line says in a column
     */
    public record Known(
            Map<String, ColumnWords> columns,
            Map<String, List<Table.DayRow>> published,
            Map<String, Persons> persons,
            Texts texts) {
        public Known {
            columns = Map.copyOf(columns);
            published = Map.copyOf(published);
            persons = Map.copyOf(persons);
        }
    }

    /** What a line says in a column: its own cell, or the row of its party in the one register that has the column. */
    @FunctionalInterface
    public interface Texts {
        String of(Decision line, String column);
    }

    /**
     * The register of natural persons.
     *
     * @param resident the column of the resident's number; absent if it has none
     */
    public record Persons(PartyRegister register, Optional<String> resident) {}

    /**
     * The batch before.
     *
     * @param revision its latest one
     * @param granted by subsidy
     */
    public record Before(Period period, int revision, Map<String, Money> granted) {
        public Before {
            granted = Map.copyOf(granted);
        }
    }

    /** Whether this pays nothing and only estimates what others pay. */
    public boolean isEstimate() {
        return scheme.status() == SubsidyScheme.Status.ESTIMATE;
    }

    /** Whether anybody is paid: not by an estimate, nor where every level bears its own part. */
    public boolean pays() {
        return !isEstimate() && scheme.subsidies().stream().anyMatch(this::pays);
    }

    private boolean pays(Subsidy subsidy) {
        return !own(subsidy).containsAll(levels(subsidy));
    }

    /** The levels of a subsidy, in the order of the rule. */
    public List<String> levels(Subsidy subsidy) {
        return names().levels(subsidy);
    }

    /** Those whose part is nobody's subsidy. */
    public List<String> own(Subsidy subsidy) {
        return subsidy.bearing().own();
    }

    /** What is paid of a line: granted less the levels that are nobody's subsidy. */
    public Money payable(Decision line) {
        return line.granted()
                .minus(Money.sum(own(subsidy(line)).stream()
                        .map(level -> line.levels().getOrDefault(level, Money.ZERO))
                        .toList()));
    }

    /** A table by words. */
    public Table.ByWord table(String id) {
        return names().table(id);
    }

    /** What users call what the rule has ids for. */
    public RuleNames names() {
        return new RuleNames(scheme, known.columns());
    }

    /** The rows of a table by day, whoever gives them. */
    public List<Table.DayRow> rows(Table.ByDay table) {
        return table.published().isPresent() ? known.published().getOrDefault(table.id(), List.of()) : table.rows();
    }

    /** What users call a column of a subsidy's claims. */
    public String column(Subsidy subsidy, String column) {
        return names().column(subsidy, column);
    }

    /** How sentences cite a clause: in the document's own numbering, where the rule gives it. */
    public String clause(String clause, Words words) {
        String cited = scheme.source().cited(clause);
        return cited.equals(clause) ? words.text("clause", "clause", clause) : cited;
    }

    /** The clause of a reason: of a cap without one its subsidy's, of a condition that nobody wrote down that it is assumed. */
    public String clause(Subsidy subsidy, Decisions.Reason reason, Words words) {
        boolean assumed = subsidy.eligible().stream()
                .anyMatch(each -> each.mark() == Mark.ASSUMED
                        && each.clause().isEmpty()
                        && each.otherwise().equals(reason.reason()));
        return !reason.clause().isEmpty()
                ? reason.clause()
                : assumed ? words.text("mark." + Mark.ASSUMED) : subsidy.clause();
    }

    /** The subsidy that took a line. */
    public Subsidy subsidy(Decision line) {
        return scheme.subsidy(line.subsidy()).orElseThrow();
    }

    /** Whether the lines stand in a file of their own. */
    public boolean isLarge() {
        return decisions.lines().count() > MOST_LINES;
    }

    /** Whether so many are paid that the list stands in a file of its own. */
    public boolean paysMany() {
        return pays() && decisions.payments().size() > MOST_LINES;
    }

    /** The lines in decided order; none of a large batch. */
    public List<Decision> lines() {
        List<Decision> all = new ArrayList<>();
        if (!isLarge()) {
            decisions.lines().each(all::add);
        }
        return all;
    }

    /** What was granted of all subsidies. */
    public Money granted() {
        return Money.sum(decisions.totals().stream()
                .map(total -> total.granted().amount())
                .toList());
    }

    /** What was taken off of all subsidies. */
    public Money cut() {
        return Money.sum(
                decisions.totals().stream().map(total -> total.cut().amount()).toList());
    }

    /** What is paid: granted less what is nobody's subsidy; nothing of an estimate. */
    public Money paid() {
        return pays()
                ? Money.sum(
                        decisions.totals().stream().map(Decisions.Total::paid).toList())
                : Money.ZERO;
    }

    /** The head's line about the approval: of this revision, or, loudly, of another one; empty if none is approved. */
    public Optional<String> approvalLine(Words words) {
        return ApprovalSentence.of(approval, run.revision(), words);
    }

    /** 2024年第四季度. */
    public String period(Words words) {
        return words.quarter(period);
    }

    /** The same with other findings. */
    public Report with(List<PrintedFinding> others) {
        return new Report(period, scheme, decisions, known, others, run, received, approval, before);
    }

    /** The same with its code. */
    public Report with(RunFacts facts) {
        return new Report(period, scheme, decisions, known, findings, facts, received, approval, before);
    }
}
