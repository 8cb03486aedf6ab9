package bankscore.paper.letter;

import bankscore.finding.Words;
import bankscore.paper.letter.LetterTable.Column;
import bankscore.paper.letter.LetterTable.Size;
import bankscore.sheet.PlainText;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.util.List;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.xwpf.model.XWPFHeaderFooterPolicy;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFooter;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRelation;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.apache.xmlbeans.XmlException;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBody;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTDocGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTR;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STDocGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STHdrFtr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.StylesDocument;

/**
 * An official letter's paper: page, named styles, footers, paragraphs and tables after GB/T 9704-2012.
 *
 * <p>Nothing is formatted directly: how a paragraph looks is told by its style alone, and all styles stand in {@code
 * templates/letter-styles.xml}, so that the office can restyle the letter and a later form of it can keep them.
 */
public final class LetterSheet {

    private static final String STYLES = "/templates/letter-styles.xml";
    private static final String THEME = "/templates/letter-theme.xml";
    private static final String THEME_PART = "/word/theme/theme1.xml";
    private static final String THEME_TYPE = "application/vnd.openxmlformats-officedocument.theme+xml";

    private static final int LINE = 579;

    // In 360,000ths of a centimetre: what stands 7 mm below the text of an upright page is as far left of it here, one
    // character from the ends of the text's lines.
    private static final int UPPER_END = 1_008_000 + 177_800;
    private static final int LOWER_END = 7_560_000 - 936_000 - 177_800 - 1_080_000;
    private static final String TURNED = """
            <xml-fragment xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
             xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
             xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
             xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
             xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
            ><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing
             ><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="{id}" behindDoc="0"
             locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"
            /><wp:positionH relativeFrom="page"><wp:posOffset>756000</wp:posOffset></wp:positionH
            ><wp:positionV relativeFrom="page"><wp:posOffset>{top}</wp:posOffset></wp:positionV
            ><wp:extent cx="288000" cy="1080000"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone
            /><wp:docPr id="{id}" name="PageNumber{id}"/><wp:cNvGraphicFramePr/><a:graphic
            ><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
            ><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="288000" cy="1080000"
            /></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr
            ><wps:txbx><w:txbxContent><w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r
            ><w:t xml:space="preserve">{before}</w:t></w:r><w:fldSimple w:instr="PAGE"/><w:r
            ><w:t xml:space="preserve">{after}</w:t></w:r></w:p></w:txbxContent></wps:txbx
            ><wps:bodyPr vert="vert" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"><a:noAutofit
            /></wps:bodyPr></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice
            ></mc:AlternateContent></xml-fragment>""";

    private final XWPFDocument document;
    private final Words words;
    private final String code;
    private boolean restarts;

    /** The styles of {@code letter-styles.xml}; the constants' text is the style's id. */
    public enum Style {
        DOCUMENT_NUMBER("DocumentNumber"),
        TITLE("Title"),
        DRAFT("Draft"),
        APPROVAL_NOTICE("ApprovalNotice"),
        ADDRESSEE("Addressee"),
        BODY("BodyText"),
        LAST_BODY("BodyTextLast"),
        HEADING("Heading1"),
        SUBHEADING("Heading2"),
        CLOSING("Closing"),
        KEPT_LINE("KeptLine"),
        ATTACHMENT_NOTE("AttachmentNote"),
        ATTACHMENT_NOTE_NEXT("AttachmentNoteNext"),
        SIGNATURE("Signature"),
        SIGNED_ON("SignedOn"),
        ATTACHMENT_LABEL("AttachmentLabel"),
        ATTACHMENT_TITLE("AttachmentTitle"),
        TABLE_CAPTION("TableCaption"),
        TABLE_CAPTION_WIDE("TableCaptionWide"),
        FINE_PRINT("FinePrint"),
        SECTION_END("SectionEnd"),
        FOOTER("Footer"),
        FOOTER_WIDE("FooterWide"),
        FOOTER_TURNED("FooterTurned"),
        FOOTER_TURNED_ODD("FooterTurnedOdd");

        private final String id;

        Style(String id) {
            this.id = id;
        }

        public String id() {
            return id;
        }
    }

    public LetterSheet(XWPFDocument document, Words words, String code) throws IOException {
        this.document = document;
        this.words = words;
        this.code = code;
        document.setEvenAndOddHeadings(true);
        readStyles();
        addTheme();
    }

    private void readStyles() throws IOException {
        try (InputStream in = resource(STYLES)) {
            document.createStyles().setStyles(StylesDocument.Factory.parse(in).getStyles());
        } catch (XmlException e) {
            throw new IllegalStateException("not a style sheet: " + STYLES, e);
        }
    }

