package bankscore.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A quarter of as many banks, insurers and counties as wanted, a third each, as CSV; the same at every call. */
final class WideWatch {

    private static final int THIRDS = 3;

    private WideWatch() {}

    static void write(Path folder, int subjects) throws IOException {
        int each = Math.max(1, subjects / THIRDS);
        Files.createDirectories(folder);
        WideQuarter.sheet(
                folder, "名录", "银行编码,银行名称,机构类型,开业日期,是否考核", each, bank -> "K%05d,县域银行%d,农商行,2001-01-01,是".formatted(bank, bank));
        WideQuarter.sheet(
                folder,
                "存贷款",
                "银行名称,存款余额（万元）,年初贷款余额（万元）,贷款余额（万元）",
                each,
                bank -> "县域银行%d,%d,%d,%d".formatted(bank, 900_000 + 37 * bank, 600_000 + 11 * bank, 650_000 + 53 * bank));
        WideQuarter.sheet(
                folder, "信贷目标", "银行名称,年度新增贷款目标（万元）", each, bank -> "县域银行%d,%d".formatted(bank, 40_000 + bank % 7 * 5_000));
        WideQuarter.sheet(
                folder,
                "保险机构名录",
                "机构编码,机构名称,类型,开业日期",
                each,
                insurer -> "X%05d,县域财险%d,财产险,2001-01-01".formatted(insurer, insurer));
        WideQuarter.sheet(
                folder,
                "保险业务",
                "机构名称,本期保费（万元）,上年同期保费（万元）",
                each,
                insurer -> "县域财险%d,%d,%d".formatted(insurer, 90_000 + 13 * insurer, 92_000 + insurer % 5 * 1_000));
        WideQuarter.sheet(
                folder, "县区名录", "县区代码,县区名称,类别", each, county -> "%06d,第%d县,一类".formatted(360_000 + county, county));
        WideQuarter.sheet(
                folder,
                "县区存贷款",
                "县区名称,存款余额（万元）,贷款余额（万元）,上年同期贷款余额（万元）",
                each,
                county -> "第%d县,%d,%d,%d".formatted(county, 900_000 + 31 * county, 640_000 + 53 * county, 600_000 + 11 * county));
        WideQuarter.sheet(
                folder,
                "县区保险业务",
                "县区名称,本期保费（万元）,上年同期保费（万元）",
                each,
                county -> "第%d县,%d,%d".formatted(county, 90_000 + 13 * county, 92_000 + county % 5 * 1_000));
        String[] published = {"全省贷款增速,10.5", "全省存贷比,75.5", "全省保费增速,2.5"};
        WideQuarter.sheet(folder, "参数", "项目,数值", published.length, row -> published[row - 1]);
    }
}
