package bankscore.subsidy.decide;

import bankscore.exact.Fraction;
import bankscore.finding.Code;
import bankscore.rule.line.ClaimLine;
import bankscore.sheet.PlainText;
import bankscore.subsidy.decide.seen.Keys;
import bankscore.subsidy.scheme.Subsidy;
import java.util.List;
import java.util.Optional;

/**
 * The number of a policy or contract that comes twice within one file and subsidy with other amounts
 * (subsidy.md#references): one of the two is wrong. A refund names what it takes back, and may.
 */
final class References {

    private final Batch.Layout layout;
    private final Told told;
    private final Keys seen = new Keys();
    private final Keys.Sums amounts = new Keys.Sums();

    References(Batch.Layout layout, Told told) {
        this.layout = layout;
        this.told = told;
    }

    /** Looks at the next line of a subsidy. */
    void look(Subsidy subsidy, int sheet, ClaimLine line) {
        String column = subsidy.claims().reference();
        String reference = PlainText.closed(line.claim().text(column));
        List<Fraction> own = subsidy.amount().base().names().stream()
                .map(line::amount)
                .flatMap(Optional::stream)
                .toList();
        boolean concerned = layout.of(line.claim().dataset()).references().contains(column) && !reference.isEmpty();
        if (!concerned || own.isEmpty() || own.stream().anyMatch(Fraction::isNegative)) {
            return;
        }
        String file = told.at(sheet, line.claim()).file();
        int known = seen.size();
        int key = seen.add(List.of(subsidy.id(), file, reference));
        long now = seen.fingerprint(own.stream().map(Fraction::toString).toList());
        if (seen.size() > known) {
            amounts.set(key, now);
        } else if (amounts.get(key) != now) {
            told.add(told.of(Code.E404, sheet, line.claim(), column).with("found", reference));
        }
    }
}
