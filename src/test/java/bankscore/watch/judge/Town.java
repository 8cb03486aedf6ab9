package bankscore.watch.judge;

import bankscore.exact.Fraction;
import bankscore.exact.Period;
import bankscore.exact.Rounding;
import bankscore.facts.FactTable;
import bankscore.facts.Figure;
import bankscore.facts.Subject;
import bankscore.facts.register.PartyRegister;
import bankscore.facts.register.Register;
import bankscore.rule.Condition;
import bankscore.rule.Definition;
import bankscore.rule.Definition.NoBase;
import bankscore.rule.Definition.Population;
import bankscore.rule.Definitions;
import bankscore.rule.Formula;
import bankscore.rule.FormulaException;
import bankscore.rule.FormulaParser;
import bankscore.rule.Mark;
import bankscore.rule.Reference;
import bankscore.rule.RuleHead;
import bankscore.rule.Source;
import bankscore.sheet.Place;
import bankscore.watch.scheme.Degree;
import bankscore.watch.scheme.Exemption;
import bankscore.watch.scheme.Group;
import bankscore.watch.scheme.Index;
import bankscore.watch.scheme.Target;
import bankscore.watch.scheme.Watch;
import bankscore.watch.scheme.WatchScheme;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A rule and the figures of one period, made in code; and what is known of earlier periods. */
public final class Town {

    static final Period NOW = new Period(2022, 4);

    private final Period period;
    private final List<Group> groups = new ArrayList<>();
    private final List<Definition.Benchmark> benchmarks = new ArrayList<>();
    private final List<Watch> watches = new ArrayList<>();
    private final List<Degree> degrees = new ArrayList<>();
    private final List<Target> targets = new ArrayList<>();
    private final List<Index> indices = new ArrayList<>();
    private final Map<String, List<Subject>> subjects = new LinkedHashMap<>();
    private final Map<String, Map<String, Map<String, Figure>>> figures = new HashMap<>();
    private final Map<String, Map<String, List<PartyRegister.Row>>> rows = new HashMap<>();
    private final Map<String, NavigableMap<LocalDate, Figure>> items = new HashMap<>();
    private final NavigableMap<Period, Past.Published> published = new TreeMap<>();
    private final List<Past.Reported> reported = new ArrayList<>();
    private Optional<WatchScheme> given = Optional.empty();
    private Exemption exempt = new Exemption(Optional.empty(), Optional.empty());

    Town(Period period) {
        this.period = period;
    }

    /** A town that is watched by a rule as it is. */
    public static Town by(WatchScheme rule) {
        Town town = new Town();
        town.given = Optional.of(rule);
        rule.groups().forEach(group -> town.subjects.put(group.id(), new ArrayList<>()));
        return town;
    }

    Town() {
        this(NOW);
    }

    /** A town whose counties have a growth {@code growth = loans - loans_before}, exact unless rounded. */
    static Town ofCounties(Definition.Measure... measures) {
        return new Town().group("counties", measures);
    }

    static Formula formula(String text) {
        try {
            return FormulaParser.parse(text);
        } catch (FormulaException e) {
            throw new IllegalStateException(e);
        }
    }

    static Definition.Measure measure(String id, String formula, int decimals) {
        return measure(id, formula, Optional.of(Rounding.halfUp(decimals, "")), Population.ASSESSED);
    }

    static Definition.Measure measure(String id, String formula, Optional<Rounding> rounding, Population over) {
        return new Definition.Measure(
                id,
                id,
                "%",
                formula(formula),
                Optional.empty(),
                Optional.empty(),
                rounding,
                NoBase.EXCLUDE,
                over,
                "四11",
                Mark.READING);
    }

    static Watch below(String id, String measure, Reference bound, String... grades) {
        return watch(id, measure, Watch.Side.BELOW, bound, 1, grades);
    }

    static Watch watch(String id, String measure, Watch.Side side, Reference bound, int running, String... grades) {
        return new Watch(
                id,
                id,
                List.of("counties"),
                measure,
                side,
                bound,
                List.of(grades).stream().map(Fraction::of).toList(),
                running,
                false,
                Optional.empty(),
                "四11",
                Mark.ASSUMED);
    }

