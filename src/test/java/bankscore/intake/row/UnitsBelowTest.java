package bankscore.intake.row;

import static bankscore.intake.Sheets.brief;
import static org.assertj.core.api.Assertions.assertThat;

import bankscore.facts.Fact;
import bankscore.finding.Finding;
import bankscore.intake.SheetHeader;
import bankscore.intake.Sheets;
import bankscore.intake.header.HeaderSearch;
import bankscore.intake.header.UnitSearch;
import bankscore.sheet.CellValue;
import bankscore.sheet.Look;
import bankscore.sheet.SheetRow;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Units that are stated nowhere above: below, beside and in the number formats of the cells. */
class UnitsBelowTest {

    /** Cells by |; a number is one, and its format stands behind ~. */
    private static SheetRow row(int number, String line) {
        List<Object> cells = new ArrayList<>();
        for (String cell : line.split("\\|", -1)) {
            String[] parts = cell.split("~", -1);
            if (parts[0].matches("-?\\d+(\\.\\d+)?")) {
                Look look = parts.length > 1 ? Look.of(Look.Kind.NUMBER, parts[1]) : Look.PLAIN;
                cells.add(new CellValue.Numeric(new BigDecimal(parts[0]), look));
            } else {
                cells.add(cell);
            }
        }
        return Sheets.row(number, false, cells.toArray());
    }

