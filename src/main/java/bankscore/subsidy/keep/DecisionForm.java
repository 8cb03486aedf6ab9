package bankscore.subsidy.keep;

import bankscore.exact.Fraction;
import bankscore.exact.Money;
import bankscore.sheet.Place;
import bankscore.subsidy.decide.Decision;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A decision as bytes. */
final class DecisionForm implements Form<Decision> {

    private final Bytes bytes = new Bytes();
    private final ClaimForm claims = new ClaimForm(bytes);

    @Override
    public void write(DataOutputStream to, Decision decision) throws IOException {
        bytes.word(to, decision.subsidy());
        to.writeInt(decision.line().sheet());
        bytes.word(to, decision.line().at().file());
        bytes.word(to, decision.line().at().sheet());
        Bytes.text(to, decision.line().at().cell());
        Bytes.text(to, decision.line().reference());
        claims.write(to, decision.line().claim());
        party(to, decision.claimant());
        party(to, decision.payee());
        to.writeLong(decision.day().toEpochDay());
        bytes.word(to, decision.outcome().kind().name());
        bytes.word(to, decision.outcome().reason());
        bytes.word(to, decision.outcome().clause());
        to.writeBoolean(decision.sums().isPresent());
        if (decision.sums().isPresent()) {
            sums(to, decision.sums().get());
        }
        to.writeInt(decision.levels().size());
        for (Map.Entry<String, Money> level : decision.levels().entrySet()) {
            bytes.word(to, level.getKey());
            Bytes.money(to, level.getValue());
        }
    }

    private static void party(DataOutputStream to, Decision.Party party) throws IOException {
        Bytes.text(to, party.key());
        Bytes.text(to, party.name());
        Bytes.text(to, party.account());
    }

    private void sums(DataOutputStream to, Decision.Sums sums) throws IOException {
        fraction(to, sums.base());
        fraction(to, sums.rate());
        Bytes.money(to, sums.amount());
        Bytes.money(to, sums.granted());
        to.writeInt(sums.caps().size());
        for (Decision.CapUse use : sums.caps()) {
            to.writeInt(use.cap());
            Bytes.money(to, use.limit());
            Bytes.money(to, use.before());
            to.writeBoolean(use.left().isPresent());
            if (use.left().isPresent()) {
                Bytes.money(to, use.left().get());
            }
            bytes.word(to, use.lifted());
        }
    }

    private static void fraction(DataOutputStream to, Fraction fraction) throws IOException {
        Bytes.number(to, fraction.numerator());
        Bytes.number(to, fraction.denominator());
    }

    @Override
    public Decision read(DataInputStream from) throws IOException {
        String subsidy = bytes.word(from);
        int sheet = from.readInt();
        Place at = new Place(bytes.word(from), bytes.word(from), Bytes.text(from));
        Decision.Line line = new Decision.Line(sheet, at, Bytes.text(from), claims.read(from));
        Decision.Party claimant = party(from);
        Decision.Party payee = party(from);
        LocalDate day = LocalDate.ofEpochDay(from.readLong());
        Decision.Outcome outcome = new Decision.Outcome(
                Decision.Outcome.Kind.valueOf(bytes.word(from)), bytes.word(from), bytes.word(from));
        Optional<Decision.Sums> sums = from.readBoolean() ? Optional.of(sums(from)) : Optional.empty();
        Map<String, Money> levels = new LinkedHashMap<>();
        for (int left = from.readInt(); left > 0; left--) {
            levels.put(bytes.word(from), Bytes.money(from));
        }
        return new Decision(subsidy, line, claimant, payee, day, outcome, sums, levels);
    }

    private static Decision.Party party(DataInputStream from) throws IOException {
        return new Decision.Party(Bytes.text(from), Bytes.text(from), Bytes.text(from));
    }

    private Decision.Sums sums(DataInputStream from) throws IOException {
        Fraction base = fraction(from);
        Fraction rate = fraction(from);
        Money amount = Bytes.money(from);
        Money granted = Bytes.money(from);
        List<Decision.CapUse> caps = new ArrayList<>();
        for (int left = from.readInt(); left > 0; left--) {
            caps.add(new Decision.CapUse(
                    from.readInt(),
                    Bytes.money(from),
                    Bytes.money(from),
                    from.readBoolean() ? Optional.of(Bytes.money(from)) : Optional.empty(),
                    bytes.word(from)));
        }
        return new Decision.Sums(base, rate, amount, granted, caps);
    }

    private static Fraction fraction(DataInputStream from) throws IOException {
        return new Fraction(Bytes.number(from), Bytes.number(from));
    }
}
