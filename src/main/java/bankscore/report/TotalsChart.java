package bankscore.report;

import bankscore.domain.score.ScoreCard;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xddf.usermodel.PresetColor;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFLineProperties;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisOrientation;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFNumericalDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTDLbls;

/**
 * The totals of all assessed banks as bars, over the cells of 得分汇总.
 *
 * <p>Fill and line are explicit, because a series without them is invisible in LibreOffice; the axis begins at 0, because a
 * bar's length is its value.
 */
final class TotalsChart {

    /** The cells that a chart covers: from the first column and row to just before the last. */
    record Area(int left, int top, int right, int bottom) {}

    private TotalsChart() {}

    static void draw(Book book, XSSFSheet on, Area area) {
        List<ScoreCard> cards = book.assessment().cards();
        if (cards.isEmpty()) {
            return;
        }
        Optional<Addresses.Address> first = total(book, cards.get(0));
        Optional<Addresses.Address> last = total(book, cards.get(cards.size() - 1));
        if (first.isEmpty() || last.isEmpty()) {
            return;
        }
        XSSFChart chart = on.createDrawingPatriarch()
                .createChart(on.createDrawingPatriarch()
                        .createAnchor(0, 0, 0, 0, area.left(), area.top(), area.right(), area.bottom()));
        chart.setTitleText(book.text(Book.Part.SUMMARY, "chart"));
        chart.setTitleOverlay(false);
        chart.getTitle().getBody().getParagraph(0).addDefaultRunProperties().setFontSize(12d);

        // Lying bars have room for names; the first bank is at the top.
        XDDFCategoryAxis banks = chart.createCategoryAxis(AxisPosition.LEFT);
        banks.setOrientation(AxisOrientation.MAX_MIN);
        XDDFValueAxis points = chart.createValueAxis(AxisPosition.BOTTOM);
        points.setMinimum(0);
        points.setNumberFormat("0");
        points.setCrosses(AxisCrosses.MAX);

        XSSFSheet scores = book.sheet(Book.Part.SCORES);
        XDDFDataSource<String> names = XDDFDataSourcesFactory.fromStringCellRange(
                scores, new CellRangeAddress(first.get().row(), last.get().row(), ScoresSheet.BANK, ScoresSheet.BANK));
        XDDFNumericalDataSource<Double> totals = XDDFDataSourcesFactory.fromNumericCellRange(
                scores,
                new CellRangeAddress(
                        first.get().row(),
                        last.get().row(),
                        first.get().column(),
                        first.get().column()));
        XDDFBarChartData data = (XDDFBarChartData) chart.createData(ChartTypes.BAR, banks, points);
        data.setBarDirection(BarDirection.BAR);
        data.setGapWidth(40);
        data.setVaryColors(false);
        XDDFChartData.Series series = data.addSeries(names, totals);
        series.setTitle(book.text(Book.Part.SCORES, "total"), null);
        series.setFillProperties(solid(PresetColor.STEEL_BLUE));
        XDDFLineProperties outline = new XDDFLineProperties(solid(PresetColor.BLACK));
        outline.setWidth(0.5);
        series.setLineProperties(outline);
        chart.plot(data);
        showValues(chart);
    }

    private static Optional<Addresses.Address> total(Book book, ScoreCard card) {
        return book.addresses().find(Addresses.Kind.TOTAL, "", card.bank().code());
    }

    private static XDDFSolidFillProperties solid(PresetColor color) {
        return new XDDFSolidFillProperties(XDDFColor.from(color));
    }

    private static void showValues(XSSFChart chart) {
        CTDLbls labels = chart.getCTChart()
                .getPlotArea()
                .getBarChartArray(0)
                .getSerArray(0)
                .addNewDLbls();
        labels.addNewShowLegendKey().setVal(false);
        labels.addNewShowVal().setVal(true);
        labels.addNewShowCatName().setVal(false);
        labels.addNewShowSerName().setVal(false);
        labels.addNewShowPercent().setVal(false);
        labels.addNewShowBubbleSize().setVal(false);
    }
}
