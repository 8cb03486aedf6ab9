package bankscore.contribution.method;

import bankscore.exact.Fraction;
import bankscore.rule.Population;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Points by place: so many less for each place, or from a table. */
public sealed interface Rank extends Method {

    String FIRST = "rank.first";
    String STEP = "rank.step";
    String FLOOR = "rank.floor";

    Better better();

    /** The place of a value, from 1. */
    default int place(Fraction own, Population compared) {
        return compared.place(own, better() == Better.HIGHER);
    }

    /** A row of the table. */
    static String row(int index) {
        return "rank.table[" + index + "]";
    }

    /** First minus step per place, not below the floor. */
    record Step(Fraction first, Fraction step, Fraction floor, Better better) implements Rank {
        @Override
        public OnStep points(Fraction own, Population compared, References references) {
            int place = place(own, compared);
            Fraction exact = first.minus(step.times(Fraction.of(place - 1L)));
            Limited limited = Limited.between(exact, Optional.of(floor), Optional.empty());
            return new OnStep(this, place, compared.size(), limited);
        }

        @Override
        public Optional<Fraction> least() {
            return Optional.of(floor);
        }

        @Override
        public Optional<Fraction> most() {
            return Optional.of(first.max(floor));
        }

        @Override
        public Map<String, Fraction> parameters() {
            Map<String, Fraction> parameters = new LinkedHashMap<>();
            parameters.put(FIRST, first);
            parameters.put(STEP, step);
            parameters.put(FLOOR, floor);
            return parameters;
        }

        @Override
        public <R> R read(Reader<R> reader) {
            return reader.rankStep(this);
        }
    }

    /** A place among so many, and the points after as many steps as there are places before it. */
    record OnStep(Step method, int place, int of, Limited limited) implements Working {

        /** How many places were lost to the first. */
        public int lost() {
            return place - 1;
        }

        @Override
        public Fraction points() {
            return limited.points();
        }

        @Override
        public <R> R read(WorkingReader<R> reader) {
            return reader.rankStep(this);
        }
    }

    /** Points from a table; beyond its end 0. */
    record Table(List<Fraction> table, Better better) implements Rank {
        public Table {
            table = List.copyOf(table);
        }

        @Override
        public InTable points(Fraction own, Population compared, References references) {
            return new InTable(this, place(own, compared), compared.size());
        }

        @Override
        public Optional<Fraction> least() {
            return table.stream().reduce(Fraction::min);
        }

        @Override
        public Optional<Fraction> most() {
            return table.stream().reduce(Fraction::max);
        }

        @Override
        public Map<String, Fraction> parameters() {
            Map<String, Fraction> parameters = new LinkedHashMap<>();
            for (int i = 0; i < table.size(); i++) {
                parameters.put(row(i), table.get(i));
            }
            return parameters;
        }

        @Override
        public <R> R read(Reader<R> reader) {
            return reader.rankTable(this);
        }
    }

    /** A place among so many, looked up in the table. */
    record InTable(Table method, int place, int of) implements Working {

        /** Whether the table ends before the place. */
        public boolean isBeyond() {
            return place > method.table.size();
        }

        @Override
        public Fraction points() {
            return isBeyond() ? Fraction.ZERO : method.table.get(place - 1);
        }

        @Override
        public <R> R read(WorkingReader<R> reader) {
            return reader.rankTable(this);
        }
    }
}
