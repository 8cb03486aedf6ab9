package bankscore.contribution.papers;

import bankscore.answer.PrintedColumn;
import bankscore.answer.PrintedNumber;
import bankscore.contribution.execution.ExecutedRow;
import bankscore.contribution.execution.Execution;
import bankscore.contribution.execution.Execution.InFund;
import bankscore.contribution.judge.PrintedProgress;
import bankscore.contribution.judge.Report;
import bankscore.contribution.papers.PageModel.ExceptionView;
import bankscore.contribution.papers.PageModel.ExecutionView;
import bankscore.contribution.say.ExecutionSentence;
import bankscore.exact.Money;
import bankscore.finding.Words;
import java.util.List;
import java.util.stream.Stream;

/** The page's section about what became of the approved plan (D23). */
final class PageExecution {

    private PageExecution() {}

    static ExecutionView of(Report report, Words words) {
        return report.execution()
                .map(execution -> view(execution, new ExecutionSentence(report, execution, words), words))
                .orElse(new ExecutionView("", false, List.of(), List.of(), List.of()));
    }

    private static ExecutionView view(Execution execution, ExecutionSentence sentence, Words words) {
        return new ExecutionView(
                sentence.withdrawals(),
                !execution.openWithdrawals().isEmpty(),
                Stream.concat(Stream.of(sentence.progress()), sentence.exceptions().stream())
                        .toList(),
                PrintedProgress.of(execution).stream()
                        .map(line -> ExecutionSection.row(line, words))
                        .toList(),
                execution.exceptions().stream()
                        .map(each -> bank(each, sentence))
                        .toList());
    }

    private static ExceptionView bank(InFund each, ExecutionSentence sentence) {
        ExecutedRow row = each.row();
        return new ExceptionView(
                sentence.label(row),
                each.fund(),
                sentence.direction(row),
                Stream.of(row.change(), row.carried(), row.open(), row.held())
                        .map(Execution::absolute)
                        .map(PageExecution::printed)
                        .toList(),
                sentence.state(row),
                sentence.places(row),
                row.notWithdrawn().isPositive() ? "withdrawn" : "");
    }

    private static String printed(Money amount) {
        return PrintedNumber.money(PrintedColumn.rounded(amount));
    }
}
