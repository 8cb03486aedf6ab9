package bankscore.subsidy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import bankscore.exact.Period;
import bankscore.finding.Code;
import bankscore.finding.PrintedFinding;
import bankscore.run.Desk;
import bankscore.run.EndedRun;
import bankscore.run.questions.Questions;
import bankscore.run.request.RunOutcome.Published;
import bankscore.run.request.RunOutcome.Stopped;
import bankscore.sheet.PlainText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Claimants, insurers and policies that somebody gave names with a purpose, from the sheets to every paper. */
class HostilePartiesTest {

    private static final String RULE = "lishui-insurance";
    private static final String PERIOD = "2017Q4";
    private static final String OVERRIDE = Character.toString(0x202E);
    private static final String UNSEEN = Character.toString(0x200B);
    private static final String LONG = "长".repeat(200);

    /** The heads of households are people, whose names may be anything. */
    private static final List<String> HEADS = List.of(
            "=cmd|'/c calc'!A0",
            "+1",
            "-2+3",
            "@SUM(A1)",
            "<script>alert(1)</script>",
            "甲\"乙'丙&丁",
            OVERRIDE + "丁戊",
            "己" + UNSEEN + "庚",
            LONG,
            "../x",
            "CON",
            "辛.",
            "_x003D_壬");

    private static final List<String> INSURERS = List.of(
            "<img src=x onerror=alert(1)>",
            "甲\"保\"险",
            "../../保险",
            "NUL",
            OVERRIDE + "乙保险",
            "丙" + UNSEEN + "保险",
            "丁保险.",
            LONG);

    private static final List<String> POLICIES =
            List.of("<b>P1", "\"P2\"", "../P3", "CON", "P5.", "'P6", "P7,=1+1", "P8;P8", "P9" + UNSEEN, "PA");

    @TempDir
    Path folder = Path.of("");

    @BeforeEach
    void sheetsOfHouseholdsAndPolicies() throws Exception {
        List<List<String>> households = new ArrayList<>();
        List<List<String>> policies = new ArrayList<>();
        households.add(List.of("户编码", "户主姓名", "县区", "认定日期"));
        policies.add(List.of("户编码", "险种", "保单号", "农户自担保费", "保险机构", "保险起期", "保险止期", "总保费", "保险金额"));
        for (int i = 0; i < HEADS.size(); i++) {
            households.add(List.of("H" + i, HEADS.get(i), "某县", "2017-01-01"));
            policies.add(List.of(
                    "H" + i,
                    "农村小额保险",
                    POLICIES.get(i % POLICIES.size()) + (i < POLICIES.size() ? "" : "bis"),
                    "0",
                    INSURERS.get(i % INSURERS.size()),
                    "2017-10-01",
                    "2018-09-30",
                    "30",
                    "10000"));
        }
        write("名册.csv", households);
        write("承保.csv", policies);
    }

    @Test
    void of_hundreds_of_rows_of_a_register_each_mistake_is_told() throws Exception {
        List<List<String>> households = new ArrayList<>();
        households.add(List.of("户编码", "户主姓名", "县区", "认定日期"));
        for (int i = 0; i < 700; i++) {
            households.add(List.of("H" + i, i % 300 == 299 ? "" : "户" + i, "某县", "2017-01-01"));
        }
        write("名册.csv", households);

        try (Desk desk = new Desk(folder.resolve("input"), folder.resolve("output"))) {
            assertThat(desk.run(PERIOD, RULE).findings().stream()
                            .filter(each -> each.place().file().equals("名册.csv")))
                    .extracting(PrintedFinding::code, each -> each.place().cell())
                    .containsExactly(tuple(Code.E206, "B301"), tuple(Code.E206, "B601"));
        }
    }

