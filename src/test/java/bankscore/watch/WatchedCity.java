package bankscore.watch;

import bankscore.exact.Fraction;
import bankscore.exact.Period;
import bankscore.exact.Rounding;
import bankscore.facts.FactTable;
import bankscore.facts.Figure;
import bankscore.facts.Register;
import bankscore.facts.Subject;
import bankscore.finding.Code;
import bankscore.finding.PrintedFinding;
import bankscore.finding.Words;
import bankscore.intake.ColumnWords;
import bankscore.load.WordsLoader;
import bankscore.office.RunFacts;
import bankscore.rule.BenchmarkValue;
import bankscore.rule.Definition;
import bankscore.rule.MeasureValue;
import bankscore.rule.Reference;
import bankscore.rule.Valuation;
import bankscore.sheet.Place;
import bankscore.watch.judge.IndexValue;
import bankscore.watch.judge.JudgedGroup;
import bankscore.watch.judge.Judgement;
import bankscore.watch.judge.Look;
import bankscore.watch.judge.Past;
import bankscore.watch.judge.TargetState;
import bankscore.watch.judge.WatchPeriod;
import bankscore.watch.judge.Watched;
import bankscore.watch.say.Report;
import bankscore.watch.scheme.Degree;
import bankscore.watch.scheme.Group;
import bankscore.watch.scheme.Target;
import bankscore.watch.scheme.Watch;
import bankscore.watch.scheme.WatchScheme;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A period that was judged by hand, so that papers can be looked at without a judge: subjects with their figures, how long
 * each has been behind already, published figures.
 */
public final class WatchedCity {

    public static final Period PERIOD = new Period(2022, 4);

    private static final String FILE = "全市.xlsx";

    private final WatchScheme rule;
    private final Map<String, List<Subject>> subjects = new LinkedHashMap<>();
    private final Map<String, Map<String, Map<String, Figure>>> figures = new HashMap<>();
    private final Map<String, Map<String, Integer>> before = new HashMap<>();
    private final Map<String, Watched.Exempt> exempt = new HashMap<>();
    private final Map<String, Figure> items = new HashMap<>();
    private final Map<String, Map<String, Integer>> previousRanks = new HashMap<>();
    private final List<IndexValue> indices = new ArrayList<>();

    /** A city that is watched by a rule. */
    public WatchedCity(WatchScheme rule) {
        this.rule = rule;
        rule.groups().forEach(group -> subjects.put(group.id(), new ArrayList<>()));
    }

    public static Words words() {
        return WordsLoader.load().of("watch");
    }

    /** Figures of a subject by column and number, one after the other. */
    public WatchedCity subject(String group, String code, String name, String... columnsAndNumbers) {
        List<Subject> all = subjects.get(group);
        all.add(new Subject(code, name, "", List.of(), "", Optional.empty(), true));
        for (int i = 0; i < columnsAndNumbers.length; i += 2) {
            String column = columnsAndNumbers[i];
            Map<String, Figure> own = figures.computeIfAbsent(group, id -> new LinkedHashMap<>())
                    .computeIfAbsent(column, id -> new LinkedHashMap<>());
            own.put(
                    code,
                    new Figure(
                            column,
                            Fraction.of(columnsAndNumbers[i + 1]),
                            new Place(FILE, group, (char) ('C' + i / 2) + "" + (all.size() + 3))));
        }
        return this;
    }

    /** The subject of a code has met a watch in so many quarters before this one already. */
    public WatchedCity metBefore(String code, String watch, int quarters) {
        before.computeIfAbsent(code, id -> new HashMap<>()).put(watch, quarters);
        return this;
    }

    public WatchedCity exempt(String code, Watched.Exempt.Reason reason, String detail) {
        exempt.put(code, new Watched.Exempt(reason, detail));
        return this;
    }

    public WatchedCity published(String item, String value) {
        items.put(
                FactTable.itemKey(item),
                new Figure(item, Fraction.of(value), new Place(FILE, "参数", "B" + (items.size() + 2))));
        return this;
    }

    public WatchedCity previousRank(String code, String measure, int rank) {
        previousRanks.computeIfAbsent(code, id -> new HashMap<>()).put(measure, rank);
        return this;
    }

    public WatchedCity index(IndexValue value) {
        indices.add(value);
        return this;
    }

    /** What papers are made of. */
    public Report report() {
        return new Report(
                input(),
                judgement(),
                columns(),
                Map.of("roster", "银行名录", "insurers", "保险机构名录", "counties", "县区名录"),
                List.of(new PrintedFinding(
                        Code.W306,
                        new Place(FILE, "counties", "C5"),
                        "余干县",
                        "贷款余额",
                        "贷款余额比上期增加一倍以上。",
                        "增幅在合理范围内。",
                        "请核对。",
                        "贷款余额比上期增加一倍以上。请核对。",
                        "")),
                new RunFacts(
                        "上饶市",
                        "上饶市财政局",
                        1,
                        "7K3Q-9XTB-0M4D-WHJ2",
                        "run-1",
                        "1.0.0",
                        "c".repeat(64),
                        List.of(new RunFacts.Input(FILE, "a".repeat(64), 12_345)),
                        "office",
                        "pc",
                        ZonedDateTime.of(2023, 1, 15, 9, 0, 0, 0, ZoneId.of("Asia/Shanghai")),
                        "0".repeat(64),
                        List.of()),
                List.of(),
                Optional.empty());
    }

