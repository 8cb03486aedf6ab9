package bankscore.desk.period;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.desk.OpenDesk;
import bankscore.desk.layout.Rules;
import bankscore.desk.layout.Topic;
import bankscore.desk.layout.Workplace;
import bankscore.exact.Period;
import bankscore.run.Prepared.Expected;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A table is wanted by the page exactly where the check would miss it. */
class ExpectedTest {

    @TempDir
    Path folder = Path.of("");

    @Test
    void a_register_is_needed_by_the_rule_that_decides_nothing_without_it_alone() {
        assertThat(needed("jinhua-insurance", new Period(2024, 4))).isNotEmpty().doesNotContain("银行名录");
        assertThat(needed("shangrao", new Period(2022, 4))).contains("银行名录");
    }

    @Test
    void lists_for_a_plan_are_needed_where_it_is_real() {
        List<String> binding = needed("shangrao", new Period(2022, 4));
        List<String> simulated = needed("shangrao", new Period(2022, 3));

        assertThat(binding).containsAll(simulated).hasSizeGreaterThan(simulated.size());
    }

    private List<String> needed(String rule, Period period) {
        try (Workplace workplace = OpenDesk.workplace(folder, Path.of("config"), "test")) {
            return new Rules(workplace)
                    .prepared(new Topic(period, rule)).expected().stream()
                            .filter(Expected::needed)
                            .map(Expected::name)
                            .toList();
        }
    }
}
