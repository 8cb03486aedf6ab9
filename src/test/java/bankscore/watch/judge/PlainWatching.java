package bankscore.watch.judge;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The same judgement once more, written as a clerk would work it with a pocket calculator, quarter by quarter. A quarter is
 * a number: four times the year and the quarter from 0.
 */
final class PlainWatching {

    private static final BigDecimal HUNDRED = new BigDecimal(100);
    private static final BigDecimal FOUR = new BigDecimal(4);

    /** A county of one quarter; a figure may be missing. */
    record PlainCounty(
            String code,
            boolean assessed,
            LocalDate opened,
            @Nullable BigDecimal x,
            @Nullable BigDecimal y) {}

    /**
     * What is looked for.
     *
     * @param bound {@code number}, {@code city}, {@code mean}, {@code median}, {@code y}, or the id of the other measure
     * @param spared from which y on it is spared; absent: never
     */
    record PlainWatch(
            String id,
            String measure,
            boolean below,
            String bound,
            BigDecimal number,
            List<BigDecimal> grades,
            int running,
            boolean progress,
            @Nullable BigDecimal spared) {}

    /** What follows, when: {@code hits 2} or {@code hit low 1 3}, with {@code not} before it, joined by {@code &} or {@code |}. */
    record PlainDegree(String name, String when) {}

    /** The rule. {@code all}: whether the city's ratio runs over exempt counties too. */
    record PlainRule(List<PlainWatch> watches, List<PlainDegree> degrees, boolean all) {}

    /** What was made of a county in a quarter. */
    private record Kept(boolean exempt, Map<String, Integer> grades, Map<String, Integer> ranks) {}

    private final PlainRule rule;
    private final TreeMap<Integer, Map<String, Kept>> published = new TreeMap<>();
    private final Map<String, BigDecimal> reported = new LinkedHashMap<>();

    PlainWatching(PlainRule rule) {
        this.rule = rule;
    }

    /** A quarter that is not judged and of which an office reports a measure. */
    void report(int quarter, String code, String measure, BigDecimal value) {
        reported.putIfAbsent(quarter + " " + code + " " + measure, value);
    }

    /** Judges a quarter, remembers it as published, and says what became of each county. */
    List<String> judge(int quarter, LocalDate end, List<PlainCounty> counties, @Nullable BigDecimal city) {
        Map<String, Map<String, BigDecimal>> measures = new LinkedHashMap<>();
        for (PlainCounty county : counties) {
            measures.put(county.code(), measures(county));
        }
        List<PlainCounty> judged = counties.stream()
                .filter(county -> exempt(county, end).isEmpty())
                .toList();
        BigDecimal ratio = city == null ? ratio(rule.all() ? counties : judged) : city;
        Map<String, Kept> kept = new LinkedHashMap<>();
        List<String> told = new ArrayList<>();
        told.add("city " + (ratio == null ? "-" : plain(ratio)));
        for (PlainCounty county : counties) {
            Map<String, BigDecimal> own = Objects.requireNonNull(measures.get(county.code()));
            String why = exempt(county, end);
            Map<String, Integer> ranks = new TreeMap<>();
            Map<String, Integer> grades = new TreeMap<>();
            List<String> looks = new ArrayList<>();
            Map<String, List<Integer>> hits = new LinkedHashMap<>();
            if (why.isEmpty()) {
                own.forEach((id, value) -> ranks.put(id, rank(id, value, values(judged, measures, id))));
                for (PlainWatch watch : rule.watches()) {
                    BigDecimal value = own.get(watch.measure());
                    BigDecimal bound = bound(watch, county, own, values(judged, measures, watch.measure()), ratio);
                    if (bound != null && watch.progress()) {
                        bound = bound.multiply(new BigDecimal(quarter % 4 + 1)).divide(FOUR);
                    }
                    int grade = 0;
                    String gap = "-";
                    if (value != null && bound != null) {
                        grade = grade(watch, value, bound);
                        gap = plain(watch.below() ? bound.subtract(value) : value.subtract(bound));
                        grades.put(watch.id(), grade);
                    }
                    List<Integer> row = new ArrayList<>();
                    String broken = row(watch, county.code(), quarter, grade, row);
                    BigDecimal from = watch.spared();
                    boolean spared =
                            from != null && county.y() != null && county.y().compareTo(from) >= 0;
                    if (grade > 0 && !spared && row.size() >= watch.running()) {
                        hits.put(watch.id(), row);
                    }
                    looks.add(watch.id() + " " + (bound == null ? "-" : plain(bound)) + " " + gap + " " + row + broken
                            + (spared ? " spared" : "") + (hits.containsKey(watch.id()) ? " hit" : ""));
                }
            }
            Map.Entry<Integer, Map<String, Kept>> last = published.lastEntry();
            Kept then = last == null ? null : last.getValue().get(county.code());
            told.add(county.code() + " " + why + " " + shown(own) + " " + ranks + " "
                    + (then == null ? Map.of() : then.ranks()) + " " + looks + " " + degree(hits));
            kept.put(county.code(), new Kept(!why.isEmpty(), grades, ranks));
        }
        published.put(quarter, kept);
        return told;
    }

