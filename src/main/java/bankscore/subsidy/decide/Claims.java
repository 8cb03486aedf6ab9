package bankscore.subsidy.decide;

import bankscore.facts.Claim;
import bankscore.sheet.Place;
import java.util.List;

/** The lines that a period's sheets claim, read as often as somebody asks, however many. */
public interface Claims {

    /** Every sheet that holds lines. */
    List<Sheet> sheets();

    /** Gives the lines of a dataset, sheet by sheet from top to bottom; of a table of subjects one line a subject. */
    void each(String dataset, Taker to);

    /**
     * A sheet.
     *
     * @param number ascends within its file with the position of the sheet
     * @param at its file and name
     */
    record Sheet(int number, Place at) {}

    /** Takes one line after the other. */
    interface Taker {
        void take(int sheet, Claim claim);
    }
}
