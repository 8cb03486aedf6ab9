package bankscore.run.questions;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.contribution.ContributionJob;
import bankscore.load.WordsLoader;
import bankscore.load.dataset.DatasetLoader;
import bankscore.load.rule.RuleShelf;
import bankscore.rule.Rule;
import bankscore.run.Application;
import bankscore.subsidy.SubsidyJob;
import bankscore.watch.WatchJob;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is called a number of a rule that is delivered can be told from the others, and read without its file. */
class ParameterNamesTest {

    static Stream<Rule> delivered() throws Exception {
        Stream.Builder<Rule> all = Stream.builder();
        for (Application<?> application : List.of(new ContributionJob(), new SubsidyJob(), new WatchJob())) {
            RuleShelf.load(
                            Path.of("config/schemes"),
                            DatasetLoader.loadAll(Path.of("config/datasets")),
                            application.rules())
                    .all()
                    .forEach(all::add);
        }
        return all.build();
    }

    @ParameterizedTest
    @MethodSource("delivered")
    void each_number_has_a_name_of_its_own_in_words(Rule rule) {
        ParameterNames names = new ParameterNames(rule, WordsLoader.load());
        List<String> all = rule.parameters().stream()
                .filter(parameter -> parameter.exact().isPresent())
                .map(parameter -> names.of(parameter.path()))
                .toList();

        assertThat(all)
                .isNotEmpty()
                .doesNotHaveDuplicates()
                .allSatisfy(name ->
                        assertThat(name).isNotBlank().doesNotContain("_", "[").doesNotContainPattern("[a-z]{3}"));
    }
}
