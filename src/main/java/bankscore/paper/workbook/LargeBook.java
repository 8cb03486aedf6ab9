package bankscore.paper.workbook;

import bankscore.sheet.CellRef;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.Deflater;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.poi.ooxml.POIXMLDocumentPart;
import org.apache.poi.ooxml.POIXMLRelation;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.model.SharedStringsTable;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.streaming.SheetDataWriter;
import org.apache.poi.xssf.usermodel.XSSFFactory;
import org.apache.poi.xssf.usermodel.XSSFRelation;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/**
 * A workbook whose rows stay in memory until it is written: a tenth of what rows that are kept as XML take, so that two
 * thousand banks fit into the launcher's heap.
 *
 * <p>It writes what POI's own would. POI makes XML of each text before it knows that it has it already, and nine of ten texts
 * of a book are there more than once; and what it presses is opened and pressed once more by {@link FixedZip}.
 */
final class LargeBook extends SXSSFWorkbook {

    LargeBook() {
        super(new XSSFWorkbook(new Parts()), -1, false, true);
    }

    @Override
    protected SheetDataWriter createSheetDataWriter() throws IOException {
        return new Rows((Texts) getSharedStringSource());
    }

    @Override
    protected ZipArchiveOutputStream createArchiveOutputStream(OutputStream out) {
        ZipArchiveOutputStream zip = super.createArchiveOutputStream(out);
        zip.setLevel(Deflater.NO_COMPRESSION);
        return zip;
    }

    private static final class Parts extends XSSFFactory {
        @Override
        public POIXMLDocumentPart newDocumentPart(POIXMLRelation kind) {
            return kind == XSSFRelation.SHARED_STRINGS ? new Texts() : super.newDocumentPart(kind);
        }
    }

    /** The texts of the book, each once. */
    private static final class Texts extends SharedStringsTable {

        private final Map<String, Integer> numbers = new HashMap<>();

        int number(String text) {
            Integer known = numbers.get(text);
            if (known != null) {
                count++;
                return known;
            }
            int number = addSharedStringItem(new XSSFRichTextString(text));
            numbers.put(text, number);
            return number;
        }
    }

    private static final class Rows extends SheetDataWriter {

        private final Texts texts;

        Rows(Texts texts) throws IOException {
            super(texts);
            this.texts = texts;
        }

        @Override
        public void writeCell(int column, @Nullable Cell cell) throws IOException {
            if (cell == null || cell.getCellType() != CellType.STRING) {
                super.writeCell(column, cell);
                return;
            }
            int style = cell.getCellStyle().getIndex() & 0xFFFF;
            _out.write("<c r=\"" + new CellRef(cell.getRowIndex(), column).a1() + (style == 0 ? "" : "\" s=\"" + style)
                    + "\" t=\"s\"><v>" + texts.number(cell.getStringCellValue()) + "</v></c>");
        }
    }
}
