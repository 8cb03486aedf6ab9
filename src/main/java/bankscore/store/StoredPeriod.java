package bankscore.store;

import bankscore.facts.Fact;
import bankscore.facts.OnSheet;
import bankscore.facts.register.PartyRegister;
import bankscore.facts.register.Register;
import bankscore.intake.table.staged.Earlier;
import bankscore.intake.table.staged.RowsSaid;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** What is staged for the published revision of an earlier period. */
record StoredPeriod(long instance, SheetStore staged, PartyStore parties, FactStore facts, ClaimStore claims)
        implements Earlier.Stored {

    @Override
    public Map<Integer, Earlier.Sheet> sheets() {
        Map<Integer, Long> counts = facts.figuresBySheet(instance);
        claimed().forEach((sheet, said) -> counts.merge(sheet, said.figures(), Long::sum));
        Map<Integer, Earlier.Sheet> sheets = new TreeMap<>();
        staged.sheets(instance)
                .forEach((number, sheet) -> sheets.put(
                        number, new Earlier.Sheet(sheet.place(), sheet.dataset(), counts.getOrDefault(number, 0L))));
        return sheets;
    }

    @Override
    public Map<Integer, RowsSaid> claimed() {
        return claims.said(instance);
    }

    @Override
    public Register register() {
        return staged.roster(instance);
    }

    @Override
    public Register register(String dataset) {
        PartyRegister register = parties.registers(instance).get(dataset);
        return register == null ? new Register(List.of()) : register.names();
    }

    @Override
    public List<OnSheet<Fact>> figures(List<String> butDatasets) {
        return facts.figures(instance, butDatasets);
    }

    @Override
    public void figures(int sheet, String dataset, Consumer<Fact> to) {
        facts.ofSheet(instance, sheet, dataset, to);
    }
}
