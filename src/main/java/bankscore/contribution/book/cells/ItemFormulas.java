package bankscore.contribution.book.cells;

import bankscore.contribution.method.Bands;
import bankscore.contribution.method.Better;
import bankscore.contribution.method.Linear;
import bankscore.contribution.method.Method;
import bankscore.contribution.method.MinMax;
import bankscore.contribution.method.Rank;
import bankscore.contribution.method.RatioToBest;
import bankscore.contribution.method.RatioToReference;
import bankscore.contribution.method.ShareOfTotal;
import bankscore.contribution.method.Value;
import bankscore.contribution.scheme.Item;
import bankscore.contribution.scheme.Scheme;
import bankscore.exact.Fraction;
import bankscore.exact.Rounding;
import bankscore.facts.Subject;
import bankscore.paper.workbook.LiveFormula;
import bankscore.rule.Reference;
import bankscore.rule.Statistic;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The points of every method of the language as formulas over 指标测算 and 规则与口径, in the order of {@code scheme.md#methods}, each
 * saying what {@link Method#points} computes.
 *
 * <p>A parameter that the scheme leaves out has no cell and stands as a number. Doubles are guarded by an inner ROUND,
 * because a plain ROUND or INT misses exact halves and multiples. What refers to a cell that is not there has no formula.
 */
public final class ItemFormulas {

    /** IF may be nested 64 deep; the gate and the guards take some. */
    private static final int MOST_BANDS = 55;

    private static final int MOST_CHARACTERS = 8000;

    private final Book book;
    private final ComparedBanks populations;

    public ItemFormulas(Book book) {
        this.book = book;
        this.populations = new ComparedBanks(book);
    }

    /** An item's points of one bank: gate, method, weight, cap of a deduction and rounding, in the engine's order. */
    public Optional<String> points(Item item, Subject bank) {
        ItemCells cells = new ItemCells(book, item);
        Optional<String> own = cells.measure(item.measure(), bank);
        if (!item.appliesTo(bank.kind()) || own.isEmpty()) {
            return Optional.empty();
        }
        Line line = new Line(item, bank, own.get(), cells);
        return item.method()
                .read(line)
                .flatMap(line::gated)
                .map(points -> "IF(ISNUMBER(" + own.get() + ")," + points + ",0)") // D11
                .map(line::weighted)
                .map(points -> item.kind() == Item.Kind.DEDUCTION ? "MIN(0," + points + ")" : points)
                .map(this::rounded)
                .filter(formula -> formula.length() <= MOST_CHARACTERS);
    }

    /** D6. */
    private String rounded(String points) {
        Rounding rounding = book.assessment().scheme().points();
        return LiveFormula.rounded(
                points, rounding.mode(), book.parameter(Scheme.POINTS_DECIMALS, Fraction.of(rounding.decimals())));
    }

    /** One bank's value in one item. */
    private final class Line implements Method.Reader<Optional<String>> {

        private final Item item;
        private final Subject bank;
        private final String own;
        private final ItemCells cells;

        Line(Item item, Subject bank, String own, ItemCells cells) {
            this.item = item;
            this.bank = bank;
            this.own = own;
            this.cells = cells;
        }

        /** Without its condition an item gives other points. */
        Optional<String> gated(String points) {
            if (item.gate().isEmpty()) {
                return Optional.of(points);
            }
            return new GateFormula(book, cells, bank).of(item.gate().get(), points);
        }

        String weighted(String points) {
            return item.weight().equals(Fraction.ONE) ? points : points + "*" + cells.parameter(Item.WEIGHT);
        }

        private Optional<String> reference(String parameter, Reference reference) {
            return cells.reference(parameter, reference, bank, this::statistic);
        }

        private Optional<String> statistic(Statistic statistic) {
            return statistic(new Reference.OfPopulation(statistic));
        }

        private Optional<String> statistic(Reference.OfPopulation compared) {
            return populations.statistic(item, bank, compared);
        }

        /** From the highest bound down: the first that the value reaches. */
        @Override
        public Optional<String> bands(Bands method) {
            List<Bands.Band> bands = method.bands();
            if (bands.size() > MOST_BANDS) {
                return Optional.empty();
            }
            StringBuilder formula = new StringBuilder();
            StringBuilder end = new StringBuilder();
            for (int i = bands.size() - 1; i >= 0; i--) {
                Bands.Band band = bands.get(i);
                String points = cells.parameter(Bands.points(i));
                if (i == bands.size() - 1 && band.to().isPresent()) {
                    String to = cells.parameter(Bands.to(i));
                    formula.append("IF(" + own + (band.toIncluded() ? ">" : ">=") + to + ",0,");
                    end.append(")");
                }
                if (band.from().isPresent()) {
                    String from = cells.parameter(Bands.from(i));
                    formula.append("IF(" + own + (band.fromIncluded() ? ">=" : ">") + from + "," + points + ",");
                    end.append(")");
                } else {
                    return Optional.of(formula + points + end);
                }
            }
            return Optional.of(formula + "0" + end);
        }

        @Override
        public Optional<String> ratioToBest(RatioToBest method) {
            String full = cells.parameter(RatioToBest.FULL);
            return statistic(method.better().best()).map(best -> {
                String both = "IF(AND(" + own + ">0," + best + ">0)," + full + "*";
                return method.better() == Better.HIGHER
                        ? both + own + "/" + best + ",0)"
                        : "IF(AND(" + own + "=0," + best + "=0)," + full + "," + both + best + "/" + own + ",0))";
            });
        }

        @Override
        public Optional<String> ratioToReference(RatioToReference method) {
            String full = cells.parameter(RatioToReference.FULL);
            // Without a cap of its own the full points are the cap.
            Optional<String> cap = method.cap()
                    .map(most -> !cells.writes(RatioToReference.CAP) && most.equals(method.full())
                            ? full
                            : cells.parameter(RatioToReference.CAP));
            return reference(RatioToReference.REFERENCE, method.against()).map(reference -> {
                String exact = full + "*" + own + "/" + reference;
                String capped =
                        cap.map(most -> "MIN(" + most + "," + exact + ")").orElse(exact);
                return "IF(ISNUMBER(" + reference + "),IF(" + reference + ">0,MAX(0," + capped + "),0),0)";
            });
        }

        @Override
        public Optional<String> shareOfTotal(ShareOfTotal method) {
            return statistic(Statistic.SUM)
                    .map(sum -> "IF(" + sum + "=0,0," + cells.parameter(ShareOfTotal.FULL) + "*MAX(0," + own + ")/"
                            + sum + ")");
        }

        private Optional<String> place(Better better) {
            return populations
                    .cells(item, bank)
                    .map(all -> "RANK(" + own + "," + all + "," + (better == Better.HIGHER ? "0" : "1") + ")");
        }

        @Override
        public Optional<String> rankStep(Rank.Step method) {
            return place(method.better())
                    .map(place -> "MAX(" + cells.parameter(Rank.FLOOR) + "," + cells.parameter(Rank.FIRST) + "-"
                            + cells.parameter(Rank.STEP) + "*(" + place + "-1))");
        }

        @Override
        public Optional<String> rankTable(Rank.Table method) {
            int rows = method.table().size();
            Optional<String> table =
                    cells.range(IntStream.range(0, rows).mapToObj(Rank::row).toList());
            return place(method.better())
                    .flatMap(place ->
                            table.map(cells -> "IF(" + place + "<=" + rows + ",INDEX(" + cells + "," + place + "),0)"));
        }

        @Override
        public Optional<String> linear(Linear method) {
            return reference(Linear.REFERENCE, method.against()).map(reference -> {
                String steps = "ROUND(ROUND(" + own + "-" + reference + ",10)/" + cells.parameter(Linear.PER) + ",10)";
                String counted = switch (method.steps()) {
                    case WHOLE -> "ROUNDDOWN(" + steps + ",0)"; // D2
                    case PRO_RATA -> steps;
                    case STARTED -> "ROUNDUP(" + steps + ",0)";
                };
                String points = cells.parameter(Linear.POINTS) + "*" + counted;
                String based = method.base().isZero() && !cells.writes(Linear.BASE)
                        ? points
                        : cells.parameter(Linear.BASE) + "+" + points;
                String limited = between(
                        based, method.min().map(min -> Linear.MIN), method.max().map(max -> Linear.MAX));
                return method.against().number().isPresent()
                        ? limited
                        : "IF(ISNUMBER(" + reference + ")," + limited + ",0)";
            });
        }

        @Override
        public Optional<String> minMax(MinMax method) {
            String full = cells.parameter(MinMax.FULL);
            return statistic(Statistic.MAX)
                    .flatMap(highest -> statistic(Statistic.MIN).map(lowest -> {
                        String distance = method.better() == Better.HIGHER ? own + "-" + lowest : highest + "-" + own;
                        String base = method.hasBase() ? cells.parameter(MinMax.BASE) : "";
                        String floating = method.hasBase() ? base + "+(" + full + "-" + base + ")" : full;
                        return "IF(" + highest + "=" + lowest + "," + full + "," + floating + "*(" + distance + ")/("
                                + highest + "-" + lowest + "))";
                    }));
        }

        @Override
        public Optional<String> value(Value method) {
            return Optional.of(between(
                    own, method.min().map(min -> Value.MIN), method.max().map(max -> Value.MAX)));
        }

        /** Points between the limits that the rule names. */
        private String between(String points, Optional<String> min, Optional<String> max) {
            String notBelow = min.map(least -> "MAX(" + cells.parameter(least) + "," + points + ")")
                    .orElse(points);
            return max.map(most -> "MIN(" + cells.parameter(most) + "," + notBelow + ")")
                    .orElse(notBelow);
        }
    }
}
