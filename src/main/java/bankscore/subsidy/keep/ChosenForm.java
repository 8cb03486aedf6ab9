package bankscore.subsidy.keep;

import bankscore.subsidy.decide.Spool;
import java.time.LocalDate;
import java.util.Optional;

/** A line that waits to be decided, as bytes. */
final class ChosenForm implements Form<Spool.Chosen> {

    private final ClaimForm claims = new ClaimForm();

    @Override
    public void write(ByteWriter to, Spool.Chosen line) {
        to.four(line.subsidy());
        to.four(line.sheet());
        claims.write(to, line.claim());
        to.eight(line.day().map(LocalDate::toEpochDay).orElse(Long.MIN_VALUE));
    }

    @Override
    public Spool.Chosen read(ByteReader from) {
        return new Spool.Chosen(from.four(), from.four(), claims.read(from), day(from.eight()));
    }

    private static Optional<LocalDate> day(long epochDay) {
        return epochDay == Long.MIN_VALUE ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(epochDay));
    }
}
