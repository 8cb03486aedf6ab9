package bankscore.load;

import bankscore.finding.ConfigException;
import bankscore.intake.Dataset;
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
}
