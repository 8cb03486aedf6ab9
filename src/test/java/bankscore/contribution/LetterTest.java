package bankscore.contribution;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.contribution.judge.Report;
import bankscore.contribution.papers.OfficialLetter;
import bankscore.contribution.papers.ResultJson;
import bankscore.contribution.papers.WithdrawalLetter;
import bankscore.load.WordsLoader;
import bankscore.machine.LibreOffice;
import bankscore.machine.Tool;
import bankscore.office.Letterhead;
import bankscore.paper.letter.LetterCheck;
import bankscore.plain.PlainQuarter;
import bankscore.plain.PlainWorkbooks;
import bankscore.plain.RandomQuarters;
import bankscore.run.request.Deletion;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The letter to the government, from the sample quarters and from quarters by the dice. */
class LetterTest {

    private static final Pattern FIGURE = Pattern.compile("-?\\d[\\d,]*\\.\\d+");
    private static final BigDecimal AWAY = new BigDecimal("0.03");
    private static final Letterhead EMPTY = new Letterhead(
            "上饶市财政局",
            "市人民政府",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    @TempDir
    Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void the_sample_quarters_letters_have_no_problem_and_no_figure_of_their_own(int quarter) throws Exception {
        try (Program program = new Program(Path.of("input"), folder.resolve("output"))) {
            assertThat(problems(program, "2022Q" + quarter)).isEmpty();
        }
    }

    @Test
    void twenty_five_random_quarters_letters_have_no_problem_and_no_figure_of_their_own() throws Exception {
        List<String> problems = new ArrayList<>();
        Path input = folder.resolve("input");
        try (Program program = new Program(input, folder.resolve("output"))) {
            for (long seed = 2000; seed < 2025; seed++) {
                PlainQuarter plain = RandomQuarters.of(seed);
                Path period = input.resolve(plain.period());
                Deletion.of(period);
                PlainWorkbooks.write(plain, period, seed);
                for (String problem : problems(program, plain.period())) {
                    problems.add("seed " + seed + ": " + problem);
                }
            }
        }
        assertThat(problems).isEmpty();
    }

    @Test
    void a_withdrawal_has_a_letter_of_its_own_and_the_main_letter_only_points_to_it() throws Exception {
        try (Program program = new Program(Path.of("input"), folder.resolve("output"))) {
            Report report = program.report("2022Q4");
            Path letter = write(report);
            Path withdrawal = folder.resolve("withdrawal.docx");
            new WithdrawalLetter(report, EMPTY, WordsLoader.load()).write(withdrawal);

            assertThat(styled(letter, "Title")).containsExactly("上饶市财政局关于2022年度银行机构", "考核结果及财政性资金调拨方案的请示");
            assertThat(styled(letter, "BodyText")).contains("监管部门认定葛溪农商银行存在风险，收回存款事项另文请示。");
            assertThat(styled(withdrawal, "Title")).containsExactly("上饶市财政局关于收回", "葛溪农商银行财政性存款的请示");
            assertThat(styled(withdrawal, "DocumentNumber")).containsExactly("×××〔2023〕×号\t签发人：×××");
            assertThat(styled(withdrawal, "Closing")).containsExactly("妥否，请批示。");
            assertThat(cells(withdrawal))
                    .containsExactly(
                            "葛溪农商银行 单位：万元",
                            "资金 拟收回 备注",
                            "社会保险基金 23,911.09 含未到期定期存款，须提前支取",
                            "财政专户资金 9,426.35 含未到期定期存款，须提前支取",
                            "合计 33,337.44 ");
            assertThat(LetterCheck.problems(withdrawal)).isEmpty();
        }
    }

    @Test
    void what_the_office_fills_in_stands_in_the_letter() throws Exception {
        try (Program program = new Program(Path.of("input"), folder.resolve("output"))) {
            Report report = program.report("2022Q1");
            Path file = folder.resolve("filled.docx");
            OfficialLetter.write(
                    report,
                    new Letterhead(
                            "上饶市财政局",
                            "市人民政府",
                            Optional.of("饶财库〔2022〕7号"),
                            Optional.of(java.time.LocalDate.of(2022, 4, 5)),
                            Optional.of("王五"),
                            Optional.of("李四"),
                            Optional.of("0793-8200000")),
                    WordsLoader.load(),
                    file);

            assertThat(styled(file, "DocumentNumber")).containsExactly("饶财库〔2022〕7号\t签发人：王五");
            assertThat(styled(file, "SignedOn")).containsExactly("2022年4月5日");
            assertThat(styled(file, "BodyText")).contains("（联系人：李四，电话：0793-8200000）");
            assertThat(styled(file, "FinePrint"))
                    .singleElement()
                    .asString()
                    .contains(report.run().code(), "同版《考核结果》工作簿");
            assertThat(LetterCheck.problems(file)).isEmpty();
        }
    }

    /** 225 mm hold 22 lines of 579 twips, and 156 mm 28 characters of 15.75 points; no amount of a table is broken. */
    @Test
    void a_page_has_twenty_two_lines_of_twenty_eight_characters_and_no_broken_amount() throws Exception {
        Tool.assumeThere("soffice", "pdftotext");
        try (Program program = new Program(Path.of("input"), folder.resolve("output"))) {
            Path letter = write(program.report("2022Q4"));
            LibreOffice.convert(List.of(letter), "pdf", folder, folder.resolve("office"));
            Tool.run(
                    folder,
                    List.of(
                            "pdftotext",
                            "-bbox-layout",
                            "-l",
                            "1",
                            pdf().toString(),
                            folder.resolve("page").toString()));
            Tool.run(
                    folder,
                    List.of(
                            "pdftotext",
                            "-layout",
                            pdf().toString(),
                            folder.resolve("text").toString()));

            Set<Long> lines = new TreeSet<>();
            Matcher line = Pattern.compile("<line xMin=\"[\\d.]+\" yMin=\"([\\d.]+)\"")
                    .matcher(Files.readString(folder.resolve("page"), StandardCharsets.UTF_8));
            while (line.find()) {
                double top = Double.parseDouble(line.group(1));
                if (top < 742) { // the footer lies below the text
                    lines.add(Math.round((top - 104.9) / 28.95));
                }
            }
            // Without the two empty lines below the number and the one above the addressee.
            assertThat(lines).hasSize(19).contains(0L, 21L).doesNotContain(1L, 2L, 6L);

            String text = Files.readString(folder.resolve("text"), StandardCharsets.UTF_8);
            // Full lines of Chinese characters only, the most of a page: 28 with first-line indents and marks.
            assertThat(text.lines().map(String::strip).filter(each -> each.matches("[\\p{IsHan}，、。；（）]{27,29}")))
                    .allMatch(each -> each.length() >= 27)
                    .isNotEmpty();
            for (String figure : tableFigures(letter)) {
                assertThat(text).contains(figure);
            }
        }
    }

    // ---------------------------------------------------------------- helpers

    private List<String> problems(Program program, String period) throws Exception {
        Report report = program.report(period);
        Path file = write(report);
        List<String> problems = new ArrayList<>(LetterCheck.problems(file));
        NavigableSet<BigDecimal> known =
                figures(Program.parse(ResultJson.of(report, WordsLoader.load()).bytes()));
        for (String text : texts(file)) {
            Matcher figure = FIGURE.matcher(text.replaceAll("零头[\\d,.]+元|（\\d{4}）", ""));
            while (figure.find()) {
                BigDecimal value = new BigDecimal(figure.group().replace(",", "")).stripTrailingZeros();
                if (!isNear(value, known)) {
                    problems.add("not in result.json: " + figure.group() + " in " + text);
                }
            }
        }
        return problems;
    }

    private Path write(Report report) throws IOException {
        Path file = folder.resolve("letter.docx");
        OfficialLetter.write(report, EMPTY, WordsLoader.load(), file);
        return file;
    }

    /** A figure is printed as one of these, in 万元 or 亿元, or less than three hundredths from it: a column adds up. */
    private static boolean isNear(BigDecimal printed, NavigableSet<BigDecimal> known) {
        return List.of(BigDecimal.ONE, BigDecimal.valueOf(10_000)).stream()
                .anyMatch(unit -> !known.subSet(
                                printed.multiply(unit).subtract(AWAY.multiply(unit)),
                                false,
                                printed.multiply(unit).add(AWAY.multiply(unit)),
                                false)
                        .isEmpty());
    }

    /** Every decimal of the result, and what is a plain sum of some of them: columns and transfers of a fund, and of all. */
    private static NavigableSet<BigDecimal> figures(Map<?, ?> result) {
        NavigableSet<BigDecimal> figures = new TreeSet<>();
        Map<String, BigDecimal> all = new HashMap<>();
        collect(result, figures);
        if (result.get("allocation") instanceof Map<?, ?> allocation
                && allocation.get("funds") instanceof List<?> funds) {
            for (Object fund : funds) {
                Map<String, BigDecimal> sums =
                        new HashMap<>(Map.of("now", BigDecimal.ZERO, "at_maturity", BigDecimal.ZERO));
                for (Object row : list(fund, "rows")) {
                    for (String column : List.of("current", "target", "change", "now", "atMaturity")) {
                        sums.merge("row " + column, decimal(row, column), BigDecimal::add);
                    }
                    BigDecimal adjustment = decimal(row, "adjustment");
                    BigDecimal computed = decimal(row, "target").subtract(adjustment);
                    figures.add(computed.stripTrailingZeros());
                    sums.merge("row computed", computed, BigDecimal::add);
                    sums.merge("row adjustment", adjustment, BigDecimal::add);
                }
                // The letter says how much less, not a negative amount.
                for (Object adjustment : list(fund, "adjustments")) {
                    figures.add(decimal(adjustment, "amount").abs().stripTrailingZeros());
                }
                for (Object transfer : list(fund, "transfers")) {
                    sums.merge(
                            String.valueOf(((Map<?, ?>) transfer).get("when")),
                            decimal(transfer, "amount"),
                            BigDecimal::add);
                }
                sums.put("pool", decimal(fund, "pool"));
                sums.values().forEach(sum -> figures.add(sum.stripTrailingZeros()));
                sums.forEach((column, sum) -> all.merge(column, sum, BigDecimal::add));
            }
            figures.addAll(all.values());
        }
        return figures;
    }

    private static void collect(Object node, NavigableSet<BigDecimal> figures) {
        if (node instanceof Map<?, ?> map) {
            map.values().forEach(each -> collect(each, figures));
        } else if (node instanceof List<?> list) {
            list.forEach(each -> collect(each, figures));
        } else if (node instanceof String text && text.matches("-?\\d+(\\.\\d+)?")) {
            figures.add(new BigDecimal(text).stripTrailingZeros());
        }
    }

    private static List<?> list(Object node, String key) {
        return node instanceof Map<?, ?> map && map.get(key) instanceof List<?> list ? list : List.of();
    }

    private static BigDecimal decimal(Object node, String key) {
        Object value = ((Map<?, ?>) node).get(key);
        return value == null ? BigDecimal.ZERO : new BigDecimal(String.valueOf(value));
    }

    private static List<String> texts(Path file) throws IOException {
        List<String> texts = new ArrayList<>(tableFigures(file));
        try (XWPFDocument document = new XWPFDocument(Files.newInputStream(file))) {
            document.getParagraphs().forEach(paragraph -> texts.add(paragraph.getText()));
        }
        return texts;
    }

    private static List<String> cells(Path file) throws IOException {
        try (XWPFDocument document = new XWPFDocument(Files.newInputStream(file))) {
            return document.getTables().stream()
                    .flatMap(table -> table.getRows().stream())
                    .map(row -> row.getTableCells().stream()
                            .map(XWPFTableCell::getText)
                            .collect(Collectors.joining(" ")))
                    .toList();
        }
    }

    private static List<String> tableFigures(Path file) throws IOException {
        List<String> figures = new ArrayList<>();
        try (XWPFDocument document = new XWPFDocument(Files.newInputStream(file))) {
            for (IBodyElement element : document.getBodyElements()) {
                if (element instanceof XWPFTable table) {
                    table.getRows()
                            .forEach(row -> row.getTableCells().stream()
                                    .map(cell -> cell.getText())
                                    .filter(text -> FIGURE.matcher(text).matches())
                                    .forEach(figures::add));
                }
            }
        }
        return figures;
    }

    private static List<String> styled(Path file, String style) throws IOException {
        try (XWPFDocument document = new XWPFDocument(Files.newInputStream(file))) {
            return document.getParagraphs().stream()
                    .filter(paragraph -> style.equals(paragraph.getStyle()))
                    .map(XWPFParagraph::getText)
                    .toList();
        }
    }

    private Path pdf() {
        return folder.resolve("letter.pdf");
    }
}
