package bankscore.intake;

import bankscore.exact.Fraction;
import bankscore.exact.Period;
import bankscore.facts.Register;
import bankscore.facts.Subject;
import bankscore.finding.Finding;
import bankscore.finding.Words;
import bankscore.intake.header.HeaderSearch;
import bankscore.intake.row.RowContext;
import bankscore.intake.row.RowIntake;
import bankscore.sheet.Cell;
import bankscore.sheet.CellRef;
import bankscore.sheet.CellValue;
import bankscore.sheet.Place;
import bankscore.sheet.SheetRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Rows, datasets, a roster and the words for the tests of this room. */
public final class Sheets {

    public static final Period Q4 = new Period(2022, 4);
    public static final Place SHEET = Place.of("a.xlsx", "Sheet1");
    public static final String NONE = "（无）";

    /** Every column of the Shangrao scheme. */
    public static final Set<String> USED = Set.of(
            "deposits",
            "loans_opening",
            "loans",
            "sme_loans_opening",
            "sme_loans",
            "industrial_loans_opening",
            "industrial_loans",
            "tax",
            "platform_amount",
            "survey.rating",
            "service.points");

    public static final Register ROSTER = new Register(List.of(
            bank("B001", "中国工商银行上饶分行", "工商银行", true),
            bank("B002", "招商银行上饶分行", "招商银行", true),
            bank("B003", "浙商银行上饶分行", "浙商银行", true),
            bank("B004", "农业发展银行上饶分行", "农发行", false)));

    private Sheets() {}

    private static Subject bank(String code, String name, String shortName, boolean assessed) {
        return new Subject(code, name, shortName, List.of(), "", Optional.empty(), assessed);
    }

    /** A row written as Excel shows it: cells by |, an empty one is not there; numbers are texts unless made by hand. */
    public static SheetRow row(int number, String cells) {
        return row(number, false, (Object[]) cells.split("\\|", -1));
    }

    /** A row of texts, numbers ({@code BigDecimal}) and ready values. */
    public static SheetRow row(int number, boolean hidden, Object... values) {
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            if (values[i].equals("")) {
                continue;
            }
            CellValue value = values[i] instanceof CellValue ready
                    ? ready
                    : values[i] instanceof BigDecimal decimal
                            ? new CellValue.Numeric(decimal, false)
                            : new CellValue.Text(values[i].toString());
            cells.add(new Cell(new CellRef(number - 1, i), value));
        }
        return new SheetRow(number - 1, hidden, cells);
    }

    public static CellValue number(String value) {
        return new CellValue.Numeric(new BigDecimal(value), false);
    }

    public static CellValue percent(String value) {
        return new CellValue.Numeric(new BigDecimal(value), true);
    }

    public static HeaderSearch.Result search(SheetRow... rows) {
        HeaderSearch search = new HeaderSearch(SHEET, datasets(), USED, Q4, NONE);
        for (SheetRow row : rows) {
            if (search.offer(row)) {
                break;
            }
        }
        return search.result();
    }

    public static SheetHeader header(SheetRow... rows) {
        if (search(rows) instanceof HeaderSearch.Recognised recognised) {
            return recognised.header();
        }
        throw new AssertionError("not recognised");
    }

    public static RowIntake intake(SheetHeader header) {
        return new RowIntake(
                header, new RowContext(ROSTER, true, Subject::assessed, USED, Map.of("全市存贷比", "%"), Q4, NONE));
    }

    /** Each finding as {@code E206 C7 some=detail}, with its details except what was found. */
    public static List<String> brief(List<Finding> findings) {
        Words words = words();
        return findings.stream()
                .map(finding -> {
                    words.print(finding);
                    StringBuilder line = new StringBuilder(
                            finding.code() + " " + finding.place().cell());
                    new java.util.TreeMap<>(finding.details()).forEach((name, value) -> {
                        if (!name.equals("found")) {
                            line.append(' ').append(name).append('=').append(value);
                        }
                    });
                    return line.toString();
                })
                .toList();
    }

    public static Words words() {
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(Path.of("src/main/resources/messages.properties"))) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> words = new HashMap<>();
        properties.stringPropertyNames().forEach(key -> words.put(key, properties.getProperty(key)));
        return new Words(words);
    }

    public static List<Dataset> datasets() {
        try (Stream<Path> files = Files.list(Path.of("config/datasets"))) {
            return files.sorted().map(Sheets::dataset).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Dataset dataset(Path file) {
        try {
            Map<?, ?> node = new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
            return new Dataset(
                    text(node, "dataset", ""),
                    text(node, "name", ""),
                    text(node, "sender", ""),
                    Dataset.Rows.valueOf(upper(node, "rows", "")),
                    Dataset.Presence.valueOf(upper(node, "presence", "")),
                    list(node, "columns").stream()
                            .map(column -> column((Map<?, ?>) column))
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Column column(Map<?, ?> node) {
        return new Column(
                text(node, "id", ""),
                text(node, "name", ""),
                list(node, "headings").stream().map(Object::toString).toList(),
                Column.Kind.valueOf(upper(node, "kind", "")),
                flag(node, "identifying"),
                flag(node, "required"),
                optional(node, "empty"),
                Column.Flow.valueOf(upper(node, "flow", "stock")),
                Column.Negative.valueOf(upper(node, "negative", "error")),
                range(node, "range"),
                range(node, "usual"),
                list(node, "choices").stream().map(Object::toString).toList(),
                optional(node, "part_of"),
                optional(node, "opens"),
                flag(node, "within_year"),
                flag(node, "whole_fen"),
                node.get("needed_when") instanceof Map<?, ?> need
                        ? need.entrySet().stream()
                                .map(entry -> new Column.Need(
                                        entry.getKey().toString(),
                                        entry.getValue().toString()))
                                .findFirst()
                        : Optional.empty(),
                flag(node, "percent_sign"),
                flag(node, "unique"));
    }

    private static Optional<String> optional(Map<?, ?> node, String key) {
        @Nullable Object value = node.get(key);
        return value == null ? Optional.empty() : Optional.of(value.toString());
    }

    private static String text(Map<?, ?> node, String key, String otherwise) {
        return optional(node, key).orElse(otherwise);
    }

    private static String upper(Map<?, ?> node, String key, String otherwise) {
        return text(node, key, otherwise).toUpperCase(Locale.ROOT);
    }

    private static boolean flag(Map<?, ?> node, String key) {
        return text(node, key, "false").equals("true");
    }

    private static List<?> list(Map<?, ?> node, String key) {
        return node.get(key) instanceof List<?> list ? list : List.of();
    }

    private static Optional<Column.Range> range(Map<?, ?> node, String key) {
        List<?> bounds = list(node, key);
        return bounds.isEmpty()
                ? Optional.empty()
                : Optional.of(new Column.Range(
                        Fraction.of(bounds.get(0).toString()),
                        Fraction.of(bounds.get(1).toString())));
    }
}
