package bankscore.contribution.scheme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import bankscore.contribution.load.RuleFiles;
import bankscore.finding.ConfigException;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is proved of a scheme before anything runs, method by method. */
class SoundnessTest {

    private static final String HEAD = """
            rule: test
            scheme: test
            title: 测试
            in_force: {from: 2022-01-01}
            source: {document: 办法}
            rounding: {points: 2}
            measures:
              own: {name: 值, formula: tax}
            """;

    /** The problems as {@code code name=value}. */
    private static String problems(String text, String... datasets) {
        ConfigException refusal =
                catchThrowableOfType(ConfigException.class, () -> RuleFiles.parse(text, RuleFiles.datasets(datasets)));
        return refusal == null
                ? ""
                : refusal.problems().stream()
                        .map(problem -> problem.code() + shown(problem.details()))
                        .collect(Collectors.joining("; "));
    }

    private static String shown(Map<String, String> details) {
        StringBuilder shown = new StringBuilder();
        new TreeMap<>(details)
                .forEach((name, value) ->
                        shown.append(' ').append(name).append('=').append(value));
        return shown.toString();
    }

    private static String item(String id, String kind, String method) {
        return "  - {id: " + id + ", name: 项, kind: " + kind + ", measure: own, method: {" + method
                + "}, clause: 一, mark: text}\n";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bands: [{points: 0}, {from: 1, points: 5}] | deduction_gives_nothing least=0",
                "bands: [{points: -1}, {from: 1, points: 0}] |",
                "ratio_to_best: {full: 5} | deduction_gives_nothing least=0",
                "ratio_to_reference: {full: 5, reference: 5} | deduction_gives_nothing least=0",
                "share_of_total: {full: 5} | deduction_gives_nothing least=0",
                "min_max: {full: 5} | deduction_gives_nothing least=0",
                "rank: {first: 0, step: 1} | deduction_gives_nothing least=0",
                "rank: {first: 0, step: 1, floor: -5} |",
                "rank: {table: [0, 0]} | deduction_gives_nothing least=0",
                "rank: {table: [0, -3]} |",
                "linear: {reference: 5, per: 1, points: 1, steps: whole, min: 0} | deduction_gives_nothing least=0",
                "linear: {reference: 5, per: 1, points: 1, steps: whole, min: -10} |",
                "linear: {reference: 5, per: 1, points: 1, steps: whole} |",
                "value: {min: 0} | deduction_gives_nothing least=0",
                "value: {min: 2} | deduction_gives_nothing least=2",
                "value: {min: -5} |",
                "value: {} |",
                "'value: {min: 0}}, only_if: {measure: own, above: 1, else: -3' |",
                "'value: {min: 2}}, only_if: {measure: own, above: 1, else: 1' | deduction_gives_nothing least=1",
            })
    void a_deduction_that_never_deducts_is_refused(String method, String expected) {
        assertThat(problems(HEAD + "items:\n" + item("it", "deduction", method), "tax"))
                .isEqualTo(expected == null ? "" : expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bands: [{points: 0}, {from: 1, points: 10}, {from: 2, points: 5}] |",
                "bands: [{points: 0}, {from: 1, points: 9}] | points_sum sum=9",
                "ratio_to_best: {full: 10} |",
                "ratio_to_best: {full: 11} | points_sum sum=11",
                "ratio_to_reference: {full: 10, reference: 5} |",
                "ratio_to_reference: {full: 10, reference: 5, cap: 12} | points_sum sum=12",
                "share_of_total: {full: 10} |",
                "share_of_total: {full: 8} | points_sum sum=8",
                "rank: {first: 10, step: 1} |",
                "rank: {first: 3, step: -1, floor: 10} |",
                "rank: {table: [5, 10, 8]} |",
                "rank: {table: [5, 8]} | points_sum sum=8",
                "linear: {reference: 5, per: 1, points: 1, steps: whole, max: 10} |",
                "linear: {reference: 5, per: 1, points: 1, steps: whole, max: 7} | points_sum sum=7",
                "linear: {reference: 5, per: 1, points: 1, steps: whole} | no_most_points",
                "min_max: {full: 10} |",
                "min_max: {full: 2.5} | points_sum sum=2.5",
                "min_max: {base: 6, full: 10} |",
                "ratio_to_reference: {full: 10, reference: 5, cap: none} |",
                "value: {max: 10} |",
                "value: {max: 6} | points_sum sum=6",
                "value: {} | no_most_points",
                "'value: {max: 20}}, weight: 50%, only_if: {measure: own, above: 1, else: 0' |",
            })
    void the_most_points_of_the_base_items_are_the_declared_ones(String method, String expected) {
        assertThat(problems("full_points: 10\n" + HEAD + "items:\n" + item("it", "base", method), "tax"))
                .isEqualTo(expected == null ? "" : expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "annual 10 interim 10 |",
                "annual 10 interim 9 | points_sum_periods periods=interim sum=9",
                "annual,interim 4 annual 6 | points_sum_periods periods=interim sum=4",
                "annual,interim 10 annual,interim 0 |",
                "annual 4 annual 6 | points_sum_periods periods=interim sum=0; no_items_of_periods",
            })
    void points_are_added_up_for_the_year_and_for_the_quarters_before(String items, String expected) {
        String[] words = items.split(" ", -1);
        StringBuilder text = new StringBuilder("full_points: 10\n" + HEAD + "items:\n");
        for (int i = 0; i < words.length; i += 2) {
            text.append("  - {id: i" + i + ", name: 项, kind: base, measure: own, method: {ratio_to_best: {full: "
                    + words[i + 1] + "}}, periods: [" + words[i] + "], clause: 一, mark: text}\n");
        }

        assertThat(problems(text.toString(), "tax")).isEqualTo(expected == null ? "" : expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // each kind of bank by itself
                "甲 10 乙 10 | {} |",
                "甲 10 乙 9 | {} | points_sum_kind kind=乙 sum=9",
                "甲 9 乙 9 | {} | points_sum_kind kind=甲 sum=9; points_sum_kind kind=乙 sum=9",
                // kinds that are not assessed do not count
                "甲 10 乙 9 | {kinds: [甲]} |",
                "甲 10 乙 9 | {not_kinds: [乙]} |",
                "甲 10 乙 9 | {kinds: [甲, 丙]} | points_sum_kind kind=丙 sum=0",
                // an item for all counts for those that nobody names, too
                "甲 5 * 5 | {} | points_sum sum=5",
                "甲 5 * 5 | {kinds: [甲]} |",
                "* 5 * 5 | {} |",
            })
    void points_are_added_up_for_every_kind_of_bank(String items, String assess, String expected) {
        String[] words = items.split(" ", -1);
        StringBuilder text = new StringBuilder("full_points: 10\nassess: " + assess + "\n" + HEAD + "items:\n");
        for (int i = 0; i < words.length; i += 2) {
            String only = words[i].equals("*") ? "" : ", applies_to: [" + words[i] + "]";
            text.append("  - {id: i" + i + ", name: 项, kind: base, measure: own, method: {ratio_to_best: {full: "
                    + words[i + 1] + "}}, clause: 一, mark: text" + only + "}\n");
        }

        assertThat(problems(text.toString(), "tax")).isEqualTo(expected == null ? "" : expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{points: 0}, {from: 5, to: 5, closed: both, points: 3}, {from: 5, closed: none, points: 5} |",
                "{to: 5, closed: none, points: 0}, {from: 5, to: 5, closed: both, points: 3}, {from: 5, closed: none, points: 5} |",
                "{to: 5, points: 0}, {from: 5, to: 5, points: 3}, {from: 5, points: 5} | band_empty from=5 to=5",
                "{to: 5, points: 0}, {from: 6, points: 5} | band_gap from=5 to=6",
                "{to: 6, points: 0}, {from: 5, points: 5} | band_overlap from=5 to=6",
                "{to: 5, closed: upper, points: 0}, {from: 5, closed: lower, points: 5} | band_doubled value=5",
                "{points: 0}, {from: 5, to: 9, points: 5} | band_ends value=9",
            })
    void bands_are_in_order_without_gap_and_overlap(String bands, String expected) {
        assertThat(problems(HEAD + "items:\n" + item("it", "base", "bands: [" + bands + "]"), "tax"))
                .isEqualTo(expected == null ? "" : expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{cap: {percent_of_own_deposits: 10}} | no_deposits",
                "{cap: {percent_of_pool: 10}} |",
                "{funds: {社保: {cap: {percent_of_own_deposits: 10}}}} | no_deposits",
                // once for all funds that follow the general rule
                "{cap: {percent_of_own_deposits: 10}, funds: {社保: {lot: 5}}} | no_deposits",
                "{cap: {percent_of_own_deposits: 10}, funds: {社保: {cap: {percent_of_own_deposits: 9}}}} | no_deposits",
            })
    void a_cap_by_deposits_needs_the_deposits(String allocation, String expected) {
        String text = HEAD + "items:\n" + item("it", "base", "value: {}") + "allocation: " + allocation + "\n";

        assertThat(problems(text, "tax")).isEqualTo(expected == null ? "" : expected);
        assertThat(problems(text, "tax", "credit")).isEmpty();
    }

    /** A published figure has the unit of what is held against it: by a step, a ratio, or a gate. */
    @Test
    void a_published_figure_has_the_unit_of_what_is_held_against_it() throws Exception {
        Scheme scheme = RuleFiles.parse("""
                rule: test
                scheme: test
                title: 测试
                in_force: {from: 2022-01-01}
                source: {document: 办法}
                rounding: {points: 2}
                measures:
                  own: {name: 值, unit: "%", formula: tax}
                  money: {name: 钱, unit: 万元, formula: tax}
                  users: {name: 数, unit: 户, formula: tax}
                benchmarks:
                  step: {published: 全市增速}
                  ratio: {published: 全市税收}
                  gate: {published: 全市户数}
                  computed: {formula: mean(tax)}
                items:
                  - {id: a, name: 项, kind: base, measure: own, method: {linear: {reference: step, per: 1, points: 1, steps: whole}}, clause: 一, mark: text}
                  - {id: b, name: 项, kind: base, measure: money, method: {ratio_to_reference: {full: 5, reference: ratio}}, clause: 一, mark: text}
                  - {id: c, name: 项, kind: base, measure: money, method: {value: {}}, only_if: {measure: users, above: gate}, clause: 一, mark: text}
                  - {id: d, name: 项, kind: base, measure: money, method: {ratio_to_reference: {full: 5, reference: computed}}, clause: 一, mark: text}
                """, RuleFiles.datasets("tax"));

        assertThat(scheme.publishedUnits()).isEqualTo(Map.of("全市增速", "%", "全市税收", "万元", "全市户数", "户"));
    }
}
