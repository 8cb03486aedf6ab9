package bankscore.mistakes;

import static bankscore.mistakes.SampleSheet.CREDIT;
import static bankscore.mistakes.SampleSheet.DISTRICTS;
import static bankscore.mistakes.SampleSheet.HOLDINGS;
import static bankscore.mistakes.SampleSheet.INSTITUTIONS;
import static bankscore.mistakes.SampleSheet.OFFICES;
import static bankscore.mistakes.SampleSheet.PLATFORM;
import static bankscore.mistakes.SampleSheet.POOLS;
import static bankscore.mistakes.SampleSheet.PUBLISHED;
import static bankscore.mistakes.SampleSheet.RISK;
import static bankscore.mistakes.SampleSheet.ROSTER;
import static bankscore.mistakes.SampleSheet.SERVICE;
import static bankscore.mistakes.SampleSheet.TAX;

import bankscore.mistakes.Mistake.Group;
import bankscore.mistakes.Mistake.Kind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Sheets and files that are lost, doubled, emptied, or no longer called what they are. */
final class SheetMistakes {

    private static final List<SampleSheet> ALL = List.of(SampleSheet.values());

    /** Columns without which a sheet says less, by heading. */
    private static final Map<SampleSheet, List<String>> NEEDED = Map.ofEntries(
            Map.entry(CREDIT, List.of("B", "C", "D", "E", "G", "H", "I", "J")),
            Map.entry(PUBLISHED, List.of("A", "B")),
            Map.entry(TAX, List.of("B", "C")),
            Map.entry(PLATFORM, List.of("B", "D")),
            Map.entry(OFFICES, List.of("B", "C", "D")),
            Map.entry(INSTITUTIONS, List.of("B", "C", "D")),
            Map.entry(DISTRICTS, List.of("B", "C", "D")),
            Map.entry(SERVICE, List.of("B", "C", "E", "F")),
            Map.entry(HOLDINGS, List.of("A", "B", "D", "E")),
            Map.entry(POOLS, List.of("B", "C")),
            Map.entry(ROSTER, List.of("B", "C", "H")),
            Map.entry(RISK, List.of("B", "C", "E")));

    private static final Map<String, List<String>> OTHER_WORDS = Map.ofEntries(
            Map.entry("存款余额", List.of("各项存款", "存款", "存款金额", "期末数")),
            Map.entry("年初贷款余额", List.of("年初贷款数", "期初贷款余额", "上期贷款余额")),
            Map.entry("贷款余额", List.of("贷款", "各项贷款", "贷款总额")),
            Map.entry("年初小微贷款余额", List.of("期初小微贷款余额", "年初普惠小微")),
            Map.entry("小微贷款余额", List.of("小微贷款", "普惠小微贷款余额")),
            Map.entry("年初工业贷款余额", List.of("期初工业贷款余额", "年初工业贷款")),
            Map.entry("工业贷款余额", List.of("工业贷款", "制造业贷款余额")),
            Map.entry("上缴税收", List.of("税收", "上缴税款", "纳税额")),
            Map.entry("平台放款金额", List.of("放款金额", "平台放款", "累计放款")),
            Map.entry("评分", List.of("得分", "分数", "打分")),
            Map.entry("日期", List.of("时间", "登记日期")),
            Map.entry("事项", List.of("事由", "服务类别")),
            Map.entry("扣分", List.of("扣点", "分值")),
            Map.entry("预算单位", List.of("单位名称", "评价单位")),
            Map.entry("资金类别", List.of("资金名称", "类别")),
            Map.entry("未到期定期", List.of("定期存款", "未到期")),
            Map.entry("次年调配总额", List.of("调配总额", "次年总额", "可调配总额")),
            Map.entry("银行编码", List.of("编码", "银行代号")),
            Map.entry("是否考核", List.of("考核", "是否纳入考核")),
            Map.entry("风险类型", List.of("风险", "风险情况")),
            Map.entry("处置", List.of("处置意见", "处理措施", "处置建议")),
            Map.entry("项目", List.of("指标", "名称")),
            Map.entry("数值", List.of("数", "比率", "指标数")),
            Map.entry("银行名称", List.of("银行", "开户行", "存放银行")));

    private SheetMistakes() {}

