package bankscore.subsidy.load;

import bankscore.exact.Fraction;
import bankscore.exact.Money;
import bankscore.exact.Period;
import bankscore.exact.Rounding;
import bankscore.facts.Claim;
import bankscore.facts.register.PartyRegister;
import bankscore.finding.ConfigException;
import bankscore.finding.ConfigProblem;
import bankscore.intake.Column;
import bankscore.intake.Dataset;
import bankscore.load.rule.ExpectedValues;
import bankscore.load.yaml.Keys;
import bankscore.load.yaml.YamlFile;
import bankscore.load.yaml.YamlNode;
import bankscore.load.yaml.YamlNode.Fields;
import bankscore.rule.Table;
import bankscore.rule.worked.Expected;
import bankscore.sheet.Place;
import bankscore.subsidy.decide.Batch;
import bankscore.subsidy.decide.Claims;
import bankscore.subsidy.decide.Memory;
import bankscore.subsidy.scheme.Subsidy;
import bankscore.subsidy.scheme.SubsidyScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Reads worked cases of subsidy rules, {@code config/cases/<scheme>/*.yaml} (subsidy.md#cases): claims, registers, what is
 * published, budgets, what earlier periods granted, and what must come out.
 *
 * <p>A cell that is not written is empty; a case may expect any part of the outcome.
 */
public final class CaseLoader {

    private static final Keys LIFT = Keys.of("subsidy", "claimant", "by");
    private static final Keys EXPECT =
            Keys.of("lines", "subsidies", "payments", "recoveries", "budgets", "checks", "findings");
    static final Keys KEYS = Keys.of(
                    "name", "period", "registers", "claims", "published", "budgets", "lifts", "earlier", "expect")
            .with("lifts", Keys.each(LIFT))
            .with("expect", EXPECT);

    private static final String FOLDER = "config/cases/";
    private static final Rounding FEN = new Rounding(2, Rounding.Mode.DOWN, "");

    private final YamlFile file;
    private final SubsidyScheme rule;
    private final Map<String, Dataset> datasets = new LinkedHashMap<>();
    private final Batch.Layout layout;
    private final Batch.Reasons reasons;
    private final Map<String, PartyRegister> registers = new HashMap<>();

    private CaseLoader(YamlFile file, SubsidyScheme rule, List<Dataset> all, Batch.Reasons reasons) {
        this.file = file;
        this.rule = rule;
        all.forEach(dataset -> datasets.put(dataset.id(), dataset));
        this.layout = Layouts.of(all);
        this.reasons = reasons;
    }

    /**
     * Loads all cases of a rule; none if it has no folder.
     *
     * @param folder the folder of all cases
     * @param reasons the words of what caps do
     * @throws ConfigException with every problem of every file
     */
    public static List<SubsidyCase> loadAll(
            Path folder, SubsidyScheme rule, List<Dataset> datasets, Batch.Reasons reasons) throws ConfigException {
        Path own = folder.resolve(rule.id());
        if (!Files.isDirectory(own)) {
            return List.of();
        }
        List<SubsidyCase> cases = new ArrayList<>();
        List<ConfigProblem> problems = new ArrayList<>();
        for (Path path : YamlFile.allIn(own)) {
            String name = FOLDER + rule.id() + "/" + path.getFileName();
            try {
                cases.add(load(YamlFile.read(path, name), rule, datasets, reasons));
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
    public static SubsidyCase load(YamlFile file, SubsidyScheme rule, List<Dataset> datasets, Batch.Reasons reasons)
            throws ConfigException {
        Optional<SubsidyCase> loaded = file.root().flatMap(new CaseLoader(file, rule, datasets, reasons)::subsidyCase);
        file.throwIfRefused();
        return loaded.orElseThrow(() -> new IllegalStateException("refused without a reason: " + file.name()));
    }

    private Optional<SubsidyCase> subsidyCase(YamlNode root) {
        Fields top = root.fields(KEYS);
        Optional<String> name = top.need("name").flatMap(YamlNode::text);
        Optional<Period> period = top.need("period").flatMap(CaseLoader::period);
        top.get("registers").ifPresent(branch -> branch.anyFields().all().forEach(this::register));
        Map<CaseLine, String> labels = new LinkedHashMap<>();
        Map<String, List<Claim>> claims = new LinkedHashMap<>();
        top.need("claims")
                .ifPresent(branch -> branch.anyFields()
                        .all()
                        .forEach((dataset, rows) -> claims.put(dataset, claims(dataset, rows, labels))));
        Map<String, List<Table.DayRow>> published = new LinkedHashMap<>();
        top.get("published")
                .ifPresent(branch -> branch.anyFields().all().forEach((item, rows) -> published.put(item, days(rows))));
        Map<String, Batch.BudgetItem> budgets = new LinkedHashMap<>();
        top.get("budgets")
                .ifPresent(branch -> branch.anyFields()
                        .all()
                        .forEach((item, amount) -> amount.number()
                                .ifPresent(yuan ->
                                        budgets.put(item, new Batch.BudgetItem(Money.ofYuan(yuan, FEN), Place.NONE)))));
        List<Batch.Lift> lifts = new ArrayList<>();
        top.get("lifts").map(YamlNode::list).orElse(List.of()).forEach(row -> lifts.add(lift(row)));
        List<Memory.Granted> earlier = new ArrayList<>();
        top.get("earlier")
                .ifPresent(branch -> branch.anyFields()
                        .all()
                        .forEach((before, rows) ->
                                rows.list().forEach(row -> granted(before, row).ifPresent(earlier::add))));
        List<Expected> expected = new ArrayList<>();
        top.need("expect")
                .ifPresent(branch -> branch.fields(EXPECT)
                        .all()
                        .forEach((part, value) -> ExpectedValues.read(part, value, expected)));
        if (name.isEmpty() || period.isEmpty() || !file.problems().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new SubsidyCase(
                name.get(),
                file.name(),
                new Batch(
                        rule,
                        period.get(),
                        new Sheets(claims),
                        earlier::forEach,
                        new Batch.Beside(registers, published, budgets, lifts),
                        layout,
                        reasons),
                labels,
                expected));
    }

    private static Optional<Period> period(YamlNode branch) {
        Optional<Period> period = Period.parse(branch.shown());
        if (period.isEmpty()) {
            branch.refuse("not_a_period");
        }
        return period;
    }

    private void register(String id, YamlNode rows) {
        Dataset dataset = datasets.get(id);
        if (dataset == null || !dataset.isRegister()) {
            rows.refuseUnknown(
                    id,
                    "unknown_register",
                    datasets.values().stream()
                            .filter(Dataset::isRegister)
                            .map(Dataset::id)
                            .toList());
            return;
        }
        registers.put(id, new CaseRegister(dataset).read(rows));
    }

    private List<Claim> claims(String id, YamlNode rows, Map<CaseLine, String> labels) {
        List<Claim> claims = new ArrayList<>();
        Dataset dataset = datasets.get(id);
        if (dataset == null || !SubsidyLoader.hasClaims(dataset)) {
            rows.refuseUnknown(
                    id,
                    "not_claims",
                    datasets.values().stream()
                            .filter(SubsidyLoader::hasClaims)
                            .map(Dataset::id)
                            .toList());
            return claims;
        }
        for (YamlNode row : rows.filled()) {
            int number = claims.size() + 1;
            Fields fields = row.anyFields();
            Claim claim = claim(dataset, number, fields, List.of("as"));
            String label = fields.get("as")
                    .flatMap(YamlNode::text)
                    .or(() -> dataset.first(Column.Kind.REFERENCE)
                            .map(column -> claim.text(column.id()))
                            .filter(text -> !text.isEmpty()))
                    .orElse(Integer.toString(number));
            if (labels.containsValue(label)) {
                row.refuseText(label, "doubled_label");
            }
            labels.put(new CaseLine(id, number), label);
            claims.add(claim);
        }
        return claims;
    }

    /** A line, cell by cell; what a sheet reads as another value where it is empty is so here. */
    private Claim claim(Dataset dataset, int row, Fields fields, List<String> beside) {
        Map<String, Claim.Entry> cells = new LinkedHashMap<>();
        fields.all().forEach((id, cell) -> {
            Optional<Column> column = dataset.column(id);
            if (column.isPresent()) {
                entry(dataset, column.get(), cell, fields).ifPresent(entry -> cells.put(id, entry));
            } else if (!beside.contains(id)) {
                cell.refuseUnknown(
                        id,
                        "unknown_column",
                        new TreeSet<>(dataset.columns().stream().map(Column::id).toList()));
            }
        });
        for (Column column : dataset.columns()) {
            column.empty()
                    .standIn()
                    .filter(text -> column.kind().isNumeric() && !cells.containsKey(column.id()))
                    .ifPresent(text -> cells.put(
                            column.id(), new Claim.Amount(at(dataset, column), new java.math.BigDecimal(text))));
        }
        return new Claim(dataset.id(), row, cells);
    }

    private static int at(Dataset dataset, Column column) {
        return dataset.columns().indexOf(column);
    }

    private Optional<Claim.Entry> entry(Dataset dataset, Column column, YamlNode cell, Fields row) {
        int at = at(dataset, column);
        return switch (column.kind()) {
            case MONEY, NUMBER, PERCENT ->
                cell.number().flatMap(Fraction::decimal).map(value -> new Claim.Amount(at, value));
            case DATE -> cell.date().map(day -> new Claim.Day(at, day));
            case PARTY, SUBJECT -> cell.text().map(text -> party(at, column, text, row));
            default -> cell.text().map(text -> new Claim.Words(at, text));
        };
    }

    private Claim.Party party(int at, Column column, String text, Fields row) {
        Optional<String> register = column.ties().register();
        if (column.kind() == Column.Kind.SUBJECT) {
            register = datasets.values().stream()
                    .filter(dataset -> dataset.rows() == Dataset.Rows.REGISTER)
                    .map(Dataset::id)
                    .findFirst();
        }
        return register.map(registers::get)
                .flatMap(known -> known.names().named(text))
                .map(subject -> new Claim.Party(at, subject.code(), subject.name(), true))
                .orElseGet(() -> new Claim.Party(
                        at,
                        column.ties()
                                .codeIn()
                                .flatMap(row::get)
                                .map(YamlNode::shown)
                                .orElse(text),
                        text,
                        false));
    }

    private static List<Table.DayRow> days(YamlNode rows) {
        List<Table.DayRow> days = new ArrayList<>();
        for (YamlNode row : rows.filled()) {
            if (!row.isList() || row.list().size() != 2) {
                row.refuse("not_a_day_row");
                continue;
            }
            Optional<LocalDate> day = row.list().get(0).date();
            Optional<Fraction> value = row.list().get(1).number();
            day.ifPresent(from -> value.ifPresent(number -> days.add(new Table.DayRow(from, number))));
        }
        return days;
    }

    private static Batch.Lift lift(YamlNode row) {
        Fields fields = row.fields(LIFT);
        return new Batch.Lift(
                fields.need("subsidy").flatMap(YamlNode::text).orElse(""),
                fields.need("claimant").flatMap(YamlNode::text).orElse(""),
                fields.text("by", ""),
                Place.NONE);
    }

    /** A line that an earlier period granted: of which subsidy, how much, and what it said. */
    private Optional<Memory.Granted> granted(String before, YamlNode row) {
        Optional<Period> period = Period.parse(before);
        if (period.isEmpty()) {
            row.refuseText(before, "not_a_period");
        }
        Fields fields = row.anyFields();
        Optional<Fraction> amount = fields.need("granted").flatMap(YamlNode::number);
        Optional<YamlNode> id = fields.need("subsidy");
        Optional<Subsidy> subsidy = id.flatMap(node -> rule.subsidy(node.shown()));
        if (subsidy.isEmpty()) {
            id.ifPresent(node -> node.refuseUnknown(
                    rule.subsidies().stream().map(Subsidy::id).toList()));
            return Optional.empty();
        }
        Dataset dataset = datasets.get(subsidy.get().claims().dataset());
        if (dataset == null || period.isEmpty() || amount.isEmpty()) {
            return Optional.empty();
        }
        Claim claim = claim(dataset, 0, fields, List.of("subsidy", "granted"));
        LocalDate day =
                claim.day(subsidy.get().claims().day()).orElse(period.get().end());
        return Optional.of(
                new Memory.Granted(period.get(), subsidy.get().id(), day, claim, Money.ofYuan(amount.get(), FEN)));
    }

    /** A sheet for each dataset. */
    private record Sheets(Map<String, List<Claim>> byDataset) implements Claims {

        @Override
        public List<Sheet> sheets() {
            List<Sheet> sheets = new ArrayList<>();
            byDataset.keySet().forEach(dataset -> sheets.add(new Sheet(sheets.size(), Place.of(dataset, dataset))));
            return sheets;
        }

        @Override
        public void each(String dataset, Taker to) {
            int sheet = List.copyOf(byDataset.keySet()).indexOf(dataset);
            byDataset.getOrDefault(dataset, List.of()).forEach(claim -> to.take(sheet, claim));
        }
    }
}
