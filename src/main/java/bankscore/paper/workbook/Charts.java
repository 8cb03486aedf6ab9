package bankscore.paper.workbook;

import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.xml.namespace.QName;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xddf.usermodel.PresetLineDash;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFFillProperties;
import org.apache.poi.xddf.usermodel.XDDFLineProperties;
import org.apache.poi.xddf.usermodel.XDDFNoFillProperties;
import org.apache.poi.xddf.usermodel.XDDFPresetLineDash;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisOrientation;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.AxisTickLabelPosition;
import org.apache.poi.xddf.usermodel.chart.AxisTickMark;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.BarGrouping;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.DisplayBlanks;
import org.apache.poi.xddf.usermodel.chart.Grouping;
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
import org.openxmlformats.schemas.drawingml.x2006.chart.CTBarSer;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTDLbls;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTNumFmt;
import org.openxmlformats.schemas.drawingml.x2006.chart.STDLblPos;
import org.openxmlformats.schemas.drawingml.x2006.main.CTTextBody;

/**
 * Plain bars and lines over cells of the book, to be read on paper without colour: bars lie, so that names have room, in the
 * order of their rows; their values stand at them; what fills them differs in lightness and not in hue.
 *
 * <p>Fill and line are explicit, because a series without them is invisible in LibreOffice; bars begin at 0, because a
 * bar's length is its value.
 */
public final class Charts {

    /** With more bars the names cannot be read on a page. */
    public static final int MOST_BARS = 30;

    /** So many are shown then, of either end. */
    public static final int OF_EITHER_END = 10;

    private static final int[] DARK = {0x26, 0x26, 0x26};
    private static final int[] MIDDLE = {0x7F, 0x7F, 0x7F};
    private static final int[] LIGHT = {0xFF, 0xFF, 0xFF};
    private static final int[][] DARKS = {DARK, {0x1F, 0x4E, 0x79}, {0x84, 0x3C, 0x0C}};
    private static final PresetLineDash[] DASHES = {PresetLineDash.SOLID, PresetLineDash.DASH, PresetLineDash.SYSTEM_DOT
    };
    private static final int ROOMY = 18;

    private static final MarkerStyle[] MARKERS = {
        MarkerStyle.CIRCLE, MarkerStyle.SQUARE, MarkerStyle.TRIANGLE, MarkerStyle.DIAMOND,
        MarkerStyle.X, MarkerStyle.PLUS, MarkerStyle.STAR, MarkerStyle.DASH,
    };

    private Charts() {}

    /** The cells that a chart covers: from the first column and row to just before the last. */
    public record Area(int left, int top, int right, int bottom) {}

    /** What fills a bar: three steps of lightness, which a printer without colour tells apart. */
    public enum Fill {
        GREY,
        WHITE,
        BLACK,
        /** Unseen: what others stand on. */
        NONE
    }

    /** A series of bars: a column of the sheet that holds the data. */
    public record Series(String title, int column, Fill fill) {}

    /** A line: a row of the sheet that holds the data. */
    public record Line(String title, int row) {}

    /**
     * What bars are drawn from: the rows first to last of a sheet.
     *
     * @param names the column of the categories' names
     */
    public record Bars(SXSSFSheet data, int first, int last, int names, List<Series> series) {
        int count() {
            return last - first + 1;
        }
    }

    /**
     * Bars side by side, each with its value at its end.
     *
     * @param values the number format of the values
     */
    public static void bars(XSSFDrawing on, Area area, String title, Bars bars, String values) {
        XSSFChart chart = chart(on, area, title);
        XDDFValueAxis axis = axis(chart);
        if (bars.series().stream().flatMap(each -> values(bars, each)).allMatch(value -> value >= 0)) {
            axis.setMinimum(0);
        }
        XDDFBarChartData data = plot(chart, axis, bars);
        data.setBarGrouping(BarGrouping.CLUSTERED);
        for (int i = 0; i < bars.series().size(); i++) {
            label(
                    chart.getCTChart().getPlotArea().getBarChartArray(0).getSerArray(i),
                    values,
                    bars.count() * bars.series().size() <= ROOMY ? 9 : 8);
        }
        if (bars.series().size() > 1) {
            chart.getOrAddLegend().setPosition(LegendPosition.BOTTOM);
        }
    }

    /**
     * A bridge: bars that stand on each other, the lowest of them unseen, so that each step begins where the one before it
     * ended. The names say the values, because a short step has no room for its own.
     *
     * @param from where the axis begins: steps are small beside what they lead from
     */
    public static void bridge(XSSFDrawing on, Area area, String title, Bars bars, double from) {
        XSSFChart chart = chart(on, area, title);
        XDDFValueAxis axis = axis(chart);
        axis.setMinimum(from);
        XDDFBarChartData data = plot(chart, axis, bars);
        data.setBarGrouping(BarGrouping.STACKED);
        overlap(chart);
    }

