package bankscore.watch.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import bankscore.finding.ConfigException;
import bankscore.finding.Words;
import bankscore.intake.Dataset;
import bankscore.load.WordsLoader;
import bankscore.load.yaml.YamlFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every case of a rule that watches is a test by its name, and every such rule has one. */
class WatchCasesTest {

    private static final Words WORDS = WordsLoader.load();
    private static final Path CASES = WatchFiles.CONFIG.resolve("cases");

    @TestFactory
    Stream<DynamicTest> cases() throws Exception {
        List<Dataset> datasets = WatchFiles.datasets();
        List<DynamicTest> tests = new ArrayList<>();
        for (String id : WatchFiles.IDS) {
            List<WatchCase> cases = CaseLoader.loadAll(CASES, WatchFiles.rule(id), datasets);
            tests.add(DynamicTest.dynamicTest(
                    id + " has a case", () -> assertThat(cases).isNotEmpty()));
            cases.forEach(one -> tests.add(DynamicTest.dynamicTest(id + ": " + one.name(), () -> {
                assertThat(one.expected()).isNotEmpty();
                assertThat(one.differences()).isEmpty();
            })));
        }
        return tests.stream();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            period: 2022Q4 | period: 2022-12 | 第 2 行：2022-12\\n    不是期间，请写成 2022Q4 的形式。
            loans: 7297 | loan: 7297 | 第 5 行：loan\\n    没有这一列。最接近的是：loans。可以写：COLUMNS。
            loans: 7297 | loans: 7297, life_premium: 3 | 第 5 行：life_premium\\n    办法没有用到这一列，写在算例里不起作用。请去掉，或改成办法用到的列：deposits, loans, loans_same_period, premium, premium_same_period。
            全市存贷比: 77.97 | 全市存货比: 77.97 | 第 9 行：全市存货比\\n    办法没有用到这个公布数，写在算例里不起作用。请去掉，或改成办法用到的项目：
            counties:\\n    甲县 | county:\\n    甲县 | 第 5 行：county\\n    没有这个键。这里可以写：banks, insurers, counties。
            expect: | expects: | 第 13 行：expects\\n    没有这个键。最接近的是：expect。
            degree: null | degree: 约谈 | subjects.counties.乙县.degree 约谈 null
            gap: 4.99 | gap: 4.98 | subjects.counties.乙县.watches.ldr_far.gap 4.98 4.99
            """)
    void a_wrong_case_is_refused_and_a_wrong_expectation_differs(String from, String to, String expected)
            throws Exception {
        String text = Files.readString(CASES.resolve("shangrao-watch-2022/ratio.yaml"));
        String written = from.replace("\\n", "\n");
        assertThat(text).contains(written);
        YamlFile file =
                YamlFile.of("case", text.replaceFirst(java.util.regex.Pattern.quote(written), to.replace("\\n", "\n")));

        assertThat(outcome(file)).contains(expected.replace("\\n", "\n").replace("COLUMNS", columns()));
    }

    private static String outcome(YamlFile file) throws Exception {
        List<WatchCase> loaded = new ArrayList<>();
        ConfigException refused = catchThrowableOfType(
                ConfigException.class,
                () -> loaded.add(CaseLoader.load(file, WatchFiles.rule("shangrao-watch-2022"), WatchFiles.datasets())));
        return refused == null
                ? loaded.get(0).differences().stream()
                        .map(each -> each.expected().path() + " "
                                + each.expected().value() + " " + each.found().orElse(""))
                        .collect(Collectors.joining("\n"))
                : refused.problems().stream()
                        .map(problem -> problem.print(WORDS).replace("case ", ""))
                        .collect(Collectors.joining("\n"));
    }

    private static String columns() {
        return "assessed, code, county_class, deposits, lendable, life_premium, loans, loans_opening, loans_same_period, name, new_deposits, "
                + "new_local_loans, note, opened, premium, premium_same_period, property_premium, reserves_change, short_name";
    }
}
