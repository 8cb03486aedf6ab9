package bankscore.contribution.book.cells;

import bankscore.exact.Money;
import bankscore.paper.workbook.Addresses;
import bankscore.paper.workbook.CellLook;
import bankscore.paper.workbook.Grid;

/**
 * A printed column of amounts as formulas over the exact ones: in 万元 with two decimals, by largest remainder, so that
 * the printed amounts add up to the rounded total. Two columns beside hold each amount's whole hundredths and its
 * remainder with its order; the row above the first amount holds how many hundredths are missing.
 *
 * @param whole the first of the two columns beside
 * @param first the row of the first amount; the missing hundredths stand one row higher
 * @param last the row of the last amount; rows between may be without one
 */
public record PrintedCells(Grid grid, int whole, int first, int last) {

    /** How many hundredths are missing, in the row that is being filled, which must be the one above the first. */
    public void missing(String exactTotal) {
        grid.helper(
                whole,
                "ROUND(ROUND((" + exactTotal + ")*100,4),0)-SUM(" + Addresses.column(whole, first, last) + ")",
                CellLook.SEQUENCE);
    }

    /** An amount in the row that is being filled; of equal remainders the lowest order goes first. */
    public void amount(int column, String exact, String order, Money printed, CellLook look) {
        String own = grid.at(whole).local();
        String key = grid.at(whole + 1).local();
        grid.helper(whole, "INT(ROUND((" + exact + ")*100,4))", CellLook.SEQUENCE);
        grid.helper(whole + 1, Book.key("ROUND((" + exact + ")*100-" + own + ",4)", order), CellLook.SEQUENCE);
        grid.formula(
                column,
                "ROUND((" + own + "+IF(RANK(" + key + "," + Addresses.column(whole + 1, first, last) + ")<="
                        + Addresses.fixed(whole, first - 1) + ",1,0))/100,2)",
                Grid.decimal(printed.wan()),
                look);
    }
}
