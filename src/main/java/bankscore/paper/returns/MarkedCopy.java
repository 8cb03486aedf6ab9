package bankscore.paper.returns;

import bankscore.finding.Level;
import bankscore.finding.PrintedFinding;
import bankscore.finding.Words;
import bankscore.paper.NewDocuments;
import bankscore.paper.workbook.CellText;
import bankscore.paper.workbook.PlainStyle;
import bankscore.sheet.Cell;
import bankscore.sheet.CellRef;
import bankscore.sheet.CellValue;
import bankscore.sheet.PlainText;
import bankscore.sheet.SheetRow;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.CreationHelper;
import org.apache.poi.ss.usermodel.Drawing;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Hyperlink;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.util.Units;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.jspecify.annotations.Nullable;

/**
 * The marked copy (退回单) of a sender's workbook: its values at their own addresses, the cells with findings coloured and
 * commented, and a first sheet that lists them with links.
 *
 * <p>It is made from values alone, so that no formula, link or macro of the sender can come along. Give the sheets and
 * their rows in order; memory holds a few rows.
 */
public final class MarkedCopy implements AutoCloseable {

    private static final int ROWS_IN_MEMORY = 200;
    private static final int MOST_COMMENTS = 1000;
    private static final int MOST_LISTED = 5000;
    private static final int MOST_WIDTHS = 200;
    private static final int WIDEST = 40;
    private static final int COMMENT_PIXELS = 90;
    private static final String[] HEADS = {
        "level", "sheet", "cell", "bank", "column", "found", "expected", "action", "code"
    };
    private static final int[] WIDTHS = {6, 12, 9, 20, 16, 34, 30, 36, 7};

    private final Words words;
    private final List<PrintedFinding> findings;
    private final SXSSFWorkbook book = new SXSSFWorkbook(NewDocuments.workbook(), ROWS_IN_MEMORY, false, false);
    private final Map<String, String> sheetNames = new LinkedHashMap<>();
    private final Set<String> taken = new HashSet<>();
    private final Styles styles;
    private int comments;
    private @Nullable Copied open;

    /**
     * Begins a copy.
     *
     * @param file the sender's file, as findings name it
     * @param sheets the names of the sheets that will be given, in order
     * @param all the findings, of which those of the file are shown
     */
    public MarkedCopy(String file, List<String> sheets, List<PrintedFinding> all, Words words) {
        this.words = words;
        this.findings = all.stream()
                .filter(finding -> finding.place().file().equals(file))
                .sorted(Comparator.comparing(PrintedFinding::level))
                .toList();
        this.styles = new Styles();
        String list = unique(words.text("copy.sheet"));
        for (String sheet : sheets) {
            sheetNames.put(sheet, unique(safe(sheet)));
        }
        list(file, book.createSheet(list));
    }

    private static String safe(String sheet) {
        String shown = PlainText.shown(sheet, "", "_");
        return WorkbookUtil.createSafeSheetName(CellText.plain(shown.isEmpty() ? "Sheet" : shown));
    }

    private String unique(String name) {
        String free = name;
        for (int number = 2; !taken.add(free.toLowerCase(Locale.ROOT)); number++) {
            String end = "_" + number;
            free = name.substring(0, Math.min(name.length(), 31 - end.length())) + end;
        }
        return free;
    }

    private void list(String file, Sheet sheet) {
        for (int i = 0; i < WIDTHS.length; i++) {
            sheet.setColumnWidth(i, WIDTHS[i] * 256);
        }
        text(sheet, 0, words.text("copy.title", "file", file), styles.title);
        text(sheet, 1, ProblemList.counts("list.counts", findings, words), styles.plain);
        text(sheet, 2, words.text("copy.note"), styles.plain);
        Row head = sheet.createRow(3);
        for (int i = 0; i < HEADS.length; i++) {
            cell(head, i, words.text("list.head." + HEADS[i]), styles.head);
        }
        int at = 4;
        for (PrintedFinding finding : findings.subList(0, Math.min(MOST_LISTED, findings.size()))) {
            line(sheet.createRow(at++), finding);
        }
        if (findings.size() > MOST_LISTED) {
            text(sheet, at, words.text("cli.more", "more", findings.size() - MOST_LISTED), styles.plain);
        }
        sheet.createFreezePane(0, 4);
        sheet.setRepeatingRows(new CellRangeAddress(3, 3, -1, -1));
        ProblemList.printOnOnePageWidth(sheet);
    }

    private static void text(Sheet sheet, int row, String text, CellStyle style) {
        cell(sheet.createRow(row), 0, text, style);
        sheet.addMergedRegion(new CellRangeAddress(row, row, 0, HEADS.length - 1));
    }

    private static org.apache.poi.ss.usermodel.Cell cell(Row row, int column, String text, CellStyle style) {
        org.apache.poi.ss.usermodel.Cell cell = row.createCell(column);
        cell.setCellValue(CellText.escaped(text));
        cell.setCellStyle(style);
        return cell;
    }

