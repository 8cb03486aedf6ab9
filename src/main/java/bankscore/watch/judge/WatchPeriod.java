package bankscore.watch.judge;

import bankscore.exact.Period;
import bankscore.facts.FactTable;
import bankscore.facts.Figure;
import bankscore.facts.register.PartyRegister;
import bankscore.watch.scheme.WatchScheme;
import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;

/**
 * The figures of one period, checked and ready to be judged.
 *
 * @param facts by group: its register is the roster of the table
 * @param registers by group: what the register says of each subject besides
 * @param items all rows of the sheet of published figures by {@link FactTable#itemKey item}, then by day; an undated one
 *     has the period's last day
 */
public record WatchPeriod(
        WatchScheme rule,
        Period period,
        Map<String, FactTable> facts,
        Map<String, PartyRegister> registers,
        Map<String, NavigableMap<LocalDate, Figure>> items,
        Past past) {

    public WatchPeriod {
        facts = Map.copyOf(facts);
        registers = Map.copyOf(registers);
        items = Map.copyOf(items);
    }
}
