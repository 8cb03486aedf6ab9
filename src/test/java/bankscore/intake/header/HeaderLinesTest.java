package bankscore.intake.header;

import static bankscore.intake.Sheets.brief;
import static bankscore.intake.Sheets.row;
import static org.assertj.core.api.Assertions.assertThat;

import bankscore.intake.Column;
import bankscore.intake.Dataset;
import bankscore.intake.SheetHeader;
import bankscore.intake.Sheets;
import bankscore.intake.Unit;
import bankscore.sheet.CellRef;
import bankscore.sheet.SheetRow;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the lines above and below a header do to it: groups, second lines, units, titles, versions. */
class HeaderLinesTest {

    /** Rows divided by @, the first of them in row 2; what comes out is the header's row, its columns and the findings. */
    private static String read(String sheet) {
        SheetRow[] rows = new SheetRow[sheet.split("@", -1).length];
        int number = 2;
        for (String cells : sheet.split("@", -1)) {
            rows[number - 2] = row(number, cells.replace("CREDIT", CREDIT));
            number++;
        }
        return shown(Sheets.search(rows));
    }

    private static final String CREDIT = "银行名称|存款余额|贷款余额|年初贷款余额|年初小微贷款余额|小微贷款余额|年初工业贷款余额|工业贷款余额";

