package bankscore.paper.workbook;

import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.xml.namespace.QName;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFLineProperties;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisOrientation;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.BarGrouping;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.DisplayBlanks;
import org.apache.poi.xddf.usermodel.chart.LegendPosition;
import org.apache.poi.xddf.usermodel.chart.MarkerStyle;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFLineChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFNumericalDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.xmlbeans.XmlCursor;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTCatAx;
import org.openxmlformats.schemas.drawingml.x2006.chart.STTickLblPos;

/**
 * Plain bars and lines over cells of the book.
 *
 * <p>Fill and line are explicit, because a series without them is invisible in LibreOffice; axes begin at 0, because a
 * bar's length is its value. Neighbouring series differ in lightness, so that they can be told apart without colour.
 */
public final class Charts {

    /** With more banks no bar has a readable name. */
    public static final int MOST_BANKS = 60;

    /** So many are shown then: the best. */
    public static final int BEST_BANKS = 30;

    private static final int[][] COLORS = {
        {0x1F, 0x4E, 0x79}, {0x9D, 0xC3, 0xE6}, {0x54, 0x82, 0x35}, {0xC5, 0xE0, 0xB4}, {0x7F, 0x60, 0x00},
        {0xFF, 0xD9, 0x66}, {0x40, 0x40, 0x40}, {0xD9, 0xD9, 0xD9}, {0x84, 0x3C, 0x0C}, {0xF4, 0xB1, 0x83},
    };

    private static final MarkerStyle[] MARKERS = {
        MarkerStyle.CIRCLE, MarkerStyle.SQUARE, MarkerStyle.TRIANGLE, MarkerStyle.DIAMOND,
        MarkerStyle.X, MarkerStyle.PLUS, MarkerStyle.STAR, MarkerStyle.DASH,
    };

    private Charts() {}

    /** The cells that a chart covers: from the first column and row to just before the last. */
    public record Area(int left, int top, int right, int bottom) {}

    /** What stands above the chart and at its axes. */
    public record Titles(String chart, String categories, String values) {}

    /** A series of bars: a column of the sheet that holds the data. */
    public record Series(String title, int column) {}

    /** A line: a row of the sheet that holds the data. */
    public record Line(String title, int row) {}

    /**
     * What bars are drawn from: the rows first to last of a sheet.
     *
     * @param names the column of the categories' names
     * @param stacked whether the series of one category stand on each other
     * @param lying whether bars lie, which leaves room for long names
     */
    public record Bars(
            SXSSFSheet data, int first, int last, int names, List<Series> series, boolean stacked, boolean lying) {}

    public static void bars(XSSFDrawing on, Area area, Titles titles, Bars bars) {
        XSSFChart chart = chart(on, area, titles.chart());
        XDDFCategoryAxis categories = chart.createCategoryAxis(bars.lying() ? AxisPosition.LEFT : AxisPosition.BOTTOM);
        XDDFValueAxis values = chart.createValueAxis(bars.lying() ? AxisPosition.BOTTOM : AxisPosition.LEFT);
        if (bars.lying()) {
            // The first bank is at the top.
            categories.setOrientation(AxisOrientation.MAX_MIN);
            values.setCrosses(AxisCrosses.MAX);
        } else {
            values.setCrosses(AxisCrosses.AUTO_ZERO);
        }
        // Names stay at the edge when a deduction goes below zero.
        lowLabels(chart);
        categories.setTitle(titles.categories());
        values.setTitle(titles.values());
        values.setNumberFormat(isSmall(bars) ? "0.0" : "#,##0");
        if (!bars.stacked()) {
            values.setMinimum(0);
        }
        XDDFBarChartData data = (XDDFBarChartData) chart.createData(ChartTypes.BAR, categories, values);
        data.setBarDirection(bars.lying() ? BarDirection.BAR : BarDirection.COL);
        data.setGapWidth(40);
        data.setVaryColors(false);
        if (bars.stacked()) {
            data.setBarGrouping(BarGrouping.STACKED);
        } else {
            data.setBarGrouping(BarGrouping.CLUSTERED);
        }
        XDDFDataSource<String> names =
                texts(bars.data(), new CellRangeAddress(bars.first(), bars.last(), bars.names(), bars.names()));
        for (int i = 0; i < bars.series().size(); i++) {
            Series each = bars.series().get(i);
            XDDFChartData.Series series = data.addSeries(
                    names,
                    numbers(
                            bars.data(),
                            new CellRangeAddress(bars.first(), bars.last(), each.column(), each.column())));
            series.setTitle(each.title(), null);
            series.setFillProperties(fill(i));
            series.setLineProperties(line(new int[] {0x40, 0x40, 0x40}, 0.5));
        }
        chart.plot(data);
        if (bars.stacked()) {
            overlap(chart);
        }
        if (bars.series().size() > 1) {
            chart.getOrAddLegend().setPosition(LegendPosition.BOTTOM);
        }
    }

