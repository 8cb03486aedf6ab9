package bankscore.paper.letter;

import bankscore.paper.letter.LetterTable.Kind;
import bankscore.paper.letter.LetterTable.Name;
import bankscore.paper.letter.LetterTable.Size;
import bankscore.sheet.PlainText;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.apache.poi.xwpf.usermodel.TableRowAlign;
import org.apache.poi.xwpf.usermodel.TableRowHeightRule;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblWidth;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTc;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcBorders;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth;

/** One table of a letter, as wide as the text: its head is repeated on every page, and no row is torn. */
final class TableWriter {

    private static final int COLUMNS_OF_UNIT = 2;

    private final LetterTable layout;
    private final int rowHeight;
    private final boolean kept;

    /**
     * A writer.
     *
     * @param rowHeight of a row of one line, in twips
     * @param kept whether the table stays on one page
     */
    TableWriter(LetterTable layout, int rowHeight, boolean kept) {
        this.layout = layout;
        this.rowHeight = rowHeight;
        this.kept = kept;
    }

    /** @param name what stands above the heads on the left, and the unit on the right */
    void write(XWPFDocument document, Optional<Name> name, List<List<String>> rows) {
        int heads = name.isPresent() ? 2 : 1;
        Size size = layout.size();
        XWPFTable table =
                document.createTable(rows.size() + heads, layout.columns().size());
        setUp(table);
        name.ifPresent(each -> named(table.getRow(0), each));
        fill(
                table.getRow(heads - 1),
                layout.heads(),
                layout.columns().stream().map(column -> size.style("TableHead")).toList());
        for (int i = 0; i < heads; i++) {
            table.getRow(i).setRepeatHeader(true);
        }
        List<String> styles = layout.columns().stream()
                .map(column -> size.style(style(column.kind())))
                .toList();
        for (int i = 0; i < rows.size(); i++) {
            fill(table.getRow(i + heads), rows.get(i), styles);
        }
        if (kept) {
            table.getRows().subList(0, heads + rows.size() - 1).forEach(TableWriter::keep);
        }
    }

    private static String style(Kind kind) {
        return switch (kind) {
            case TEXT -> "TableText";
            case CENTRED -> "TableCentred";
            case NUMBER -> "TableNumber";
        };
    }

    private void setUp(XWPFTable table) {
        CTTblPr properties = table.getCTTbl().getTblPr();
        (properties.isSetTblLayout() ? properties.getTblLayout() : properties.addNewTblLayout())
                .setType(STTblLayoutType.FIXED);
        table.setTableAlignment(TableRowAlign.CENTER); // Word would put its first line left of the text.
        table.setWidth(LetterTable.width(layout.wide()));
        table.setCellMargins(
                LetterTable.ROOM_IN_ROW / 2, LetterTable.MARGIN, LetterTable.ROOM_IN_ROW / 2, LetterTable.MARGIN);
        CTTblGrid grid = table.getCTTbl().getTblGrid() == null
                ? table.getCTTbl().addNewTblGrid()
                : table.getCTTbl().getTblGrid();
        while (grid.sizeOfGridColArray() > 0) {
            grid.removeGridCol(0);
        }
        layout.widths().forEach(width -> grid.addNewGridCol().setW(BigInteger.valueOf(width)));
    }

    private void named(XWPFTableRow row, Name name) {
        int columns = layout.columns().size();
        int left = Math.max(1, columns - COLUMNS_OF_UNIT);
        while (row.getTableCells().size() > 2) {
            row.removeCell(row.getTableCells().size() - 1);
        }
        prepare(row);
        span(row.getCell(0), layout.widths().subList(0, left));
        span(row.getCell(1), layout.widths().subList(left, columns));
        text(row.getCell(0).getParagraphs().get(0), layout.size().style("TableText"), name.first());
        text(row.getCell(1).getParagraphs().get(0), layout.size().style("TableNumber"), name.unit());
        keep(row);
    }

    /** Keeps a row on one page with the next one. */
    private static void keep(XWPFTableRow row) {
        row.getTableCells().forEach(cell -> cell.getParagraphs().forEach(each -> each.setKeepNext(true)));
    }

    /** A cell over several columns, with no line but the one below it. */
    private static void span(XWPFTableCell cell, List<Integer> widths) {
        width(cell, widths.stream().mapToInt(Integer::intValue).sum());
        cell.setVerticalAlignment(XWPFTableCell.XWPFVertAlign.CENTER);
        cell.getCTTc().getTcPr().addNewGridSpan().setVal(BigInteger.valueOf(widths.size()));
        CTTcBorders borders = cell.getCTTc().getTcPr().addNewTcBorders();
        borders.addNewTop().setVal(STBorder.NIL);
        borders.addNewLeft().setVal(STBorder.NIL);
        borders.addNewRight().setVal(STBorder.NIL);
    }

    /** In twips; POI's own way asks three regular expressions what the number is. */
    private static void width(XWPFTableCell cell, int twips) {
        CTTc written = cell.getCTTc();
        CTTcPr properties = written.isSetTcPr() ? written.getTcPr() : written.addNewTcPr();
        CTTblWidth width = properties.isSetTcW() ? properties.getTcW() : properties.addNewTcW();
        width.setW(BigInteger.valueOf(twips));
        width.setType(STTblWidth.DXA);
    }

    private void prepare(XWPFTableRow row) {
        row.setCantSplitRow(true);
        row.setHeight(rowHeight);
        row.setHeightRule(TableRowHeightRule.AT_LEAST);
    }

    private void fill(XWPFTableRow row, List<String> texts, List<String> styles) {
        prepare(row);
        for (int i = 0; i < texts.size(); i++) {
            XWPFTableCell cell = row.getCell(i);
            width(cell, layout.widths().get(i));
            cell.setVerticalAlignment(XWPFTableCell.XWPFVertAlign.CENTER);
            List<String> lines = texts.get(i).lines().toList();
            for (int line = 0; line < Math.max(1, lines.size()); line++) {
                text(
                        line == 0 ? cell.getParagraphs().get(0) : cell.addParagraph(),
                        styles.get(i),
                        lines.isEmpty() ? "" : lines.get(line));
            }
        }
    }

    private static void text(XWPFParagraph paragraph, String style, String text) {
        paragraph.setStyle(style);
        paragraph.createRun().setText(PlainText.shown(text));
    }
}
