package bankscore.subsidy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import bankscore.contribution.Program;
import bankscore.exact.Period;
import bankscore.facts.Claim;
import bankscore.facts.OnSheet;
import bankscore.intake.table.staged.SaidClaim;
import bankscore.office.DocumentNumber;
import bankscore.run.Desk;
import bankscore.run.EndedRun;
import bankscore.run.questions.Questions;
import bankscore.run.request.RunOutcome.NothingNew;
import bankscore.run.request.RunOutcome.Published;
import bankscore.run.request.RunOutcome.Restored;
import bankscore.run.revisions.Approvals;
import bankscore.run.revisions.History;
import bankscore.run.revisions.Verification.Recomputed;
import bankscore.run.revisions.Verification.Verified;
import bankscore.store.ClaimStore;
import bankscore.store.Stores;
import bankscore.subsidy.decide.Decision;
import bankscore.subsidy.decide.Spool;
import bankscore.subsidy.keep.KeptDecisions;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.FutureTask;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/** The delivered rules on the sample quarters, from the offices' cells to what is paid, published and verified. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SubsidyRunTest {

    private static final String JINHUA = "jinhua-insurance";
    private static final String CROPS = "shangrao-agri";
    private static final String LIABILITY = "pollution_liability";
    private static final String BOOK = "补助资金审核结果.xlsx";

    /** A firm with three liability policies in the year and a fourth that is claimed only in the next quarter. */
    private static final String FIRM = "91339999YYY0000110";

    @TempDir
    static Path folder = Path.of("");

    private Optional<Desk> opened = Optional.empty();
    private JsonNode year = NullNode.instance;
    private JsonNode quarter = NullNode.instance;

    private Desk desk() {
        return opened.orElseThrow();
    }

    @BeforeAll
    void two_batches_are_published() throws Exception {
        opened = Optional.of(new Desk(Path.of("input"), folder.resolve("output")));
        assertThat(desk().run("2024Q4", JINHUA).end()).isEqualTo(Published.class);
        assertThat(desk().run("2025Q1", JINHUA).end()).isEqualTo(Published.class);
        year = desk().result("2024Q4", JINHUA);
        quarter = desk().result("2025Q1", JINHUA);
    }

    @AfterAll
    void the_database_is_closed() {
        opened.ifPresent(Desk::close);
    }

    /** Calculated from the workbooks by a script of another engineer, apart from the program. */
    @Test
    void sums_are_those_of_a_calculation_apart_from_the_program() {
        assertThat(subsidies(year))
                .containsExactly(
                        tuple(LIABILITY, 700, 643, "2438718.91", 163),
                        tuple("export_credit", 240, 237, "33553198.70", 2),
                        tuple("export_interest", 60, 57, "669276.62", 1),
                        tuple("crop_matching", 40, 32, "100962.10", 0),
                        tuple("crop_local", 40, 32, "268958.40", 0));
        assertThat(subsidies(quarter).subList(0, 3))
                .containsExactly(
                        tuple(LIABILITY, 18, 16, "59937.37", 0),
                        tuple("export_credit", 9, 9, "554639.85", 0),
                        tuple("export_interest", 0, 0, "0.00", 0));
        assertThat(lines(year)
                        .filter(line -> line.get("reason").asString().equals("以现金或个人账户付款"))
                        .map(line -> line.get("subsidy").asString()))
                .containsExactly("export_credit");
    }

    /**
     * 9,000 × 50 % = 4,500; 8,000 × 50 % = 4,000; 7,000 × 50 % = 3,500, of which the yearly 10,000 leave 1,500; 6,000 × 50 % =
     * 3,000 of an invoice of the same year, of which they leave nothing.
     */
    @Test
    void three_policies_of_a_firm_lead_from_their_cells_to_its_payment_and_to_the_next_batchs_refusal()
            throws Exception {
        List<JsonNode> three = liability(year);
        assertThat(three)
                .extracting(line -> SentIn.premium("2024Q4", line), SubsidyRunTest::money, line -> text(line, "reason"))
                .containsExactly(
                        tuple("9000", "4500.00 4500.00", ""),
                        tuple("8000", "4000.00 4000.00", ""),
                        tuple("7000", "3500.00 1500.00", "已达上限"));
        assertThat(payments(year, "payments")).containsEntry(FIRM, new BigDecimal("10000.00"));

        assertThat(liability(quarter))
                .extracting(line -> SentIn.premium("2025Q1", line), SubsidyRunTest::money, line -> text(line, "reason"))
                .containsExactly(tuple("6000", "3000.00 0.00", "已达上限"));
        assertThat(payments(quarter, "payments")).doesNotContainKey(FIRM);

        try (Questions.Explained explained = desk().face(JINHUA)
                .questions()
                .explain(new Questions.Asked(new Period(2025, 1), Optional.empty()), Optional.of(FIRM))) {
            assertThat(explained.all().toString())
                    .contains("额度10,000.00元，此前已用10,000.00元（2024年第四季度批次10,000.00元），余0.00元。", "审定：不予补助（已达上限）。");
        }
    }

    /** A refund of 2,000 takes back 50 %; nothing else is claimed by the firm, so it has to pay back. */
    @Test
    void a_refund_that_nothing_outweighs_is_asked_back_and_not_paid() {
        assertThat(lines(quarter).filter(line -> text(line, "granted").startsWith("-")))
                .extracting(line -> text(line, "claimant"), SubsidyRunTest::money)
                .containsExactlyInAnyOrder(
                        tuple("91339999YYY000441R", "-1000.00 -1000.00"),
                        // 1,500 × 80 %; the firm's other policies outweigh it.
                        tuple("91339999YYY000142U", "-1200.00 -1200.00"));
        assertThat(payments(quarter, "recoveries")).isEqualTo(Map.of("91339999YYY000441R", new BigDecimal("-1000.00")));
        assertThat(payments(quarter, "payments")).doesNotContainKey("91339999YYY000441R");
    }

    @Test
    void payments_and_levels_add_up_to_what_was_granted() {
        for (JsonNode batch : List.of(year, quarter)) {
            BigDecimal granted = BigDecimal.ZERO;
            for (JsonNode subsidy : batch.get("subsidies")) {
                BigDecimal amount = decimal(subsidy.get("granted").get("amount"));
                assertThat(sum(subsidy.get("byLevel"))).isEqualByComparingTo(amount);
                granted = granted.add(amount);
            }
            lines(batch).forEach(line -> {
                assertThat(sum(line.get("levels"))).isEqualByComparingTo(decimal(line.get("granted")));
                if (!line.get("amount").isNull()) {
                    assertThat(decimal(line.get("granted")).abs())
                            .isLessThanOrEqualTo(decimal(line.get("amount")).abs());
                }
            });
            assertThat(Stream.of("payments", "recoveries")
                            .flatMap(list -> payments(batch, list).values().stream())
                            .reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo(granted);
        }
    }

    @Test
    void the_same_input_again_is_nothing_new_and_both_batches_come_out_again_byte_for_byte() throws Exception {
        assertThat(desk().run("2025Q1", JINHUA).end()).isEqualTo(NothingNew.class);

        for (String period : List.of("2024Q4", "2025Q1")) {
            Verified verified = desk().verify(period, JINHUA);
            assertThat(verified.differences()).as(period).isEmpty();
            assertThat(verified.recomputed()).isEqualTo(Recomputed.SAME);
        }
    }

    @Test
    void a_granted_amount_that_is_changed_in_the_database_is_told() throws Exception {
        KeptDecisions kept = new KeptDecisions(stores().blocks());
        List<Decision> lines = new ArrayList<>();
        kept.each(instance(), lines::add);
        List<Decision> changed = new ArrayList<>(lines);
        changed.replaceAll(line -> line.claimant().key().equals(FIRM) ? granted(line, "3000") : line);
        assertThat(changed).isNotEqualTo(lines);

        assertThat(differencesWith("result_block", () -> keep(kept, changed))).containsExactly("stored result_block");
        assertThat(differences()).isEmpty();
    }

    @Test
    void a_premium_that_is_changed_in_the_database_is_told() throws Exception {
        ClaimStore store = stores().staging().claims();
        List<OnSheet<Claim>> claims = new ArrayList<>();
        store.each(instance(), "premium_claims", claims::add);
        List<OnSheet<Claim>> changed = new ArrayList<>(claims);
        changed.replaceAll(each -> new OnSheet<>(each.sheet(), premium(each.value(), "0.01")));
        assertThat(changed).isNotEqualTo(claims);

        assertThat(differencesWith("staged_claims", () -> {
                    desk().sql("DELETE FROM staged_claims WHERE instance = " + instance());
                    store.save(instance(), changed.stream().map(SaidClaim::of).toList());
                }))
                .containsExactly("stored staged_claims", "stored result_block", "recomputed result.json");
        assertThat(differences()).isEmpty();
    }

    @Test
    void a_file_that_is_changed_is_told_and_the_next_run_writes_the_folder_again() throws Exception {
        Path book = desk().revision("2025Q1", JINHUA).resolve(BOOK);
        byte[] published = Files.readAllBytes(book);
        Files.writeString(book, " ", StandardOpenOption.APPEND);
        Files.delete(desk().revision("2025Q1", JINHUA).resolve("report.html"));

        assertThat(differences())
                .hasSize(2)
                .anyMatch(each -> each.startsWith("changed"))
                .anyMatch(each -> each.startsWith("missing"));
        assertThat(desk().run("2025Q1", JINHUA).end()).isEqualTo(Restored.class);

        assertThat(Files.readAllBytes(book)).isEqualTo(published);
        assertThat(differences()).isEmpty();
    }

    @Test
    void a_claimants_page_holds_nobody_elses_line() throws Exception {
        Path page = desk().face(JINHUA)
                .questions()
                .explain(new Questions.Asked(new Period(2024, 4), Optional.empty()), Optional.of(FIRM))
                .pages()
                .into(folder.resolve("pages"))
                .get(0);
        String said;
        try (XWPFDocument document = new XWPFDocument(Files.newInputStream(page));
                XWPFWordExtractor extractor = new XWPFWordExtractor(document)) {
            said = extractor.getText();
        }

        Set<String> own = lines(year)
                .filter(line -> text(line, "claimant").equals(FIRM))
                .map(line -> text(line, "reference"))
                .collect(Collectors.toSet());
        assertThat(said).contains(own);
        Set<String> others = new TreeSet<>();
        lines(year).filter(line -> !text(line, "claimant").equals(FIRM)).forEach(line -> {
            others.add(text(line, "claimant"));
            others.add(text(line, "reference"));
        });
        year.get("payments").forEach(payment -> others.add(text(payment, "name")));
        others.removeAll(own);
        others.removeAll(Set.of("", "婺川骁砺塑业有限公司"));
        assertThat(others).hasSizeGreaterThan(1000).noneMatch(said::contains);
    }

    @Test
    void the_published_list_and_the_page_hold_no_account() throws Exception {
        Set<String> accounts = SentIn.column("2024Q4", "账号");
        assertThat(accounts).hasSizeGreaterThan(200);

        assertThat(numbers(printed("2024Q4", JINHUA))).doesNotContainAnyElementsOf(accounts);
    }

    /** The order of files decides which of two lines of one day comes first, not what a firm or the city has in the end. */
    @Test
    void files_under_other_names_in_another_order_come_to_the_same_sums() throws Exception {
        Path input = Files.createDirectories(folder.resolve("renamed/2024Q4"));
        int name = 50;
        for (Path file : SentIn.workbooks("2024Q4")) {
            Files.copy(file, input.resolve(name-- + ".xlsx"));
        }
        try (Desk other = new Desk(folder.resolve("renamed"), folder.resolve("renamed-output"))) {
            assertThat(other.run("2024Q4", JINHUA).end()).isEqualTo(Published.class);
            JsonNode turned = other.result("2024Q4", JINHUA);

            assertThat(lines(turned).map(line -> text(line, "reference")))
                    .isNotEqualTo(
                            lines(year).map(line -> text(line, "reference")).toList());
            assertThat(turned.get("subsidies")).isEqualTo(year.get("subsidies"));
            assertThat(payments(turned, "payments")).isEqualTo(payments(year, "payments"));
        }
    }

    @Test
    void scores_and_subsidies_of_one_period_run_at_once_and_do_not_touch_each_other() throws Exception {
        FutureTask<EndedRun> crops = new FutureTask<>(() -> desk().run("2022Q4", CROPS));
        new Thread(crops).start();
        assertThat(desk().run("2022Q4", Desk.SCORES).end()).isEqualTo(Published.class);
        assertThat(crops.get().end()).isEqualTo(Published.class);

        Approvals.Recorded recorded = desk().face(CROPS)
                .approvals(folder.resolve("output"))
                .record(new Approvals.Asked(
                        new Period(2022, 4),
                        1,
                        DocumentNumber.read("饶府字〔2023〕1号").orElseThrow(),
                        LocalDate.of(2023, 1, 10),
                        false,
                        Optional.empty(),
                        Program.caller("approve")));
        assertThat(recorded.end()).isEqualTo(Approvals.End.APPROVED);
        Files.writeString(desk().revision("2022Q4", Desk.SCORES).resolve("result.json"), "{}");

        Verified ofCrops = desk().verify("2022Q4", CROPS);
        assertThat(ofCrops.differences()).isEmpty();
        assertThat(ofCrops.revision().approval()).isPresent();
        assertThat(desk().verify("2022Q4", Desk.SCORES).revision().approval()).isEmpty();
        assertThat(desk().run("2022Q4", Desk.SCORES).end()).isEqualTo(Restored.class);
        assertThat(desk().verify("2022Q4", Desk.SCORES).differences()).isEmpty();
        assertThat(desk().faces().history().lines().stream()
                        .filter(line -> line.outcome().equals("approved")))
                .extracting(History.Line::rule)
                .containsExactly(CROPS);
        assertThat(desk().faces().history().lines()).allMatch(History.Line::holds);
    }

    @Test
    void nobodys_resident_number_is_printed_whole() throws Exception {
        assertThat(desk().run("2017Q4", "lishui-insurance").end()).isEqualTo(Published.class);
        Set<String> residents = SentIn.column("2017Q4", "身份证号");
        assertThat(residents).hasSizeGreaterThan(2000);

        String printed = printed("2017Q4", "lishui-insurance");
        assertThat(numbers(printed)).doesNotContainAnyElementsOf(residents);
        assertThat(printed).containsPattern("[0-9]{6}\\*{8}[0-9]{3}[0-9X]");
    }

    /** All cells of the list that is put up, and the page. */
    private String printed(String period, String rule) throws Exception {
        StringBuilder printed =
                new StringBuilder(Files.readString(desk().revision(period, rule).resolve("report.html")));
        try (Workbook book = SentIn.open(desk().revision(period, rule).resolve(BOOK))) {
            Sheet list = book.getSheet("公示名单");
            assertThat(list.getLastRowNum()).isGreaterThan(20);
            for (Row row : list) {
                for (Cell cell : row) {
                    printed.append('\n').append(new DataFormatter().formatCellValue(cell));
                }
            }
        }
        return printed.toString();
    }

    private static Set<String> numbers(String text) {
        return Pattern.compile("[0-9]{12,}X?")
                .matcher(text)
                .results()
                .map(found -> found.group())
                .collect(Collectors.toSet());
    }

    /** What verifying tells while a table is changed. */
    private List<String> differencesWith(String table, Runnable change) throws Exception {
        desk().sql("CREATE TABLE kept AS SELECT * FROM " + table);
        change.run();
        List<String> differences = differences();
        desk().sql("DELETE FROM " + table);
        desk().sql("INSERT INTO " + table + " SELECT * FROM kept");
        desk().sql("DROP TABLE kept");
        return differences;
    }

    private static Claim premium(Claim claim, String amount) {
        Map<String, Claim.Entry> cells = new HashMap<>(claim.cells());
        cells.computeIfPresent("premium_paid", (id, entry) -> new Claim.Amount(entry.column(), new BigDecimal(amount)));
        return new Claim(claim.dataset(), claim.row(), cells);
    }

    private static Decision granted(Decision line, String amount) {
        Decision.Sums sums = line.sums().orElseThrow();
        return new Decision(
                line.subsidy(),
                line.line(),
                line.claimant(),
                line.payee(),
                line.day(),
                line.outcome(),
                Optional.of(new Decision.Sums(
                        sums.base(), sums.rate(), sums.amount(), DecidedBatch.yuan(amount), sums.caps())),
                line.levels());
    }

    private void keep(KeptDecisions kept, List<Decision> lines) {
        Spool<Decision> spool = kept.anew(instance());
        for (int i = 0; i < lines.size(); i++) {
            spool.put(i, lines.get(i));
        }
        spool.each(line -> {});
    }

    private Stores stores() {
        return desk().stores(JINHUA);
    }

    private long instance() {
        return stores().revisions().latest(new Period(2025, 1)).orElseThrow().instance();
    }

    /** What is not as it was of the second batch. */
    private List<String> differences() throws Exception {
        return desk().verify("2025Q1", JINHUA).differences().stream()
                .map(each -> each.key() + " " + each.subject())
                .toList();
    }

    private static List<Tuple> subsidies(JsonNode batch) {
        return StreamSupport.stream(batch.get("subsidies").spliterator(), false)
                .map(each -> tuple(
                        text(each, "id"),
                        each.get("claims").asInt(),
                        each.get("granted").get("count").asInt(),
                        text(each.get("granted"), "amount"),
                        each.get("cut").get("count").asInt()))
                .toList();
    }

    private static Stream<JsonNode> lines(JsonNode batch) {
        return StreamSupport.stream(batch.get("lines").spliterator(), false);
    }

    private static List<JsonNode> liability(JsonNode batch) {
        return lines(batch)
                .filter(line -> text(line, "claimant").equals(FIRM)
                        && text(line, "subsidy").equals(LIABILITY))
                .toList();
    }

    private static String money(JsonNode line) {
        return text(line, "amount") + " " + text(line, "granted");
    }

    /** What each gets, whichever account it goes to. */
    private static Map<String, BigDecimal> payments(JsonNode batch, String list) {
        Map<String, BigDecimal> payments = new TreeMap<>();
        if (batch.has(list)) {
            batch.get(list)
                    .forEach(each -> payments.merge(text(each, "payee"), decimal(each.get("amount")), BigDecimal::add));
        }
        return payments;
    }

    private static BigDecimal sum(JsonNode parts) {
        return StreamSupport.stream(parts.spliterator(), false)
                .map(SubsidyRunTest::decimal)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal decimal(JsonNode text) {
        return new BigDecimal(text.asString());
    }

    private static String text(JsonNode of, String name) {
        return of.get(name).asString();
    }
}
