package bankscore.contribution.scheme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import bankscore.contribution.load.RuleFiles;
import bankscore.rule.Definition;
import bankscore.rule.Formula;
import bankscore.rule.FormulaException;
import bankscore.rule.FormulaParser;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a scheme knows of itself, and how formulas are read. */
class SchemeTest {

    private static final String HEAD = """
            rule: test
            scheme: test
            title: 测试
            in_force: {from: 2022-01-01, to: 2022-12-30}
            source: {document: 办法}
            rounding: {points: 2}
            """;

    @Test
    void a_scheme_tells_its_days_its_columns_and_the_rule_of_a_fund() throws Exception {
        Scheme scheme = RuleFiles.parse(HEAD + """
                measures:
                  own: {name: 值, formula: tax / loans}
                  twice: {name: 值, formula: own * 2}
                  rating: {name: 分, formula: survey.rating, of: mean}
                benchmarks:
                  city: {formula: "-mean(loans_opening)"}
                items:
                  - {id: it, name: 项, kind: base, measure: twice, method: {linear: {reference: city, per: 1, points: 1, steps: whole}}, clause: 一, mark: text}
                  - {id: rating, name: 项, kind: base, measure: rating, method: {value: {}}, clause: 一, mark: text}
                allocation: {funds: {社保: {cap: {percent_of_own_deposits: 10}}}}
                """, RuleFiles.datasets("tax", "credit", "survey"));

        assertThat(List.of("2021-12-31", "2022-01-01", "2022-12-30", "2022-12-31"))
                .extracting(day -> scheme.inForce(LocalDate.parse(day)))
                .containsExactly(false, true, true, false);
        assertThat(scheme.columns())
                .containsExactlyInAnyOrder("tax", "loans", "loans_opening", "survey.rating", "deposits");
        assertThat(scheme.measures()).extracting(Definition::id).containsExactly("own", "twice", "rating");
        assertThat(scheme.benchmarks()).extracting(Definition::id).containsExactly("city");
        assertThat(scheme.measure("own")).isPresent();
        assertThat(scheme.measure("city")).isEmpty();
        assertThat(scheme.item("rating").map(Item::measure)).hasValue("rating");
        assertThat(scheme.item("own")).isEmpty();
        assertThat(scheme.allocation("社保").caps()).isNotEmpty();
        assertThat(scheme.allocation("国库").caps()).isEmpty();
        assertThat(SchemeChecks.absentKeys(scheme))
                .containsExactly(
                        "source.clauses",
                        "source.issued",
                        "full_points",
                        "assess",
                        "interim",
                        "totals",
                        "ranks",
                        "shares",
                        "allocation.lot",
                        "allocation.tie_order",
                        "allocation.safety",
                        "allocation.unmatured",
                        "allocation.outside");
    }

    /** A fault of an item of 5 points costs 5 at the most; what a mean is made of may be anything. */
    @Test
    void a_record_that_is_only_added_up_comes_to_no_more_than_the_points_of_its_item() throws Exception {
        String item =
                "  - {id: %s, name: %s, kind: base, measure: %s, method: {linear: {base: %d, reference: 0, per: 1, points: -1, steps: pro_rata, min: 0, max: %4$d}}, clause: 一, mark: text}\n";
        Scheme scheme = RuleFiles.parse(
                HEAD + """
                measures:
                  faults: {name: 差错, formula: service.points, of: sum}
                  rating: {name: 分, formula: survey.rating, of: mean}
                items:
                """
                        + item.formatted("less", "少", "faults", 3)
                        + item.formatted("much", "多", "faults", 5)
                        + item.formatted("few", "更少", "faults", 4)
                        + item.formatted("mean", "均", "rating", 7),
                RuleFiles.datasets("service", "survey"));

        assertThat(scheme.most()).hasToString("{service.points=Most[points=5, item=多]}");
    }

    @Test
    void a_benchmark_has_the_unit_of_what_is_held_against_it_if_that_is_one() throws Exception {
        String linear = "method: {linear: {reference: %s, per: 1, points: 1, steps: whole}}, clause: 一, mark: text}";
        Scheme scheme = RuleFiles.parse(
                HEAD + """
                measures:
                  ldr: {name: 值, formula: loans / tax, unit: "%"}
                  all: {name: 值, formula: loans, unit: 万元}
                benchmarks:
                  one: {formula: mean(ldr), published: 全市值}
                  two: {formula: mean(all)}
                items:
                  - {id: a, name: 甲, kind: base, measure: ldr, LONE
                  - {id: b, name: 乙, kind: base, measure: ldr, LTWO
                  - {id: c, name: 丙, kind: base, measure: all, LTWO
                """.replace("LONE", linear.formatted("one")).replace("LTWO", linear.formatted("two")),
                RuleFiles.datasets("tax", "credit"));

        assertThat(scheme.benchmarks()).extracting(scheme::unit).containsExactly("%", "");
        assertThat(scheme.publishedUnits()).isEqualTo(Map.of("全市值", "%"));
    }

