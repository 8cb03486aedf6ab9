package bankscore.contribution.papers;

import bankscore.answer.PrintedNumber;
import bankscore.contribution.allocation.AllocationRule.Safety;
import bankscore.contribution.judge.Report;
import bankscore.contribution.place.FundPlan;
import bankscore.contribution.place.NoPlan;
import bankscore.contribution.place.PlanRow;
import bankscore.contribution.quarter.Risk;
import bankscore.facts.Subject;
import bankscore.finding.Words;
import bankscore.paper.letter.LetterParts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The proposal to take deposits back at once from banks in trouble (D15). It is a letter of its own in the same file, in
 * every quarter: a report may not ask for anything, and a request asks for one thing.
 */
final class WithdrawalLetter {

    private static final int NAMED_IN_TITLE = 2;

    private final Report report;
    private final Words words;
    private final LetterText text;
    private final LetterParts parts;
    private final Map<Subject, List<Risk>> withdrawn = new LinkedHashMap<>();

    WithdrawalLetter(Report report, Words words, LetterText text, LetterParts parts) {
        this.report = report;
        this.words = words;
        this.text = text;
        this.parts = parts;
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

    boolean isNeeded() {
        return !withdrawn.isEmpty();
    }

    /** The banks, as a title or a sentence of the other letter names them. */
    String banks() {
        List<Subject> banks = List.copyOf(withdrawn.keySet());
        return banks.size() <= NAMED_IN_TITLE
                ? text.join(banks, Subject::label)
                : text.say("letter.withdrawal.banks", "bank", banks.get(0).label(), "count", banks.size());
    }

    void write() {
        parts.head(
                Optional.empty(),
                List.of(text.say("letter.withdrawal.title.1"), text.say("letter.withdrawal.title.2", "banks", banks())),
                report.approvalLine(words));
        parts.body(text.say("letter.withdrawal.opening", "count", withdrawn.size()));
        List<Subject> banks = List.copyOf(withdrawn.keySet());
        for (int i = 0; i < banks.size(); i++) {
            Subject bank = banks.get(i);
            parts.section(text.say("letter.withdrawal.heading", "bank", bank.name()));
            String proposed = withdrawal(bank, withdrawn.getOrDefault(bank, List.of()));
            if (report.annual() && i == banks.size() - 1) {
                parts.lastBody(proposed);
            } else {
                parts.body(proposed);
            }
        }
        if (!report.annual()) {
            parts.lastBody(text.say("letter.withdrawal.real"));
        }
        parts.close(text.say("letter.withdrawal.closing"), List.of());
    }

    private String withdrawal(Subject bank, List<Risk> risks) {
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
            return sentence + text.say("letter.withdrawal.unknown");
        }
        List<String> funds = new ArrayList<>();
        for (FundPlan fund : report.placement().funds()) {
            for (PlanRow row : fund.rows()) {
                if (row.bank().code().equals(bank.code()) && row.current().isPositive()) {
                    String early =
                            row.note() == PlanRow.Note.WITHDRAWN_EARLY ? text.say("letter.withdrawal.early") : "";
                    funds.add(text.say(
                                    "letter.withdrawal.fund",
                                    "fund",
                                    fund.pool().fund(),
                                    "amount",
                                    PrintedNumber.money(row.current()))
                            + early);
                }
            }
        }
        return sentence
                + (funds.isEmpty()
                        ? text.say("letter.withdrawal.nothing")
                        : text.say("letter.withdrawal.sum", "funds", String.join(words.text("letter.join"), funds)));
    }
}
