package bankscore.intake.row;

import bankscore.finding.Code;
import bankscore.finding.Finding;
import bankscore.intake.Column;
import bankscore.intake.OtherUnit;
import bankscore.intake.SheetHeader;
import bankscore.intake.SheetHeader.HeaderColumn;
import bankscore.intake.text.CellTexts;
import bankscore.intake.text.UnitText;
import bankscore.sheet.Cell;
import bankscore.sheet.CellRef;
import bankscore.sheet.CellValue;
import bankscore.sheet.LookPart;
import java.util.BitSet;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the rows of a sheet say of the units of its money: lines below and beside the table, and number formats. What is not
 * the unit for which the figures were taken is a finding, once a column, at the first cell.
 */
final class UnitsBelow {

    private static final BitSet NONE = new BitSet();

    private final SheetHeader header;
    private final List<HeaderColumn> money;
    private final BitSet headed = new BitSet();
    private final Set<Integer> accused = new HashSet<>();
    /** What the formats say, worked out once for each. */
    private final IdentityHashMap<LookPart, Optional<UnitText>> byFormat = new IdentityHashMap<>();

    UnitsBelow(SheetHeader header) {
        this.header = header;
        this.money = header.columns().stream()
                .filter(column -> column.column().kind() == Column.Kind.MONEY)
                .toList();
        header.columns().forEach(column -> headed.set(column.index()));
    }

    /** Another unit that a cell outside the table's columns states, beside a row of data. */
    Optional<Finding> beside(CellTexts texts) {
        return in(texts, headed);
    }

    /** Another unit that a line states which is no row of data. */
    Optional<Finding> ofLine(CellTexts texts) {
        return in(texts, NONE);
    }

    private Optional<Finding> in(CellTexts texts, BitSet besides) {
        for (int i = 0; !money.isEmpty() && i < texts.size(); i++) {
            Cell cell = texts.cell(i);
            if (besides.get(cell.at().column())) {
                continue;
            }
            Optional<UnitText> unit = texts.unit(i);
            if (unit.isPresent()) {
                // All columns of which it says the same wrong thing are accused at once.
                List<Finding> others = money.stream()
                        .map(column -> other(
                                column, unit.get(), cell.at(), cell.value().shown(), false))
                        .flatMap(Optional::stream)
                        .toList();
                if (!others.isEmpty()) {
                    return Optional.of(others.get(0));
                }
            }
        }
        return Optional.empty();
    }

    /** Another unit that the number format of a figure's cell names than the one that the figure is taken for. */
    Optional<Finding> ofFormat(HeaderColumn column, Cell cell) {
        return cell.value() instanceof CellValue.Numeric number
                ? ofFormat(number)
                        .flatMap(stated ->
                                other(column, stated, cell.at(), number.look().format(), true))
                : Optional.empty();
    }

    /** The unit that a number's format says it is stored in. */
    Optional<UnitText> ofFormat(CellValue.Numeric number) {
        return number.look().isWordless()
                ? Optional.empty()
                : number.look().part(number.value()).flatMap(part -> byFormat.computeIfAbsent(part, UnitText::stored));
    }

    /** The finding of a statement for a column, if it is not the column's unit. */
    Optional<Finding> other(HeaderColumn column, UnitText stated, CellRef at, String shown, boolean format) {
        boolean same = stated instanceof UnitText.NoMoney
                || (stated instanceof UnitText.Known known && known.unit() == column.unit());
        if (same || !accused.add(column.index())) {
            return Optional.empty();
        }
        OtherUnit other = new OtherUnit(shown, format, header.sheet().at(at.a1()));
        Finding finding = stated instanceof UnitText.Known
                ? other.against(column.unitFrom())
                : Finding.of(Code.E113, other.at()).with("found", shown);
        return Optional.of(finding.column(column.heading()));
    }
}
