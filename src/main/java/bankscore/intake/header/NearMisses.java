package bankscore.intake.header;

import bankscore.exact.Fraction;
import bankscore.facts.Nearest;
import bankscore.intake.Column;
import bankscore.intake.Dataset;
import bankscore.intake.header.HeaderMatch.Said;
import bankscore.sheet.Cell;
import bankscore.sheet.Place;
import bankscore.sheet.PlainText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Remembers for each dataset the row that comes nearest to its header; a header may be spread over two rows. */
final class NearMisses {

    /** So many texts of a row are looked at; no header of ours has so many columns. */
    private static final int MOST = 200;

    private final Place sheet;
    private final Map<Dataset, Map<String, String>> datasets;
    private final Map<Dataset, NearMiss> nearest = new LinkedHashMap<>();

    NearMisses(Place sheet, Map<Dataset, Map<String, String>> datasets) {
        this.sheet = sheet;
        this.datasets = datasets;
    }

    /** What came nearest so far: those with fewer missing headings first. */
    List<NearMiss> best() {
        return nearest.values().stream().sorted(NearMiss.NEARER).toList();
    }

    /** Looks at a row that is no header, and at what stands above its empty cells. */
    void look(Map<Integer, Cell> texts, Map<Integer, Cell> over) {
        Map<Integer, Cell> both = new TreeMap<>(over);
        both.putAll(texts);
        List<Said> said = both.entrySet().stream()
                .filter(each -> Said.isShort(each.getValue()))
                .limit(MOST)
                .map(each -> Said.of(
                        each.getValue(),
                        Optional.ofNullable(over.get(each.getKey()))
                                .filter(above -> Said.isShort(above) && !above.equals(each.getValue()))))
                .toList();
        datasets.forEach((dataset, columns) -> look(dataset, columns, said, texts));
    }

    private void look(Dataset dataset, Map<String, String> columns, List<Said> said, Map<Integer, Cell> texts) {
        Map<String, String> held = new LinkedHashMap<>();
        List<Said> others = new ArrayList<>();
        for (Said each : said) {
            HeaderMatch.hit(columns, each)
                    .ifPresentOrElse(
                            hit -> held.put(hit.column(), each.heading().text()), () -> others.add(each));
        }
        List<Column> missing = dataset.identifying().stream()
                .filter(column -> !held.containsKey(column.id()))
                .toList();
        int known = dataset.identifying().size() - missing.size();
        if (known == 0 || texts.isEmpty()) {
            return;
        }
        // One heading alone is thin: what only repeats its characters is no second one.
        String beside = known == 1
                ? dataset.identifying().stream()
                        .map(column -> held.getOrDefault(column.id(), ""))
                        .collect(Collectors.joining())
                : "";
        Map<Column, Said> alike = new LinkedHashMap<>();
        missing.forEach(column -> alike(column, others, beside).ifPresent(other -> alike.put(column, other)));
        boolean all = alike.size() == missing.size();
        Cell first = alike.values().stream()
                .map(Said::cell)
                .findFirst()
                .orElseGet(() -> texts.values().iterator().next());
        NearMiss found = new NearMiss(
                dataset,
                sheet.at(first.at().a1()),
                known,
                held.size(),
                missing,
                missing.stream()
                        .map(column -> Optional.ofNullable(alike.get(column))
                                .map(Said::written)
                                .orElseGet(() -> similar(column, others)))
                        .filter(near -> !near.isEmpty())
                        .distinct()
                        .collect(Collectors.joining("、")),
                all,
                all
                        ? Fraction.sum(alike.entrySet().stream()
                                .map(each -> change(each.getKey(), each.getValue()))
                                .toList())
                        : Fraction.ZERO);
        nearest.merge(dataset, found, (before, now) -> NearMiss.NEARER.compare(now, before) < 0 ? now : before);
    }

    private static String similar(Column column, List<Said> others) {
        Map<String, List<String>> spellings = new LinkedHashMap<>();
        others.forEach(
                each -> spellings.put(each.written(), List.of(each.heading().text())));
        return Nearest.to(PlainText.of(column.name()), spellings, "");
    }

    private static Optional<Said> alike(Column column, List<Said> others, String beside) {
        return others.stream()
                .filter(other -> column.headings().stream()
                        .anyMatch(heading -> Nearest.isAlike(
                                PlainText.of(heading), other.heading().text(), beside)))
                .min(Comparator.comparing(other -> change(column, other)));
    }

    /** How much of a heading differs from the most similar one that is accepted. */
    private static Fraction change(Column column, Said other) {
        return column.headings().stream()
                .map(heading ->
                        Nearest.change(PlainText.of(heading), other.heading().text()))
                .reduce(Fraction.ONE, Fraction::min);
    }
}
