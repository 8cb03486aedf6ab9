package bankscore.plain;

import bankscore.plain.PlainQuarter.Adjustment;
import bankscore.plain.PlainQuarter.Bank;
import bankscore.plain.PlainQuarter.Credit;
import bankscore.plain.PlainQuarter.Fault;
import bankscore.plain.PlainQuarter.Holding;
import bankscore.plain.PlainQuarter.Pool;
import bankscore.plain.PlainQuarter.Rating;
import bankscore.plain.PlainQuarter.Risk;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Works a quarter out by the Shangrao rule, step after step, with the rule's numbers in the code.
 *
 * <p>The numbers D1 to D22 beside the steps are the readings of the rule that each step follows. Everything is exact;
 * where a figure is rounded, it is rounded half-up (D21).
 */
public final class PlainRecalculation {

    private static final List<String> ITEMS = List.of(
            "loan_increment",
            "loan_growth",
            "sme_growth",
            "industrial_growth",
            "platform",
            "satisfaction",
            "timeliness",
            "tax",
            "ldr");

    /** Measures that the rule rounds to two decimals (D5, D9); the others stay as they are. */
    private static final Set<String> ROUNDED =
            Set.of("loan_growth", "sme_growth", "industrial_growth", "ldr", "satisfaction");

    private PlainRecalculation() {}

    /** Everything numeric in the {@code result.json} that this quarter must have. */
    public static PlainResult of(PlainQuarter quarter) {
        // D13: who is assessed; the day after the period's end, a year earlier, is the last good opening date.
        LocalDate lastOpening = quarter.end().plusDays(1).minusMonths(12);
        List<Score> scores = new ArrayList<>();
        List<Map<String, @Nullable Object>> excluded = new ArrayList<>();
        for (Bank bank : quarter.banks()) {
            boolean oldEnough =
                    bank.openingDate().isEmpty() || !bank.openingDate().get().isAfter(lastOpening);
            if (bank.assessed() && oldEnough) {
                scores.add(new Score(bank, measures(quarter, bank)));
            } else {
                excluded.add(node("code", bank.code()));
            }
        }

        Optional<Ratio> cityRatio = cityRatio(quarter);
        for (Score score : scores) {
            score.points.putAll(points(score, scores, cityRatio));
            BigDecimal sum = BigDecimal.ZERO.setScale(2);
            for (BigDecimal points : score.points.values()) {
                sum = sum.add(points); // D6: the total is the sum of the rounded items
            }
            score.total = sum.max(BigDecimal.ZERO.setScale(2)); // D7
        }

        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("period", quarter.period());
        tree.put("status", quarter.quarter() == 4 ? "annual" : "interim"); // D19
        tree.put("benchmarks", node("city_ldr", benchmark(quarter, cityRatio)));
        tree.put("banks", banks(scores));
        tree.put("excluded", excluded);
        tree.put("allocation", allocation(quarter, scores));
        return new PlainResult(tree);
    }

    // ---------------------------------------------------------------- measures

    private static Map<String, Optional<Ratio>> measures(PlainQuarter quarter, Bank bank) {
        Optional<Credit> credit = Optional.ofNullable(quarter.credit().get(bank.code()));
        Optional<Ratio> loans = credit.flatMap(Credit::loans).map(Ratio::of);
        Optional<Ratio> loansOpening = credit.flatMap(Credit::loansOpening).map(Ratio::of);
        Optional<Ratio> sme = credit.flatMap(Credit::smeLoans).map(Ratio::of);
        Optional<Ratio> smeOpening = credit.flatMap(Credit::smeLoansOpening).map(Ratio::of);
        Optional<Ratio> industrial = credit.flatMap(Credit::industrialLoans).map(Ratio::of);
        Optional<Ratio> industrialOpening =
                credit.flatMap(Credit::industrialLoansOpening).map(Ratio::of);
        Optional<Ratio> deposits = credit.flatMap(Credit::deposits).map(Ratio::of);

        Map<String, Optional<Ratio>> measures = new LinkedHashMap<>();
        measures.put("loan_increment", difference(loans, loansOpening));
        measures.put("loan_growth", percent(difference(loans, loansOpening), loansOpening));
        measures.put("sme_growth", percent(difference(sme, smeOpening), smeOpening));
        measures.put("industrial_growth", percent(difference(industrial, industrialOpening), industrialOpening));
        measures.put(
                "platform_lending",
                quarter.platform()
                        .flatMap(amounts -> Optional.ofNullable(amounts.get(bank.code())))
                        .map(Ratio::of));
        measures.put(
                "tax_paid", Optional.ofNullable(quarter.tax().get(bank.code())).map(Ratio::of));
        measures.put("ldr", percent(loans, deposits));
        measures.put("satisfaction", satisfaction(quarter, bank));
        measures.put("fault_points", Optional.of(faultPoints(quarter, bank)));
        return measures;
    }

