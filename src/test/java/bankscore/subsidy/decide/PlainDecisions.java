package bankscore.subsidy.decide;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The same decisions once more, written as a clerk would work them with a pocket calculator: every line is held against all
 * lines before it, and every sum is added up anew.
 */
final class PlainDecisions {

    static final LocalDate FROM = LocalDate.of(2024, 5, 6);
    static final LocalDate TO = LocalDate.of(2025, 5, 5);

    /** A cap: what it is, and what its kind needs. */
    record PlainCap(String what, BigDecimal amount, List<String> per, String span, String item) {}

    /** A subsidy: its conditions by word, its caps, who bears what. */
    record PlainSubsidy(
            String id,
            String kind,
            List<String> conditions,
            boolean lower,
            BigDecimal rate,
            List<PlainCap> caps,
            Map<String, Integer> percent,
            String rest,
            List<String> own) {}

    /** A line: where it stands, what it says by column, and what became of it. */
    static final class PlainLine {
        final int period;
        final int year;
        final String file;
        final int row;
        final Map<String, String> cells;

        @Nullable
        PlainSubsidy subsidy;

        BigDecimal amount = BigDecimal.ZERO;
        BigDecimal granted = BigDecimal.ZERO;
        String reason = "";
        boolean refused;

        PlainLine(int period, int year, String file, int row, Map<String, String> cells) {
            this.period = period;
            this.year = year;
            this.file = file;
            this.row = row;
            this.cells = cells;
        }

        LocalDate day(String column) {
            return LocalDate.parse(cells.getOrDefault(column, ""));
        }

        BigDecimal number(String column) {
            return new BigDecimal(cells.getOrDefault(column, "0"));
        }

        boolean refund() {
            return amount.signum() < 0;
        }

        PlainSubsidy taken() {
            return Objects.requireNonNull(subsidy);
        }
    }

    private final List<PlainSubsidy> rule;
    private final Map<String, BigDecimal> budgets;
    private final List<PlainLine> before = new ArrayList<>();

    PlainDecisions(List<PlainSubsidy> rule, Map<String, BigDecimal> budgets) {
        this.rule = rule;
        this.budgets = budgets;
    }

    /** Decides a period's lines, remembers them, and says what was decided of each. */
    List<String> decide(List<PlainLine> claims) {
        List<PlainLine> lines = new ArrayList<>();
        for (PlainLine line : claims) {
            for (PlainSubsidy subsidy : rule) {
                if (subsidy.kind().equals(line.cells.get("kind"))) {
                    line.subsidy = subsidy;
                    lines.add(line);
                }
            }
        }
        lines.sort(Comparator.comparing((PlainLine line) -> line.day("day"))
                .thenComparing(line -> line.file)
                .thenComparing(line -> line.row));
        List<PlainLine> past = new ArrayList<>(before);
        for (PlainLine line : lines) {
            decide(line, past);
            past.add(line);
        }
        shareOut(lines);
        before.addAll(lines);
        return lines.stream().map(this::told).toList();
    }

    private void decide(PlainLine line, List<PlainLine> past) {
        PlainSubsidy subsidy = line.taken();
        BigDecimal base = subsidy.lower() ? line.number("paid").min(line.number("due")) : line.number("paid");
        line.amount = base.multiply(subsidy.rate()).setScale(2, RoundingMode.HALF_UP);
        boolean refund = base.signum() < 0;
        for (String condition : subsidy.conditions()) {
            boolean holds = switch (condition) {
                case "district" -> "婺城区".equals(line.cells.get("district"));
                case "in force" ->
                    !line.day("day").isBefore(FROM) && !line.day("day").isAfter(TO);
                case "unique" -> refund || past.stream().noneMatch(each -> blocks(each, line, "policy"));
                default ->
                    refund
                            || past.stream()
                                    .filter(each -> blocks(each, line, "firm"))
                                    .noneMatch(each -> overlap(each, line));
            };
            if (!holds) {
                line.refused = true;
                line.reason = condition;
                line.amount = BigDecimal.ZERO;
                return;
            }
        }
        line.granted = line.amount;
        if (refund) {
            return;
        }
        for (PlainCap cap : subsidy.caps()) {
            BigDecimal left = left(cap, line, past);
            line.granted = line.granted.min(left.max(BigDecimal.ZERO));
        }
        if (line.granted.compareTo(line.amount) < 0) {
            line.reason = Matter.REACHED;
            line.refused = line.granted.signum() == 0;
        }
    }