    private void line(Row row, PrintedFinding finding) {
        String[] texts = {
            words.text("level." + finding.level().name()),
            finding.place().sheet(),
            finding.place().cell(),
            finding.subject(),
            finding.column(),
            finding.found(),
            finding.expected(),
            finding.action(),
            finding.code().name()
        };
        int lines = 1;
        for (int i = 0; i < texts.length; i++) {
            CellStyle style = i == 0 ? styles.marked("text", finding.level()) : styles.listed;
            cell(row, i, texts[i], style);
            lines = Math.max(lines, (width(texts[i]) + WIDTHS[i] - 1) / WIDTHS[i]);
        }
        row.setHeightInPoints(Math.min(400, lines * 14 + 4));
        String sheet = sheetNames.get(finding.place().sheet());
        if (sheet != null && !finding.place().cell().isEmpty()) {
            Hyperlink link = book.getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
            link.setAddress("'" + sheet.replace("'", "''") + "'!"
                    + finding.place().cell().replaceAll(":.*", ""));
            row.getCell(2).setHyperlink(link);
            row.getCell(2).setCellStyle(styles.link);
        }
    }

    /** How many half-width characters a text is wide. */
    private static int width(String text) {
        return text.codePoints().map(point -> point < 0x2000 ? 1 : 2).sum();
    }

    /** Begins the next sheet. */
    public void sheet(String name) {
        endSheet();
        open = new Copied(name, book.createSheet(sheetNames.getOrDefault(name, unique("Sheet"))));
    }

    /** Copies the next row of the sheet begun last. */
    public void row(SheetRow row) {
        if (open != null) {
            open.copy(row);
        }
    }

    private void endSheet() {
        if (open != null) {
            open.end();
            open = null;
        }
    }

    /** Ends the copy and writes it. */
    public void write(Path file) throws IOException {
        endSheet();
        try (OutputStream out = Files.newOutputStream(file)) {
            book.write(out);
        }
    }

    @Override
    public void close() throws IOException {
        book.close();
    }

    /** One sheet while it is copied. */
    private final class Copied {

        private final SXSSFSheet sheet;
        private final TreeMap<Integer, TreeMap<Integer, List<PrintedFinding>>> marks = new TreeMap<>();
        private final Map<Integer, Integer> widths = new TreeMap<>();
        private @Nullable Drawing<?> drawing;

        Copied(String name, SXSSFSheet sheet) {
            this.sheet = sheet;
            ProblemList.printOnOnePageWidth(sheet);
            for (PrintedFinding finding : findings) {
                if (finding.place().sheet().equals(name)) {
                    parse(finding.place().cell(), finding);
                }
            }
        }

        private void parse(String cell, PrintedFinding finding) {
            String first = cell.replaceAll(":.*", "");
            String letters = first.replaceAll("[^A-Z]", "");
            String digits = first.replaceAll("[^0-9]", "");
            if (!letters.isEmpty() && letters.length() <= 3 && !digits.isEmpty() && digits.length() <= 7) {
                int column = letters.chars().reduce(0, (sum, each) -> sum * 26 + each - 'A' + 1) - 1;
                marks.computeIfAbsent(Integer.parseInt(digits) - 1, row -> new TreeMap<>())
                        .computeIfAbsent(column, at -> new ArrayList<>())
                        .add(finding);
            }
        }

        void copy(SheetRow row) {
            emptyRowsBefore(row.index());
            Map<Integer, List<PrintedFinding>> marked = marks.getOrDefault(row.index(), new TreeMap<>());
            marks.remove(row.index());
            Row copy = sheet.createRow(row.index());
            for (Cell cell : row.cells()) {
                write(
                        copy,
                        cell.at(),
                        cell.value(),
                        marked.getOrDefault(cell.at().column(), List.of()));
            }
            Set<Integer> filled = new HashSet<>();
            row.cells().forEach(cell -> filled.add(cell.at().column()));
            marked.forEach((column, found) -> {
                if (!filled.contains(column)) {
                    mark(copy.createCell(column), "text", found);
                }
            });
        }

        /** Cells to be filled in may stand in rows that hold nothing. */
        private void emptyRowsBefore(int index) {
            while (!marks.isEmpty() && marks.firstKey() < index) {
                Map.Entry<Integer, TreeMap<Integer, List<PrintedFinding>>> first = marks.pollFirstEntry();
                Row row = sheet.getRow(first.getKey());
                if (row == null && first.getKey() > sheet.getLastRowNum()) {
                    Row added = sheet.createRow(first.getKey());
                    first.getValue().forEach((column, found) -> mark(added.createCell(column), "text", found));
                }
            }
        }

