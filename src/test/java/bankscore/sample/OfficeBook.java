package bankscore.sample;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ooxml.POIXMLProperties.CoreProperties;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A workbook as one office sends it: its fonts, its author, and nothing that depends on when or where it was made. */
final class OfficeBook implements AutoCloseable {
    /** What an office is used to. */
    enum House {
        CENTRAL_BANK("方正小标宋简体", "黑体", "仿宋", false, "统计科"),
        TAX_BUREAU("黑体", "黑体", "宋体", true, "收入核算科"),
        DATA_BUREAU("微软雅黑", "微软雅黑", "微软雅黑", true, "平台运营科"),
        FINANCE_BUREAU("方正小标宋简体", "黑体", "仿宋_GB2312", false, "国库科"),
        TREASURY_CENTRE("宋体", "宋体", "宋体", true, "综合科"),
        REGULATOR("黑体", "楷体", "仿宋", false, "监管二科"),
        ENVIRONMENT("黑体", "黑体", "宋体", true, "污染防治科"),
        COMMERCE("方正小标宋简体", "黑体", "仿宋", false, "外贸发展科"),
        AGRICULTURE("黑体", "宋体", "宋体", false, "农业保险办公室"),
        CIVIL_AFFAIRS("宋体", "黑体", "仿宋", true, "社会救助科"),
        INSURER("微软雅黑", "微软雅黑", "微软雅黑", true, "承保管理部");

        private final String titleFont;
        private final String headFont;
        private final String bodyFont;
        private final boolean greyHead;
        private final String author;

        House(String titleFont, String headFont, String bodyFont, boolean greyHead, String author) {
            this.titleFont = titleFont;
            this.headFont = headFont;
            this.bodyFont = bodyFont;
            this.greyHead = greyHead;
            this.author = author;
        }
    }

    /** The parts of a form that look alike. */
    enum Part {
        TITLE,
        LINE,
        UNIT,
        HEAD,
        BODY,
        TOTAL,
        FOOT
    }

    private record Look(Part part, SampleColumn.Shape shape) {}

    private final XSSFWorkbook workbook = new XSSFWorkbook();
    private final Map<Look, CellStyle> styles = new HashMap<>();
    private final House house;
    private final LocalDate made;

    private OfficeBook(House house, LocalDate made) {
        this.house = house;
        this.made = made;
    }

    /** Makes a workbook and writes it. */
    static void write(Path file, House house, LocalDate made, Consumer<OfficeBook> content) throws IOException {
        try (OfficeBook book = new OfficeBook(house, made)) {
            content.accept(book);
            book.save(file);
        }
    }

    XSSFWorkbook workbook() {
        return workbook;
    }

    CellStyle style(Part part, SampleColumn.Shape shape) {
        return styles.computeIfAbsent(new Look(part, shape), this::newStyle);
    }

    private CellStyle newStyle(Look look) {
        CellStyle style = workbook.createCellStyle();
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        switch (look.part) {
            case TITLE -> dress(style, house.titleFont, 18, false, HorizontalAlignment.CENTER);
            case LINE -> dress(style, house.bodyFont, 11, false, HorizontalAlignment.LEFT);
            case UNIT -> dress(style, house.bodyFont, 11, false, HorizontalAlignment.RIGHT);
            case FOOT -> dress(style, house.bodyFont, 11, false, HorizontalAlignment.LEFT);
            case HEAD -> {
                dress(style, house.headFont, 11, true, HorizontalAlignment.CENTER);
                border(style);
                style.setWrapText(true);
                if (house.greyHead) {
                    style.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
                    style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
                }
            }
            case BODY, TOTAL -> {
                dress(style, house.bodyFont, 11, look.part == Part.TOTAL, alignment(look.shape));
                border(style);
                style.setDataFormat(workbook.createDataFormat().getFormat(look.shape.format()));
            }
        }
        return style;
    }

    private void dress(CellStyle style, String fontName, int points, boolean bold, HorizontalAlignment alignment) {
        Font font = workbook.createFont();
        font.setFontName(fontName);
        font.setFontHeightInPoints((short) points);
        font.setBold(bold);
        style.setFont(font);
        style.setAlignment(alignment);
    }

    private static void border(CellStyle style) {
        style.setBorderTop(BorderStyle.THIN);
        style.setBorderBottom(BorderStyle.THIN);
        style.setBorderLeft(BorderStyle.THIN);
        style.setBorderRight(BorderStyle.THIN);
    }

    private static HorizontalAlignment alignment(SampleColumn.Shape shape) {
        return switch (shape) {
            case TEXT -> HorizontalAlignment.LEFT;
            case AMOUNT, AMOUNT_IN_YI, COUNT, PERCENT -> HorizontalAlignment.RIGHT;
            case CENTRED, RATING, DATE, DAY -> HorizontalAlignment.CENTER;
        };
    }

    /** Writes the workbook; its folders are made. The same content gives the same bytes. */
    private void save(Path file) throws IOException {
        CoreProperties properties = workbook.getProperties().getCoreProperties();
        Optional<Date> moment =
                Optional.of(Date.from(made.atTime(LocalTime.of(9, 30)).toInstant(ZoneOffset.ofHours(8))));
        properties.setCreator(house.author);
        properties.setLastModifiedByUser(house.author);
        properties.setCreated(moment);
        properties.setModified(moment);
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        workbook.write(written);
        Files.createDirectories(file.toAbsolutePath().getParent());
        try (OutputStream out = Files.newOutputStream(file)) {
            packAgain(written.toByteArray(), out);
        }
    }

    /** Gives every part of the archive the same time: the library takes the clock's. */
    private void packAgain(byte[] archive, OutputStream out) throws IOException {
        try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(archive));
                ZipOutputStream to = new ZipOutputStream(out)) {
            for (ZipEntry part = from.getNextEntry(); part != null; part = from.getNextEntry()) {
                ZipEntry same = new ZipEntry(part.getName());
                same.setTimeLocal(made.atTime(9, 30));
                to.putNextEntry(same);
                from.transferTo(to);
                to.closeEntry();
            }
        }
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }
}
