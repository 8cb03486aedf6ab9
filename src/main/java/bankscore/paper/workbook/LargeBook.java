package bankscore.paper.workbook;

import bankscore.paper.NewDocuments;
import bankscore.sheet.CellRef;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.poi.ooxml.POIXMLDocumentPart;
import org.apache.poi.ooxml.POIXMLRelation;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.RichTextString;
import org.apache.poi.xssf.model.SharedStringsTable;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.streaming.SheetDataWriter;
import org.apache.poi.xssf.usermodel.XSSFFactory;
import org.apache.poi.xssf.usermodel.XSSFRelation;
import org.jspecify.annotations.Nullable;

/**
 * A workbook whose rows stay in memory until it is written: a tenth of what rows that are kept as XML take, so that two
 * thousand banks fit into the launcher's heap.
 *
 * <p>It writes what POI's own would. POI makes a document of each text, and nine of ten texts of a book are there more than
 * once. As in {@link FixedZip} all entries are of one time, so that equal content gives equal bytes.
 */
final class LargeBook extends SXSSFWorkbook {

    /** One less than zip's usual: half as much again as quick, and three in a hundred larger. */
    private static final int PRESSED = 5;

    LargeBook() {
        super(NewDocuments.workbook(new Parts()), -1, false, true);
    }

    @Override
    protected SheetDataWriter createSheetDataWriter() throws IOException {
        return new Rows((Texts) getSharedStringSource());
    }

    @Override
    protected ZipArchiveOutputStream createArchiveOutputStream(OutputStream out) {
        ZipArchiveOutputStream zip = new ZipArchiveOutputStream(out) {
            @Override
            public void putArchiveEntry(ZipArchiveEntry entry) throws IOException {
                entry.setTime(FixedZip.ALWAYS
                        .atZone(ZoneId.systemDefault())
                        .toInstant()
                        .toEpochMilli());
                super.putArchiveEntry(entry);
            }
        };
        zip.setUseZip64(Zip64Mode.Never);
        zip.setLevel(PRESSED);
        return zip;
    }

    private static final class Parts extends XSSFFactory {
        @Override
        public POIXMLDocumentPart newDocumentPart(POIXMLRelation kind) {
            return kind == XSSFRelation.SHARED_STRINGS ? new Texts() : super.newDocumentPart(kind);
        }
    }

    /** The texts of the book, each once, in the order they came. As POI keeps them each is a document of its own, three kilobytes. */
    private static final class Texts extends SharedStringsTable {

        private final Map<String, Integer> numbers = new LinkedHashMap<>();

        int number(String text) {
            count++;
            Integer known = numbers.putIfAbsent(text, uniqueCount);
            return known == null ? uniqueCount++ : known;
        }

        @Override
        public int addSharedStringItem(RichTextString text) {
            throw new UnsupportedOperationException("the rows number their texts themselves");
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            Writer xml = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            xml.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<sst count=\"" + count + "\" uniqueCount=\""
                    + uniqueCount + "\" xmlns=\"" + XSSFRelation.NS_SPREADSHEETML + "\">");
            for (String text : numbers.keySet()) {
                xml.write(text.isEmpty() ? "<si><t/></si>" : opened(text) + escaped(text) + "</t></si>");
            }
            xml.write("</sst>");
            xml.flush();
        }

        private static String opened(String text) {
            boolean outside =
                    Character.isWhitespace(text.charAt(0)) || Character.isWhitespace(text.charAt(text.length() - 1));
            return outside ? "<si><t xml:space=\"preserve\">" : "<si><t>";
        }

        private static String escaped(String text) {
            return text.indexOf('&') < 0 && text.indexOf('<') < 0 && text.indexOf("]]>") < 0
                    ? text
                    : text.replace("&", "&amp;").replace("<", "&lt;").replace("]]>", "]]&gt;");
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
            if (cell == null) {
                return;
            }
            boolean live = cell.getCellType() == CellType.FORMULA;
            CellType valued = live ? cell.getCachedFormulaResultType() : cell.getCellType();
            if (valued != CellType.STRING && valued != CellType.NUMERIC) {
                super.writeCell(column, cell);
                return;
            }
            _out.write("<c r=\"");
            _out.write(CellRef.letters(column));
            _out.write(Integer.toString(cell.getRowIndex() + 1));
            int style = cell.getCellStyle().getIndex() & 0xFFFF;
            if (style != 0) {
                _out.write("\" s=\"");
                _out.write(Integer.toString(style));
            }
            _out.write(valued == CellType.NUMERIC ? "\" t=\"n\">" : live ? "\" t=\"str\">" : "\" t=\"s\">");
            if (live) {
                _out.write("<f>");
                outputEscapedString(cell.getCellFormula());
                _out.write("</f>");
            }
            if (valued == CellType.NUMERIC) {
                value(Double.toString(cell.getNumericCellValue()));
            } else if (!live) {
                value(Integer.toString(texts.number(cell.getStringCellValue())));
            } else if (!cell.getStringCellValue().isEmpty()) {
                value(cell.getStringCellValue());
            }
            _out.write("</c>");
        }

        private void value(String written) throws IOException {
            _out.write("<v>");
            outputEscapedString(written);
            _out.write("</v>");
        }

        /** POI's own writes sign by sign. */
        @Override
        protected void outputEscapedString(String text) throws IOException {
            int from = 0;
            for (int at = 0; at < text.length(); at++) {
                char sign = text.charAt(at);
                if (sign < ' '
                        || sign == '"'
                        || sign == '&'
                        || sign == '<'
                        || sign == '>'
                        || sign == 0xA0
                        || sign > 0xFFFD) {
                    _out.write(text, from, at - from);
                    super.outputEscapedString(text.substring(at, at + 1));
                    from = at + 1;
                }
            }
            _out.write(text, from, text.length() - from);
        }
    }
}
