package bankscore.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The sample quarter with as many survey and service rows as wanted, half of each; the same at every call. */
final class LargeQuarter {

    private static final String SURVEY = "满意度调查";
    private static final String SERVICE = "日常服务登记台账";
    private static final List<String> BANKS = List.of("曜川行", "云岫行", "启桐银行", "婺水村行", "丰溪村镇银行", "带湖行", "玉虹农商行", "信江行");
    private static final List<String> MATTERS = List.of("资金拨付", "单据传送", "拨款退回告知");

    private LargeQuarter() {}

    /**
     * Writes the quarter's folder.
     *
     * @return the two large workbooks
     */
    static List<Path> write(Path sample, Path folder, int rows) throws IOException {
        try (Stream<Path> files = Files.walk(sample)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(sample.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                String name = file.getFileName().toString();
                if (!name.contains(SURVEY) && !name.contains(SERVICE)) {
                    Files.copy(file, copy);
                }
            }
        }
        Path survey = folder.resolve("财政局/2022年度" + SURVEY + ".xlsx");
        Path service = folder.resolve("国库支付中心/" + SERVICE + ".xlsx");
        LargeSheet.write(survey, "2022年度" + SURVEY, rows / 2, List.of("预算单位", "银行名称", "评分"), (row, cells) -> {
            cells.text("单位" + row);
            cells.text(BANKS.get(row % BANKS.size()));
            cells.number(3 + row % 3);
        });
        LargeSheet.write(service, "2022年度" + SERVICE, rows - rows / 2, List.of("日期", "银行名称", "预算单位", "事项", "扣分", "说明"), (row, cells) -> {
            cells.text("2022-%02d-%02d".formatted(1 + row % 12, 1 + row % 28));
            cells.text(BANKS.get(row % BANKS.size()));
            cells.text("单位" + row % 5000);
            cells.text(MATTERS.get(row % MATTERS.size()));
            cells.number(1);
            cells.text("第" + row + "次");
        });
        return List.of(survey, service);
    }
}
