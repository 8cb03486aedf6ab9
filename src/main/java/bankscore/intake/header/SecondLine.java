package bankscore.intake.header;

import bankscore.finding.Code;
import bankscore.finding.Finding;
import bankscore.intake.Column;
import bankscore.intake.OtherUnit;
import bankscore.intake.SheetHeader;
import bankscore.intake.text.CellTexts;
import bankscore.intake.text.Heading;
import bankscore.intake.text.NumberText;
import bankscore.intake.text.RowKind;
import bankscore.intake.text.UnitText;
import bankscore.sheet.Cell;
import bankscore.sheet.CellValue;
import bankscore.sheet.Place;
import bankscore.sheet.SheetRow;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The row directly below a recognised one, which may belong to the header: words under the figures (年初 and 年末 under
 * 贷款余额), or units.
 */
final class SecondLine {

    private final SheetHeader first;
    private final SheetRow row;
    /** The texts of this row, and of the one above it. */
    private final Map<Integer, Cell> texts;

    private final Map<Integer, Cell> above;
    /** The cells above, each also over the empty cells to its right that have words under them. */
    private final Map<Integer, Cell> spread;

    SecondLine(SheetHeader first, SheetRow row, Map<Integer, Cell> texts, Map<Integer, Cell> above) {
        this.first = first;
        this.row = row;
        this.texts = texts;
        this.above = above;
        this.spread = new TreeMap<>(above);
        for (int index : new TreeMap<>(texts).keySet()) {
            Cell left = spread.get(index - 1);
            if (!spread.containsKey(index) && left != null && texts.containsKey(index - 1)) {
                spread.put(index, left);
            }
        }
    }

    /** Whether the row names nobody and holds words, and no figure, in the columns of figures. */
    boolean isOne() {
        boolean named = first.columns().stream()
                .filter(column -> !column.column().kind().isNumeric())
                .anyMatch(column -> {
                    Cell cell = texts.get(column.index());
                    return cell != null
                            && !Heading.inOneLine(text(cell)).equals(column.heading())
                            && UnitText.read(text(cell)).isEmpty()
                            && !RowKind.isUnitWord(text(cell));
                });
        boolean words = first.columns().stream()
                .anyMatch(column -> column.column().kind().isNumeric()
                        && Optional.ofNullable(texts.get(column.index()))
                                .filter(cell -> NumberText.read(text(cell)) instanceof NumberText.NotANumber)
                                .isPresent());
        return words && !named && row.cells().stream().allMatch(cell -> cell.value() instanceof CellValue.Text);
    }

    /** The units that the row states for the columns of figures; empty if it states anything else. */
    Map<Integer, UnitText> units() {
        return new RowKind(first).units(CellTexts.of(row));
    }

    /** The dataset's header that both rows make together. */
    Optional<HeaderMatch> withFirst() {
        Map<Integer, Cell> both = new TreeMap<>(above);
        Map<String, String> columns = HeaderMatch.headings(first.dataset());
        texts.forEach((index, cell) -> {
            // A word under one column alone, such as 含贴现, need not be part of the heading.
            boolean shared = Collections.frequency(spread.values(), spread.get(index)) > 1;
            if (shared
                    || !spread.containsKey(index)
                    || HeaderMatch.hit(columns, HeaderMatch.Said.of(cell, Optional.ofNullable(spread.get(index))))
                            .isPresent()) {
                both.put(index, cell);
            }
        });
        return HeaderMatch.of(first.dataset(), row, both, spread);
    }

    /** A finding for each figure's heading over several columns that nothing tells apart. */
    List<Finding> untold() {
        List<Finding> findings = new ArrayList<>();
        for (SheetHeader.HeaderColumn column : first.columns()) {
            Cell heading = above.get(column.index());
            List<String> parts = spread.entrySet().stream()
                    .filter(each -> each.getValue().equals(heading) && texts.containsKey(each.getKey()))
                    .map(each -> Heading.inOneLine(text(Objects.requireNonNull(texts.get(each.getKey())))))
                    .toList();
            if (heading != null && column.column().kind().isNumeric() && parts.size() > 1) {
                findings.add(Finding.of(Code.E115, place(heading))
                        .column(column.heading())
                        .with("first", String.join("、", parts))
                        .with(Finding.VARIANT, "parts"));
            }
        }
        return findings;
    }

    /** The first row as the header, with the units that this row states; what contradicts it is a finding. */
    SheetHeader withUnits(Map<Integer, UnitText> units, List<Finding> findings) {
        List<SheetHeader.HeaderColumn> columns = new ArrayList<>();
        for (SheetHeader.HeaderColumn column : first.columns()) {
            UnitText stated = units.get(column.index());
            Cell cell = texts.get(column.index());
            if (column.column().kind() != Column.Kind.MONEY || stated == null || cell == null) {
                columns.add(column);
            } else if (stated instanceof UnitText.Known known
                    && (column.unitFrom().isEmpty() || column.unit() == known.unit())) {
                columns.add(column.in(known.unit(), LinesAbove.statement(cell)));
            } else {
                columns.add(column);
                String shown = cell.value().shown();
                findings.add((stated instanceof UnitText.Known
                                ? new OtherUnit(shown, false, place(cell)).against(column.unitFrom())
                                : Finding.of(Code.E113, place(cell)).with("found", shown))
                        .column(column.heading()));
            }
        }
        // What the line says of columns that are not taken is not known: they bear no witness.
        return first.with(columns);
    }

    private static String text(Cell cell) {
        return HeaderMatch.text(cell);
    }

    private Place place(Cell cell) {
        return first.sheet().at(cell.at().a1());
    }
}
