package bankscore.contribution.book.sheets;

import bankscore.contribution.Names;
import bankscore.contribution.book.cells.Book;
import bankscore.contribution.quarter.Adjustment;
import bankscore.contribution.quarter.Holding;
import bankscore.contribution.quarter.Pool;
import bankscore.contribution.quarter.Quarter;
import bankscore.exact.Fraction;
import bankscore.exact.Money;
import bankscore.facts.Figure;
import bankscore.facts.ReceivedSheet.Total;
import bankscore.paper.book.ReceivedTable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * 收表回执, with live sums: a total is a sum over 基础数据 where all of its figures stand there and nothing else does; the total
 * of several sheets' one is a value.
 */
public final class ReceivedRows {

    private final Book book;

    private ReceivedRows(Book book) {
        this.book = book;
    }

    public static void fill(Book book) {
        ReceivedRows rows = new ReceivedRows(book);
        ReceivedTable.fill(
                book,
                book.sheet(Book.Part.RECEIVED),
                book.title(Book.Part.RECEIVED),
                book.report().received(),
                (sheet, total) -> rows.figures(sheet.dataset(), total));
    }

    /** The sum over 基础数据, if the figures there are these. */
    private Optional<String> figures(String dataset, Total total) {
        return Stream.of(perBank(total.column()), bids(total.column()), ofFunds(dataset, total.column()))
                .flatMap(Optional::stream)
                .filter(kept -> kept.sum().equals(Fraction.of(total.amount())))
                .map(kept -> FiguresSheet.sumOf(book, kept.id()) + "/10000")
                .findFirst();
    }

    /** Figures of 基础数据 under one id, and what they add up to. */
    private record Kept(String id, Fraction sum) {}

    private Optional<Kept> perBank(String column) {
        Map<String, Figure> figures = book.report().quarter().facts().figures().get(column);
        return Optional.ofNullable(figures)
                .map(all -> new Kept(column, sum(all.values().stream().map(Figure::value))));
    }

    private Optional<Kept> bids(String column) {
        List<Figure> figures = book.report().quarter().bids().byFund().values().stream()
                .flatMap(fund -> fund.getOrDefault(column, Map.of()).values().stream())
                .toList();
        return figures.isEmpty()
                ? Optional.empty()
                : Optional.of(new Kept(column, sum(figures.stream().map(Figure::value))));
    }

    private Optional<Kept> ofFunds(String dataset, String column) {
        Quarter quarter = book.report().quarter();
        return switch (dataset + "." + column) {
            case Names.POOLS + "." + Names.POOL ->
                Optional.of(new Kept(
                        dataset, sum(quarter.pools().stream().map(Pool::amount).map(Money::wan))));
            case Names.HOLDINGS + "." + Names.HELD ->
                Optional.of(new Kept(
                        dataset + "." + column,
                        sum(quarter.holdings().stream().map(Holding::held).map(Money::wan))));
            case Names.HOLDINGS + "." + Names.UNMATURED ->
                Optional.of(new Kept(
                        dataset + "." + column,
                        sum(quarter.holdings().stream().map(Holding::unmatured).map(Money::wan))));
            case Names.ADJUSTMENTS + "." + Names.ADJUSTMENT ->
                Optional.of(new Kept(
                        dataset,
                        sum(quarter.adjustments().stream()
                                .map(Adjustment::amount)
                                .map(Money::wan))));
            default -> Optional.empty();
        };
    }

    private static Fraction sum(Stream<Fraction> values) {
        return values.reduce(Fraction.ZERO, Fraction::plus);
    }
}