    static Watch of(Watch watch, String... groups) {
        return new Watch(
                watch.id(),
                watch.name(),
                List.of(groups),
                watch.measure(),
                watch.side(),
                watch.bound(),
                watch.grades(),
                watch.running(),
                watch.progress(),
                watch.unless(),
                watch.clause(),
                watch.mark());
    }

    static Watch unless(Watch watch, Condition condition) {
        return new Watch(
                watch.id(),
                watch.name(),
                watch.of(),
                watch.measure(),
                watch.side(),
                watch.bound(),
                watch.grades(),
                watch.running(),
                watch.progress(),
                Optional.of(condition),
                watch.clause(),
                watch.mark());
    }

    static Watch progress(Watch watch) {
        return new Watch(
                watch.id(),
                watch.name(),
                watch.of(),
                watch.measure(),
                watch.side(),
                watch.bound(),
                watch.grades(),
                watch.running(),
                true,
                watch.unless(),
                watch.clause(),
                watch.mark());
    }

    static Reference number(String value) {
        return new Reference.Fixed(Fraction.of(value));
    }

    Town group(String id, Definition.Measure... measures) {
        return group(id, Set.of(), measures);
    }

    Town group(String id, Set<String> lowerIsBetter, Definition.Measure... measures) {
        groups.add(new Group(id, id, new Definitions(Map.of(), List.of(measures)), lowerIsBetter));
        subjects.put(id, new ArrayList<>());
        return this;
    }

    Town benchmark(String id, String published, String formula, Population over) {
        benchmarks.add(new Definition.Benchmark(
                id,
                id,
                published.isEmpty() ? Optional.empty() : Optional.of(published),
                formula.isEmpty() ? Optional.empty() : Optional.of(formula(formula)),
                over,
                formula.isEmpty() ? Optional.empty() : Optional.of(Rounding.halfUp(2, "")),
                "四11",
                Mark.READING));
        return this;
    }

    Town watch(Watch... more) {
        watches.addAll(List.of(more));
        return this;
    }

    Town degree(String name, Degree.When when, String... of) {
        degrees.add(new Degree(name, List.of(of), when, "四11", Mark.ASSUMED));
        return this;
    }

    Town exempt(Integer months, String... words) {
        exempt = new Exemption(
                Optional.of(months),
                words.length == 0 ? Optional.empty() : Optional.of(new Condition.Text("note", true, List.of(words))));
        return this;
    }

    Town target(Target target) {
        targets.add(target);
        return this;
    }

    Town index(Index index) {
        indices.add(index);
        return this;
    }

    /** A county with figures by column and number, one after the other; an empty number is no figure. */
    Town county(String code, String... columnsAndNumbers) {
        return subject("counties", code, columnsAndNumbers);
    }

    Town subject(String group, String code, String... columnsAndNumbers) {
        return subject(group, subject(code, "", true), "", columnsAndNumbers);
    }

