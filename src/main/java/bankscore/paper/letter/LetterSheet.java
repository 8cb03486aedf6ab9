package bankscore.paper.letter;

import bankscore.finding.Words;
import bankscore.paper.letter.LetterTable.Beside;
import bankscore.paper.letter.LetterTable.Name;
import bankscore.sheet.PlainText;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRelation;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.xmlbeans.XmlException;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBody;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTDocGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STDocGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.StylesDocument;

/**
 * An official letter's paper: page, named styles, footers, paragraphs and tables after GB/T 9704-2012.
 *
 * <p>How a paragraph looks is told by its style alone, and all styles stand in {@code templates/letter-styles.xml}, so that
 * the office can restyle the letter and a later form of it can keep them; directly stands only what has to stay on one page.
 */
public final class LetterSheet {

    private static final String STYLES = "/templates/letter-styles.xml";
    private static final String THEME = "/templates/letter-theme.xml";
    private static final String THEME_PART = "/word/theme/theme1.xml";
    private static final String THEME_TYPE = "application/vnd.openxmlformats-officedocument.theme+xml";

    /** Size and line of the style of notes below a table, in half points and twips. */
    private static final int NOTE_SIZE = 18;

    private static final int NOTE_LINE = 260;

    private final XWPFDocument document;
    private final Words words;
    private final String code;

    /** The styles of {@code letter-styles.xml}; the constants' text is the style's id. */
    public enum Style {
        DOCUMENT_NUMBER("DocumentNumber"),
        TITLE("Title"),
        DRAFT("Draft"),
        APPROVAL_NOTICE("ApprovalNotice"),
        ADDRESSEE("Addressee"),
        BODY("BodyText"),
        HEADING("Heading1"),
        CLOSING("Closing"),
        KEPT_LINE("KeptLine"),
        ATTACHMENT_NOTE_ONLY("AttachmentNoteOnly"),
        ATTACHMENT_NOTE("AttachmentNote"),
        ATTACHMENT_NOTE_NEXT("AttachmentNoteNext"),
        SIGNATURE("Signature"),
        SIGNED_ON("SignedOn"),
        ATTACHMENT_LABEL("AttachmentLabel"),
        ATTACHMENT_TITLE("AttachmentTitle"),
        TABLE_NOTE("TableNote"),
        PAGE_BREAK("PageBreak"),
        FINE_PRINT("FinePrint"),
        SECTION_END("SectionEnd");

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

    /** Ends the last section and with it the document. */
    public void endDocument(boolean wide) {
        CTBody body = document.getDocument().getBody();
        setUp(body.isSetSectPr() ? body.getSectPr() : body.addNewSectPr(), wide);
    }

    private void setUp(CTSectPr section, boolean wide) {
        LetterFooters footers = new LetterFooters(document, section, words, code);
        if (wide) {
            footers.across();
        } else {
            footers.upright();
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
        CTDocGrid grid = section.addNewDocGrid();
        grid.setType(STDocGrid.LINES_AND_CHARS);
        grid.setLinePitch(BigInteger.valueOf(LetterTable.LINE));
        grid.setCharSpace(BigInteger.valueOf(-849)); // 4096ths of a point: 28 characters a line
    }

    private static void margins(CTPageMar margins, int top, int bottom, int left, int right) {
        margins.setTop(BigInteger.valueOf(top));
        margins.setBottom(BigInteger.valueOf(bottom));
        margins.setLeft(BigInteger.valueOf(left));
        margins.setRight(BigInteger.valueOf(right));
    }

    /** A paragraph in a style. */
    public void paragraph(Style style, String text) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setStyle(style.id());
        paragraph.createRun().setText(PlainText.shown(text));
    }

    /** Keeps the last paragraph in one piece and on one page with what follows. */
    public void keepLast() {
        XWPFParagraph last =
                document.getParagraphs().get(document.getParagraphs().size() - 1);
        last.setKeepNext(true);
        CTPPr properties = last.getCTP().getPPr();
        if (!properties.isSetKeepLines()) {
            properties.addNewKeepLines();
        }
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

    /** A table amid the text; a text may have several lines. */
    public void table(LetterTable layout, List<List<String>> rows) {
        new TableWriter(layout, layout.rowHeight(rows.size()), false).write(document, Optional.empty(), rows);
    }

    /** A small table amid the text that stays on one page. */
    public void table(LetterTable layout, Name name, List<List<String>> rows) {
        new TableWriter(layout, layout.rowHeight(rows.size()), true).write(document, Optional.of(name), rows);
    }

    /**
     * A table over as many pages as it needs, from the top of a page or below the title of an annex; each page says what it
     * is of.
     *
     * @param closing how many rows at the end are sums, which do not stand alone
     * @param notes what stands below it
     */
    public void pages(
            LetterTable layout, Name name, List<List<String>> rows, int closing, boolean titled, List<String> notes) {
        int below = notes.stream()
                .mapToInt(note -> LetterTable.lines(note, LetterTable.width(layout.wide()), NOTE_SIZE) * NOTE_LINE)
                .sum();
        TableWriter writer = new TableWriter(layout, layout.rowHeight(rows.size()), false);
        int from = 0;
        for (int count : layout.pages(rows, closing, new Beside(titled, below))) {
            boolean first = from == 0;
            if (!first || !titled) {
                paragraph(Style.PAGE_BREAK, "");
            }
            writer.write(
                    document,
                    Optional.of(first ? name : new Name(name.next(), name.next(), name.unit())),
                    rows.subList(from, from + count));
            from += count;
        }
        notes.forEach(note -> paragraph(Style.TABLE_NOTE, note));
    }
}