    private void addTheme() throws IOException {
        try {
            PackagePart part =
                    document.getPackage().createPart(PackagingURIHelper.createPartName(THEME_PART), THEME_TYPE);
            try (InputStream in = resource(THEME);
                    OutputStream out = part.getOutputStream()) {
                in.transferTo(out);
            }
            document.getPackagePart()
                    .addRelationship(part.getPartName(), TargetMode.INTERNAL, XWPFRelation.THEME.getRelation());
        } catch (InvalidFormatException e) {
            throw new IllegalStateException("not the name of a part: " + THEME_PART, e);
        }
    }

    private static InputStream resource(String name) {
        InputStream in = LetterSheet.class.getResourceAsStream(name);
        if (in == null) {
            throw new IllegalStateException("missing from the program: " + name);
        }
        return in;
    }

    /** Ends a section: what follows begins on a new page. */
    public void endSection(boolean wide) {
        XWPFParagraph last = document.createParagraph();
        last.setStyle(Style.SECTION_END.id());
        CTPPr properties = last.getCTP().getPPr();
        setUp(properties.addNewSectPr(), wide);
    }

    /** Lets the pages of the section being written count from 1. */
    public void restartPages() {
        restarts = true;
    }

    /** Ends the last section and with it the document. */
    public void endDocument(boolean wide) {
        CTBody body = document.getDocument().getBody();
        setUp(body.isSetSectPr() ? body.getSectPr() : body.addNewSectPr(), wide);
    }

    private void setUp(CTSectPr section, boolean wide) {
        if (wide) {
            wideFooters(section);
        } else {
            footers(section);
        }
        CTPageSz size = section.addNewPgSz();
        size.setW(BigInteger.valueOf(wide ? 16838 : 11906));
        size.setH(BigInteger.valueOf(wide ? 11906 : 16838));
        CTPageMar margins = section.addNewPgMar();
        if (wide) {
            // The page turned to the left: its head lies on the binding side.
            size.setOrient(STPageOrientation.LANDSCAPE);
            margins(margins, 1588, 1474, 1984, 2098);
            margins.setFooter(BigInteger.valueOf(851));
        } else {
            margins(margins, 2098, 1984, 1588, 1474);
            margins.setFooter(BigInteger.valueOf(1304)); // the page number lies 7 mm below the text
        }
        margins.setHeader(BigInteger.valueOf(851));
        margins.setGutter(BigInteger.ZERO);
        if (restarts) {
            section.addNewPgNumType().setStart(BigInteger.ONE);
            restarts = false;
        }
        CTDocGrid grid = section.addNewDocGrid();
        grid.setType(STDocGrid.LINES_AND_CHARS);
        grid.setLinePitch(BigInteger.valueOf(LINE));
        grid.setCharSpace(BigInteger.valueOf(-849)); // 4096ths of a point: 28 characters a line
    }

    private static void margins(CTPageMar margins, int top, int bottom, int left, int right) {
        margins.setTop(BigInteger.valueOf(top));
        margins.setBottom(BigInteger.valueOf(bottom));
        margins.setLeft(BigInteger.valueOf(left));
        margins.setRight(BigInteger.valueOf(right));
    }

    /** Page numbers on the outer side, the verification code on the inner. */
    private void footers(CTSectPr section) {
        String verification = words.text("letter.code", "code", code);
        XWPFHeaderFooterPolicy policy = new XWPFHeaderFooterPolicy(document, section);
        XWPFParagraph odd = footer(policy, XWPFHeaderFooterPolicy.DEFAULT, Style.FOOTER);
        small(odd, verification);
        odd.createRun().addTab();
        pageNumber(odd);
        XWPFParagraph even = footer(policy, XWPFHeaderFooterPolicy.EVEN, Style.FOOTER);
        pageNumber(even);
        even.createRun().addTab();
        small(even, verification);
    }

    /**
     * A page that lies across is bound with its head to the left, and its number stands where the other pages have theirs:
     * turned, in the left margin, at the lower end of odd pages and the upper of even ones.
     */
    private void wideFooters(CTSectPr section) {
        XWPFHeaderFooterPolicy policy = new XWPFHeaderFooterPolicy(document, section);
        for (boolean odd : new boolean[] {true, false}) {
            XWPFParagraph footer = footer(
                    policy, odd ? XWPFHeaderFooterPolicy.DEFAULT : XWPFHeaderFooterPolicy.EVEN, Style.FOOTER_WIDE);
            footer.createRun().addTab();
            small(footer, words.text("letter.code", "code", code));
            turned(footer, odd);
        }
    }

