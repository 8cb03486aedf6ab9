package bankscore.load.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bankscore.exact.Fraction;
import bankscore.finding.Code;
import bankscore.finding.ConfigException;
import bankscore.finding.ConfigProblem;
import bankscore.intake.Column;
import bankscore.intake.Dataset;
import bankscore.intake.Evidence;
import bankscore.load.yaml.YamlFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a dataset's file says, and what it means by not saying it. */
class DatasetLoaderTest {

    @TempDir
    private Path folder = Path.of("");

    /** The keys that came later, as the files write them. */
    private static final String LATER = ", (until|not_after|refused): \\w+";

    @ParameterizedTest
    @ValueSource(strings = {"holdings", "risk", "parameters", "reasons", "roster", "service"})
    void a_file_without_the_keys_that_came_later_means_what_it_meant(String id) throws IOException, ConfigException {
        Path file = Path.of("config/datasets/" + id + ".yaml");
        String before = Files.readString(file)
                .replaceAll(LATER, "")
                .replaceAll("(?m)^rows: (published|reason)$", "rows: other")
                .replaceAll("\\bsubject\\b", "bank");

        assertThat(load(before))
                .isEqualTo(DatasetLoader.load(List.of(YamlFile.read(file, "config/datasets/" + file.getFileName())))
                        .get(0));
    }

    @Test
    void the_keys_of_a_file_win() throws IOException, ConfigException {
        Dataset dataset = load("""
                dataset: risk
                name: 检查
                rows: other
                presence: optional
                columns:
                  - {id: disposal, name: 处理, kind: choice, identifying: true, choices: [停, 续], refused: E209}
                  - {id: paid, name: 已付, kind: money, until: last}
                  - {id: last, name: 期限, kind: date, not_after: period_end}
                """);

        assertThat(dataset.columns().get(0).choice().refused()).contains(Code.E209);
        assertThat(dataset.columns().get(1).ties().until()).contains("last");
        assertThat(dataset.columns().get(2).days().byPeriodEnd()).isTrue();
    }