    @Test
    void every_paper_shows_them_as_text_and_nothing_obeys_them() throws Exception {
        Path output = folder.resolve("output");
        try (Desk desk = new Desk(folder.resolve("input"), output)) {
            EndedRun ended = desk.run(PERIOD, RULE);
            assertThat(ended.end()).as("%s", ended.findings()).isEqualTo(Published.class);
            assertThat(ended.findings().stream().filter(each -> each.code() == Code.N111))
                    .extracting(
                            each -> each.place().file(), each -> each.place().cell())
                    .containsExactly(tuple("名册.csv", "B8"), tuple("承保.csv", "E6"));

            Path revision = desk.revision(PERIOD, RULE);
            JsonNode result = desk.result(PERIOD, RULE);
            assertThat(result.get("lines")).hasSize(HEADS.size());
            assertThat(result.get("payments")).hasSize(INSURERS.size());

            assertThat(texts(revision.resolve("补助资金审核结果.xlsx")))
                    .contains("<img src=x onerror=alert(1)>", LONG, "'+1", "'=cmd|'/c calc'!A0")
                    .noneMatch(text -> "=+-@".indexOf(text.charAt(0)) >= 0)
                    .allMatch(HostilePartiesTest::isSeen);
            String page = Files.readString(revision.resolve("report.html"));
            assertThat(page)
                    .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "&lt;img src=x onerror=alert(1)&gt;")
                    .doesNotContain("<script>alert", "<img src=x", OVERRIDE, UNSEEN);
            assertThat(word(revision.resolve("补助资金拨付请示.docx")))
                    .contains("<img src=x onerror=alert(1)>", LONG)
                    .doesNotContain(OVERRIDE, UNSEEN);

            Path pages = folder.resolve("pages");
            List<Path> written = desk.face(RULE)
                    .questions()
                    .explain(
                            new Questions.Asked(Period.parse(PERIOD).orElseThrow(), Optional.empty()), Optional.empty())
                    .pages()
                    .into(pages);
            assertThat(written)
                    .hasSize(HEADS.size())
                    .allMatch(file -> pages.equals(file.getParent()))
                    .extracting(file -> file.getFileName().toString())
                    .contains(
                            "补助审核说明_2017Q4_H0_=cmd_'_c calc'!A0.docx",
                            "补助审核说明_2017Q4_H4__script_alert(1)_script_.docx",
                            "补助审核说明_2017Q4_H9__x.docx",
                            "补助审核说明_2017Q4_H10_CON.docx",
                            "补助审核说明_2017Q4_H11_辛.docx")
                    .allMatch(HostilePartiesTest::isSeen);
            for (Path file : written) {
                assertThat(word(file)).doesNotContain(OVERRIDE, UNSEEN);
            }
            assertThat(desk.verify(PERIOD, RULE).differences()).isEmpty();
        }
        try (Stream<Path> all = Files.list(folder)) {
            assertThat(all.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("input", "output", "pages");
        }
    }

    @Test
    void a_party_or_a_number_that_begins_like_a_formula_is_refused_at_its_cell() throws Exception {
        write(
                "承保.csv",
                List.of(
                        List.of("户编码", "险种", "保单号", "农户自担保费", "保险机构", "保险起期", "保险止期", "总保费", "保险金额"),
                        List.of("H0", "农村小额保险", "=1+1", "0", "甲保险", "2017-10-01", "2018-09-30", "30", "10000"),
                        List.of("H1", "农村小额保险", "P2", "0", "+甲保险", "2017-10-01", "2018-09-30", "30", "10000"),
                        List.of("H2", "农村小额保险", "P3", "0", LONG + "长", "2017-10-01", "2018-09-30", "30", "10000")));
        try (Desk desk = new Desk(folder.resolve("input"), folder.resolve("output"))) {
            EndedRun stopped = desk.run(PERIOD, RULE);

            assertThat(stopped.end()).isEqualTo(Stopped.class);
            assertThat(stopped.findings())
                    .extracting(PrintedFinding::code, each -> each.place().cell())
                    .contains(tuple(Code.E213, "C2"), tuple(Code.E213, "E3"), tuple(Code.E219, "E4"));
        }
    }

    private static boolean isSeen(String text) {
        return PlainText.shownLines(text).equals(text);
    }

    /** All texts of a book; none of its formulas is anybody's name. */
    private static List<String> texts(Path file) throws Exception {
        List<String> texts = new ArrayList<>();
        try (Workbook book = SentIn.open(file)) {
            for (Sheet sheet : book) {
                for (Row row : sheet) {
                    for (Cell cell : row) {
                        if (cell.getCellType() == CellType.STRING
                                && !cell.getStringCellValue().isEmpty()) {
                            texts.add(cell.getStringCellValue());
                        } else if (cell.getCellType() == CellType.FORMULA) {
                            assertThat(cell.getCellFormula()).doesNotContain("cmd", "calc");
                        }
                    }
                }
            }
        }
        return texts;
    }

    private static String word(Path file) throws Exception {
        try (XWPFDocument document = new XWPFDocument(Files.newInputStream(file));
                XWPFWordExtractor text = new XWPFWordExtractor(document)) {
            return text.getText();
        }
    }

    private void write(String name, List<List<String>> rows) throws Exception {
        Path file = folder.resolve("input").resolve(PERIOD).resolve(name);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(
                file,
                rows.stream()
                        .map(row -> row.stream()
                                .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                                .collect(Collectors.joining(",")))
                        .collect(Collectors.joining("\n", "", "\n")));
    }
}
