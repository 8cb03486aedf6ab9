package bankscore.contribution.load;

import bankscore.contribution.Names;
import bankscore.contribution.judge.RuleCase;
import bankscore.contribution.quarter.Bids;
import bankscore.contribution.quarter.Holding;
import bankscore.contribution.quarter.Pool;
import bankscore.contribution.quarter.Quarter;
import bankscore.contribution.quarter.Risk;
import bankscore.contribution.scheme.Scheme;
import bankscore.exact.Fraction;
import bankscore.exact.Money;
import bankscore.exact.Period;
import bankscore.facts.Earlier;
import bankscore.facts.FactTable;
import bankscore.facts.Figure;
import bankscore.facts.RecordSummary;
import bankscore.facts.Subject;
import bankscore.facts.Told;
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
import bankscore.sheet.PlainText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Reads worked cases, {@code config/cases/<scheme>/*.yaml}: banks, figures by column, and what must come out.
 *
 * <p>A figure that is not written is missing; a case may expect any part of the outcome. The keys are those of {@code
 * result.json} as far as they mean the same.
 */
public final class CaseLoader {

    private static final String FOLDER = "config/cases/";
    private static final Keys BANK = Keys.of("code", "name", "kind", "opened", "assessed");
    private static final Keys HOLDING = Keys.of("fund", "bank", "held", "unmatured", "due");
    private static final Keys RISK = Keys.of("bank", "disposal", "kind", "day", "note");
    private static final Keys PLAN = Keys.of(
            "points",
            "measures",
            "totals",
            "ranks",
            "shares",
            "percents",
            "pool",
            "targets",
            "changes",
            "now",
            "at_maturity",
            "notes",
            "unplaced",
            "outside",
            "transfers");
    private static final Keys EXPECT = Keys.of(
                    "benchmarks",
                    "measures",
                    "points",
                    "totals",
                    "ranks",
                    "shares",
                    "percents",
                    "groups",
                    "excluded",
                    "plan",
                    "funds",
                    "findings")
            .with("funds", Keys.each(PLAN));
    static final Keys KEYS = Keys.of(
                    "name",
                    "scheme",
                    "period",
                    "banks",
                    "figures",
                    "parameters",
                    "earlier",
                    "pools",
                    "holdings",
                    "risks",
                    "expect")
            .with("banks", Keys.each(BANK))
            .with("holdings", Keys.each(HOLDING))
            .with("risks", Keys.each(RISK))
            .with("expect", EXPECT);

    /** What is expected of banks, by their codes. */
    static final Set<String> PER_BANK = Set.of(
            "measures",
            "points",
            "totals",
            "ranks",
            "shares",
            "percents",
            "excluded",
            "groups",
            "targets",
            "changes",
            "now",
            "at_maturity",
            "notes",
            "outside");

    private final YamlFile file;
    private final Optional<Scheme> by;
    private final Optional<Set<String>> read;
    private final String folderScheme;
    private final Map<String, Column> perBank = new TreeMap<>();
    /** The columns of what banks bid for funds, among the others. */
    private final Set<String> perFund = new HashSet<>();

    private final Map<String, Dataset> records = new TreeMap<>();
    /** The ids of columns of words. */
    private final Set<String> words;

    private final Map<String, String> datasetOfColumn = new HashMap<>();

    private final Set<String> banks = new LinkedHashSet<>();
    private final Set<String> present = new LinkedHashSet<>();
    private final Map<String, Map<String, Figure>> figures = new LinkedHashMap<>();
    private final Map<String, Map<String, Map<String, Figure>>> bids = new LinkedHashMap<>();
    private final Map<String, Map<String, Told>> told = new HashMap<>();
    private final Map<String, Map<String, List<RecordSummary>>> summaries = new LinkedHashMap<>();

    /** @param by the scheme that tells what is read; absent: nothing is refused for that nothing reads it */
    private CaseLoader(YamlFile file, String folderScheme, List<Dataset> datasets, Optional<Scheme> by) {
        this.file = file;
        this.by = by;
        this.read = by.map(CaseLoader::figuresOf);
        this.folderScheme = folderScheme;
        this.words = BankColumns.of(datasets).words();
        for (Dataset dataset : datasets) {
            if (dataset.rows() == Dataset.Rows.RECORD) {
                records.put(dataset.id(), dataset);
            } else if (dataset.rows() == Dataset.Rows.SUBJECT || dataset.rows() == Dataset.Rows.BID) {
                for (Column column : dataset.numeric()) {
                    if (dataset.rows() == Dataset.Rows.BID) {
                        perFund.add(column.id());
                    }
                    perBank.put(column.id(), column);
                }
                dataset.columns().forEach(column -> datasetOfColumn.put(column.id(), dataset.id()));
            }
        }
    }

    /**
     * Loads all cases of a scheme; none if it has no folder. A figure that the scheme does not read is refused: whoever wrote
     * it means something by it.
     *
     * @param folder the folder of all cases
     * @throws ConfigException with every problem of every file
     */
    public static List<RuleCase> loadAll(Path folder, Scheme scheme, List<Dataset> datasets) throws ConfigException {
        Path own = folder.resolve(scheme.id());
        if (!Files.isDirectory(own)) {
            return List.of();
        }
        List<RuleCase> cases = new ArrayList<>();
        List<ConfigProblem> problems = new ArrayList<>();
        for (Path path : YamlFile.allIn(own)) {
            String name = FOLDER + scheme.id() + "/" + path.getFileName();
            try {
                cases.add(load(YamlFile.read(path, name), scheme.id(), datasets, Optional.of(scheme)));
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
     * Loads a case from its text.
     *
     * @param scheme the scheme it is worked by, if it names none
     * @throws ConfigException with every problem of the text
     */
    public static RuleCase parse(String name, String text, String scheme, List<Dataset> datasets)
            throws ConfigException {
        return load(YamlFile.of(name, text), scheme, datasets, Optional.empty());
    }

    private static Set<String> figuresOf(Scheme scheme) {
        Set<String> read = new TreeSet<>(scheme.columns());
        // What is to be placed at a bank is held against its deposits.
        read.add(Names.DEPOSITS);
        return read;
    }

    private static RuleCase load(YamlFile file, String scheme, List<Dataset> datasets, Optional<Scheme> by)
            throws ConfigException {
        Optional<RuleCase> loaded = file.root().flatMap(new CaseLoader(file, scheme, datasets, by)::ruleCase);
        file.throwIfRefused();
        return loaded.orElseThrow(() -> new IllegalStateException("refused without a reason: " + file.name()));
    }

    private Optional<RuleCase> ruleCase(YamlNode root) {
        Fields top = root.fields(KEYS);
        Optional<String> name = top.need("name").flatMap(YamlNode::text);
        String scheme = top.text("scheme", folderScheme);
        Optional<Period> period = top.need("period").flatMap(CaseLoader::period);
        Register roster = new Register(top.need("banks").map(this::banks).orElse(List.of()));
        top.get("figures").ifPresent(this::figures);
        Map<String, Figure> parameters =
                top.get("parameters").map(this::parameters).orElse(Map.of());
        Earlier earlier = top.get("earlier")
                .flatMap(branch -> period.map(own -> new EarlierLoader(own, banks, late(), by).earlier(branch)))
                .orElse(Earlier.NONE);
        period.ifPresent(own -> takeLate(own, earlier));
        List<Pool> pools = top.get("pools").map(CaseLoader::pools).orElse(List.of());
        List<Holding> holdings = top.get("holdings").map(this::holdings).orElse(List.of());
        List<Risk> risks = top.get("risks").map(this::risks).orElse(List.of());
        if (top.has("pools")) {
            // A case that has money to place may leave out that nothing is held yet.
            present.add(Names.POOLS);
            present.add(Names.HOLDINGS);
        }
        List<Expected> expected = new ArrayList<>();
        top.need("expect").ifPresent(branch -> expect(branch, expected));
        if (name.isEmpty() || period.isEmpty() || !file.problems().isEmpty()) {
            return Optional.empty();
        }
        Quarter quarter = new Quarter(
                new FactTable(period.get(), roster.telling(told), present, figures, summaries, parameters, earlier),
                holdings,
                pools,
                risks,
                List.of(),
                new Bids(bids));
        return Optional.of(new RuleCase(name.get(), file.name(), scheme, quarter, expected));
    }

    /** The columns of which the last published figure counts where none is written, as far as the scheme reads them. */
    private Set<String> late() {
        Set<String> late = new TreeSet<>();
        perBank.forEach((id, column) -> {
            if (column.takesPrevious()
                    && read.filter(used -> !used.contains(id)).isEmpty()) {
                late.add(id);
            }
        });
        return late;
    }

    /** What a bank has no figure for is what the last earlier period used, where the column says so (scheme.md#late). */
    private void takeLate(Period own, Earlier earlier) {
        Optional.ofNullable(earlier.periods().lastEntry())
                .ifPresent(last -> last.getValue().late().forEach((id, byBank) -> {
                    Column column = perBank.get(id);
                    if (column != null && column.takesFrom(last.getKey(), own)) {
                        present.add(datasetOfColumn.getOrDefault(id, ""));
                        byBank.forEach((bank, figure) -> figures.computeIfAbsent(id, each -> new LinkedHashMap<>())
                                .putIfAbsent(bank, figure));
                    }
                }));
    }

    private static Optional<Period> period(YamlNode branch) {
        Optional<Period> period = Period.parse(branch.shown());
        if (period.isEmpty()) {
            branch.refuse("not_a_period");
        }
        return period;
    }

    private List<Subject> banks(YamlNode branch) {
        List<Subject> found = new ArrayList<>();
        for (YamlNode each : branch.list()) {
            Optional<Subject> bank = each.isMap() ? bank(each) : each.text().map(code -> bank(code, code));
            bank.ifPresent(one -> {
                if (!banks.add(one.code())) {
                    each.refuseText(one.code(), "doubled_id");
                }
                found.add(one);
            });
        }
        return found;
    }

    private static Subject bank(String code, String name) {
        return new Subject(code, name, "", List.of(), "", Optional.empty(), true);
    }

    private static Optional<Subject> bank(YamlNode branch) {
        Fields fields = branch.fields(BANK);
        return fields.need("code")
                .flatMap(YamlNode::text)
                .map(code -> new Subject(
                        code,
                        fields.text("name", code),
                        "",
                        List.of(),
                        fields.text("kind", ""),
                        fields.get("opened").flatMap(YamlNode::date),
                        fields.get("assessed").flatMap(YamlNode::truth).orElse(true)));
    }

    private Optional<String> knownBank(YamlNode branch) {
        if (!banks.contains(branch.shown())) {
            branch.refuseUnknown(banks);
            return Optional.empty();
        }
        return Optional.of(branch.shown());
    }

    private boolean isKnown(String bank, YamlNode value) {
        if (!banks.contains(bank)) {
            value.refuseUnknown(bank, "unknown_word", banks);
        }
        return banks.contains(bank);
    }

    private void figures(YamlNode branch) {
        branch.anyFields().all().forEach((bank, own) -> {
            if (isKnown(bank, own)) {
                own.anyFields().all().forEach((column, value) -> figure(bank, column, value));
            }
        });
    }

    private void figure(String bank, String column, YamlNode value) {
        int dot = column.indexOf('.');
        String dataset = dot < 0 ? column : column.substring(0, dot);
        boolean known = perBank.containsKey(column) || records.containsKey(dataset) || words.contains(column);
        if (known
                && read.filter(used -> !used.contains(column) && !readsRecords(used, column, dataset))
                        .isPresent()) {
            value.refuseText(column, "figure_not_read", "allowed", String.join(", ", read.orElseThrow()));
        }
        if (words.contains(column)) {
            present.add(datasetOfColumn.getOrDefault(column, ""));
            value.text()
                    .ifPresent(text -> told.computeIfAbsent(bank, code -> new HashMap<>())
                            .put(column, new Told(PlainText.of(text), Place.NONE)));
        } else if (perBank.containsKey(column)) {
            present.add(datasetOfColumn.getOrDefault(column, ""));
            if (perFund.contains(column)) {
                bids(bank, column, value);
                return;
            }
            value.number()
                    .ifPresent(number -> figures.computeIfAbsent(column, id -> new LinkedHashMap<>())
                            .put(bank, new Figure(column, number, Place.NONE)));
        } else if (records.containsKey(dataset)) {
            present.add(dataset);
            records(bank, records.get(dataset), dot < 0 ? "" : column.substring(dot + 1), value);
        } else {
            Set<String> allowed = new TreeSet<>(perBank.keySet());
            allowed.addAll(records.keySet());
            allowed.addAll(words);
            value.refuseUnknown(column, "unknown_column", allowed);
        }
    }

    /** What a bank bids, by fund. */
    private void bids(String bank, String column, YamlNode value) {
        if (!value.isMap()) {
            value.refuseText(column, "bid_by_fund");
            return;
        }
        value.anyFields()
                .all()
                .forEach((fund, own) -> own.number()
                        .ifPresent(number -> bids.computeIfAbsent(fund, name -> new LinkedHashMap<>())
                                .computeIfAbsent(column, id -> new LinkedHashMap<>())
                                .put(bank, new Figure(column, number, Place.NONE))));
    }

    private boolean readsRecords(Set<String> used, String column, String dataset) {
        Dataset of = records.get(dataset);
        return of != null
                && column.equals(dataset)
                && of.numeric().stream().map(of::formulaId).anyMatch(used::contains);
    }

    /** Records of one bank: numbers of one column, or rows with a number and the word they are grouped by. */
    private void records(String bank, Dataset dataset, String only, YamlNode value) {
        List<Column> numeric = dataset.numeric().stream()
                .filter(column -> only.isEmpty() || column.id().equals(only))
                .toList();
        if (numeric.isEmpty()) {
            value.refuseText(
                    dataset.id() + "." + only,
                    "unknown_column",
                    "allowed",
                    String.join(
                            ", ",
                            dataset.numeric().stream().map(dataset::formulaId).toList()),
                    "meant",
                    "");
            return;
        }
        Optional<Column> word = dataset.first(Column.Kind.CHOICE);
        Map<String, Map<String, List<Optional<Fraction>>>> byColumn = new TreeMap<>();
        for (YamlNode row : value.list()) {
            String choice = "";
            Map<String, YamlNode> cells = new HashMap<>();
            if (row.isMap()) {
                List<String> allowed =
                        new ArrayList<>(numeric.stream().map(Column::id).toList());
                word.map(Column::id).ifPresent(allowed::add);
                Fields fields = row.fields(allowed.toArray(String[]::new));
                choice = word.map(column -> fields.text(column.id(), "")).orElse("");
                numeric.forEach(column -> fields.get(column.id()).ifPresent(cell -> cells.put(column.id(), cell)));
            } else if (!only.isEmpty()) {
                cells.put(only, row);
            } else {
                row.refuse("not_a_map");
            }
            for (Column column : numeric) {
                Optional<Fraction> number =
                        Optional.ofNullable(cells.get(column.id())).flatMap(YamlNode::number);
                byColumn.computeIfAbsent(column.id(), id -> new TreeMap<>())
                        .computeIfAbsent(choice, each -> new ArrayList<>())
                        .add(number);
            }
        }
        byColumn.forEach((id, byWord) -> byWord.forEach((choice, numbers) -> {
            String column = dataset.id() + "." + id;
            summaries
                    .computeIfAbsent(column, each -> new LinkedHashMap<>())
                    .computeIfAbsent(bank, each -> new ArrayList<>())
                    .add(summary(column, bank, choice, numbers));
        }));
    }

    private static RecordSummary summary(String column, String bank, String choice, List<Optional<Fraction>> cells) {
        List<Fraction> numbers =
                cells.stream().flatMap(Optional::stream).sorted().toList();
        return new RecordSummary(
                column,
                bank,
                choice,
                cells.size(),
                cells.size() - numbers.size(),
                Fraction.sum(numbers),
                numbers.isEmpty() ? Optional.empty() : Optional.of(numbers.get(numbers.size() - 1)),
                numbers.isEmpty() ? Optional.empty() : Optional.of(numbers.get(0)),
                Place.NONE);
    }

    private Map<String, Figure> parameters(YamlNode branch) {
        Map<String, Figure> parameters = new LinkedHashMap<>();
        branch.anyFields().all().forEach((item, value) -> {
            CaseItems.refuseUnread(value, item, by.map(Scheme::publishedUnits));
            value.number().ifPresent(number -> parameters.put(item, new Figure(item, number, Place.NONE)));
        });
        return parameters;
    }

    private static List<Pool> pools(YamlNode branch) {
        List<Pool> pools = new ArrayList<>();
        branch.anyFields()
                .all()
                .forEach((fund, value) ->
                        money(value).ifPresent(amount -> pools.add(new Pool(fund, amount, Place.NONE))));
        return pools;
    }

    private List<Holding> holdings(YamlNode branch) {
        List<Holding> holdings = new ArrayList<>();
        for (YamlNode each : branch.list()) {
            Fields fields = each.fields(HOLDING);
            Optional<String> fund = fields.need("fund").flatMap(YamlNode::text);
            Optional<String> bank = fields.need("bank").flatMap(this::knownBank);
            Optional<Money> held = fields.need("held").flatMap(CaseLoader::money);
            Money unmatured = fields.get("unmatured").flatMap(CaseLoader::money).orElse(Money.ZERO);
            Optional<LocalDate> due = fields.get("due").flatMap(YamlNode::date);
            if (fund.isPresent() && bank.isPresent() && held.isPresent()) {
                holdings.add(new Holding(fund.get(), bank.get(), held.get(), unmatured, due, Place.NONE));
            }
        }
        return holdings;
    }

    private List<Risk> risks(YamlNode branch) {
        List<Risk> risks = new ArrayList<>();
        for (YamlNode each : branch.list()) {
            Fields fields = each.fields(RISK);
            Optional<String> bank = fields.need("bank").flatMap(this::knownBank);
            Optional<String> disposal = fields.need("disposal").flatMap(YamlNode::text);
            if (bank.isPresent() && disposal.isPresent()) {
                risks.add(new Risk(
                        bank.get(),
                        disposal.get(),
                        fields.text("kind", ""),
                        fields.get("day").flatMap(YamlNode::date),
                        fields.text("note", ""),
                        Place.NONE));
            }
        }
        return risks;
    }

    private static Optional<Money> money(YamlNode branch) {
        Optional<Fraction> number = branch.number();
        Optional<Money> money = number.filter(amount -> !amount.isNegative()).flatMap(Money::exactly);
        if (number.isPresent() && money.isEmpty()) {
            branch.refuse("not_an_amount");
        }
        return money;
    }

    private void expect(YamlNode branch, List<Expected> expected) {
        Fields fields = branch.fields(EXPECT);
        fields.all().forEach((key, value) -> {
            if (key.equals("funds")) {
                value.anyFields()
                        .all()
                        .forEach((fund, own) -> own.fields(PLAN)
                                .all()
                                .forEach((part, each) -> expect("funds." + fund + "." + part, part, each, expected)));
            } else {
                expect(key, key, value, expected);
            }
        });
    }

    private void expect(String path, String part, YamlNode value, List<Expected> expected) {
        if (PER_BANK.contains(part)) {
            value.anyFields().all().forEach((bank, own) -> {
                if (isKnown(bank, own)) {
                    ExpectedValues.read(path + "." + bank, own, expected);
                }
            });
        } else {
            ExpectedValues.read(path, value, expected);
        }
    }
}
