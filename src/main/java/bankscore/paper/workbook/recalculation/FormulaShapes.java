package bankscore.paper.workbook.recalculation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.poi.ss.formula.ptg.AreaPtgBase;
import org.apache.poi.ss.formula.ptg.Ptg;
import org.apache.poi.ss.formula.ptg.RefPtgBase;
import org.jspecify.annotations.Nullable;

/**
 * The formulas of one sheet, each shape of them parsed once: those of two thousand banks differ in rows alone.
 */
final class FormulaShapes {

    private final Function<String, Ptg[]> parser;

    /** What a formula with numbers of rows taken out is parsed into; null if its rows cannot be put back. */
    private final Map<String, Ptg @Nullable []> shapes = new HashMap<>();

    /** @param parser parses the whole of a formula */
    FormulaShapes(Function<String, Ptg[]> parser) {
        this.parser = parser;
    }

    /** A formula parsed. */
    Ptg[] parsed(String formula) {
        List<Integer> rows = new ArrayList<>();
        String shape = shape(formula, rows);
        Ptg[] known = shapes.get(shape);
        if (known != null) {
            return with(rows, known);
        }
        Ptg[] parsed = parser.apply(formula);
        if (!shapes.containsKey(shape)) {
            shapes.put(shape, rowsOf(parsed).equals(rows) ? parsed : null);
        }
        return parsed;
    }

    /**
     * A formula with a mark in the place of each row that a reference names.
     *
     * @param rows gets the rows, from 0, in the order of the text
     */
    private static String shape(String formula, List<Integer> rows) {
        StringBuilder shape = new StringBuilder(formula.length());
        char quote = 0;
        int from = 0;
        int at = 0;
        while (at < formula.length()) {
            char sign = formula.charAt(at);
            if (quote != 0) {
                quote = sign == quote ? 0 : quote;
            } else if (sign == '"' || sign == '\'') {
                quote = sign;
            } else if (isFirstOfReference(formula, at)) {
                int digits = digits(formula, at);
                if (digits > at) {
                    shape.append(formula.substring(from, digits)).append('#');
                    int end = digits;
                    int row = 0;
                    while (end < formula.length() && isDigit(formula.charAt(end)) && end - digits < 8) {
                        row = row * 10 + formula.charAt(end++) - '0';
                    }
                    rows.add(row - 1);
                    from = end;
                    at = end;
                    continue;
                }
            }
            at++;
        }
        return shape.append(formula.substring(from)).toString();
    }

    private static boolean isFirstOfReference(String formula, int at) {
        char sign = formula.charAt(at);
        if (sign != '$' && !isLetter(sign)) {
            return false;
        }
        char before = at == 0 ? '(' : formula.charAt(at - 1);
        return before != '$' && before != '_' && before != '.' && !Character.isLetterOrDigit(before);
    }

    /** Where the row of a reference begins that starts at a place; the place itself if none does. */
    private static int digits(String formula, int start) {
        int at = start;
        if (formula.charAt(at) == '$') {
            at++;
        }
        int letters = at;
        while (at < formula.length() && isLetter(formula.charAt(at))) {
            at++;
        }
        if (at == letters || at - letters > 3) {
            return start;
        }
        if (at < formula.length() && formula.charAt(at) == '$') {
            at++;
        }
        int end = at;
        while (end < formula.length() && isDigit(formula.charAt(end))) {
            end++;
        }
        boolean function = end < formula.length() && formula.charAt(end) == '(';
        return end > at && !function ? at : start;
    }

    private static boolean isLetter(char sign) {
        return sign >= 'A' && sign <= 'Z';
    }

    private static boolean isDigit(char sign) {
        return sign >= '0' && sign <= '9';
    }

    private static List<Integer> rowsOf(Ptg[] tokens) {
        List<Integer> rows = new ArrayList<>();
        for (Ptg token : tokens) {
            if (token instanceof RefPtgBase cell) {
                rows.add(cell.getRow());
            } else if (token instanceof AreaPtgBase area) {
                rows.add(area.getFirstRow());
                rows.add(area.getLastRow());
            }
        }
        return rows;
    }

    private static Ptg[] with(List<Integer> rows, Ptg[] shape) {
        Ptg[] tokens = shape.clone();
        int next = 0;
        for (int i = 0; i < tokens.length; i++) {
            if (tokens[i] instanceof RefPtgBase cell) {
                RefPtgBase own = (RefPtgBase) cell.copy();
                own.setRow(rows.get(next++));
                tokens[i] = own;
            } else if (tokens[i] instanceof AreaPtgBase area) {
                AreaPtgBase own = (AreaPtgBase) area.copy();
                int first = rows.get(next++);
                int last = rows.get(next++);
                own.setFirstRow(Math.min(first, last));
                own.setLastRow(Math.max(first, last));
                tokens[i] = own;
            }
        }
        return tokens;
    }
}
