package bankscore.subsidy.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import bankscore.exact.Fraction;
import bankscore.finding.ConfigException;
import bankscore.finding.Words;
import bankscore.intake.Dataset;
import bankscore.load.WordsLoader;
import bankscore.rule.Flaw;
import bankscore.rule.Parameter;
import bankscore.subsidy.scheme.Cap;
import bankscore.subsidy.scheme.Subsidy;
import bankscore.subsidy.scheme.SubsidyNotes;
import bankscore.subsidy.scheme.SubsidyScheme;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever a subsidy rule gets wrong is refused with file, line, text, reason and mend; whole messages are compared. */
class SubsidyLoaderTest {

    private static final Words WORDS = WordsLoader.load();

    /** A sound rule; each test changes one thing in it. */
    private static final String SOUND = """
            rule: test
            kind: subsidy
            scheme: test
            title: 测试
            in_force: {from: 2024-05-06}
            source: {document: 办法, clauses: [一, 二]}
            rounding: {amounts: 2}
            tables:
              price: {by: date, unit: "%", rows: [[2024-05-06, 10]]}
              share:
                by: [product]
                levels: [市, 县]
                rows:
                  - [水稻, 40, 60]
                  - [油菜, 30, 70]
            subsidies:
              - id: a
                name: 甲
                clause: 一
                mark: text
                claims: premium_claims
                where: {text: insurance_kind, one_of: [环责险]}
                claimant: enterprise
                day: invoice_date
                eligible:
                  - {unique: [policy_no], else: 重复}
                base: {formula: premium_paid, unit: 元}
                rate: price
                caps:
                  - {amount: 10000, per: [enterprise, year]}
                borne_by: {市: 60%, 县: 40%}
              - id: b
                name: 乙
                clause: 二
                mark: text
                claims: crop_lines
                where: {text: product, one_of: [水稻, 油菜]}
                claimant: insurer
                day: cover_start
                base: {formula: premium}
                rate: 100%
                borne_by: share
            checks:
              - {table: share, levels: [县], from: 50, to: 70, else: 县里太多}
            """;

    private static List<Dataset> datasets = List.of();

    @BeforeAll
    static void the_datasets_are_read() throws ConfigException {
        datasets = SubsidyFiles.datasets();
    }