    /** Growth in percent to two decimals, and level, two thirds of x, to one. */
    private static Map<String, BigDecimal> measures(PlainCounty county) {
        Map<String, BigDecimal> measures = new LinkedHashMap<>();
        BigDecimal x = county.x();
        BigDecimal y = county.y();
        if (x != null && y != null && y.signum() != 0) {
            measures.put("growth", x.subtract(y).multiply(HUNDRED).divide(y, 2, RoundingMode.HALF_UP));
        }
        if (x != null) {
            measures.put("level", x.multiply(new BigDecimal(2)).divide(new BigDecimal(3), 1, RoundingMode.HALF_UP));
        }
        return measures;
    }

    private static @Nullable BigDecimal ratio(List<PlainCounty> counties) {
        BigDecimal xs = BigDecimal.ZERO;
        BigDecimal ys = BigDecimal.ZERO;
        for (PlainCounty county : counties) {
            if (county.x() != null && county.y() != null) {
                xs = xs.add(county.x());
                ys = ys.add(county.y());
            }
        }
        return ys.signum() == 0 ? null : xs.multiply(HUNDRED).divide(ys, 2, RoundingMode.HALF_UP);
    }

    private static String exempt(PlainCounty county, LocalDate end) {
        if (!county.assessed()) {
            return "NOT_ASSESSED";
        }
        return county.opened().plusMonths(12).isAfter(end.plusDays(1)) ? "TOO_NEW" : "";
    }

    private static List<BigDecimal> values(
            List<PlainCounty> judged, Map<String, Map<String, BigDecimal>> measures, String id) {
        List<BigDecimal> values = new ArrayList<>();
        for (PlainCounty county : judged) {
            BigDecimal value =
                    Objects.requireNonNull(measures.get(county.code())).get(id);
            if (value != null) {
                values.add(value);
            }
        }
        values.sort(null);
        return values;
    }

    /** Of level the lowest is the best. */
    private static int rank(String id, BigDecimal own, List<BigDecimal> all) {
        int better = 0;
        for (BigDecimal other : all) {
            int compared = other.compareTo(own);
            if (id.equals("level") ? compared < 0 : compared > 0) {
                better++;
            }
        }
        return better + 1;
    }

    private static @Nullable BigDecimal bound(
            PlainWatch watch,
            PlainCounty county,
            Map<String, BigDecimal> own,
            List<BigDecimal> all,
            @Nullable BigDecimal ratio) {
        int decimals = watch.measure().equals("growth") ? 2 : 1;
        int size = all.size();
        return switch (watch.bound()) {
            case "number" -> watch.number();
            case "city" -> ratio;
            case "y" -> county.y();
            case "mean" ->
                size == 0
                        ? null
                        : all.stream()
                                .reduce(BigDecimal.ZERO, BigDecimal::add)
                                .divide(new BigDecimal(size), decimals, RoundingMode.HALF_UP);
            case "median" ->
                size == 0
                        ? null
                        : all.get((size - 1) / 2)
                                .add(all.get(size / 2))
                                .divide(new BigDecimal(2), decimals, RoundingMode.HALF_UP);
            default -> own.get(watch.bound());
        };
    }

