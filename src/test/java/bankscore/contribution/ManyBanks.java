package bankscore.contribution;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The fourth quarter of 2022 with as many banks as wanted, made to try papers: long and short names, amounts to the fen,
 * four funds, money taken back. As CSV; the same at every call.
 */
final class ManyBanks {

    private static final List<String> TOWNS = List.of(
            "玉山 弋阳 横峰 铅山 德兴 万年 余干 鄱阳 婺源 广信 广丰 信江 带湖 葛溪 蟠龙 灵山 云碧 茅家 罗桥 董团 皂头 清水 田墩 旭日 兴园 枫岭 汪村 石狮 尊桥 朝阳 秦峰 沙溪 灵溪 湖村 煌固 郑坊 望仙 石人 华坛 上泸 五府 四十 黄沙 铁山 花厅 姚家 应家 茶亭 北门 西市 东市 南湖 锦渡 带河 饶滨 龙潭 万力 丰溪 桐畈 杉溪"
                    .split(" ", -1));
    private static final List<String> FORMS = List.of("银行股份有限公司上饶分行", "农村商业银行股份有限公司", "村镇银行有限责任公司", "商业银行股份有限公司饶城科技支行");
    private static final List<String> FUNDS = List.of("社会保险基金", "财政专户资金", "国库现金", "住房维修资金");

    private final Path folder;
    private final int banks;
    private final Random dice;

    private ManyBanks(Path folder, int banks) {
        this.folder = folder;
        this.banks = banks;
        this.dice = new Random(banks);
    }

    /** Writes the quarter into a folder; at most 60 banks. */
    static void write(Path input, int banks) throws IOException {
        new ManyBanks(Files.createDirectories(input.resolve("2022Q4")), banks).write();
    }

    private static String name(int bank) {
        return TOWNS.get(bank) + FORMS.get(bank % FORMS.size());
    }

    private void write() throws IOException {
        sheet(
                "名录",
                "银行编码,银行名称,简称,机构类型,开业日期,是否考核",
                bank -> "B%03d,%s,%s银行,股份制,2001-01-01,是".formatted(bank + 1, name(bank), TOWNS.get(bank)));
        sheet(
                "存贷款（截至2022年12月末）",
                "银行名称,存款余额（万元）,年初贷款余额（万元）,贷款余额（万元）,年初小微贷款余额（万元）,小微贷款余额（万元）,年初工业贷款余额（万元）,工业贷款余额（万元）",
                this::credit);
        sheet("税收（2022年1-12月）", "银行名称,上缴税收（万元）", bank -> "%s,%.2f".formatted(name(bank), between(1, 9000)));
        sheet("平台（2022年1-12月）", "银行名称,平台放款金额（万元）", bank -> "%s,%.2f".formatted(name(bank), between(0, 20_000)));
        lines(
                "满意度",
                "预算单位,银行名称,评分",
                IntStream.range(0, 7 * banks)
                        .mapToObj(row -> "单位%d,%s,%d".formatted(row / banks, name(row % banks), 3 + dice.nextInt(3)))
                        .toList());
        lines("参数", "项目,数值", List.of("全市存贷比,75.5"));
        lines("风险", "银行名称,风险类型,处置", List.of(name(1) + ",流动性,收回", name(2) + ",流动性,暂停新增"));
        List<String> held = new ArrayList<>();
        List<String> pools = new ArrayList<>();
        for (String fund : FUNDS) {
            for (int bank = 0; bank < banks; bank++) {
                double amount = between(0, 20_000);
                held.add((bank % 7 == 0 ? "%s,%s,%.6f,%.2f,2023-0%d-15" : "%s,%s,%.2f,%.2f,2023-0%d-15")
                        .formatted(fund, name(bank), amount, amount * 0.3, 1 + bank % 9));
            }
            pools.add(fund + "," + (12_000L * banks + pools.size() * 111L));
        }
        lines("财政存款（截至2022年12月末）", "资金类别,银行名称,存款余额（万元）,未到期定期（万元）,到期日", held);
        lines("2023年资金池", "资金类别,次年调配总额（万元）", pools);
    }

    private String credit(int bank) {
        double loans = between(50_000, 2_000_000);
        double small = loans * 0.1;
        double industry = loans * 0.05;
        double growth = between(0.02, 0.3);
        return "%s,%.2f,%.2f,%.2f,%.2f,%.2f,%.2f,%.2f"
                .formatted(
                        name(bank),
                        loans * between(1.2, 1.6),
                        loans,
                        loans * (1 + growth),
                        small,
                        small * (1 + growth + between(0, 0.1)),
                        industry,
                        industry * (1 + growth - between(0, 0.05)));
    }

    private double between(double least, double most) {
        return least + dice.nextDouble() * (most - least);
    }

    private void sheet(String name, String header, IntFunction<String> row) throws IOException {
        lines(name, header, IntStream.range(0, banks).mapToObj(row).toList());
    }

    private void lines(String name, String header, List<String> rows) throws IOException {
        Files.writeString(
                folder.resolve(name + ".csv"),
                header + "\n" + rows.stream().collect(Collectors.joining("\n", "", "\n")),
                StandardCharsets.UTF_8);
    }
}
