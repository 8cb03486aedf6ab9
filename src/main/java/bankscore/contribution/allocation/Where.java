package bankscore.contribution.allocation;

import bankscore.facts.Subject;
import java.time.LocalDate;
import java.util.List;

/** Which banks a fixed sum goes to. */
public sealed interface Where {

    /**
     * Whether a bank is one of them.
     *
     * @param end the last day of the period
     */
    boolean matches(Subject bank, LocalDate end);

    <R> R read(Reader<R> reader);

    /** What is made of it; one method per word of the language. */
    interface Reader<R> {
        R monthsOpenBelow(MonthsOpenBelow where);

        R kind(Kind where);

        R banks(Banks where);
    }

    /** Banks open for fewer months at the period's end. */
    record MonthsOpenBelow(int months) implements Where {

        public static final String KEY = "months_open_below";

        @Override
        public boolean matches(Subject bank, LocalDate end) {
            LocalDate bound = end.plusDays(1).minusMonths(months);
            return bank.opened().filter(opened -> opened.isAfter(bound)).isPresent();
        }

        @Override
        public <R> R read(Reader<R> reader) {
            return reader.monthsOpenBelow(this);
        }
    }

    /** Banks of a kind. */
    record Kind(String kind) implements Where {

        public static final String KEY = "kind";

        @Override
        public boolean matches(Subject bank, LocalDate end) {
            return kind.equals(bank.kind());
        }

        @Override
        public <R> R read(Reader<R> reader) {
            return reader.kind(this);
        }
    }

    /** Banks by code. */
    record Banks(List<String> codes) implements Where {

        public static final String KEY = "banks";

        public Banks {
            codes = List.copyOf(codes);
        }

        @Override
        public boolean matches(Subject bank, LocalDate end) {
            return codes.contains(bank.code());
        }

        @Override
        public <R> R read(Reader<R> reader) {
            return reader.banks(this);
        }
    }
}
