package bankscore.plain.language;

import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The methods of scoring a second time: one of them at random, and its points as {@code scheme.md#methods} says. */
final class PlainMethods {

    private PlainMethods() {}

    private static Node better(RandomRules rules, Node with) {
        return rules.chance(40) ? with.put("better", rules.one(List.of("lower", "higher"))) : with;
    }

    private static Node bounds(RandomRules rules, Node with) {
        if (rules.chance(50)) {
            with.put("min", rules.number(-9, 0));
        }
        if (rules.chance(50)) {
            with.put("max", rules.number(1, 20));
        }
        return with;
    }

    static Node random(RandomRules rules) {
        return switch (rules.random.nextInt(9)) {
            case 0 -> bands(rules);
            case 1 -> Node.mapOf("ratio_to_best", better(rules, Node.mapOf("full", rules.number(1, 30))));
            case 2 -> {
                Node with = Node.mapOf("full", rules.number(1, 30), "reference", rules.against());
                String cap = rules.chance(25) ? "none" : rules.number(1, 50);
                yield Node.mapOf("ratio_to_reference", rules.chance(40) ? with.put("cap", cap) : with);
            }
            case 3 -> Node.mapOf("share_of_total", Node.mapOf("full", rules.number(1, 30)));
            case 4 -> {
                Node with = Node.mapOf("first", rules.number(1, 9), "step", rules.number(0, 2));
                yield Node.mapOf(
                        "rank", better(rules, rules.chance(40) ? with.put("floor", rules.number(0, 2)) : with));
            }
            case 5 ->
                Node.mapOf(
                        "rank",
                        better(
                                rules,
                                Node.mapOf(
                                        "table",
                                        Node.newList().add("9").add("5.5").add("2"))));
            case 6 -> {
                Node with = Node.mapOf(
                        "reference", rules.against(), "per", rules.number(1, 5), "points", rules.number(-3, 3));
                with.put("steps", rules.one(List.of("whole", "pro_rata", "started")));
                yield Node.mapOf(
                        "linear", bounds(rules, rules.chance(50) ? with.put("base", rules.number(0, 15)) : with));
            }
            case 7 -> {
                Node with = Node.mapOf("full", rules.number(10, 30));
                yield Node.mapOf(
                        "min_max", better(rules, rules.chance(40) ? with.put("base", rules.number(1, 9)) : with));
            }
            default -> Node.mapOf("value", bounds(rules, Node.mapOf()));
        };
    }

    private static Node bands(RandomRules rules) {
        Node bands = Node.newList();
        int bound = -3 + rules.random.nextInt(4);
        if (rules.chance(50)) {
            bands.add(Node.mapOf("points", rules.number(-2, 0)));
        }
        for (int i = 0; i < 1 + rules.random.nextInt(4); i++) {
            bound += 1 + rules.random.nextInt(4);
            bands.add(Node.mapOf("from", bound, "points", rules.number(0, 20)));
        }
        Node method = Node.mapOf("bands", bands);
        return rules.chance(40) ? method.put("closed", rules.one(List.of("upper", "lower"))) : method;
    }

    /**
     * The points of a value.
     *
     * @param values of all that are compared
     * @param references the value of a number, a word of the population, a benchmark or a measure
     */
    static Q points(Node method, Q own, List<Q> values, Function<String, Optional<Q>> references) {
        if (method.has("bands")) {
            return bands(method, own);
        }
        Map.Entry<String, Node> word = method.map().entrySet().iterator().next();
        return apply(word.getKey(), word.getValue(), own, values, references);
    }

    /** Bands whose next one begins where they end; {@code closed} says to which the bound belongs. */
    private static Q bands(Node method, Q own) {
        boolean upper = method.text("closed", "lower").equals("upper");
        Q result = Q.ZERO;
        for (Node band : method.get("bands").list()) {
            int order = band.number("from").map(own::compareTo).orElse(1);
            if (order > 0 || (order == 0 && !upper)) {
                result = band.get("points").number();
            }
        }
        return result;
    }

    private static Q apply(String method, Node with, Q own, List<Q> values, Function<String, Optional<Q>> references) {
        boolean lower = with.text("better", "higher").equals("lower");
        Q highest = PlainFormula.statistic("max", values).orElse(own);
        Q lowest = PlainFormula.statistic("min", values).orElse(own);
        Q full = with.number("full").orElse(Q.ZERO);
        switch (method) {
            case "ratio_to_best" -> {
                Q best = lower ? lowest : highest;
                if (lower && own.sign() == 0 && best.sign() == 0) {
                    return full;
                }
                if (own.sign() <= 0 || best.sign() <= 0) {
                    return Q.ZERO;
                }
                return lower ? full.times(best).over(own) : full.times(own).over(best);
            }
            case "ratio_to_reference" -> {
                Optional<Q> reference = against(with, values, references);
                if (reference.isEmpty() || reference.get().sign() <= 0) {
                    return Q.ZERO;
                }
                Q exact = full.times(own).over(reference.get()).most(Q.ZERO);
                return with.text("cap", "").equals("none")
                        ? exact
                        : exact.least(with.number("cap").orElse(full)).most(Q.ZERO);
            }
            case "share_of_total" -> {
                Q sum = Q.sum(values.stream().map(Q.ZERO::most).toList());
                return sum.sign() == 0 ? Q.ZERO : full.times(own.most(Q.ZERO)).over(sum);
            }
            case "rank" -> {
                int better = (int) values.stream()
                        .filter(value -> lower ? value.compareTo(own) < 0 : value.compareTo(own) > 0)
                        .count();
                if (with.has("table")) {
                    List<Node> table = with.get("table").list();
                    return better < table.size() ? table.get(better).number() : Q.ZERO;
                }
                Q lost = with.get("step").number().times(Q.of(better));
                return with.get("first")
                        .number()
                        .minus(lost)
                        .most(with.number("floor").orElse(Q.ZERO));
            }
            case "linear" -> {
                Optional<Q> reference = against(with, values, references);
                if (reference.isEmpty()) {
                    return Q.ZERO;
                }
                Q steps = own.minus(reference.get()).over(with.get("per").number());
                Q counted = switch (with.get("steps").text()) {
                    case "whole" -> steps.whole(RoundingMode.DOWN);
                    case "started" -> steps.whole(RoundingMode.UP);
                    default -> steps;
                };
                Q points = with.number("base")
                        .orElse(Q.ZERO)
                        .plus(with.get("points").number().times(counted));
                return bounded(with, points);
            }
            case "min_max" -> {
                Q best = lower ? lowest : highest;
                Q worst = lower ? highest : lowest;
                Q base = with.number("base").orElse(Q.ZERO);
                return best.equals(worst)
                        ? full
                        : base.plus(full.minus(base).times(own.minus(worst)).over(best.minus(worst)));
            }
            case "value" -> {
                return bounded(with, own);
            }
            default -> throw new IllegalArgumentException(method);
        }
    }

    /** What a value is held against; of the best so many the mean of those that there are. */
    private static Optional<Q> against(Node with, List<Q> values, Function<String, Optional<Q>> references) {
        Node reference = with.get("reference");
        return reference.has("mean_of_best")
                ? PlainFormula.statistic(
                        "mean",
                        values.stream()
                                .sorted(Comparator.reverseOrder())
                                .limit(Long.parseLong(
                                        reference.get("mean_of_best").text()))
                                .toList())
                : references.apply(reference.text());
    }

    private static Q bounded(Node with, Q points) {
        Q notBelow = with.number("min").map(points::most).orElse(points);
        return with.number("max").map(notBelow::least).orElse(notBelow);
    }
}
