package bankscore.contribution;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.finding.Code;
import bankscore.finding.Level;
import bankscore.machine.FolderCopy;
import bankscore.machine.LibreOffice;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The sample quarter spoilt in LibreOffice in more than twenty ways at once, and mended in LibreOffice with nothing but
 * what the check says: each finding's cell is typed anew, as its office would; after a few rounds the result is the
 * unspoilt one.
 */
@Tag("long")
class SpoiltQuarterTest {

    private static final Path SAMPLE = Path.of("input/2022Q4");
    private static final String CREDIT = "人民银行/2022年四季度存贷款统计表.xlsx";
    private static final String TAX = "税务局/银行业上缴税收情况表（2022年1-12月）.xlsx";
    private static final String PLATFORM = "大数据局/饶企云平台放款统计（2022年1-12月）.xlsx";
    private static final String ROSTER = "财政局/银行名录.xlsx";
    private static final String FUNDS = "财政局/财政存款及2023年资金池.xlsx";
    private static final String SURVEY = "财政局/2022年度满意度调查（市直单位）.xlsx";
    private static final String SERVICE = "国库支付中心/日常服务登记台账.xlsx";
    private static final String RISK = "金融监管/2022年四季度风险提示名单.xlsx";

    @TempDir
    Path folder = Path.of("");

    /**
     * A mistake and how it is taken back.
     *
     * @param found what the check says of it, code and place
     * @param spoil the steps of the clerk who makes it
     * @param mend the steps of the clerk who has read what is found
     */
    private record Spoilt(String file, String sheet, String found, List<String> spoil, List<String> mend) {

        /** The same mistake, found at another cell of its sheet. */
        Spoilt foundAt(String cell) {
            return new Spoilt(file, sheet, found.substring(0, found.lastIndexOf(' ') + 1) + cell, spoil, mend);
        }
    }

    private static Spoilt cell(Code code, String file, String sheet, String cell, String wrong, String right) {
        return new Spoilt(
                file,
                sheet,
                code + " " + file + " › " + sheet + " › " + cell,
                List.of(type(cell, wrong)),
                List.of(type(cell, right)));
    }

    /** Typed as a clerk does it, so that LibreOffice makes a number, a date or a formula of it; a text after '. */
    private static String type(String cell, String content) {
        return content.startsWith("'")
                ? "text\t" + cell + "\t" + content.substring(1)
                : content.isEmpty() ? "clear\t" + cell : "type\t" + cell + "\t" + content;
    }

    private static List<Spoilt> mistakes() {
        String credit = "附表1 存贷款";
        String holdings = "存放明细";
        return List.of(
                cell(Code.E113, CREDIT, credit, "E3", "'贷款余额（万美元）", "'贷款余额"),
                cell(Code.E114, TAX, "汇总表", "A1", "'上缴税收情况表（2021年1-12月）", "'上缴税收情况表（2022年1-12月）"),
                cell(Code.E115, ROSTER, "银行名录", "E3", "'银行简称", "'别名"),
                cell(Code.E112, SERVICE, "2022年台账", "F3", "'扣点", "'扣分").foundAt("A3"),
                cell(Code.E202, CREDIT, credit, "C5", "'1,23,4", "7240237.57"),
                cell(Code.E201, CREDIT, credit, "C6", "'约七百七十万", "7734653.32"),
                cell(Code.E204, CREDIT, credit, "E7", "=1/0", "3718320.05"),
                cell(Code.E206, CREDIT, credit, "I7", "", "869093.68"),
                cell(Code.E207, CREDIT, credit, "C7", "-4214826.62", "4214826.62"),
                new Spoilt(
                        CREDIT,
                        credit,
                        "E203 " + CREDIT + " › " + credit + " › G7",
                        List.of("type\tG7\t0.785", "percent\tG7"),
                        List.of("plain\tG7", "type\tG7\t501076.85")),
                cell(Code.E301, TAX, "汇总表", "B5", "'砺岳银行（新）", "'砺岳银行股份有限公司饶城分行"),
                cell(Code.E302, TAX, "汇总表", "B6", "'曜川行", "'农穗银行股份有限公司饶城分行"),
                cell(Code.E307, FUNDS, "2023年资金池", "C7", "67.51235", "=SUM(C3:C6)"),
                cell(Code.E201, PLATFORM, "饶企云放款", "D5", "'47251.95万元", "47251.95"),
                cell(Code.E208, SURVEY, "市直机关", "D4", "35", "3.5"),
                cell(Code.E213, SURVEY, "市直机关", "B5", "'=市教育局", "'市教育局"),
                cell(Code.E209, SERVICE, "2022年台账", "E4", "'送单据", "'单据传送"),
                cell(Code.E211, SERVICE, "2022年台账", "B5", "'2022年13月5日", "'2022-01-05"),
                cell(Code.E306, FUNDS, holdings, "E5", "45000", "40000"),
                cell(Code.E304, FUNDS, holdings, "A4", "'社保基金", "'社会保险基金"),
                cell(Code.E212, RISK, "风险机构", "E4", "", "'暂停新增"),
                cell(Code.W202, CREDIT, "附表2 公布指标", "B3", "0.7797", "77.97"),
                new Spoilt(
                        CREDIT,
                        credit,
                        "W201 " + CREDIT + " › " + credit + " › B9",
                        List.of("hide\t9"),
                        List.of("show\t9")));
    }

