package bankscore.paper.letter;

import bankscore.finding.Words;
import org.apache.poi.xwpf.model.XWPFHeaderFooterPolicy;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFooter;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.xmlbeans.XmlException;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTR;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STHdrFtr;

/** Page numbers on the outer side of a letter's pages, the verification code on the inner (GB/T 9704-2012, 7.5 and 8). */
final class LetterFooters {

    // In 360,000ths of a centimetre: what stands 7 mm below the text of an upright page is as far left of it here, one
    // character from the ends of the text's lines.
    private static final int UPPER_END = 1_008_000 + 177_800;
    private static final int LOWER_END = 7_560_000 - 936_000 - 177_800 - 1_080_000;
    private static final int UNITS_OF_A_POINT = 12_700;

    /** Twice the same box: programs that do not know the one of today find the one that Word wrote before 2010. */
    private static final String TURNED = """
            <xml-fragment xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
             xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
             xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
             xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
             xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
             xmlns:v="urn:schemas-microsoft-com:vml"
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
            ><wps:txbx>{content}</wps:txbx
            ><wps:bodyPr vert="vert" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"><a:noAutofit
            /></wps:bodyPr></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice
            ><mc:Fallback><w:pict><v:rect id="PageNumber{id}" style="position:absolute;margin-left:59.53pt;\
            margin-top:{topPoints}pt;width:22.68pt;height:85.04pt;z-index:{id};mso-position-horizontal-relative:page;\
            mso-position-vertical-relative:page;v-text-anchor:middle" filled="f" stroked="f"
            ><v:textbox style="layout-flow:vertical" inset="0,0,0,0">{content}</v:textbox></v:rect></w:pict
            ></mc:Fallback></mc:AlternateContent></xml-fragment>""";

    private static final String CONTENT = """
            <w:txbxContent><w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r
            ><w:t xml:space="preserve">{before}</w:t></w:r><w:fldSimple w:instr="PAGE"/><w:r
            ><w:t xml:space="preserve">{after}</w:t></w:r></w:p></w:txbxContent>""";

    private final XWPFHeaderFooterPolicy policy;
    private final Words words;
    private final String verification;

    LetterFooters(XWPFDocument document, CTSectPr section, Words words, String code) {
        this.policy = new XWPFHeaderFooterPolicy(document, section);
        this.words = words;
        // A paper that states no result has none.
        this.verification = code.isEmpty() ? "" : words.text("letter.code", "code", code);
    }

    void upright() {
        XWPFParagraph odd = footer(XWPFHeaderFooterPolicy.DEFAULT, "Footer");
        small(odd);
        odd.createRun().addTab();
        pageNumber(odd);
        XWPFParagraph even = footer(XWPFHeaderFooterPolicy.EVEN, "Footer");
        pageNumber(even);
        even.createRun().addTab();
        small(even);
    }

    /**
     * A page that lies across is bound with its head to the left, and its number stands where the other pages have theirs:
     * turned, in the left margin, at the lower end of odd pages and the upper of even ones.
     */
    void across() {
        for (boolean odd : new boolean[] {true, false}) {
            XWPFParagraph footer =
                    footer(odd ? XWPFHeaderFooterPolicy.DEFAULT : XWPFHeaderFooterPolicy.EVEN, "FooterWide");
            footer.createRun().addTab();
            small(footer);
            turned(footer, odd);
        }
    }

    /** A text box without a frame, read from top to bottom; its place is counted from the corner of the page. */
    private void turned(XWPFParagraph paragraph, boolean odd) {
        String pattern = words.text("letter.page", "page", "\n");
        int at = pattern.indexOf('\n');
        int top = odd ? LOWER_END : UPPER_END;
        String content = CONTENT.replace("{style}", odd ? "FooterTurnedOdd" : "FooterTurned")
                .replace("{before}", pattern.substring(0, at))
                .replace("{after}", pattern.substring(at + 1));
        String box = TURNED.replace("{id}", odd ? "1" : "2")
                .replace("{topPoints}", Integer.toString(top / UNITS_OF_A_POINT))
                .replace("{top}", Integer.toString(top))
                .replace("{content}", content);
        try {
            paragraph.getCTP().addNewR().set(CTR.Factory.parse(box));
        } catch (XmlException e) {
            throw new IllegalStateException("not a text box: " + box, e);
        }
    }

    private XWPFParagraph footer(STHdrFtr.Enum type, String style) {
        XWPFFooter footer = policy.createFooter(type);
        XWPFParagraph paragraph = footer.getParagraphs().isEmpty()
                ? footer.createParagraph()
                : footer.getParagraphs().get(0);
        paragraph.setStyle(style);
        return paragraph;
    }

    private void small(XWPFParagraph paragraph) {
        XWPFRun run = paragraph.createRun();
        run.setStyle("VerificationCode");
        run.setText(verification);
    }

    private void pageNumber(XWPFParagraph paragraph) {
        String pattern = words.text("letter.page", "page", "\n");
        int at = pattern.indexOf('\n');
        paragraph.createRun().setText(pattern.substring(0, at));
        paragraph.getCTP().addNewFldSimple().setInstr("PAGE");
        paragraph.createRun().setText(pattern.substring(at + 1));
    }
}
