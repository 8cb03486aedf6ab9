package bankscore.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A quarter of as many banks as wanted, as CSV, complete up to the plan; the same at every call. */
final class WideQuarter {

    private static final int FUNDS = 2;

    private WideQuarter() {}

    static void write(Path folder, int banks) throws IOException {
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
        sheet(folder, "满意度", "预算单位,银行名称,评分", 3 * banks, row -> "单位%d,县域银行%d,%s".formatted(row % 97, 1 + row % banks, 3 + row % 3));
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

    private static void sheet(Path folder, String name, String header, int rows, IntFunction<String> row)
            throws IOException {
        // Holdings and ratings count from 0, banks from 1: each writer takes the number it wants.
        int first = name.equals("财政存款") || name.equals("资金池") || name.equals("满意度") ? 0 : 1;
        Files.writeString(
                folder.resolve(name + ".csv"),
                header + "\n"
                        + IntStream.range(first, first + rows).mapToObj(row).collect(Collectors.joining("\n"))
                        + "\n");
    }
}
