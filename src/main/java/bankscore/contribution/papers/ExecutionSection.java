package bankscore.contribution.papers;

import bankscore.answer.PrintedNumber;
import bankscore.contribution.execution.Execution;
import bankscore.contribution.judge.PrintedProgress;
import bankscore.contribution.judge.Report;
import bankscore.contribution.say.ExecutionSentence;
import bankscore.exact.Rounding;
import bankscore.finding.Words;
import bankscore.paper.letter.LetterParts;
import bankscore.paper.letter.LetterSheet;
import bankscore.paper.letter.LetterTable;
import bankscore.paper.letter.LetterTable.Kind;
import bankscore.paper.letter.LetterTable.Name;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The letter's first section where an approved plan is in force: whether it was carried out (D23). */
final class ExecutionSection {

    private static final Rounding PERCENT = new Rounding(2, Rounding.Mode.DOWN, "D23");

    private final LetterText text;
    private final Words words;
    private final Execution execution;
    private final ExecutionSentence sentence;

    ExecutionSection(Report report, Execution execution, Words words, LetterText text) {
        this.text = text;
        this.words = words;
        this.execution = execution;
        this.sentence = new ExecutionSentence(report, execution, words);
    }

    void write(LetterParts parts, LetterSheet sheet) {
        parts.section(text.say("letter.execution"));
        if (!sentence.withdrawals().isEmpty()) {
            parts.body(sentence.withdrawals());
        }
        List<List<String>> rows = PrintedProgress.of(execution).stream()
                .map(line -> row(line, words))
                .toList();
        parts.body(Stream.concat(Stream.of(sentence.progress()), sentence.exceptions().stream())
                        .collect(Collectors.joining())
                + (rows.isEmpty() ? "" : text.say("letter.execution.table")));
        if (!rows.isEmpty()) {
            LetterTable layout = LetterTable.upright(
                    List.of(
                            text.column("fund", Kind.TEXT),
                            text.column("direction", Kind.CENTRED),
                            text.column("planned", Kind.NUMBER),
                            text.column("carried", Kind.NUMBER),
                            text.column("open", Kind.NUMBER),
                            text.column("notDue", Kind.NUMBER),
                            text.column("percent", Kind.NUMBER)),
                    rows);
            sheet.table(layout, new Name("", "", text.say("letter.annex.unit")), rows);
        }
        parts.body(text.say("letter.execution.elsewhere"));
    }

    /** A line of the funds, as letter and page show it: fund, direction, amounts and share. */
    static List<String> row(PrintedProgress line, Words words) {
        return List.of(
                line.fund().isEmpty() ? words.text("execution.sum") : line.fund(),
                words.text(line.out() ? "execution.out" : "execution.in"),
                PrintedNumber.money(line.planned()),
                PrintedNumber.money(line.moved()),
                PrintedNumber.money(line.open()),
                PrintedNumber.money(line.notDue()),
                PrintedNumber.rounded(line.percent(), PERCENT));
    }
}
