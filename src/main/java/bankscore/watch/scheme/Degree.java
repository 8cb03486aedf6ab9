package bankscore.watch.scheme;

import bankscore.rule.Mark;
import java.util.List;
import java.util.stream.Stream;

/**
 * What follows for a subject that is behind; of those of a rule the first that fits.
 *
 * @param of the ids of the groups it is for; none: all
 */
public record Degree(String name, List<String> of, When when, String clause, Mark mark) {

    public Degree {
        of = List.copyOf(of);
    }

    /** When it fits; only a subject with a hit is asked. */
    public sealed interface When {

        /** So many watches and more are hit, each once whatever its grade. */
        record Hits(int least) implements When {}

        /**
         * A watch is hit.
         *
         * @param grade at least this grade; 1: any
         * @param running so many periods in a row at that grade or above; 1: this one alone
         */
        record Hit(String watch, int grade, int running) implements When {}

        /** Each fits. */
        record All(List<When> parts) implements When {
            public All {
                parts = List.copyOf(parts);
            }
        }

        /** At least one fits. */
        record Any(List<When> parts) implements When {
            public Any {
                parts = List.copyOf(parts);
            }
        }

        /** It does not fit. */
        record Not(When part) implements When {
            @Override
            public List<When> parts() {
                return List.of(part);
            }
        }

        /** What it joins. */
        default List<When> parts() {
            return List.of();
        }

        /** Itself and all in it. */
        default Stream<When> whole() {
            return Stream.concat(Stream.of(this), parts().stream().flatMap(When::whole));
        }
    }
}
