package bankscore.contribution;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.exact.Period;
import bankscore.load.schema.EditorSchema;
import bankscore.run.EndedRun;
import bankscore.run.request.RunOutcome.Published;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.FormulaEvaluator;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What leaders change in a plan, from the office's workbook to everything that is published.
 *
 * <p>The mayor moves 150.5 万元 of the social security fund from 招商银行 to 工商银行, in two steps of 1,005,000 元 and
 * 500,000 元.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AdjustmentsTest {

    private static final String FUND = "社会保险基金";
    private static final Map<String, String> CHANGED = Map.of("B001", "150.50", "B002", "-150.50", "B003", "0.00");

    @TempDir
    static Path folder = Path.of("");

    private JsonNode plain = JsonMapper.shared().createObjectNode();
    private JsonNode adjusted = plain;
    private Path revision = folder;

    @BeforeAll
    void publish() throws Exception {
        plain = published("plain", new SmallQuarter(new Period(2022, 4)));
        adjusted = published(
                "adjusted",
                new SmallQuarter(new Period(2022, 4))
                        .rows(
                                "财政局/调整.xlsx",
                                "调整",
                                1,
                                List.of("资金类别", "银行名称", "调整金额（元）", "理由", "批准人"),
                                List.of(FUND, "招行", -1_505_000, "存贷比偏低。", "市长 王某"),
                                List.of(FUND, "工行", 1_005_000, "支持=重点项目", "市长 王某"),
                                List.of(FUND, "工商银行", 500_000, "代发养老金", "副市长 李某")));
        revision = folder.resolve("adjusted/output/2022Q4/r1");
    }

    private static JsonNode published(String name, SmallQuarter quarter) throws Exception {
        Path input = folder.resolve(name).resolve("input");
        quarter.write(input);
        try (Program program = new Program(input, folder.resolve(name).resolve("output"))) {
            EndedRun outcome = program.run("2022Q4");
            assertThat(outcome.end()).as(outcome.findings().toString()).isEqualTo(Published.class);
            assertThat(EditorSchema.misfits(outcome.folder(), "result-contribution"))
                    .isEmpty();
            return JsonMapper.shared()
                    .readTree(Files.readAllBytes(outcome.folder().resolve("result.json")));
        }
    }

    @Test
    void a_final_target_is_the_computed_one_and_what_was_changed() {
        for (int i = 0; i < 3; i++) {
            JsonNode before = row(plain, 0, i);
            JsonNode after = row(adjusted, 0, i);
            String bank = after.path("code").asString();
            assertThat(after.path("adjustment").asString()).isEqualTo(CHANGED.get(bank));
            assertThat(number(after, "target"))
                    .isEqualByComparingTo(number(before, "target").add(number(after, "adjustment")));
            assertThat(number(after, "change"))
                    .isEqualByComparingTo(number(after, "target").subtract(number(after, "current")));
            assertThat(row(adjusted, 1, i).path("target"))
                    .isEqualTo(row(plain, 1, i).path("target"));
        }
    }

    @Test
    void what_is_changed_is_named_with_its_reason_and_who_decided_it() {
        JsonNode named = adjusted.path("allocation").path("funds").path(0).path("adjustments");

        assertThat(named.size()).isEqualTo(3);
        assertThat(named.path(1).toString())
                .isEqualTo("{\"code\":\"B001\",\"amount\":\"100.50\",\"reason\":\"支持=重点项目\",\"approver\":\"市长 王某\"}");
    }

    @Test
    void a_quarter_without_adjustments_says_nothing_of_them() {
        assertThat(plain.toString()).doesNotContain("adjust");
    }

    /** Both banks grow: together they receive as much as without the change. */
    @Test
    void transfers_bring_about_the_final_targets() {
        for (String bank : List.of("B001", "B002")) {
            BigDecimal received = BigDecimal.ZERO;
            for (JsonNode transfer :
                    adjusted.path("allocation").path("funds").path(0).path("transfers")) {
                if (transfer.path("to").asString().equals(bank)) {
                    received = received.add(number(transfer, "amount"));
                }
            }
            assertThat(received).isEqualByComparingTo(number(row(adjusted, 0, bank.equals("B001") ? 0 : 1), "change"));
        }
    }

    @Test
    void the_letter_names_bank_amount_reason_and_approver() throws Exception {
        try (XWPFDocument document = new XWPFDocument(Files.newInputStream(revision.resolve("资金调拨方案.docx")));
                XWPFWordExtractor text = new XWPFWordExtractor(document)) {
            assertThat(text.getText())
                    .contains("社会保险基金测算之后对招商银行、工商银行的安排作了调整（增减合计为零），理由和批准人见附件2的注。")
                    .contains("测算之后，调整如下（增减合计为零）：招商银行调减150.50万元（理由：存贷比偏低；批准人：市长 王某）、"
                            + "工商银行调增100.50万元（理由：支持=重点项目；批准人：市长 王某）、"
                            + "工商银行调增50.00万元（理由：代发养老金；批准人：副市长 李某）。");
        }
    }

    @Test
    void the_page_shows_computed_target_change_and_target() throws Exception {
        assertThat(Files.readString(revision.resolve("report.html")))
                .contains("测算安排</th>", "调整</th>", "招商银行调减150.50万元（理由：存贷比偏低；批准人：市长 王某）", "-150.50</td>");
    }

    /** In the book the targets follow: a changed adjustment changes them, and the sum of all changes stays live. */
    @Test
    void the_book_follows_a_changed_adjustment() throws Exception {
        try (Workbook book =
                WorkbookFactory.create(revision.resolve("考核结果.xlsx").toFile(), null, true)) {
            Sheet plan = Objects.requireNonNull(book.getSheet("调拨测算"));
            Row head = Objects.requireNonNull(plan.getRow(2));
            int change = column(head, "领导调整");
            int computed = column(head, "测算存放");
            int target = column(head, "调整后存放");
            Row bank = row(plan, "工商银行");
            double before = bank.getCell(target).getNumericCellValue();
            assertThat(bank.getCell(change).getNumericCellValue()).isEqualTo(150.5);
            assertThat(before).isEqualTo(bank.getCell(computed).getNumericCellValue() + 150.5);

            Sheet figures = Objects.requireNonNull(book.getSheet("基础数据"));
            List<Row> changes = new ArrayList<>();
            figures.forEach(row -> {
                if (row.getCell(10) != null && row.getCell(10).toString().equals("adjustments")) {
                    changes.add(row);
                }
            });
            assertThat(changes).hasSize(3);
            changes.get(1).getCell(4).setCellValue(110.5);
            FormulaEvaluator evaluator = book.getCreationHelper().createFormulaEvaluator();
            evaluator.evaluateAll();

            assertThat(bank.getCell(target).getNumericCellValue()).isEqualTo(before + 10);
            assertThat(row(plan, "合计").getCell(change).getNumericCellValue()).isEqualTo(10);
        }
    }

    private static int column(Row head, String heading) {
        for (Cell cell : head) {
            if (cell.toString().equals(heading)) {
                return cell.getColumnIndex();
            }
        }
        throw new AssertionError("no column " + heading);
    }

    private static Row row(Sheet sheet, String bank) {
        for (Row row : sheet) {
            if (row.getCell(1) != null && row.getCell(1).toString().equals(bank)) {
                return row;
            }
        }
        throw new AssertionError("no row " + bank);
    }

    private static JsonNode row(JsonNode result, int fund, int row) {
        return result.path("allocation").path("funds").path(fund).path("rows").path(row);
    }

    private static BigDecimal number(JsonNode node, String key) {
        return new BigDecimal(node.path(key).asString());
    }
}
