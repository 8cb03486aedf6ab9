package bankscore.contribution.book;

import bankscore.paper.NewDocuments;
import bankscore.paper.json.Json;
import bankscore.paper.workbook.BookFile;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.CompletableFuture;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xssf.streaming.SXSSFCell;
import org.apache.poi.xssf.streaming.SXSSFRow;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads the libraries that write the papers while the database is opened and the input read, which the second core of an
 * office PC has time for: by writing a small book and a small letter to nowhere. Nothing depends on it.
 */
public final class Preloading implements Closeable {

    private static final Logger LOG = LoggerFactory.getLogger(Preloading.class);

    private final CompletableFuture<Void> loading;

    /** Begins. */
    public Preloading() {
        loading = CompletableFuture.runAsync(Preloading::load, task -> {
            Thread thread = new Thread(task, "preloading");
            thread.setDaemon(true);
            thread.start();
        });
    }

    /** Waits for the end: what libraries put aside meanwhile is removed afterwards. */
    @Override
    public void close() {
        loading.join();
    }

    private static void load() {
        try {
            book();
            letter();
            Json.canonical(Json.read(Json.printed(Json.object().put("1", 1))));
        } catch (IOException | RuntimeException | LinkageError e) {
            // Whatever is wrong will be met again, and reported, by whoever writes the papers.
            LOG.debug("preloading: {}", e.getClass().getSimpleName());
        }
    }

    private static void book() throws IOException {
        try (SXSSFWorkbook workbook = BookFile.empty()) {
            SXSSFSheet sheet = workbook.createSheet("1");
            SXSSFRow row = sheet.createRow(0);
            row.createCell(0).setCellValue(1);
            row.createCell(1).setCellValue("1");
            SXSSFCell formula = row.createCell(2);
            formula.setCellFormula("ROUND(SUM($A$1:$A$1)/3,2)");
            workbook.getCreationHelper().createFormulaEvaluator().evaluateFormulaCell(formula);
            XSSFSheet plain = workbook.getXSSFWorkbook().getSheetAt(0);
            var drawing = plain.createDrawingPatriarch();
            XSSFChart chart = drawing.createChart(drawing.createAnchor(0, 0, 0, 0, 0, 2, 4, 8));
            XDDFChartData bars = chart.createData(
                    ChartTypes.BAR,
                    chart.createCategoryAxis(AxisPosition.BOTTOM),
                    chart.createValueAxis(AxisPosition.LEFT));
            bars.addSeries(
                    XDDFDataSourcesFactory.fromStringCellRange(plain, new CellRangeAddress(0, 0, 1, 1)),
                    XDDFDataSourcesFactory.fromNumericCellRange(plain, new CellRangeAddress(0, 0, 0, 0)));
            chart.plot(bars);
            workbook.write(OutputStream.nullOutputStream());
        }
    }

    private static void letter() throws IOException {
        try (XWPFDocument letter = NewDocuments.letter()) {
            letter.createParagraph().createRun().setText("1");
            letter.createTable(1, 1);
            letter.write(OutputStream.nullOutputStream());
        }
    }
}