    /** Numbers that no figure can change are worked out before a scheme runs: here each is a divisor that is 0. */
    @ParameterizedTest
    @CsvSource({
        "tax / 0, true",
        "tax / (1 - 1), true",
        "tax / (2 * 3 - 6), true",
        "tax / (1 + 1), false",
        "tax / (-(2) + 2), true",
        "tax / (4 / 2 - 2), true",
        "tax / (4 / 2 - 1), false",
        "tax / (loans * 0), true",
        "tax / (0 * loans), true",
        "tax / (loans - loans), true",
        "tax / (loans - deposits), false",
        "tax / (loans + loans), false",
        "tax / (nothing), true",
        "tax / (third - 1/3), false",
        "tax / (third - 0.33), true",
        "tax / sum(0 * loans), true",
        "tax / count(0 * loans), false",
        "tax / sum(loans), false",
        "-(tax / 0), true",
        "sum(tax / 0), true",
        "1 + tax / 0, true",
        "tax / 0 + 1, true",
        "(1 / 0) * tax, true",
        "(loans / deposits) / 0, true",
        "city / 0, true",
        "tax / city, false",
        "tax / zero, true",
        "tax / published, false",
    })
    void a_divisor_that_is_always_zero_is_refused(String formula, boolean refused) throws Exception {
        String text = HEAD + """
                benchmarks:
                  city: {formula: mean(tax)}
                  zero: {formula: 2 - 2}
                  published: {published: 数, else: {formula: 0 * 1}}
                measures:
                  nothing: {name: 值, formula: loans * 0}
                  third: {name: 值, formula: 1 / 3, round: 2}
                  own: {name: 值, formula: "FORMULA"}
                items:
                  - {id: it, name: 项, kind: base, measure: own, method: {value: {}}, only_if: {measure: nothing, above: city}, clause: 一, mark: text}
                  - {id: b, name: 项, kind: base, measure: third, method: {linear: {reference: zero, per: 1, points: 1, steps: whole}}, clause: 一, mark: text}
                  - {id: c, name: 项, kind: base, measure: own, method: {ratio_to_reference: {full: 1, reference: published}}, clause: 一, mark: text}
                """.replace("FORMULA", formula);
        bankscore.finding.ConfigException refusal = catchThrowableOfType(
                bankscore.finding.ConfigException.class,
                () -> RuleFiles.parse(text, RuleFiles.datasets("tax", "credit")));

        assertThat(refusal == null ? "" : refusal.problems().toString()).isEqualTo(refused ? ZERO_DIVISOR : "");
    }

    private static final String ZERO_DIVISOR =
            "[ConfigProblem[file=config/schemes/test.yaml, line=14, text=own, " + "code=zero_divisor, details={}]]";

    /** A tree written out again with every parenthesis. */
    @ParameterizedTest
    @CsvSource({
        "a + b * c, (a + (b * c))",
        "a - b - c, ((a - b) - c)",
        "a / b / c, ((a / b) / c)",
        "(a - b) * c, ((a - b) * c)",
        "-a * b, (-a * b)",
        "--a, --a",
        "-(a + b), -(a + b)",
        "mean( a ) / 2.50, (mean(a) / 2.5)",
        "sum(a - min(b)), sum((a - min(b)))",
        "d.a_1 + Z9, (d.a_1 + Z9)",
    })
    void a_formula_is_read_as_school_teaches(String text, String tree) throws Exception {
        assertThat(shown(FormulaParser.parse(text))).isEqualTo(tree);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``          | ENDS_EARLY 0
            a +         | ENDS_EARLY 3
            a b         | UNEXPECTED 2
            a + )       | UNEXPECTED 4
            * a         | UNEXPECTED 0
            (a + (b)    | NOT_CLOSED 0
            a + sum(b   | NOT_CLOSED 7
            1. + a      | NOT_A_NUMBER 0
            a + 1.2.3   | NOT_A_NUMBER 4
            a + avg(b)  | NO_SUCH_STATISTIC 4
            a + sum     | STATISTIC_WITHOUT_PARENTHESES 4
            a % b       | UNEXPECTED 2
            a[1]        | UNEXPECTED 1
            """)
    void what_is_no_formula_is_refused_with_its_place(String text, String problem) {
        FormulaException refusal = catchThrowableOfType(FormulaException.class, () -> FormulaParser.parse(text));

        assertThat(refusal.problem() + " " + refusal.position()).isEqualTo(problem);
    }

    @Test
    void a_formula_may_be_a_hundred_deep_and_no_deeper() throws Exception {
        assertThat(shown(FormulaParser.parse("(".repeat(99) + "a" + ")".repeat(99))))
                .isEqualTo("a");
        assertThat(shown(FormulaParser.parse("-".repeat(99) + "a"))).hasSize(100);
        assertThat(shown(FormulaParser.parse("(a) + ".repeat(199) + "a"))).startsWith("(((");
        for (String deep : List.of("(".repeat(100) + "a" + ")".repeat(100), "-".repeat(100) + "a")) {
            assertThat(catchThrowableOfType(FormulaException.class, () -> FormulaParser.parse(deep))
                            .problem())
                    .isEqualTo(FormulaException.Problem.TOO_DEEP);
        }
    }

    @Test
    void a_formula_may_have_two_hundred_terms_and_a_number_sixty_digits() throws Exception {
        assertThat(shown(FormulaParser.parse("9".repeat(60)))).hasSize(60);
        Map<String, FormulaException.Problem> tooMuch = Map.of(
                "a + ".repeat(200) + "a",
                FormulaException.Problem.TOO_LONG,
                "9".repeat(61),
                FormulaException.Problem.TOO_MANY_DIGITS);
        tooMuch.forEach((formula, problem) -> assertThat(
                        catchThrowableOfType(FormulaException.class, () -> FormulaParser.parse(formula))
                                .problem())
                .isEqualTo(problem));
    }

    private static String shown(Formula formula) {
        if (formula instanceof Formula.Constant constant) {
            return constant.value().toString();
        }
        if (formula instanceof Formula.Name name) {
            return name.id();
        }
        if (formula instanceof Formula.Negation negation) {
            return "-" + shown(negation.operand());
        }
        if (formula instanceof Formula.Aggregate aggregate) {
            return aggregate.statistic().word() + "(" + shown(aggregate.operand()) + ")";
        }
        Formula.Binary binary = (Formula.Binary) formula;
        return "(" + shown(binary.left()) + " " + binary.operator().sign() + " " + shown(binary.right()) + ")";
    }
}