    @Test
    void can_be_mended_with_nothing_but_the_output() throws Exception {
        Map<?, ?> clean;
        Set<String> before = new LinkedHashSet<>();
        try (Program program = new Program(Path.of("input"), folder.resolve("clean"))) {
            clean = bare(program.result("2022Q4"));
            before.addAll(found(program));
        }
        Path input = folder.resolve("input");
        FolderCopy.of(SAMPLE, input.resolve("2022Q4"));
        List<Spoilt> left = new ArrayList<>(mistakes());
        assertThat(left).hasSizeGreaterThan(20);
        LibreOffice.work(steps(left, input, false), folder);

        try (Program program = new Program(input, folder.resolve("output"))) {
            int round = 0;
            for (; !left.isEmpty() && round < 6; round++) {
                Set<String> findings = found(program);
                findings.removeAll(before);
                List<Spoilt> named = left.stream()
                        .filter(spoilt -> findings.contains(spoilt.found()))
                        .toList();
                assertThat(named)
                        .as("round %d names something to mend of %s: %s", round, left, findings)
                        .isNotEmpty();
                Set<String> others = new LinkedHashSet<>(findings);
                named.forEach(spoilt -> others.remove(spoilt.found()));
                assertThat(others.stream().filter(finding -> !isBankWithoutRow(finding)))
                        .as("round " + round + " accuses nothing else")
                        .isEmpty();
                left.removeAll(named);
                LibreOffice.work(steps(named, input, true), folder);
            }
            assertThat(left).isEmpty();
            assertThat(bare(program.result("2022Q4")).equals(clean)).isTrue();
        }
    }

    /** The bank whose name was misspelt is without a row; it has no cell. */
    private static boolean isBankWithoutRow(String finding) {
        return finding.startsWith("E303 ");
    }

    /** What is found and is no hint, code and place. */
    private static Set<String> found(Program program) throws Exception {
        Set<String> found = new LinkedHashSet<>();
        program.check("2022Q4").findings().stream()
                .filter(finding -> finding.level() != Level.HINT)
                .forEach(finding -> found.add(finding.code() + " " + finding.place()));
        return found;
    }

    private static List<String> steps(List<Spoilt> mistakes, Path input, boolean mend) {
        Map<String, List<Spoilt>> byFile = new TreeMap<>();
        mistakes.forEach(spoilt ->
                byFile.computeIfAbsent(spoilt.file(), file -> new ArrayList<>()).add(spoilt));
        List<String> steps = new ArrayList<>();
        byFile.forEach((file, all) -> {
            Path path = input.resolve("2022Q4").resolve(file);
            steps.add("open\t" + path);
            all.forEach(spoilt -> {
                steps.add("sheet\t" + spoilt.sheet());
                steps.addAll(mend ? spoilt.mend() : spoilt.spoil());
            });
            steps.add("save\t" + path + "\tCalc MS Excel 2007 XML");
            steps.add("close");
        });
        return steps;
    }

    private static Map<?, ?> bare(Map<?, ?> result) {
        Map<Object, Object> bare = new LinkedHashMap<>(result);
        bare.remove("findings");
        bare.remove("code");
        return bare;
    }
}
