package bankscore.watch.load;

import bankscore.exact.Fraction;
import bankscore.exact.Period;
import bankscore.facts.FactTable;
import bankscore.facts.Figure;
import bankscore.facts.Subject;
import bankscore.facts.register.PartyRegister;
import bankscore.facts.register.Register;
import bankscore.finding.ConfigException;
import bankscore.finding.ConfigProblem;
import bankscore.intake.Column;
import bankscore.intake.Dataset;
import bankscore.load.rule.CaseItems;
import bankscore.load.rule.ExpectedValues;
import bankscore.load.yaml.Keys;
import bankscore.load.yaml.YamlFile;
import bankscore.load.yaml.YamlNode;
import bankscore.load.yaml.YamlNode.Fields;
import bankscore.rule.worked.Expected;
import bankscore.sheet.Place;
import bankscore.watch.judge.Past;
import bankscore.watch.judge.WatchPeriod;
import bankscore.watch.scheme.Group;
import bankscore.watch.scheme.WatchScheme;
import java.nio.file.Files;
import java.nio.file.Path;
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
import java.util.stream.Collectors;

/**
 * Reads worked cases of rules that watch, {@code config/cases/<scheme>/*.yaml} (watch.md#cases): subjects with their figures,
 * what is published, what earlier periods came to or offices report of them, and what must come out.
 *
 * <p>A cell that is not written is empty; a case may expect any part of the outcome.
 */
public final class CaseLoader {

    private static final Keys THEN = Keys.of("exempt", "grades", "ranks");
    private static final Keys EARLIER =
            Keys.of("subjects", "index", "items").with("subjects", Keys.each(Keys.each(THEN)));
    private static final Keys EXPECT = Keys.of("subjects", "benchmarks", "targets", "index", "findings");
    static final Keys KEYS = Keys.of("name", "period", "subjects", "published", "earlier", "history", "expect")
            .with("earlier", Keys.each(EARLIER))
            .with("expect", EXPECT);

    private static final String FOLDER = "config/cases/";

    private final YamlFile file;
    private final WatchScheme rule;
    private final Map<String, Dataset> registers = new HashMap<>();
    private final Map<String, GroupColumns> columns = new LinkedHashMap<>();

    private CaseLoader(YamlFile file, WatchScheme rule, List<Dataset> datasets) {
        this.file = file;
        this.rule = rule;
        datasets.stream().filter(Dataset::isRegister).forEach(register -> registers.put(register.id(), register));
        for (Group group : rule.groups()) {
            Optional.ofNullable(registers.get(group.register()))
                    .ifPresent(register -> columns.put(group.id(), GroupColumns.of(register, datasets)));
        }
    }

