package bankscore.contribution.quarter;

import bankscore.exact.Period;
import bankscore.facts.Figure;
import bankscore.facts.RecordSummary;
import bankscore.facts.Register;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that is known of one period.
 *
 * @param datasets the ids of the datasets that are there, if only with a header
 * @param figures per-bank figures by column id, then by bank code
 * @param records summaries of records by {@code dataset.column}, then by bank code
 * @param parameters published figures by {@link #itemKey item name}
 * @param pools in the order of sheet 资金池
 * @param adjustments in the order of their rows
 */
public record Quarter(
        Period period,
        Register roster,
        Set<String> datasets,
        Map<String, Map<String, Figure>> figures,
        Map<String, Map<String, List<RecordSummary>>> records,
        Map<String, Figure> parameters,
        List<Holding> holdings,
        List<Pool> pools,
        List<Risk> risks,
        List<Adjustment> adjustments) {

    public Quarter {
        datasets = Set.copyOf(datasets);
        figures = Map.copyOf(figures);
        records = Map.copyOf(records);
        parameters = Map.copyOf(parameters);
        holdings = List.copyOf(holdings);
        pools = List.copyOf(pools);
        risks = List.copyOf(risks);
        adjustments = List.copyOf(adjustments);
    }

    /** A quarter whose plan nobody has changed. */
    public Quarter(
            Period period,
            Register roster,
            Set<String> datasets,
            Map<String, Map<String, Figure>> figures,
            Map<String, Map<String, List<RecordSummary>>> records,
            Map<String, Figure> parameters,
            List<Holding> holdings,
            List<Pool> pools,
            List<Risk> risks) {
        this(period, roster, datasets, figures, records, parameters, holdings, pools, risks, List.of());
    }

    /** The same quarter with other figures. */
    public Quarter withFigures(Map<String, Map<String, Figure>> others) {
        return new Quarter(period, roster, datasets, others, records, parameters, holdings, pools, risks, adjustments);
    }

    /** The same quarter with other published figures. */
    public Quarter withParameters(Map<String, Figure> others) {
        return new Quarter(period, roster, datasets, figures, records, others, holdings, pools, risks, adjustments);
    }

    /** The same quarter with other pools. */
    public Quarter withPools(List<Pool> others) {
        return new Quarter(
                period, roster, datasets, figures, records, parameters, holdings, others, risks, adjustments);
    }

    /** The same quarter with other risks. */
    public Quarter withRisks(List<Risk> others) {
        return new Quarter(
                period, roster, datasets, figures, records, parameters, holdings, pools, others, adjustments);
    }

    /** The same quarter with other adjustments. */
    public Quarter withAdjustments(List<Adjustment> others) {
        return new Quarter(period, roster, datasets, figures, records, parameters, holdings, pools, risks, others);
    }

    public Optional<Figure> figure(String column, String bank) {
        return Optional.ofNullable(figures.getOrDefault(column, Map.of()).get(bank));
    }

    public List<RecordSummary> records(String column, String bank) {
        return records.getOrDefault(column, Map.of()).getOrDefault(bank, List.of());
    }

    /** The published figure of an item. */
    public Optional<Figure> parameter(String item) {
        return Optional.ofNullable(parameters.get(itemKey(item)));
    }

    /** An item's name as it is compared: NFKC, without white space and a bracket that only says percent. */
    public static String itemKey(String item) {
        return Figure.itemKey(item);
    }
}
