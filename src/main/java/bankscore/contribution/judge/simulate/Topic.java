package bankscore.contribution.judge.simulate;

import bankscore.intake.change.Setting;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What a setting is about, told by the first step of its path. */
public enum Topic {
    /** The scheme: every first step that is none of the others. */
    SCHEME,
    /** A bank's figure. */
    FIGURES,
    /** A published figure such as the citywide loan-to-deposit ratio. */
    PARAMETERS,
    /** The amount of a fund to place. */
    POOLS,
    /** What the government does to a bank at risk. */
    RISK,
    /** What leaders change in a bank's target of a fund. */
    ADJUSTMENTS;

    /** What a setting is about. */
    public static Topic of(Setting setting) {
        return Stream.of(values())
                .filter(topic -> topic != SCHEME && setting.isBelow(topic.word()))
                .findFirst()
                .orElse(SCHEME);
    }

    /** The first steps that are not of the scheme, in the order in which they are told. */
    public static List<String> words() {
        return Stream.of(values())
                .filter(topic -> topic != SCHEME)
                .map(Topic::word)
                .toList();
    }

    /** The first step of a path about it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
