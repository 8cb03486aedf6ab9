package bankscore.run.aid;

import bankscore.exact.Fraction;
import bankscore.exact.Period;
import bankscore.facts.Subject;
import bankscore.finding.ConfigException;
import bankscore.intake.Dataset;
import bankscore.load.rule.RuleLoader;
import bankscore.load.rule.RuleReader;
import bankscore.load.yaml.YamlFile;
import bankscore.load.yaml.YamlNode;
import bankscore.load.yaml.YamlNode.Fields;
import bankscore.rule.Parameter;
import bankscore.rule.Rule;
import bankscore.rule.RuleHead;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Every household is paid a share of its heating bill. */
public record AidRule(RuleHead head, Fraction share) implements Rule {

    static final String BILL = "bill";

    /** Bills are handed in long after they were paid. */
    static final RuleReader<AidRule> READER = new RuleReader<>() {
        @Override
        public AidRule read(YamlFile file, List<Dataset> datasets) throws ConfigException {
            return AidRule.read(file);
        }

        @Override
        public String kind() {
            return "aid";
        }

        @Override
        public boolean lastVersionStands() {
            return true;
        }
    };

    private static AidRule read(YamlFile file) throws ConfigException {
        Optional<Fields> fields =
                file.root().map(root -> root.fields("kind", "scheme", "rule", "title", "in_force", "share"));
        file.throwIfRefused();
        Fields given = fields.orElseThrow();
        given.need("kind").ifPresent(kind -> kind.choice(Map.of("aid", true)));
        Optional<RuleHead> head = RuleLoader.head(given, file.digest());
        Fraction share = given.need("share").flatMap(YamlNode::part).orElse(Fraction.ZERO);
        file.throwIfRefused();
        return new AidRule(head.orElseThrow(), share);
    }

    @Override
    public List<Parameter> parameters() {
        return List.of();
    }

    @Override
    public Set<String> columns() {
        return Set.of(BILL);
    }

    @Override
    public Set<String> datasets() {
        return Set.of("households", "roster");
    }

    @Override
    public Map<String, String> publishedUnits() {
        return Map.of();
    }

    @Override
    public boolean isAssessed(Subject subject, Period period) {
        return true;
    }
}
