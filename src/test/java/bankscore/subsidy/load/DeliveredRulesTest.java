package bankscore.subsidy.load;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.finding.ConfigException;
import bankscore.rule.Mark;
import bankscore.rule.Parameter;
import bankscore.rule.Source;
import bankscore.subsidy.scheme.SubsidyNotes;
import bankscore.subsidy.scheme.SubsidyScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The four rules of the documents, clause by clause. */
class DeliveredRulesTest {

    /** Every clause and article of each document, in its own numbering. */
    private static final Map<String, List<String>> CLAUSES = Map.of(
            "jinhua-2024",
            List.of("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "附则1", "附则2"),
            "shangrao-agri-2022",
            opinion(),
            "shangrao-incentive-2022",
            opinion(),
            "lishui-2017",
            List.of(
                    "一", "二(一)", "二(二)", "二(三)", "二(四)", "三", "四(一)", "四(二)", "四(三)", "四(四)", "四(五)1", "四(五)2", "五(一)",
                    "五(二)", "五(三)", "五(四)", "六(一)", "六(二)", "六(三)", "六(四)", "七(一)", "七(二)", "七(三)", "八"));

    private static List<String> opinion() {
        return List.of(
                "一", "二", "三(一)1", "三(一)2", "三(一)3", "三(一)4", "三(二)5", "三(二)6", "三(二)7", "三(二)8", "三(二)9", "四10",
                "四11");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jinhua-2024", "shangrao-agri-2022", "shangrao-incentive-2022", "lishui-2017"})
    void every_clause_of_the_document_is_computed_or_said_not_to_be(String id) throws ConfigException {
        Source source = SubsidyFiles.rule(id).source();

        List<String> named = new ArrayList<>(source.clauses());
        source.notComputed().forEach(clause -> named.add(clause.clause()));
        assertThat(named).containsExactlyInAnyOrderElementsOf(CLAUSES.get(id));
        assertThat(source.notComputed()).allMatch(clause -> !clause.why().isBlank());
    }

    @ParameterizedTest
    @ValueSource(strings = {"jinhua-2024", "shangrao-agri-2022", "shangrao-incentive-2022", "lishui-2017"})
    void nothing_in_it_is_to_be_looked_at_again(String id) throws ConfigException {
        assertThat(SubsidyNotes.of(SubsidyFiles.rule(id))).isEmpty();
    }

    /** What the document prints is text, what it leaves open is not: a table of what its words say. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            jinhua-2024             | subsidies.pollution_liability.rate            | 50%    | 一      | TEXT
            jinhua-2024             | subsidies.pollution_liability.caps[0].amount  | 10000  | 一      | TEXT
            jinhua-2024             | subsidies.export_credit.rate                  | 80%    | 五      | TEXT
            jinhua-2024             | subsidies.export_credit.caps[0].amount        | 5000000 | 五     | READING
            jinhua-2024             | subsidies.export_interest.rate                | 50%    | 六      | TEXT
            jinhua-2024             | subsidies.export_interest.caps[0].of          | interest_paid | 六 | ASSUMED
            jinhua-2024             | tables.lpr_1y.published                       | LPR一年期 | 六    | READING
            jinhua-2024             | tables.city_and_district.rows[0][1]           | 40     | 七      | ASSUMED
            shangrao-agri-2022      | checks.local_share.to                         | 30     | 三(二)6 | TEXT
            shangrao-agri-2022      | checks.insurers_per_county.from               | 2      | 三(二)6 | TEXT
            shangrao-agri-2022      | subsidies.local_crops.borne_by.县级财政        | 30%    | 三(二)6 | TEXT
            shangrao-agri-2022      | tables.agri_share.rows[0][2]                  | 45     | 三(二)6 | ASSUMED
            shangrao-incentive-2022 | tables.incentive_rate.rows[1][1]              | 2      | 三(一)3 | READING
            lishui-2017             | subsidies.loan_guarantee.rate                 | 100%   | 四(三)  | TEXT
            lishui-2017             | subsidies.crop.rate                           | 50%    | 四(五)2 | TEXT
            lishui-2017             | subsidies.loan_loss.borne_by.保险机构          | 70%    | 四(三)  | READING
            lishui-2017             | checks.medical_benefit.at_most                | 100000 | 四(二)  | TEXT
            """)
    void a_parameter_stands_with_its_clause_and_its_mark(
            String rule, String path, String value, String clause, Mark mark) throws ConfigException {
        assertThat(SubsidyFiles.rule(rule).parameters())
                .filteredOn(parameter -> parameter.path().equals(path))
                .extracting(Parameter::value, Parameter::clause, Parameter::mark)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(value, clause, mark));
    }

    @Test
    void a_rule_says_what_it_reads() throws ConfigException {
        SubsidyScheme jinhua = SubsidyFiles.rule("jinhua-2024");
        assertThat(jinhua.reads().required()).containsExactly("enterprises");
        assertThat(jinhua.publishedUnits()).isEqualTo(Map.of("LPR一年期", "%"));
        assertThat(jinhua.datasets())
                .containsExactlyInAnyOrder(
                        "premium_claims",
                        "loan_claims",
                        "crop_lines",
                        "enterprises",
                        "insurers",
                        "counties",
                        "roster",
                        "parameters");
        // The class of a county stands in its register.
        assertThat(SubsidyFiles.rule("shangrao-agri-2022").reads().required())
                .isEqualTo(Set.of("counties", "insurers"));
        assertThat(SubsidyFiles.rule("shangrao-incentive-2022").reads().required())
                .isEqualTo(Set.of("roster"));
        assertThat(SubsidyFiles.rule("lishui-2017").reads().required()).isEqualTo(Set.of("households"));
    }

    @Test
    void only_what_somebody_else_pays_is_an_estimate() throws ConfigException {
        assertThat(Stream.of("jinhua-2024", "shangrao-agri-2022", "shangrao-incentive-2022", "lishui-2017")
                        .filter(id -> {
                            try {
                                return SubsidyFiles.rule(id).status() == SubsidyScheme.Status.ESTIMATE;
                            } catch (ConfigException e) {
                                throw new IllegalStateException(e);
                            }
                        }))
                .containsExactly("shangrao-incentive-2022");
    }
}
