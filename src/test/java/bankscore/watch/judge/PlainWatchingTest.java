package bankscore.watch.judge;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.exact.Fraction;
import bankscore.exact.Period;
import bankscore.facts.Subject;
import bankscore.rule.Condition;
import bankscore.rule.Definition.Population;
import bankscore.rule.Mark;
import bankscore.rule.Reference;
import bankscore.rule.Statistic;
import bankscore.sheet.Place;
import bankscore.watch.judge.PlainWatching.PlainCounty;
import bankscore.watch.judge.PlainWatching.PlainDegree;
import bankscore.watch.judge.PlainWatching.PlainRule;
import bankscore.watch.judge.PlainWatching.PlainWatch;
import bankscore.watch.scheme.Degree.When;
import bankscore.watch.scheme.Watch;
import bankscore.watch.scheme.Watch.Side;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Random rules and counties over several quarters, judged twice: by the engine and by {@link PlainWatching}. */
class PlainWatchingTest {

    private static final List<String> BOUNDS =
            List.of("number", "number", "city", "mean", "median", "y", "growth", "level");

    @Test
    void a_hundred_random_sets_come_out_alike() {
        Set<String> seen = new HashSet<>();
        for (int seed = 0; seed < 100; seed++) {
            comesOutAlike(seed, seen);
        }
        assertThat(seen)
                .as("what the sets are made of")
                .contains("hit", "spared", "MISSING", "EXEMPT", "NO_VALUE", "NOT_JUDGED", "reported", "degree");
    }

    @Test
    @Tag("long")
    void a_thousand_random_sets_come_out_alike() {
        for (int seed = 100; seed < 1100; seed++) {
            comesOutAlike(seed, new HashSet<>());
        }
    }

