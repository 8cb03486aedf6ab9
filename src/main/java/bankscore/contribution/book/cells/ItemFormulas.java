package bankscore.contribution.book.cells;

import bankscore.contribution.method.Method;
import bankscore.contribution.method.Method.Better;
import bankscore.contribution.scheme.Item;
import bankscore.exact.Fraction;
import bankscore.exact.Rounding;
import bankscore.facts.Subject;
import bankscore.paper.workbook.Addresses;
import bankscore.rule.Reference;
import bankscore.rule.Statistic;
import java.util.List;
import java.util.Optional;

/**
 * The points of every method of the language as formulas over 指标测算 and 规则与口径: one method below per record of {@link
 * Method}, in the order of {@code scheme.md#methods}, each saying what {@code Points} computes.
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
        Optional<String> own = value(item.measure(), bank);
        if (!item.appliesTo(bank.kind()) || own.isEmpty()) {
            return Optional.empty();
        }
        return new Line(item, bank, own.get())
                .method(item.method())
                .flatMap(points -> gated(item, bank, points))
                .map(points -> "IF(ISNUMBER(" + own.get() + ")," + points + ",0)") // D11
                .map(points -> item.weight().equals(Fraction.ONE)
                        ? points
                        : points + "*" + parameter(item, "weight", item.weight()))
                .map(points -> item.kind() == Item.Kind.DEDUCTION ? "MIN(0," + points + ")" : points)
                .map(this::rounded)
                .filter(formula -> formula.length() <= MOST_CHARACTERS);
    }

    private Optional<String> gated(Item item, Subject bank, String points) {
        if (item.gate().isEmpty()) {
            return Optional.of(points);
        }
        Item.Gate gate = item.gate().get();
        Optional<String> gated = value(gate.measure(), bank);
        String key = gate.comparison().name().toLowerCase(java.util.Locale.ROOT);
        Optional<String> bound = reference(item, "only_if." + key, gate.bound(), bank);
        if (gated.isEmpty() || bound.isEmpty()) {
            return Optional.empty();
        }
        String sign = switch (gate.comparison()) {
            case AT_LEAST -> ">=0";
            case ABOVE -> ">0";
            case AT_MOST -> "<=0";
            case BELOW -> "<0";
        };
        String otherwise = parameter(item, "only_if.else", gate.otherwise());
        return Optional.of("IF(AND(ISNUMBER(" + gated.get() + "),ISNUMBER(" + bound.get() + ")),IF(ROUND(" + gated.get()
                + "-" + bound.get() + ",10)" + sign + "," + points + "," + otherwise + ")," + otherwise + ")");
    }

    /** D6. */
    private String rounded(String points) {
        Rounding rounding = book.assessment().scheme().points();
        return Book.rounded(
                points, rounding.mode(), book.parameter("rounding.points", Fraction.of(rounding.decimals())));
    }

    private String parameter(Item item, String key, Fraction value) {
        return book.parameter("items." + item.id() + "." + key, value);
    }

    private Optional<String> value(String measure, Subject bank) {
        return book.addresses()
                .find(Addresses.Kind.MEASURE, measure, bank.code())
                .map(Addresses.Address::absolute);
    }

    private Optional<String> reference(Item item, String key, Reference reference, Subject bank) {
        if (reference instanceof Reference.Fixed fixed) {
            return Optional.of(parameter(item, key, fixed.value()));
        }
        if (reference instanceof Reference.Named named) {
            return book.addresses()
                    .find(Addresses.Kind.BENCHMARK, named.id(), "")
                    .map(Addresses.Address::absolute)
                    .or(() -> value(named.id(), bank));
        }
        Statistic statistic = ((Reference.OfPopulation) reference).statistic();
        return populations.statistic(item, bank, ComparedBanks.function(statistic));
    }

    /** One bank's value in one item. */
    private final class Line {

        private final Item item;
        private final Subject bank;
        private final String own;

        Line(Item item, Subject bank, String own) {
            this.item = item;
            this.bank = bank;
            this.own = own;
        }

        Optional<String> method(Method method) {
            if (method instanceof Method.Bands bands) {
                return bands(bands);
            }
            if (method instanceof Method.RatioToBest ratio) {
                return statistic(ratio.better() == Better.HIGHER ? "MAX" : "MIN")
                        .map(best -> ratioToBest(ratio, best));
            }
            if (method instanceof Method.RatioToReference ratio) {
                return reference(item, "ratio_to_reference.reference", ratio.reference(), bank)
                        .map(reference -> ratioToReference(ratio, reference));
            }
            if (method instanceof Method.ShareOfTotal share) {
                return statistic("SUMIF").map(sum -> shareOfTotal(share, sum));
            }
            if (method instanceof Method.RankStep rank) {
                return populations.cells(item, bank).map(all -> rankStep(rank, all));
            }
            if (method instanceof Method.RankTable rank) {
                return populations.cells(item, bank).flatMap(all -> rankTable(rank, all));
            }
            if (method instanceof Method.Linear linear) {
                return reference(item, "linear.reference", linear.reference(), bank)
                        .map(reference -> linear(linear, reference));
            }
            if (method instanceof Method.MinMax minMax) {
                return statistic("MAX")
                        .flatMap(highest -> statistic("MIN").map(lowest -> minMax(minMax, highest, lowest)));
            }
            Method.Value value = (Method.Value) method;
            return Optional.of(between(own, "value", value.min(), value.max()));
        }

        /** From the highest bound down: the first that the value reaches. */
        private Optional<String> bands(Method.Bands method) {
            List<Method.Band> bands = method.bands();
            if (bands.size() > MOST_BANDS) {
                return Optional.empty();
            }
            StringBuilder formula = new StringBuilder();
            StringBuilder end = new StringBuilder();
            for (int i = bands.size() - 1; i >= 0; i--) {
                Method.Band band = bands.get(i);
                String points = parameter("bands[" + i + "].points", band.points());
                if (i == bands.size() - 1 && band.to().isPresent()) {
                    String to = parameter("bands[" + i + "].to", band.to().get());
                    formula.append("IF(" + own + (band.toIncluded() ? ">" : ">=") + to + ",0,");
                    end.append(")");
                }
                if (band.from().isPresent()) {
                    String from = parameter("bands[" + i + "].from", band.from().get());
                    formula.append("IF(" + own + (band.fromIncluded() ? ">=" : ">") + from + "," + points + ",");
                    end.append(")");
                } else {
                    return Optional.of(formula + points + end);
                }
            }
            return Optional.of(formula + "0" + end);
        }

        private Optional<String> statistic(String function) {
            return populations.statistic(item, bank, function);
        }

        private String ratioToBest(Method.RatioToBest method, String best) {
            String full = parameter("ratio_to_best.full", method.full());
            if (method.better() == Better.HIGHER) {
                return "IF(AND(" + own + ">0," + best + ">0)," + full + "*" + own + "/" + best + ",0)";
            }
            return "IF(AND(" + own + "=0," + best + "=0)," + full + ",IF(AND(" + own + ">0," + best + ">0)," + full
                    + "*" + best + "/" + own + ",0))";
        }

        private String ratioToReference(Method.RatioToReference method, String reference) {
            String full = parameter("ratio_to_reference.full", method.full());
            // Without a cap of its own the full points are the cap.
            String cap = book.hasParameter("items." + item.id() + ".ratio_to_reference.cap")
                    ? parameter("ratio_to_reference.cap", method.cap())
                    : method.cap().equals(method.full()) ? full : Book.literal(method.cap());
            return "IF(ISNUMBER(" + reference + "),IF(" + reference + ">0,MAX(0,MIN(" + cap + "," + full + "*" + own
                    + "/" + reference + ")),0),0)";
        }

        private String shareOfTotal(Method.ShareOfTotal method, String sum) {
            return "IF(" + sum + "=0,0," + parameter("share_of_total.full", method.full()) + "*MAX(0," + own + ")/"
                    + sum + ")";
        }

        private String place(Better better, String all) {
            return "RANK(" + own + "," + all + "," + (better == Better.HIGHER ? "0" : "1") + ")";
        }

        private String rankStep(Method.RankStep method, String all) {
            return "MAX(" + parameter("rank.floor", method.floor()) + "," + parameter("rank.first", method.first())
                    + "-" + parameter("rank.step", method.step()) + "*(" + place(method.better(), all) + "-1))";
        }

        private Optional<String> rankTable(Method.RankTable method, String all) {
            List<Addresses.Address> rows = new java.util.ArrayList<>();
            for (int i = 0; i < method.table().size(); i++) {
                book.addresses()
                        .find(Addresses.Kind.PARAMETER, "items." + item.id() + ".rank.table[" + i + "]", "")
                        .ifPresent(rows::add);
            }
            String place = place(method.better(), all);
            return rows.size() < method.table().size()
                    ? Optional.empty()
                    : Addresses.range(rows)
                            .map(table ->
                                    "IF(" + place + "<=" + rows.size() + ",INDEX(" + table + "," + place + "),0)");
        }

        private String linear(Method.Linear method, String reference) {
            String steps =
                    "ROUND(ROUND(" + own + "-" + reference + ",10)/" + parameter("linear.per", method.per()) + ",10)";
            String counted = switch (method.steps()) {
                case WHOLE -> "ROUNDDOWN(" + steps + ",0)"; // D2
                case PRO_RATA -> steps;
                case STARTED -> "ROUNDUP(" + steps + ",0)";
            };
            String points = parameter("linear.points", method.points()) + "*" + counted;
            String based = method.base().isZero() && !book.hasParameter("items." + item.id() + ".linear.base")
                    ? points
                    : parameter("linear.base", method.base()) + "+" + points;
            String limited = between(based, "linear", method.min(), method.max());
            return method.reference() instanceof Reference.Fixed
                    ? limited
                    : "IF(ISNUMBER(" + reference + ")," + limited + ",0)";
        }

        private String minMax(Method.MinMax method, String highest, String lowest) {
            String full = parameter("min_max.full", method.full());
            String distance = method.better() == Better.HIGHER ? own + "-" + lowest : highest + "-" + own;
            return "IF(" + highest + "=" + lowest + "," + full + "," + full + "*(" + distance + ")/(" + highest + "-"
                    + lowest + "))";
        }

        private String between(String points, String method, Optional<Fraction> min, Optional<Fraction> max) {
            String notBelow = min.map(least -> "MAX(" + parameter(method + ".min", least) + "," + points + ")")
                    .orElse(points);
            return max.map(most -> "MIN(" + parameter(method + ".max", most) + "," + notBelow + ")")
                    .orElse(notBelow);
        }

        private String parameter(String key, Fraction value) {
            return ItemFormulas.this.parameter(item, key, value);
        }
    }
}
