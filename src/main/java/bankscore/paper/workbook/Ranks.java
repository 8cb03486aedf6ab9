package bankscore.paper.workbook;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.poi.ss.formula.OperationEvaluationContext;
import org.apache.poi.ss.formula.eval.AreaEval;
import org.apache.poi.ss.formula.eval.EvaluationException;
import org.apache.poi.ss.formula.eval.NumberEval;
import org.apache.poi.ss.formula.eval.OperandResolver;
import org.apache.poi.ss.formula.eval.ValueEval;
import org.apache.poi.ss.formula.functions.FreeRefFunction;
import org.apache.poi.ss.formula.udf.UDFFinder;
import org.jspecify.annotations.Nullable;

/**
 * Excel's {@code RANK}, whose cells are read and sorted once for all ranks over them: each of two thousand banks has a rank
 * in each item. The values of cells stand while a book is recalculated.
 */
final class Ranks implements FreeRefFunction, UDFFinder {

    private static final String RANK = "RANK(";

    /** How formulas call it here, so that it is not taken for POI's own. */
    private static final String HELD = "HELDRANK";

    private final Map<Range, double[]> sorted = new HashMap<>();

    private record Range(int sheet, int firstRow, int firstColumn, int lastRow, int lastColumn) {}

    /** A formula with this function in the place of POI's. */
    static String named(String formula) {
        return formula.replace(RANK, HELD + "(");
    }

    @Override
    public @Nullable FreeRefFunction findFunction(String name) {
        return name.equals(HELD) ? this : null;
    }

    @Override
    public ValueEval evaluate(ValueEval[] arguments, OperationEvaluationContext context) {
        try {
            double value = number(arguments[0], context);
            double order = arguments.length < 3 ? 0 : number(arguments[2], context);
            if (!(arguments[1] instanceof AreaEval area)) {
                return new NumberEval(1);
            }
            double[] all = sorted(area);
            return new NumberEval(1 + (order == 0 ? all.length - below(all, Math.nextUp(value)) : below(all, value)));
        } catch (EvaluationException e) {
            return e.getErrorEval();
        }
    }

    private double[] sorted(AreaEval area) {
        Range range = new Range(
                area.getFirstSheetIndex(),
                area.getFirstRow(),
                area.getFirstColumn(),
                area.getLastRow(),
                area.getLastColumn());
        double[] all = sorted.get(range);
        if (all == null) {
            // A cell that has no value yet may be a rank itself.
            all = values(area);
            sorted.put(range, all);
        }
        return all;
    }

    private static double number(ValueEval argument, OperationEvaluationContext context) throws EvaluationException {
        // Of two zeros none is less.
        return 0.0
                + OperandResolver.coerceValueToDouble(
                        OperandResolver.getSingleValue(argument, context.getRowIndex(), context.getColumnIndex()));
    }

    private static double[] values(AreaEval area) {
        return IntStream.range(0, area.getHeight())
                .boxed()
                .flatMap(row ->
                        IntStream.range(0, area.getWidth()).mapToObj(column -> area.getRelativeValue(row, column)))
                .filter(cell -> cell instanceof NumberEval)
                .mapToDouble(cell -> ((NumberEval) cell).getNumberValue() + 0.0)
                .sorted()
                .toArray();
    }

    /** How many are less than a value. */
    private static int below(double[] sorted, double value) {
        int at = Arrays.binarySearch(sorted, value);
        if (at < 0) {
            return -at - 1;
        }
        while (at > 0 && sorted[at - 1] == value) {
            at--;
        }
        return at;
    }
}
