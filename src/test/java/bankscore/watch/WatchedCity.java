package bankscore.watch;

import bankscore.exact.Fraction;
import bankscore.exact.Period;
import bankscore.facts.FactTable;
import bankscore.facts.Figure;
import bankscore.facts.Subject;
import bankscore.facts.register.PartyRegister;
import bankscore.facts.register.Register;
import bankscore.finding.Code;
import bankscore.finding.PrintedFinding;
import bankscore.finding.Words;
import bankscore.intake.ColumnWords;
import bankscore.load.WordsLoader;
import bankscore.office.RunFacts;
import bankscore.sheet.Place;
import bankscore.watch.judge.Judge;
import bankscore.watch.judge.Past;
import bankscore.watch.judge.WatchPeriod;
import bankscore.watch.say.Report;
import bankscore.watch.scheme.WatchScheme;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
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

/** A city for papers: subjects with their figures, what earlier periods said of them, published figures. */
public final class WatchedCity {

    public static final Period PERIOD = new Period(2022, 4);

    static final Map<String, String> COLUMNS = Map.of(
            "loans", "贷款余额",
            "loans_opening", "年初贷款余额",
            "loans_same_period", "上年同期贷款余额",
            "deposits", "存款余额",
            "premium", "本期保费",
            "premium_same_period", "上年同期保费",
            "increment_target", "年度新增贷款目标",
            "note", "备注");

    private static final String FILE = "全市.xlsx";

    private final WatchScheme rule;
    private final Map<String, List<Subject>> subjects = new LinkedHashMap<>();
    private final Map<String, Map<String, Map<String, Figure>>> figures = new HashMap<>();
    private final NavigableMap<Period, Map<String, Map<String, Past.Then>>> before = new TreeMap<>();
    private final Map<Period, Map<String, Fraction>> indices = new HashMap<>();
    private final Map<Period, Map<String, Fraction>> pastItems = new HashMap<>();
    private final Map<String, NavigableMap<LocalDate, Figure>> items = new HashMap<>();

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
        return opened(group, code, name, Optional.empty(), columnsAndNumbers);
    }

    /** The same of one that opened on a day. */
    public WatchedCity opened(
            String group, String code, String name, Optional<LocalDate> opened, String... columnsAndNumbers) {
        List<Subject> all = Objects.requireNonNull(subjects.get(group), group);
        all.add(new Subject(code, name, "", List.of(), "", opened, true));
        for (int i = 0; i < columnsAndNumbers.length; i += 2) {
            String column = columnsAndNumbers[i];
            figures.computeIfAbsent(group, id -> new LinkedHashMap<>())
                    .computeIfAbsent(column, id -> new LinkedHashMap<>())
                    .put(
                            code,
                            new Figure(
                                    column,
                                    Fraction.of(columnsAndNumbers[i + 1]),
                                    new Place(FILE, group, (char) ('C' + i / 2) + "" + (all.size() + 3))));
        }
        return this;
    }

    /** A subject has met a watch in so many quarters before this one already. */
    public WatchedCity metBefore(String group, String code, String watch, int quarters) {
        Period period = PERIOD;
        for (int i = 0; i < quarters; i++) {
            period = period.previous();
            Map<String, Integer> grades =
                    new HashMap<>(then(period, group, code).grades());
            grades.put(watch, 1);
            put(
                    period,
                    group,
                    code,
                    new Past.Then(false, grades, then(period, group, code).ranks()));
        }
        return this;
    }

    public WatchedCity previousRank(String group, String code, String measure, int rank) {
        Past.Then then = then(PERIOD.previous(), group, code);
        Map<String, Integer> ranks = new HashMap<>(then.ranks());
        ranks.put(measure, rank);
        put(PERIOD.previous(), group, code, new Past.Then(false, then.grades(), ranks));
        return this;
    }

    private Past.Then then(Period period, String group, String code) {
        return before.getOrDefault(period, Map.of())
                .getOrDefault(group, Map.of())
                .getOrDefault(code, new Past.Then(false, Map.of(), Map.of()));
    }

    private void put(Period period, String group, String code, Past.Then then) {
        before.computeIfAbsent(period, id -> new HashMap<>())
                .computeIfAbsent(group, id -> new HashMap<>())
                .put(code, then);
    }

    public WatchedCity published(String item, String value) {
        return published(item, value, PERIOD.end().toString());
    }

    /** A published figure of a day. */
    public WatchedCity published(String item, String value, String day) {
        items.computeIfAbsent(FactTable.itemKey(item), key -> new TreeMap<>())
                .put(
                        LocalDate.parse(day),
                        new Figure(item, Fraction.of(value), new Place(FILE, "参数", "B" + (items.size() + 1))));
        return this;
    }

    /** What an earlier period published of an index, and the figures that it used. */
    public WatchedCity past(Period period, String index, String value, Map<String, Fraction> used) {
        before.computeIfAbsent(period, id -> new HashMap<>());
        indices.put(period, Map.of(index, Fraction.of(value)));
        pastItems.put(period, used);
        return this;
    }

    /** What papers are made of. */
    public Report report() {
        WatchPeriod input = input();
        return new Report(
                input,
                Judge.judge(input),
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
        COLUMNS.forEach((id, name) -> columns.put(id, new ColumnWords(name, "万元")));
        return columns;
    }

    private WatchPeriod input() {
        Map<String, FactTable> facts = new HashMap<>();
        Map<String, PartyRegister> registers = new HashMap<>();
        subjects.forEach((group, all) -> {
            Register register = new Register(all);
            facts.put(
                    group,
                    new FactTable(
                            PERIOD, register, Set.of(), figures.getOrDefault(group, Map.of()), Map.of(), Map.of()));
            registers.put(group, PartyRegister.of(group, register, Optional.empty()));
        });
        NavigableMap<Period, Past.Published> past = new TreeMap<>();
        before.forEach((period, groups) -> past.put(
                period,
                new Past.Published(
                        groups, indices.getOrDefault(period, Map.of()), pastItems.getOrDefault(period, Map.of()))));
        return new WatchPeriod(rule, PERIOD, facts, registers, items, new Past(past, List.of()));
    }
}
