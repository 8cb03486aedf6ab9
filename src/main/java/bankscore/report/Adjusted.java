package bankscore.report;

import bankscore.domain.finding.Words;
import bankscore.domain.quarter.Adjustment;
import bankscore.domain.roster.Bank;
import bankscore.domain.roster.Roster;

/** A change of the plan by leaders, as letter and page name it: bank, amount, reason and who decided it. */
final class Adjusted {

    private Adjusted() {}

    static String say(Adjustment adjustment, Roster roster, Words words) {
        boolean more = adjustment.amount().isPositive();
        return words.text(
                more ? "letter.adjusted.more" : "letter.adjusted.less",
                "bank",
                roster.bank(adjustment.bank()).map(Bank::label).orElse(adjustment.bank()),
                "amount",
                NumberText.money(
                        more ? adjustment.amount() : adjustment.amount().negate()),
                "reason",
                ofSentence(adjustment.reason()),
                "approver",
                ofSentence(adjustment.approver()));
    }

    /** An office's words as part of a sentence of ours: without a full stop of their own, in one line. */
    private static String ofSentence(String text) {
        return text.replaceAll("\\s+", " ").strip().replaceAll("[。．.；;，,、]+$", "");
    }
}
