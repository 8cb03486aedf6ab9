package bankscore.paper.workbook;

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

/** The styles of one book, each made once, in the faces of its fonts. */
public final class CellStyles {

    private static final byte[] LIGHT_GREY = {(byte) 0xFF, (byte) 0xE7, (byte) 0xE6, (byte) 0xE6};

    /** As wide as a parenthesis. */
    private static final String OFF_BORDER = "_)";

    private final XSSFWorkbook workbook;
    private final Fonts fonts;
    private final Map<CellLook, XSSFCellStyle> styles = new HashMap<>();
    private final Map<CellLook, XSSFFont> made = new HashMap<>();

    public CellStyles(XSSFWorkbook workbook, Fonts fonts) {
        this.workbook = workbook;
        this.fonts = fonts;
        // Column widths are counted in digits of this font; in its Chinese face a digit is half a character wide.
        XSSFFont standard = workbook.getFontAt(0);
        standard.setFontName(fonts.body());
        standard.setFontHeightInPoints((short) CellLook.TEXT.points());
    }

    /** The faces all cells of the book share. */
    public Fonts fonts() {
        return fonts;
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
            style.setDataFormat(workbook.createDataFormat().getFormat(format(look)));
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

    /** Numbers stand off the border by a blank of their format: LibreOffice forgets an indent behind merged cells. */
    private static String format(CellLook look) {
        boolean off = look.border() && look.side() == CellLook.Side.RIGHT;
        return off ? look.format().replace(";", OFF_BORDER + ";") + OFF_BORDER : look.format();
    }

    private XSSFFont font(CellLook look) {
        CellLook key = new CellLook(look.face(), look.points(), look.bold(), CellLook.Side.LEFT, "", false, false);
        return made.computeIfAbsent(key, wanted -> {
            XSSFFont font = workbook.createFont();
            font.setFontName(fonts.name(wanted.face()));
            font.setFontHeightInPoints((short) wanted.points());
            font.setBold(wanted.bold());
            return font;
        });
    }
}
