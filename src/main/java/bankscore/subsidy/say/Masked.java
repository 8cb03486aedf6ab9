package bankscore.subsidy.say;

import bankscore.subsidy.decide.Decision;
import java.util.Optional;
import java.util.regex.Pattern;

/** What may be published of a claimant: of a natural person neither the whole name nor the whole number. */
public final class Masked {

    private static final String STARS = "*".repeat(8);

    /** 18 digits, the last of which may be an X: where one stands in a name, it is masked too. */
    private static final Pattern RESIDENT = Pattern.compile("([0-9]{6})[0-9]{8}([0-9]{3}[0-9Xx])");

    private Masked() {}

    /**
     * A claimant on a list that everybody reads.
     *
     * @param number the credit code; of a natural person the masked number of the resident, empty if no register tells it
     */
    public record Listed(String name, String number) {}

    /** What the list says of a line's claimant. */
    public static Listed of(Decision line, Report report) {
        Report.Persons persons = report.known().persons().get(line.subsidy());
        Decision.Party claimant = line.claimant();
        if (persons == null) {
            // A key that is the name itself tells nothing more.
            return new Listed(claimant.name(), claimant.key().equals(claimant.name()) ? "" : claimant.key());
        }
        Optional<String> number =
                persons.resident().flatMap(column -> persons.register().text(claimant.key(), column, line.day()));
        return new Listed(name(claimant.name()), number.map(Masked::number).orElse(""));
    }

    /** 张三 becomes 张*. */
    public static String name(String name) {
        return name.isEmpty() ? "" : number(name.substring(0, name.offsetByCodePoints(0, 1)) + "*");
    }

    /** 332501197001010012 becomes 332501********0012; of any other form nothing but its end is shown. */
    public static String number(String number) {
        if (RESIDENT.matcher(number).matches()) {
            return RESIDENT.matcher(number).replaceFirst("$1" + STARS + "$2");
        }
        return number.length() <= 2 ? number : STARS + number.substring(number.length() - 2);
    }
}
