package bankscore.contribution.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import bankscore.contribution.judge.RuleCase;
import bankscore.contribution.scheme.Scheme;
import bankscore.finding.ConfigException;
import bankscore.finding.Words;
import bankscore.load.WordsLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever writes a figure into a case means something by it: one that the rule does not read is refused. */
class CaseFiguresTest {

    private static final Words WORDS = WordsLoader.load();

    private static final String RULE = """
            rule: test
            scheme: test
            title: 测试
            in_force: {from: 2022-01-01}
            source: {document: 办法}
            rounding: {points: 2}
            measures:
              paid: {name: 税, formula: tax}
              late: {name: 扣分, formula: service.points, of: sum}
            benchmarks:
              floor: {published: 底线, else: {formula: mean(tax)}}
            items:
              - {id: it, name: 项, kind: base, measure: paid, method: {ratio_to_reference: {full: 10, reference: floor}}, only_if: {text: 地方法人, none_of: [否]}, clause: 一, mark: text}
              - {id: late, name: 迟, kind: base, measure: late, method: {value: {min: 0, max: 100}}, clause: 一, mark: text}
            """;

    @TempDir
    Path folder = Path.of("");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {tax: 5, service.points: [1]}      | {底线: 4}         | ``
            {tax: 5, local: 是, deposits: 3}   | {}                | ``
            {tax: 5, loans: 7}                 | {底线: 4}         | 第 4 行：loans\\n    办法没有用到这一列，写在算例里不起作用。请去掉，或改成办法用到的列：deposits, local, service.points, tax。
            {tax: 5, survey.rating: [5]}       | {}                | 第 4 行：survey.rating\\n    办法没有用到这一列，写在算例里不起作用。请去掉，或改成办法用到的列：deposits, local, service.points, tax。
            {tax: 5, central_bank_grade: A}    | {}                | 第 4 行：central_bank_grade\\n    办法没有用到这一列，写在算例里不起作用。请去掉，或改成办法用到的列：deposits, local, service.points, tax。
            {tax: 5}                           | {底 线: 4}        | ``
            {tax: 5}                           | {底限: 4}         | 第 5 行：底限\\n    办法没有用到这个公布数，写在算例里不起作用。请去掉，或改成办法用到的项目：底线。
            """)
    void a_figure_that_nothing_reads_is_refused(String figures, String parameters, String expected) throws Exception {
        Scheme scheme = RuleFiles.parse(RULE);
        Files.createDirectories(folder.resolve("test"));
        Files.writeString(folder.resolve("test/case.yaml"), """
                name: case
                period: 2022Q4
                banks: [A]
                figures: {A: %s}
                parameters: %s
                expect: {excluded: {}}
                """.formatted(figures, parameters));

        List<RuleCase> loaded = new ArrayList<>();
        ConfigException refused = catchThrowableOfType(
                ConfigException.class, () -> loaded.addAll(CaseLoader.loadAll(folder, scheme, RuleFiles.datasets())));
        assertThat(
                        refused == null
                                ? ""
                                : refused.problems().stream()
                                        .map(problem ->
                                                problem.print(WORDS).replace("config/cases/test/case.yaml ", ""))
                                        .collect(Collectors.joining("\n")))
                .isEqualTo(expected.replace("\\n", "\n"));
        assertThat(loaded).hasSize(refused == null ? 1 : 0);
    }
}
