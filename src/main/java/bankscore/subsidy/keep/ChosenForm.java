package bankscore.subsidy.keep;

import bankscore.subsidy.decide.Spool;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;

/** A line that waits to be decided, as bytes. */
final class ChosenForm implements Form<Spool.Chosen> {

    private final ClaimForm claims = new ClaimForm(new Bytes());

    @Override
    public void write(DataOutputStream to, Spool.Chosen line) throws IOException {
        to.writeInt(line.subsidy());
        to.writeInt(line.sheet());
        claims.write(to, line.claim());
        to.writeLong(line.day().map(LocalDate::toEpochDay).orElse(Long.MIN_VALUE));
    }

    @Override
    public Spool.Chosen read(DataInputStream from) throws IOException {
        return new Spool.Chosen(from.readInt(), from.readInt(), claims.read(from), day(from.readLong()));
    }

    private static Optional<LocalDate> day(long epochDay) {
        return epochDay == Long.MIN_VALUE ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(epochDay));
    }
}