    private static int grade(PlainWatch watch, BigDecimal value, BigDecimal bound) {
        BigDecimal gap = watch.below() ? bound.subtract(value) : value.subtract(bound);
        if (watch.grades().isEmpty()) {
            return gap.signum() > 0 ? 1 : 0;
        }
        int grade = 0;
        while (grade < watch.grades().size() && gap.compareTo(watch.grades().get(grade)) >= 0) {
            grade++;
        }
        return grade;
    }

    /** The grades in a row, the latest first, into {@code row}; and why they end, if not because the watch was not met. */
    private String row(PlainWatch watch, String code, int quarter, int grade, List<Integer> row) {
        int at = quarter;
        int found = grade;
        String broken = "";
        while (found > 0) {
            row.add(found);
            at--;
            found = 0;
            Map<String, Kept> then = published.get(at);
            if (then != null) {
                Kept kept = then.get(code);
                if (kept != null && kept.exempt()) {
                    broken = " EXEMPT";
                } else if (kept == null || !kept.grades().containsKey(watch.id())) {
                    broken = " NO_VALUE";
                } else {
                    found = kept.grades().getOrDefault(watch.id(), 0);
                }
                continue;
            }
            BigDecimal value = reported.get(at + " " + code + " " + watch.measure());
            if (value == null) {
                broken = " MISSING";
            } else if (watch.bound().equals("number")
                    || watch.bound().equals("growth")
                    || watch.bound().equals("level")) {
                BigDecimal bound = watch.bound().equals("number")
                        ? watch.number()
                        : published(watch.bound(), reported.get(at + " " + code + " " + watch.bound()));
                if (bound == null) {
                    broken = " NO_VALUE";
                } else {
                    BigDecimal due = watch.progress()
                            ? bound.multiply(new BigDecimal(at % 4 + 1)).divide(FOUR)
                            : bound;
                    found = grade(watch, Objects.requireNonNull(published(watch.measure(), value)), due);
                }
            } else {
                broken = " NOT_JUDGED";
            }
        }
        return broken;
    }

    private static @Nullable BigDecimal published(String measure, @Nullable BigDecimal value) {
        return value == null ? null : value.setScale(measure.equals("growth") ? 2 : 1, RoundingMode.HALF_UP);
    }

    private String degree(Map<String, List<Integer>> hits) {
        if (!hits.isEmpty()) {
            for (PlainDegree degree : rule.degrees()) {
                if (fits(degree.when(), hits)) {
                    return degree.name();
                }
            }
        }
        return "-";
    }

    private static boolean fits(String when, Map<String, List<Integer>> hits) {
        int and = when.indexOf(" & ");
        if (and > 0) {
            return fits(when.substring(0, and), hits) && fits(when.substring(and + 3), hits);
        }
        int or = when.indexOf(" | ");
        if (or > 0) {
            return fits(when.substring(0, or), hits) || fits(when.substring(or + 3), hits);
        }
        String[] words = when.split(" ", -1);
        if (words[0].equals("not")) {
            return !fits(when.substring(4), hits);
        }
        if (words[0].equals("hits")) {
            return hits.size() >= Integer.parseInt(words[1]);
        }
        List<Integer> row = hits.getOrDefault(words[1], List.of());
        int wanted = Integer.parseInt(words[2]);
        int count = 0;
        for (int grade : row) {
            if (grade < wanted) {
                break;
            }
            count++;
        }
        return count >= Integer.parseInt(words[3]);
    }

    private static Map<String, String> shown(Map<String, BigDecimal> measures) {
        Map<String, String> shown = new TreeMap<>();
        measures.forEach((id, value) -> shown.put(id, plain(value)));
        return shown;
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