    static List<Kind> kinds() {
        return List.of(
                kind("a sheet is lost", clerk -> {
                    SampleSheet sheet = clerk.pick(ALL);
                    clerk.removeSheet(sheet);
                    return Optional.of(whole(sheet, "lost"));
                }),
                kind("a file is lost", clerk -> {
                    SampleSheet sheet = clerk.pick(ALL);
                    clerk.remove(sheet.file);
                    return Optional.of(whole(sheet, "the file is lost")
                            .naming(sheet.together().get(0).dataset));
                }),
                kind("a picture or an archive instead of the file", clerk -> {
                    SampleSheet sheet = clerk.pick(ALL);
                    String name = sheet.file.replace(".xlsx", clerk.pick(".pdf", ".zip", ".docx", ".jpg"));
                    clerk.remove(sheet.file).write(name, "%PDF-1.4 PK".getBytes(StandardCharsets.UTF_8));
                    return Optional.of(whole(sheet, "sent as " + name)
                            .or(name, "")
                            .naming(sheet.together().get(0).dataset));
                }),
                kind("a heading in other words", clerk -> {
                    SampleSheet sheet = clerk.pick(ALL);
                    String column = clerk.pick(NEEDED.getOrDefault(sheet, List.of()));
                    String heading = heading(clerk, sheet, column);
                    String other = clerk.pick(OTHER_WORDS.getOrDefault(heading, List.of(heading + "数")));
                    String whole = clerk.text(sheet, column + sheet.header).replaceAll("\\s", "");
                    clerk.put(sheet, column + sheet.header, whole.replace(heading, other));
                    return Optional.of(column(sheet, column, heading + " is called " + other));
                }),
                kind("a heading that lost its text", clerk -> {
                    SampleSheet sheet = clerk.pick(ALL);
                    String column = clerk.pick(NEEDED.getOrDefault(sheet, List.of()));
                    String heading = heading(clerk, sheet, column);
                    clerk.put(sheet, column + sheet.header, "");
                    return Optional.of(column(sheet, column, heading + " has no heading"));
                }),
                kind("headings without rows", clerk -> {
                    SampleSheet sheet = clerk.pick(ALL);
                    clerk.delete(sheet, clerk.rows(sheet));
                    return Optional.of(lost(sheet, "no row"));
                }),
                kind("rows without headings", clerk -> {
                    SampleSheet sheet = clerk.pick(ALL);
                    clerk.delete(sheet, List.of(sheet.header));
                    return Optional.of(whole(sheet, "no headings"));
                }),
                kind("the lower half is lost", clerk -> {
                    SampleSheet sheet = clerk.pick(CREDIT, TAX, PLATFORM, HOLDINGS, POOLS, ROSTER, SERVICE, DISTRICTS);
                    List<Integer> rows = clerk.rows(sheet);
                    clerk.delete(sheet, rows.subList(rows.size() / 2, rows.size()));
                    Mistake mistake = lost(sheet, "half of the rows");
                    return Optional.of(
                            sheet == SERVICE || sheet == DISTRICTS
                                    ? mistake.knownByHistory("nobody knows how many records there should be")
                                    : mistake);
                }),
                kind("a sheet twice in one workbook", clerk -> {
                    SampleSheet sheet = clerk.pick(ALL);
                    XSSFWorkbook book = clerk.book(sheet.file);
                    String name = sheet.sheet + " (2)";
                    book.cloneSheet(book.getSheetIndex(sheet.sheet), name);
                    return Optional.of(Mistake.in(sheet, "twice").or(sheet.file, name));
                }),
                kind("a revised file beside the first one", clerk -> {
                    SampleSheet sheet = clerk.pick(ALL);
                    String mark = clerk.pick("（修订）", "（更正）", "-副本", " 新版", "(1)");
                    String name = sheet.file.replace(".xlsx", mark + ".xlsx");
                    if (sheet.money.isEmpty()) {
                        clerk.put(sheet, "A1", clerk.text(sheet, "A1") + " ");
                    } else {
                        String cell = sheet.money.get(0) + clerk.pick(clerk.rows(sheet));
                        clerk.put(sheet, cell, clerk.number(sheet, cell).intValue() + 1);
                    }
                    clerk.saveAs(sheet.file, name);
                    return Optional.of(Mistake.in(sheet, "also as " + name)
                            .or(sheet.file, "")
                            .or(name, "")
                            .told());
                }),
                kind("the sheet is hidden", clerk -> {
                    SampleSheet sheet = clerk.pick(CREDIT, PUBLISHED, OFFICES, INSTITUTIONS, HOLDINGS, POOLS);
                    XSSFWorkbook book = clerk.book(sheet.file);
                    int index = book.getSheetIndex(sheet.sheet);
                    book.setActiveSheet(1 - index);
                    book.setSheetVisibility(index, SheetVisibility.HIDDEN);
                    return Optional.of(Mistake.in(sheet, "hidden").told());
                }),
                kind("a column is lost", clerk -> {
                    SampleSheet sheet = clerk.pick(CREDIT, TAX, PLATFORM, HOLDINGS, POOLS, SERVICE, ROSTER);
                    String column = clerk.pick(NEEDED.getOrDefault(sheet, List.of()));
                    String heading = heading(clerk, sheet, column);
                    clerk.put(sheet, column + sheet.header, "");
                    for (int row : clerk.rows(sheet)) {
                        clerk.put(sheet, column + row, "");
                    }
                    return Optional.of(column(sheet, column, heading + " is lost"));
                }));
    }

    private static Kind kind(String name, Mistake.Act act) {
        return new Kind(Group.SHEET, name, act);
    }

    private static String heading(Clerk clerk, SampleSheet sheet, String column) throws java.io.IOException {
        String heading = clerk.text(sheet, column + sheet.header).replaceAll("\\s", "");
        return heading.replaceAll("[（(].*", "");
    }

    /** A sheet may do without some columns, and then nothing is matured later, and everybody is assessed. */
    private static Mistake column(SampleSheet sheet, String column, String what) {
        boolean optional = (sheet == HOLDINGS && column.equals("E")) || (sheet == ROSTER && column.equals("H"));
        Mistake lost = lost(sheet, what);
        return optional ? lost.knownByHistory("the column may be left out, and is as if it were not there") : lost;
    }

    /** A survey comes in as many sheets as there are who send one. */
    private static Mistake whole(SampleSheet sheet, String what) {
        Mistake lost = lost(sheet, what);
        return sheet.likes().isEmpty()
                ? lost
                : lost.knownByHistory("nobody knows how many sheets of a survey there should be");
    }

    /** Whoever points to the file, or names what it holds, points right. */
    private static Mistake lost(SampleSheet sheet, String what) {
        return Mistake.in(sheet, what).or(sheet.file, "").naming(sheet.dataset);
    }
}
