package bankscore.run.publish;

import bankscore.finding.Finding;
import bankscore.finding.Words;
import bankscore.sheet.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Findings of one root cause as one: it stands at the first place, in the order of files, sheets and rows, and tells the
 * others. A bank that the register lacks is one mistake in however many sheets.
 */
final class SameCause {

    /** So many cells of a sheet are told by name. */
    private static final int CELLS = 5;

    private final Words words;

    SameCause(Words words) {
        this.words = words;
    }

    /** The findings in their order; those with a cause at the first one of it. */
    List<Finding> asOne(List<Finding> findings) {
        Map<Object, List<Finding>> groups = new LinkedHashMap<>();
        for (Finding finding : findings) {
            String cause = finding.details().get(Finding.CAUSE);
            Object group = cause == null ? finding : List.of(finding.code(), variant(finding), cause);
            groups.computeIfAbsent(group, key -> new ArrayList<>()).add(finding);
        }
        return groups.values().stream().map(this::one).toList();
    }

    private static String variant(Finding finding) {
        return finding.details().getOrDefault(Finding.VARIANT, "");
    }

    private Finding one(List<Finding> group) {
        if (!group.get(0).details().containsKey(Finding.CAUSE)) {
            return group.get(0);
        }
        List<Finding> sorted = group.stream()
                .sorted((one, other) -> AllFindings.PLACES.compare(one.place(), other.place()))
                .toList();
        Finding first = sorted.get(0);
        Map<Place, List<String>> others = new LinkedHashMap<>();
        for (Finding other : sorted.subList(1, sorted.size())) {
            others.computeIfAbsent(other.place().sheetOnly(), sheet -> new ArrayList<>())
                    .add(other.place().cell());
        }
        List<String> places = new ArrayList<>();
        others.forEach((sheet, cells) -> places.add(
                sheet.equals(first.place().sheetOnly())
                        ? told(cells)
                        : words.text("word.more.sheet", "sheet", sheet, "cells", told(cells))));
        return places.isEmpty()
                ? first
                : first.with("more", words.text("word.more", "places", String.join("、", places)));
    }

    private String told(List<String> cells) {
        return cells.size() <= CELLS
                ? String.join("、", cells)
                : words.text(
                        "word.more.cells",
                        "cells",
                        String.join("、", cells.subList(0, CELLS)),
                        "count",
                        cells.size());
    }
}
