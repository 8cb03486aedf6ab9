package bankscore.subsidy.decide;

import bankscore.exact.Fraction;
import bankscore.exact.Money;
import bankscore.exact.Rounding;
import bankscore.rule.Table;
import bankscore.rule.line.Gap;
import bankscore.rule.line.Line;
import bankscore.rule.line.LineValuation;
import bankscore.rule.line.Sought;
import bankscore.subsidy.scheme.Bearing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who bears how much of what a line is granted (subsidy.md#levels). */
final class Bearers {

    private final Map<String, Table> tables;
    private final LineValuation valuation;
    private final Rounding rounding;

    Bearers(Map<String, Table> tables, LineValuation valuation, Rounding rounding) {
        this.tables = tables;
        this.valuation = valuation;
        this.rounding = rounding;
    }

    /** The levels in the order of the rule. */
    List<String> levels(Bearing bearing) {
        if (bearing instanceof Bearing.Shares shares) {
            return List.copyOf(shares.levels().keySet());
        }
        return tables.get(((Bearing.OfTable) bearing).table()) instanceof Table.ByWord table
                ? table.levels()
                : List.of();
    }

    /** What is missing of a line to know the shares. */
    List<Gap> gaps(Bearing bearing, Line line) {
        return bearing instanceof Bearing.OfTable table
                ? valuation.row(table.table(), line).gaps()
                : List.of();
    }

    /** The levels' parts, in the order of the rule: they add up to the amount. */
    Map<String, Money> parts(Bearing bearing, Line line, Money amount) {
        if (bearing instanceof Bearing.Shares shares) {
            return parts(shares.levels(), bearing.rest(), amount);
        }
        Bearing.OfTable named = (Bearing.OfTable) bearing;
        Sought<Table.WordRow> row = valuation.row(named.table(), line);
        Map<String, Fraction> shares = new LinkedHashMap<>();
        if (tables.get(named.table()) instanceof Table.ByWord table
                && row.value().isPresent()) {
            for (int i = 0; i < table.levels().size(); i++) {
                shares.put(
                        table.levels().get(i), row.value().get().values().get(i).dividedBy(Fraction.HUNDRED));
            }
        }
        return parts(shares, bearing.rest(), amount);
    }

    /** A refund is parted like what it takes back. */
    private Map<String, Money> parts(Map<String, Fraction> shares, String rest, Money amount) {
        Map<String, Money> parts = new LinkedHashMap<>();
        Money left = amount.isNegative() ? amount.negate() : amount;
        Fraction yuan = left.wan().times(Fraction.of(10_000));
        for (Map.Entry<String, Fraction> share : shares.entrySet()) {
            Money part =
                    share.getKey().equals(rest) ? Money.ZERO : Money.ofYuan(yuan.times(share.getValue()), rounding);
            parts.put(share.getKey(), part);
            left = left.minus(part);
        }
        if (!parts.isEmpty()) {
            parts.put(rest, left.max(Money.ZERO));
            takeBack(parts, rest, left.isNegative() ? left.negate() : Money.ZERO);
        }
        if (amount.isNegative()) {
            parts.replaceAll((level, part) -> part.negate());
        }
        return parts;
    }

    /** The fen by which the others were rounded up too often come from the levels before the rest, the last first. */
    private static void takeBack(Map<String, Money> parts, String rest, Money missing) {
        List<String> order = new ArrayList<>(parts.keySet());
        int at = order.indexOf(rest);
        Money open = missing;
        for (int i = 1; i < order.size() && open.isPositive(); i++) {
            String level = order.get(Math.floorMod(at - i, order.size()));
            Money taken = parts.getOrDefault(level, Money.ZERO).min(open);
            parts.merge(level, taken, Money::minus);
            open = open.minus(taken);
        }
    }
}
