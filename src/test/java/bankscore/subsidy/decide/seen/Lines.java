package bankscore.subsidy.decide.seen;

import bankscore.facts.Claim;
import bankscore.rule.line.ClaimLine;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Lines of claims for tests, such as {@code firm=甲 paid=2.50 from=2024-07-01}. */
public final class Lines {

    private Lines() {}

    /** A line; {@code paid} is a figure, {@code from} and {@code to} are days, {@code firm} is a party, all else texts. */
    public static ClaimLine line(String cells) {
        Map<String, Claim.Entry> entries = new LinkedHashMap<>();
        for (String cell : cells.split(" ", -1)) {
            int at = cell.indexOf('=');
            String column = cell.substring(0, at);
            String said = cell.substring(at + 1);
            entries.put(
                    column,
                    switch (column) {
                        case "paid" -> new Claim.Amount(entries.size(), new BigDecimal(said));
                        case "from", "to" -> new Claim.Day(entries.size(), LocalDate.parse(said));
                        case "firm" -> new Claim.Party(entries.size(), said, "name of " + said, true);
                        default -> new Claim.Words(entries.size(), said);
                    });
        }
        return new ClaimLine(new Claim("policies", 1, entries), Optional.empty(), Map.of(), Map.of());
    }
}
