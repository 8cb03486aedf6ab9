package bankscore.intake.row;

import bankscore.facts.register.Register;
import bankscore.finding.Code;
import bankscore.finding.Finding;
import bankscore.intake.Column;
import bankscore.intake.text.CheckCharacters;
import bankscore.sheet.Cell;
import bankscore.sheet.CellValue;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a cell says where a long number stands: a policy, a contract, an account, a code of a firm or a person. Such a number
 * is a text; a spreadsheet that took it for an amount keeps 15 of its digits.
 */
final class LongNumber {

    private static final int KEPT = 15;

    private static final Pattern SHORTENED = Pattern.compile("\\d(?:\\.\\d{1,15}[Ee]\\+?|[Ee]\\+)\\d{2}");

    private static final int LONGEST_SHORTENED = 24;

    private LongNumber() {}

    /** What the cell says; codes that carry a check character as they are written by the standards. */
    static TextCell read(Column.Kind kind, @Nullable Cell cell) {
        TextCell read = TextCell.read(cell, true);
        if (!(read instanceof TextCell.Said said)) {
            return read;
        }
        String plain = Register.key(said.text());
        boolean numeric = cell != null && cell.value() instanceof CellValue.Numeric;
        boolean cut = numeric
                ? plain.length() > KEPT
                : plain.length() <= LONGEST_SHORTENED
                        && plain.length() > 1
                        && ".Ee".indexOf(plain.charAt(1)) >= 0
                        && SHORTENED.matcher(plain).matches();
        if (cut) {
            return new TextCell.Bad(Code.E220);
        }
        return switch (kind) {
            case CREDIT_CODE -> checked(plain, CheckCharacters.isCreditCode(upper(plain)), Map.of());
            case RESIDENT_ID ->
                checked(plain, CheckCharacters.isResidentId(upper(plain)), Map.of(Finding.VARIANT, "resident"));
            default -> said;
        };
    }

    private static TextCell checked(String plain, boolean right, Map<String, String> details) {
        return right ? new TextCell.Said(upper(plain)) : new TextCell.Bad(Code.E221, details);
    }

    private static String upper(String plain) {
        return plain.toUpperCase(Locale.ROOT);
    }
}
