package bankscore.province.report;

import bankscore.exact.Fraction;
import bankscore.exact.Period;
import bankscore.finding.Code;
import bankscore.office.CountyState.End;
import bankscore.run.questions.CountyFigures;
import bankscore.run.questions.CountyFigures.Column;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The counties of a province in a period.
 *
 * @param rule what they go by, as it was asked for
 */
record ProvinceReport(String province, Period period, String rule, List<CountyRow> counties) {

    ProvinceReport {
        counties = List.copyOf(counties);
    }

    /** What is added up: the columns of all published counties, each once, in the order in which they come. */
    List<Column> columns() {
        LinkedHashSet<Column> columns = new LinkedHashSet<>();
        counties.forEach(county ->
                county.published().ifPresent(each -> each.figures().sums().forEach(sum -> columns.add(sum.column()))));
        return List.copyOf(columns);
    }

    /** A county's figure of a column; absent: its result has none. */
    static Optional<Fraction> value(CountyRow county, Column column) {
        return county.published().stream()
                .flatMap(each -> each.figures().sums().stream())
                .filter(sum -> sum.column().equals(column))
                .map(CountyFigures.Sum::value)
                .reduce(Fraction::plus);
    }

    /** The province's figure of a column: the sum of its counties'. */
    Fraction sum(Column column) {
        return Fraction.sum(counties.stream()
                .flatMap(county -> value(county, column).stream())
                .toList());
    }

    /** Those whose results are added up. */
    List<CountyRow> published() {
        return counties.stream()
                .filter(county -> county.published().isPresent())
                .toList();
    }

    /** Those of which nothing came. */
    List<CountyRow> silent() {
        return counties.stream()
                .filter(county -> county.state().end() == End.FINDINGS && !county.hasSent())
                .toList();
    }

    /** A county in its place; equal figures share one. */
    record Ranked(int rank, CountyRow county, CountyFigures.Rated rated) {}

    /** Counties that go by one and the same rule, the best first. */
    record Ranking(String scheme, String schemeDigest, List<Ranked> places) {}

    /** The rankings of at least two counties each, by the rule's file. */
    List<Ranking> rankings() {
        Map<String, List<CountyRow>> byRule = new LinkedHashMap<>();
        for (CountyRow county : counties) {
            county.published()
                    .filter(each -> each.figures().rated().isPresent())
                    .ifPresent(each -> byRule.computeIfAbsent(each.schemeDigest(), digest -> new ArrayList<>())
                            .add(county));
        }
        List<Ranking> rankings = new ArrayList<>();
        byRule.forEach((digest, rows) -> {
            if (rows.size() > 1) {
                rankings.add(new Ranking(rows.get(0).published().orElseThrow().scheme(), digest, places(rows)));
            }
        });
        return rankings;
    }

    private static List<Ranked> places(List<CountyRow> rows) {
        List<CountyRow> sorted = rows.stream()
                .sorted(Comparator.comparing((CountyRow row) -> rated(row).value())
                        .reversed())
                .toList();
        List<Ranked> places = new ArrayList<>();
        for (CountyRow row : sorted) {
            int above = (int) sorted.stream()
                    .filter(other -> rated(other).value().isGreater(rated(row).value()))
                    .count();
            places.add(new Ranked(above + 1, row, rated(row)));
        }
        return places;
    }

    private static CountyFigures.Rated rated(CountyRow row) {
        return row.published().flatMap(each -> each.figures().rated()).orElseThrow();
    }

    /**
     * One code of finding in all counties.
     *
     * @param counties where it was found
     */
    record Kind(Code code, int count, List<String> counties) {}

    /** The findings by their codes. */
    List<Kind> kinds() {
        Map<Code, Integer> counts = new TreeMap<>();
        Map<Code, List<String>> where = new TreeMap<>();
        for (CountyRow county : counties) {
            county.findings().forEach((code, count) -> {
                counts.merge(code, count, Integer::sum);
                where.computeIfAbsent(code, each -> new ArrayList<>())
                        .add(county.state().county());
            });
        }
        return counts.entrySet().stream()
                .map(each -> new Kind(each.getKey(), each.getValue(), where.getOrDefault(each.getKey(), List.of())))
                .toList();
    }
}
