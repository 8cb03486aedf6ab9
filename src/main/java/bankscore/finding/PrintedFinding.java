package bankscore.finding;

import bankscore.sheet.Place;
import java.util.List;

/**
 * A finding in words, as every output shows it and {@code result.json} holds it.
 *
 * @param code the stable code
 * @param place file, sheet and cell
 * @param subject the subject's name; empty if none is meant
 * @param column the column's heading; empty if none is meant
 * @param found what the file says
 * @param expected what it should say
 * @param action what to do
 * @param message title, found, expected and action in one line
 * @param reason the office's written reason; empty if there is none
 */
public record PrintedFinding(
        Code code,
        Place place,
        String subject,
        String column,
        String found,
        String expected,
        String action,
        String message,
        String reason) {

    /** What the message begins with. */
    public String title() {
        return message.split("。", 2)[0];
    }

    public Level level() {
        return code.level();
    }

    /** How many of them are of a level. */
    public static long count(List<PrintedFinding> findings, Level level) {
        return findings.stream().filter(finding -> finding.level() == level).count();
    }

    public PrintedFinding withReason(String written) {
        return new PrintedFinding(code, place, subject, column, found, expected, action, message, written);
    }
}