    /** The axis of the values, which is not drawn: they stand at the bars. */
    private static XDDFValueAxis axis(XSSFChart chart) {
        XDDFValueAxis values = chart.createValueAxis(AxisPosition.BOTTOM);
        values.setCrosses(AxisCrosses.MAX);
        values.setVisible(false);
        return values;
    }

    private static XDDFBarChartData plot(XSSFChart chart, XDDFValueAxis values, Bars bars) {
        XDDFCategoryAxis categories = chart.createCategoryAxis(AxisPosition.LEFT);
        // The first is at the top, and names stay at the edge when a bar goes below zero.
        categories.setOrientation(AxisOrientation.MAX_MIN);
        categories.setTickLabelPosition(AxisTickLabelPosition.LOW);
        categories.setMajorTickMark(AxisTickMark.NONE);
        categories.getOrAddTextProperties().setFontSize(bars.count() <= ROOMY ? 10d : 9d);
        XDDFBarChartData data = (XDDFBarChartData) chart.createData(ChartTypes.BAR, categories, values);
        data.setBarDirection(BarDirection.BAR);
        data.setGapWidth(bars.series().size() > 1 ? 40 : 30);
        data.setVaryColors(false);
        XDDFDataSource<String> names = texts(bars.data(), column(bars, bars.names()));
        for (Series each : bars.series()) {
            XDDFChartData.Series series = data.addSeries(names, numbers(bars.data(), column(bars, each.column())));
            series.setTitle(each.title(), null);
            series.setFillProperties(fill(each.fill()));
            series.setLineProperties(
                    each.fill() == Fill.NONE ? new XDDFLineProperties(new XDDFNoFillProperties()) : line(DARK, 0.75));
        }
        chart.plot(data);
        return data;
    }

    private static CellRangeAddress column(Bars bars, int column) {
        return new CellRangeAddress(bars.first(), bars.last(), column, column);
    }

    private static Stream<Double> values(Bars bars, Series series) {
        return stream(column(bars, series.column()))
                .map(at ->
                        bars.data().getRow(at.getRow()).getCell(at.getColumn()).getNumericCellValue());
    }

    /** The value of each bar beyond its end. */
    private static void label(CTBarSer series, String format, int points) {
        CTDLbls labels = series.addNewDLbls();
        CTNumFmt shown = labels.addNewNumFmt();
        shown.setFormatCode(format);
        shown.setSourceLinked(false);
        CTTextBody text = labels.addNewTxPr();
        text.addNewBodyPr();
        text.addNewP().addNewPPr().addNewDefRPr().setSz(points * 100);
        labels.addNewDLblPos().setVal(STDLblPos.OUT_END);
        labels.addNewShowLegendKey().setVal(false);
        labels.addNewShowVal().setVal(true);
        labels.addNewShowCatName().setVal(false);
        labels.addNewShowSerName().setVal(false);
        labels.addNewShowPercent().setVal(false);
        labels.addNewShowBubbleSize().setVal(false);
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
            String title,
            int names,
            int first,
            int last,
            List<Line> lines) {
        XSSFChart chart = chart(on, area, title);
        chart.displayBlanksAs(DisplayBlanks.GAP);
        XDDFCategoryAxis categories = chart.createCategoryAxis(AxisPosition.BOTTOM);
        XDDFValueAxis values = chart.createValueAxis(AxisPosition.LEFT);
        values.setCrosses(AxisCrosses.AUTO_ZERO);
        values.setMinimum(0);
        values.setNumberFormat("#,##0");
        XDDFLineChartData plotted = (XDDFLineChartData) chart.createData(ChartTypes.LINE, categories, values);
        plotted.setGrouping(Grouping.STANDARD);
        plotted.setVaryColors(false);
        XDDFDataSource<String> periods = texts(data, new CellRangeAddress(names, names, first, last));
        for (int i = 0; i < lines.size(); i++) {
            Line each = lines.get(i);
            XDDFLineChartData.Series series = (XDDFLineChartData.Series) plotted.addSeries(
                    periods, numbers(data, new CellRangeAddress(each.row(), each.row(), first, last)));
            series.setTitle(each.title(), null);
            series.setSmooth(false);
            // Marks and dashes tell lines apart.
            XDDFLineProperties line = line(DARKS[i % DARKS.length], 1.75);
            line.setPresetDash(new XDDFPresetLineDash(DASHES[i / DARKS.length % DASHES.length]));
            series.setLineProperties(line);
            series.setMarkerStyle(MARKERS[i % MARKERS.length]);
            series.setFillProperties(new XDDFSolidFillProperties(color(DARKS[i % DARKS.length])));
        }
        chart.plot(plotted);
        chart.getOrAddLegend().setPosition(LegendPosition.RIGHT);
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

    private static XDDFFillProperties fill(Fill fill) {
        return switch (fill) {
            case GREY -> new XDDFSolidFillProperties(color(MIDDLE));
            case WHITE -> new XDDFSolidFillProperties(color(LIGHT));
            case BLACK -> new XDDFSolidFillProperties(color(DARK));
            case NONE -> new XDDFNoFillProperties();
        };
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