    /**
     * Loads all cases of a rule; none if it has no folder.
     *
     * @param folder the folder of all cases
     * @throws ConfigException with every problem of every file
     */
    public static List<WatchCase> loadAll(Path folder, WatchScheme rule, List<Dataset> datasets)
            throws ConfigException {
        Path own = folder.resolve(rule.id());
        if (!Files.isDirectory(own)) {
            return List.of();
        }
        List<WatchCase> cases = new ArrayList<>();
        List<ConfigProblem> problems = new ArrayList<>();
        for (Path path : YamlFile.allIn(own)) {
            String name = FOLDER + rule.id() + "/" + path.getFileName();
            try {
                cases.add(load(YamlFile.read(path, name), rule, datasets));
            } catch (ConfigException e) {
                problems.addAll(e.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
        return cases;
    }

    /**
     * Loads a case.
     *
     * @throws ConfigException with every problem of the file
     */
    public static WatchCase load(YamlFile file, WatchScheme rule, List<Dataset> datasets) throws ConfigException {
        Optional<WatchCase> loaded = file.root().flatMap(new CaseLoader(file, rule, datasets)::watchCase);
        file.throwIfRefused();
        return loaded.orElseThrow(() -> new IllegalStateException("refused without a reason: " + file.name()));
    }

    private Optional<WatchCase> watchCase(YamlNode root) {
        Fields top = root.fields(KEYS);
        Optional<String> name = top.need("name").flatMap(YamlNode::text);
        Optional<YamlNode> when = top.need("period");
        Optional<Period> period = when.flatMap(node -> TargetLoader.period(node, node.shown()));
        Period at = period.orElse(Period.parse("1900Q1").orElseThrow());
        Map<String, FactTable> facts = new HashMap<>();
        Map<String, PartyRegister> told = new HashMap<>();
        Optional<Fields> subjects = top.get("subjects").map(node -> node.fields(groups()));
        for (String group : columns.keySet()) {
            Subjects own = new Subjects(group);
            subjects.flatMap(all -> all.get(group)).ifPresent(own::read);
            facts.put(group, own.facts(at));
            told.put(group, own.register());
        }
        Map<String, NavigableMap<LocalDate, Figure>> items = new HashMap<>();
        top.get("published")
                .ifPresent(node -> node.anyFields().all().forEach((item, rows) -> {
                    CaseItems.refuseUnread(rows, item, Optional.of(rule.publishedUnits()));
                    items.put(FactTable.itemKey(item), days(item, rows, at));
                }));
        NavigableMap<Period, Past.Published> published = new TreeMap<>();
        top.get("earlier")
                .ifPresent(node -> node.anyFields()
                        .all()
                        .forEach((before, result) -> TargetLoader.period(result, before)
                                .ifPresent(then -> published.put(then, published(result)))));
        List<Past.Reported> reported = new ArrayList<>();
        top.get("history").ifPresent(node -> history(node, reported));
        List<Expected> expected = new ArrayList<>();
        top.need("expect")
                .ifPresent(node ->
                        node.fields(EXPECT).all().forEach((part, value) -> ExpectedValues.read(part, value, expected)));
        if (name.isEmpty() || period.isEmpty() || !file.problems().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new WatchCase(
                name.get(),
                file.name(),
                new WatchPeriod(rule, at, facts, told, items, new Past(published, reported)),
                expected));
    }

    private String[] groups() {
        return columns.keySet().toArray(String[]::new);
    }

    /** The subjects of a group, each by its code with what its register and tables say of it. */
    private final class Subjects {

        private final GroupColumns known;
        private final Dataset register;
        private final List<Subject> subjects = new ArrayList<>();
        private final Map<String, List<PartyRegister.Row>> rows = new LinkedHashMap<>();
        private final Map<String, Map<String, Figure>> figures = new HashMap<>();

        Subjects(String group) {
            this.known = Objects.requireNonNull(columns.get(group));
            this.register = Objects.requireNonNull(registers.get(known.register()));
        }

        void read(YamlNode node) {
            node.anyFields().all().forEach(this::subject);
        }

        private void subject(String code, YamlNode row) {
            Map<String, String> texts = new HashMap<>();
            Optional<LocalDate> opened = Optional.empty();
            for (Map.Entry<String, YamlNode> cell : row.anyFields().all().entrySet()) {
                String id = cell.getKey();
                Column column = known.told().get(id);
                if (known.figures().containsKey(id)) {
                    if (!isRead(id)) {
                        cell.getValue()
                                .refuseText(
                                        id,
                                        "figure_not_read",
                                        "allowed",
                                        known.figures().keySet().stream()
                                                .filter(this::isRead)
                                                .sorted()
                                                .collect(Collectors.joining(", ")));
                    }
                    cell.getValue()
                            .number()
                            .ifPresent(value -> figures.computeIfAbsent(id, first -> new HashMap<>())
                                    .put(code, new Figure(id, value, Place.NONE)));
                } else if (column == null) {
                    Set<String> allowed = new TreeSet<>(known.figures().keySet());
                    allowed.addAll(known.told().keySet());
                    cell.getValue().refuseUnknown(id, "unknown_column", allowed);
                } else if (column.kind() == Column.Kind.DATE) {
                    opened = cell.getValue().date();
                } else {
                    cell.getValue().text().ifPresent(text -> texts.put(id, text));
                }
            }
            subjects.add(new Subject(
                    code,
                    text(texts, Column.Role.NAME, code),
                    text(texts, Column.Role.SHORT_NAME, ""),
                    List.of(),
                    text(texts, Column.Role.KIND, ""),
                    opened,
                    !isLeftOut(texts)));
            rows.put(code, List.of(new PartyRegister.Row(Place.NONE, Optional.empty(), Optional.empty(), texts)));
        }

        /** Whether the rule names a column of figures. */
        private boolean isRead(String id) {
            return Optional.ofNullable(known.figures().get(id))
                    .filter(figure -> rule.columns().contains(figure.dataset().formulaId(figure.column())))
                    .isPresent();
        }

        private String text(Map<String, String> texts, Column.Role role, String absent) {
            return register.id(role).map(texts::get).orElse(absent);
        }

        /** The second word of the column that says whom the rule judges says no. */
        private boolean isLeftOut(Map<String, String> texts) {
            return register.id(Column.Role.ASSESSED)
                    .flatMap(register::column)
                    .filter(column -> column.choices().size() > 1
                            && column.choices().get(1).equals(texts.get(column.id())))
                    .isPresent();
        }

        FactTable facts(Period period) {
            return new FactTable(period, new Register(subjects), Set.of(), figures, Map.of(), Map.of());
        }

        PartyRegister register() {
            return new PartyRegister(known.register(), new Register(subjects), rows);
        }
    }

    /** A published figure of the period's last day, or several with their days. */
    private static NavigableMap<LocalDate, Figure> days(String item, YamlNode rows, Period period) {
        NavigableMap<LocalDate, Figure> days = new TreeMap<>();
        if (rows.isScalar()) {
            rows.number().ifPresent(value -> days.put(period.end(), new Figure(item, value, Place.NONE)));
            return days;
        }
        for (YamlNode row : rows.filled()) {
            if (!row.isList() || row.list().size() != 2) {
                row.refuse("not_a_day_row");
                continue;
            }
            Optional<LocalDate> day = row.list().get(0).date();
            Optional<Fraction> value = row.list().get(1).number();
            day.ifPresent(on -> value.ifPresent(number -> days.put(on, new Figure(item, number, Place.NONE))));
        }
        return days;
    }

    private Past.Published published(YamlNode result) {
        Fields fields = result.fields(EARLIER);
        Map<String, Map<String, Past.Then>> subjects = new HashMap<>();
        fields.get("subjects")
                .map(node -> node.fields(groups()))
                .ifPresent(all -> all.all().forEach((group, own) -> {
                    Map<String, Past.Then> then = new HashMap<>();
                    own.anyFields().all().forEach((code, said) -> then.put(code, then(said)));
                    subjects.put(group, then);
                }));
        return new Past.Published(subjects, numbers(fields.get("index")), numbers(fields.get("items")));
    }

    private Past.Then then(YamlNode said) {
        Fields fields = said.fields(THEN);
        fields.get("grades")
                .ifPresent(node -> node.fields(
                        rule.watches().stream().map(watch -> watch.id()).toArray(String[]::new)));
        return new Past.Then(
                fields.get("exempt").flatMap(YamlNode::truth).orElse(false),
                wholes(fields.get("grades")),
                wholes(fields.get("ranks")));
    }

    private static Map<String, Integer> wholes(Optional<YamlNode> node) {
        Map<String, Integer> wholes = new HashMap<>();
        node.ifPresent(all ->
                all.anyFields().all().forEach((id, value) -> value.whole().ifPresent(whole -> wholes.put(id, whole))));
        return wholes;
    }

    private static Map<String, Fraction> numbers(Optional<YamlNode> node) {
        Map<String, Fraction> numbers = new HashMap<>();
        node.ifPresent(all -> all.anyFields()
                .all()
                .forEach((id, value) -> value.number().ifPresent(number -> numbers.put(id, number))));
        return numbers;
    }

    /** What offices report, by group, subject and measure: the value of each period. */
    private void history(YamlNode node, List<Past.Reported> reported) {
        node.fields(groups())
                .all()
                .forEach((group, subjects) -> subjects.anyFields()
                        .all()
                        .forEach((subject, measures) -> measures.fields(measures(group))
                                .all()
                                .forEach((measure, values) -> values.anyFields()
                                        .all()
                                        .forEach((period, value) -> TargetLoader.period(value, period)
                                                .ifPresent(at -> value.number()
                                                        .ifPresent(number -> reported.add(new Past.Reported(
                                                                at, group, subject, measure, number, Place.NONE))))))));
    }

    private String[] measures(String group) {
        return rule.group(group).stream()
                .flatMap(each -> each.definitions().measures().stream())
                .map(measure -> measure.id())
                .toArray(String[]::new);
    }
}
