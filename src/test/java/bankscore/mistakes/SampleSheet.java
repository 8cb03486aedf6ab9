package bankscore.mistakes;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The sheets of the sample's fourth quarter, and where their offices put what; rows and columns as Excel names them. */
enum SampleSheet {
    CREDIT(
            "人民银行/2022年四季度存贷款统计表.xlsx",
            "附表1 存贷款",
            "存贷款",
            3,
            4,
            21,
            "B",
            List.of("C", "D", "E", "G", "H", "I", "J"),
            "I2"),
    PUBLISHED("人民银行/2022年四季度存贷款统计表.xlsx", "附表2 公布指标", "参数", 2, 3, 3, "A", List.of("B"), ""),
    TAX("税务局/银行业上缴税收情况表（2022年1-12月）.xlsx", "汇总表", "税收", 3, 4, 21, "B", List.of("C"), "C2"),
    PLATFORM("大数据局/饶企云平台放款统计（2022年1-12月）.xlsx", "饶企云放款", "饶企云", 2, 3, 20, "B", List.of("D"), ""),
    OFFICES("财政局/2022年度满意度调查（市直单位）.xlsx", "市直机关", "满意度调查", 3, 4, 245, "C", List.of(), ""),
    INSTITUTIONS("财政局/2022年度满意度调查（市直单位）.xlsx", "市直事业单位", "满意度调查", 3, 4, 496, "C", List.of(), ""),
    DISTRICTS("财政局/2022年度满意度调查（各区）.xlsx", "各区汇总", "满意度调查", 3, 4, 815, "C", List.of(), ""),
    SERVICE("国库支付中心/日常服务登记台账.xlsx", "2022年台账", "服务记录", 3, 4, 195, "C", List.of(), ""),
    HOLDINGS("财政局/财政存款及2023年资金池.xlsx", "存放明细", "财政存款", 3, 4, 54, "B", List.of("D", "E"), "E2"),
    POOLS("财政局/财政存款及2023年资金池.xlsx", "2023年资金池", "资金池", 2, 3, 6, "B", List.of("C"), ""),
    ROSTER("财政局/银行名录.xlsx", "银行名录", "银行名录", 3, 4, 21, "C", List.of(), ""),
    RISK("金融监管/2022年四季度风险提示名单.xlsx", "风险机构", "风险", 3, 4, 5, "B", List.of(), "");

    /** Those with one row a bank, whose figures are money. */
    static final List<SampleSheet> OF_BANKS = List.of(CREDIT, TAX, PLATFORM);

    static final List<SampleSheet> OF_MONEY = List.of(CREDIT, TAX, PLATFORM, HOLDINGS, POOLS);
    static final List<SampleSheet> OF_RATINGS = List.of(OFFICES, INSTITUTIONS, DISTRICTS);

    final String file;
    final String sheet;
    final String dataset;
    final int header;
    final int first;
    final int last;
    final String key;
    final List<String> money;
    final String unitLine;

    /**
     * One sheet.
     *
     * @param dataset what the program calls what it holds
     * @param header the row of the headings
     * @param first the first row of data
     * @param last the last row of data; subtotals may lie between
     * @param key the column that names the row's bank, or fund, or item
     * @param money the columns of figures; those that are computed from others are left out
     * @param unitLine the cell that states the unit, empty if a heading does
     */
    SampleSheet(
            String file,
            String sheet,
            String dataset,
            int header,
            int first,
            int last,
            String key,
            List<String> money,
            String unitLine) {
        this.file = file;
        this.sheet = sheet;
        this.dataset = dataset;
        this.header = header;
        this.first = first;
        this.last = last;
        this.key = key;
        this.money = money;
        this.unitLine = unitLine;
    }

    /** Every sheet of the same file. */
    List<SampleSheet> together() {
        return Arrays.stream(values()).filter(other -> other.file.equals(file)).toList();
    }

    /** The other sheets of the same dataset. */
    List<SampleSheet> likes() {
        return Stream.of(values())
                .filter(other -> other != this && other.dataset.equals(dataset))
                .toList();
    }
}
