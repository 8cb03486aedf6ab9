package bankscore.subsidy.say;

import bankscore.exact.Money;
import bankscore.subsidy.decide.Decision;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who is granted something, as a list that everybody reads: no account, of a natural person no whole name or number. */
public final class ListedClaimants {

    private ListedClaimants() {}

    /**
     * A claimant of a subsidy.
     *
     * @param lines how many lines were granted
     * @param amount what is paid for them
     */
    public record Row(String subsidy, String name, String number, long lines, Money amount) {}

    /** By subsidy in the order of the rule, then in decided order; who is granted nothing is not on it. */
    public static List<Row> of(Report report) {
        Map<String, Map<String, Row>> rows = new LinkedHashMap<>();
        report.scheme().subsidies().forEach(subsidy -> rows.put(subsidy.id(), new LinkedHashMap<>()));
        report.decisions().lines().each(line -> {
            if (!line.outcome().isRefused() && !line.granted().isZero()) {
                rows.computeIfAbsent(line.subsidy(), subsidy -> new LinkedHashMap<>())
                        .merge(line.claimant().key(), row(line, report), ListedClaimants::plus);
            }
        });
        List<Row> all = new ArrayList<>();
        rows.values()
                .forEach(each -> each.values().stream()
                        .filter(row -> row.amount().isPositive())
                        .forEach(all::add));
        return all;
    }

    private static Row row(Decision line, Report report) {
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
