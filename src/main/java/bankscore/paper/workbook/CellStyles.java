package bankscore.paper.workbook;

import bankscore.finding.Words;
import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * The styles of one book, each made once.
 *
 * <p>The faces are those of a profile, 通用 or 公文; profile and names stand in the words under {@code book.font*} and
 * nowhere else.
 */
public final class CellStyles {

    private static final byte[] LIGHT_GREY = {(byte) 0xE7, (byte) 0xE6, (byte) 0xE6};

    private final XSSFWorkbook workbook;
    private final Words words;
    private final Map<CellLook, XSSFCellStyle> styles = new HashMap<>();
    private final Map<CellLook, XSSFFont> fonts = new HashMap<>();

    public CellStyles(XSSFWorkbook workbook, Words words) {
        this.workbook = workbook;
        this.words = words;
        // Column widths are counted in digits of this font; in its Chinese face a digit is half a character wide.
        XSSFFont standard = workbook.getFontAt(0);
        standard.setFontName(name(CellLook.Face.BODY));
        standard.setFontHeightInPoints((short) CellLook.TEXT.points());
    }

    String name(CellLook.Face face) {
        String profile = "book.font." + words.text("book.fonts") + ".";
        return switch (face) {
            case HEADING -> words.text(profile + "heading");
            case BODY -> words.text(profile + "body");
            case NOTE -> words.text(profile + "note");
        };
    }

    XSSFCellStyle of(CellLook look) {
        return styles.computeIfAbsent(look, this::make);
    }

    private XSSFCellStyle make(CellLook look) {
        XSSFCellStyle style = workbook.createCellStyle();
        style.setFont(font(look));
        style.setWrapText(look.format().isEmpty());
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        style.setAlignment(
                switch (look.side()) {
                    case LEFT -> HorizontalAlignment.LEFT;
                    case CENTER -> HorizontalAlignment.CENTER;
                    case RIGHT -> HorizontalAlignment.RIGHT;
                });
        if (!look.format().isEmpty()) {
            style.setDataFormat(workbook.createDataFormat().getFormat(look.format()));
        }
        if (look.border()) {
            style.setBorderTop(BorderStyle.THIN);
            style.setBorderBottom(BorderStyle.THIN);
            style.setBorderLeft(BorderStyle.THIN);
            style.setBorderRight(BorderStyle.THIN);
            if (look.side() == CellLook.Side.LEFT) {
                style.setIndention((short) 1);
            }
        }
        if (look.grey()) {
            style.setFillForegroundColor(new XSSFColor(LIGHT_GREY, null));
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        }
        return style;
    }

    private XSSFFont font(CellLook look) {
        CellLook key = new CellLook(look.face(), look.points(), look.bold(), CellLook.Side.LEFT, "", false, false);
        return fonts.computeIfAbsent(key, wanted -> {
            XSSFFont font = workbook.createFont();
            font.setFontName(name(wanted.face()));
            font.setFontHeightInPoints((short) wanted.points());
            font.setBold(wanted.bold());
            return font;
        });
    }
}
