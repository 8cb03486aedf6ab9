package bankscore.subsidy.keep;

import bankscore.facts.Claim;
import java.math.BigDecimal;
import java.time.LocalDate;

/** A line of claims as bytes. */
final class ClaimForm implements Form<Claim> {

    private static final int WORDS = 0;
    private static final int DAY = 1;
    private static final int AMOUNT = 2;
    private static final int PARTY = 3;
    private static final int KNOWN_PARTY = 4;

    private final Claim.Cells.Maker cells = new Claim.Cells.Maker();

    @Override
    public void write(ByteWriter to, Claim claim) {
        to.word(claim.dataset());
        to.four(claim.row());
        to.four(claim.cells().size());
        claim.cells().forEach((column, entry) -> {
            to.word(column);
            to.four(entry.column());
            write(to, entry);
        });
    }

    private static void write(ByteWriter to, Claim.Entry entry) {
        if (entry instanceof Claim.Words words) {
            to.one(WORDS);
            to.text(words.text());
        } else if (entry instanceof Claim.Day day) {
            to.one(DAY);
            to.eight(day.day().toEpochDay());
        } else if (entry instanceof Claim.Amount amount) {
            to.one(AMOUNT);
            to.four(amount.value().scale());
            to.number(amount.value().unscaledValue());
        } else if (entry instanceof Claim.Party party) {
            to.one(party.known() ? KNOWN_PARTY : PARTY);
            to.text(party.key());
            to.text(party.name());
        }
    }

    @Override
    public Claim read(ByteReader from) {
        String dataset = from.word();
        int row = from.four();
        for (int left = from.four(); left > 0; left--) {
            String column = from.word();
            cells.put(column, entry(from, from.four()));
        }
        return new Claim(dataset, row, cells.made());
    }

    private static Claim.Entry entry(ByteReader from, int column) {
        int kind = from.one();
        return switch (kind) {
            case WORDS -> new Claim.Words(column, from.text());
            case DAY -> new Claim.Day(column, LocalDate.ofEpochDay(from.eight()));
            case AMOUNT -> {
                int scale = from.four();
                yield new Claim.Amount(column, new BigDecimal(from.number(), scale));
            }
            case PARTY, KNOWN_PARTY -> new Claim.Party(column, from.text(), from.text(), kind == KNOWN_PARTY);
            default -> throw new IndexOutOfBoundsException(kind);
        };
    }
}
