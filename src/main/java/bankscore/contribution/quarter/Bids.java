package bankscore.contribution.quarter;

import bankscore.facts.FactTable;
import bankscore.facts.Figure;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What banks bid for funds, such as the lots of a tender (scheme.md, Per fund).
 *
 * @param byFund figures by fund in the order of the bids, then by column, then by bank
 */
public record Bids(Map<String, Map<String, Map<String, Figure>>> byFund) {

    /** Where nobody bids for anything. */
    public static final Bids NONE = new Bids(Map.of());

    public Bids {
        byFund = Collections.unmodifiableMap(new LinkedHashMap<>(byFund));
    }

    /** The funds that somebody bids for, in the order of the bids. */
    public List<String> funds() {
        return List.copyOf(byFund.keySet());
    }

    /** The figures of a fund, by column, then by bank. */
    public Map<String, Map<String, Figure>> of(String fund) {
        return byFund.getOrDefault(fund, Map.of());
    }

    /** A bank's figure of a fund. */
    public Optional<Figure> figure(String fund, String column, String bank) {
        return Optional.ofNullable(of(fund).getOrDefault(column, Map.of()).get(bank));
    }

    /** The same with another figure. */
    public Bids with(String fund, String column, String bank, Figure figure) {
        Map<String, Map<String, Map<String, Figure>>> others = new LinkedHashMap<>(byFund);
        others.put(fund, with(of(fund), column, bank, figure));
        return new Bids(others);
    }

    private static Map<String, Map<String, Figure>> with(
            Map<String, Map<String, Figure>> all, String column, String bank, Figure figure) {
        Map<String, Map<String, Figure>> others = new HashMap<>(all);
        Map<String, Figure> own = new HashMap<>(all.getOrDefault(column, Map.of()));
        own.put(bank, figure);
        others.put(column, own);
        return others;
    }

    /** The facts as a fund's items see them: those of the banks, and what is bid for the fund. */
    FactTable of(String fund, FactTable facts) {
        Map<String, Map<String, Figure>> all = new HashMap<>(facts.figures());
        all.putAll(of(fund));
        return facts.withFigures(all);
    }
}
