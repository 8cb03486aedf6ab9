package bankscore.read.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.read.Shown;
import bankscore.read.Workbooks;
import bankscore.read.file.InputFile;
import bankscore.read.file.Rows;
import bankscore.read.file.Sheet;
import bankscore.read.file.Workbook;
import bankscore.sheet.MergedRange;
import bankscore.sheet.SheetRow;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XlsxRowsTest {

    private static final String STYLES = "<styleSheet xmlns='" + Zips.TRANSITIONAL + "'>"
            + "<numFmts><numFmt numFmtId='176' formatCode='yyyy&quot;年&quot;m&quot;月&quot;'/>"
            + "<numFmt numFmtId='177' formatCode='0.0&quot;%&quot;'/></numFmts>"
            + "<cellStyleXfs><xf numFmtId='14'/></cellStyleXfs>"
            + "<cellXfs><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='10'/><xf numFmtId='176'/><xf numFmtId='177'/>"
            + "<xf numFmtId='57'/></cellXfs></styleSheet>";

    private final Path folder;

    XlsxRowsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private InputFile file(Map<String, String> parts) {
        return Zips.write(folder, "税务局.xlsx", parts);
    }

    private InputFile file(String sheetData) {
        return file(Zips.workbook(sheetData));
    }

    @Test
    void every_type_of_cell_is_read() throws Exception {
        Map<String, String> parts = Zips.workbook("<row r='1'>"
                + "<c r='A1' t='s'><v>0</v></c>"
                + "<c r='B1' t='s'><v>1</v></c>"
                + "<c r='C1' t='inlineStr'><is><r><t>上饶</t></r><r><t xml:space='preserve'> 银行</t></r></is></c>"
                + "<c r='D1'><v>28.799999999999997</v></c>"
                + "<c r='E1' t='b'><v>1</v></c>"
                + "<c r='F1' t='e'><v>#REF!</v></c>"
                + "<c r='G1'><f>SUM(D1)</f><v>3</v></c>"
                + "<c r='H1' t='str'><f>D1&amp;\"x\"</f><v>28.8x</v></c>"
                + "<c r='I1'><f>A1+1</f></c>"
                + "<c r='J1' t='e'><f>1/0</f><v>#DIV/0!</v></c>"
                + "<c r='K1' t='str'><f>\"\"</f><v></v></c>"
                + "<c r='L1' s='1'/>"
                + "<c r='M1' t='s'><v>2</v></c>"
                + "<c r='N1' t='b'><f>TRUE()</f><v>0</v></c>"
                + "<c r='O1'><f>A1</f><v/></c>"
                + "</row>");
        parts.put(
                "xl/sharedStrings.xml",
                "<sst xmlns='" + Zips.TRANSITIONAL + "'><si><t>银行名称</t></si>"
                        + "<si><r><rPr><b/></rPr><t>存款</t></r><r><t>余额</t></r><rPh sb='0' eb='1'><t>CUN</t></rPh></si>"
                        + "<si><t>a_x000D_b_x005F_x000D_</t></si></sst>");

        assertThat(Shown.cells(file(parts)))
                .containsExactly(
                        "A1 text 银行名称",
                        "B1 text 存款余额",
                        "C1 text 上饶 银行",
                        "D1 number 28.8",
                        "E1 truth true",
                        "F1 failure #REF!",
                        "G1 number 3",
                        "H1 text 28.8x",
                        "I1 uncached",
                        "J1 failure #DIV/0!",
                        "M1 text a\rb_x000D_",
                        "N1 truth false",
                        "O1 uncached");
    }

    @Test
    void the_format_tells_dates_and_percents() throws Exception {
        String data = "<row r='1'>"
                + "<c r='A1' s='1'><v>44926</v></c>" // 31 December 2022
                + "<c r='B1' s='3'><v>44926.75</v></c>"
                + "<c r='C1' s='2'><v>0.785</v></c>"
                + "<c r='D1' s='4'><v>0.785</v></c>"
                + "<c r='E1' s='5'><v>59</v></c>" // 28 February 1900
                + "<c r='F1' s='5'><v>60</v></c>" // 29 February 1900, which never was
                + "<c r='G1' s='5'><v>0.5</v></c>"
                + "<c r='H1' s='99'><v>1</v></c>"
                + "<c r='I1' t='d'><v>2022-12-31T00:00:00</v></c></row>";
        Map<String, String> parts = Zips.workbook(data);
        parts.put("xl/styles.xml", STYLES);

        assertThat(Shown.cells(file(parts)))
                .containsExactly(
                        "A1 day 2022-12-31 44926",
                        "B1 day 2022-12-31 44926.75",
                        "C1 percent 0.785",
                        "D1 number 0.785",
                        "E1 day 1900-02-28 59",
                        "F1 number 60",
                        "G1 number 0.5",
                        "H1 number 1",
                        "I1 day 2022-12-31 44926");
    }

    @Test
    void a_workbook_of_the_1904_system_counts_its_days_from_there() throws Exception {
        Map<String, String> parts = Zips.workbook(
                Zips.TRANSITIONAL,
                "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                "<workbookPr date1904='1'/>",
                "<row r='1'><c r='A1' s='1'><v>43464</v></c><c r='B1' s='1'><v>0</v></c></row>");
        parts.put("xl/styles.xml", STYLES);

        // 44926 − 1462 = 43464: both systems mean 31 December 2022.
        assertThat(Shown.cells(file(parts))).containsExactly("A1 day 2022-12-31 43464", "B1 day 1904-01-01 0");
    }

    @Test
    void addresses_are_the_files_own_whatever_the_dimension_says() throws Exception {
        Map<String, String> parts = Zips.workbook("");
        parts.put(
                "xl/worksheets/sheet1.xml",
                Zips.sheet(
                        Zips.TRANSITIONAL,
                        "<dimension ref='A1'/><sheetData><row r='3'><c r='B3'><v>1</v></c><c r='AA3'><v>2</v></c></row>"
                                + "<row r='5' spans='1:1'><c r='A5' s='1'/></row>"
                                + "<row r='1048576'><c r='XFD1048576'><v>3</v></c></row></sheetData>"));

        assertThat(Shown.cells(file(parts))).containsExactly("B3 number 1", "AA3 number 2", "XFD1048576 number 3");
    }

    @Test
    void without_addresses_cells_and_rows_are_counted_from_the_last_one() throws Exception {
        InputFile file = file("<row><c><v>1</v></c><c r='D1'><v>2</v></c><c><v>3</v></c></row>"
                + "<row r='4'><c><v>4</v></c></row>"
                + "<row><c/><c><v>5</v></c></row>"
                + "<row><c r='B9'><v>6</v></c></row>"
                + "<row><c><v>7</v></c></row>");

        assertThat(Shown.cells(file))
                .containsExactly(
                        "A1 number 1",
                        "D1 number 2",
                        "E1 number 3",
                        "A4 number 4",
                        "B5 number 5",
                        "B9 number 6",
                        "A10 number 7");
    }

    @Test
    void hidden_rows_columns_and_sheets_are_told() throws Exception {
        Map<String, String> parts = Zips.workbook("");
        parts.put(
                "xl/worksheets/sheet1.xml",
                Zips.sheet(
                        Zips.TRANSITIONAL,
                        "<cols><col min='2' max='3' width='9' hidden='1'/><col min='5' max='5' width='0'/></cols>"
                                + "<sheetData><row r='1'><c r='A1'><v>1</v></c></row>"
                                + "<row r='2' hidden='1'><c r='A2'><v>2</v></c></row>"
                                + "<row r='3' ht='0' customHeight='1'><c r='A3'><v>3</v></c></row></sheetData>"));
        parts.computeIfPresent(
                "xl/workbook.xml", (name, xml) -> xml.replace("sheetId='1'", "sheetId='1' state='veryHidden'"));

        try (Workbook workbook = Workbooks.open(file(parts))) {
            assertThat(workbook.sheets()).containsExactly(new Sheet(0, "税收", true));
            try (Rows rows = workbook.rows(workbook.sheets().get(0))) {
                assertThat(java.util.stream.IntStream.range(0, 6).filter(rows::isColumnHidden))
                        .containsExactly(1, 2, 4);
                assertThat(Shown.cells(rows))
                        .containsExactly("A1 number 1", "A2 number 2 hidden", "A3 number 3 hidden");
            }
        }
    }

    @Test
    void the_strict_edition_with_any_prefix_is_read_too() throws Exception {
        String main = "http://purl.oclc.org/ooxml/spreadsheetml/main";
        Map<String, String> parts =
                Zips.workbook(main, "http://purl.oclc.org/ooxml/officeDocument/relationships", "", "");
        parts.put(
                "xl/worksheets/sheet1.xml",
                "<x:worksheet xmlns:x='" + main + "' xmlns:y='urn:other'><x:sheetData><y:row r='1'/><x:row r='2'>"
                        + "<x:c r='B2'><y:v>9</y:v><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>");

        assertThat(Shown.cells(file(parts))).containsExactly("B2 number 1");
    }

    /** What has no namespace is no part of the sheet, even before anything that has the right one. */
    @Test
    void elements_without_a_namespace_are_none_of_the_sheets() throws Exception {
        String nameless = "<sheetData><row r='1'><c r='A1'><v>5</v></c></row></sheetData>";
        Map<String, String> parts = Zips.workbook("");
        parts.put("xl/worksheets/sheet1.xml", "<worksheet>" + nameless + "</worksheet>");
        assertThat(Shown.cells(file(parts))).isEmpty();

        parts.put(
                "xl/worksheets/sheet1.xml",
                "<x:worksheet xmlns:x='" + Zips.TRANSITIONAL + "'>" + nameless
                        + "<x:sheetData><x:row r='1'><x:c r='A1'><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>");
        assertThat(Shown.cells(file(parts))).containsExactly("A1 number 7");
    }

    @Test
    void a_cursor_skips_to_the_row_where_a_restart_goes_on() throws Exception {
        InputFile file = file("<row r='1'><c r='A1'><v>1</v></c></row><row r='4'><c r='A4'><v>4</v></c></row>"
                + "<row><c><v>5</v></c></row><row r='9'><c r='A9'><v>9</v></c></row>");

        try (Workbook workbook = Workbooks.open(file);
                Rows rows = workbook.rows(workbook.sheets().get(0))) {
            assertThat(rows.next().map(SheetRow::index)).contains(0);
            rows.skipTo(4);
            assertThat(Shown.cells(rows)).containsExactly("A5 number 5", "A9 number 9");
            assertThat(rows.next()).isEmpty();
        }
    }

    @Test
    void merged_ranges_are_found_behind_the_data() throws Exception {
        Map<String, String> parts = Zips.workbook("");
        parts.put(
                "xl/worksheets/sheet1.xml",
                Zips.sheet(
                        Zips.TRANSITIONAL,
                        "<sheetData><row r='1'><c r='A1'><v>1</v></c></row></sheetData>"
                                + "<mergeCells><mergeCell ref='A1:C1'/><mergeCell ref='D1:D2'/></mergeCells>"));

        try (Workbook workbook = Workbooks.open(file(parts))) {
            assertThat(workbook.mergedRanges(workbook.sheets().get(0)))
                    .extracting(MergedRange::a1)
                    .containsExactly("A1:C1", "D1:D2");
        }
    }

    @Test
    void sheets_come_in_the_workbooks_order_and_charts_do_not_count() throws Exception {
        Map<String, String> parts = Zips.workbook("<row r='1'><c r='A1'><v>1</v></c></row>");
        String other = Zips.sheet(Zips.TRANSITIONAL, "<sheetData><row><c><v>2</v></c></row></sheetData>");
        parts.put("XL\\Worksheets\\Sheet2.xml", other); // as some programs write names
        parts.put("xl/chartsheets/sheet1.xml", "<chartsheet xmlns='" + Zips.TRANSITIONAL + "'/>");
        parts.computeIfPresent(
                "xl/workbook.xml",
                (name, xml) -> xml.replace(
                        "<sheets>",
                        "<sheets><sheet name='图' sheetId='3' r:id='c'/><sheet name='二' sheetId='2' r:id='s'/>"));
        String base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
        parts.computeIfPresent(
                "xl/_rels/workbook.xml.rels",
                (name, xml) -> xml.replace(
                        "</Relationships>",
                        "<Relationship Id='c' Type='" + base + "chartsheet' Target='chartsheets/sheet1.xml'/>"
                                + "<Relationship Id='s' Type='" + base + "worksheet' Target='worksheets/sheet2.xml'/>"
                                + "</Relationships>"));

        try (Workbook workbook = Workbooks.open(file(parts))) {
            assertThat(workbook.sheets()).containsExactly(new Sheet(0, "二", false), new Sheet(1, "税收", false));
            try (Rows rows = workbook.rows(workbook.sheets().get(0))) {
                assertThat(Shown.cells(rows)).containsExactly("A1 number 2");
            }
        }
    }

    @Test
    void cells_out_of_order_are_put_in_order() throws Exception {
        assertThat(Shown.cells(file("<row r='1'><c r='C1'><v>3</v></c><c r='A1'><v>1</v></c></row>")))
                .containsExactly("A1 number 1", "C1 number 3");
    }

    @Test
    void a_workbook_without_optional_parts_is_read() throws Exception {
        Map<String, String> parts = new LinkedHashMap<>(Zips.workbook("<row><c><v>1</v></c></row>"));
        assertThat(parts).doesNotContainKeys("xl/styles.xml", "xl/sharedStrings.xml");
        assertThat(Shown.cells(file(parts))).containsExactly("A1 number 1");
    }

    @Test
    void a_text_is_looked_for_wherever_it_stands() throws Exception {
        assertThat(holds("<row r='9'><c r='B9' t='inlineStr'><is><r><t>单</t></r><r><t>位</t></r></is></c></row>"))
                .isTrue();
        assertThat(holds("<row r='9'><c r='B9' t='str'><f>A1</f><v>单_x4F4D_</v></c></row>"))
                .isTrue();
        assertThat(holds("<row r='9'><c r='B9' t='inlineStr'><is><t>单</t></is></c><c r='C9'><v>1</v></c></row>"))
                .isFalse();

        Map<String, String> shared = Zips.workbook("<row r='9'><c r='B9' t='s'><v>0</v></c></row>");
        shared.put("xl/sharedStrings.xml", "<sst xmlns='" + Zips.TRANSITIONAL + "'><si><t>单&#20301;</t></si></sst>");
        assertThat(holds(shared)).isTrue();
        Map<String, String> formats = Zips.workbook("<row r='9'><c r='B9' s='4'><v>0</v></c></row>");
        formats.put("xl/styles.xml", STYLES.replace("&quot;%&quot;", "&quot;单位&quot;"));
        assertThat(holds(formats)).isTrue();
        formats.put("xl/styles.xml", STYLES);
        assertThat(holds(formats)).isFalse();
    }

    /** Each of these is the text 单位 to a parser, and hides it, or what stands before it, from a look at the bytes. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<is><t>单位</t></is>",
                "<is><t>单&#20301;</t></is>",
                "<is><t>&#x5355;&#x4f4d;</t></is>",
                "<is><t>_x5355__x4F4D_</t></is>",
                "<is><t>单</t><t>位</t></is>",
                "<is><r><t>单</t></r><rPh><t>x</t></rPh><r><t>位</t></r></is>",
                "<is><t>单<!-- < \" -->位</t></is>",
                "<is><t>单<?x ' > ?>位</t></is>",
                "<is><t><![CDATA[单位]]></t></is>",
                "<is><t x='>' y=\"'>\">单位</t></is>",
                "<is><x y='/>'/><t>单位</t></is>",
                "<is><t>单<x/>位</t></is>",
                "<v>1</v><is><t>单位</t></is>"
            })
    void a_text_is_found_however_it_is_written(String cell) throws Exception {
        assertThat(holds("<row r='8'><c r='A8'><v>1</v></c></row><row r='9'><c r='A9'/><c r='B9' t='inlineStr'>" + cell
                        + "</c></row>"))
                .isTrue();
    }

    private boolean holds(String sheetData) throws Exception {
        return holds(Zips.workbook(sheetData));
    }

    private boolean holds(Map<String, String> parts) throws Exception {
        try (Workbook workbook = Workbooks.open(file(parts))) {
            return workbook.mayHold(
                    workbook.sheets().get(0),
                    "位",
                    text -> text.text().equals("单位"),
                    format -> format.words().contains("单位"));
        }
    }
}
