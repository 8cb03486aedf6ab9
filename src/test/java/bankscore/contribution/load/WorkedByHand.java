package bankscore.contribution.load;

import bankscore.contribution.judge.RuleCase;
import bankscore.finding.ConfigException;
import bankscore.intake.Dataset;
import java.util.List;

/** Small rules and what was worked by hand of them, both as files say it. */
public final class WorkedByHand {

    private static final String HEAD = """
            rule: test
            scheme: test
            title: 测试
            in_force: {from: 2022-01-01}
            source: {document: 办法}
            rounding: {points: 2}
            """;

    private WorkedByHand() {}

    /**
     * What comes out otherwise than it was worked.
     *
     * @param rule all below the head of a rule
     * @param worked a case without its name
     */
    public static List<String> differences(String rule, String worked) throws ConfigException {
        List<Dataset> datasets = RuleFiles.datasets();
        RuleCase one = CaseLoader.parse("case.yaml", "name: case\n" + worked, "test", datasets);
        if (one.expected().isEmpty()) {
            throw new IllegalArgumentException("nothing is expected");
        }
        return one.differences(RuleFiles.parse(HEAD + rule, datasets)).stream()
                .map(each -> each.expected().path() + ": " + each.expected().value() + " was worked, "
                        + each.found().orElse("nothing") + " came out")
                .toList();
    }

    /** What a rule is refused for: the codes, in order. */
    public static List<String> refused(String rule) throws ConfigException {
        try {
            RuleFiles.parse(HEAD + rule, RuleFiles.datasets());
            return List.of();
        } catch (ConfigException e) {
            return e.problems().stream().map(problem -> problem.code()).toList();
        }
    }
}
