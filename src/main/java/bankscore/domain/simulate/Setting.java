package bankscore.domain.simulate;

import bankscore.domain.intake.NumberText;
import java.util.Optional;

/**
 * One thing that is to be otherwise in a simulation.
 *
 * @param path where it stands, such as {@code items.tax.bands[6].points} or {@code figures.B007.tax}
 * @param value what is to stand there, as typed
 */
public record Setting(String path, String value) {

    private static final String FIGURES = "figures.";
    private static final String PARAMETERS = "parameters.";

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

    /** Whether it is about a bank's figure. */
    public boolean ofFigures() {
        return path.startsWith(FIGURES);
    }

    /** Whether it is about a published figure such as the citywide loan-to-deposit ratio. */
    public boolean ofParameters() {
        return path.startsWith(PARAMETERS);
    }

    /** Whether it is about the scheme. */
    public boolean ofScheme() {
        return !ofFigures() && !ofParameters();
    }

    /** The path without the word it begins with, if it is about figures or parameters. */
    String rest() {
        return path.substring((ofFigures() ? FIGURES : PARAMETERS).length());
    }

    @Override
    public String toString() {
        return path + "=" + value;
    }
}
