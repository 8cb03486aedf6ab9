package bankscore.subsidy.decide;

import bankscore.rule.Table;
import bankscore.rule.line.ConditionCheck;
import bankscore.rule.line.LineValuation;
import bankscore.sheet.Place;
import bankscore.subsidy.decide.cap.Budgets;
import bankscore.subsidy.decide.cap.Lifts;
import bankscore.subsidy.decide.seen.Repeats;
import bankscore.subsidy.scheme.SubsidyScheme;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Decides the claims of a period: which subsidy takes each line, then all lines in one order, then what is short is shared
 * out. The lines pass by; of a line no more is in memory than some numbers.
 */
public final class Decider {

    private Decider() {}

    /**
     * Decides everything. Where there are errors among the findings, the rest is what would be without the lines that they stand
     * against, and nothing to be paid.
     *
     * @param room where lines and decisions are kept; it must outlive what is returned
     */
    public static Decisions decide(Batch batch, Spool.Room room) {
        SubsidyScheme scheme = batch.scheme();
        Map<Integer, Place> sheets = new HashMap<>();
        batch.claims().sheets().forEach(sheet -> sheets.put(sheet.number(), sheet.at()));
        Told told = new Told(batch.layout(), scheme.tables(), sheets);
        ConditionCheck check =
                new ConditionCheck(scheme.head(), batch.period(), batch.beside().registers());
        LineValuation valuation = new LineValuation(
                scheme.tables(),
                item -> batch.beside().published().getOrDefault(item, List.<Table.DayRow>of()),
                batch.period());
        Bearers bearers = new Bearers(scheme.tables(), valuation, scheme.rounding());
        Budgets budgets =
                new Budgets(scheme.subsidies(), batch.period(), batch.beside().budgets(), told::add);
        Lifts lifts = new Lifts(
                batch.beside().lifts(),
                scheme.subsidies(),
                batch.beside().registers().values(),
                told::add);
        Spool<Spool.Chosen> lines = room.lines();
        Repeats.Refunds refunds = new Repeats.Refunds();
        List<Decisions.CheckValue> checks =
                select(batch, check, told, new Selection(batch, check, told, lines, refunds));
        Deciding deciding = new Deciding(batch, check, valuation, bearers, budgets, lifts, refunds, told);
        deciding.remember();
        Tally tally = new Tally(batch, bearers, told);
        Settling settling = new Settling(batch, budgets, bearers, tally, room.decisions());
        if (budgets.share()) {
            Spool<Decision> waiting = room.waiting();
            long[] count = {0};
            lines.each(line -> deciding.decide(line).ifPresent(decision -> waiting.put(count[0]++, decision)));
            budgets.close(told::add);
            waiting.each(settling);
        } else {
            lines.each(line -> deciding.decide(line).ifPresent(settling));
            budgets.close(told::add);
        }
        lifts.close(told::add);
        tally.close();
        return new Decisions(
                settling.lines(),
                tally.totals(),
                tally.burdens(),
                tally.payments(1),
                tally.payments(-1),
                budgets.uses(),
                checks,
                told.all());
    }

    private static List<Decisions.CheckValue> select(
            Batch batch, ConditionCheck check, Told told, Selection selection) {
        Checks checks = new Checks(batch, check, told);
        Set<String> own = new LinkedHashSet<>();
        batch.scheme().subsidies().forEach(subsidy -> own.add(subsidy.claims().dataset()));
        Set<String> all = new LinkedHashSet<>(own);
        all.addAll(checks.datasets());
        for (String dataset : all) {
            batch.claims().each(dataset, (sheet, claim) -> {
                checks.take(sheet, claim);
                if (own.contains(dataset)) {
                    selection.take(sheet, claim);
                }
            });
        }
        selection.close();
        return checks.close();
    }
}
