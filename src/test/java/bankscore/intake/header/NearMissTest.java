package bankscore.intake.header;

import static bankscore.intake.Sheets.row;
import static org.assertj.core.api.Assertions.assertThat;

import bankscore.intake.Column;
import bankscore.intake.Dataset;
import bankscore.intake.Sheets;
import bankscore.sheet.SheetRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearMissTest {

    /** Slips of whoever writes a heading. */
    private static final List<UnaryOperator<String>> SLIPS = List.of(
            heading -> "本市" + heading,
            heading -> heading + "情况",
            heading -> heading.substring(1),
            heading -> heading.substring(0, heading.length() - 1) + "甲",
            heading -> "甲" + heading.substring(1));

    /** What a sheet with these rows was meant for, with what it lacks and what it has instead. */
    private static Optional<String> meant(SheetRow... rows) {
        return Sheets.search(rows) instanceof HeaderSearch.Unrecognised unrecognised
                ? unrecognised.resembled().stream()
                        .filter(near -> near.isMeant() && isUsed(near.dataset()))
                        .map(near -> near.dataset().name() + " " + near.at().cell() + " " + near.missingNames() + " "
                                + (near.alike() ? "~" : "?") + near.near())
                        .findFirst()
                : Optional.empty();
    }

    private static boolean isUsed(Dataset dataset) {
        return dataset.presence() != Dataset.Presence.IF_USED
                || dataset.numeric().stream().anyMatch(column -> Sheets.USED.contains(column.id()));
    }

    @Test
    void each_identifying_heading_of_each_dataset_may_be_written_wrongly_in_every_way() {
        int lost = 0;
        for (Dataset dataset :
                Sheets.datasets().stream().filter(NearMissTest::isUsed).toList()) {
            List<Column> columns = dataset.identifying();
            for (int wrong = 0; wrong < columns.size(); wrong++) {
                for (UnaryOperator<String> slip : SLIPS) {
                    List<String> headings = new ArrayList<>();
                    columns.forEach(column -> headings.add(column.name()));
                    headings.set(wrong, slip.apply(headings.get(wrong)));
                    SheetRow row = row(2, String.join("|", headings));
                    if (Sheets.search(row) instanceof HeaderSearch.Recognised) {
                        continue;
                    }
                    lost++;
                    assertThat(meant(row(1, "一张表"), row, row(3, "甲|乙|丙|丁")))
                            .as(headings.toString())
                            .hasValueSatisfying(said -> assertThat(said).startsWith(dataset.name() + " "));
                }
            }
        }
        assertThat(lost).isGreaterThan(100);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            nullValues = "-",
            value = {
                // Two of three headings, and one nearly alike: it is the cell to change.
                "银行名称|风险类型|处置意见;风险 C1 处置 ~处置意见",
                "预算单位|银行名称|得分;满意度调查 C1 评分 ~得分",
                "银行名称|各项存款|贷款余额;存贷款 B1 存款余额 ~各项存款",
                // Two of three headings, and nothing like the third.
                "预算单位|银行名称|账号;满意度调查 A1 评分 ?",
                // All but one of two, and one nearly alike: a part, one other character, half of the characters.
                "银行名称|税收;税收 B1 上缴税收 ~税收",
                "项目|数量;参数 B1 数值 ~数量",
                "机构编码|银行名称;银行名录 A1 银行编码 ~机构编码",
                // One of two and nothing like the other; one of three; words of a note.
                "银行名称|地址;-",
                // The characters that 指标代码 shares with 指标值 are those of 指标名称.
                "指标名称|指标代码;-",
                "指标名称|指标数字;-",
                "指标名称|数;参数 B1 数值 ~数",
                "银行名称|存款;-",
                "银行名称为全称，评分为0至5分;-",
                // A heading that is another column of the same dataset is not like the missing one.
                "银行名称|平台放款笔数;-",
            })
    void a_sheet_is_meant_for_a_dataset_or_not(String headings, String expected) {
        assertThat(meant(row(1, headings), row(2, "甲|1|2"))).isEqualTo(Optional.ofNullable(expected));
    }

    @Test
    void a_header_over_two_rows_is_looked_at_as_one() {
        assertThat(meant(row(1, "银行名称|余额|"), row(2, "|存款余额|信贷"), row(3, "甲|1|2")))
                .contains("存贷款 B2 贷款余额 ?");
        assertThat(meant(row(1, "银行名称||"), row(2, "|存款余额|各项贷款"), row(3, "甲|1|2")))
                .contains("存贷款 C2 贷款余额 ~各项贷款");
    }
}
