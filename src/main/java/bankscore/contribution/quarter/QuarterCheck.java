package bankscore.contribution.quarter;

import bankscore.contribution.Names;
import bankscore.contribution.scheme.Scheme;
import bankscore.exact.Fraction;
import bankscore.exact.Money;
import bankscore.facts.Earlier;
import bankscore.facts.Fact;
import bankscore.facts.FactTable;
import bankscore.facts.Figure;
import bankscore.facts.register.Register;
import bankscore.finding.Code;
import bankscore.finding.Finding;
import bankscore.finding.Level;
import bankscore.intake.Dataset;
import bankscore.intake.table.Demand;
import bankscore.intake.table.LastUsed;
import bankscore.intake.table.Plan;
import bankscore.intake.table.PublishedFigures;
import bankscore.intake.table.TableCheck;
import bankscore.intake.table.earlier.EarlierCheck;
import bankscore.intake.table.size.ScaleCheck;
import bankscore.intake.table.size.SizeCheck;
import bankscore.intake.table.staged.StagedTables;
import bankscore.intake.table.swap.SwapCheck;
import bankscore.rule.Definition;
import bankscore.sheet.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Checks staged tables as a whole, and the money in them, and arranges them as a {@link Quarter}.
 *
 * <p>All findings are collected. A cell or bank that staging has accused already is not accused again for the same cause.
 */
public final class QuarterCheck {

    private static final String HOLDINGS = Names.HOLDINGS;
    private static final String POOLS = Names.POOLS;
    private static final String ADJUSTMENTS = Names.ADJUSTMENTS;
    private static final String RISK = Names.RISK;

    private final Scheme scheme;
    private final StagedTables tables;
    private final List<Finding> findings = new ArrayList<>();
    private final TableCheck table;
    private final List<String> asked;

    private QuarterCheck(Scheme scheme, StagedTables tables, Optional<LastUsed> lastUsed) {
        this.scheme = scheme;
        this.tables = tables;
        this.asked = scheme.benchmarks().stream()
                .flatMap(benchmark -> benchmark.published().stream())
                .toList();
        this.table = new TableCheck(
                tables,
                new Demand(
                        scheme.columns(),
                        asked,
                        subject -> scheme.isAssessed(subject, tables.period()),
                        scheme.isBinding(tables.period()) ? Plan.REAL : Plan.SIMULATED,
                        scheme.required(),
                        scheme.definitions().all().stream()
                                .anyMatch(definition -> definition.over() == Definition.Population.ALL),
                        lastUsed),
                findings::add);
    }

    /** What came out of the check; the quarter may be scored only if no finding of any step is an error. */
    public record Checked(Quarter quarter, List<Finding> findings) {

        public Checked {
            findings = List.copyOf(findings);
        }

        /** The same beside what earlier periods published. */
        public Checked after(Earlier earlier) {
            return new Checked(quarter.withFacts(quarter.facts().after(earlier)), findings);
        }
    }

    /** Where no earlier period is published. */
    public static Checked check(Scheme scheme, StagedTables tables) {
        return check(scheme, tables, Optional.empty());
    }

    /**
     * Checks and arranges what is staged.
     *
     * @param lastUsed what may stand for figures that were not sent; absent: nothing was published, or no column asks for it
     */
    public static Checked check(Scheme scheme, StagedTables tables, Optional<LastUsed> lastUsed) {
        return new QuarterCheck(scheme.in(tables.period()), tables, lastUsed).check();
    }

    private Checked check() {
        table.checkPresence();
        table.checkSheetsHaveRows();
        checkPoolsComeWithHoldings();
        Map<String, Map<String, Figure>> figures = table.perSubject();
        List<Pool> pools = pools();
        List<Holding> holdings = holdings(pools);
        Map<String, Figure> published = published().read();
        Register roster = tables.roster().telling(table.words());
        FactTable facts =
                new FactTable(tables.period(), roster, table.present(), figures, table.summaries(), published);
        Quarter quarter = new Quarter(facts, holdings, pools, risks(), adjustments(pools), bids(pools));
        checkSomebodyIsAssessed();
        table.checkEverySubjectHasARow();
        table.checkSheetsSentAgain();
        table.checkListsSentAgain();
        table.checkRepeatedRecords();
        checkRepeatedHoldings();
        table.checkTotals();
        table.checkParts();
        findings.addAll(EarlierCheck.check(tables));
        checkSizes(figures, published);
        return new Checked(quarter, findings);
    }

    /** Figures beside each other; what is accused already is not accused again. */
    private void checkSizes(Map<String, Map<String, Figure>> figures, Map<String, Figure> published) {
        findings.addAll(SizeCheck.check(tables, bank -> scheme.isAssessed(bank, tables.period()), accused()));
        List<Finding> swapped = SwapCheck.check(tables, published, accused());
        findings.addAll(swapped);
        findings.addAll(ScaleCheck.check(tables));
        // Sums that lack a figure, or hold a wrong one, are no measure.
        boolean complete = Stream.concat(tables.staging().stream(), findings.stream())
                .noneMatch(finding -> finding.level() == Level.ERROR);
        if (swapped.isEmpty() && complete) {
            published().compare(published, figures);
        }
    }