    private static Map<String, ColumnWords> columns() {
        Map<String, ColumnWords> columns = new HashMap<>();
        Map.of(
                        "loans", "贷款余额",
                        "loans_opening", "年初贷款余额",
                        "loans_same_period", "上年同期贷款余额",
                        "deposits", "存款余额",
                        "premium", "本期保费",
                        "premium_same_period", "上年同期保费",
                        "increment_target", "年度新增贷款目标")
                .forEach((id, name) -> columns.put(id, new ColumnWords(name, "万元")));
        return columns;
    }

    private WatchPeriod input() {
        Map<String, FactTable> facts = new HashMap<>();
        subjects.keySet().forEach(group -> facts.put(group, facts(group)));
        return new WatchPeriod(rule, PERIOD, facts, Map.of(), Map.of(), new Past(new TreeMap<>(), List.of()));
    }

    private FactTable facts(String group) {
        return new FactTable(
                PERIOD,
                new Register(subjects.get(group)),
                Set.of(),
                figures.getOrDefault(group, Map.of()),
                Map.of(),
                items);
    }

    private Judgement judgement() {
        Map<String, BenchmarkValue> benchmarks = new LinkedHashMap<>();
        for (Definition.Benchmark benchmark : rule.benchmarks()) {
            benchmarks.put(benchmark.id(), benchmark(benchmark));
        }
        return new Judgement(
                rule,
                PERIOD,
                rule.groups().stream().map(group -> group(group, benchmarks)).toList(),
                List.copyOf(benchmarks.values()),
                rule.targets().stream()
                        .map(target -> target(target, benchmarks))
                        .toList(),
                indices,
                List.of());
    }

    /** A published one, or the sum of one column of the counties by another, times 100. */
    private BenchmarkValue benchmark(Definition.Benchmark benchmark) {
        Optional<Figure> given = benchmark.published().map(FactTable::itemKey).map(items::get);
        if (given.isPresent()) {
            Optional<Fraction> value = given.map(Figure::value);
            return new BenchmarkValue(benchmark, true, value, value, given.get().place(), List.of());
        }
        if (benchmark.computed().isEmpty() || !figures.containsKey("counties")) {
            return new BenchmarkValue(benchmark, false, Optional.empty(), Optional.empty(), Place.NONE, List.of());
        }
        Fraction exact = sum("loans").dividedBy(sum("deposits")).times(Fraction.HUNDRED);
        return new BenchmarkValue(
                benchmark,
                false,
                Optional.of(exact),
                Optional.of(benchmark.rounded(exact)),
                Place.NONE,
                subjects.get("counties").stream().map(Subject::code).toList());
    }

    private Fraction sum(String column) {
        return Fraction.sum(figures.get("counties").get(column).values().stream()
                .map(Figure::value)
                .toList());
    }

    private JudgedGroup group(Group group, Map<String, BenchmarkValue> benchmarks) {
        List<Subject> all = subjects.get(group.id());
        List<String> judged = all.stream()
                .map(Subject::code)
                .filter(code -> !exempt.containsKey(code))
                .toList();
        FactTable facts = facts(group.id());
        Valuation values = Valuation.of(group.definitions(), facts, judged);
        Map<String, Fraction> statistics = new LinkedHashMap<>();
        for (Watch watch : rule.watches(group)) {
            if (watch.bound() instanceof Reference.OfPopulation of) {
                Definition.Measure measure = group.measure(watch.measure()).orElseThrow();
                of.statistic()
                        .of(judged.stream()
                                .flatMap(code -> values.measure(measure.id(), code).value().stream())
                                .toList())
                        .map(measure::rounded)
                        .ifPresent(value -> statistics.put(watch.id(), value));
            }
        }
        List<Watched> watched = new ArrayList<>();
        for (Subject subject : all) {
            String code = subject.code();
            Map<String, MeasureValue> measures = new LinkedHashMap<>();
            Map<String, Integer> ranks = new LinkedHashMap<>();
            for (Definition.Measure measure : group.definitions().measures()) {
                measures.put(measure.id(), values.measure(measure.id(), code));
                if (judged.contains(code)) {
                    values.measure(measure.id(), code)
                            .value()
                            .ifPresent(own -> ranks.put(
                                    measure.id(),
                                    1
                                            + (int) judged.stream()
                                                    .flatMap(other ->
                                                            values.measure(measure.id(), other).value().stream())
                                                    .filter(other -> group.lowerIsBetter()
                                                                    .contains(measure.id())
                                                            ? other.isLess(own)
                                                            : other.isGreater(own))
                                                    .count()));
                }
            }
            List<Look> looks = judged.contains(code)
                    ? rule.watches(group).stream()
                            .map(watch -> look(watch, code, measures, facts, benchmarks, statistics))
                            .toList()
                    : List.of();
            watched.add(new Watched(
                    group.id(),
                    subject,
                    exempt.containsKey(code) && exempt.get(code).reason() == Watched.Exempt.Reason.WORD
                            ? exempt.get(code).detail()
                            : "",
                    Optional.ofNullable(exempt.get(code)),
                    measures,
                    ranks,
                    previousRanks.getOrDefault(code, Map.of()),
                    looks,
                    degree(group, looks)));
        }
        return new JudgedGroup(group, watched, statistics);
    }

