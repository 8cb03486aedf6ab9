package bankscore.contribution.method;

import bankscore.exact.Fraction;
import bankscore.rule.Flaw;
import bankscore.rule.Population;
import bankscore.rule.Reference;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a measure becomes points: the closed list of {@code scheme.md#methods}.
 *
 * <p>A method is one file: the record of its parameters, its computation, its bounds and what it found. What is written of
 * it elsewhere, in words or in cells, is a reader, so that the compiler names every place that a new method needs.
 */
public sealed interface Method permits Bands, Linear, Method.OfFull, Rank, RatioToReference, Value {

    /** The points of a value that exists, among the values it is compared with. */
    Working points(Fraction own, Population compared, References references);

    /** The least points it can give; empty where nothing bounds them. */
    Optional<Fraction> least();

    /** The most points it can give; empty where nothing bounds them. */
    Optional<Fraction> most();

    /** Its numbers by name, as paths below the item call them, such as {@code bands[6].points}. */
    Map<String, Fraction> parameters();

    /** What it measures the value against, if it does. */
    default Optional<Reference> reference() {
        return Optional.empty();
    }

    /** The statistics of the compared values that it looks at; a sum counts negative values as 0. */
    default List<Reference.OfPopulation> compares() {
        return reference()
                .filter(Reference.OfPopulation.class::isInstance)
                .map(Reference.OfPopulation.class::cast)
                .stream()
                .toList();
    }

    /** Whether one value far above the others presses the points of all others down (D4). */
    default boolean isPressedByTheBest() {
        return false;
    }

    /** What can be proved wrong of it before it sees a figure. */
    default List<Flaw> flaws() {
        return List.of();
    }

    <R> R read(Reader<R> reader);

    /** A method whose points lie between nothing and the full points. */
    sealed interface OfFull extends Method permits MinMax, RatioToBest, ShareOfTotal {

        Fraction full();

        @Override
        default Optional<Fraction> least() {
            return Optional.of(full().min(Fraction.ZERO));
        }

        @Override
        default Optional<Fraction> most() {
            return Optional.of(full());
        }
    }

    /** What is made of a method: a sentence, a formula, a distance; one method per word of the language. */
    interface Reader<R> {
        R bands(Bands method);

        R ratioToBest(RatioToBest method);

        R ratioToReference(RatioToReference method);

        R shareOfTotal(ShareOfTotal method);

        R rankStep(Rank.Step method);

        R rankTable(Rank.Table method);

        R linear(Linear method);

        R minMax(MinMax method);

        R value(Value method);
    }

    /** The value of a reference for the bank at hand; absent where it does not exist. */
    @FunctionalInterface
    interface References {
        Optional<Fraction> resolve(Reference reference);
    }

    /** The points of one value with all that they come from: whoever prints them computes nothing. */
    sealed interface Working
            permits Bands.Found,
                    Linear.Stepped,
                    MinMax.Between,
                    Rank.OnStep,
                    Rank.InTable,
                    RatioToBest.ToBest,
                    RatioToReference.ToReference,
                    ShareOfTotal.Share,
                    Value.Judged {

        /** Exact, before weight and rounding. */
        Fraction points();

        /** Whether the value lies exactly where the points leap (D1). */
        default boolean isOnBound() {
            return false;
        }

        /** Whether another value lies beyond, or on, a bound where the points leap, and this one does not. */
        default boolean leapsTo(Working other) {
            return false;
        }

        /** The bound below which the value has no points at all; empty if it is not below one. */
        default Optional<Fraction> missedBound() {
            return Optional.empty();
        }

        /** Whether there was nothing that the value could be measured against. */
        default boolean lacksReference() {
            return false;
        }

        <R> R read(WorkingReader<R> reader);
    }

    /** What is made of a working; one method per word of the language. */
    interface WorkingReader<R> {
        R bands(Bands.Found working);

        R ratioToBest(RatioToBest.ToBest working);

        R ratioToReference(RatioToReference.ToReference working);

        R shareOfTotal(ShareOfTotal.Share working);

        R rankStep(Rank.OnStep working);

        R rankTable(Rank.InTable working);

        R linear(Linear.Stepped working);

        R minMax(MinMax.Between working);

        R value(Value.Judged working);
    }
}