    private PublishedFigures published() {
        return new PublishedFigures(table, tables, asked, findings::add);
    }

    private Set<Place> accused() {
        return Stream.concat(tables.staging().stream(), findings.stream())
                .map(Finding::place)
                .collect(Collectors.toSet());
    }

    /** Without anybody there is nothing to score. */
    private void checkSomebodyIsAssessed() {
        boolean nobody =
                tables.roster().subjects().stream().noneMatch(bank -> scheme.isAssessed(bank, tables.period()));
        boolean registered = tables.sheets().values().stream()
                .anyMatch(header -> header.dataset().rows() == Dataset.Rows.REGISTER);
        if (registered && nobody && tables.registered().namesAreSure()) {
            findings.add(Finding.of(Code.E312, Place.NONE));
        }
    }

    /** Before the year's end money is looked at only if both sheets are there. */
    private void checkPoolsComeWithHoldings() {
        if (!scheme.isBinding(tables.period())
                && table.present().contains(HOLDINGS) != table.present().contains(POOLS)) {
            boolean pools = table.present().contains(POOLS);
            findings.add(Finding.of(Code.W102, Place.NONE)
                    .with("found", table.datasetName(pools ? POOLS : HOLDINGS))
                    .with("expected", table.datasetName(pools ? HOLDINGS : POOLS)));
        }
    }

    /** Rows of one fund and bank add up, so that one sent twice doubles the money. */
    private void checkRepeatedHoldings() {
        List<TableCheck.Row> all = table.rows(HOLDINGS);
        Set<Integer> again = table.sheetsSentAgain(
                all, row -> Register.key(row.any().label()) + "|" + row.any().subject(), Code.W211);
        Set<String> seen = new HashSet<>();
        for (TableCheck.Row row : all) {
            String said = Stream.of(
                            Register.key(row.any().label()),
                            row.any().subject(),
                            money(row, Names.HELD),
                            money(row, Names.UNMATURED),
                            row.any().day(),
                            row.any().note())
                    .map(Object::toString)
                    .collect(Collectors.joining("|"));
            if (!seen.add(said) && !again.contains(row.sheet())) {
                findings.add(Finding.of(Code.W211, table.keyPlace(row.sheet(), row.row(), false))
                        .subject(table.subjectName(row.any().subject()))
                        .with("found", table.subjectName(row.any().subject())));
            }
        }
    }

    // Money.

    private List<Pool> pools() {
        Set<String> funds = new HashSet<>();
        table.rows(HOLDINGS).forEach(row -> funds.add(Register.key(row.any().label())));
        Map<String, Pool> pools = new LinkedHashMap<>();
        for (TableCheck.Row row : table.rows(POOLS)) {
            Fact figure = row.any();
            String key = Register.key(figure.label());
            Place cell = table.keyPlace(row.sheet(), row.row(), true);
            Optional<Fraction> amount = figure.value().map(Fraction::of);
            if (amount.isEmpty()) {
                findings.add(
                        funds.contains(key)
                                ? Finding.of(Code.E305, table.place(row.sheet(), figure))
                                        .column(table.heading(row.sheet(), figure.column()))
                                        .with("found", figure.label())
                                : Finding.of(Code.N102, cell).with("found", figure.label()));
            } else if (pools.containsKey(key)) {
                findings.add(Finding.of(Code.E310, cell).with("found", figure.label()));
            } else {
                Money.exactly(amount.get())
                        .filter(money -> !money.isNegative())
                        .ifPresent(money ->
                                pools.put(key, new Pool(figure.label(), money, table.place(row.sheet(), figure))));
            }
        }
        return List.copyOf(pools.values());
    }

    private List<Holding> holdings(List<Pool> pools) {
        Map<String, String> fundByKey = new HashMap<>();
        pools.forEach(pool -> fundByKey.put(Register.key(pool.fund()), pool.fund()));
        Set<String> named = namedPools();
        // A pool whose cell was refused is no missing pool.
        boolean judged = table.present().contains(POOLS) && !table.isAccused(POOLS);
        Set<String> withoutPool = new HashSet<>();
        List<Holding> holdings = new ArrayList<>();
        for (TableCheck.Row row : table.rows(HOLDINGS)) {
            Fact any = row.any();
            String key = Register.key(any.label());
            if (judged && !named.contains(key) && withoutPool.add(key)) {
                findings.add(Finding.of(Code.E304, table.keyPlace(row.sheet(), row.row(), true))
                        .with("found", any.label()));
            }
            Optional<Money> held = money(row, Names.HELD);
            if (held.isEmpty()) {
                continue;
            }
            Money unmatured = money(row, Names.UNMATURED).orElse(Money.ZERO);
            if (unmatured.compareTo(held.get()) > 0) {
                Fact cell = row.figures().getOrDefault(Names.UNMATURED, any);
                findings.add(Finding.of(Code.E306, table.place(row.sheet(), cell))
                        .subject(table.subjectName(any.subject()))
                        .column(table.heading(row.sheet(), Names.UNMATURED))
                        .with("found", unmatured)
                        .with("expected", held.get()));
            }
            Fact heldCell = row.figures().getOrDefault(Names.HELD, any);
            holdings.add(new Holding(
                    fundByKey.getOrDefault(key, any.label()),
                    any.subject(),
                    held.get(),
                    unmatured,
                    any.day(),
                    table.place(row.sheet(), heldCell)));
        }
        return holdings;
    }

