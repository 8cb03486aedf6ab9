package bankscore.paper.workbook;

import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;

/** A style of a plain workbook, made step by step: 宋体, which every office has. */
public final class PlainStyle {

    private final Font font;
    private final CellStyle style;

    public PlainStyle(Workbook book, int points) {
        font = book.createFont();
        font.setFontName("宋体");
        font.setFontHeightInPoints((short) points);
        style = book.createCellStyle();
        style.setFont(font);
    }

    public PlainStyle bold() {
        font.setBold(true);
        return this;
    }

    public PlainStyle coloured(IndexedColors colour) {
        font.setColor(colour.getIndex());
        return this;
    }

    public PlainStyle wrapped(boolean wrap) {
        style.setWrapText(wrap);
        return this;
    }

    public PlainStyle leaning(HorizontalAlignment side) {
        style.setAlignment(side);
        return this;
    }

    /** In the middle of the row. */
    public PlainStyle middle() {
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        return this;
    }

    public PlainStyle filled(IndexedColors ground) {
        style.setFillForegroundColor(ground.getIndex());
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        return this;
    }

    /** Thin lines on all sides. */
    public PlainStyle bordered() {
        return bordered(BorderStyle.THIN);
    }

    /** Thin lines on all sides but above. */
    public PlainStyle bordered(BorderStyle above) {
        style.setBorderBottom(BorderStyle.THIN);
        style.setBorderLeft(BorderStyle.THIN);
        style.setBorderRight(BorderStyle.THIN);
        style.setBorderTop(above);
        return this;
    }

    public CellStyle style() {
        return style;
    }
}
