package bankscore.intake.change;

import bankscore.intake.text.NumberText;
import java.util.Optional;

/**
 * One thing that is to be otherwise in a simulation.
 *
 * @param path where it stands, such as {@code items.tax.bands[6].points} or {@code figures.B007.tax}
 * @param value what is to stand there, as typed
 */
public record Setting(String path, String value) {

    /** What {@code path=value} says; nothing if a side is missing. */
    public static Optional<Setting> read(String typed) {
        String text = NumberText.halfWidth(typed);
        int sign = text.indexOf('=');
        if (sign < 0) {
            return Optional.empty();
        }
        Setting setting = new Setting(
                text.substring(0, sign).strip(), text.substring(sign + 1).strip());
        return setting.path().isEmpty() || setting.value().isEmpty() ? Optional.empty() : Optional.of(setting);
    }

    /** Whether its path begins with a word and goes on. */
    public boolean isBelow(String word) {
        return path.startsWith(word + ".");
    }

    /** The path without its first step, as written: names may hold points. */
    public String rest() {
        return path.substring(path.indexOf('.') + 1);
    }

    @Override
    public String toString() {
        return path + "=" + value;
    }
}
