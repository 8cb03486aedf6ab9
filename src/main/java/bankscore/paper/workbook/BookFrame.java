package bankscore.paper.workbook;

import bankscore.finding.Words;
import java.util.List;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFDrawing;

/** A workbook for leadership that is being written, with what all its sheets share. */
public abstract class BookFrame {

    private final SXSSFWorkbook workbook;
    private final CellStyles styles;
    private final Links links;
    private final Words words;

    /**
     * A book that is about to be written.
     *
     * @param words those of its application
     */
    protected BookFrame(SXSSFWorkbook workbook, Fonts fonts, Words words) {
        this.workbook = workbook;
        this.styles = new CellStyles(workbook.getXSSFWorkbook(), fonts);
        this.links = new Links(workbook.getXSSFWorkbook());
        this.words = words;
    }

    /** A part of another book, in the same file. */
    protected BookFrame(BookFrame other) {
        this.workbook = other.workbook;
        this.styles = other.styles;
        this.links = other.links;
        this.words = other.words;
    }

    public final SXSSFWorkbook workbook() {
        return workbook;
    }

    public final Words words() {
        return words;
    }

    public final CellStyles styles() {
        return styles;
    }

    final Links links() {
        return links;
    }

    /** What stands below every title besides the usual line, such as an approval. */
    public abstract List<String> headLines();

    /** 编制单位, at the left below a title. */
    public abstract String office();

    /** 所属期, in the middle below a title. */
    public abstract String periodLine();

    /** What every page says at its lower left. */
    public abstract String subject();

    /** What every page says at its lower right. */
    public abstract String mark();

    /** What lies over a sheet's cells: charts and notes. */
    public XSSFDrawing drawing(SXSSFSheet sheet) {
        return workbook().getXSSFWorkbook().getSheet(sheet.getSheetName()).createDrawingPatriarch();
    }
}
