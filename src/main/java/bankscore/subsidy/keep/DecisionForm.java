package bankscore.subsidy.keep;

import bankscore.exact.Fraction;
import bankscore.exact.Money;
import bankscore.exact.Period;
import bankscore.sheet.Place;
import bankscore.subsidy.decide.Decision;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A decision as bytes. */
final class DecisionForm implements Form<Decision> {

    private final ClaimForm claims = new ClaimForm();

    @Override
    public void write(ByteWriter to, Decision decision) {
        to.word(decision.subsidy());
        to.four(decision.line().sheet());
        to.word(decision.line().at().file());
        to.word(decision.line().at().sheet());
        to.text(decision.line().at().cell());
        to.text(decision.line().reference());
        claims.write(to, decision.line().claim());
        party(to, decision.claimant());
        party(to, decision.payee());
        to.eight(decision.day().toEpochDay());
        to.word(decision.outcome().kind().name());
        to.word(decision.outcome().reason());
        to.word(decision.outcome().clause());
        to.bool(decision.sums().isPresent());
        if (decision.sums().isPresent()) {
            sums(to, decision.sums().get());
        }
        to.four(decision.levels().size());
        for (Map.Entry<String, Money> level : decision.levels().entrySet()) {
            to.word(level.getKey());
            to.money(level.getValue());
        }
    }

    private static void party(ByteWriter to, Decision.Party party) {
        to.text(party.key());
        to.text(party.name());
        to.text(party.account());
    }

    private void sums(ByteWriter to, Decision.Sums sums) {
        fraction(to, sums.base());
        fraction(to, sums.rate());
        to.money(sums.amount());
        to.money(sums.granted());
        to.four(sums.caps().size());
        for (Decision.CapUse use : sums.caps()) {
            to.four(use.cap());
            to.money(use.limit());
            to.money(use.before());
            earlier(to, use);
            to.bool(use.left().isPresent());
            if (use.left().isPresent()) {
                to.money(use.left().get());
            }
            to.word(use.lifted());
        }
    }

    private void earlier(ByteWriter to, Decision.CapUse use) {
        to.four(use.earlier().size());
        use.earlier().forEach((period, amount) -> {
            to.four(period.year());
            to.one(period.quarter());
            to.money(amount);
        });
    }

    private static void fraction(ByteWriter to, Fraction fraction) {
        to.number(fraction.numerator());
        to.number(fraction.denominator());
    }

    @Override
    public Decision read(ByteReader from) {
        String subsidy = from.word();
        int sheet = from.four();
        Place at = new Place(from.word(), from.word(), from.text());
        Decision.Line line = new Decision.Line(sheet, at, from.text(), claims.read(from));
        Decision.Party claimant = party(from);
        Decision.Party payee = party(from);
        LocalDate day = LocalDate.ofEpochDay(from.eight());
        Decision.Outcome outcome =
                new Decision.Outcome(Decision.Outcome.Kind.valueOf(from.word()), from.word(), from.word());
        Optional<Decision.Sums> sums = from.bool() ? Optional.of(sums(from)) : Optional.empty();
        Map<String, Money> levels = new LinkedHashMap<>();
        for (int left = from.four(); left > 0; left--) {
            levels.put(from.word(), from.money());
        }
        return new Decision(subsidy, line, claimant, payee, day, outcome, sums, levels);
    }

    private static Decision.Party party(ByteReader from) {
        return new Decision.Party(from.text(), from.text(), from.text());
    }

    private Decision.Sums sums(ByteReader from) {
        Fraction base = fraction(from);
        Fraction rate = fraction(from);
        Money amount = from.money();
        Money granted = from.money();
        List<Decision.CapUse> caps = new ArrayList<>();
        for (int left = from.four(); left > 0; left--) {
            caps.add(new Decision.CapUse(
                    from.four(),
                    from.money(),
                    from.money(),
                    earlier(from),
                    from.bool() ? Optional.of(from.money()) : Optional.empty(),
                    from.word()));
        }
        return new Decision.Sums(base, rate, amount, granted, caps);
    }

    private Map<Period, Money> earlier(ByteReader from) {
        Map<Period, Money> periods = new LinkedHashMap<>();
        for (int left = from.four(); left > 0; left--) {
            periods.put(new Period(from.four(), from.one()), from.money());
        }
        return periods;
    }

    private static Fraction fraction(ByteReader from) {
        return new Fraction(from.number(), from.number());
    }
}
