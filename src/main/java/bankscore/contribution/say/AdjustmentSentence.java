package bankscore.contribution.say;

import bankscore.answer.PrintedNumber;
import bankscore.contribution.quarter.Adjustment;
import bankscore.facts.register.Register;
import bankscore.finding.Words;
import bankscore.sheet.PlainText;

/** A change of the plan by leaders, as letter and page name it: bank, amount, reason and who decided it. */
public final class AdjustmentSentence {

    private AdjustmentSentence() {}

    public static String say(Adjustment adjustment, Register roster, Words words) {
        boolean more = adjustment.amount().isPositive();
        return words.text(
                more ? "letter.adjusted.more" : "letter.adjusted.less",
                "bank",
                roster.label(adjustment.bank()),
                "amount",
                PrintedNumber.money(
                        more ? adjustment.amount() : adjustment.amount().negate()),
                "reason",
                ofSentence(adjustment.reason()),
                "approver",
                ofSentence(adjustment.approver()));
    }

    /** An office's words as part of a sentence of ours: without a full stop of their own, in one line. */
    private static String ofSentence(String text) {
        return PlainText.withoutEnd(text.replaceAll("\\s+", " ").strip(), "。．.；;，,、");
    }
}
