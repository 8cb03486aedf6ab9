package bankscore.paper.returns;

import bankscore.facts.WrittenReason;
import bankscore.intake.Column;
import bankscore.intake.Dataset;
import bankscore.paper.NewDocuments;
import bankscore.paper.workbook.CellText;
import bankscore.paper.workbook.PlainStyle;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Written reasons as an office would send them: headings, and a row each. */
public final class ReasonBook {

    private static final int POINTS = 11;
    private static final int WIDTH = 24 * 256;

    private ReasonBook() {}

    /** The bytes of the workbook. */
    public static byte[] of(Dataset dataset, List<WrittenReason> reasons) throws IOException {
        try (XSSFWorkbook book = NewDocuments.workbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Sheet sheet = book.createSheet(dataset.name());
            CellStyle head = new PlainStyle(book, POINTS)
                    .filled(IndexedColors.PALE_BLUE)
                    .bordered()
                    .style();
            CellStyle plain = new PlainStyle(book, POINTS).bordered().style();
            for (int at = 0; at < dataset.columns().size(); at++) {
                Column column = dataset.columns().get(at);
                sheet.setColumnWidth(at, WIDTH);
                put(sheet, 0, at, column.name(), head);
                for (int i = 0; i < reasons.size(); i++) {
                    put(sheet, i + 1, at, said(reasons.get(i), column), plain);
                }
            }
            book.write(out);
            return out.toByteArray();
        }
    }

    private static void put(Sheet sheet, int at, int column, String text, CellStyle style) {
        Row row = sheet.getRow(at);
        Cell cell = (row == null ? sheet.createRow(at) : row).createCell(column);
        cell.setCellValue(CellText.escaped(text));
        cell.setCellStyle(style);
    }

    private static String said(WrittenReason reason, Column column) {
        return column.head()
                .role()
                .map(role -> switch (role) {
                    case CODE -> reason.code();
                    case FILE -> reason.file();
                    case CELL -> reason.cell();
                    case REASON -> reason.reason();
                    case BY -> reason.by();
                    default -> "";
                })
                .orElse("");
    }
}