    @Test
    void a_stricter_bound_names_no_less() {
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            List<PlainWatch> watches = List.of(watch(random, 0, "number"));
            PlainWatch own = watches.get(0);
            BigDecimal stricter = own.below()
                    ? own.number().add(BigDecimal.ONE)
                    : own.number().subtract(BigDecimal.ONE);
            PlainWatch other = new PlainWatch(
                    own.id(), own.measure(), own.below(), own.bound(), stricter, own.grades(), 1, false, own.spared());
            PlainWatch mild = new PlainWatch(
                    own.id(),
                    own.measure(),
                    own.below(),
                    own.bound(),
                    own.number(),
                    own.grades(),
                    1,
                    false,
                    own.spared());
            List<PlainCounty> counties = counties(random);
            assertThat(named(other, counties)).as("seed %s", seed).containsAll(named(mild, counties));
        }
    }

    private static List<String> named(PlainWatch watch, List<PlainCounty> counties) {
        Town town = town(new PlainRule(List.of(watch), List.of(), false), new Period(2022, 2), counties, null);
        return town.judge().named().map(each -> each.subject().code()).toList();
    }

    private static void comesOutAlike(int seed, Set<String> seen) {
        Random random = new Random(seed);
        PlainRule rule = rule(random);
        PlainWatching plain = new PlainWatching(rule);
        List<Past.Reported> reported = new ArrayList<>();
        TreeMap<Period, Past.Published> published = new TreeMap<>();
        Period period = new Period(2021, 1);
        for (int i = 0; i < 7; i++) {
            int number = period.year() * 4 + period.quarter() - 1;
            List<PlainCounty> counties = counties(random);
            if (random.nextInt(i < 3 ? 2 : 4) == 0) {
                report(random, counties, number, period, plain, reported);
            } else {
                BigDecimal city = random.nextBoolean() ? null : decimal(random, 60, 140);
                Town town = town(rule, period, counties, city);
                Past past = new Past(published, reported);
                Judgement judged = judge(town, past);
                assertThat(told(judged))
                        .as("seed %s, %s", seed, period)
                        .isEqualTo(plain.judge(number, period.end(), counties, city));
                holds(judged, judge(shuffled(rule, period, counties, city, random), past));
                note(judged, seen);
                published.put(period, kept(judged));
            }
            period = new Period(period.year() + period.quarter() / 4, period.quarter() % 4 + 1);
        }
    }

    private static Judgement judge(Town town, Past past) {
        WatchPeriod own = town.input();
        return Judge.judge(new WatchPeriod(own.rule(), own.period(), own.facts(), own.registers(), own.items(), past));
    }

    /** What must be so whatever the rule is. */
    private static void holds(Judgement judged, Judgement otherwise) {
        assertThat(judged.named()).allMatch(each -> each.exempt().isEmpty());
        assertThat(Town.named(otherwise)).containsExactlyInAnyOrderElementsOf(Town.named(judged));
        judged.groups().get(0).subjects().forEach(each -> {
            assertThat(each.exempt().isPresent()).isEqualTo(each.looks().isEmpty());
            assertThat(each.degree().isPresent() && each.hits().isEmpty()).isFalse();
        });
    }

    private static Town shuffled(
            PlainRule rule, Period period, List<PlainCounty> counties, @Nullable BigDecimal city, Random random) {
        List<PlainCounty> others = new ArrayList<>(counties);
        Collections.shuffle(others, random);
        return town(rule, period, others, city);
    }

    private static void note(Judgement judged, Set<String> seen) {
        judged.groups().get(0).subjects().forEach(each -> {
            each.degree().ifPresent(degree -> seen.add("degree"));
            each.looks().forEach(look -> {
                if (look.hit()) {
                    seen.add("hit");
                }
                if (look.spared()) {
                    seen.add("spared");
                }
                look.broken().ifPresent(broken -> seen.add(broken.why().name()));
                if (look.met().stream().anyMatch(Look.Met::reported)) {
                    seen.add("reported");
                }
            });
        });
    }

    private static void report(
            Random random,
            List<PlainCounty> counties,
            int number,
            Period period,
            PlainWatching plain,
            List<Past.Reported> reported) {
        for (PlainCounty county : counties) {
            for (String measure : List.of("growth", "level")) {
                if (random.nextInt(5) > 0) {
                    BigDecimal value =
                            decimal(random, -20, 20).add(new BigDecimal(random.nextInt(10)).movePointLeft(3));
                    plain.report(number, county.code(), measure, value);
                    reported.add(new Past.Reported(
                            period, "counties", county.code(), measure, Fraction.of(value), Place.NONE));
                }
            }
        }
    }

    private static Past.Published kept(Judgement judged) {
        Map<String, Past.Then> all = new LinkedHashMap<>();
        judged.groups().get(0).subjects().forEach(each -> {
            Map<String, Integer> grades = new LinkedHashMap<>();
            each.looks().stream()
                    .filter(look -> look.gap().isPresent())
                    .forEach(look -> grades.put(look.watch().id(), look.grade()));
            all.put(each.subject().code(), new Past.Then(each.exempt().isPresent(), grades, each.ranks()));
        });
        return new Past.Published(Map.of("counties", all), Map.of(), Map.of());
    }

    private static List<String> told(Judgement judged) {
        List<String> told = new ArrayList<>();
        told.add("city "
                + judged.benchmark("city")
                        .orElseThrow()
                        .value()
                        .map(Fraction::toString)
                        .orElse("-"));
        judged.groups().get(0).subjects().forEach(each -> {
            Map<String, String> measures = new TreeMap<>();
            each.measures().forEach((id, value) -> value.value().ifPresent(own -> measures.put(id, own.toString())));
            told.add(each.subject().code() + " "
                    + each.exempt().map(why -> why.reason().name()).orElse("") + " " + measures + " "
                    + new TreeMap<>(each.ranks()) + " " + new TreeMap<>(each.previousRanks()) + " "
                    + each.looks().stream().map(PlainWatchingTest::told).toList() + " "
                    + each.degree().map(degree -> degree.name()).orElse("-"));
        });
        return told;
    }

    private static String told(Look look) {
        return look.watch().id() + " " + look.bound().map(Fraction::toString).orElse("-") + " "
                + look.gap().map(Fraction::toString).orElse("-") + " "
                + look.met().stream().map(Look.Met::grade).toList()
                + look.broken().map(broken -> " " + broken.why().name()).orElse("")
                + (look.spared() ? " spared" : "") + (look.hit() ? " hit" : "");
    }

    private static Town town(PlainRule rule, Period period, List<PlainCounty> counties, @Nullable BigDecimal city) {
        Town town = new Town(period)
                .group(
                        "counties",
                        Set.of("level"),
                        Town.measure("growth", "(x - y) / y * 100", 2),
                        Town.measure("level", "x * 2 / 3", 1))
                .benchmark(
                        "city",
                        "全市",
                        "sum(counties.x) / sum(counties.y) * 100",
                        rule.all() ? Population.ALL : Population.ASSESSED)
                .exempt(12);
        rule.watches().forEach(watch -> town.watch(watch(watch)));
        rule.degrees().forEach(degree -> town.degree(degree.name(), when(degree.when())));
        if (city != null) {
            town.published("全市", city.toPlainString(), "");
        }
        for (PlainCounty county : counties) {
            town.subject(
                    "counties",
                    new Subject(
                            county.code(),
                            county.code(),
                            "",
                            List.of(),
                            "",
                            Optional.of(county.opened()),
                            county.assessed()),
                    "",
                    "x",
                    county.x() == null ? "" : county.x().toPlainString(),
                    "y",
                    county.y() == null ? "" : county.y().toPlainString());
        }
        return town;
    }

    private static Watch watch(PlainWatch watch) {
        Reference bound = switch (watch.bound()) {
            case "number" -> Town.number(watch.number().toPlainString());
            case "city" -> new Reference.OfBenchmark("city");
            case "mean" -> new Reference.OfPopulation(Statistic.MEAN);
            case "median" -> new Reference.OfPopulation(Statistic.MEDIAN);
            default -> new Reference.OfMeasure(watch.bound());
        };
        BigDecimal spared = watch.spared();
        return new Watch(
                watch.id(),
                watch.id(),
                List.of("counties"),
                watch.measure(),
                watch.below() ? Side.BELOW : Side.ABOVE,
                bound,
                watch.grades().stream().map(Fraction::of).toList(),
                watch.running(),
                watch.progress(),
                spared == null
                        ? Optional.empty()
                        : Optional.of(new Condition.Compared(
                                "y", Condition.Comparison.AT_LEAST, Town.number(spared.toPlainString()))),
                "四11",
                Mark.ASSUMED);
    }

    private static When when(String text) {
        int and = text.indexOf(" & ");
        if (and > 0) {
            return new When.All(List.of(when(text.substring(0, and)), when(text.substring(and + 3))));
        }
        int or = text.indexOf(" | ");
        if (or > 0) {
            return new When.Any(List.of(when(text.substring(0, or)), when(text.substring(or + 3))));
        }
        if (text.startsWith("not ")) {
            return new When.Not(when(text.substring(4)));
        }
        String[] words = text.split(" ", -1);
        return words[0].equals("hits")
                ? new When.Hits(Integer.parseInt(words[1]))
                : new When.Hit(words[1], Integer.parseInt(words[2]), Integer.parseInt(words[3]));
    }

    private static PlainRule rule(Random random) {
        List<PlainWatch> watches = new ArrayList<>();
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            watches.add(watch(random, i, BOUNDS.get(random.nextInt(BOUNDS.size()))));
        }
        List<PlainDegree> degrees = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            String when = when(random, count);
            if (random.nextInt(3) == 0) {
                when += (random.nextBoolean() ? " & " : " | ") + when(random, count);
            }
            degrees.add(new PlainDegree("第" + i + "项", when));
        }
        return new PlainRule(watches, degrees, random.nextBoolean());
    }

    private static String when(Random random, int watches) {
        String when = random.nextBoolean()
                ? "hits " + (1 + random.nextInt(3))
                : "hit w" + random.nextInt(watches) + " " + (1 + random.nextInt(2)) + " " + (1 + random.nextInt(3));
        return random.nextInt(4) == 0 ? "not " + when : when;
    }

    private static PlainWatch watch(Random random, int number, String bound) {
        String measure = random.nextInt(3) > 0 ? "growth" : "level";
        return new PlainWatch(
                "w" + number,
                measure,
                random.nextInt(4) > 0,
                bound.equals(measure) ? "number" : bound,
                decimal(random, -5, 15),
                switch (random.nextInt(3)) {
                    case 0 -> List.of(decimal(random, 1, 4), decimal(random, 5, 12));
                    default -> List.of();
                },
                random.nextInt(3) == 0 ? 2 + random.nextInt(2) : 1,
                random.nextInt(4) == 0,
                random.nextInt(4) == 0 ? decimal(random, 90, 110) : null);
    }

    /** Some ten counties; figures may be missing, a base may be nothing, and values come in ties. */
    private static List<PlainCounty> counties(Random random) {
        List<PlainCounty> counties = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            if (random.nextInt(15) > 0) {
                counties.add(new PlainCounty(
                        "C" + i,
                        random.nextInt(10) > 0,
                        LocalDate.of(2019 + random.nextInt(3), 1 + random.nextInt(12), 1),
                        random.nextInt(12) == 0 ? null : decimal(random, 85, 115),
                        random.nextInt(12) == 0
                                ? null
                                : random.nextInt(12) == 0 ? BigDecimal.ZERO : decimal(random, 95, 105)));
            }
        }
        return counties;
    }

    /** With two decimals, or none. */
    private static BigDecimal decimal(Random random, int from, int to) {
        return random.nextInt(3) == 0
                ? new BigDecimal(from + random.nextInt(to - from))
                : BigDecimal.valueOf(from * 100L + random.nextInt((to - from) * 100), 2);
    }
}