    private static Optional<Ratio> difference(Optional<Ratio> end, Optional<Ratio> opening) {
        if (end.isEmpty() || opening.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(end.get().minus(opening.get()));
    }

    /** D5: two decimals before anything is made of it. D11, D12: over zero there is no rate. */
    private static Optional<Ratio> percent(Optional<Ratio> part, Optional<Ratio> whole) {
        if (part.isEmpty() || whole.isEmpty() || whole.get().sign() == 0) {
            return Optional.empty();
        }
        return Optional.of(
                Ratio.of(part.get().over(whole.get()).times(Ratio.of(100)).rounded(2)));
    }

    /** D9: the mean of all ratings, two decimals; nobody's rating is no mean. */
    private static Optional<Ratio> satisfaction(PlainQuarter quarter, Bank bank) {
        Ratio sum = Ratio.of(0);
        int count = 0;
        for (Rating rating : quarter.ratings().orElse(List.of())) {
            if (rating.bank().equals(bank.code())) {
                sum = sum.plus(Ratio.of(rating.rating()));
                count++;
            }
        }
        return count == 0
                ? Optional.empty()
                : Optional.of(Ratio.of(sum.over(Ratio.of(count)).rounded(2)));
    }

    /** D10: what is dated from 1 January to the period's end; without points of its own a fault costs a half. */
    private static Ratio faultPoints(PlainQuarter quarter, Bank bank) {
        Ratio sum = Ratio.of(0);
        for (Fault fault : quarter.faults().orElse(List.of())) {
            boolean counts = fault.bank().equals(bank.code())
                    && fault.date().getYear() == quarter.year()
                    && !fault.date().isAfter(quarter.end());
            if (counts) {
                sum = sum.plus(Ratio.of(fault.points().orElseGet(() -> faultCost(fault.kind()))));
            }
        }
        return sum;
    }

    private static BigDecimal faultCost(String kind) {
        return switch (kind) {
            case "资金拨付", "单据传送", "拨款退回告知" -> new BigDecimal("0.5");
            default -> throw new IllegalArgumentException("A fault of kind " + kind + " needs points of its own");
        };
    }

    /** D3: as published, or else all loans over all deposits of every bank that has both figures, two decimals. */
    private static Optional<Ratio> cityRatio(PlainQuarter quarter) {
        if (quarter.publishedLdr().isPresent()) {
            return quarter.publishedLdr().map(Ratio::of);
        }
        Ratio loans = Ratio.of(0);
        Ratio deposits = Ratio.of(0);
        for (Bank bank : quarter.banks()) {
            Credit credit = quarter.credit().get(bank.code());
            if (credit != null
                    && credit.loans().isPresent()
                    && credit.deposits().isPresent()) {
                loans = loans.plus(Ratio.of(credit.loans().get()));
                deposits = deposits.plus(Ratio.of(credit.deposits().get()));
            }
        }
        return percent(Optional.of(loans), Optional.of(deposits));
    }

    private static Map<String, @Nullable Object> benchmark(PlainQuarter quarter, Optional<Ratio> cityRatio) {
        if (quarter.publishedLdr().isPresent()) {
            return node("value", quarter.publishedLdr().get().toPlainString(), "source", "published");
        }
        String value = cityRatio.isPresent() ? cityRatio.get().rounded(2).toPlainString() : null;
        return node("value", value, "source", "computed");
    }

    // ---------------------------------------------------------------- points

    private static Map<String, BigDecimal> points(Score score, List<Score> all, Optional<Ratio> cityRatio) {
        Map<String, BigDecimal> points = new LinkedHashMap<>();
        for (String item : ITEMS) {
            Ratio unrounded = switch (item) {
                case "loan_increment" -> ratioToBest(30, "loan_increment", score, all); // D4
                case "loan_growth" -> ratioToBest(20, "loan_growth", score, all);
                case "sme_growth" -> ratioToBest(20, "sme_growth", score, all);
                case "industrial_growth" -> ratioToBest(10, "industrial_growth", score, all);
                case "platform" -> ratioToBest(10, "platform_lending", score, all);
                case "satisfaction" -> satisfactionPoints(score); // D9
                case "timeliness" -> timelinessPoints(score); // D10
                case "tax" -> taxPoints(score); // D1
                case "ldr" -> ldrPoints(score, cityRatio); // D2
                default -> throw new IllegalStateException(item);
            };
            points.put(item, unrounded.rounded(2)); // D6
        }
        return points;
    }

    /** D4: full times own over best; nothing for zero, for less, and for a measure that does not exist (D11). */
    private static Ratio ratioToBest(int full, String measure, Score score, List<Score> all) {
        Optional<Ratio> own = score.measure(measure);
        if (own.isEmpty() || own.get().sign() <= 0) {
            return Ratio.of(0);
        }
        Ratio best = own.get();
        for (Score other : all) {
            Ratio rival = other.measure(measure).orElse(best);
            if (rival.compareTo(best) > 0) {
                best = rival;
            }
        }
        return Ratio.of(full).times(own.get()).over(best);
    }

    /** D9: five points for a mean of five. */
    private static Ratio satisfactionPoints(Score score) {
        Ratio mean = score.measure("satisfaction").orElse(Ratio.of(0));
        return between(Ratio.of(0), Ratio.of(5).times(mean).over(Ratio.of(5)), Ratio.of(5));
    }

    /** D10: five points less the faults, never below nothing. */
    private static Ratio timelinessPoints(Score score) {
        Ratio lost = score.measure("fault_points").orElse(Ratio.of(0));
        return between(Ratio.of(0), Ratio.of(5).minus(lost), Ratio.of(5));
    }

    /** D1: each lower bound belongs to its band; the first band is open below. */
    private static Ratio taxPoints(Score score) {
        Optional<Ratio> tax = score.measure("tax_paid");
        if (tax.isEmpty()) {
            return Ratio.of(0);
        }
        int[] from = {500, 1000, 3000, 5000, 8000, 10000};
        int points = 0;
        for (int bound : from) {
            if (tax.get().compareTo(Ratio.of(bound)) >= 0) {
                points += 5;
            }
        }
        return Ratio.of(points);
    }

    /** D2: one point off for each whole five percentage points below the city, ten at most. D12: no ratio, none off. */
    private static Ratio ldrPoints(Score score, Optional<Ratio> cityRatio) {
        Optional<Ratio> own = score.measure("ldr");
        if (own.isEmpty() || cityRatio.isEmpty()) {
            return Ratio.of(0);
        }
        Ratio shortBy = cityRatio.get().minus(own.get());
        if (shortBy.sign() <= 0) {
            return Ratio.of(0);
        }
        BigInteger steps = shortBy.over(Ratio.of(5)).whole().min(BigInteger.TEN).negate();
        return Ratio.of(new BigDecimal(steps));
    }

    private static Ratio between(Ratio least, Ratio value, Ratio most) {
        if (value.compareTo(least) < 0) {
            return least;
        }
        return value.compareTo(most) > 0 ? most : value;
    }

    // ---------------------------------------------------------------- ranks and shares

    private static List<Map<String, @Nullable Object>> banks(List<Score> scores) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Score score : scores) {
            sum = sum.add(score.total);
        }
        List<BigDecimal> percents = printedShares(scores, sum);
        List<Map<String, @Nullable Object>> result = new ArrayList<>();
        for (int i = 0; i < scores.size(); i++) {
            Score score = scores.get(i);
            int rank = 1; // D20: one more than there are better banks
            for (Score other : scores) {
                if (other.total.compareTo(score.total) > 0) {
                    rank++;
                }
            }
            Ratio share =
                    sum.signum() == 0 ? Ratio.of(0) : Ratio.of(score.total).over(Ratio.of(sum)); // D8
            Map<String, @Nullable Object> bank = new LinkedHashMap<>();
            bank.put("code", score.bank.code());
            bank.put("rank", Integer.toString(rank));
            bank.put("total", score.total.toPlainString());
            bank.put("share", share.rounded(15).toPlainString());
            bank.put("sharePercent", percents.get(i).toPlainString());
            Map<String, @Nullable Object> measures = new LinkedHashMap<>();
            score.measures.forEach((id, value) -> measures.put(id, printed(id, value)));
            bank.put("measures", measures);
            List<Map<String, @Nullable Object>> items = new ArrayList<>();
            score.points.forEach((id, points) -> items.add(node("id", id, "points", points.toPlainString())));
            bank.put("items", items);
            result.add(bank);
        }
        return result;
    }

    private static @Nullable String printed(String measure, Optional<Ratio> value) {
        if (value.isEmpty()) {
            return null;
        }
        return ROUNDED.contains(measure)
                ? value.get().rounded(2).toPlainString()
                : value.get().rounded(12).stripTrailingZeros().toPlainString();
    }

    /** D8: hundredths of a percent by the largest remainder; ties to the higher total, then by the roster. */
    private static List<BigDecimal> printedShares(List<Score> scores, BigDecimal sum) {
        List<BigInteger> hundredths = new ArrayList<>();
        List<Ratio> remainders = new ArrayList<>();
        BigInteger left = BigInteger.valueOf(sum.signum() == 0 ? 0 : 10000);
        for (Score score : scores) {
            Ratio exact = sum.signum() == 0
                    ? Ratio.of(0)
                    : Ratio.of(10000).times(Ratio.of(score.total)).over(Ratio.of(sum));
            BigInteger whole = exact.whole();
            hundredths.add(whole);
            remainders.add(exact.minus(Ratio.of(new BigDecimal(whole))));
            left = left.subtract(whole);
        }
        List<Integer> order = indexes(scores.size());
        order.sort(Comparator.comparing((Integer i) -> remainders.get(i))
                .thenComparing(i -> scores.get(i).total)
                .reversed()
                .thenComparing(i -> i));
        for (int i : order) {
            if (left.signum() > 0) {
                hundredths.set(i, hundredths.get(i).add(BigInteger.ONE));
                left = left.subtract(BigInteger.ONE);
            }
        }
        List<BigDecimal> percents = new ArrayList<>();
        for (BigInteger each : hundredths) {
            percents.add(new BigDecimal(each, 2));
        }
        return List.copyOf(percents);
    }

    // ---------------------------------------------------------------- the plan

    private static @Nullable Map<String, @Nullable Object> allocation(PlainQuarter quarter, List<Score> scores) {
        boolean allZero = true;
        for (Score score : scores) {
            allZero &= score.total.signum() == 0;
        }
        // D8: no scores, no plan. D19: no sheets, no plan.
        if (allZero || quarter.holdings().isEmpty() || quarter.pools().isEmpty()) {
            return null;
        }
        Set<String> withdrawn = new LinkedHashSet<>();
        Set<String> frozen = new LinkedHashSet<>();
        for (Risk risk : quarter.risks()) {
            (risk.disposal().equals(PlainQuarter.WITHDRAW) ? withdrawn : frozen).add(risk.bank());
        }
        frozen.removeAll(withdrawn); // D15: withdrawal wins

        List<Map<String, @Nullable Object>> funds = new ArrayList<>();
        for (Pool pool : quarter.pools().get()) {
            funds.add(fund(quarter, pool, scores, withdrawn, frozen));
        }
        return node("unit", "万元", "indicative", Boolean.toString(quarter.quarter() != 4), "funds", funds);
    }

    private static Map<String, @Nullable Object> fund(
            PlainQuarter quarter, Pool pool, List<Score> scores, Set<String> withdrawn, Set<String> frozen) {
        List<Row> rows = new ArrayList<>();
        List<Map<String, @Nullable Object>> outside = new ArrayList<>();
        for (Bank bank : quarter.banks()) {
            Row row = held(quarter, pool.fund(), bank);
            for (Score score : scores) {
                if (score.bank.code().equals(bank.code())) {
                    row.total = Optional.of(score.total);
                }
            }
            if (withdrawn.contains(bank.code())) {
                // D15: everything, everywhere, also where the bank is not assessed
                row.withdrawn = true;
                row.note = row.unmatured.signum() > 0 ? "提前支取" : "收回";
                rows.add(row);
            } else if (row.total.isPresent()) {
                row.frozen = frozen.contains(bank.code());
                row.note = row.frozen ? "暂停新增" : "";
                rows.add(row);
            } else if (row.held.signum() > 0) {
                outside.add(node("code", bank.code(), "current", money(row.held))); // D18
            }
        }

        // D14, D15: the pool over those who have points and may take money
        List<Row> takers = new ArrayList<>();
        List<BigDecimal> totals = new ArrayList<>();
        List<Optional<BigDecimal>> limits = new ArrayList<>();
        for (Row row : rows) {
            if (!row.withdrawn && row.total.isPresent() && row.total.get().signum() > 0) {
                takers.add(row);
                totals.add(row.total.get());
                limits.add(row.frozen ? Optional.of(row.held) : Optional.empty());
            }
        }
        List<BigDecimal> targets = targets(pool.amount(), totals, limits);
        BigDecimal unplaced = pool.amount();
        for (int i = 0; i < takers.size(); i++) {
            takers.get(i).target = targets.get(i);
            unplaced = unplaced.subtract(targets.get(i));
        }

        // Leaders' changes come after the rule and before anybody pays anybody.
        List<Map<String, @Nullable Object>> named = new ArrayList<>();
        for (Adjustment adjustment : quarter.adjustments().orElse(List.of())) {
            if (adjustment.fund().equals(pool.fund())) {
                for (Row row : rows) {
                    if (row.bank.code().equals(adjustment.bank())) {
                        row.adjustment = row.adjustment.add(adjustment.amount());
                        row.target = row.target.add(adjustment.amount());
                    }
                }
                named.add(node("code", adjustment.bank(), "amount", money(adjustment.amount())));
            }
        }

        List<Map<String, @Nullable Object>> transfers = transfers(rows);
        List<Map<String, @Nullable Object>> printedRows = new ArrayList<>();
        for (Row row : rows) {
            Map<String, @Nullable Object> printed = new LinkedHashMap<>();
            printed.put("code", row.bank.code());
            printed.put("current", money(row.held));
            printed.put("target", money(row.target));
            if (quarter.adjustments().isPresent()) {
                printed.put("adjustment", money(row.adjustment));
            }
            printed.put("change", money(row.change()));
            printed.put("now", money(row.now));
            printed.put("atMaturity", money(row.change().subtract(row.now)));
            printed.put("note", row.note);
            printedRows.add(printed);
        }

        Map<String, @Nullable Object> fund = new LinkedHashMap<>();
        fund.put("fund", pool.fund());
        fund.put("pool", money(pool.amount()));
        fund.put("unplaced", money(unplaced));
        fund.put("outside", outside);
        fund.put("rows", printedRows);
        if (quarter.adjustments().isPresent()) {
            fund.put("adjustments", named);
        }
        fund.put("transfers", transfers);
        return fund;
    }

    private static Row held(PlainQuarter quarter, String fund, Bank bank) {
        Row row = new Row(bank);
        for (Holding holding : quarter.holdings().orElse(List.of())) {
            if (holding.fund().equals(fund) && holding.bank().equals(bank.code())) {
                row.held = row.held.add(holding.amount());
                row.unmatured = row.unmatured.add(holding.unmatured());
                // D16: one part per date, undated last
                row.maturing.merge(
                        holding.dueDate().orElse(LocalDate.MAX), holding.unmatured(), (one, two) -> one.add(two));
            }
        }
        return row;
    }

    /**
     * D14 and D15 with the lot of 1 万元: what each bank is to hold of the pool.
     *
     * @param totals of the banks that may take money, in roster order, each above 0
     * @param limits what a bank may not exceed
     */
    static List<BigDecimal> targets(BigDecimal pool, List<BigDecimal> totals, List<Optional<BigDecimal>> limits) {
        int count = totals.size();
        List<Integer> all = indexes(count);

        // Exact quotas. Who exceeds its limit is set to it; the rest is shared again over the others (D15).
        List<Ratio> quotas = new ArrayList<>();
        for (int i : all) {
            quotas.add(Ratio.of(totals.get(i)));
        }
        Set<Integer> atLimit = new LinkedHashSet<>();
        boolean settled = false;
        while (!settled) {
            Ratio rest = Ratio.of(pool);
            Ratio weights = Ratio.of(0);
            for (int i : all) {
                if (atLimit.contains(i)) {
                    rest = rest.minus(quotas.get(i));
                } else {
                    weights = weights.plus(Ratio.of(totals.get(i)));
                }
            }
            for (int i : all) {
                if (!atLimit.contains(i)) {
                    quotas.set(i, rest.times(Ratio.of(totals.get(i))).over(weights));
                }
            }
            settled = true;
            for (int i : all) {
                if (limits.get(i).isPresent()) {
                    Ratio limit = Ratio.of(limits.get(i).get());
                    if (quotas.get(i).compareTo(limit) > 0) {
                        quotas.set(i, limit);
                        atLimit.add(i);
                        settled = false;
                    }
                }
            }
        }

        // Whole lots of what is left beside the banks at their limits, once, at the end (D14).
        List<BigInteger> lots = new ArrayList<>();
        List<Ratio> remainders = new ArrayList<>();
        List<Integer> open = new ArrayList<>();
        BigDecimal left = pool;
        for (int i : all) {
            if (atLimit.contains(i)) {
                left = left.subtract(limits.get(i).orElseThrow());
            } else {
                open.add(i);
            }
        }
        BigInteger leftLots = Ratio.of(left).whole();
        BigInteger missing = leftLots;
        for (int i : all) {
            BigInteger whole = quotas.get(i).whole();
            lots.add(whole);
            remainders.add(quotas.get(i).minus(Ratio.of(new BigDecimal(whole))));
            if (open.contains(i)) {
                missing = missing.subtract(whole);
            }
        }
        List<Integer> byRemainder = new ArrayList<>(open);
        byRemainder.sort(Comparator.comparing((Integer i) -> remainders.get(i))
                .thenComparing(i -> totals.get(i))
                .reversed()
                .thenComparing(i -> i));
        boolean somebodyTook = true;
        while (missing.signum() > 0 && somebodyTook) {
            somebodyTook = false;
            for (int i : byRemainder) {
                BigInteger more = lots.get(i).add(BigInteger.ONE);
                if (missing.signum() > 0 && within(new BigDecimal(more), limits.get(i))) {
                    lots.set(i, more);
                    missing = missing.subtract(BigInteger.ONE);
                    somebodyTook = true;
                }
            }
        }

        List<BigDecimal> targets = new ArrayList<>();
        for (int i : all) {
            targets.add(
                    open.contains(i)
                            ? new BigDecimal(lots.get(i))
                            : limits.get(i).orElseThrow());
        }

        // The odd rest, in one piece, to the highest total that may take it (D14, D15).
        BigDecimal odd = left.subtract(new BigDecimal(leftLots));
        List<Integer> byTotal = new ArrayList<>(open);
        byTotal.sort(
                Comparator.comparing((Integer i) -> totals.get(i)).reversed().thenComparing(i -> i));
        for (int i : byTotal) {
            BigDecimal more = targets.get(i).add(odd);
            if (odd.signum() > 0 && within(more, limits.get(i))) {
                targets.set(i, more);
                odd = BigDecimal.ZERO;
            }
        }
        return List.copyOf(targets);
    }

    private static boolean within(BigDecimal amount, Optional<BigDecimal> limit) {
        return limit.isEmpty() || amount.compareTo(limit.get()) <= 0;
    }

    // ---------------------------------------------------------------- who pays whom

    /** D16 and D17; also settles what of each row's change moves now. */
    private static List<Map<String, @Nullable Object>> transfers(List<Row> rows) {
        BigDecimal net = BigDecimal.ZERO;
        List<Stream> now = new ArrayList<>();
        List<Stream> later = new ArrayList<>();
        List<Stream> sinks = new ArrayList<>();
        for (Row row : rows) {
            net = net.add(row.change());
            if (row.change().signum() > 0) {
                sinks.add(new Stream(row, row.change(), LocalDate.MIN));
            } else if (row.change().signum() < 0) {
                BigDecimal reduction = row.change().negate();
                // D15: a withdrawal is all now. D16: otherwise only what is not bound.
                BigDecimal moves = row.withdrawn ? reduction : reduction.min(row.held.subtract(row.unmatured));
                row.now = moves.negate();
                now.add(new Stream(row, moves, LocalDate.MIN));
                BigDecimal rest = reduction.subtract(moves);
                for (Map.Entry<LocalDate, BigDecimal> part : row.maturing.entrySet()) {
                    BigDecimal taken = rest.min(part.getValue());
                    later.add(new Stream(row, taken, part.getKey()));
                    rest = rest.subtract(taken);
                }
            }
        }
        // D17: the lists are in roster order already, and sorting keeps it among equals.
        Comparator<Stream> largestFirst =
                Comparator.comparing((Stream stream) -> stream.left).reversed();
        now.sort(largestFirst);
        later.sort(Comparator.comparing((Stream stream) -> stream.date).thenComparing(largestFirst));
        sinks.sort(largestFirst);

        List<Stream> sources = new ArrayList<>();
        if (net.signum() > 0) {
            sources.add(new Stream(null, net, LocalDate.MIN));
        } else if (net.signum() < 0) {
            sinks.add(new Stream(null, net.negate(), LocalDate.MIN));
        }
        sources.addAll(now);
        sources.addAll(later);

        List<Map<String, @Nullable Object>> transfers = new ArrayList<>();
        for (Stream source : sources) {
            boolean isNow = source.date.equals(LocalDate.MIN);
            String date = isNow || source.date.equals(LocalDate.MAX) ? null : source.date.toString();
            for (Stream sink : sinks) {
                BigDecimal poured = source.left.min(sink.left);
                if (poured.signum() > 0) {
                    source.left = source.left.subtract(poured);
                    sink.left = sink.left.subtract(poured);
                    if (isNow && sink.row != null) {
                        sink.row.now = sink.row.now.add(poured);
                    }
                    Map<String, @Nullable Object> transfer = new LinkedHashMap<>();
                    transfer.put("from", source.name());
                    transfer.put("to", sink.name());
                    transfer.put("amount", money(poured));
                    transfer.put("when", isNow ? "now" : "at_maturity");
                    transfer.put("date", date);
                    transfers.add(transfer);
                }
            }
        }
        return transfers;
    }

    // ---------------------------------------------------------------- small things

    /** Two decimals at least, six at most, and never a rounded one. */
    private static String money(BigDecimal amount) {
        BigDecimal trimmed = amount.stripTrailingZeros();
        if (trimmed.scale() > 6) {
            throw new IllegalArgumentException("More than six decimals: " + amount.toPlainString());
        }
        return trimmed.scale() < 2 ? trimmed.setScale(2).toPlainString() : trimmed.toPlainString();
    }

    private static List<Integer> indexes(int count) {
        List<Integer> result = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            result.add(i);
        }
        return result;
    }

    /** A map in the order written. */
    private static Map<String, @Nullable Object> node(@Nullable Object... keysAndValues) {
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            result.put(String.valueOf(keysAndValues[i]), keysAndValues[i + 1]);
        }
        return result;
    }

    /** An assessed bank on its way to a total. */
    private static final class Score {
        final Bank bank;
        final Map<String, Optional<Ratio>> measures;
        final Map<String, BigDecimal> points = new LinkedHashMap<>();
        BigDecimal total = BigDecimal.ZERO;

        Score(Bank bank, Map<String, Optional<Ratio>> measures) {
            this.bank = bank;
            this.measures = measures;
        }

        Optional<Ratio> measure(String id) {
            return measures.getOrDefault(id, Optional.empty());
        }
    }

    /** A bank's line in a fund's plan. */
    private static final class Row {
        final Bank bank;
        Optional<BigDecimal> total = Optional.empty();
        BigDecimal held = BigDecimal.ZERO;
        BigDecimal unmatured = BigDecimal.ZERO;
        final TreeMap<LocalDate, BigDecimal> maturing = new TreeMap<>();
        boolean withdrawn;
        boolean frozen;
        String note = "";
        BigDecimal target = BigDecimal.ZERO;
        BigDecimal adjustment = BigDecimal.ZERO;
        BigDecimal now = BigDecimal.ZERO;

        Row(Bank bank) {
            this.bank = bank;
        }

        BigDecimal change() {
            return target.subtract(held);
        }
    }

    /** Money that leaves or arrives; without a row it is the money from or to outside. */
    private static final class Stream {
        final @Nullable Row row;
        final LocalDate date;
        BigDecimal left;

        Stream(@Nullable Row row, BigDecimal amount, LocalDate date) {
            this.row = row;
            this.left = amount;
            this.date = date;
        }

        String name() {
            return row == null ? "*" : row.bank.code();
        }
    }

    /** An exact number: a whole number over a whole number above zero, in lowest terms. */
    private record Ratio(BigInteger above, BigInteger below) implements Comparable<Ratio> {

        private Ratio {
            BigInteger divisor = above.gcd(below);
            if (below.signum() < 0) {
                divisor = divisor.negate();
            }
            above = above.divide(divisor);
            below = below.divide(divisor);
        }

        static Ratio of(long number) {
            return new Ratio(BigInteger.valueOf(number), BigInteger.ONE);
        }

        static Ratio of(BigDecimal number) {
            BigDecimal plain = number.scale() < 0 ? number.setScale(0) : number;
            return new Ratio(plain.unscaledValue(), BigInteger.TEN.pow(plain.scale()));
        }

        Ratio plus(Ratio other) {
            return new Ratio(above.multiply(other.below).add(other.above.multiply(below)), below.multiply(other.below));
        }

        Ratio minus(Ratio other) {
            return plus(new Ratio(other.above.negate(), other.below));
        }

        Ratio times(Ratio other) {
            return new Ratio(above.multiply(other.above), below.multiply(other.below));
        }

        Ratio over(Ratio other) {
            if (other.sign() == 0) {
                throw new ArithmeticException("Division by zero");
            }
            return new Ratio(above.multiply(other.below), below.multiply(other.above));
        }

        int sign() {
            return above.signum();
        }

        /** The whole part, towards zero. */
        BigInteger whole() {
            return above.divide(below);
        }

        /** D21: ties away from zero, also below zero. */
        BigDecimal rounded(int decimals) {
            return new BigDecimal(above).divide(new BigDecimal(below), decimals, RoundingMode.HALF_UP);
        }

        @Override
        public int compareTo(Ratio other) {
            return above.multiply(other.below).compareTo(other.above.multiply(below));
        }
    }
}
