package bankscore.subsidy.load;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.intake.Dataset;
import bankscore.subsidy.decide.Batch;
import bankscore.subsidy.scheme.SubsidyScheme;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every case of a subsidy rule is a test by its name, and every such rule has one. */
class SubsidyCasesTest {

    @TestFactory
    Stream<DynamicTest> cases() throws Exception {
        List<Dataset> datasets = SubsidyFiles.datasets();
        List<DynamicTest> tests = new ArrayList<>();
        for (SubsidyScheme rule : SubsidyFiles.rules()) {
            tests.add(DynamicTest.dynamicTest(
                    rule.id() + " has a case",
                    () -> assertThat(Files.isDirectory(
                                    SubsidyFiles.CONFIG.resolve("cases").resolve(rule.id())))
                            .isTrue()));
            CaseLoader.loadAll(SubsidyFiles.CONFIG.resolve("cases"), rule, datasets, new Batch.Reasons("已达上限", "按比例"))
                    .forEach(one -> tests.add(DynamicTest.dynamicTest(rule.id() + ": " + one.name(), () -> {
                        assertThat(one.expected()).isNotEmpty();
                        assertThat(one.differences()).isEmpty();
                    })));
        }
        return tests.stream();
    }
}