        private void write(Row copy, CellRef at, CellValue value, List<PrintedFinding> found) {
            org.apache.poi.ss.usermodel.Cell cell = copy.createCell(at.column());
            String look = "text";
            if (value instanceof CellValue.Numeric number) {
                cell.setCellValue(number.value().doubleValue());
                look = number.percent() ? "percent" : "number";
            } else if (value instanceof CellValue.Day day) {
                cell.setCellValue(day.date());
                look = "date";
            } else if (value instanceof CellValue.Truth truth) {
                cell.setCellValue(truth.value());
            } else if (value instanceof CellValue.Text text) {
                cell.setCellValue(CellText.escaped(text.text()));
                int lines = (int) text.text().lines().count();
                if (lines > 1) {
                    look = "lines";
                    copy.setHeightInPoints(Math.min(400, Math.max(copy.getHeightInPoints(), lines * 15)));
                }
            } else {
                cell.setCellValue(CellText.escaped(value.shown()));
            }
            if (at.row() < ROWS_IN_MEMORY && width(value.shown()) < WIDEST) {
                widths.merge(at.column(), width(value.shown()) + 3, Math::max);
            }
            if (found.isEmpty()) {
                cell.setCellStyle(styles.plain(look));
            } else {
                mark(cell, look, found);
            }
        }

        private void mark(org.apache.poi.ss.usermodel.Cell cell, String look, List<PrintedFinding> found) {
            Level gravest = found.stream()
                    .map(PrintedFinding::level)
                    .min(Comparator.naturalOrder())
                    .orElse(Level.HINT);
            cell.setCellStyle(styles.marked(look, gravest));
            if (comments >= MOST_COMMENTS) {
                return;
            }
            comments++;
            StringBuilder text = new StringBuilder();
            for (PrintedFinding finding : found) {
                text.append(text.isEmpty() ? "" : "\n")
                        .append(words.text(
                                "copy.comment",
                                "level",
                                words.text("level." + finding.level().name()),
                                "message",
                                finding.message(),
                                "code",
                                finding.code().name()));
            }
            Drawing<?> drawn = drawing == null ? sheet.createDrawingPatriarch() : drawing;
            drawing = drawn;
            CreationHelper helper = book.getCreationHelper();
            ClientAnchor anchor = helper.createClientAnchor();
            int lastColumn = SpreadsheetVersion.EXCEL2007.getLastColumnIndex();
            int lastRow = SpreadsheetVersion.EXCEL2007.getLastRowIndex();
            // POI takes the cell from the anchor's corner; the box begins to the right of what is written there.
            anchor.setCol1(cell.getColumnIndex());
            anchor.setDx1(Units.pixelToEMU(COMMENT_PIXELS));
            anchor.setCol2(Math.min(cell.getColumnIndex() + 5, lastColumn));
            anchor.setRow1(cell.getRowIndex());
            anchor.setRow2(Math.min(cell.getRowIndex() + 7, lastRow));
            Comment comment = drawn.createCellComment(anchor);
            comment.setString(helper.createRichTextString(CellText.plain(text.toString())));
            comment.setAuthor("bankscore");
            cell.setCellComment(comment);
        }

        void end() {
            emptyRowsBefore(Integer.MAX_VALUE);
            // For each column POI goes through all of them.
            widths.entrySet().stream()
                    .limit(MOST_WIDTHS)
                    .forEach(each -> sheet.setColumnWidth(each.getKey(), Math.max(each.getValue(), 9) * 256));
        }
    }

    /** The looks of the copy: by what a cell holds, and by how grave its findings are. */
    private final class Styles {

        private final CellStyle title = plain(14).bold().style();
        private final CellStyle plain = plain(10).style();
        private final CellStyle head = plain(10)
                .bold()
                .filled(IndexedColors.GREY_25_PERCENT)
                .bordered()
                .style();
        private final CellStyle listed = plain(10).bordered().style();
        private final CellStyle link = plain(10).bordered().style();
        private final Map<String, CellStyle> looks = new HashMap<>();

        Styles() {
            Font blue = book.createFont();
            blue.setColor(IndexedColors.BLUE.getIndex());
            blue.setUnderline(Font.U_SINGLE);
            link.setFont(blue);
        }

        CellStyle plain(String look) {
            return looks.computeIfAbsent(look, key -> formatted(plain(11), look).style());
        }

        CellStyle marked(String look, Level level) {
            return looks.computeIfAbsent(
                    look + level,
                    key -> formatted(plain(11).filled(ground(level)), look)
                            .bordered()
                            .style());
        }

        private static IndexedColors ground(Level level) {
            return switch (level) {
                case ERROR -> IndexedColors.ROSE;
                case REVIEW -> IndexedColors.LIGHT_YELLOW;
                case HINT -> IndexedColors.PALE_BLUE;
            };
        }

        private PlainStyle formatted(PlainStyle style, String look) {
            if (look.equals("date")) {
                style.style().setDataFormat(book.createDataFormat().getFormat("yyyy-mm-dd"));
            } else if (look.equals("percent")) {
                style.style().setDataFormat(book.createDataFormat().getFormat("0.00%"));
            }
            return style.wrapped(look.equals("lines"));
        }

        private PlainStyle plain(int points) {
            return new PlainStyle(book, points).wrapped(true).middle();
        }
    }
}
