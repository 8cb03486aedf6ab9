package bankscore.paper.workbook;

import java.util.HashMap;
import java.util.Map;
import org.apache.poi.xssf.streaming.SXSSFCell;
import org.apache.poi.xssf.usermodel.XSSFHyperlink;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTHyperlink;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTHyperlinks;

/**
 * Clicks on cells that lead to others. Those that POI makes are documents of their own, three kilobytes each, and a book has
 * sixteen for each bank; these share one.
 */
final class Links {

    private final XSSFWorkbook workbook;
    private final Map<String, XSSFSheet> sheets = new HashMap<>();
    private final CTHyperlinks written = CTHyperlinks.Factory.newInstance();

    Links(XSSFWorkbook workbook) {
        this.workbook = workbook;
    }

    /** A click on one cell leads to another. */
    void add(SXSSFCell from, Addresses.Address to) {
        CTHyperlink link = written.addNewHyperlink();
        link.setLocation(to.absolute().replace("$", ""));
        link.setRef(from.getAddress().formatAsString());
        sheets.computeIfAbsent(from.getSheet().getSheetName(), workbook::getSheet)
                .addHyperlink(new Link(link));
    }

    private static final class Link extends XSSFHyperlink {
        Link(CTHyperlink written) {
            super(written, null);
        }
    }
}
