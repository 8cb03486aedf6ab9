package bankscore.contribution.load;

import bankscore.contribution.scheme.Scheme;
import bankscore.exact.Period;
import bankscore.finding.ConfigException;
import bankscore.intake.Dataset;
import bankscore.load.rule.RuleReader;
import bankscore.load.yaml.YamlFile;
import java.util.List;

/** Reads schemes for runs: of a period only the items that are scored in it. */
public record SchemeReader() implements RuleReader<Scheme> {

    @Override
    public Scheme read(YamlFile file, List<Dataset> datasets) throws ConfigException {
        return SchemeLoader.load(file, datasets);
    }

    @Override
    public Scheme in(Scheme scheme, Period period) {
        return scheme.in(period);
    }
}
