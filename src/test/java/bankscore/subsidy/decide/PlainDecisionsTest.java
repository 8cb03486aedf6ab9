package bankscore.subsidy.decide;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.exact.Fraction;
import bankscore.exact.Money;
import bankscore.exact.Period;
import bankscore.rule.Condition;
import bankscore.rule.Mark;
import bankscore.subsidy.decide.PlainDecisions.PlainCap;
import bankscore.subsidy.decide.PlainDecisions.PlainLine;
import bankscore.subsidy.decide.PlainDecisions.PlainSubsidy;
import bankscore.subsidy.keep.FileRoom;
import bankscore.subsidy.scheme.Cap;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random rules and claims over three periods, decided twice: by the engine and by {@link PlainDecisions}. */
class PlainDecisionsTest {

    private static final List<Period> PERIODS = List.of(new Period(2024, 3), new Period(2024, 4), new Period(2025, 1));

    @Test
    void a_hundred_random_towns_come_out_alike() {
        for (int seed = 0; seed < 100; seed++) {
            comesOutAlike(seed);
        }
    }

    @Test
    @Tag("long")
    void thousands_of_random_towns_come_out_alike() {
        for (int seed = 100; seed < 2100; seed++) {
            comesOutAlike(seed);
        }
    }

    @Test
    void it_makes_no_difference_where_lines_are_kept(@TempDir Path folder) throws IOException {
        Path own = Files.createDirectory(folder.resolve("lines"));
        try (FileRoom room = new FileRoom(own, 3)) {
            for (int seed = 0; seed < 20; seed++) {
                comesOutAlike(seed, room);
            }
        }
        assertThat(own).doesNotExist();
    }

    private static void comesOutAlike(int seed) {
        comesOutAlike(seed, new MemoryRoom());
    }

    private static void comesOutAlike(int seed, Spool.Room room) {
        Random random = new Random(seed);
        List<PlainSubsidy> rule = rule(random);
        Map<String, BigDecimal> budgets = Map.of("甲项", fen(random, 60_000), "乙项", fen(random, 60_000));
        PlainDecisions plain = new PlainDecisions(rule, budgets);
        List<Memory.Granted> memory = new ArrayList<>();
        for (int number = 0; number < PERIODS.size(); number++) {
            Period period = PERIODS.get(number);
            List<PlainLine> lines = lines(random, number, period);
            Matter matter = matter(rule, budgets, period, lines, memory, random);
            Decisions decisions = Decider.decide(matter.batch(), room);
            assertThat(told(decisions)).as("seed %s, %s", seed, period).isEqualTo(plain.decide(lines));
            assertThat(paid(decisions)).as("seed %s, %s", seed, period).isEqualTo(PlainDecisions.paid(lines));
            addsUp(decisions);
            decisions.lines().each(line -> {
                if (!line.outcome().isRefused()) {
                    memory.add(new Memory.Granted(
                            period, line.subsidy(), line.day(), line.line().claim(), line.granted()));
                }
            });
        }
    }

    /** What must be so whatever the rule is. */
    private static void addsUp(Decisions decisions) {
        Map<String, Money> granted = new TreeMap<>();
        decisions.lines().each(line -> {
            granted.merge(line.subsidy(), line.granted(), Money::plus);
            assertThat(line.granted()).isLessThanOrEqualTo(line.amount().orElse(Money.ZERO));
            assertThat(Money.sum(line.levels().values()))
                    .isEqualTo(line.outcome().isRefused() ? Money.ZERO : line.granted());
            assertThat(line.levels().values())
                    .allMatch(part -> part.signum() * line.granted().signum() >= 0);
        });
        Money paid = Money.ZERO;
        for (Decisions.Total total : decisions.totals()) {
            assertThat(total.granted().amount()).isEqualTo(granted.getOrDefault(total.subsidy(), Money.ZERO));
            assertThat(Money.sum(total.levels().values()))
                    .isEqualTo(total.granted().amount());
            assertThat(total.granted().count() + total.refused()).isEqualTo(total.claims());
            paid = paid.plus(total.paid());
        }
        Money lists = Money.ZERO;
        for (Decisions.Payment payment : decisions.payments()) {
            lists = lists.plus(payment.amount());
        }
        for (Decisions.Payment payment : decisions.recoveries()) {
            lists = lists.plus(payment.amount());
        }
        assertThat(lists).isEqualTo(paid);
        assertThat(Money.sum(decisions.burdens().stream()
                        .map(Decisions.Burden::amount)
                        .toList()))
                .isEqualTo(Money.sum(granted.values()));
        decisions
                .budgets()
                .forEach(use -> assertThat(use.granted().min(use.wanted())).isEqualTo(use.granted()));
    }