    public static Subject subject(String code, String opened, boolean assessed) {
        return new Subject(
                code,
                code + "县",
                "",
                List.of(),
                "",
                opened.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(opened)),
                assessed);
    }

    public Town subject(String group, Subject subject, String note, String... columnsAndNumbers) {
        List<Subject> own = Objects.requireNonNull(subjects.get(group), group);
        own.add(subject);
        int row = own.size() + 1;
        if (!note.isEmpty()) {
            rows.computeIfAbsent(group, id -> new HashMap<>())
                    .put(
                            subject.code(),
                            List.of(new PartyRegister.Row(
                                    Place.NONE, Optional.empty(), Optional.empty(), Map.of("note", note))));
        }
        for (int i = 0; i < columnsAndNumbers.length; i += 2) {
            if (!columnsAndNumbers[i + 1].isEmpty()) {
                figures.computeIfAbsent(group, id -> new LinkedHashMap<>())
                        .computeIfAbsent(columnsAndNumbers[i], id -> new LinkedHashMap<>())
                        .put(
                                subject.code(),
                                new Figure(
                                        columnsAndNumbers[i],
                                        Fraction.of(columnsAndNumbers[i + 1]),
                                        new Place("县区.xlsx", group, (char) ('C' + i / 2) + "" + row)));
            }
        }
        return this;
    }

    /** A row of sheet 参数; without a day it is of the period's end. */
    public Town published(String item, String value, String day) {
        items.computeIfAbsent(FactTable.itemKey(item), key -> new TreeMap<>())
                .put(
                        day.isEmpty() ? period.end() : LocalDate.parse(day),
                        new Figure(item, Fraction.of(value), new Place("全市.xlsx", "参数", "B" + (items.size() + 1))));
        return this;
    }

    /** A published period in which a county met a watch at a grade. */
    Town earlier(String at, String code, String watch, int grade) {
        return earlier(at, code, new Past.Then(false, Map.of(watch, grade), Map.of()));
    }

    public Town earlier(String at, String code, Past.Then then) {
        return earlier(at, "counties", code, then);
    }

    public Town earlier(String at, String group, String code, Past.Then then) {
        Period of = Period.parse(at).orElseThrow();
        Past.Published before = published.getOrDefault(of, new Past.Published(Map.of(), Map.of(), Map.of()));
        Map<String, Past.Then> all = new HashMap<>(before.subjects().getOrDefault(group, Map.of()));
        all.put(code, then);
        Map<String, Map<String, Past.Then>> groupsThen = new HashMap<>(before.subjects());
        groupsThen.put(group, all);
        published.put(of, new Past.Published(groupsThen, before.indices(), before.items()));
        return this;
    }

    public Town earlier(String at, Map<String, Fraction> indexValues, Map<String, Fraction> used) {
        published.put(Period.parse(at).orElseThrow(), new Past.Published(Map.of(), indexValues, used));
        return this;
    }

    public Town reported(String at, String code, String measure, String value) {
        return reported(at, "counties", code, measure, value);
    }

    public Town reported(String at, String group, String code, String measure, String value) {
        reported.add(new Past.Reported(
                Period.parse(at).orElseThrow(),
                group,
                code,
                measure,
                Fraction.of(value),
                new Place("历史.xlsx", "历史", "E" + (reported.size() + 2))));
        return this;
    }

    public WatchPeriod input() {
        Map<String, FactTable> facts = new HashMap<>();
        Map<String, PartyRegister> registers = new HashMap<>();
        subjects.forEach((group, all) -> {
            Map<String, Map<String, Figure>> own = figures.getOrDefault(group, Map.of());
            facts.put(group, new FactTable(period, new Register(all), Set.of(), own, Map.of(), Map.of()));
            registers.put(group, new PartyRegister(group, new Register(all), rows.getOrDefault(group, Map.of())));
        });
        return new WatchPeriod(rule(), period, facts, registers, items, new Past(published, reported));
    }

    WatchScheme rule() {
        return given.orElseGet(this::made);
    }

    private WatchScheme made() {
        return new WatchScheme(
                new RuleHead(
                        "town-watch-2022",
                        "town-watch",
                        "情况通报",
                        LocalDate.of(2022, 1, 1),
                        Optional.empty(),
                        "d".repeat(64)),
                new Source("意见", "", Optional.empty(), List.of("四11"), Map.of(), List.of()),
                groups,
                benchmarks,
                watches,
                degrees,
                exempt,
                targets,
                indices,
                new WatchScheme.Reads(Set.of(), Set.of(), Set.of(), Map.of(), Map.of()),
                List.of());
    }

    public Judgement judge() {
        return Judge.judge(input());
    }

    /** What a county came to. */
    static Watched county(Judgement judgement, String code) {
        return judgement.groups().stream()
                .flatMap(group -> group.subjects().stream())
                .filter(each -> each.subject().code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    static Look look(Judgement judgement, String code, String watch) {
        return county(judgement, code).looks().stream()
                .filter(each -> each.watch().id().equals(watch))
                .findFirst()
                .orElseThrow();
    }

    /** Who is named, as {@code code watch/grade×running …}, in the order of the registers. */
    static List<String> named(Judgement judgement) {
        return judgement
                .named()
                .map(each -> each.subject().code() + " "
                        + String.join(
                                " ",
                                each.hits().stream()
                                        .map(look -> look.watch().id() + "/" + look.grade() + "×" + look.running())
                                        .toList()))
                .toList();
    }

    /** The codes of findings with where and about whom, in the order of the codes. */
    static Set<String> found(Judgement judgement) {
        Set<String> found = new TreeSet<>();
        judgement
                .findings()
                .forEach(each ->
                        found.add((each.code() + " " + each.place() + " " + each.subject() + " " + each.details())
                                .replaceAll(" +", " ")));
        return found;
    }
}
