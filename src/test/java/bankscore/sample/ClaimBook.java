package bankscore.sample;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Objects;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/**
 * A small workbook of claims and registers for a test, a sheet for each dataset, written as one types it:
 *
 * <pre>{@code
 * new ClaimBook()
 *         .sheet("企业名录", ClaimBook.ENTERPRISES)
 *         .row(CheckedNumbers.creditCode(1) + "|婺川试一电镀有限公司|婺城区")
 *         .sheet("申报", "企业名称|险种|保单号|实缴保费|发票日期")
 *         .row("婺川试一电镀有限公司|环境污染责任保险|00012|9000|2024-06-01")
 *         .write(folder.resolve("input/2024Q4/申报.xlsx"));
 * }</pre>
 *
 * <p>Cells stand between bars; an empty one is not written, nor what a short row leaves out. {@code 2024-06-01} becomes a
 * day, {@code 9000} or {@code -12.5} a number. Columns whose heading ends with 号 or 码 hold texts whatever is in them,
 * and so does a cell that begins with an apostrophe, which is not written. The constants are the columns of a dataset, the
 * identifying ones first; a test that needs others writes its own. Row 1 is the first that is written, a title if one is
 * asked for.
 */
public final class ClaimBook {

    public static final String PREMIUM_CLAIMS =
            "企业名称|险种|保单号|实缴保费|统一社会信用代码|所在区|保险机构|保险起期|保险止期|应缴保费|发票号|发票日期|发票金额" + "|信用期限|付款方式|已获其他补贴|开户行|账号";
    public static final String LOAN_CLAIMS =
            "企业名称|合同号|贷款本金|放款日|统一社会信用代码|所在区|贷款银行|到期日|还款日|年利率|已付利息" + "|出口信用险保单号|已获其他贴息|开户行|账号";
    public static final String ENTERPRISES = "统一社会信用代码|企业名称|注册地|简称|别名|成立日期|注销日期";
    public static final String CROP_LINES = "县区|保险机构|险种|总保费|承保数量|单位保额|费率|投保人实缴|承保日期|批次号|户数";
    public static final String CROP_INSURERS = "县区|保险机构|承保期起|承保期止|省级同意文号";
    public static final String COUNTIES = "县区代码|县区名称|简称|别名|类别";
    public static final String INSURERS = "机构编码|机构名称|简称|别名|类型|开业日期";
    public static final String BANKS = "银行编码|银行名称|简称|别名|机构类型|开业日期|是否考核";
    public static final String INCLUSIVE = "银行名称|普惠小微贷款余额|上季末普惠小微贷款余额|地方法人";
    public static final String HOUSEHOLDS = "户编码|户主姓名|县区|身份证号|类别|认定日期|退出日期|人口";
    public static final String HOUSEHOLD_POLICIES = "户编码|险种|保单号|农户自担保费|县区|保险机构|保险起期|保险止期|总保费|人数|保险金额|扶贫贷款合同号";
    public static final String LOAN_LOSSES = "户编码|合同号|本金损失|利息损失|贷款银行|保险机构|追回金额|逾期起始日|理赔日";
    public static final String BUDGETS = "补助项目|预算金额|文号";
    public static final String PARAMETERS = "项目|数值|日期|来源";
    public static final String REASONS = "代码|文件|单元格|原因|填报人";

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(\\.\\d{1,6})?");
    private static final Pattern BAR = Pattern.compile("\\|");

    private final XSSFWorkbook workbook = new XSSFWorkbook();
    private final CellStyle day;
    private @Nullable Sheet sheet;
    private String[] headings = {};

    /** A workbook without a sheet. */
    public ClaimBook() {
        day = workbook.createCellStyle();
        day.setDataFormat(workbook.createDataFormat().getFormat("yyyy-mm-dd"));
    }

    /** Begins a sheet with its headings in row 1. */
    public ClaimBook sheet(String name, String columns) {
        return sheet(name, "", columns);
    }

    /** Begins a sheet with a title, or a line about the unit, in row 1 and its headings in row 2. */
    public ClaimBook sheet(String name, String title, String columns) {
        sheet = workbook.createSheet(name);
        headings = new String[0];
        if (!title.isEmpty()) {
            row(title);
        }
        row(columns);
        headings = BAR.split(columns, -1);
        return this;
    }

    /** A row below those that are there. */
    public ClaimBook row(String cells) {
        Sheet open = Objects.requireNonNull(sheet);
        Row row = open.createRow(open.getPhysicalNumberOfRows());
        String[] texts = BAR.split(cells, -1);
        for (int i = 0; i < texts.length; i++) {
            if (!texts[i].isEmpty()) {
                write(row.createCell(i), i, texts[i]);
            }
        }
        return this;
    }

    private void write(Cell cell, int column, String text) {
        String heading = column < headings.length ? headings[column] : "号";
        if (text.startsWith("'")) {
            cell.setCellValue(text.substring(1));
        } else if (heading.endsWith("号") || heading.endsWith("码")) {
            cell.setCellValue(text);
        } else if (DAY.matcher(text).matches()) {
            cell.setCellValue(LocalDate.parse(text));
            cell.setCellStyle(day);
        } else if (NUMBER.matcher(text).matches()) {
            // The file format holds doubles; a number of so few digits reads back as itself.
            cell.setCellValue(Double.parseDouble(text));
        } else {
            cell.setCellValue(text);
        }
    }

    /** Writes the workbook and forgets it; folders are made. */
    public void write(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        try (workbook;
                OutputStream out = Files.newOutputStream(file)) {
            workbook.write(out);
        }
    }
}
