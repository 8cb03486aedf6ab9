package bankscore.paper;

import org.apache.poi.xssf.usermodel.XSSFFactory;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/**
 * New workbooks and letters, written when somebody says so. POI's own pack all of themselves once more when they are closed,
 * into memory that nobody reads.
 */
public final class NewDocuments {

    private NewDocuments() {}

    /** A workbook without sheets. */
    public static XSSFWorkbook workbook() {
        return workbook(XSSFFactory.getInstance());
    }

    /** The same whose parts somebody else makes. */
    public static XSSFWorkbook workbook(XSSFFactory parts) {
        return new XSSFWorkbook(parts) {
            @Override
            public void close() {
                getPackage().revert();
            }
        };
    }

    /** A letter without a word. */
    public static XWPFDocument letter() {
        return new XWPFDocument() {
            @Override
            public void close() {
                getPackage().revert();
            }
        };
    }
}
