package bankscore.watch.load;

import bankscore.intake.Column;
import bankscore.intake.Dataset;
import bankscore.rule.line.LineColumn;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is known of the subjects of a register.
 *
 * @param register the id of its dataset
 * @param figures the numeric columns of the tables with one row a subject of the register, by id
 * @param told what the register itself tells of a subject, by id: texts and days
 */
record GroupColumns(String register, Map<String, Figure> figures, Map<String, Column> told) {

    /** A column of figures and its table. */
    record Figure(Dataset dataset, Column column) {}

    /** The columns of a register's subjects. */
    static GroupColumns of(Dataset register, List<Dataset> datasets) {
        Map<String, Figure> figures = new LinkedHashMap<>();
        for (Dataset dataset : datasets) {
            if (dataset.isOfSubjects() && dataset.isAbout(register)) {
                dataset.numeric().forEach(column -> figures.put(column.id(), new Figure(dataset, column)));
            }
        }
        Map<String, Column> told = new LinkedHashMap<>();
        register.columns().stream().filter(GroupColumns::isTold).forEach(column -> told.put(column.id(), column));
        return new GroupColumns(register.id(), figures, told);
    }

    /** A text, or the day on which a subject opened: of no other day is anything kept. */
    private static boolean isTold(Column column) {
        return column.kind() == Column.Kind.DATE
                ? column.head().role().filter(Column.Role.OPENED::equals).isPresent()
                : !column.kind().isNumeric() && column.kind() != Column.Kind.NAMES;
    }

    /** What conditions may name, by id. */
    Map<String, LineColumn> lines() {
        Map<String, LineColumn> lines = new LinkedHashMap<>();
        told.forEach((id, column) -> lines.put(
                id, new LineColumn(column.kind() == Column.Kind.DATE ? LineColumn.Kind.DAY : LineColumn.Kind.TEXT)));
        figures.keySet().forEach(id -> lines.put(id, new LineColumn(LineColumn.Kind.AMOUNT)));
        return lines;
    }

    /** What readers call the columns, by id. */
    Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        told.forEach((id, column) -> names.put(id, column.name()));
        figures.forEach((id, figure) -> names.put(id, figure.column().name()));
        return names;
    }
}
