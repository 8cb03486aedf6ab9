package bankscore.mistakes;

import static bankscore.mistakes.SampleSheet.CREDIT;
import static bankscore.mistakes.SampleSheet.DISTRICTS;
import static bankscore.mistakes.SampleSheet.HOLDINGS;
import static bankscore.mistakes.SampleSheet.PLATFORM;
import static bankscore.mistakes.SampleSheet.POOLS;
import static bankscore.mistakes.SampleSheet.PUBLISHED;
import static bankscore.mistakes.SampleSheet.RISK;
import static bankscore.mistakes.SampleSheet.ROSTER;
import static bankscore.mistakes.SampleSheet.SERVICE;
import static bankscore.mistakes.SampleSheet.TAX;
import static org.assertj.core.api.Assertions.assertThat;

import bankscore.finding.Level;
import bankscore.finding.PrintedFinding;
import bankscore.mistakes.Reception.History;
import bankscore.mistakes.Reception.Outcome;
import bankscore.mistakes.Reception.Surveys;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Spoilt sample quarters that once were published without one word, or were told in a way nobody could follow. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LetThroughTest {

    @TempDir
    static Path folder = Path.of("");

    private Reception first;
    private Reception fourth;

    /** What is done to the sample. */
    @FunctionalInterface
    interface Edit {
        void by(Clerk clerk) throws IOException;
    }

    /**
     * One case.
     *
     * @param history what was published before
     * @param found what is found that the sample does not have, errors and what is to be verified: code and place
     */
    record Case(String name, History history, Edit edit, List<String> found) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Case first(String name, Edit edit, String... found) {
        return new Case(name, History.NONE, edit, List.of(found));
    }

    private static Case fourth(String name, Edit edit, String... found) {
        return new Case(name, History.THREE_QUARTERS, edit, List.of(found));
    }

    static Stream<Case> cases() {
        return Stream.of(risk(), units(), periods(), sizes(), rows(), sheets()).flatMap(List::stream);
    }

    private static String at(SampleSheet sheet, String cell) {
        return sheet.file + " › " + sheet.sheet + (cell.isEmpty() ? "" : " › " + cell);
    }

    private static List<Case> risk() {
        return List.of(
                first(
                        "1a the list's heading 处置 is 处置意见",
                        clerk -> clerk.put(RISK, "E3", "处置意见"),
                        "E116 " + at(RISK, "E3")),
                first("1b no list of risks", clerk -> clerk.remove(RISK.file), "E110 "),
                first(
                        "K8 a row of the list with the bank's name only",
                        clerk -> clerk.put(RISK, "C5", "").put(RISK, "D5", "").put(RISK, "E5", ""),
                        "E212 " + at(RISK, "E5")),
                first("L3 an archive instead of the list", LetThroughTest::zipped, "E110 "));
    }

    private static List<Case> units() {
        return List.of(
                first(
                        "2a a pool of 480000 under 亿元",
                        clerk -> clerk.put(POOLS, "C4", 480_000),
                        "W213 " + at(POOLS, "C4"),
                        "W312 " + at(POOLS, "C4")),
                first(
                        "2c holdings in 元 under 万元",
                        clerk -> {
                            for (String column : HOLDINGS.money) {
                                clerk.times(HOLDINGS, column, clerk.rows(HOLDINGS), BigDecimal.valueOf(10_000));
                            }
                        },
                        "E319 " + at(HOLDINGS, "D3")),
                first(
                        "4 pools in 亿元 by their number format alone",
                        clerk -> clerk.put(POOLS, "C2", "次年调配总额")
                                .format(
                                        POOLS,
                                        "C",
                                        IntStream.rangeClosed(3, 7).boxed().toList(),
                                        "0.00\"亿元\"")),
                first("6c tax in 元 under 万元", clerk -> clerk.put(TAX, "C2", "单位：万元"), "E319 " + at(TAX, "C3")),
                first("6d tax in 元 without a unit", clerk -> clerk.put(TAX, "C2", ""), "E319 " + at(TAX, "C3")),
                first(
                        "7a the line says 元, the heading 万元",
                        clerk -> clerk.put(TAX, "C3", "上缴税收（万元）"),
                        "E113 " + at(TAX, "C3")));
    }

    private static List<Case> periods() {
        String title = "银行业金融机构上缴税收情况表";
        return List.of(
                fourth(
                        "3b opening columns hold the third quarter's closing figures",
                        clerk -> third(clerk, List.of("D", "G", "I"), List.of("E", "H", "J")),
                        "E324 " + at(CREDIT, "D3")),
                fourth(
                        "3c the third quarter's figures under the fourth's title",
                        clerk -> third(clerk, CREDIT.money, CREDIT.money),
                        "W220 " + at(CREDIT, "C3")),
                first(
                        "N12 tax of eleven months",
                        clerk -> clerk.put(TAX, "A1", title + "（2022年1-11月）"),
                        "E114 " + at(TAX, "A1")),
                first(
                        "N12c tax of the quarter only",
                        clerk -> clerk.put(TAX, "A1", title + "（2022年10-12月）"),
                        "E114 " + at(TAX, "A1")),
                first(
                        "N12h the past year's pools",
                        clerk -> clerk.put(POOLS, "A1", "2022年度可调配财政性资金总额"),
                        "E114 " + at(POOLS, "A1")));
    }

    private static List<Case> sizes() {
        return List.of(
                first(
                        "5 a published ratio of 0",
                        clerk -> clerk.put(PUBLISHED, "B3", 0),
                        "E208 " + at(PUBLISHED, "B3")),
                first(
                        "5 a published ratio of 779.7",
                        clerk -> clerk.put(PUBLISHED, "B3", 779.7),
                        "E208 " + at(PUBLISHED, "B3")),
                first("D5b a fault of 30 points", clerk -> clerk.put(SERVICE, "F6", 30), "W203 " + at(SERVICE, "F6")),
                first(
                        "E5 30000000.00 is shown, 29999999.6 is stored",
                        clerk -> clerk.put(TAX, "C9", 29_999_999.6).format(TAX, "C", List.of(9), "#,##0"),
                        "W107 " + at(TAX, "C9")),
                first(
                        "M5 numbers and amounts of loans change places",
                        clerk -> clerk.swap(PLATFORM, "C", "D", clerk.rows(PLATFORM)),
                        "E320 " + at(PLATFORM, "C2")),
                first(
                        "N01 deposits and loans change places",
                        clerk -> clerk.swap(CREDIT, "C", "E", clerk.rows(CREDIT)),
                        "E320 " + at(CREDIT, "E3")),
                first(
                        "N05b ratings on a scale of one tenth",
                        clerk -> clerk.change(
                                DISTRICTS, "D", clerk.rows(DISTRICTS), rating -> rating.divide(BigDecimal.TEN)),
                        "E321 " + at(DISTRICTS, "D3")));
    }

    private static List<Case> rows() {
        return List.of(
                first("8b2 a full name is empty", clerk -> clerk.put(ROSTER, "C6", ""), "E206 " + at(ROSTER, "C6")),
                first("8b4 a fund is empty", clerk -> clerk.put(HOLDINGS, "A9", ""), "E206 " + at(HOLDINGS, "A9")),
                first(
                        "B1 names with blanks and characters that nobody sees",
                        clerk -> clerk.put(CREDIT, "B4", "曜川 银行")
                                .put(CREDIT, "B5", "砺岳银行\u3000")
                                .put(CREDIT, "B6", "农穗\u200B银行")
                                .put(CREDIT, "B7", "\uFEFF通渡银行")),
                first(
                        "M1b a fund is written once and left empty below",
                        clerk -> {
                            String above = "";
                            for (int row : clerk.rows(HOLDINGS)) {
                                String fund = clerk.text(HOLDINGS, "A" + row);
                                if (fund.equals(above)) {
                                    clerk.put(HOLDINGS, "A" + row, "");
                                }
                                above = fund;
                            }
                        },
                        "E206 " + at(HOLDINGS, "A5")),
                first("N14b kinds of banks as rows with their sums", LetThroughTest::grouped),
                fourth(
                        "R3 a bank is no more assessed",
                        clerk -> clerk.put(ROSTER, "H6", "否"),
                        "W303 " + at(HOLDINGS, "D9"),
                        "W303 " + at(HOLDINGS, "D27"),
                        "W303 " + at(HOLDINGS, "D44"),
                        "W303 " + at(HOLDINGS, "D49"),
                        "W221 " + at(ROSTER, "H6")),
                first(
                        "S1 one bank is missing in the roster",
                        clerk -> {
                            for (String column : List.of("A", "B", "C", "D", "E", "F", "G", "H")) {
                                clerk.put(ROSTER, column + 8, "");
                            }
                        },
                        "E301 " + at(CREDIT, "B8")));
    }

    private static List<Case> sheets() {
        return List.of(
                fourth(
                        "E1 a ledger with its first row only",
                        clerk -> {
                            for (int row = 5; row <= 196; row++) {
                                for (String column : List.of("A", "B", "C", "D", "E", "F", "G")) {
                                    clerk.put(SERVICE, column + row, "");
                                }
                            }
                        },
                        "E326 " + at(SERVICE, "F3")),
                first("H2 存款余额 is 各项存款", clerk -> clerk.put(CREDIT, "C3", "各项存款"), "E116 " + at(CREDIT, "C3")),
                first(
                        "H6 评分 is 得分 in one of three books",
                        clerk -> clerk.put(DISTRICTS, "D3", "得分"),
                        "E116 " + at(DISTRICTS, "D3")),
                first("L2 files that computers leave", LetThroughTest::litter),
                first(
                        "N07 a revised survey beside the first one",
                        clerk -> clerk.put(DISTRICTS, "D8", 4.9).saveAs(DISTRICTS.file, revised()),
                        "E330 " + revised() + " › " + DISTRICTS.sheet + " › C3"),
                first("P4 no sheet of published figures", clerk -> clerk.removeSheet(PUBLISHED), "W216 "),
                first(
                        "S2 a table over two sheets with one total",
                        LetThroughTest::continued,
                        // What is asked of the sample too, at the sheet where it stands now.
                        "W306 " + CREDIT.file + " › 续表 › I7",
                        "W306 " + CREDIT.file + " › 续表 › C10"));
    }

    private static String revised() {
        return DISTRICTS.file.replace(".xlsx", "（修订）.xlsx");
    }

    private static void zipped(Clerk clerk) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("名单.xlsx"));
            zip.write(clerk.whole(RISK.file));
        }
        clerk.remove(RISK.file).write("金融监管/风险.zip", bytes.toByteArray());
    }

    private static void litter(Clerk clerk) throws IOException {
        byte[] some = "left behind".getBytes(StandardCharsets.UTF_8);
        for (String name : List.of(".DS_Store", ".~银行业.xlsx", "Thumbs.db", "desktop.ini")) {
            clerk.write("税务局/" + name, some);
        }
    }

    /** Columns of the third quarter's balances over columns of the fourth's. */
    private static void third(Clerk clerk, List<String> over, List<String> from) throws IOException {
        try (XSSFWorkbook before = new XSSFWorkbook(
                java.nio.file.Files.newInputStream(Path.of("input/2022Q3/人民银行/2022年三季度存贷款统计表.xlsx")))) {
            for (int row : clerk.rows(CREDIT)) {
                Row third = before.getSheetAt(0).getRow(row - 1);
                for (int i = 0; i < over.size(); i++) {
                    clerk.put(
                            CREDIT,
                            over.get(i) + row,
                            third.getCell(from.get(i).charAt(0) - 'A').getNumericCellValue());
                }
            }
        }
    }

    /** A row 一、国有大型银行 with the sums of the four banks below it. */
    private static void grouped(Clerk clerk) throws IOException {
        clerk.insert(CREDIT, 4, 1).put(CREDIT, "B4", "一、国有大型银行");
        for (String column : CREDIT.money) {
            BigDecimal sum = BigDecimal.ZERO;
            for (int row = 5; row <= 8; row++) {
                sum = sum.add(clerk.number(CREDIT, column + row));
            }
            clerk.put(CREDIT, column + 4, sum);
        }
    }

    /** The last nine banks and the total of all on a sheet 续表. */
    private static void continued(Clerk clerk) throws IOException {
        XSSFWorkbook book = clerk.book(CREDIT.file);
        List<String> columns = List.of("A", "B", "C", "D", "E", "F", "G", "H", "I", "J");
        Sheet more = book.createSheet("续表");
        int next = 0;
        List<Integer> moved = new ArrayList<>(List.of(1, 2, 3));
        moved.addAll(IntStream.rangeClosed(13, 23).boxed().toList());
        for (int row : moved) {
            Row to = more.createRow(next++);
            for (int i = 0; i < columns.size(); i++) {
                String cell = columns.get(i) + row;
                if (clerk.number(CREDIT, cell).signum() != 0) {
                    to.createCell(i).setCellValue(clerk.number(CREDIT, cell).doubleValue());
                } else {
                    to.createCell(i).setCellValue(clerk.text(CREDIT, cell));
                }
            }
        }
        clerk.delete(CREDIT, IntStream.rangeClosed(13, 23).boxed().toList());
    }

    @BeforeAll
    void start() throws Exception {
        first = new Reception(folder.resolve("first"), History.NONE, Surveys.WHOLE);
        fourth = new Reception(folder.resolve("fourth"), History.THREE_QUARTERS, Surveys.WHOLE);
    }

    @AfterAll
    void close() {
        first.close();
        fourth.close();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void is_told_where_it_is_or_understood(Case each) throws Exception {
        Reception reception = each.history() == History.NONE ? first : fourth;
        each.edit().by(reception.clerk());

        Outcome outcome = reception.outcome();

        assertThat(outcome.findings().stream()
                        .filter(finding -> finding.level() != Level.HINT)
                        .map(finding -> finding.code() + " " + finding.place()))
                .containsExactlyElementsOf(each.found());
        if (!outcome.stopped() && each.found().isEmpty()) {
            assertThat(outcome.same()).isTrue();
        }
    }

    @Test
    void a_reason_that_names_the_file_alone_and_the_cell_in_small_letters_belongs_to_its_finding() throws Exception {
        XSSFWorkbook book = new XSSFWorkbook();
        String[][] cells = {{"代码", "文件", "单元格", "原因", "填报人"}, {"Ｗ303", "财政存款及2023年资金池", "d40", "粮食风险基金专户，依规存放", "程"}};
        Sheet sheet = book.createSheet("说明");
        for (int row = 0; row < cells.length; row++) {
            Row made = sheet.createRow(row);
            for (int column = 0; column < cells[row].length; column++) {
                made.createCell(column).setCellValue(cells[row][column]);
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        book.write(bytes);
        book.close();
        first.clerk().write("说明.xlsx", bytes.toByteArray());

        assertThat(first.everything().stream()
                        .filter(finding -> finding.place().toString().equals(at(HOLDINGS, "D40")))
                        .map(PrintedFinding::reason))
                .containsExactly("粮食风险基金专户，依规存放");
    }
}
