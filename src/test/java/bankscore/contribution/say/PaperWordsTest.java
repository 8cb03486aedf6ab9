package bankscore.contribution.say;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.contribution.PaperFixture;
import bankscore.contribution.place.PlanRow;
import bankscore.contribution.scheme.Excluded;
import bankscore.contribution.scheme.Item;
import bankscore.exact.Rounding;
import bankscore.exact.Steps;
import bankscore.finding.Words;
import bankscore.rule.Condition;
import bankscore.rule.Definition;
import bankscore.rule.Mark;
import bankscore.rule.Statistic;
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
                "comparison.", Condition.Comparison.values(),
                "steps.", Steps.values());
        shown.forEach((prefix, constants) -> {
            for (Enum<?> constant : constants) {
                assertThat(words.has(prefix + constant.name()))
                        .as(prefix + constant.name())
                        .isTrue();
            }
        });
    }
}
