package bankscore.watch.load;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.finding.ConfigException;
import bankscore.rule.Flaw;
import bankscore.rule.Mark;
import bankscore.rule.Parameter;
import bankscore.rule.Source;
import bankscore.watch.scheme.WatchNotes;
import bankscore.watch.scheme.WatchScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The four rules of the documents, clause by clause. */
class DeliveredWatchRulesTest {

    /** Every clause and article of each document, in its own numbering; of the one of 2010 what was reported of it. */
    private static final Map<String, List<String>> CLAUSES = Map.of(
            "shangrao-watch-2022",
            List.of(
                    "一",
                    "二",
                    "二（全省排位）",
                    "三(一)1",
                    "三(一)2",
                    "三(一)3",
                    "三(一)4",
                    "三(二)5",
                    "三(二)6",
                    "三(二)7",
                    "三(二)8",
                    "三(二)9",
                    "四10",
                    "四11",
                    "四11（系统内排名）"),
            "jinhua-targets-2024",
            List.of("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "附则1", "附则2"),
            "wuhan-targets-2021",
            List.of(
                    "一(一)", "一(二)", "二(一)1", "二(一)2", "二(一)3", "二(一)4", "二(一)5", "二(二)1", "二(二)2", "二(二)3", "二(二)4",
                    "二(二)5", "二(三)1", "二(三)2", "二(三)3", "二(四)1", "二(四)2", "二(四)3", "二(五)1", "二(五)2", "二(五)3", "二(六)1",
                    "二(六)2", "二(六)3", "二(六)4", "二(六)5", "二(六)6", "二(七)1", "二(七)2", "二(七)3", "三(一)", "三(二)", "三(三)",
                    "三(四)"),
            "local-lending-2010",
            List.of("达标标准", "可贷资金", "奖励"));

    @ParameterizedTest
    @ValueSource(strings = {"shangrao-watch-2022", "jinhua-targets-2024", "wuhan-targets-2021", "local-lending-2010"})
    void every_clause_of_the_document_is_computed_or_said_not_to_be(String id) throws ConfigException {
        Source source = WatchFiles.rule(id).source();

        List<String> named = new ArrayList<>(source.clauses());
        source.notComputed().forEach(clause -> named.add(clause.clause()));
        assertThat(named).containsExactlyInAnyOrderElementsOf(CLAUSES.get(id));
        assertThat(source.notComputed()).allMatch(clause -> !clause.why().isBlank());
    }

    /** What the document prints is text, what it leaves open is read or assumed. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            shangrao-watch-2022 | watch.premium_negative.below        | 0                    | 四11  | TEXT
            shangrao-watch-2022 | watch.premium_negative.of           | counties             | 四11  | TEXT
            shangrao-watch-2022 | watch.premium_falling.running       | 8                    | 四11  | ASSUMED
            shangrao-watch-2022 | watch.ldr_far.by[0]                 | 5                    | 四11  | ASSUMED
            shangrao-watch-2022 | watch.ldr_far.by[1]                 | 10                   | 四11  | ASSUMED
            shangrao-watch-2022 | watch.credit_slow.below             | province_loan_growth | 四11  | READING
            shangrao-watch-2022 | watch.credit_behind.progress        | true                 | 四11  | READING
            shangrao-watch-2022 | degrees[0].when.any[0].running      | 12                   | 四11  | ASSUMED
            shangrao-watch-2022 | degrees[2].when.hits                | 1                    | 四11  | TEXT
            shangrao-watch-2022 | exempt.months_open_below            | 12                   | 四11  | ASSUMED
            shangrao-watch-2022 | targets.ldr.above                   | province_ldr         | 二    | TEXT
            jinhua-targets-2024 | targets.coverage.at_least           | 93                   | 九    | TEXT
            jinhua-targets-2024 | targets.three_shares.at_least       | 78                   | 九    | TEXT
            jinhua-targets-2024 | targets.funds.at_least              | 500                  | 十    | TEXT
            jinhua-targets-2024 | targets.funds.from.value            | 330                  | 十    | ASSUMED
            wuhan-targets-2021  | targets.institutions.at_least       | 20                   | 一(二) | TEXT
            wuhan-targets-2021  | targets.agencies.at_least           | 50                   | 一(二) | TEXT
            wuhan-targets-2021  | targets.insured_firms.above         | 5000                 | 一(二) | TEXT
            wuhan-targets-2021  | targets.cover.at_least              | 10000                | 一(二) | TEXT
            wuhan-targets-2021  | targets.funds.at_least              | 1000                 | 一(二)、二(三)2 | TEXT
            wuhan-targets-2021  | targets.head_offices.at_least       | 3                    | 二(一)1 | TEXT
            wuhan-targets-2021  | targets.branches.at_least           | 2                    | 二(一)2 | TEXT
            wuhan-targets-2021  | targets.branches.per                | year                 | 二(一)2 | TEXT
            wuhan-targets-2021  | targets.intermediaries.by           | 2026-09-22           | 二(一)3 | READING
            wuhan-targets-2021  | targets.service_firms.at_least      | 20                   | 二(一)4 | TEXT
            wuhan-targets-2021  | targets.insurtech_firms.at_least    | 20                   | 二(一)5 | TEXT
            wuhan-targets-2021  | targets.health_institutions.by      | 2025-12-31           | 二(四)2 | READING
            wuhan-targets-2021  | index.tech_insurance.parts[0].weight | 30%                 | 三(四) | ASSUMED
            local-lending-2010  | watch.below_share.below             | 70                   | 达标标准 | READING
            """)
    void a_parameter_stands_with_its_clause_and_its_mark(
            String rule, String path, String value, String clause, Mark mark) throws ConfigException {
        assertThat(WatchFiles.rule(rule).parameters())
                .filteredOn(parameter -> parameter.path().equals(path))
                .extracting(Parameter::value, Parameter::clause, Parameter::mark)
                .containsExactly(Tuple.tuple(value, clause, mark));
    }

    /** Only what is known of them is to be looked at again. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            shangrao-watch-2022 | subjects.banks.measures.loan_growth, watch.credit_behind
            jinhua-targets-2024 | ''
            wuhan-targets-2021  | ''
            local-lending-2010  | ''
            """)
    void little_in_it_is_to_be_looked_at_again(String rule, String paths) throws ConfigException {
        assertThat(String.join(
                        ", ",
                        WatchNotes.of(WatchFiles.rule(rule)).stream()
                                .map(Flaw::path)
                                .toList()))
                .isEqualTo(paths);
    }

    @Test
    void nothing_follows_from_the_yardstick_of_2010_and_nobody_is_named_by_targets() throws ConfigException {
        assertThat(WatchFiles.rule("local-lending-2010").degrees()).isEmpty();
        for (String id : List.of("jinhua-targets-2024", "wuhan-targets-2021")) {
            WatchScheme rule = WatchFiles.rule(id);
            assertThat(rule.groups()).as(id).isEmpty();
            assertThat(rule.watches()).as(id).isEmpty();
            assertThat(rule.datasets()).as(id).containsExactly("parameters");
        }
    }

    @Test
    void the_rule_of_shangrao_says_what_it_reads() throws ConfigException {
        WatchScheme rule = WatchFiles.rule("shangrao-watch-2022");

        assertThat(rule.required()).isEqualTo(Set.of("roster", "insurers", "counties"));
        assertThat(rule.columns())
                .isEqualTo(Set.of(
                        "loans",
                        "loans_opening",
                        "increment_target",
                        "insurers.premium",
                        "insurers.premium_same_period",
                        "counties.premium",
                        "counties.premium_same_period",
                        "counties.loans",
                        "counties.loans_same_period",
                        "counties.deposits"));
        assertThat(rule.publishedUnits().values()).allMatch("%"::equals);
    }
}
