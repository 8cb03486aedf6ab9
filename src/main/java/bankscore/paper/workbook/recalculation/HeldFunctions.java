package bankscore.paper.workbook.recalculation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.poi.ss.formula.OperationEvaluationContext;
import org.apache.poi.ss.formula.eval.AreaEval;
import org.apache.poi.ss.formula.eval.ErrorEval;
import org.apache.poi.ss.formula.eval.EvaluationException;
import org.apache.poi.ss.formula.eval.NumberEval;
import org.apache.poi.ss.formula.eval.OperandResolver;
import org.apache.poi.ss.formula.eval.ValueEval;
import org.apache.poi.ss.formula.functions.Countif;
import org.apache.poi.ss.formula.functions.FreeRefFunction;
import org.apache.poi.ss.formula.functions.Function;
import org.apache.poi.ss.formula.functions.Match;
import org.apache.poi.ss.formula.udf.UDFFinder;
import org.jspecify.annotations.Nullable;

/**
 * Excel's {@code RANK}, {@code COUNTIF} and {@code MATCH}, whose cells are read once for all who ask: each of two thousand
 * banks has a rank in each item, a count of those above it with equal points, a line in a chart. The values of cells stand
 * while a book is recalculated.
 */
final class HeldFunctions implements UDFFinder {

    /** Before their names here, so that they are not taken for POI's own. */
    private static final String HELD = "HELD";

    /** A text or the name of a sheet, or the name of one of these functions. */
    private static final Pattern CALL = Pattern.compile("\"[^\"]*\"|'[^']*'|\\b(RANK|COUNTIF|MATCH)\\(");

    private final Map<String, FreeRefFunction> functions =
            Map.of("RANK", this::rank, "COUNTIF", this::countIf, "MATCH", this::match);

    private final Map<Range, double[]> sorted = new HashMap<>();
    private final BiFunction<Integer, Integer, Optional<HeldColumn>> columns;

    private record Range(int sheet, int firstRow, int firstColumn, int lastRow, int lastColumn) {}

    /** @param columns a column by the numbers of its sheet and its own */
    HeldFunctions(BiFunction<Integer, Integer, Optional<HeldColumn>> columns) {
        this.columns = columns;
    }

    /** A formula with these functions in the place of POI's; what stands in quotes is no function's name. */
    static String named(String formula) {
        return CALL.matcher(formula).replaceAll(found -> found.group(1) == null ? "$0" : HELD + "$0");
    }

    @Override
    public @Nullable FreeRefFunction findFunction(String name) {
        return name.startsWith(HELD) ? functions.get(name.substring(HELD.length())) : null;
    }

    private ValueEval rank(ValueEval[] arguments, OperationEvaluationContext context) {
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

    private ValueEval countIf(ValueEval[] arguments, OperationEvaluationContext context) {
        Optional<HeldColumn> column = column(arguments[0]);
        Optional<Double> wanted = wanted(arguments[1], context);
        if (column.isEmpty() || wanted.isEmpty()) {
            return poi(new Countif(), arguments, context);
        }
        AreaEval area = (AreaEval) arguments[0];
        return new NumberEval(column.get().count(wanted.get(), area.getFirstRow(), area.getLastRow()));
    }

    private ValueEval match(ValueEval[] arguments, OperationEvaluationContext context) {
        boolean exact = arguments.length == 3 && wanted(arguments[2], context).equals(Optional.of(0.0));
        Optional<HeldColumn> column = exact ? column(arguments[1]) : Optional.empty();
        Optional<Double> wanted = wanted(arguments[0], context);
        if (column.isEmpty() || wanted.isEmpty()) {
            return poi(new Match(), arguments, context);
        }
        AreaEval area = (AreaEval) arguments[1];
        return column.get()
                .first(wanted.get(), area.getFirstRow(), area.getLastRow())
                .<ValueEval>map(row -> new NumberEval(row - area.getFirstRow() + 1))
                .orElse(ErrorEval.NA);
    }

    private static ValueEval poi(Function function, ValueEval[] arguments, OperationEvaluationContext context) {
        return function.evaluate(arguments, context.getRowIndex(), context.getColumnIndex());
    }

    private Optional<HeldColumn> column(ValueEval argument) {
        return argument instanceof AreaEval area
                        && area.getWidth() == 1
                        && area.getFirstSheetIndex() == area.getLastSheetIndex()
                ? columns.apply(area.getFirstSheetIndex(), area.getFirstColumn())
                : Optional.empty();
    }

    /** The number that is looked for; empty if it is none. */
    private static Optional<Double> wanted(ValueEval argument, OperationEvaluationContext context) {
        try {
            ValueEval value = OperandResolver.getSingleValue(argument, context.getRowIndex(), context.getColumnIndex());
            return value instanceof NumberEval number ? Optional.of(number.getNumberValue()) : Optional.empty();
        } catch (EvaluationException e) {
            return Optional.empty();
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
