package bankscore.run.take;

import bankscore.facts.register.PartyRegister;
import bankscore.facts.register.Register;
import bankscore.intake.RegisterRow;
import bankscore.intake.SheetHeader;
import java.util.Map;
import java.util.Set;

/**
 * Who is in the register and which sheets were recognised, by number.
 *
 * @param registerRows where the register tells of its subjects, by code
 * @param namesAreSure whether the register's names have no error
 * @param registers all registers that the rule reads, by the id of their dataset
 * @param unsure those of parties among them whose names have an error
 */
public record Received(
        Register roster,
        Map<String, RegisterRow> registerRows,
        boolean namesAreSure,
        Map<String, PartyRegister> registers,
        Set<String> unsure,
        Map<Integer, SheetHeader> sheets) {

    public Received {
        registerRows = Map.copyOf(registerRows);
        registers = Map.copyOf(registers);
        unsure = Set.copyOf(unsure);
        sheets = Map.copyOf(sheets);
    }
}
