package bankscore.run.take;

import bankscore.facts.Register;
import bankscore.intake.SheetHeader;
import java.util.Map;

/**
 * Who is in the register and which sheets were recognised, by number.
 *
 * @param namesAreSure whether the register's names have no error
 */
public record Received(Register roster, boolean namesAreSure, Map<Integer, SheetHeader> sheets) {

    public Received {
        sheets = Map.copyOf(sheets);
    }
}
