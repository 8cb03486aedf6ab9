package bankscore.province;

import bankscore.office.CountyState;
import bankscore.office.Holder;
import java.util.List;
import java.util.Optional;

/** How a start of a province ended. */
public sealed interface ProvinceOutcome {

    /**
     * Asks an end what it is.
     *
     * @param <R> what is made of it
     */
    interface Reader<R> {
        R locked(Locked end);

        R done(Done end);
    }

    <R> R read(Reader<R> reader);

    /**
     * Somebody else has begun it.
     *
     * @param holder as far as he is known
     */
    record Locked(Optional<Holder> holder) implements ProvinceOutcome {
        @Override
        public <R> R read(Reader<R> reader) {
            return reader.locked(this);
        }
    }

    /**
     * Every county came to an end.
     *
     * @param recovered whether an interrupted start was put right first
     */
    record Done(List<CountyState> counties, Headway headway, boolean recovered) implements ProvinceOutcome {
        public Done {
            counties = List.copyOf(counties);
        }

        @Override
        public <R> R read(Reader<R> reader) {
            return reader.done(this);
        }
    }
}
