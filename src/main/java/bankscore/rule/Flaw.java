package bankscore.rule;

import java.util.Map;

/**
 * Why a rule is not sound.
 *
 * @param path the parameter, such as {@code items.tax.bands[1]}; below its owner where the owner tells it
 * @param text the offending text
 * @param code the words' key below {@code config.}
 * @param details values of the words' placeholders
 */
public record Flaw(String path, String text, String code, Map<String, String> details) {

    public Flaw {
        details = Map.copyOf(details);
    }

    /** A flaw without details. */
    public Flaw(String path, String text, String code) {
        this(path, text, code, Map.of());
    }

    /** The same, told from above its owner. */
    public Flaw below(String owner) {
        return new Flaw(owner + "." + path, text, code, details);
    }
}
