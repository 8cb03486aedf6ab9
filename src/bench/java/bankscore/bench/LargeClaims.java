package bankscore.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * The sample batch with as many lines of liability policies as wanted, every column filled, and a register of a hundred
 * thousand firms, of which a tenth as many claim as there are lines; the same at every call. Of ten policies of a firm one
 * overlaps, one repeats another's number, and those between meet the firm's cap.
 */
final class LargeClaims {

    /** So many firms are in the register. */
    static final int FIRMS = 100_000;

    private static final String CLAIMS = "环境污染责任保险补助申报";
    private static final String REGISTER = "企业名录";
    private static final List<String> DISTRICTS = List.of("婺城区", "金义新区", "金华开发区", "金华双龙风景旅游区");
    private static final String SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final LocalDate FIRST = LocalDate.of(2024, 5, 6);
    private static final int SPAN = 20;
    private static final int POLICIES = 10;

    private LargeClaims() {}

    /** Writes the batch's folder: what the sample has besides claims of this kind and the register stays. */
    static void write(Path sample, Path folder, int lines) throws IOException {
        try (Stream<Path> files = Files.walk(sample)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = file.getFileName().toString();
                if (!name.contains("环") && !name.contains(REGISTER)) {
                    Path copy = folder.resolve(sample.relativize(file).toString());
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy);
                }
            }
        }
        LargeSheet.write(
                folder.resolve("市场监管局/" + REGISTER + ".xlsx"),
                REGISTER,
                FIRMS,
                List.of("统一社会信用代码", "企业名称", "注册地", "成立日期"),
                LargeClaims::firm);
        LargeSheet.write(
                folder.resolve("生态环境局/" + CLAIMS + ".xlsx"),
                "2024年度" + CLAIMS,
                lines,
                List.of(
                        "企业名称",
                        "统一社会信用代码",
                        "所在区",
                        "险种",
                        "保险机构",
                        "保单号",
                        "保险起期",
                        "保险止期",
                        "应缴保费",
                        "实缴保费",
                        "发票号",
                        "发票日期",
                        "发票金额",
                        "信用期限",
                        "付款方式",
                        "已获其他补贴",
                        "开户行",
                        "账号"),
                (row, cells) -> claim(row, lines, cells));
    }

    /** The cells of a firm of the register. */
    static void firm(int row, LargeSheet.Cells cells) throws IOException {
        cells.text(code(row));
        cells.text(name(row));
        cells.text(DISTRICTS.get(row % DISTRICTS.size()));
        cells.text("2015-01-01");
    }

    /** The cells of a claim, of so many. */
    static void claim(int row, int lines, LargeSheet.Cells cells) throws IOException {
        int firms = Math.min(FIRMS, Math.max(1, lines / POLICIES));
        int firm = row % firms;
        int policy = row / firms % POLICIES;
        // The tenth policy is the first one once more.
        int told = policy == POLICIES - 1 ? 0 : policy;
        LocalDate invoiced = FIRST.plusDays((long) SPAN * policy);
        // The ninth policy begins a day before the eighth ends.
        LocalDate from = policy == POLICIES - 2 ? invoiced.minusDays(1) : invoiced;
        long premium = 1_000L + (firm + told * 700L) % 4_000;
        cells.text(name(firm));
        cells.text(code(firm));
        cells.text(DISTRICTS.get(firm % DISTRICTS.size()));
        cells.text("环境污染责任保险");
        cells.text("稼澜财险");
        cells.text("HZX%04d%09d".formatted(told, firm));
        cells.text(from.toString());
        cells.text(from.plusDays(SPAN).toString());
        cells.number(premium);
        cells.number(premium);
        cells.text("%020d".formatted(row));
        cells.text(invoiced.toString());
        cells.number(premium);
        cells.number(90);
        cells.text("对公转账");
        cells.number(row % 3);
        cells.text("婺水村行城东支行");
        cells.text("6228%012d".formatted(firm));
    }

    private static String name(int firm) {
        return "环" + firm + "号企业有限公司";
    }

    /** A code with its check character by GB 32100. */
    private static String code(int firm) {
        String bare = "91330700MA%07d".formatted(firm);
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < bare.length(); i++) {
            sum += SIGNS.indexOf(bare.charAt(i)) * weight;
            weight = weight * 3 % SIGNS.length();
        }
        return bare + SIGNS.charAt((SIGNS.length() - sum % SIGNS.length()) % SIGNS.length());
    }
}
