package bankscore.run.take;

import static bankscore.intake.Sheets.row;
import static org.assertj.core.api.Assertions.assertThat;

import bankscore.finding.Finding;
import bankscore.intake.Dataset;
import bankscore.intake.Sheets;
import bankscore.intake.header.HeaderSearch;
import bankscore.sheet.Place;
import bankscore.store.SheetStore.StagedSheet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnrecognisedSheetsTest {

    private static final List<Dataset> USED = Sheets.datasets().stream()
            .filter(dataset -> Set.of("survey", "service", "risk", "adjustments", "holdings", "tax", "parameters")
                    .contains(dataset.id()))
            .toList();

    private static StagedSheet before(String dataset, String file, String sheet) {
        return new StagedSheet(Place.of(file, sheet), dataset, 0);
    }

    private static final List<StagedSheet> LAST = List.of(
            before("service", "国库/2022年三季度服务台账.xlsx", "台账"),
            before("risk", "监管/名单（9月）.xlsx", "2022年三季度"),
            before("survey", "财政/满意度（市直）.xlsx", "市直"),
            before("survey", "财政/满意度（各区）.xlsx", "Sheet1"));

    private static UnrecognisedSheets.Unknown unknown(String file, String sheet, String headings, int rows) {
        Place place = Place.of(file, sheet);
        HeaderSearch search = new HeaderSearch(place, Sheets.datasets(), Sheets.USED, Sheets.Q4, Sheets.NONE);
        search.offer(row(1, headings));
        return search.result() instanceof HeaderSearch.Unrecognised unrecognised
                ? new UnrecognisedSheets.Unknown(place.at("A1"), rows, unrecognised.resembled())
                : fail(headings);
    }

    private static UnrecognisedSheets.Unknown fail(String headings) {
        throw new AssertionError(headings + " are recognised");
    }

    private static List<String> brief(List<Finding> findings) {
        return findings.stream()
                .map(finding -> (finding.code() + " " + finding.place() + " "
                                + finding.details().getOrDefault("expected", "") + " "
                                + finding.details().getOrDefault("variant", ""))
                        .strip())
                .toList();
    }

    /** @param present what other sheets hold, each in a file and sheet of the dataset's name, or in those said */
    private static Map<Place, Dataset> now(String... present) {
        Map<Place, Dataset> now = new LinkedHashMap<>();
        for (String each : present) {
            String[] parts = each.split(" › ", -1);
            now.put(
                    parts.length == 1 ? Place.of(each, each) : Place.of(parts[1], parts[2]),
                    USED.stream()
                            .filter(dataset -> dataset.id().equals(parts[0]))
                            .findFirst()
                            .orElseThrow());
        }
        return now;
    }

    private static List<String> judge(Map<Place, Dataset> now, UnrecognisedSheets.Unknown... sheets) {
        return brief(new UnrecognisedSheets(USED, now, LAST).judge(List.of(sheets)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            nullValues = "-",
            value = {
                // Nearly alike: an error, whatever the other sheets hold.
                "预算单位|银行名称|得分;survey;E116 a.xlsx › 表 › C1 满意度调查",
                "预算单位|银行名称|得分;-;E116 a.xlsx › 表 › C1 满意度调查",
                // Two of three headings: an error only where nothing else holds the dataset.
                "预算单位|银行名称|账号;-;E116 a.xlsx › 表 › A1 满意度调查 bare",
                "预算单位|银行名称|账号;survey;W104 a.xlsx › 表 › A1 满意度调查 bare",
                // Of two datasets of which it has two of three headings, that with more columns.
                "日期|银行名称|预算单位|扣分;-;E116 a.xlsx › 表 › A1 服务记录 bare",
                "资金类别|银行名称|账户|开户日;holdings;W104 a.xlsx › 表 › A1 财政存款 bare",
                // Anything else is only told.
                "银行名称|地址;-;N101 a.xlsx › 表 › A1 税收 bare",
                "银行名称|税;tax;E116 a.xlsx › 表 › B1 税收",
                "姓名|电话;-;N101 a.xlsx › 表 › A1",
                // A dataset that this rule does not use misses nothing.
                "银行名称|重点贷款余额;tax;N101 a.xlsx › 表 › A1 税收 bare",
            })
    void a_sheet_is_told_by_its_headings(String headings, String present, String expected) {
        assertThat(judge(present == null ? now() : now(present), unknown("a.xlsx", "表", headings, 5)))
                .containsExactly(expected);
    }

    @Test
    void a_sheet_without_known_headings_is_told_by_the_name_that_it_had_last_time() {
        // The file's name is another quarter's; the sheet's is the same.
        assertThat(judge(now("risk"), unknown("国库/2022年四季度服务台账.xls", "第一张", "甲|乙", 9)))
                .containsExactly("E116 国库/2022年四季度服务台账.xls › 第一张 › A1 服务记录 name");
        assertThat(judge(now("risk"), unknown("新.xlsx", "台账", "甲|乙", 9)))
                .containsExactly("E116 新.xlsx › 台账 › A1 服务记录 name");
        // The sheet and the file are nearer than the file alone, and there is only one.
        assertThat(judge(
                        now("risk"),
                        unknown("2022年四季度服务台账.xlsx", "说明", "甲|乙", 90),
                        unknown("2022年四季度服务台账.xlsx", "台账", "甲|乙", 9)))
                .containsExactly("E116 2022年四季度服务台账.xlsx › 台账 › A1 服务记录 name", "N101 2022年四季度服务台账.xlsx › 说明 › A1");
        // A sheet that nobody named, one without rows, one of a dataset that is there.
        assertThat(judge(now("risk"), unknown("新.xlsx", "Sheet1", "甲|乙", 9)))
                .containsExactly("N101 新.xlsx › Sheet1 › A1");
        assertThat(judge(now("risk"), unknown("新.xlsx", "台账", "甲|乙", 1))).containsExactly("N101 新.xlsx › 台账 › A1");
        assertThat(judge(now("risk", "service › 2022年四季度服务台账.xlsx › 台账"), unknown("新.xlsx", "台账", "甲|乙", 9)))
                .containsExactly("N101 新.xlsx › 台账 › A1");
        // One of several sheets of a dataset that is there.
        assertThat(judge(
                        now("survey › 财政/满意度（市直）.xlsx › 市直"),
                        unknown("财政/满意度（各区）.xlsx", "Sheet1", "甲|乙", 9),
                        unknown("财政/满意度（市直）.xlsx", "说明", "甲|乙", 9)))
                .containsExactly("E116 财政/满意度（各区）.xlsx › Sheet1 › A1 满意度调查 name", "N101 财政/满意度（市直）.xlsx › 说明 › A1");
    }

    @Test
    void one_of_several_sheets_that_came_last_time_is_missed() {
        assertThat(lost("survey › 财政/满意度（市直）.xlsx › 市直")).containsExactly("W105 财政/满意度（市直）.xlsx › 市直 满意度调查");
        assertThat(lost("survey › 财政/满意度（市直）.xlsx › 市直", "survey › 财政/满意度（各区）.xlsx › Sheet1"))
                .isEmpty();
        // Nothing has the names of last time: the sheets are made otherwise.
        assertThat(lost("survey › 财政/2022年度调查.xlsx › 全部")).isEmpty();
        assertThat(lost()).isEmpty();
    }

    private static List<String> lost(String... present) {
        return brief(new UnrecognisedSheets(USED, now(present), LAST).lost(List.of()));
    }
}