    /**
     * Lines over neighbouring cells of several rows.
     *
     * @param names the row of the categories' names
     */
    public static void lines(
            XSSFDrawing on,
            SXSSFSheet data,
            Area area,
            Titles titles,
            int names,
            int first,
            int last,
            List<Line> lines) {
        XSSFChart chart = chart(on, area, titles.chart());
        chart.displayBlanksAs(DisplayBlanks.GAP);
        XDDFCategoryAxis categories = chart.createCategoryAxis(AxisPosition.BOTTOM);
        categories.setTitle(titles.categories());
        XDDFValueAxis values = chart.createValueAxis(AxisPosition.LEFT);
        values.setTitle(titles.values());
        values.setCrosses(AxisCrosses.AUTO_ZERO);
        values.setMinimum(0);
        values.setNumberFormat("#,##0");
        XDDFLineChartData plotted = (XDDFLineChartData) chart.createData(ChartTypes.LINE, categories, values);
        plotted.setVaryColors(false);
        XDDFDataSource<String> periods = texts(data, new CellRangeAddress(names, names, first, last));
        for (int i = 0; i < lines.size(); i++) {
            Line each = lines.get(i);
            XDDFLineChartData.Series series = (XDDFLineChartData.Series) plotted.addSeries(
                    periods, numbers(data, new CellRangeAddress(each.row(), each.row(), first, last)));
            series.setTitle(each.title(), null);
            series.setSmooth(false);
            // Only the dark colours: a light line is lost on paper; the marks tell lines apart.
            int dark = 2 * i % COLORS.length;
            series.setLineProperties(line(COLORS[dark], 2));
            series.setMarkerStyle(MARKERS[i % MARKERS.length]);
            series.setFillProperties(fill(dark));
        }
        chart.plot(plotted);
        chart.getOrAddLegend().setPosition(LegendPosition.RIGHT);
    }

    /** Whether whole numbers at the axis would be too few. */
    private static boolean isSmall(Bars bars) {
        return !bars.stacked()
                && bars.series().stream()
                        .flatMap(each ->
                                stream(new CellRangeAddress(bars.first(), bars.last(), each.column(), each.column())))
                        .allMatch(at -> bars.data()
                                        .getRow(at.getRow())
                                        .getCell(at.getColumn())
                                        .getNumericCellValue()
                                < 5);
    }

    /** The texts of cells, held by the chart too, for programs that show it without computing. */
    private static XDDFDataSource<String> texts(SXSSFSheet sheet, CellRangeAddress cells) {
        return XDDFDataSourcesFactory.fromArray(
                stream(cells)
                        .map(at -> sheet.getRow(at.getRow())
                                .getCell(at.getColumn())
                                .getStringCellValue())
                        .toArray(String[]::new),
                cells.formatAsString(sheet.getSheetName(), true));
    }

    private static XDDFNumericalDataSource<Double> numbers(SXSSFSheet sheet, CellRangeAddress cells) {
        return XDDFDataSourcesFactory.fromArray(
                stream(cells)
                        .map(at -> sheet.getRow(at.getRow()).getCell(at.getColumn()))
                        .map(cell -> cell.getCellType() == CellType.BLANK ? null : cell.getNumericCellValue())
                        .toArray(Double[]::new),
                cells.formatAsString(sheet.getSheetName(), true));
    }

    private static Stream<CellAddress> stream(CellRangeAddress cells) {
        return StreamSupport.stream(cells.spliterator(), false);
    }

    private static XSSFChart chart(XSSFDrawing on, Area area, String title) {
        XSSFChart chart =
                on.createChart(on.createAnchor(0, 0, 0, 0, area.left(), area.top(), area.right(), area.bottom()));
        chart.setTitleText(title);
        chart.setTitleOverlay(false);
        // What lies in folded columns is drawn too.
        chart.setPlotOnlyVisibleCells(false);
        chart.getTitle().getBody().getParagraph(0).addDefaultRunProperties().setFontSize(12d);
        return chart;
    }

    /** Stacked bars must overlap wholly; POI's smaller schemas lack the type, so the element is written by hand. */
    private static void overlap(XSSFChart chart) {
        try (XmlCursor cursor = chart.getCTChart()
                .getPlotArea()
                .getBarChartArray(0)
                .getGapWidth()
                .newCursor()) {
            String namespace = cursor.getName().getNamespaceURI();
            cursor.toEndToken();
            cursor.toNextToken();
            cursor.beginElement(new QName(namespace, "overlap"));
            cursor.insertAttributeWithValue("val", "100");
        }
    }

    private static void lowLabels(XSSFChart chart) {
        CTCatAx axis = chart.getCTChart().getPlotArea().getCatAxArray(0);
        (axis.isSetTickLblPos() ? axis.getTickLblPos() : axis.addNewTickLblPos()).setVal(STTickLblPos.LOW);
    }

    private static XDDFSolidFillProperties fill(int number) {
        return new XDDFSolidFillProperties(color(COLORS[number % COLORS.length]));
    }

    private static XDDFLineProperties line(int[] color, double width) {
        XDDFLineProperties line = new XDDFLineProperties(new XDDFSolidFillProperties(color(color)));
        line.setWidth(width);
        return line;
    }

    private static XDDFColor color(int[] rgb) {
        return XDDFColor.from(new byte[] {(byte) rgb[0], (byte) rgb[1], (byte) rgb[2]});
    }
}
