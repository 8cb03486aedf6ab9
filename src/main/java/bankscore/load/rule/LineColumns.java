package bankscore.load.rule;

import bankscore.intake.Column;
import bankscore.intake.Dataset;
import bankscore.load.yaml.YamlNode;
import bankscore.rule.Condition;
import bankscore.rule.line.LineColumn;
import bankscore.rule.line.LineColumn.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The columns that a rule's words about lines may name.
 *
 * @param all by id
 * @param several registers by the id of a column that the lines lack and several registers of their parties have
 * @param ids by the names that columns also go by
 */
public record LineColumns(Map<String, LineColumn> all, Map<String, List<String>> several, Map<String, String> ids) {

    public LineColumns {
        all = Map.copyOf(all);
        several = Map.copyOf(several);
        ids = Map.copyOf(ids);
    }

    /** Columns that go by their ids alone. */
    public LineColumns(Map<String, LineColumn> all, Map<String, List<String>> several) {
        this(all, several, Map.of());
    }

    /**
     * The columns of a dataset, and those that it lacks and the register of exactly one of its parties has.
     *
     * @param datasets all that there are, the registers among them
     */
    public static LineColumns of(Dataset dataset, List<Dataset> datasets) {
        Map<String, LineColumn> all = new LinkedHashMap<>();
        for (Column column : dataset.columns()) {
            all.put(column.id(), of(column, datasets));
        }
        Map<String, List<LineColumn>> told = new TreeMap<>();
        all.forEach((party, column) -> datasets.stream()
                .filter(register -> register.id().equals(column.register()))
                .flatMap(register -> register.columns().stream())
                .filter(further -> isTold(further) && !all.containsKey(further.id()))
                .forEach(further -> told.computeIfAbsent(further.id(), id -> new ArrayList<>())
                        .add(LineColumn.ofRegister(column.register(), party))));
        Map<String, List<String>> several = new TreeMap<>();
        told.forEach((id, from) -> {
            if (from.size() == 1) {
                all.put(id, from.get(0));
            } else {
                several.put(id, from.stream().map(LineColumn::register).toList());
            }
        });
        return new LineColumns(all, several);
    }

    /** The same and the day that counts for a line, which lines of subjects have in no column of theirs. */
    public LineColumns withDay() {
        Map<String, LineColumn> more = new LinkedHashMap<>(all);
        more.put(Condition.Dated.PERIOD_END, new LineColumn(Kind.DAY));
        return new LineColumns(more, several);
    }

    /** Whether a register tells a text of its parties in a column, besides what they are called. */
    private static boolean isTold(Column column) {
        boolean called =
                column.head().role().filter(role -> role != Column.Role.KIND).isPresent();
        return !called && of(column, List.of()).isText();
    }

    private static LineColumn of(Column column, List<Dataset> datasets) {
        return switch (column.kind()) {
            case MONEY, NUMBER, PERCENT -> new LineColumn(Kind.AMOUNT);
            case DATE -> new LineColumn(Kind.DAY);
            case PARTY -> LineColumn.ofParty(column.ties().register().orElse(""));
            case SUBJECT ->
                LineColumn.ofParty(datasets.stream()
                        .filter(dataset -> dataset.rows() == Dataset.Rows.REGISTER)
                        .map(Dataset::id)
                        .findFirst()
                        .orElse(""));
            default -> new LineColumn(Kind.TEXT);
        };
    }

    /** The figure that a word in or beside a node names. */
    public Optional<String> amount(YamlNode branch, String id) {
        return column(branch, id, "not_an_amount_column", column -> column.kind() == Kind.AMOUNT);
    }

    /** The day that it names. */
    public Optional<String> day(YamlNode branch, String id) {
        return column(branch, id, "not_a_day_column", column -> column.kind() == Kind.DAY);
    }

    /** The text or party that it names. */
    public Optional<String> text(YamlNode branch, String id) {
        return column(branch, id, "not_a_text_column", LineColumn::isText);
    }

    /** The column that it names, whatever it holds. */
    public Optional<String> any(YamlNode branch, String id) {
        return column(branch, id, "unknown_column", column -> true);
    }

    /** The ids of the figures. */
    List<String> amounts() {
        return ids(column -> column.kind() == Kind.AMOUNT);
    }

    private List<String> ids(Predicate<LineColumn> fits) {
        return all.entrySet().stream()
                .filter(entry -> fits.test(entry.getValue()))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /**
     * The column that a word in or beside a node names; what does not fit is refused.
     *
     * @param other the code by which a column that holds something else is refused
     */
    private Optional<String> column(YamlNode branch, String written, String other, Predicate<LineColumn> fits) {
        String id = ids.getOrDefault(written, written);
        LineColumn column = all.get(id);
        if (column != null && fits.test(column)) {
            return Optional.of(id);
        }
        if (several.containsKey(id)) {
            branch.refuseText(
                    id, "several_registers", "registers", String.join("、", several.getOrDefault(id, List.of())));
        } else {
            branch.refuseUnknown(id, column == null ? "unknown_column" : other, ids(fits));
        }
        return Optional.empty();
    }
}