    /** A text box without a frame, read from top to bottom; its place is counted from the corner of the page. */
    private void turned(XWPFParagraph paragraph, boolean odd) {
        String pattern = words.text("letter.page", "page", "\n");
        int at = pattern.indexOf('\n');
        String box = TURNED.replace("{id}", odd ? "1" : "2")
                .replace("{top}", Integer.toString(odd ? LOWER_END : UPPER_END))
                .replace("{style}", (odd ? Style.FOOTER_TURNED_ODD : Style.FOOTER_TURNED).id())
                .replace("{before}", pattern.substring(0, at))
                .replace("{after}", pattern.substring(at + 1));
        try {
            paragraph.getCTP().addNewR().set(CTR.Factory.parse(box));
        } catch (XmlException e) {
            throw new IllegalStateException("not a text box: " + box, e);
        }
    }

    private static XWPFParagraph footer(XWPFHeaderFooterPolicy policy, STHdrFtr.Enum type, Style style) {
        XWPFFooter footer = policy.createFooter(type);
        XWPFParagraph paragraph = footer.getParagraphs().isEmpty()
                ? footer.createParagraph()
                : footer.getParagraphs().get(0);
        paragraph.setStyle(style.id());
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

    /** A paragraph in a style. */
    public void paragraph(Style style, String text) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setStyle(style.id());
        paragraph.createRun().setText(PlainText.shown(text));
    }

    /** A paragraph with one text on the left and one at the style's tab on the right. */
    public void paragraph(Style style, String left, String right) {
        paragraph(style, left, right, "", "");
    }

    /** The same with the end of the right text in a character style of its own. */
    public void paragraph(Style style, String left, String right, String end, String endStyle) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setStyle(style.id());
        paragraph.createRun().setText(PlainText.shown(left));
        paragraph.createRun().addTab();
        paragraph.createRun().setText(PlainText.shown(right));
        if (!end.isEmpty()) {
            XWPFRun run = paragraph.createRun();
            run.setStyle(endStyle);
            run.setText(PlainText.shown(end));
        }
    }

    /**
     * A paragraph that ends so many characters from the right: the one place that no style can know beforehand, because
     * the signature stands centred above the date.
     *
     * @param hundredths of a character
     */
    public void paragraph(Style style, String text, int hundredths) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setStyle(style.id());
        var indentation = paragraph.getCTP().getPPr().addNewInd();
        indentation.setRightChars(BigInteger.valueOf(hundredths));
        indentation.setRight(BigInteger.valueOf(hundredths * 320L / 100));
        paragraph.createRun().setText(PlainText.shown(text));
    }

    public void emptyLine() {
        document.createParagraph();
    }

    /** A table as wide as the text; its head is repeated on every page, no row is torn, a text may have several lines. */
    public void table(LetterTable layout, List<List<String>> rows) {
        List<Column> columns = layout.columns();
        XWPFTable table = document.createTable(rows.size() + 1, columns.size());
        CTTblPr properties = table.getCTTbl().getTblPr();
        (properties.isSetTblLayout() ? properties.getTblLayout() : properties.addNewTblLayout())
                .setType(STTblLayoutType.FIXED);
        table.setWidth(LetterTable.width(layout.wide()));
        table.setCellMargins(0, LetterTable.MARGIN, 0, LetterTable.MARGIN);
        CTTblGrid grid = table.getCTTbl().getTblGrid() == null
                ? table.getCTTbl().addNewTblGrid()
                : table.getCTTbl().getTblGrid();
        while (grid.sizeOfGridColArray() > 0) {
            grid.removeGridCol(0);
        }
        layout.widths().forEach(width -> grid.addNewGridCol().setW(BigInteger.valueOf(width)));
        Size size = layout.size();
        fill(
                table.getRow(0),
                layout,
                columns.stream().map(Column::heading).toList(),
                columns.stream().map(column -> size.style("TableHead")).toList());
        table.getRow(0).setRepeatHeader(true);
        List<String> styles = columns.stream()
                .map(column -> size.style(
                        switch (column.kind()) {
                            case TEXT -> "TableText";
                            case CENTRED -> "TableCentred";
                            case NUMBER -> "TableNumber";
                        }))
                .toList();
        for (int i = 0; i < rows.size(); i++) {
            fill(table.getRow(i + 1), layout, rows.get(i), styles);
        }
    }

    private static void fill(XWPFTableRow row, LetterTable layout, List<String> texts, List<String> styles) {
        row.setCantSplitRow(true);
        for (int i = 0; i < texts.size(); i++) {
            XWPFTableCell cell = row.getCell(i);
            cell.setWidth(Integer.toString(layout.widths().get(i)));
            cell.setVerticalAlignment(XWPFTableCell.XWPFVertAlign.CENTER);
            List<String> lines = texts.get(i).lines().toList();
            for (int line = 0; line < Math.max(1, lines.size()); line++) {
                XWPFParagraph paragraph = line == 0 ? cell.getParagraphs().get(0) : cell.addParagraph();
                paragraph.setStyle(styles.get(i));
                paragraph.createRun().setText(lines.isEmpty() ? "" : PlainText.shown(lines.get(line)));
            }
        }
    }
}
