package bankscore.contribution;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.answer.Answer;
import bankscore.contribution.book.ScoreWorkbook;
import bankscore.contribution.execution.ApprovedPlan;
import bankscore.contribution.judge.Report;
import bankscore.contribution.load.RuleFiles;
import bankscore.contribution.papers.OfficialLetter;
import bankscore.contribution.papers.PublishedPlan;
import bankscore.contribution.papers.ResultJson;
import bankscore.contribution.papers.ResultPage;
import bankscore.contribution.say.BankAnswers;
import bankscore.exact.Period;
import bankscore.office.Approval;
import bankscore.office.DocumentNumber;
import bankscore.office.Letterhead;
import bankscore.paper.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A fund that counts and stays, in every paper: in the city's quarter the second fund, with 婺源村镇银行 to be taken back from. */
class MoneyThatStaysTest {

    private static final String WITHDRAWN = "B018";

    private final Report report;
    private final Path folder;

    MoneyThatStaysTest(@TempDir Path folder) throws Exception {
        this.folder = folder;
        String scheme = Files.readString(RuleFiles.CONFIG.resolve("schemes/shangrao-2022.yaml"))
                .replace("  lot: 1\n", "  lot: 1\n  funds: {" + SampleReport.OTHER_FUND + ": {moves: false}}\n");
        this.report = SampleReport.cityQuarter(new Period(2022, 4), true).report(List.of(), RuleFiles.parse(scheme));
    }

    /** Lines of the fund's block: number, bank, share, current, target, change, now, at maturity, note. */
    @Test
    void the_book_follows_in_formulas_what_moves_and_what_does_not() throws IOException {
        Path file = folder.resolve("book.xlsx");
        assertThat(ScoreWorkbook.write(report, "通用", SampleReport.words(), file))
                .as("every formula recalculates to the engine's value")
                .isEmpty();
        try (InputStream in = Files.newInputStream(file);
                XSSFWorkbook book = new XSSFWorkbook(in)) {
            Sheet sheet = book.getSheet("调拨测算");
            List<String> moving = new ArrayList<>();
            boolean own = false;
            for (Row row : sheet) {
                Cell first = row.getCell(0);
                own = own || (first != null && first.toString().contains(SampleReport.OTHER_FUND));
                if (own && first != null && row.getCell(6) != null && isNumber(first)) {
                    assertThat(row.getCell(6).getCellFormula()).doesNotContain("SUMIF");
                    if (row.getCell(6).getNumericCellValue() != 0) {
                        moving.add(row.getCell(1).getStringCellValue());
                        assertThat(row.getCell(6).getNumericCellValue())
                                .isEqualTo(row.getCell(5).getNumericCellValue());
                    }
                    assertThat(row.getCell(7).getNumericCellValue()).isZero();
                }
            }
            assertThat(moving).containsExactly("婺源村镇银行");
            assertThat(texts(book.getSheet("资金调拨方案")))
                    .contains("　　其中" + SampleReport.OTHER_FUND + "：以贡献度为依据；只计入方案，不据以划转资金（收回除外）。");
            assertThat(texts(book.getSheet("划转清单")))
                    .anyMatch(text -> text.contains(SampleReport.OTHER_FUND) && text.contains("1 笔"));
        }
    }

    private static boolean isNumber(Cell cell) {
        return cell.getCellType() == CellType.NUMERIC;
    }

    private static List<String> texts(Sheet sheet) {
        List<String> texts = new ArrayList<>();
        for (Row row : sheet) {
            for (Cell cell : row) {
                texts.add(cell.toString());
            }
        }
        return texts;
    }

    @Test
    void the_result_says_so_and_the_plan_is_read_back_so() {
        byte[] result = ResultJson.of(report, SampleReport.words()).bytes();
        JsonNode funds = Json.read(result).path("allocation").path("funds");

        assertThat(funds.get(0).has("moves")).isFalse();
        assertThat(funds.get(1).path("moves").asBoolean(true)).isFalse();
        assertThat(funds.get(1).path("transfers").size()).isEqualTo(1);
        assertThat(funds.get(1).path("transfers").get(0).path("from").asString())
                .isEqualTo(WITHDRAWN);
        Approval approval =
                new Approval(new Period(2022, 4), 1, new DocumentNumber("饶府字〔2023〕1号"), LocalDate.of(2023, 1, 10));
        assertThat(PublishedPlan.of(approval, result, SampleReport.words()).funds())
                .extracting(ApprovedPlan.Fund::moves)
                .containsExactly(true, false);
    }

    @Test
    void letter_and_page_say_so_and_print_no_movement() throws IOException {
        Path letter = folder.resolve("letter.docx");
        OfficialLetter.write(
                report,
                new Letterhead(
                        "上饶市财政局",
                        "市人民政府",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                SampleReport.words(),
                letter);
        try (InputStream in = Files.newInputStream(letter);
                XWPFWordExtractor text = new XWPFWordExtractor(new XWPFDocument(in))) {
            assertThat(text.getText()).contains(SampleReport.OTHER_FUND + "以贡献度为依据；只计入方案，不据以划转资金（收回除外）。");
        }
        Path page = folder.resolve("report.html");
        ResultPage.write(report, SampleReport.words(), page);
        assertThat(Files.readString(page)).containsOnlyOnce("该类资金只计入方案，不据以划转（收回除外）。");
    }

    @Test
    void a_bank_is_told_what_it_would_hold_and_that_nothing_moves() {
        List<String> lines = lines("B001");
        assertThat(lines).filteredOn(line -> line.endsWith("万元；该类资金只计入方案，不划转")).hasSize(1);
        assertThat(lines).filteredOn(line -> line.contains("其中立即划转")).hasSize(1);
        assertThat(lines(WITHDRAWN)).filteredOn(line -> line.contains("其中立即划转")).hasSize(2);
    }

    private List<String> lines(String bank) {
        return new BankAnswers(report, SampleReport.words(), true)
                .of(report.quarter().roster().subject(bank).orElseThrow()).sections().stream()
                        .flatMap(section -> section.pieces().stream())
                        .filter(Answer.Piece.Entry.class::isInstance)
                        .flatMap(piece -> ((Answer.Piece.Entry) piece).lines().stream())
                        .toList();
    }
}
