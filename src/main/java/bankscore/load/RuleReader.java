package bankscore.load;

import bankscore.finding.ConfigException;
import bankscore.intake.Dataset;
import bankscore.rule.Rule;
import java.util.List;
import java.util.Set;

/** How an application reads a rule of its kind. */
@FunctionalInterface
public interface RuleReader<R extends Rule> {

    /**
     * Reads a rule that sees the figures of these datasets.
     *
     * @throws ConfigException with every problem of the file
     */
    R read(YamlFile file, List<Dataset> datasets) throws ConfigException;

    /**
     * The kinds of rules in the same folder that other applications read: their files are passed over. A kind that is not
     * named here is refused, so that no rule goes out of force by a slip in its first line. Empty text: a file that says no
     * kind.
     */
    default Set<String> others() {
        return Set.of();
    }
}
