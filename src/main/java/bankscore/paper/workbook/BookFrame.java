package bankscore.paper.workbook;

import bankscore.finding.Words;
import java.util.List;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFDrawing;

/** A workbook for leadership that is being written, with what all its sheets share. */
public interface BookFrame {

    SXSSFWorkbook workbook();

    Words words();

    CellStyles styles();

    /** What stands below every title besides the usual line, such as an approval. */
    List<String> headLines();

    /** 编制单位, at the left below a title. */
    String office();

    /** 所属期, in the middle below a title. */
    String periodLine();

    /** What every page says at its lower left. */
    String subject();

    /** What every page says at its lower right. */
    String mark();

    /** What lies over a sheet's cells: charts and notes. */
    default XSSFDrawing drawing(SXSSFSheet sheet) {
        return workbook().getXSSFWorkbook().getSheet(sheet.getSheetName()).createDrawingPatriarch();
    }
}
