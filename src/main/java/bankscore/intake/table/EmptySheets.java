package bankscore.intake.table;

import bankscore.finding.Code;
import bankscore.finding.Finding;
import bankscore.finding.Level;
import bankscore.intake.Dataset;
import bankscore.intake.SheetHeader;
import bankscore.sheet.CellRef;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * Sheets with headings and no row: each is told, whatever the dataset's other sheets hold.
 *
 * <p>A sheet whose rows were all refused is not empty; and where the setup is wrong, no row was read.
 */
public final class EmptySheets {

    private final StagedTables tables;
    private final Set<String> columns;
    private final Set<String> filled = new HashSet<>();

    private EmptySheets(StagedTables tables, Set<String> columns) {
        this.tables = tables;
        this.columns = columns;
        tables.sheets().forEach((number, header) -> {
            if (hasRows(number, header)) {
                filled.add(header.dataset().id());
            }
        });
    }

    /**
     * What is empty, sheet by sheet.
     *
     * @param columns the columns that the rule uses
     */
    public static List<Finding> check(StagedTables tables, Set<String> columns) {
        boolean unread = tables.staging().stream()
                .anyMatch(finding ->
                        finding.level() == Level.ERROR && finding.code().stage() == Code.Stage.SETUP);
        List<Finding> findings = new ArrayList<>();
        if (!unread) {
            EmptySheets check = new EmptySheets(tables, columns);
            new TreeMap<>(tables.sheets()).forEach((number, header) -> {
                if (!check.hasRows(number, header) && !tables.isAccused(header)) {
                    findings.add(check.told(header));
                }
            });
        }
        return findings;
    }

    private boolean hasRows(int sheet, SheetHeader header) {
        return header.dataset().rows() == Dataset.Rows.REGISTER
                ? !tables.roster().subjects().isEmpty()
                : tables.filled().contains(sheet);
    }

    private Finding told(SheetHeader header) {
        Dataset dataset = header.dataset();
        boolean alone = !filled.contains(dataset.id());
        Code code = switch (dataset.checks().headingsOnly()) {
            case NOTE -> Code.N107;
            case ERROR -> isDue(dataset) ? Code.E117 : Code.W106;
            case REVIEW -> alone && isDue(dataset) ? Code.E117 : Code.W106;
        };
        int first = header.columns().stream()
                .mapToInt(SheetHeader.HeaderColumn::index)
                .min()
                .orElse(0);
        Finding finding = Finding.of(code, header.sheet().at(new CellRef(header.row(), first).a1()))
                .with("expected", dataset.name());
        return alone ? finding : finding.with(Finding.VARIANT, "other");
    }

    /** Whether a dataset must have rows once it is there. */
    private boolean isDue(Dataset dataset) {
        boolean isUsed = dataset.numeric().stream().anyMatch(column -> columns.contains(dataset.formulaId(column)));
        return switch (dataset.presence()) {
            case REQUIRED -> true;
            case ANNUAL -> tables.period().isAnnual();
            case IF_USED -> isUsed;
            default -> isUsed && dataset.rows() == Dataset.Rows.SUBJECT;
        };
    }
}