    private static String shown(HeaderSearch.Result result) {
        if (!(result instanceof HeaderSearch.Recognised recognised)) {
            return result.getClass().getSimpleName();
        }
        SheetHeader header = recognised.header();
        String columns = header.columns().stream()
                .map(column -> column.column().id() + " " + CellRef.letters(column.index())
                        + (column.unit() == Unit.WAN || column.column().kind() != Column.Kind.MONEY
                                ? ""
                                : " " + column.unit().text()))
                .collect(Collectors.joining(", "));
        String findings = String.join("; ", brief(recognised.findings()));
        return header.dataset().id() + " " + (header.row() + 1) + ": " + columns
                + (findings.isEmpty() ? "" : " ! " + findings);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                // merged cells of CSV stand empty: the heading goes over the empty cells that have words under them
                "银行名称|存款余额|贷款余额||小微贷款余额||工业贷款余额|@||年初|年末|年初|年末|年初|年末;credit 3: bank A, deposits B, loans_opening C, loans D, sme_loans_opening E, sme_loans F, industrial_loans_opening G, industrial_loans H",
                "银行名称|存款余额|贷款余额||小微贷款余额||工业贷款余额|@||年末|年初|年末|年初|年末|年初;credit 3: bank A, deposits B, loans C, loans_opening D, sme_loans E, sme_loans_opening F, industrial_loans G, industrial_loans_opening H",
                // nothing tells the two columns apart
                "CREDIT|@||本币|外币;credit 3: bank A, deposits B, loans C, loans_opening D, sme_loans_opening E, sme_loans F, industrial_loans_opening G, industrial_loans H",
                "银行名称|上缴税收||@|国税|地税;tax 2: bank A, tax B ! \"E115 B2 first=国税、地税 variant=parts\"",
                // a word under one column alone is a remark, and the row is no data
                "银行名称|上缴税收@|含退库;tax 3: bank A, tax B",
                // somebody is named, or a figure stands there: data
                "银行名称|上缴税收@招商银行|暂无;tax 2: bank A, tax B",
                "银行名称|上缴税收@|12;tax 2: bank A, tax B",
                "银行名称|上缴税收@招商银行|12;tax 2: bank A, tax B",
                // a line further down belongs to no header
                "银行名称|上缴税收@@|国税|地税;tax 2: bank A, tax B",
                // the same heading again, as merged cells give it, is nobody's name
                "银行名称|上缴税收|上缴税收@银行名称|国税|地税;tax 3: bank A, tax B ! E115 C2 first=B2",
            })
    void a_second_line_belongs_to_the_header_if_it_names_nobody(String sheet, String expected) {
        assertThat(read(sheet)).isEqualTo(expected.replace("\"", ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                // the first row lacks five columns, the second none
                "银行名称|存款余额|贷款余额@CREDIT;credit 3: bank A, deposits B, loans C, loans_opening D, sme_loans_opening E, sme_loans F, industrial_loans_opening G, industrial_loans H",
                "CREDIT@CREDIT;credit 3: bank A, deposits B, loans C, loans_opening D, sme_loans_opening E, sme_loans F, industrial_loans_opening G, industrial_loans H",
                "CREDIT@银行名称|存款余额|贷款余额;credit 3: bank A, deposits B, loans C, loans_opening D, sme_loans_opening E, sme_loans F, industrial_loans_opening G, industrial_loans H",
            })
    void of_two_headers_one_below_the_other_the_fuller_one_counts(String sheet, String expected) {
        assertThat(read(sheet)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "银行名称|上缴税收@|元;tax 2: bank A, tax B 元",
                "银行名称|上缴税收@单位|（元）;tax 2: bank A, tax B 元",
                "银行名称|上缴税收@单位：|元;tax 2: bank A, tax B 元",
                "银行名称|上缴税收@|万美元;tax 2: bank A, tax B ! E113 B3",
                "银行名称|上缴税收（亿元）@|亿元;tax 2: bank A, tax B 亿元",
                "银行名称|上缴税收（亿元）@|元;tax 2: bank A, tax B 亿元 ! E113 B3 at=B2 first=上缴税收（亿元） variant=other",
                "单位：元@银行名称|上缴税收@|万元;tax 3: bank A, tax B 元 ! E113 B4 at=A2 first=单位：元 variant=other",
                "单位：元@银行名称|上缴税收@|元;tax 3: bank A, tax B 元",
                "预算单位|银行名称|评分@||分;survey 2: unit A, bank B, rating C",
            })
    void a_line_of_units_below_the_header_gives_the_units(String sheet, String expected) {
        assertThat(read(sheet)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "说明|税收（元）@银行名称|上缴税收;tax 3: bank A, tax B 元",
                "税收（元）||说明@银行名称|上缴税收;tax 3: bank A, tax B 元",
                "说明||其他（元）@银行名称|上缴税收;tax 3: bank A, tax B",
                "单位：万元@说明|税收（元）|@银行名称|上缴税收;tax 4: bank A, tax B 元 ! W108 B3 at=A2 first=单位：万元 variant=other",
                "说明|税收（元）@@银行名称|上缴税收;tax 4: bank A, tax B",
                "说明|税收（户）@银行名称|上缴税收;tax 3: bank A, tax B",
                "说明|税收（万美元）@银行名称|上缴税收;tax 3: bank A, tax B ! E113 B2",
                "说明|税收（元）@银行名称|上缴税收（亿元）;tax 3: bank A, tax B 亿元 ! E113 B3 at=B2 first=税收（元） variant=other",
                "说明|@税收（元）|@银行名称|上缴税收（亿元）;tax 4: bank A, tax B 亿元 ! E113 B4 at=A3 first=税收（元） variant=other",
                "其他（亿元）|税收（元）@银行名称|上缴税收;tax 3: bank A, tax B 元",
                "|银行|税收（亿元）@银行名称|编码|上缴税收@||含退库;tax 4: bank A, tax C 亿元",
            })
    void the_group_directly_above_a_column_may_state_its_unit(String sheet, String expected) {
        assertThat(read(sheet)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "税收情况表（元）@@银行名称|上缴税收;tax 4: bank A, tax B 元",
                "税收情况表（元）|税收情况表（元）@@银行名称|上缴税收;tax 4: bank A, tax B 元",
                "税收情况表（元）|2022年@@银行名称|上缴税收;tax 4: bank A, tax B 元",
                "税收情况表（元）|2022年@银行名称|上缴税收;tax 3: bank A, tax B 元",
                "税收（单位万元）情况|2022年@单位：元@银行名称|上缴税收;tax 4: bank A, tax B 元 ! E113 A3 at=A2 first=税收（单位万元）情况 variant=other",
                "税收情况表（十）@@银行名称|上缴税收;tax 4: bank A, tax B",
                "税收情况表（亿）@@银行名称|上缴税收;tax 4: bank A, tax B ! E113 A2",
                "单户授信（500万元）@@银行名称|上缴税收;tax 4: bank A, tax B",
                "500万元以下不计@@银行名称|上缴税收;tax 4: bank A, tax B",
                "单位：亿元、%@@银行名称|上缴税收;tax 4: bank A, tax B 亿元",
                "银行名称|上缴税收|金额单位：元;tax 2: bank A, tax B 元",
                "单位：元@银行名称|上缴税收/元;tax 3: bank A, tax B 元",
                "单位：元@银行名称|上缴税收/万元;tax 3: bank A, tax B ! E113 B3 at=A2 first=单位：元 variant=other",
                "单位：元@单位：元@银行名称|上缴税收;tax 4: bank A, tax B 元",
                "单位：元@单位：万元@银行名称|上缴税收;tax 4: bank A, tax B ! E113 A3 at=A2 first=单位：元 variant=other",
                "单位：户@单位：元@银行名称|上缴税收;tax 4: bank A, tax B 元",
                "单位：元@单位：户@银行名称|上缴税收;tax 4: bank A, tax B 元",
                "单位：元@单位：万元@预算单位|银行名称|评分;survey 4: unit A, bank B, rating C",
                "2021年度@2020年度@银行名称|上缴税收;tax 4: bank A, tax B ! E114 A2 expected=2022Q4 stated=2021年度",
                "2021年度@银行编码|银行名称|简称;roster 3: code A, name B, short_name C",
            })
    void lines_above_the_header_may_state_a_unit_and_a_period(String sheet, String expected) {
        assertThat(read(sheet)).isEqualTo(expected);
    }

    @Test
    void a_sheet_of_another_templates_version_says_so_and_the_first_one_counts() {
        String version = Sheets.datasets().stream()
                .filter(dataset -> dataset.id().equals("tax"))
                .map(Dataset::version)
                .findFirst()
                .orElseThrow();

        assertThat(read("税收　模板版本：" + version + "@银行名称|上缴税收")).isEqualTo("tax 3: bank A, tax B");
        assertThat(read("税收　模板版本：000000@模板版本：" + version + "@银行名称|上缴税收"))
                .isEqualTo("tax 4: bank A, tax B ! W103 A2 expected=" + version);
    }

    @Test
    void the_dataset_with_the_most_identifying_headings_wins() {
        assertThat(read("预算单位|银行名称|评分|上缴税收")).startsWith("survey 2: unit A, bank B, rating C");
        assertThat(read("银行编码|银行名称|上缴税收|简称")).startsWith("tax 2: bank B, tax C");
    }

    @Test
    void the_search_ends_with_the_row_below_the_header_or_with_a_tie() {
        HeaderSearch search = new HeaderSearch(Sheets.SHEET, Sheets.datasets(), Sheets.USED, Sheets.Q4, Sheets.NONE);
        List<Boolean> done = new ArrayList<>();
        for (String cells : List.of("标题", "银行名称|上缴税收", "招商银行|5", "银行编码|银行名称|简称")) {
            done.add(search.offer(row(done.size() + 2, cells)));
        }
        HeaderSearch tie = new HeaderSearch(Sheets.SHEET, Sheets.datasets(), Sheets.USED, Sheets.Q4, Sheets.NONE);

        assertThat(done).containsExactly(false, false, true, true);
        assertThat(shown(search.result())).isEqualTo("tax 3: bank A, tax B");
        assertThat(tie.offer(row(3, "|资金类别|银行名称|存款余额|贷款余额"))).isTrue();
        assertThat(tie.offer(row(4, "银行名称|上缴税收"))).isTrue();
        assertThat(shown(tie.result())).isEqualTo("Ambiguous");
    }
}
