package bankscore.intake;

import bankscore.exact.Period;
import bankscore.facts.Subject;
import bankscore.facts.register.Register;
import bankscore.finding.ConfigException;
import bankscore.finding.Finding;
import bankscore.finding.Words;
import bankscore.intake.header.HeaderSearch;
import bankscore.intake.row.RowContext;
import bankscore.intake.row.RowIntake;
import bankscore.load.WordsLoader;
import bankscore.load.dataset.DatasetLoader;
import bankscore.sheet.Cell;
import bankscore.sheet.CellRef;
import bankscore.sheet.CellValue;
import bankscore.sheet.Place;
import bankscore.sheet.SheetRow;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
                header,
                new RowContext(
                        ROSTER,
                        true,
                        Subject::assessed,
                        USED,
                        Map.of("全市存贷比", "%"),
                        Q4,
                        NONE,
                        new RowContext.Bounds(Map.of(), Map.of())));
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
                        if (!name.equals("found") && !name.equals(Finding.CAUSE)) {
                            line.append(' ').append(name).append('=').append(value);
                        }
                    });
                    return line.toString();
                })
                .toList();
    }

    public static Words words() {
        return WordsLoader.load();
    }

    public static List<Dataset> datasets() {
        try {
            return DatasetLoader.loadAll(Path.of("config/datasets"));
        } catch (ConfigException e) {
            throw new IllegalStateException(e);
        }
    }
}
