package bankscore.subsidy.say;

import bankscore.exact.Money;
import bankscore.subsidy.decide.Decision;
import bankscore.subsidy.decide.seen.Keys;
import bankscore.subsidy.decide.seen.Ledger;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Who is granted something, as a list that everybody reads: no account, of a natural person no whole name or number. */
public final class ListedClaimants {

    private final Report report;
    private final Map<String, Integer> subsidies = new LinkedHashMap<>();
    private final Ledger claimants = new Ledger(3, 1);
    private final Keys.Sums lines = new Keys.Sums();

    ListedClaimants(Report report) {
        this.report = report;
        report.scheme().subsidies().forEach(subsidy -> subsidies.put(subsidy.id(), subsidies.size()));
    }

    /**
     * A claimant of a subsidy.
     *
     * @param lines how many lines were granted
     * @param amount what is paid for them
     */
    public record Row(String subsidy, String name, String number, long lines, Money amount) {}

    /** Adds the next line in decided order. */
    void add(Decision line) {
        if (!line.outcome().isRefused() && !line.granted().isZero()) {
            int claimant =
                    claimants.account(List.of(line.subsidy(), line.claimant().key()), () -> {
                        Masked.Listed listed = Masked.of(line, report);
                        return List.of(line.subsidy(), listed.name(), listed.number());
                    });
            claimants.add(claimant, 0, report.payable(line));
            lines.add(claimant, 1);
        }
    }

    /** By subsidy in the order of the rule, then in decided order; who is granted nothing is not on it. */
    List<Row> rows() {
        int[] listed = IntStream.range(0, claimants.size())
                .filter(claimant -> claimants.sum(claimant, 0).isPositive())
                .boxed()
                .sorted(Comparator.comparing(claimant ->
                        subsidies.getOrDefault(claimants.texts(claimant).get(0), 0)))
                .mapToInt(Integer::intValue)
                .toArray();
        return Ledger.list(listed, this::row);
    }

    private Row row(int claimant) {
        List<String> told = claimants.texts(claimant);
        return new Row(told.get(0), told.get(1), told.get(2), lines.get(claimant), claimants.sum(claimant, 0));
    }
}
