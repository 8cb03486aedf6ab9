package bankscore.contribution.load;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.contribution.scheme.Item;
import bankscore.contribution.scheme.Scheme;
import bankscore.exact.Fraction;
import bankscore.finding.ConfigException;
import bankscore.intake.change.ChangedValue;
import bankscore.intake.change.Setting;
import bankscore.load.change.RuleChanges;
import bankscore.load.yaml.YamlFile;
import bankscore.rule.Parameter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Parameters as the model names them and as the files write them. */
class ParametersTest {

    /** Keys whose text may look like a number and is none, and what has names of its own. */
    private static final Set<String> TEXTS = Set.of("id", "name", "measure", "group", "funds.", "first[0].where");

    @Test
    void every_number_of_an_item_stands_under_its_name_with_its_value() throws ConfigException {
        for (Scheme scheme : RuleFiles.schemes()) {
            for (Item item : scheme.items()) {
                Map<String, Fraction> written = written(scheme, item.path() + ".");
                assertThat(item.parameters()).as(scheme.id() + " " + item.id()).containsAllEntriesOf(written);
            }
        }
    }

    @Test
    void every_number_of_the_placing_stands_under_its_name_with_its_value() throws ConfigException {
        for (Scheme scheme : RuleFiles.schemes()) {
            assertThat(scheme.allocation().parameters())
                    .as(scheme.id())
                    .containsAllEntriesOf(written(scheme, "allocation."));
            scheme.funds()
                    .forEach((fund, rule) -> assertThat(rule.parameters())
                            .as(scheme.id() + " " + fund)
                            .containsAllEntriesOf(written(scheme, "allocation.funds." + fund + ".")));
        }
    }

    /** The numbers that the file writes below a path, by the names that the model has for them. */
    private static Map<String, Fraction> written(Scheme scheme, String path) {
        Map<String, Fraction> written = new LinkedHashMap<>();
        for (Parameter parameter : scheme.parameters()) {
            if (parameter.path().startsWith(path)) {
                String name = parameter.path().substring(path.length());
                if (TEXTS.stream().noneMatch(name::startsWith)) {
                    parameter.exact().ifPresent(value -> written.put(name, value));
                }
            }
        }
        return written;
    }

    @Test
    void a_parameter_that_no_example_has_is_named_as_the_file_names_it() throws ConfigException {
        Scheme scheme = RuleFiles.parse("""
                rule: test
                scheme: test
                title: 测试
                in_force: {from: 2022-01-01}
                source: {document: 办法}
                rounding: {points: 2}
                measures:
                  own: {name: 值, formula: tax}
                items:
                  - {id: a, name: 甲, kind: base, clause: 一, mark: text, measure: own, weight: 12.5%, only_if: {measure: own, at_most: -0.5, else: -2}, method: {rank: {table: [3, 2.25]}}}
                  - {id: b, name: 乙, kind: base, clause: 一, mark: text, measure: own, method: {bands: [{from: 1, to: 2, closed: both, points: 3}, {from: 2, closed: none, points: 4}]}}
                """);
        assertThat(scheme.items().get(0).parameters())
                .isEqualTo(Map.of(
                        "rank.table[0]", Fraction.of(3),
                        "rank.table[1]", Fraction.of("2.25"),
                        "only_if.at_most", Fraction.of("-0.5"),
                        "only_if.else", Fraction.of(-2),
                        "weight", Fraction.of("0.125")))
                .isEqualTo(written(scheme, scheme.items().get(0).path() + "."));
        assertThat(scheme.items().get(1).parameters())
                .isEqualTo(Map.of(
                        "bands[0].from", Fraction.of(1),
                        "bands[0].to", Fraction.of(2),
                        "bands[0].points", Fraction.of(3),
                        "bands[1].from", Fraction.of(2),
                        "bands[1].points", Fraction.of(4),
                        "weight", Fraction.ONE));
    }

    private static final String NESTED = """
            rule: test
            scheme: test
            title: 测试
            in_force: {from: 2022-01-01}
            source: {document: 办法}
            rounding: {points: 2}
            measures:
              own: {name: 值, formula: tax}
            items:
              - {id: a, name: 甲, kind: base, clause: 一, mark: text, measure: own, only_if: {any: [{all: [{measure: own, above: 1}, {not: {measure: own, below: 0.5}}]}, {measure: own, at_most: tax}], else: 4}, method: {value: {}}}
            """;

    @Test
    void the_bounds_of_a_joined_condition_are_named_as_the_file_names_them() throws ConfigException {
        Scheme scheme = RuleFiles.parse(NESTED);

        assertThat(scheme.items().get(0).parameters())
                .isEqualTo(Map.of(
                        "only_if.any[0].all[0].above",
                        Fraction.ONE,
                        "only_if.any[0].all[1].not.below",
                        Fraction.of("0.5"),
                        "only_if.else",
                        Fraction.of(4),
                        "weight",
                        Fraction.ONE))
                .containsAllEntriesOf(written(scheme, scheme.items().get(0).path() + "."));
    }

    @Test
    void a_bound_within_a_joined_condition_can_be_set() throws Exception {
        String path = "items.a.only_if.any[0].all[1].not.below";
        RuleChanges.Changed<Scheme> changed = RuleChanges.of(
                YamlFile.of("test.yaml", NESTED),
                RuleFiles.datasets(),
                SchemeLoader::load,
                SchemeLoader.PATHS,
                List.of(new Setting(path, "0.75")));

        assertThat(changed.rule().items().get(0).parameters())
                .containsEntry("only_if.any[0].all[1].not.below", Fraction.of("0.75"));
        assertThat(changed.changes()).extracting(ChangedValue::before).containsExactly(Optional.of("0.5"));
    }
}