    private Look look(
            Watch watch,
            String code,
            Map<String, MeasureValue> measures,
            FactTable facts,
            Map<String, BenchmarkValue> benchmarks,
            Map<String, Fraction> statistics) {
        Optional<Fraction> value = measures.get(watch.measure()).value();
        Optional<Fraction> bound = watch.bound().read(new Reference.Reader<Optional<Fraction>>() {
            @Override
            public Optional<Fraction> fixed(Reference.Fixed reference) {
                return reference.number();
            }

            @Override
            public Optional<Fraction> ofBenchmark(Reference.OfBenchmark reference) {
                return benchmarks.get(reference.id()).value();
            }

            @Override
            public Optional<Fraction> ofMeasure(Reference.OfMeasure reference) {
                return measures.containsKey(reference.id())
                        ? measures.get(reference.id()).value()
                        : facts.figure(reference.id(), code).map(Figure::value);
            }

            @Override
            public Optional<Fraction> ofPopulation(Reference.OfPopulation reference) {
                return Optional.ofNullable(statistics.get(watch.id()));
            }
        });
        if (watch.progress()) {
            bound = bound.map(year -> year.times(Fraction.of(PERIOD.quarter(), 4)));
        }
        Optional<Fraction> against = bound;
        Optional<Fraction> gap =
                value.flatMap(own -> against.map(to -> watch.side().gap(own, to)));
        int grade = gap.map(watch::grade).orElse(0);
        List<Look.Met> met = new ArrayList<>();
        if (grade > 0) {
            Period period = PERIOD;
            for (int i = 0; i <= before.getOrDefault(code, Map.of()).getOrDefault(watch.id(), 0); i++) {
                met.add(new Look.Met(period, grade, i > 3));
                period = period.previous();
            }
        }
        return new Look(watch, value, bound, gap, grade, false, met, Optional.empty());
    }

    private Optional<Degree> degree(Group group, List<Look> looks) {
        List<Look> hits = looks.stream().filter(Look::hit).toList();
        return hits.isEmpty()
                ? Optional.empty()
                : rule.degrees().stream()
                        .filter(degree -> degree.of().isEmpty() || degree.of().contains(group.id()))
                        .filter(degree -> fits(degree.when(), hits))
                        .findFirst();
    }

    private static boolean fits(Degree.When when, List<Look> hits) {
        if (when instanceof Degree.When.Hits own) {
            return hits.size() >= own.least();
        }
        if (when instanceof Degree.When.Hit own) {
            return hits.stream()
                    .filter(look -> look.watch().id().equals(own.watch()))
                    .anyMatch(look -> look.grade() >= own.grade() && look.running() >= own.running());
        }
        return ((Degree.When.Any) when).parts().stream().anyMatch(part -> fits(part, hits));
    }

    private TargetState target(Target target, Map<String, BenchmarkValue> benchmarks) {
        Optional<Figure> figure = Optional.ofNullable(items.get(FactTable.itemKey(target.published())));
        Optional<Fraction> value = figure.map(Figure::value);
        Optional<Fraction> goal = target.goal()
                .number()
                .or(() -> target.goal().named().flatMap(id -> benchmarks.get(id).value()));
        Optional<Fraction> path = target.from()
                .flatMap(from -> goal.flatMap(to -> target.by().map(day -> {
                    long all = day.toEpochDay() - from.day().toEpochDay();
                    long gone =
                            Math.min(all, PERIOD.end().toEpochDay() - from.day().toEpochDay());
                    return Rounding.halfUp(2, "")
                            .round(from.value().plus(to.minus(from.value()).times(Fraction.of(gone, all))));
                })));
        Fraction start = target.from().map(Target.Start::value).orElse(Fraction.ZERO);
        Optional<Fraction> share =
                value.flatMap(own -> goal.map(to -> own.minus(start).dividedBy(to.minus(start))));
        boolean reached = value.isPresent()
                && goal.isPresent()
                && (target.strictly()
                        ? value.get().isGreater(goal.get())
                        : !value.get().isLess(goal.get()));
        TargetState.State state = value.isEmpty()
                ? TargetState.State.NOT_REPORTED
                : reached
                        ? TargetState.State.REACHED
                        : path.filter(to -> !value.get().isLess(to)).isPresent()
                                ? TargetState.State.ON_TIME
                                : TargetState.State.BEHIND;
        return new TargetState(
                target,
                value,
                figure.map(Figure::place).orElse(Place.NONE),
                goal,
                path,
                share,
                state,
                target.by().map(day -> PERIOD.end().isAfter(day)).orElse(false));
    }
}