    /** What is no accident is a setting of the file; what it does not say stays as it is. */
    @Test
    void from_when_on_figures_tell_something_is_a_setting_of_the_file() throws IOException, ConfigException {
        String file = """
                dataset: claims
                name: 申报
                rows: bank
                presence: if_used
                %s
                columns:
                  - {id: who, name: 企业名称, kind: bank, identifying: true}
                """;

        assertThat(load(file.formatted("")).checks().witnesses().evidence())
                .isEqualTo(new Evidence(
                        3,
                        5,
                        Fraction.of(90),
                        Fraction.of(80),
                        Fraction.of(2),
                        Fraction.of(4),
                        List.of(3, 4, 8),
                        Fraction.of(1000),
                        2));
        assertThat(load(file.formatted("evidence: {few: 10, most: 75, powers: [4]}"))
                        .checks()
                        .witnesses()
                        .evidence())
                .isEqualTo(new Evidence(
                        10,
                        5,
                        Fraction.of(90),
                        Fraction.of(75),
                        Fraction.of(2),
                        Fraction.of(4),
                        List.of(4),
                        Fraction.of(1000),
                        2));
        assertThatThrownBy(() -> load(file.formatted("evidence: {fewest: 10}")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("fewest");
    }

    /** Both words mean the same; the older one stays valid. */
    @ParameterizedTest
    @CsvSource({"bank, bank", "subject, subject"})
    void a_row_may_be_a_subject_s_or_a_bank_s(String rows, String kind) throws IOException, ConfigException {
        Dataset dataset = load("""
                dataset: claims
                name: 申报
                rows: %s
                presence: if_used
                columns:
                  - {id: who, name: 企业名称, kind: %s, identifying: true}
                """.formatted(rows, kind));

        assertThat(dataset.rows()).isEqualTo(Dataset.Rows.SUBJECT);
        assertThat(dataset.columns().get(0).kind()).isEqualTo(Column.Kind.SUBJECT);
    }

    @Test
    void a_register_may_be_of_anybody_and_call_its_columns_as_it_likes() throws IOException, ConfigException {
        Dataset dataset = load("""
                dataset: enterprises
                name: 企业名录
                rows: register
                presence: required
                columns:
                  - {id: licence, name: 统一社会信用代码, kind: code, identifying: true, is: code}
                  - {id: enterprise, name: 企业名称, kind: name, identifying: true, is: name}
                  - {id: opened, name: 成立日期, kind: date}
                  - {id: street, name: 地址, kind: text}
                """);

        assertThat(dataset.columns())
                .extracting(column -> column.head().role())
                .containsExactly(
                        Optional.of(Column.Role.CODE),
                        Optional.of(Column.Role.NAME),
                        Optional.of(Column.Role.OPENED),
                        Optional.empty());
    }

    @Test
    void what_is_only_taken_where_it_comes_changes_no_template() throws IOException, ConfigException {
        String asked = """
                dataset: projects
                name: 重点项目贷款
                rows: bank
                presence: if_used
                columns:
                  - {id: bank, name: 银行名称, kind: bank, identifying: true}
                  - {id: project_loans, name: 重点项目贷款余额, kind: money, identifying: true}
                """;
        Dataset plain = load(asked);
        Dataset more = load(asked + """
                  - {id: day, name: 日期, kind: date, asked: false}
                ratios: [{of: project_loans, to: loans, to_at_most: 100, unit: "%"}]
                derived: [{id: share, name: 占比, kind: percent, formula: project_loans / sum(project_loans) * 100}]
                """);

        assertThat(more.version()).isEqualTo(plain.version());
        assertThat(more.asked()).isEqualTo(plain.columns());
        assertThat(more.numeric()).isEqualTo(plain.numeric());
        assertThat(more.checks().witnesses().ratios()).hasSize(1);
    }

    /** Only what another column is a part of has parts to be told by. */
    @Test
    void a_column_without_parts_is_not_told_by_them() throws Exception {
        String text = """
                dataset: projects
                name: 重点项目贷款
                rows: bank
                presence: if_used
                parted: [PARTED]
                columns:
                  - {id: bank, name: 银行名称, kind: bank, identifying: true}
                  - {id: project_loans, name: 重点项目贷款余额, kind: money, identifying: true}
                  - {id: road_loans, name: 其中道路, kind: money, part_of: project_loans}
                """;

        assertThat(load(text.replace("PARTED", "project_loans"))
                        .checks()
                        .witnesses()
                        .parted())
                .containsExactly("project_loans");
        assertThatThrownBy(() -> load(text.replace("PARTED", "project_loans, road_loans")))
                .isInstanceOfSatisfying(
                        ConfigException.class,
                        refused -> assertThat(refused.problems())
                                .extracting(problem -> problem.code() + " " + new TreeMap<>(problem.details()))
                                .containsExactly("unknown_word {allowed=project_loans, meant=}"));
    }

    @Test
    void a_formula_of_a_row_that_is_none_is_refused_with_its_place() {
        assertThatThrownBy(() -> load("""
                dataset: projects
                name: 重点项目贷款
                rows: bank
                presence: if_used
                columns: [{id: bank, name: 银行名称, kind: bank, identifying: true}]
                derived: [{id: share, name: 占比, kind: percent, formula: project_loans / }]
                """))
                .isInstanceOfSatisfying(
                        ConfigException.class,
                        refused -> assertThat(refused.problems())
                                .extracting(problem -> problem.code() + " " + new TreeMap<>(problem.details()))
                                .containsExactly("not_a_row_formula {position=16}"));
    }

    @ParameterizedTest
    @CsvSource({
        "'rows: registry', 'bank, bid, claim, member, other, party, published, reason, record, register, subject'",
        "'kind: subjects', 'account, bank, choice, code, credit_code, date, fund, label, money, name, names, number, party, percent, person, reference, resident_id, subject, text'",
        "'refused: E301', 'E209, E212'",
        "'not_after: today', period_end",
        "'if_late: last', previous",
        "'is: number', 'aliases, assessed, by, cell, code, file, kind, name, opened, reason, short_name, valid_from, valid_to'",
    })
    void an_unknown_word_is_refused_with_those_that_are_known(String said, String allowed) {
        String key = said.substring(0, said.indexOf(':'));
        String column = "  - {id: who, name: 名称, identifying: true, kind: code, " + said + "}\n";
        String text = key.equals("rows")
                ? "dataset: any\nname: 某\n" + said + "\npresence: optional\ncolumns:\n"
                        + column.replace(", " + said, "")
                : "dataset: any\nname: 某\nrows: register\npresence: optional\ncolumns:\n"
                        + (key.equals("kind") ? column.replace("kind: code, ", "") : column);

        assertThatThrownBy(() -> load(text))
                .isInstanceOfSatisfying(
                        ConfigException.class,
                        refused -> assertThat(refused.problems())
                                .filteredOn(problem -> problem.code().equals("unknown_word"))
                                .extracting(problem -> problem.details().get("allowed"))
                                .containsExactly(allowed));
    }

    /** What an earlier figure may stand for, and what an empty cell may not be besides. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            rows: bank     | kind: money                                       | ''
            rows: bank     | kind: percent                                     | ''
            rows: subject  | kind: number, flow: ytd                           | ''
            rows: bank     | kind: text                                        | if_late_of_no_figure
            rows: bank     | kind: choice, choices: [是, 否]                     | if_late_of_no_figure
            rows: record   | kind: number                                      | if_late_of_no_figure
            rows: other    | kind: money                                       | if_late_of_no_figure
            rows: claim    | kind: money                                       | if_late_of_no_figure
            rows: bank     | kind: money, empty: 0                             | if_late_and_empty
            rows: bank     | kind: money, required: true                       | if_late_and_empty
            rows: bank     | kind: money, spared: true                         | if_late_and_empty
            rows: bank     | kind: money, follows: other                       | if_late_and_empty
            rows: bank     | 'kind: money, needed_when: {bank: 甲}'              | if_late_and_empty
            """)
    void only_a_figure_that_a_bank_has_once_may_be_late(String rows, String column, String problem) throws Exception {
        String text = """
                dataset: any
                name: 某
                %s
                presence: if_used
                columns:
                  - {id: bank, name: 银行名称, kind: bank, identifying: true}
                  - {id: figure, name: 数, %s, if_late: previous}
                """.formatted(rows, column);

        if (problem.isEmpty()) {
            assertThat(load(text).column("figure").orElseThrow().takesPrevious())
                    .isTrue();
        } else {
            assertThatThrownBy(() -> load(text))
                    .isInstanceOfSatisfying(
                            ConfigException.class,
                            refused -> assertThat(refused.problems())
                                    .extracting(ConfigProblem::code)
                                    .containsExactly(problem));
        }
    }

    @Test
    void neither_a_bid_for_a_fund_nor_a_figure_of_who_stands_in_a_register_of_its_own_may_be_late() {
        assertThatThrownBy(() -> load("""
                dataset: bids
                name: 投标
                rows: bank
                presence: if_used
                columns:
                  - {id: bank, name: 银行名称, kind: bank, identifying: true}
                  - {id: fund, name: 标项, kind: fund}
                  - {id: rate, name: 利率, kind: percent, if_late: previous}
                """))
                .isInstanceOfSatisfying(
                        ConfigException.class,
                        refused -> assertThat(refused.problems())
                                .extracting(ConfigProblem::code)
                                .containsExactly("if_late_of_no_figure"));
    }

    private Dataset load(String text) throws IOException, ConfigException {
        Path file = Files.writeString(folder.resolve("dataset.yaml"), text);
        return DatasetLoader.load(List.of(YamlFile.read(file, "config/datasets/" + file.getFileName())))
                .get(0);
    }
}
