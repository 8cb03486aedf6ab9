package bankscore.watch.say;

import bankscore.exact.Period;
import bankscore.facts.ReceivedSheet;
import bankscore.finding.PrintedFinding;
import bankscore.finding.Words;
import bankscore.intake.ColumnWords;
import bankscore.office.Approval;
import bankscore.office.RunFacts;
import bankscore.paper.ApprovalSentence;
import bankscore.watch.judge.Judgement;
import bankscore.watch.judge.WatchPeriod;
import bankscore.watch.scheme.WatchScheme;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that any paper shows of one period of a rule that watches, arranged once. Papers compute nothing.
 *
 * @param input what was judged: the figures with their cells
 * @param columns what users call columns, by their ids in formulas
 * @param findings what must be verified and what is worth knowing, in words
 * @param received what was understood of each sheet
 * @param approval the approval of the period that held when this was published, whichever revision it is of
 */
public record Report(
        WatchPeriod input,
        Judgement judgement,
        Map<String, ColumnWords> columns,
        List<PrintedFinding> findings,
        RunFacts run,
        List<ReceivedSheet> received,
        Optional<Approval> approval) {

    public Report {
        columns = Map.copyOf(columns);
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
        return words.text(
                "letter.period.interim",
                "year",
                period().year(),
                "quarter",
                words.text("letter.quarter." + period().quarter()));
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
        return new Report(input, judgement, columns, others, run, received, approval);
    }

    /** The same with its code. */
    public Report with(RunFacts facts) {
        return new Report(input, judgement, columns, findings, facts, received, approval);
    }
}
