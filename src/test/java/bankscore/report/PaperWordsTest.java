package bankscore.report;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.domain.Rounding;
import bankscore.domain.allocate.PlanRow;
import bankscore.domain.finding.Words;
import bankscore.domain.scheme.Definition;
import bankscore.domain.scheme.Item;
import bankscore.domain.scheme.Mark;
import bankscore.domain.scheme.Method;
import bankscore.domain.scheme.Statistic;
import bankscore.domain.score.Excluded;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PaperWordsTest {

    @Test
    void every_constant_that_is_shown_has_its_words() {
        Words words = PaperFixture.words();
        Map<String, Enum<?>[]> shown = Map.of(
                "mark.", Mark.values(),
                "kind.", Item.Kind.values(),
                "excluded.", Excluded.Reason.values(),
                "note.", PlanRow.Note.values(),
                "rounding.", Rounding.Mode.values(),
                "statistic.", Statistic.values(),
                "explain.records.", Statistic.values(),
                "over.", Definition.Population.values(),
                "comparison.", Item.Comparison.values(),
                "steps.", Method.Steps.values());
        shown.forEach((prefix, constants) -> {
            for (Enum<?> constant : constants) {
                assertThat(words.has(prefix + constant.name()))
                        .as(prefix + constant.name())
                        .isTrue();
            }
        });
    }
}
