package bankscore.contribution.place;

import bankscore.exact.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Who sends what to whom (D16, D17): sources are poured into sinks in one stated order, all that moves now before
 * all that moves at maturity.
 */
final class Transfers {

    private Transfers() {}

    /**
     * A bank's change before it is known where the money comes from.
     *
     * @param order the bank's row in the roster
     * @param change target minus current
     * @param now the part of a reduction that can move now; for growing banks not used
     * @param unmatured what has not matured, by due date; the key {@link LocalDate#MAX} holds what has no date
     */
    record Move(String bank, int order, Money change, Money now, Map<LocalDate, Money> unmatured) {}

    private record Source(String bank, int order, Money amount, boolean atMaturity, LocalDate date) {}

    private record Sink(String bank, int order, Money amount) {}

    static List<Transfer> of(List<Move> moves) {
        Money net = Money.sum(moves.stream().map(Move::change).toList());
        List<Source> sources = new ArrayList<>();
        if (net.isPositive()) {
            sources.add(new Source(Transfer.OUTSIDE, 0, net, false, LocalDate.MIN));
        }
        sources.addAll(now(moves));
        sources.addAll(atMaturity(moves));
        List<Sink> sinks = new ArrayList<>(moves.stream()
                .filter(move -> move.change().isPositive())
                .map(move -> new Sink(move.bank(), move.order(), move.change()))
                .sorted(Comparator.comparing(Sink::amount).reversed().thenComparing(Sink::order))
                .toList());
        if (net.isNegative()) {
            sinks.add(new Sink(Transfer.OUTSIDE, 0, net.negate()));
        }
        return pour(sources, sinks);
    }

    private static List<Source> now(List<Move> moves) {
        return moves.stream()
                .filter(move -> move.change().isNegative() && move.now().isPositive())
                .map(move -> new Source(move.bank(), move.order(), move.now(), false, LocalDate.MIN))
                .sorted(Comparator.comparing(Source::amount).reversed().thenComparing(Source::order))
                .toList();
    }

    /** D16: the earliest due date first, undated last, one source per date. */
    private static List<Source> atMaturity(List<Move> moves) {
        List<Source> sources = new ArrayList<>();
        for (Move move : moves) {
            if (!move.change().isNegative()) {
                continue;
            }
            Money left = move.change().negate().minus(move.now());
            for (Map.Entry<LocalDate, Money> due : new TreeMap<>(move.unmatured()).entrySet()) {
                Money part = left.min(due.getValue());
                if (part.isPositive()) {
                    sources.add(new Source(move.bank(), move.order(), part, true, due.getKey()));
                    left = left.minus(part);
                }
            }
            if (!left.isZero()) {
                throw new IllegalArgumentException("more is to leave " + move.bank() + " than it holds: " + left);
            }
        }
        sources.sort(Comparator.comparing(Source::date)
                .thenComparing(Comparator.comparing(Source::amount).reversed())
                .thenComparing(Source::order));
        return sources;
    }

    private static List<Transfer> pour(List<Source> sources, List<Sink> sinks) {
        List<Transfer> transfers = new ArrayList<>();
        int at = 0;
        Money room = sinks.isEmpty() ? Money.ZERO : sinks.get(0).amount();
        for (Source source : sources) {
            Money left = source.amount();
            while (left.isPositive()) {
                Money part = left.min(room);
                if (part.isPositive()) {
                    Optional<LocalDate> date =
                            source.atMaturity() && !source.date().equals(LocalDate.MAX)
                                    ? Optional.of(source.date())
                                    : Optional.empty();
                    transfers.add(new Transfer(source.bank(), sinks.get(at).bank(), part, source.atMaturity(), date));
                }
                left = left.minus(part);
                room = room.minus(part);
                if (left.isPositive()) {
                    at++;
                    room = sinks.get(at).amount();
                }
            }
        }
        return transfers;
    }
}
