package bankscore.contribution.allocation;

import bankscore.exact.Fraction;
import java.util.List;
import java.util.Map;

/** How a pool is divided: the closed list of {@code scheme.md}. */
public sealed interface Form permits Above, AmountsByRank, ByMeasure, ByTotal, Equal, Parts, PercentsByRank {

    /** What the takers' parts go by, best first. */
    List<Weight> weights(List<Taker> takers);

    /** Whether the weights are the amounts themselves, in 万元: then the rule knows what it comes to without a pool (D19). */
    default boolean isFixed() {
        return false;
    }

    /** Whether a part goes by the place alone, so that banks of one rank may get different parts. */
    default boolean isByPlace() {
        return isFixed();
    }

    /** How much of the sum so many takers share, in percent. */
    default Fraction percentShared(int takers) {
        return Fraction.HUNDRED;
    }

    /** Why a bank that may take money gets none of it. */
    default NoPart nothing(Taker taker) {
        return NoPart.because(taker.lacksPoints() ? NoPart.Reason.TOTAL : NoPart.Reason.RANK);
    }

    /** The measures it divides by, and {@code total} or {@code equal}. */
    default List<String> dividesBy() {
        return List.of();
    }

    /** Its numbers by name, as paths below {@code allocation} call them, such as {@code amounts_by_rank[2]}. */
    Map<String, Fraction> parameters();

    <R> R read(Reader<R> reader);

    /** What is made of a form: a sentence, a formula; one method per word of the language. */
    interface Reader<R> {
        R byTotal(ByTotal form);

        R byMeasure(ByMeasure form);

        R equal(Equal form);

        R above(Above form);

        R parts(Parts form);

        R amountsByRank(AmountsByRank form);

        R percentsByRank(PercentsByRank form);
    }
}
