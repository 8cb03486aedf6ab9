package bankscore.intake.change;

import java.util.Map;
import java.util.TreeMap;

/** A setting that names what is not there, or gives a figure what no figure can be. */
public final class Misaddressed extends Exception {

    private static final long serialVersionUID = 1L;

    private final Enum<?> reason;
    private final transient Map<String, String> details;

    /**
     * A setting is refused.
     *
     * @param reason one of {@link Reason}, or of the words of an application
     * @param namesAndValues placeholders of the words and their values by turns
     */
    public Misaddressed(Enum<?> reason, Setting setting, String... namesAndValues) {
        super(reason + ": " + setting);
        Map<String, String> named = new TreeMap<>(Map.of("path", setting.path(), "value", setting.value()));
        for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
            named.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        this.reason = reason;
        this.details = Map.copyOf(named);
    }

    /** Why, whatever is tried; the words are under {@code simulation.refused.<name>}. */
    public enum Reason {
        /** The path is not steps and numbers in brackets. */
        UNREADABLE,
        /** A step of the path is none of what may stand there. */
        UNKNOWN,
        /** The path ends before a single value. */
        UNFINISHED,
        /** A list has no such element. */
        INDEX,
        /** The path goes on below a single value. */
        TOO_DEEP,
        /** The same path twice. */
        TWICE,
        /** The configuration knows no such sheets. */
        NO_DATASET,
        /** The rule asks for no such published figure. */
        NO_PARAMETER,
        /** A change by a sum must be an amount. */
        NO_AMOUNT,
        /** A figure must be a number or a change in percent. */
        NOT_A_NUMBER,
        /** What is not there cannot be changed by a part of it. */
        NO_FIGURE,
        /** The check of the sheets would refuse the figure. */
        IMPOSSIBLE
    }

    public Enum<?> reason() {
        return reason;
    }

    /** Values of the words' placeholders; {@code code} names a finding's title. */
    public Map<String, String> details() {
        return details;
    }
}
