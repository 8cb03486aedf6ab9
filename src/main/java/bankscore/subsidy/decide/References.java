package bankscore.subsidy.decide;

import bankscore.exact.Fraction;
import bankscore.finding.Code;
import bankscore.rule.line.ClaimLine;
import bankscore.sheet.PlainText;
import bankscore.subsidy.decide.seen.Keys;
import bankscore.subsidy.scheme.Subsidy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    /** The columns that a subsidy's base is computed from, by its id. */
    private final Map<String, List<String>> amountsOf = new HashMap<>();

    References(Batch.Layout layout, Told told) {
        this.layout = layout;
        this.told = told;
    }

    /** Looks at the next line of a subsidy. */
    void look(Subsidy subsidy, int sheet, ClaimLine line) {
        String column = subsidy.claims().reference();
        String reference = PlainText.closed(line.claim().text(column));
        if (reference.isEmpty()
                || !layout.of(line.claim().dataset()).references().contains(column)) {
            return;
        }
        List<String> own = new ArrayList<>();
        for (String name : amountsOf.computeIfAbsent(
                subsidy.id(), id -> List.copyOf(subsidy.amount().base().names()))) {
            Optional<Fraction> amount = line.amount(name);
            if (amount.filter(Fraction::isNegative).isPresent()) {
                return;
            }
            amount.map(Fraction::toString).ifPresent(own::add);
        }
        if (own.isEmpty()) {
            return;
        }
        String file = told.at(sheet, line.claim()).file();
        int known = seen.size();
        int key = seen.add(List.of(subsidy.id(), file, reference));
        long now = seen.fingerprint(own);
        if (seen.size() > known) {
            amounts.set(key, now);
        } else if (amounts.get(key) != now) {
            told.add(told.of(Code.E404, sheet, line.claim(), column).with("found", reference));
        }
    }
}
