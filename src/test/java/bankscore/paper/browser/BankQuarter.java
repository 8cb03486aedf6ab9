package bankscore.paper.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** An annual quarter of so many banks, two of each five alike but for their names, as tables of comma-separated values. */
final class BankQuarter {

    private static final String NUMERALS = "零一二三四五六七八九";
    private static final List<String> FUNDS = List.of("社会保险基金", "财政专户资金", "国库现金", "住房维修资金");

    private BankQuarter() {}

    /** @param like which bank its figures are those of */
    private record Bank(int number, int like) {

        String name() {
            StringBuilder spelled = new StringBuilder("第");
            String.valueOf(number + 1).chars().forEach(digit -> spelled.append(NUMERALS.charAt(digit - '0')));
            return spelled + "农村商业银行股份有限公司";
        }
    }

    static void write(int count, Path folder) throws IOException {
        Files.createDirectories(folder);
        List<Bank> banks = IntStream.range(0, count)
                .mapToObj(i -> new Bank(i, i % 5 == 4 ? i - 1 : i))
                .toList();
        sheet(
                folder,
                "名录",
                "银行编码,银行名称,简称,机构类型,开业日期,是否考核",
                banks.stream()
                        .map(bank -> "B%03d,%s,%s农商银行,农商行,2001-01-01,是"
                                .formatted(
                                        bank.number() + 1,
                                        bank.name(),
                                        bank.name().replace("农村商业银行股份有限公司", ""))));
        sheet(
                folder,
                "存贷款",
                "银行名称,存款余额（万元）,年初贷款余额（万元）,贷款余额（万元）,年初小微贷款余额（万元）,小微贷款余额（万元）,年初工业贷款余额（万元）,工业贷款余额（万元）",
                banks.stream()
                        .map(bank -> "%s,%d,%d,%d,90000,%d,50000,%d"
                                .formatted(
                                        bank.name(),
                                        900000 + 7000 * bank.like(),
                                        500000 + 3000 * bank.like(),
                                        560000 + 3500 * bank.like(),
                                        99000 + 90 * bank.like(),
                                        54000 + 45 * bank.like())));
        sheet(folder, "税收", "银行名称,上缴税收（万元）", banks.stream().map(bank -> bank.name() + "," + (300 + 47 * bank.like())));
        sheet(
                folder,
                "饶企云",
                "银行名称,平台放款金额（万元）",
                banks.stream().map(bank -> bank.name() + "," + (2000 + 130 * bank.like())));
        sheet(
                folder,
                "满意度",
                "预算单位,银行名称,评分",
                banks.stream().map(bank -> "预算单位甲," + bank.name() + "," + (3 + bank.like() % 3)));
        sheet(folder, "参数", "项目,数值", Stream.of("全市存贷比,75.5"));
        sheet(folder, "风险", "银行名称,风险类型,处置", Stream.of(banks.get(1).name() + ",流动性,收回"));
        sheet(
                folder,
                "财政存款",
                "资金类别,银行名称,存款余额（万元）,未到期定期（万元）,到期日",
                FUNDS.stream().flatMap(fund -> banks.stream().map(bank -> held(fund, bank))));
        sheet(
                folder,
                "资金池",
                "资金类别,次年调配总额（万元）",
                FUNDS.stream().map(fund -> fund + "," + (count * 12000 + FUNDS.indexOf(fund) * 111.5)));
    }

    private static String held(String fund, Bank bank) {
        int amount = 6000 + 98 * bank.number() + FUNDS.indexOf(fund);
        return fund + "," + bank.name() + "," + amount + (bank.number() % 7 == 0 ? ".335617" : "") + ",1000,2023-05-15";
    }

    private static void sheet(Path folder, String name, String head, Stream<String> rows) throws IOException {
        Files.write(
                folder.resolve(name + ".csv"),
                Stream.concat(Stream.of("\uFEFF" + head), rows).toList());
    }
}
