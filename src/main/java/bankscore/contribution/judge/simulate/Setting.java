package bankscore.contribution.judge.simulate;

import bankscore.intake.text.NumberText;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One thing that is to be otherwise in a simulation.
 *
 * @param path where it stands, such as {@code items.tax.bands[6].points} or {@code figures.B007.tax}
 * @param value what is to stand there, as typed
 */
public record Setting(String path, String value) {

    /** What a path is about, told by its first step. */
    public enum Subject {
        /** The scheme: every first step that is none of the others. */
        SCHEME(""),
        /** A bank's figure. */
        FIGURES("figures."),
        /** A published figure such as the citywide loan-to-deposit ratio. */
        PARAMETERS("parameters."),
        /** The amount of a fund to place. */
        POOLS("pools."),
        /** What the government does to a bank at risk. */
        RISK("risk."),
        /** What leaders change in a bank's target of a fund. */
        ADJUSTMENTS("adjustments.");

        private final String prefix;

        Subject(String prefix) {
            this.prefix = prefix;
        }

        /** The first steps that are not of the scheme, in the order in which they are told. */
        public static List<String> words() {
            return Stream.of(values())
                    .filter(subject -> subject != SCHEME)
                    .map(subject -> subject.prefix.substring(0, subject.prefix.length() - 1))
                    .toList();
        }
    }

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

    /** What it is about. */
    public Subject subject() {
        return Stream.of(Subject.values())
                .filter(subject -> subject != Subject.SCHEME && path.startsWith(subject.prefix))
                .findFirst()
                .orElse(Subject.SCHEME);
    }

    /** The path without its first step, if it is not about the scheme. */
    String rest() {
        return path.substring(subject().prefix.length());
    }

    @Override
    public String toString() {
        return path + "=" + value;
    }
}