    /** The units with where they are stated, the figures in 万元, the findings. */
    private static String read(String sheet) {
        String[] lines = sheet.split("@", -1);
        HeaderSearch search = new HeaderSearch(Sheets.SHEET, Sheets.datasets(), Sheets.USED, Sheets.Q4, Sheets.NONE);
        for (int i = 0; i < lines.length && !search.offer(row(i + 1, lines[i])); i++) {
            // The next one.
        }
        HeaderSearch.Recognised recognised = (HeaderSearch.Recognised) search.result();
        SheetHeader header = recognised.header();
        UnitSearch below = new UnitSearch(header);
        if (below.isNeeded()) {
            for (int i = header.row() + 1; i < lines.length; i++) {
                below.offer(row(i + 1, lines[i]));
            }
            header = below.result();
        }
        RowIntake intake = Sheets.intake(header);
        List<Finding> findings = new ArrayList<>(recognised.findings());
        List<Fact> figures = new ArrayList<>();
        for (int i = header.row() + 1; i < lines.length; i++) {
            RowResult result = intake.take(row(i + 1, lines[i]));
            figures.addAll(result.figures());
            findings.addAll(result.findings());
        }
        String units = header.columns().stream()
                .flatMap(column -> column.unitFrom().stream()
                        .map(from -> column.unit().text() + " of " + from.text() + " " + from.at() + ", "))
                .distinct()
                .collect(Collectors.joining());
        return units
                + figures.stream()
                        .map(figure ->
                                figure.value().map(BigDecimal::toPlainString).orElse("none"))
                        .collect(Collectors.joining(" "))
                + brief(findings).stream().map(finding -> "; " + finding).collect(Collectors.joining());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '§',
            quoteCharacter = '\0',
            value = {
                // below, beside, and nowhere
                "银行名称|上缴税收@招商银行|20000@单位：元| § 元 of 单位：元 A3, 2; N102 A3",
                "银行名称|上缴税收@招商银行|20000@工商银行|10000@@@注：金额单位为元 § 元 of 注：金额单位为元 A6, 2 1",
                "银行名称|上缴税收@招商银行|20000@合计|20000@制表人：张三  单位：元| § 元 of 制表人：张三 单位：元 A4, 2",
                "银行名称|上缴税收@招商银行|20000||单位：元@工商银行|10000 § 元 of 单位：元 D2, 2 1",
                "银行名称|上缴税收|单位@招商银行|20000|元@工商银行|10000|元 § 元 of 元 C2, 2 1",
                "银行名称|上缴税收|单位@招商银行|20000|元@工商银行|10000|万元 § 元 of 元 C2, 2 1; E113 C3 at=C2 first=元 variant=other",
                "银行名称|上缴税收@@单位：元@招商银行|20000 § 元 of 单位：元 A3, 2; N102 A3",
                "银行名称|上缴税收@招商银行|20000@制表单位：税务局| § 20000",
                "银行名称|上缴税收@招商银行|20000@注：500万元以下的不计| § 20000",
                "银行名称|上缴税收@招商银行|20000@单位：万元| § 万元 of 单位：万元 A3, 20000; N102 A3",
                // a line between two blocks is the second one's, and the first has none
                "银行名称|上缴税收@招商银行|2@单位：元|@银行名称|上缴税收@工商银行|10000 § 2 10000; E113 A3 variant=alone; N102 A4",
                "银行名称|上缴税收@招商银行|2@单位：万元|@银行名称|上缴税收@工商银行|1 § 2 1; N102 A3; N102 A4",
                // number formats
                "银行名称|上缴税收@招商银行|20000~0!.0,\"万元\"@工商银行|10000~0!.0,\"万元\" § 元 of 0!.0,\"万元\" B2, 2 1",
                "银行名称|上缴税收@招商银行|2~0.00\"亿元\"@工商银行|1~0.00\"亿\" § 亿元 of 0.00\"亿元\" B2, 20000 10000",
                "银行名称|上缴税收@招商银行|2~0.00万元@合计|2 § 万元 of 0.00万元 B2, 2",
                "银行名称|上缴税收@招商银行|20000~#,##0.00\"元\"@工商银行|0@合计|20000 § 元 of #,##0.00\"元\" B2, 2 0",
                "银行名称|上缴税收@招商银行|20000~[>=10000]0!.0,\"万元\";0\"元\"@工商银行|5000~[>=10000]0!.0,\"万元\";0\"元\" § 元 of [>=10000]0!.0,\"万元\";0\"元\" B2, 2 0.5",
                "银行名称|上缴税收@招商银行|20000~0\"万\"0000\"元\" § 元 of 0\"万\"0000\"元\" B2, 2",
                "银行名称|上缴税收@招商银行|2~\"约 \"0.00\\ \"亿 元\" § 亿元 of \"约 \"0.00\\ \"亿 元\" B2, 20000",
                "银行名称|上缴税收@招商银行|20000~¥#,##0.00@工商银行|5000~#,##0, § 20000 5000",
                "银行名称|上缴税收@招商银行|20000~0\"笔\"@工商银行|5000~0\"户\" § 20000 5000",
                // some figures with, some without: which unit these have nobody knows
                "银行名称|上缴税收@招商银行|2~0.00\"亿元\"@工商银行|10000 § 2 10000; E113 B2 variant=format.alone",
                "银行名称|上缴税收@招商银行|2~0.00\"万元\"@工商银行|10000 § 2 10000",
                // divided by what makes no unit
                "银行名称|上缴税收@招商银行|2000~0.0,\"万元\" § 2000; E113 B2",
                "银行名称|上缴税收@招商银行|2000~0\"美元\" § 2000; E113 B2",
                // a format, and another statement above or below
                "银行名称|上缴税收（元）@招商银行|20000~0!.0,\"万元\" § 元 of 上缴税收（元） B1, 2",
                "单位：元@银行名称|上缴税收@招商银行|2~0\"万元\"@工商银行|1~0\"万元\" § 元 of 单位：元 A1, 0.0002 0.0001; E113 B3 at=A1 first=单位：元 variant=format.other",
                "银行名称|上缴税收@招商银行|20000~0\"元\"@单位：万元| § 元 of 0\"元\" B2, 2; E113 A3 at=B2 first=0\"元\" variant=other",
                "单位：万元@银行名称|上缴税收@招商银行|2~0.00@合计|2~0\"元\" § 万元 of 单位：万元 A1, 2; E113 B4 at=A1 first=单位：万元 variant=format.other",
                // a format says nothing of what is no money
                "项目|数值@全市存贷比|77.15~0.00\"元\" § 77.15",
                "银行名称|平台放款笔数|平台放款金额（元）@招商银行|5~0\"万元\"|20000 § 元 of 平台放款金额（元） C1, 5 2",
            })
    void the_unit_may_be_stated_below_beside_or_by_the_number_format(String sheet, String expected) {
        assertThat(read(sheet)).isEqualTo(expected);
    }

    @Test
    void a_line_that_disagrees_is_told_once_though_it_comes_again() {
        assertThat(read("单位：万元@银行名称|上缴税收@招商银行|2@单位：元|@工商银行|1@单位：元|"))
                .isEqualTo("万元 of 单位：万元 A1, 2 1; E113 A4 at=A1 first=单位：万元 variant=other; N102 A6");
    }

    @Test
    void each_column_may_have_its_own_unit_by_its_formats() {
        assertThat(read("资金类别|银行名称|存款余额|未到期定期@社保|招商银行|2~0\"亿元\"|30000~0!.0,\"万元\""))
                .isEqualTo("亿元 of 0\"亿元\" C2, 元 of 0!.0,\"万元\" D2, 20000 3");
    }
}
