package bankscore.load.rule;

import bankscore.exact.Period;
import bankscore.finding.ConfigException;
import bankscore.intake.Dataset;
import bankscore.load.yaml.YamlFile;
import bankscore.rule.Rule;
import java.util.List;

/** How an application reads a rule of its kind. */
@FunctionalInterface
public interface RuleReader<R extends Rule> {

    /**
     * Reads a rule that sees the figures of these datasets.
     *
     * @throws ConfigException with every problem of the file
     */
    R read(YamlFile file, List<Dataset> datasets) throws ConfigException;

    /** What a rule comes to in a period, where it says other things of some periods. */
    default R in(R rule, Period period) {
        return rule;
    }

    /** What a file of its kind says under {@code kind}; empty: nothing. Other files are passed over. */
    default String kind() {
        return "";
    }

    /**
     * Whether the last version of a rule stands for periods that begin when it is no longer in force: claims are handed in
     * long after what they are for.
     */
    default boolean lastVersionStands() {
        return false;
    }
}
