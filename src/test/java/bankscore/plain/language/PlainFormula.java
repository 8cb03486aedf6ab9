package bankscore.plain.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Works a formula out while reading it, for one bank; nothing where a figure is missing or a divisor is zero. */
final class PlainFormula {

    private static final Pattern TOKEN = Pattern.compile("[0-9.]+|[a-z_.]+|[-+*/(),]");
    private static final Set<String> STATISTICS = Set.of("sum", "mean", "max", "min", "median", "count");

    private static final Set<String> PICKS = Set.of("least", "most");

    private final List<String> tokens = new ArrayList<>();
    private final BiFunction<String, String, Optional<Q>> lookUp;
    private final List<String> population;
    private int at;

    private PlainFormula(String text, BiFunction<String, String, Optional<Q>> lookUp, List<String> population) {
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            tokens.add(matcher.group());
        }
        this.lookUp = lookUp;
        this.population = population;
    }

    static Set<String> names(String text) {
        Set<String> names = new TreeSet<>();
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            if (Character.isLetter(matcher.group().charAt(0))
                    && !STATISTICS.contains(matcher.group())
                    && !PICKS.contains(matcher.group())) {
                names.add(matcher.group());
            }
        }
        return names;
    }

    /**
     * The value for a bank.
     *
     * @param lookUp a name's value for a bank
     * @param population the banks that statistics run over
     */
    static Optional<Q> value(
            String text, String bank, BiFunction<String, String, Optional<Q>> lookUp, List<String> population) {
        return new PlainFormula(text, lookUp, population).sum(bank);
    }

    private boolean next(String token) {
        if (at < tokens.size() && tokens.get(at).equals(token)) {
            at++;
            return true;
        }
        return false;
    }

    private Optional<Q> sum(String bank) {
        Optional<Q> left = product(bank);
        while (true) {
            if (next("+")) {
                left = both(left, product(bank), Q::plus);
            } else if (next("-")) {
                left = both(left, product(bank), Q::minus);
            } else {
                return left;
            }
        }
    }

    private Optional<Q> product(String bank) {
        Optional<Q> left = factor(bank);
        while (true) {
            if (next("*")) {
                left = both(left, factor(bank), Q::times);
            } else if (next("/")) {
                left = both(left, factor(bank).filter(divisor -> divisor.sign() != 0), Q::over);
            } else {
                return left;
            }
        }
    }

    private Optional<Q> factor(String bank) {
        if (next("-")) {
            return factor(bank).map(Q.ZERO::minus);
        }
        if (next("(")) {
            Optional<Q> inner = sum(bank);
            at++;
            return inner;
        }
        String token = tokens.get(at++);
        if (STATISTICS.contains(token)) {
            int inside = ++at;
            List<Q> values = new ArrayList<>();
            for (String each : population) {
                at = inside;
                sum(each).ifPresent(values::add);
            }
            if (population.isEmpty()) {
                sum("");
            }
            at++;
            return statistic(token, values);
        }
        if (PICKS.contains(token)) {
            BiFunction<Q, Q, Q> better = token.equals("least") ? Q::least : Q::most;
            at++;
            Optional<Q> picked = sum(bank);
            while (next(",")) {
                picked = both(picked, sum(bank), better);
            }
            at++;
            return picked;
        }
        return Character.isDigit(token.charAt(0)) ? Optional.of(Q.of(token)) : lookUp.apply(token, bank);
    }

    static Optional<Q> statistic(String name, List<Q> values) {
        List<Q> sorted = values.stream().sorted().toList();
        int size = sorted.size();
        return switch (name) {
            case "sum" -> Optional.of(Q.sum(sorted));
            case "count" -> Optional.of(Q.of(size));
            case "mean" ->
                size == 0 ? Optional.empty() : Optional.of(Q.sum(sorted).over(Q.of(size)));
            case "max" -> size == 0 ? Optional.empty() : Optional.of(sorted.get(size - 1));
            case "min" -> size == 0 ? Optional.empty() : Optional.of(sorted.get(0));
            case "median" ->
                size == 0
                        ? Optional.empty()
                        : Optional.of(sorted.get((size - 1) / 2)
                                .plus(sorted.get(size / 2))
                                .over(Q.of(2)));
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static Optional<Q> both(Optional<Q> left, Optional<Q> right, BiFunction<Q, Q, Q> joined) {
        return left.isEmpty() || right.isEmpty()
                ? Optional.empty()
                : Optional.of(joined.apply(left.get(), right.get()));
    }
}
