package bankscore.subsidy.say;

import bankscore.exact.Money;
import bankscore.subsidy.decide.Decision;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who is granted something, as a list that everybody reads: no account, of a natural person no whole name or number. */
public final class ListedClaimants {

    private final Report report;
    private final Map<String, Map<String, Row>> rows = new LinkedHashMap<>();

    ListedClaimants(Report report) {
        this.report = report;
        report.scheme().subsidies().forEach(subsidy -> rows.put(subsidy.id(), new LinkedHashMap<>()));
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
            rows.computeIfAbsent(line.subsidy(), subsidy -> new LinkedHashMap<>())
                    .merge(line.claimant().key(), row(line), ListedClaimants::plus);
        }
    }

    /** By subsidy in the order of the rule, then in decided order; who is granted nothing is not on it. */
    List<Row> rows() {
        List<Row> all = new ArrayList<>();
        rows.values()
                .forEach(each -> each.values().stream()
                        .filter(row -> row.amount().isPositive())
                        .forEach(all::add));
        return all;
    }

    private Row row(Decision line) {
        Masked.Listed listed = Masked.of(line, report);
        return new Row(line.subsidy(), listed.name(), listed.number(), 1, report.payable(line));
    }

    private static Row plus(Row one, Row other) {
        return new Row(
                one.subsidy(),
                one.name(),
                one.number(),
                one.lines() + other.lines(),
                one.amount().plus(other.amount()));
    }
}