    private static List<String> told(Decisions decisions) {
        List<String> told = new ArrayList<>();
        decisions.lines().each(line -> {
            Map<String, String> levels = new LinkedHashMap<>();
            line.levels().forEach((level, part) -> levels.put(level, part.yuan()));
            told.add(line.line().at().file() + " " + line.line().claim().row() + " " + line.subsidy() + " "
                    + line.amount().map(Money::yuan).orElse("0.00") + " "
                    + line.granted().yuan() + " " + line.outcome().reason() + " " + levels);
        });
        return told;
    }

    private static Map<String, BigDecimal> paid(Decisions decisions) {
        Map<String, BigDecimal> paid = new TreeMap<>();
        decisions
                .payments()
                .forEach(each ->
                        paid.put(each.payee(), new BigDecimal(each.amount().yuan())));
        decisions
                .recoveries()
                .forEach(each ->
                        paid.put(each.payee(), new BigDecimal(each.amount().yuan())));
        return paid;
    }

    // ---------------------------------------------------------------- a town

    private static BigDecimal fen(Random random, int most) {
        return BigDecimal.valueOf(random.nextInt(most), 2);
    }

    private static <T> T one(Random random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static List<PlainSubsidy> rule(Random random) {
        List<PlainSubsidy> rule = new ArrayList<>();
        for (String kind : List.of("环", "信")) {
            List<String> conditions = new ArrayList<>(List.of("district", "in force", "unique", "overlap"));
            Collections.shuffle(conditions, random);
            List<PlainCap> caps = new ArrayList<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                caps.add(cap(random));
            }
            Map<String, Integer> percent = new LinkedHashMap<>();
            int first = random.nextInt(101);
            int second = random.nextInt(101 - first);
            percent.put("province", first);
            percent.put("city", second);
            percent.put("county", 100 - first - second);
            rule.add(new PlainSubsidy(
                    kind.equals("环") ? "liability" : "credit",
                    kind,
                    conditions.subList(0, random.nextInt(5)),
                    random.nextBoolean(),
                    one(random, List.of(new BigDecimal("0.5"), new BigDecimal("0.333"), BigDecimal.ONE)),
                    caps,
                    percent,
                    one(random, List.copyOf(percent.keySet())),
                    random.nextBoolean() ? List.of() : List.of(one(random, List.copyOf(percent.keySet())))));
        }
        return rule;
    }

    private static PlainCap cap(Random random) {
        String what = one(random, List.of("ceiling", "ceiling", "part", "by day", "pro rata"));
        // one item is spent by day, the other shared out
        String item = what.equals("by day") ? "甲项" : what.equals("pro rata") ? "乙项" : "";
        BigDecimal amount = what.equals("part")
                ? one(random, List.of(BigDecimal.ONE, new BigDecimal("0.6")))
                : BigDecimal.valueOf(random.nextInt(200_000), 3);
        return new PlainCap(
                what,
                amount,
                one(random, List.of(List.of("firm"), List.of("firm", "district"), List.of("district"))),
                one(random, List.of("YEAR", "RULE_YEAR", "PERIOD", "LINE")),
                item);
    }

