package bankscore.contribution.papers;

import bankscore.answer.PrintedNumber;
import bankscore.contribution.allocation.AllocationRule.Safety;
import bankscore.contribution.judge.PrintedFund;
import bankscore.contribution.judge.Report;
import bankscore.contribution.place.NoPlan;
import bankscore.contribution.place.PlanRow;
import bankscore.contribution.quarter.Risk;
import bankscore.exact.Money;
import bankscore.facts.Subject;
import bankscore.finding.Words;
import bankscore.office.Letterhead;
import bankscore.paper.ApprovalSentence;
import bankscore.paper.letter.LetterParts;
import bankscore.paper.letter.LetterSheet;
import bankscore.paper.letter.LetterSheet.Style;
import bankscore.paper.letter.LetterTable;
import bankscore.paper.letter.LetterTable.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The proposal to take deposits back at once from banks in trouble (D15). It is a request of its own, in every quarter: a
 * report may not ask for anything, and a request asks for one thing.
 */
public final class WithdrawalLetter {

    private static final int NAMED_IN_TITLE = 2;

    private final Report report;
    private final Words words;
    private final LetterText text;
    private final Map<Subject, List<Risk>> withdrawn = new LinkedHashMap<>();

    /** The letter that a report asks for, if it asks for one. */
    public WithdrawalLetter(Report report, Letterhead letterhead, Words words) {
        this.report = report;
        this.words = words;
        this.text = new LetterText(report, letterhead, words);
        for (Subject bank : report.quarter().roster().subjects()) {
            List<Risk> risks = report.quarter().risks().stream()
                    .filter(risk -> risk.bank().equals(bank.code()))
                    .filter(risk ->
                            report.assessment().scheme().allocation().safety().get(risk.disposal())
                                    == Safety.WITHDRAW_NOW)
                    .toList();
            if (!risks.isEmpty()) {
                withdrawn.put(bank, risks);
            }
        }
    }

    /** Whether there is anything to take back; without it there is no letter. */
    public boolean isNeeded() {
        return !withdrawn.isEmpty();
    }

    /** The banks, as a title or a sentence of the other letter names them. */
    String banks() {
        List<Subject> banks = List.copyOf(withdrawn.keySet());
        return banks.size() <= NAMED_IN_TITLE
                ? text.join(banks, Subject::label)
                : text.say("letter.withdrawal.banks", "bank", banks.get(0).label(), "count", banks.size());
    }

    /** Writes it. */
    public void write(Path file) throws IOException {
        List<String> title =
                List.of(text.say("letter.withdrawal.title.1"), text.say("letter.withdrawal.title.2", "banks", banks()));
        text.file(title).write(file, words, sheet -> write(sheet, title));
    }

    private void write(LetterSheet sheet, List<String> title) {
        LetterParts parts = text.parts(sheet);
        parts.head(
                Optional.empty(),
                title,
                text.open(),
                ApprovalSentence.of(report.approval(), report.run().revision(), words));
        parts.body(text.say("letter.withdrawal.opening", "count", withdrawn.size()));
        withdrawn.forEach((bank, risks) -> withdrawal(bank, risks, sheet, parts));
        if (!report.binding()) {
            parts.body(text.say("letter.withdrawal.real"));
        }
        parts.close(text.say("letter.withdrawal.closing"), List.of());
        sheet.paragraph(Style.FINE_PRINT, text.verification());
        sheet.endDocument(false);
    }

    private void withdrawal(Subject bank, List<Risk> risks, LetterSheet sheet, LetterParts parts) {
        if (withdrawn.size() > 1) {
            parts.section(bank.name());
        }
        List<String> kinds = risks.stream()
                .map(Risk::kind)
                .filter(risk -> !risk.isEmpty())
                .distinct()
                .toList();
        String sentence = text.say(
                "letter.withdrawal.bank",
                "bank",
                bank.name(),
                "kind",
                kinds.isEmpty() ? text.say("letter.withdrawal.kind.none") : text.join(kinds, Function.identity()));
        if (report.placement() instanceof NoPlan) {
            parts.body(sentence + text.say("letter.withdrawal.unknown"));
            return;
        }
        List<PrintedFund> funds = report.placement().funds().stream()
                .map(fund -> PrintedFund.of(fund, report.assessment()))
                .filter(fund -> row(fund, bank).isPresent())
                .toList();
        if (funds.isEmpty()) {
            parts.body(sentence + text.say("letter.withdrawal.nothing"));
            return;
        }
        parts.body(sentence + text.say("letter.withdrawal.table"));
        List<List<String>> rows = new ArrayList<>();
        Money sum = Money.ZERO;
        for (PrintedFund fund : funds) {
            PrintedFund.Row row = row(fund, bank).orElseThrow();
            sum = sum.plus(row.current());
            rows.add(row(
                    fund.plan().pool().fund(),
                    row.current(),
                    Stream.of(
                                    row.exact().note() == PlanRow.Note.WITHDRAWN_EARLY
                                            ? text.say("letter.withdrawal.early")
                                            : "",
                                    row.odd() ? text.say("letter.note.odd") : "")
                            .filter(note -> !note.isEmpty())
                            .collect(Collectors.joining(text.say("placed.join")))));
        }
        if (rows.size() > 1) {
            rows.add(row(text.say("letter.table.sum"), sum, ""));
        }
        LetterTable layout = LetterTable.upright(
                List.of(
                        text.column("fund", Kind.TEXT),
                        text.column("withdrawn", Kind.NUMBER),
                        text.column("note", Kind.TEXT)),
                rows);
        sheet.table(layout, new LetterTable.Name(bank.label(), "", text.say("letter.annex.unit")), rows);
        parts.body(text.say("letter.withdrawal.exact"));
    }

    /** The bank's line of a fund, as the other papers print it; absent if the bank holds nothing of it. */
    private static Optional<PrintedFund.Row> row(PrintedFund fund, Subject bank) {
        return fund.rows().stream()
                .filter(row -> row.exact().bank().code().equals(bank.code())
                        && row.exact().current().isPositive())
                .findFirst();
    }

    private static List<String> row(String fund, Money amount, String note) {
        return List.of(fund, PrintedNumber.money(amount), note);
    }
}
