package bankscore.run.publish;

import bankscore.finding.Code;
import bankscore.finding.Finding;
import bankscore.finding.Words;
import bankscore.sheet.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Findings of one root cause as one. Those that name a cause stand at its first place, in the order of files, sheets and rows,
 * which tells the others: a bank that the register lacks is one mistake in however many sheets. Those that follow from another
 * one of their sheet are left out.
 */
record SameCause(Words words) {
    /** So many cells of a sheet are told by name. */
    private static final int CELLS = 5;

    /** So many sheets are told by name. */
    private static final int SHEETS = 8;

    /** A name that begins with another unknown one of at least so many characters is that one at greater length. */
    private static final int SHORTEST = 4;


    /** The other cells of a sheet, and what is written there. */
    private record Others(Place sheet, String found) {}

    /** The findings in their order; those with a cause at the first one of it. */
    List<Finding> asOne(List<Finding> all) {
        Set<List<Object>> covered = new HashSet<>();
        all.forEach(finding -> finding.code()
                .covers()
                .forEach(code -> covered.add(List.of(code, finding.place().sheetOnly()))));
        List<Finding> findings = all.stream()
                .filter(finding -> covered.isEmpty()
                        || !covered.contains(
                                List.of(finding.code(), finding.place().sheetOnly())))
                .toList();
        Map<String, String> names = names(findings);
        Map<Object, List<Finding>> groups = new LinkedHashMap<>();
        for (Finding finding : findings) {
            String cause = finding.details().get(Finding.CAUSE);
            Object group = cause == null
                    ? finding
                    : List.of(
                            finding.code(),
                            finding.details().getOrDefault(Finding.VARIANT, ""),
                            finding.code() == Code.E301 ? names.getOrDefault(cause, cause) : cause);
            groups.computeIfAbsent(group, key -> new ArrayList<>()).add(finding);
        }
        return groups.values().stream().map(this::one).toList();
    }

    /** Of each unknown name the shortest unknown one that it begins with: 某银行 for 某银行股份有限公司某分行. */
    private static Map<String, String> names(List<Finding> findings) {
        TreeSet<String> sorted = new TreeSet<>();
        for (Finding finding : findings) {
            String cause = finding.details().get(Finding.CAUSE);
            if (finding.code() == Code.E301 && cause != null) {
                sorted.add(cause);
            }
        }
        Map<String, String> names = new HashMap<>();
        String root = "";
        for (String name : sorted) {
            root = root.length() >= SHORTEST && name.startsWith(root) ? root : name;
            names.put(name, root);
        }
        return names;
    }

    private Finding one(List<Finding> group) {
        if (group.size() == 1 || !group.get(0).details().containsKey(Finding.CAUSE)) {
            return group.get(0);
        }
        List<Finding> sorted =
                group.stream().sorted(Comparator.comparing(Finding::place)).toList();
        Finding first = sorted.get(0);
        String found = found(first);
        Map<Others, List<String>> others = new LinkedHashMap<>();
        for (Finding other : sorted.subList(1, sorted.size())) {
            boolean spelled = other.code() == Code.E301 && !found(other).equals(found);
            others.computeIfAbsent(
                            new Others(other.place().sheetOnly(), spelled ? found(other) : ""),
                            sheet -> new ArrayList<>())
                    .add(other.place().cell());
        }
        List<String> places = new ArrayList<>();
        others.forEach((where, cells) -> {
            String told = where.sheet().equals(first.place().sheetOnly())
                    ? told(cells)
                    : words.text("word.more.sheet", "sheet", where.sheet(), "cells", told(cells));
            places.add(
                    where.found().isEmpty()
                            ? told
                            : words.text("word.more.spelled", "place", told, "found", where.found()));
        });
        String all = places.size() <= SHEETS
                ? String.join("、", places)
                : words.text(
                        "word.more.sheets",
                        "places",
                        String.join("、", places.subList(0, SHEETS)),
                        "count",
                        places.size());
        return first.with("more", words.text("word.more", "places", all));
    }

    private static String found(Finding finding) {
        return finding.details().getOrDefault("found", "");
    }

    private String told(List<String> cells) {
        return cells.size() <= CELLS
                ? String.join("、", cells)
                : words.text(
                        "word.more.cells", "cells", String.join("、", cells.subList(0, CELLS)), "count", cells.size());
    }
}
