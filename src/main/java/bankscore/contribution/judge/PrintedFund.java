package bankscore.contribution.judge;

import bankscore.answer.PrintedColumn;
import bankscore.contribution.place.FundPlan;
import bankscore.contribution.place.PlanRow;
import bankscore.contribution.score.Assessment;
import bankscore.contribution.score.ScoreCard;
import bankscore.exact.Fraction;
import bankscore.exact.Money;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A fund's plan as papers for leaders print it: by rank, in 万元 with two decimals, and so that every line and every column
 * adds up. What is held and what is to be held are printed columns; the change is the difference of the two printed
 * amounts, and what moves now is what does not move at maturity; of a fund that stays, nothing does.
 *
 * @param rows by total, then in roster order; those of banks that are not assessed last
 * @param unplaced what nobody may take; with the targets it makes the pool
 */
public record PrintedFund(FundPlan plan, List<Row> rows, Money unplaced) {

    public PrintedFund {
        rows = List.copyOf(rows);
    }

    /**
     * One bank's printed line.
     *
     * @param card none if the bank is not assessed and its money is withdrawn (D15) or it has a sum off the top
     * @param odd whether one of its amounts is not the exact one rounded by itself (尾差)
     */
    public record Row(
            Optional<ScoreCard> card,
            PlanRow exact,
            Money current,
            Money target,
            Money now,
            Money atMaturity,
            boolean odd) {

        public Money change() {
            return target.minus(current);
        }
    }

    /** The printed plan of a fund, by the ranks by which it is placed. */
    public static PrintedFund of(FundPlan plan, Assessment assessment) {
        return of(plan, assessment.of(plan.pool().fund()).cards());
    }

    /** The printed plan of a fund. */
    public static PrintedFund of(FundPlan plan, List<ScoreCard> assessed) {
        Map<String, ScoreCard> cards =
                assessed.stream().collect(Collectors.toMap(card -> card.bank().code(), Function.identity()));
        List<PlanRow> ranked = plan.rows().stream()
                .sorted(Comparator.comparing((PlanRow row) -> card(cards, row).isEmpty())
                        .thenComparing(
                                row -> card(cards, row).map(ScoreCard::total).orElse(Fraction.ZERO),
                                Comparator.reverseOrder())
                        .thenComparing(
                                row -> card(cards, row).map(ScoreCard::rank).orElse(0)))
                .toList();
        PrintedColumn current =
                PrintedColumn.of(ranked.stream().map(PlanRow::current).toList());
        List<Money> targets =
                new ArrayList<>(ranked.stream().map(PlanRow::target).toList());
        targets.add(plan.unplaced());
        PrintedColumn target = PrintedColumn.of(targets);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < ranked.size(); i++) {
            PlanRow row = ranked.get(i);
            rows.add(row(
                    plan.rule().moves(),
                    card(cards, row),
                    row,
                    current.cells().get(i),
                    target.cells().get(i)));
        }
        return new PrintedFund(plan, rows, target.cells().get(ranked.size()));
    }

    private static Optional<ScoreCard> card(Map<String, ScoreCard> cards, PlanRow row) {
        return Optional.ofNullable(cards.get(row.bank().code()));
    }

    private static Row row(boolean moves, Optional<ScoreCard> card, PlanRow exact, Money current, Money target) {
        Money change = target.minus(current);
        Money moved = moves || exact.isWithdrawn() ? change : Money.ZERO;
        Money later = exact.now().isZero() ? moved : PrintedColumn.rounded(exact.atMaturity());
        Money now = moved.minus(later);
        boolean odd = PrintedColumn.odd(current, exact.current())
                || PrintedColumn.odd(target, exact.target())
                || PrintedColumn.odd(change, exact.change())
                || PrintedColumn.odd(now, exact.now())
                || PrintedColumn.odd(later, exact.atMaturity());
        return new Row(card, exact, current, target, now, later, odd);
    }

    public Money pool() {
        return target().plus(unplaced);
    }

    public Money current() {
        return sum(Row::current);
    }

    public Money target() {
        return sum(Row::target);
    }

    public Money change() {
        return sum(Row::change);
    }

    public Money now() {
        return sum(Row::now);
    }

    public Money atMaturity() {
        return sum(Row::atMaturity);
    }

    private Money sum(Function<Row, Money> column) {
        return Money.sum(rows.stream().map(column).toList());
    }
}
