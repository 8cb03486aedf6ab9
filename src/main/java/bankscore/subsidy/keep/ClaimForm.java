package bankscore.subsidy.keep;

import bankscore.facts.Claim;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/** A line of claims as bytes. */
final class ClaimForm implements Form<Claim> {

    private static final int WORDS = 0;
    private static final int DAY = 1;
    private static final int AMOUNT = 2;
    private static final int PARTY = 3;
    private static final int KNOWN_PARTY = 4;

    private final Bytes bytes;

    ClaimForm(Bytes bytes) {
        this.bytes = bytes;
    }

    @Override
    public void write(DataOutputStream to, Claim claim) throws IOException {
        bytes.word(to, claim.dataset());
        to.writeInt(claim.row());
        to.writeInt(claim.cells().size());
        for (Map.Entry<String, Claim.Entry> cell : claim.cells().entrySet()) {
            bytes.word(to, cell.getKey());
            to.writeInt(cell.getValue().column());
            write(to, cell.getValue());
        }
    }

    private static void write(DataOutputStream to, Claim.Entry entry) throws IOException {
        if (entry instanceof Claim.Words words) {
            to.writeByte(WORDS);
            Bytes.text(to, words.text());
        } else if (entry instanceof Claim.Day day) {
            to.writeByte(DAY);
            to.writeLong(day.day().toEpochDay());
        } else if (entry instanceof Claim.Amount amount) {
            to.writeByte(AMOUNT);
            to.writeInt(amount.value().scale());
            Bytes.number(to, amount.value().unscaledValue());
        } else if (entry instanceof Claim.Party party) {
            to.writeByte(party.known() ? KNOWN_PARTY : PARTY);
            Bytes.text(to, party.key());
            Bytes.text(to, party.name());
        }
    }

    @Override
    public Claim read(DataInputStream from) throws IOException {
        String dataset = bytes.word(from);
        int row = from.readInt();
        Map<String, Claim.Entry> cells = new LinkedHashMap<>();
        for (int left = from.readInt(); left > 0; left--) {
            String column = bytes.word(from);
            cells.put(column, entry(from, from.readInt()));
        }
        return new Claim(dataset, row, cells);
    }

    private static Claim.Entry entry(DataInputStream from, int column) throws IOException {
        int kind = from.readByte();
        return switch (kind) {
            case WORDS -> new Claim.Words(column, Bytes.text(from));
            case DAY -> new Claim.Day(column, LocalDate.ofEpochDay(from.readLong()));
            case AMOUNT -> {
                int scale = from.readInt();
                yield new Claim.Amount(column, new BigDecimal(Bytes.number(from), scale));
            }
            case PARTY, KNOWN_PARTY -> new Claim.Party(column, Bytes.text(from), Bytes.text(from), kind == KNOWN_PARTY);
            default -> throw new IOException("no such kind of cell: " + kind);
        };
    }
}
