package bankscore.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;

/** A quarter of as many banks as wanted, as CSV, complete up to the plan; the same at every call. */
final class WideQuarter {

    static final String SURVEY = "满意度";
    static final String SERVICE = "服务记录";

    private static final int FUNDS = 2;
    private static final List<String> HALVES = List.of("0.5", "1", "1.5");

    private static final Set<String> FROM_ZERO = Set.of("财政存款", "资金池", SURVEY, SERVICE);

    private WideQuarter() {}

    /** With ratings by three units each, and no service that was late. */
    static void write(Path folder, int banks) throws IOException {
        write(folder, banks, 3 * banks, 0);
    }

    /** With as many ratings and late services as wanted. */
    static void write(Path folder, int banks, int ratings, int services) throws IOException {
        Files.createDirectories(folder);
        sheet(folder, "名录", "银行编码,银行名称,机构类型,开业日期,是否考核", banks, bank -> "K%05d,县域银行%d,农商行,2001-01-01,是".formatted(bank, bank));
        sheet(
                folder,
                "存贷款",
                "银行名称,存款余额（万元）,年初贷款余额（万元）,贷款余额（万元）,年初小微贷款余额（万元）,小微贷款余额（万元）,年初工业贷款余额（万元）,工业贷款余额（万元）",
                banks,
                bank -> "县域银行%d,%d,%d,%d,%d,%d,%d,%d"
                        .formatted(
                                bank,
                                900_000 + 37 * bank,
                                600_000 + 11 * bank,
                                650_000 + 53 * bank,
                                90_000 + bank,
                                99_000 + 7 * bank,
                                80_000 + bank,
                                85_000 + 5 * bank));
        sheet(folder, "税收", "银行名称,上缴税收（万元）", banks, bank -> "县域银行%d,%d".formatted(bank, 300 + 7 * bank % 9973));
        sheet(folder, "饶企云", "银行名称,平台放款金额（万元）", banks, bank -> "县域银行%d,%d".formatted(bank, 1000 + 13 * bank));
        sheet(
                folder,
                SURVEY,
                "预算单位,银行名称,评分",
                ratings,
                row -> "单位%d,县域银行%d,%d".formatted(row, 1 + row % banks, 3 + row / banks % 7 % 3));
        if (services > 0) {
            sheet(
                    folder,
                    SERVICE,
                    "日期,银行名称,预算单位,事项,扣分",
                    services,
                    row -> "2022-%02d-%02d,县域银行%d,单位%d,资金拨付,%s"
                            .formatted(1 + row % 12, 1 + row % 28, 1 + row % banks, row % 5000, HALVES.get(row % 7 % 3)));
        }
        sheet(folder, "参数", "项目,数值", 1, row -> "全市存贷比,75.5");
        sheet(
                folder,
                "财政存款",
                "资金类别,银行名称,存款余额（万元）,未到期定期（万元）,到期日",
                FUNDS * banks,
                row -> "资金%d,县域银行%d,%d,%d,2023-0%d-15".formatted(row % FUNDS, 1 + row / FUNDS, 900 + row, 100, 1 + row % 9));
        sheet(folder, "风险", "银行名称,风险类型,处置", 1, bank -> "县域银行1,流动性,暂停新增");
        sheet(folder, "资金池", "资金类别,次年调配总额（万元）", FUNDS, fund -> "资金%d,%d".formatted(fund, 1_000L * banks + fund));
    }

    /** A table with its headings; rows count from 1, but where each is one of several of the same bank. */
    static void sheet(Path folder, String name, String header, int rows, IntFunction<String> row) throws IOException {
        int first = FROM_ZERO.contains(name) ? 0 : 1;
        try (BufferedWriter out = Files.newBufferedWriter(folder.resolve(name + ".csv"))) {
            out.write(header + "\n");
            for (int number = first; number < first + rows; number++) {
                out.write(row.apply(number) + "\n");
            }
        }
    }
}
