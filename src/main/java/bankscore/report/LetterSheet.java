package bankscore.report;

import bankscore.domain.finding.Words;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.util.List;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFooter;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.apache.xmlbeans.XmlException;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTDocGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STDocGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.StylesDocument;

/**
 * An official letter's paper: page, named styles, footers, paragraphs and tables after GB/T 9704-2012.
 *
 * <p>Nothing is formatted directly: how a paragraph looks is told by its style alone, and all styles stand in {@code
 * templates/letter-styles.xml}, so that the office can restyle the letter and a later form of it can keep them.
 */
final class LetterSheet {

    private static final String STYLES = "/templates/letter-styles.xml";
    private static final int TEXT_WIDTH = 8844;

    private final XWPFDocument document;
    private final Words words;

    /** The styles of {@code letter-styles.xml}; the constants' text is the style's id. */
    enum Style {
        TITLE("Title"),
        DRAFT("Draft"),
        ADDRESSEE("Addressee"),
        BODY("BodyText"),
        HEADING("Heading1"),
        SUBHEADING("Heading2"),
        ATTACHMENT_NOTE("AttachmentNote"),
        ATTACHMENT_NOTE_NEXT("AttachmentNoteNext"),
        SIGNATURE("Signature"),
        SIGNED_ON("SignedOn"),
        ATTACHMENT_LABEL("AttachmentLabel"),
        ATTACHMENT_TITLE("AttachmentTitle"),
        TABLE_CAPTION("TableCaption"),
        TABLE_HEAD("TableHead"),
        TABLE_TEXT("TableText"),
        TABLE_CENTRED("TableCentred"),
        TABLE_NUMBER("TableNumber"),
        FOOTER("Footer");

        private final String id;

        Style(String id) {
            this.id = id;
        }

        String id() {
            return id;
        }
    }

    /** A column of a table: its heading, its width in twips and the style of its cells. */
    record Column(String heading, int width, Style style) {}

    LetterSheet(XWPFDocument document, Words words) throws IOException {
        this.document = document;
        this.words = words;
        readStyles();
        setUpPage();
    }

    private void readStyles() throws IOException {
        try (InputStream in = LetterSheet.class.getResourceAsStream(STYLES)) {
            if (in == null) {
                throw new IllegalStateException("missing from the program: " + STYLES);
            }
            document.createStyles().setStyles(StylesDocument.Factory.parse(in).getStyles());
        } catch (XmlException e) {
            throw new IllegalStateException("not a style sheet: " + STYLES, e);
        }
    }

    private void setUpPage() {
        CTSectPr section = document.getDocument().getBody().addNewSectPr();
        CTPageSz size = section.addNewPgSz();
        size.setW(BigInteger.valueOf(11906));
        size.setH(BigInteger.valueOf(16838));
        CTPageMar margins = section.addNewPgMar();
        margins.setTop(BigInteger.valueOf(2098));
        margins.setBottom(BigInteger.valueOf(1984));
        margins.setLeft(BigInteger.valueOf(1588));
        margins.setRight(BigInteger.valueOf(1474));
        margins.setHeader(BigInteger.valueOf(851));
        margins.setFooter(BigInteger.valueOf(1304)); // the page number lies 7 mm below the text
        margins.setGutter(BigInteger.ZERO);
        CTDocGrid grid = section.addNewDocGrid();
        grid.setType(STDocGrid.LINES);
        grid.setLinePitch(BigInteger.valueOf(579));
    }

    /** Page numbers on the outer side, the verification code on the inner. */
    void footers(String code) {
        document.setEvenAndOddHeadings(true);
        String verification = words.text("letter.code", "code", code);
        XWPFParagraph odd = footer(HeaderFooterType.DEFAULT);
        small(odd, verification);
        odd.createRun().addTab();
        pageNumber(odd);
        XWPFParagraph even = footer(HeaderFooterType.EVEN);
        pageNumber(even);
        even.createRun().addTab();
        small(even, verification);
    }

    private XWPFParagraph footer(HeaderFooterType type) {
        XWPFFooter footer = document.createFooter(type);
        XWPFParagraph paragraph = footer.getParagraphs().isEmpty()
                ? footer.createParagraph()
                : footer.getParagraphs().get(0);
        paragraph.setStyle(Style.FOOTER.id());
        return paragraph;
    }

    private static void small(XWPFParagraph paragraph, String text) {
        XWPFRun run = paragraph.createRun();
        run.setStyle("VerificationCode");
        run.setText(text);
    }

    private void pageNumber(XWPFParagraph paragraph) {
        String pattern = words.text("letter.page", "page", "\n");
        int at = pattern.indexOf('\n');
        paragraph.createRun().setText(pattern.substring(0, at));
        paragraph.getCTP().addNewFldSimple().setInstr("PAGE");
        paragraph.createRun().setText(pattern.substring(at + 1));
    }

    /** A paragraph in a style. A tab in the text is a tab of the paragraph. */
    void paragraph(Style style, String text) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setStyle(style.id());
        write(paragraph, text);
    }

    void emptyLine() {
        document.createParagraph();
    }

    private static void write(XWPFParagraph paragraph, String text) {
        String[] parts = text.split("\t", -1);
        for (int i = 0; i < parts.length; i++) {
            XWPFRun run = paragraph.createRun();
            if (i > 0) {
                run.addTab();
            }
            run.setText(parts[i]);
        }
    }

    /** A table as wide as the text; its head is repeated on every page and no row is torn. */
    void table(List<Column> columns, List<List<String>> rows) {
        XWPFTable table = document.createTable(rows.size() + 1, columns.size());
        CTTblPr properties = table.getCTTbl().getTblPr();
        (properties.isSetTblLayout() ? properties.getTblLayout() : properties.addNewTblLayout())
                .setType(STTblLayoutType.FIXED);
        table.setWidth(TEXT_WIDTH);
        table.setCellMargins(0, 57, 0, 57);
        CTTblGrid grid = table.getCTTbl().getTblGrid() == null
                ? table.getCTTbl().addNewTblGrid()
                : table.getCTTbl().getTblGrid();
        while (grid.sizeOfGridColArray() > 0) {
            grid.removeGridCol(0);
        }
        for (Column column : columns) {
            grid.addNewGridCol().setW(BigInteger.valueOf(column.width()));
        }
        fill(
                table.getRow(0),
                columns,
                columns.stream().map(Column::heading).toList(),
                columns.stream().map(column -> Style.TABLE_HEAD).toList());
        table.getRow(0).setRepeatHeader(true);
        for (int i = 0; i < rows.size(); i++) {
            fill(
                    table.getRow(i + 1),
                    columns,
                    rows.get(i),
                    columns.stream().map(Column::style).toList());
        }
    }

    private static void fill(XWPFTableRow row, List<Column> columns, List<String> texts, List<Style> styles) {
        row.setCantSplitRow(true);
        for (int i = 0; i < columns.size(); i++) {
            XWPFTableCell cell = row.getCell(i);
            cell.setWidth(Integer.toString(columns.get(i).width()));
            cell.setVerticalAlignment(XWPFTableCell.XWPFVertAlign.CENTER);
            XWPFParagraph paragraph = cell.getParagraphs().get(0);
            paragraph.setStyle(styles.get(i).id());
            write(paragraph, texts.get(i));
        }
    }
}