    private static List<PlainLine> lines(Random random, int number, Period period) {
        List<PlainLine> lines = new ArrayList<>();
        Map<String, Integer> rows = new LinkedHashMap<>();
        for (int i = random.nextInt(25); i > 0; i--) {
            Map<String, String> cells = new LinkedHashMap<>();
            cells.put("firm", one(random, List.of("甲", "乙", "丙")));
            cells.put("kind", one(random, List.of("环", "环", "信", "信", "车")));
            cells.put("district", one(random, List.of("婺城区", "婺城区", "兰溪市")));
            if (random.nextInt(8) > 0) {
                cells.put("policy", "P" + random.nextInt(30));
            }
            cells.put("day", period.end().minusDays(random.nextInt(130)).toString());
            LocalDate start = LocalDate.of(2024, 6, 1).plusDays(10L * random.nextInt(60));
            cells.put("start", start.toString());
            if (random.nextInt(6) > 0) {
                cells.put("end", start.plusDays(10L * random.nextInt(20)).toString());
            }
            boolean refund = random.nextInt(9) == 0;
            BigDecimal paid = BigDecimal.valueOf(random.nextInt(20_000), 1 + random.nextInt(3));
            cells.put("paid", (refund ? paid.negate() : paid).toPlainString());
            cells.put(
                    "due",
                    paid.add(fen(random, 2_000))
                            .subtract(BigDecimal.ONE)
                            .max(BigDecimal.ZERO)
                            .toPlainString());
            cells.put("interest", fen(random, 30_000).toPlainString());
            if (random.nextBoolean()) {
                cells.put("others", BigDecimal.valueOf(random.nextInt(9_000), 3).toPlainString());
            }
            String file = one(random, List.of("a.xlsx", "b.xlsx", "子/c.xlsx"));
            lines.add(new PlainLine(number, period.year(), file, rows.merge(file, 1, Integer::sum), cells));
        }
        return lines;
    }

    private static Matter matter(
            List<PlainSubsidy> rule,
            Map<String, BigDecimal> budgets,
            Period period,
            List<PlainLine> lines,
            List<Memory.Granted> memory,
            Random random) {
        Matter matter = new Matter();
        matter.period = period;
        rule.forEach(each -> matter.with(draft(each).done()));
        budgets.forEach((item, amount) -> matter.budget(item, amount.toPlainString()));
        matter.earlier.addAll(memory);
        // in which order files are read makes no difference
        List<String> files = new ArrayList<>(List.of("a.xlsx", "b.xlsx", "子/c.xlsx"));
        Collections.shuffle(files, random);
        for (String file : files) {
            for (PlainLine line : lines) {
                if (line.file.equals(file)) {
                    List<String> cells = new ArrayList<>();
                    line.cells.forEach((column, text) -> cells.add(column + "=" + text));
                    matter.line(file, String.join(" ", cells));
                }
            }
        }
        return matter;
    }

    private static Matter.Draft draft(PlainSubsidy plain) {
        Matter.Draft draft = Matter.draft(plain.id());
        draft.where = Optional.of(new Condition.Text("kind", true, List.of(plain.kind())));
        draft.base(plain.lower() ? "least(paid, due)" : "paid");
        draft.rate(plain.rate().toPlainString());
        for (String condition : plain.conditions()) {
            draft.require(
                    switch (condition) {
                        case "district" -> new Condition.Text("district", true, List.of("婺城区"));
                        case "in force" -> new Condition.Dated("day", new Condition.Span.InForce());
                        case "unique" -> new Condition.Unique(List.of("policy"));
                        default -> new Condition.NoOverlap(List.of("firm"), "start", "end");
                    },
                    condition);
        }
        for (PlainCap cap : plain.caps()) {
            Fraction amount = Fraction.of(cap.amount());
            draft.cap(
                    switch (cap.what()) {
                        case "ceiling" ->
                            new Cap.Ceiling(amount, cap.per(), Cap.Span.valueOf(cap.span()), false, "", Mark.TEXT);
                        case "part" -> new Cap.PartOf(amount, "interest", Optional.of("others"), "", Mark.TEXT);
                        case "by day" -> new Cap.Budget(cap.item(), Cap.IfShort.BY_DAY, "", Mark.TEXT);
                        default -> new Cap.Budget(cap.item(), Cap.IfShort.PRO_RATA, "", Mark.TEXT);
                    });
        }
        List<String> levels = new ArrayList<>();
        plain.percent().forEach((level, percent) -> levels.addAll(List.of(level, percent.toString())));
        return draft.borne(plain.rest(), plain.own(), levels.toArray(String[]::new));
    }
}
