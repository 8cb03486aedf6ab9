package bankscore.contribution.load;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.contribution.judge.RuleCase;
import bankscore.contribution.scheme.Scheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every case below {@code config/cases} is a test by its name. */
class RuleCasesTest {

    private static final Path CASES = RuleFiles.CONFIG.resolve("cases");

    @TestFactory
    Stream<DynamicTest> cases() throws Exception {
        Map<String, Scheme> schemes =
                RuleFiles.schemes().stream().collect(Collectors.toMap(Scheme::id, Function.identity()));
        List<RuleCase> cases = new ArrayList<>();
        for (Scheme scheme : schemes.values()) {
            cases.addAll(CaseLoader.loadAll(CASES, scheme, RuleFiles.datasets()));
        }
        return cases.stream()
                .map(one -> DynamicTest.dynamicTest(one.scheme() + ": " + one.name(), () -> {
                    Scheme scheme = schemes.get(one.scheme());
                    assertThat(scheme).as("scheme " + one.scheme()).isNotNull();
                    assertThat(one.expected()).isNotEmpty();
                    assertThat(scheme == null ? List.of() : one.differences(scheme))
                            .isEmpty();
                }));
    }

    @Test
    void every_scheme_has_a_case() throws Exception {
        assertThat(folders())
                .containsAll(RuleFiles.schemes().stream().map(Scheme::id).toList());
    }

    private static List<String> folders() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }
}
