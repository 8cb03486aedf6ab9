package bankscore.rule.line;

import bankscore.exact.Fraction;
import bankscore.facts.Claim;
import bankscore.facts.register.PartyRegister;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * A line of claims with what the registers of its parties tell besides.
 *
 * @param day the day that counts for it
 * @param columns those that the rule may name, by id
 * @param registers by dataset
 */
public record ClaimLine(
        Claim claim, Optional<LocalDate> day, Map<String, LineColumn> columns, Map<String, PartyRegister> registers)
        implements Line {

    @Override
    public Optional<Fraction> amount(String column) {
        return claim.amount(column).map(Fraction::of);
    }

    @Override
    public Optional<LocalDate> day(String column) {
        return claim.day(column);
    }

    @Override
    public String text(String column) {
        LineColumn known = columns.get(column);
        return known != null && known.isLookedUp() ? lookedUp(column, known) : claim.name(column);
    }

    private String lookedUp(String column, LineColumn from) {
        PartyRegister register = registers.get(from.register());
        Optional<Claim.Party> party = claim.party(from.party());
        return register == null || party.isEmpty() || day.isEmpty()
                ? ""
                : register.text(party.get().key(), column, day.get()).orElse("");
    }

    @Override
    public String key(String column) {
        LineColumn known = columns.get(column);
        return known != null && known.isLookedUp() ? lookedUp(column, known) : claim.text(column);
    }
}