    /** What banks bid for funds; a fund that sheet 资金池 lacks is told once. */
    private Bids bids(List<Pool> pools) {
        Map<String, String> fundByKey = new LinkedHashMap<>();
        pools.forEach(pool -> fundByKey.put(Register.key(pool.fund()), pool.fund()));
        Set<String> named = namedPools();
        // A pool whose cell was refused is no missing pool.
        boolean judged = table.present().contains(POOLS) && !table.isAccused(POOLS);
        Set<String> withoutPool = new HashSet<>();
        Map<String, Map<String, Map<String, Figure>>> byFund = new LinkedHashMap<>();
        for (TableCheck.Bid bid : table.bids()) {
            String key = Register.key(bid.fund());
            if (judged && !named.contains(key) && withoutPool.add(key)) {
                findings.add(Finding.of(Code.E304, bid.place())
                        .with("found", bid.fund())
                        .with("dataset", table.datasetName(bid.dataset()))
                        .with(Finding.VARIANT, "bids"));
            }
            Map<String, Map<String, Figure>> own = byFund.computeIfAbsent(
                    fundByKey.computeIfAbsent(key, first -> bid.fund()), fund -> new HashMap<>());
            bid.figures()
                    .forEach((column, figure) ->
                            own.computeIfAbsent(column, id -> new HashMap<>()).put(bid.subject(), figure));
        }
        return new Bids(byFund);
    }

    /** What leaders change; per fund it must add up to zero. Rows that change nothing are no adjustments. */
    private List<Adjustment> adjustments(List<Pool> pools) {
        Map<String, String> fundByKey = new HashMap<>();
        pools.forEach(pool -> fundByKey.put(Register.key(pool.fund()), pool.fund()));
        Set<String> named = namedPools();
        Set<String> withoutPool = new HashSet<>();
        List<Adjustment> adjustments = new ArrayList<>();
        for (TableCheck.Row row : table.rows(ADJUSTMENTS)) {
            Fact figure = row.any();
            String key = Register.key(figure.label());
            Optional<Money> amount = money(row, figure.column());
            if (!named.contains(key)) {
                if (!table.isAccused(POOLS) && withoutPool.add(key)) {
                    findings.add(Finding.of(Code.E313, table.keyPlace(row.sheet(), row.row(), true))
                            .with("found", figure.label()));
                }
            } else if (amount.isPresent() && amount.get().isZero()) {
                findings.add(
                        Finding.of(Code.N102, table.place(row.sheet(), figure)).with("found", figure.label()));
            } else if (amount.isPresent()) {
                adjustments.add(new Adjustment(
                        fundByKey.getOrDefault(key, figure.label()),
                        figure.subject(),
                        amount.get(),
                        figure.note(),
                        figure.by(),
                        table.place(row.sheet(), figure)));
            }
        }
        if (!table.isAccused(ADJUSTMENTS)) {
            findings.addAll(notAddingUp(adjustments));
        }
        return adjustments;
    }

    /**
     * What adjustments do not add up to zero, fund by fund; the cell is that of the fund's last amount, with which the sum
     * should have become zero.
     */
    public static List<Finding> notAddingUp(List<Adjustment> adjustments) {
        List<Finding> found = new ArrayList<>();
        Map<String, Money> sums = new LinkedHashMap<>();
        Map<String, Adjustment> last = new HashMap<>();
        for (Adjustment adjustment : adjustments) {
            sums.merge(adjustment.fund(), adjustment.amount(), Money::plus);
            last.put(adjustment.fund(), adjustment);
        }
        sums.forEach((fund, sum) -> {
            Adjustment at = last.get(fund);
            if (at != null && !sum.isZero()) {
                found.add(Finding.of(Code.E314, at.place()).with("fund", fund).with("found", sum));
            }
        });
        return found;
    }

    /** The funds that sheet 资金池 names, also those without a usable amount, which are accused there. */
    private Set<String> namedPools() {
        Set<String> named = new HashSet<>();
        table.rows(POOLS).forEach(row -> named.add(Register.key(row.any().label())));
        return named;
    }

    private static Optional<Money> money(TableCheck.Row row, String column) {
        return Optional.ofNullable(row.figures().get(column))
                .flatMap(Fact::value)
                .flatMap(value -> Money.exactly(Fraction.of(value)));
    }

    private List<Risk> risks() {
        return table.rows(RISK).stream()
                .map(row -> new Risk(
                        row.any().subject(),
                        row.any().choice(),
                        row.any().note(),
                        row.any().day(),
                        row.any().by(),
                        table.keyPlace(row.sheet(), row.row(), false)))
                .toList();
    }
}
