package bankscore.paper.workbook;

import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.xssf.streaming.SXSSFCell;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;

/** Notes that hang on cells: why a cell holds a value and no formula. */
public final class CellNotes {

    private CellNotes() {}

    public static void add(BookFrame book, SXSSFCell cell, String text) {
        if (cell.getCellComment() != null) {
            return;
        }
        XSSFDrawing drawing = book.drawing(cell.getSheet());
        int column = cell.getColumnIndex();
        int row = cell.getRowIndex();
        XSSFClientAnchor anchor = drawing.createAnchor(0, 0, 0, 0, column + 1, row, column + 3, row + 4);
        XSSFComment comment = drawing.createCellComment(anchor);
        comment.setAddress(new CellAddress(row, column));
        comment.setString(new XSSFRichTextString(CellText.plain(text)));
        cell.setCellComment(comment);
    }
}