    private static boolean blocks(PlainLine earlier, PlainLine line, String column) {
        return earlier.taken().id().equals(line.taken().id())
                && !earlier.refused
                && !earlier.refund()
                && line.cells.containsKey(column)
                && Objects.equals(earlier.cells.get(column), line.cells.get(column));
    }

    private static boolean overlap(PlainLine one, PlainLine other) {
        LocalDate oneEnd = one.cells.containsKey("end") ? one.day("end") : LocalDate.MAX;
        LocalDate otherEnd = other.cells.containsKey("end") ? other.day("end") : LocalDate.MAX;
        return one.day("start").equals(other.day("start"))
                || (one.day("start").isBefore(otherEnd) && other.day("start").isBefore(oneEnd));
    }

    private BigDecimal left(PlainCap cap, PlainLine line, List<PlainLine> past) {
        BigDecimal limit = cap.amount().setScale(2, RoundingMode.DOWN);
        return switch (cap.what()) {
            case "ceiling" -> {
                for (PlainLine each : past) {
                    boolean together = each.taken().id().equals(line.taken().id())
                            && cap.per().stream()
                                    .allMatch(column -> Objects.equals(each.cells.get(column), line.cells.get(column)))
                            && sameSpan(cap.span(), each, line);
                    limit = together ? limit.subtract(each.granted) : limit;
                }
                yield limit;
            }
            case "part" ->
                line.number("interest")
                        .multiply(cap.amount())
                        .setScale(2, RoundingMode.DOWN)
                        .subtract(line.number("others").setScale(2, RoundingMode.UP));
            case "by day" -> {
                BigDecimal left = budgets.getOrDefault(cap.item(), BigDecimal.ZERO);
                for (PlainLine each : past) {
                    left = each.year == line.year && names(each.taken(), cap.item())
                            ? left.subtract(each.granted)
                            : left;
                }
                yield left;
            }
            default -> line.amount;
        };
    }

    private static boolean sameSpan(String span, PlainLine one, PlainLine other) {
        return switch (span) {
            case "YEAR" -> one.day("day").getYear() == other.day("day").getYear();
            case "RULE_YEAR" -> ruleYear(one.day("day")) == ruleYear(other.day("day"));
            case "PERIOD" -> one.period == other.period;
            default -> false;
        };
    }

    private static int ruleYear(LocalDate day) {
        int year = 0;
        while (!day.isBefore(FROM.plusYears(year + 1))) {
            year++;
        }
        while (day.isBefore(FROM.plusYears(year))) {
            year--;
        }
        return year;
    }

    private static boolean names(PlainSubsidy subsidy, String item) {
        return subsidy.caps().stream().anyMatch(cap -> cap.item().equals(item));
    }

    private void shareOut(List<PlainLine> lines) {
        for (PlainSubsidy subsidy : rule) {
            for (PlainCap cap : subsidy.caps()) {
                if (cap.what().equals("pro rata")) {
                    shareOut(cap.item(), lines);
                }
            }
        }
    }

