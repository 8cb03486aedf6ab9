package bankscore.run.take;

import bankscore.facts.PartyRegister;
import bankscore.facts.Register;
import bankscore.intake.RegisterRow;
import bankscore.intake.SheetHeader;
import java.util.Map;

/**
 * Who is in the register and which sheets were recognised, by number.
 *
 * @param registerRows where the register tells of its subjects, by code
 * @param namesAreSure whether the register's names have no error
 * @param registers all registers that the rule reads, by the id of their dataset
 */
public record Received(
        Register roster,
        Map<String, RegisterRow> registerRows,
        boolean namesAreSure,
        Map<String, PartyRegister> registers,
        Map<Integer, SheetHeader> sheets) {

    public Received {
        registerRows = Map.copyOf(registerRows);
        registers = Map.copyOf(registers);
        sheets = Map.copyOf(sheets);
    }
}
