package bankscore.watch.say;

import bankscore.exact.Period;
import bankscore.facts.ReceivedSheet;
import bankscore.finding.PrintedFinding;
import bankscore.finding.Words;
import bankscore.intake.ColumnWords;
import bankscore.office.Approval;
import bankscore.office.RunFacts;
import bankscore.paper.ApprovalSentence;
import bankscore.rule.Definition;
import bankscore.watch.judge.Judgement;
import bankscore.watch.judge.WatchPeriod;
import bankscore.watch.scheme.Group;
import bankscore.watch.scheme.WatchScheme;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that any paper shows of one period of a rule that watches, arranged once. Papers compute nothing.
 *
 * @param input what was judged: the figures with their cells
 * @param columns what users call columns, by their ids in formulas
 * @param registers what users call the registers of the groups, by the id of the dataset
 * @param findings what must be verified and what is worth knowing, in words
 * @param received what was understood of each sheet
 * @param approval the approval of the period that held when this was published, whichever revision it is of
 */
public record Report(
        WatchPeriod input,
        Judgement judgement,
        Map<String, ColumnWords> columns,
        Map<String, String> registers,
        List<PrintedFinding> findings,
        RunFacts run,
        List<ReceivedSheet> received,
        Optional<Approval> approval) {

    public Report {
        columns = Map.copyOf(columns);
        registers = Map.copyOf(registers);
        findings = List.copyOf(findings);
        received = List.copyOf(received);
    }

    public WatchScheme rule() {
        return judgement.rule();
    }

    public Period period() {
        return judgement.period();
    }

    /** 2022年第四季度. */
    public String period(Words words) {
        return words.quarter(period());
    }

    /** What the subjects of a group are: 银行 of 银行名录. */
    public String called(Group group, Words words) {
        String register = registers.getOrDefault(group.register(), group.id());
        String ending = words.text("register");
        return register.endsWith(ending) && register.length() > ending.length()
                ? register.substring(0, register.length() - ending.length())
                : register;
    }

    /** What readers call a column, a measure of a group or a benchmark; {@code group.id} names another group's. */
    public String name(Group group, String id) {
        int point = id.indexOf('.');
        Optional<Group> other = point < 0 ? Optional.empty() : rule().group(id.substring(0, point));
        if (other.isPresent()) {
            return name(other.get(), id.substring(point + 1));
        }
        return group.measure(id)
                .map(Definition.Measure::name)
                .or(() -> judgement.benchmark(id).map(value -> value.benchmark().name()))
                .orElseGet(() -> columnName(id));
    }

    /** What readers call a column of a register or of figures. */
    public String columnName(String id) {
        return Optional.ofNullable(rule().reads().columnNames().get(id))
                .or(() -> Optional.ofNullable(columns.get(id)).map(ColumnWords::name))
                .orElse(id);
    }

    /** How sentences cite a clause: in the document's own numbering, where the rule gives it. */
    public String clause(String clause, Words words) {
        String cited = rule().source().cited(clause);
        return cited.equals(clause) ? words.text("clause", "clause", clause) : cited;
    }

    /** The head's line about the approval: of this revision, or, loudly, of another one; empty if none is approved. */
    public Optional<String> approvalLine(Words words) {
        return ApprovalSentence.of(approval, run.revision(), words);
    }

    /** The same with other findings. */
    public Report with(List<PrintedFinding> others) {
        return new Report(input, judgement, columns, registers, others, run, received, approval);
    }

    /** The same with its code. */
    public Report with(RunFacts facts) {
        return new Report(input, judgement, columns, registers, findings, facts, received, approval);
    }
}
