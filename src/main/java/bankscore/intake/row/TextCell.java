package bankscore.intake.row;

import bankscore.facts.register.Register;
import bankscore.finding.Code;
import bankscore.finding.Finding;
import bankscore.intake.SheetHeader;
import bankscore.intake.SheetHeader.HeaderColumn;
import bankscore.intake.text.NumberText;
import bankscore.sheet.Cell;
import bankscore.sheet.CellValue;
import bankscore.sheet.PlainText;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a cell says where words stand: names, codes, choices and notes. */
sealed interface TextCell {

    /** A longer text is no name. */
    int LONGEST_NAME = 200;

    /** Nothing, or a sign for nothing such as — or 无. */
    record Missing() implements TextCell {}

    /** Words, {@linkplain PlainText#visible as papers carry them}; a number as Excel shows it in the format 常规. */
    record Said(String text) implements TextCell {}

    /** No words can be taken. */
    record Bad(Code code, Map<String, String> details) implements TextCell {

        Bad(Code code) {
            this(code, Map.of());
        }
    }

    /**
     * What a cell says.
     *
     * @param cell null if nothing stands there
     */
    static TextCell read(@Nullable Cell cell, boolean name) {
        if (cell == null) {
            return new Missing();
        }
        CellValue value = cell.value();
        if (value instanceof CellValue.Failure) {
            return new Bad(Code.E204);
        }
        if (value instanceof CellValue.Uncached) {
            return new Bad(Code.E205);
        }
        if (value instanceof CellValue.Text text) {
            String visible = text.isCommon() ? text.text() : PlainText.visible(text.text());
            if (NumberText.isMissing(visible)) {
                return new Missing();
            }
            if (name && visible.length() > LONGEST_NAME) {
                return new Bad(Code.E219);
            }
            if (name && beginsLikeFormula(text.text())) {
                return new Bad(Code.E213);
            }
            return new Said(visible);
        }
        if (value instanceof CellValue.Numeric number) {
            BigDecimal bare = number.value().stripTrailingZeros();
            return new Said(Math.abs(bare.scale()) > 40 ? bare.toString() : bare.toPlainString());
        }
        return new Said(value.shown());
    }

    /** A blank or a character that nobody sees inside a name is forgiven, and told once for its column. */
    static Optional<Finding> hidden(SheetHeader header, HeaderColumn column, @Nullable Cell cell) {
        return cell != null && cell.value() instanceof CellValue.Text text && text.hidesSomething()
                ? Optional.of(Finding.of(Code.N111, header.sheet().at(cell.at().a1()))
                        .column(column.heading())
                        .with("found", text.shown())
                        .with(Finding.CAUSE, header.headingOf(column)))
                : Optional.empty();
    }

    /** Whether a spreadsheet might take the text for a formula; full-width signs count too. */
    static boolean beginsLikeFormula(String text) {
        if (!text.isEmpty() && PlainText.isChinese(text.charAt(0))) {
            return false;
        }
        String key = Register.key(text);
        return text.startsWith("\t") || (!key.isEmpty() && "=+-@".indexOf(key.charAt(0)) >= 0);
    }
}