    @Test
    void the_sound_rule_is_loaded() throws Exception {
        SubsidyScheme rule = SubsidyFiles.parse(SOUND, datasets);

        assertThat(rule.subsidies()).extracting(Subsidy::id).containsExactly("a", "b");
        assertThat(rule.status()).isEqualTo(SubsidyScheme.Status.BATCH);
        Subsidy first = rule.subsidies().get(0);
        // Nobody else is named: the claimant is paid; the first number of a policy or contract tells lines apart.
        assertThat(first.claims().payee()).isEqualTo("enterprise");
        assertThat(first.claims().reference()).isEqualTo("policy_no");
        assertThat(first.amount().caps()).hasSize(1).first().isInstanceOfSatisfying(Cap.Ceiling.class, cap -> {
            assertThat(cap.amount()).isEqualTo(Fraction.of(10_000));
            assertThat(cap.per()).containsExactly("enterprise");
            assertThat(cap.span()).isEqualTo(Cap.Span.YEAR);
        });
        assertThat(rule.reads().required()).isEmpty();
        assertThat(rule.reads().columns())
                .contains("premium_claims.policy_no", "crop_lines.product")
                .doesNotContain("premium_claims.account");
        assertThat(rule.parameters())
                .extracting(Parameter::path)
                .contains("subsidies.a.rate", "subsidies.a.caps[0].amount", "tables.share.rows[1][2]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            kind: subsidy | kind: other | 第 2 行：other\\n    不认识这个词。可以写：subsidy。
            rule: test | rule: test\\nstatus: maybe | 第 2 行：maybe\\n    不认识这个词。可以写：batch, estimate。
            amounts: 2 | points: 2 | 第 7 行：points\\n    没有这个键。这里可以写：amounts, mode, clause, mark。 @@ 第 7 行：\\n    缺少“amounts”。
            id: b | id: a | 第 32 行：a\\n    这个编号已经用过；编号不得重复。
            id: b | id: B | 第 32 行：B\\n    编号只能由小写字母、数字和下划线组成，以字母开头，并且不能是函数名或 total。
            claims: crop_lines | claims: crop_line | 第 36 行：crop_line\\n    不是申报表，也不是每家银行一行的数据表。最接近的是：crop_lines。可以写：CLAIMS。
            claims: crop_lines | claims: counties | 第 36 行：counties\\n    不是申报表，也不是每家银行一行的数据表。可以写：CLAIMS。
            day: cover_start | day: product | 第 39 行：product\\n    DAY
            rate: 100% | rate: 100 | 第 41 行：100\\n    大于 1 的比例要写百分号，如 100%。
            rate: 100% | rate: 100.5% | 第 41 行：100.5%\\n    补助比例应在 0 到 100% 之间。请改正比例。
            rate: 100% | rate: 0% | 第 41 行：0%\\n    必须大于 0。
            rate: 100% | rate: -5% | 第 41 行：-5%\\n    不能是负数，请改成 0 或正数。
            rate: 100% | rate: prise | 第 41 行：prise\\n    既不是百分比（如 50%），也不是按日期取值的表。最接近的是：price。表可以写：price。
            unit: "%", rows | rows | 第 28 行：price\\n    用作补助比例的表要写 unit: "%"，表中的数以百分比计。
            2024-05-06, 10] | 2024-05-06, 101] | 第 9 行：101%\\n    补助比例应在 0 到 100% 之间。请改正比例。
            2024-05-06, 10] | 2024-06-01, 10] | 第 9 行：2024-06-01\\n    这张表从这一天才有数，早于它（自 2024-05-06 起）的申报没有比例。请补上从生效日起的一行。
            unit: 元 | unit: 亿元 | 第 27 行：亿元\\n    不认识这个词。最接近的是：万元。可以写：万元, 元。
            formula: premium} | formula: premium / (2 - 2)} | 第 40 行：b\\n    公式的除数恒为 0，永远算不出结果。请改正除数。
            {unique: [policy_no], else: 重复} | {unique: [policy_no]} | 第 26 行：\\n    缺少“else”。
            amount: 10000 | amount: 0 | 第 30 行：0\\n    必须大于 0。
            amount: 10000 | percent: 100 | 第 30 行：per\\n    per 只能与 amount 一起写。 @@ 第 30 行：\\n    缺少“of”。
            amount: 10000 | amount: 1, budget: 项目 | 第 30 行：{…}\\n    一个上限要写且只能写一种：amount, percent, budget。
            [enterprise, year] | [enterprise] | 第 30 行：[…]\\n    per 要写明按哪段时间累计，只写一个：year（自然年）、rule_year（自生效日起算的年）或 period（本期）。逐笔的限额不写 per。
            [enterprise, year] | [enterprise, year, period] | 第 30 行：[…]\\n    per 要写明按哪段时间累计，只写一个：year（自然年）、rule_year（自生效日起算的年）或 period（本期）。逐笔的限额不写 per。
            per: [enterprise, year] | lift: 领导 | 第 30 行：领导\\n    不认识这个词。可以写：说明。
            县: 40% | 县: 39.5% | 第 31 行：{…}\\n    各部分的百分比之和是 99.5，应为 100。请改正百分比。
            县: 40% | 县: 40 | 第 31 行：40\\n    大于 1 的比例要写百分号，如 40%。 @@ 第 31 行：{…}\\n    各部分的百分比之和是 60，应为 100。请改正百分比。
            县: 40% | 县: 40%, rest: 省 | 第 31 行：省\\n    不认识这个词。可以写：县, 市。
            县: 40% | 县: 40%, own: [省] | 第 31 行：省\\n    不认识这个词。可以写：县, 市。
            borne_by: share | borne_by: price | 第 42 行：price\\n    不是各级负担比例的表（有 levels 的表）。可以写：share。
            [油菜, 30, 70] | [油菜, 20, 80] | 第 15 行：油菜\\n    “县里太多”：这一行 县 合计 80%。请改正这一行，或改检查的界限。
            from: 50, to: 70 | from: 70, to: 50 | 第 44 行：70\\n    from 大于 to。请改正 from 或 to。
            from: 50, to: 70, | `` | 第 44 行：{…}\\n    要写下限 from、上限 to，或两者。
            levels: [县] | levels: [省] | 第 44 行：省\\n    不认识这个词。可以写：县, 市。
            [油菜, 30, 70] | [花生, 30, 70] | 第 42 行：油菜\\n    表 share 没有“油菜”这一行，但条件里写了“油菜”，这样的申报算不出来。请补上这一行，或改条件。
            one_of: [水稻, 油菜] | one_of: [水稻, 油菜, 水稻] | 第 37 行：水稻\\n    写了两次，请只保留一个。
            borne_by: share | borne_by: {市: 100%} | 第 11 行：share\\n    这张表没有被任何补助使用。请删除，或在公式、rate、borne_by 里使用。
            clauses: [一, 二] | clauses: [一, 二, 三] | 第 6 行：三\\n    这一条没有落到任何指标、设置或 not_computed。请在对应处写 clause，或列入 not_computed 并说明原因。
            else: 县里太多} | else: 县里太多, level: 糟糕} | 第 44 行：糟糕\\n    不认识这个词。可以写：提示, 核实, 错误。
            """)
    void a_wrong_rule_is_refused_with_its_line_and_the_mend(String from, String to, String expected) {
        assertThat(refusals(SOUND.replace(from, to.replace("\\n", "\n"))))
                .isEqualTo(expected.replace("\\n", "\n")
                        .replace(" @@ ", "\n")
                        .replace("CLAIMS", claims())
                        .replace("DAY", "这一列不是日期，这里要写日期列。可以写：cover_start。"));
    }

    /** No line may be paid twice: the same kind in two subsidies, or one that takes every line. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            where: {text: insurance_kind, one_of: [短期险, 环责险]} | 第 30 行：b\\n    与补助 a 都取“环责险”的申报，同一笔会补两次。请改其中一个的 where。
            where: {text: insurance_kind, one_of: [环责险　]}       | 第 30 行：b\\n    与补助 a 都取“环责险”的申报，同一笔会补两次。请改其中一个的 where。
            clause: 一                                             | 第 20 行：b\\n    与补助 a 取同样的申报，同一笔会补两次。请写 where，或改其中一个的 where。
            where: {text: insurance_kind, one_of: [短期险]}         | ``
            where: {not: {text: insurance_kind, one_of: [环责险]}}  | ``
            """)
    void two_subsidies_that_take_one_line_are_refused(String where, String expected) throws ConfigException {
        String text = """
                rule: test
                kind: subsidy
                scheme: test
                title: 测试
                in_force: {from: 2024-05-06}
                source: {document: 办法}
                rounding: {amounts: 2}
                subsidies:
                  - id: a
                    name: 甲
                    clause: 一
                    mark: text
                    claims: premium_claims
                    where: {text: insurance_kind, one_of: [环责险]}
                    claimant: enterprise
                    day: invoice_date
                    base: {formula: premium_paid}
                    rate: 50%
                    borne_by: {市: 100%}
                  - id: b
                    name: 乙
                    mark: text
                    claims: premium_claims
                    claimant: enterprise
                    day: invoice_date
                    base: {formula: premium_paid}
                    rate: 50%
                    borne_by: {市: 100%}
                """;
        String second = text + (where.startsWith("where") ? "    clause: 一\n    " : "    ") + where + "\n";

        if (expected.isEmpty()) {
            assertThat(SubsidyFiles.parse(second, datasets).subsidies()).hasSize(2);
        } else {
            assertThat(refusals(second)).isEqualTo(expected.replace("\\n", "\n"));
        }
    }

    /** Sound, and yet to be looked at. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            - {unique: [policy_no], else: 重复}        | - {unique: [policy_no], else: 重复}\\n      - {unique: [invoice_no], else: 重复} | reason_twice subsidies.a.eligible[1].else
            - {amount: 10000, per: [enterprise, year]} | - {amount: 10000, per: [enterprise, year]}\\n      - {amount: 20000, per: [enterprise, year]} | cap_idle subsidies.a.caps[1]
            - {amount: 10000, per: [enterprise, year]} | - {amount: 10000, per: [enterprise, year], lift: 说明}\\n      - {amount: 20000, per: [enterprise, year]} | ``
            - {amount: 10000, per: [enterprise, year]} | - {amount: 10000, per: [enterprise, year]}\\n      - {amount: 20000, per: [enterprise, period]} | ``
            rate: price                                | rate: 50%\\n    x | ``
            """)
    void what_is_sound_may_still_be_noted(String from, String to, String expected) throws ConfigException {
        String text = to.endsWith("x")
                ? SOUND.replace("rate: price", "rate: 50%")
                        .replaceAll("  price:.*\n", "")
                        .replace(
                                "amount: 10000, per: [enterprise, year]",
                                "percent: 50, of: premium_paid, with: other_subsidies")
                : SOUND.replace(from, to.replace("\\n", "\n"));

        assertThat(SubsidyNotes.of(SubsidyFiles.parse(text, datasets)).stream()
                        .map(note -> note.code() + " " + note.path()))
                .containsExactlyElementsOf(expected.isEmpty() ? List.of() : List.of(expected));
    }

    /** Half of the premium is never more than half of the premium. */
    @Test
    void a_share_that_the_rate_cannot_pass_is_noted() throws ConfigException {
        String idle = SOUND.replace("rate: price", "rate: 50%")
                .replaceAll("  price:.*\n", "")
                .replace("formula: premium_paid", "formula: \"least(premium_due, premium_paid)\"")
                .replace("amount: 10000, per: [enterprise, year]", "percent: 50, of: premium_paid");

        assertThat(SubsidyNotes.of(SubsidyFiles.parse(idle, datasets)))
                .extracting(Flaw::code)
                .containsExactly("cap_idle");
    }

    private static String claims() {
        return datasets.stream()
                .filter(dataset -> dataset.rows() == Dataset.Rows.CLAIM || dataset.rows() == Dataset.Rows.SUBJECT)
                .map(Dataset::id)
                .collect(Collectors.joining(", "));
    }

    private static String refusals(String text) {
        ConfigException refused = catchThrowableOfType(ConfigException.class, () -> SubsidyFiles.parse(text, datasets));
        return refused.problems().stream()
                .map(problem -> problem.print(WORDS).replace("config/schemes/test.yaml ", ""))
                .collect(Collectors.joining("\n"));
    }
}