    private void shareOut(String item, List<PlainLine> lines) {
        BigDecimal left = budgets.getOrDefault(item, BigDecimal.ZERO);
        for (PlainLine each : before) {
            left = !lines.isEmpty() && each.year == lines.get(0).year && names(each.taken(), item)
                    ? left.subtract(each.granted)
                    : left;
        }
        List<PlainLine> sharing = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (PlainLine line : lines) {
            if (names(line.taken(), item)) {
                if (line.granted.signum() > 0) {
                    sharing.add(line);
                    sum = sum.add(line.granted);
                } else {
                    left = left.subtract(line.granted);
                }
            }
        }
        left = left.max(BigDecimal.ZERO);
        if (sum.compareTo(left) <= 0) {
            return;
        }
        BigInteger whole = sum.movePointRight(2).toBigIntegerExact();
        BigInteger quota = left.movePointRight(2).toBigIntegerExact();
        Map<PlainLine, BigInteger> remainders = new LinkedHashMap<>();
        BigInteger missing = quota;
        Map<PlainLine, BigDecimal> was = new LinkedHashMap<>();
        for (PlainLine line : sharing) {
            BigInteger product =
                    line.granted.movePointRight(2).toBigIntegerExact().multiply(quota);
            was.put(line, line.granted);
            line.granted = new BigDecimal(product.divide(whole), 2);
            missing = missing.subtract(product.divide(whole));
            remainders.put(line, product.mod(whole));
        }
        List<PlainLine> order = new ArrayList<>(sharing);
        order.sort(Comparator.comparing((PlainLine line) -> remainders.getOrDefault(line, BigInteger.ZERO))
                .reversed());
        for (PlainLine line : order.subList(0, missing.intValueExact())) {
            line.granted = line.granted.add(new BigDecimal("0.01"));
        }
        sharing.forEach(line -> {
            line.reason =
                    line.granted.compareTo(was.getOrDefault(line, line.granted)) < 0 ? Matter.PRO_RATA : line.reason;
            line.refused = line.granted.signum() == 0;
        });
    }

    private String told(PlainLine line) {
        return line.file + " " + line.row + " " + line.taken().id() + " " + line.amount.setScale(2) + " "
                + line.granted.setScale(2) + " " + line.reason + " " + (line.refused ? Map.of() : levels(line));
    }

    private static Map<String, String> levels(PlainLine line) {
        Map<String, BigDecimal> parts = new LinkedHashMap<>();
        BigDecimal open = line.granted;
        for (Map.Entry<String, Integer> level : line.taken().percent().entrySet()) {
            BigDecimal part = line.granted
                    .multiply(BigDecimal.valueOf(level.getValue(), 2))
                    .setScale(2, RoundingMode.HALF_UP);
            parts.put(level.getKey(), level.getKey().equals(line.taken().rest()) ? BigDecimal.ZERO : part);
            open = level.getKey().equals(line.taken().rest()) ? open : open.subtract(part);
        }
        parts.put(line.taken().rest(), open);
        BigDecimal fen = new BigDecimal("0.01").multiply(BigDecimal.valueOf(line.granted.signum()));
        List<String> names = new ArrayList<>(parts.keySet());
        int at = names.indexOf(line.taken().rest());
        while (parts.getOrDefault(line.taken().rest(), BigDecimal.ZERO).signum() * fen.signum() < 0) {
            int from = at - 1;
            while (from < 0
                    || parts.getOrDefault(names.get(from), BigDecimal.ZERO).signum() == 0) {
                from = from <= 0 ? names.size() - 1 : from - 1;
            }
            parts.merge(names.get(from), fen, BigDecimal::subtract);
            parts.merge(line.taken().rest(), fen, BigDecimal::add);
        }
        Map<String, String> told = new LinkedHashMap<>();
        parts.forEach((level, part) -> told.put(level, part.setScale(2).toPlainString()));
        return told;
    }

    /** What each firm is paid, or owes, for the lines of a period. */
    static Map<String, BigDecimal> paid(List<PlainLine> lines) {
        Map<String, BigDecimal> paid = new TreeMap<>();
        for (PlainLine line : lines) {
            if (line.subsidy != null && !line.refused) {
                levels(line).forEach((level, part) -> {
                    if (!line.taken().own().contains(level)) {
                        paid.merge(line.cells.getOrDefault("firm", ""), new BigDecimal(part), BigDecimal::add);
                    }
                });
            }
        }
        paid.values().removeIf(sum -> sum.signum() == 0);
        return paid;
    }
}
