package bankscore.intake.table;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.facts.Figure;
import bankscore.facts.Subject;
import bankscore.finding.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Published figures of one item and several days, under strange names, and beside the ratio of the sums. */
class PublishedFiguresTest {

    /** Loans of 4800 to deposits of 6000: 80 percent; the other way round 125. */
    private static final String CREDIT = "银行名称,存款余额,贷款余额; A,1000,800; B,2000,1600; C,3000,2400 / ";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # without a day: for the period
            项目,数值; 全市存贷比,80                                                                    | 80 | ``
            # the last one by the period's end counts, whatever the order; a later one is not yet
            项目,数值,日期; 全市存贷比,79,2022-09-30; 全市存贷比,81,2022-12-31; 全市存贷比,70,2023-03-31  | 81 | ``
            项目,数值,日期; 全市存贷比,81,2022-11-30; 全市存贷比,79,2022-09-30                            | 81 | ``
            项目,数值,日期; 全市存贷比,70,2023-03-31                                                    | -  | W216
            # one day twice, and a row without a day beside one of the period's last day
            项目,数值,日期; 全市存贷比,80,2022-12-31; 全市存贷比,81,2022-12-31                            | 80 | E310 A3
            项目,数值,日期; 全市存贷比,80; 全市存贷比,81,2022-12-31                                       | 80 | E310 A3
            # nearly the name; another one; none
            项目,数值; 全市平均存贷比,80                                                                | -  | E322 A2
            项目,数值; 全市存贷率,80                                                                    | -  | E322 A2
            项目,数值; 全市存贷比率,80                                                                  | -  | W212 A2
            项目,数值; 城镇登记失业率,4                                                                 | -  | W212 A2
            # one that another rule asks for is nothing to this one, and its own is missing
            项目,数值; 全市贷款增速,8                                                                   | -  | W216
            # five points are tolerated, and above the range nothing where the sums are in it
            项目,数值; 全市存贷比,85                                                                    | 85 | ``
            项目,数值; 全市存贷比,85.01                                                                 | 85.01 | W215 B2
            项目,数值; 全市存贷比,125                                                                   | 125 | W215 B2
            项目,数值; 全市存贷比,501                                                                   | 501 | E208 B2
            """)
    void the_last_figure_by_the_periods_end_counts_and_is_held_against_the_sums(
            String sheet, String value, String expected) {
        StagedSheets staged = new StagedSheets("2022Q4", CREDIT + sheet);
        List<Finding> findings = new ArrayList<>();
        TableCheck check = new TableCheck(
                staged.tables(),
                new Demand(StagedSheets.USED, List.of("全市存贷比"), Subject::assessed, Plan.REAL, Set.of("roster")),
                findings::add);

        PublishedFigures figures = new PublishedFigures(check, staged.tables(), List.of("全市存贷比"), findings::add);
        Map<String, Figure> published = figures.read();
        figures.compare(published, check.perSubject());

        Figure figure = published.get("全市存贷比");
        assertThat(figure == null ? "-" : figure.value().toString()).isEqualTo(value);
        StagedSheets.brief(findings);
        assertThat(findings.stream()
                        .map(finding -> (finding.code() + " " + finding.place().cell()).strip())
                        .collect(Collectors.joining(", ")))
                .isEqualTo(expected);
    }
}
