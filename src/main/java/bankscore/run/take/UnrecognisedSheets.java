package bankscore.run.take;

import bankscore.finding.Code;
import bankscore.finding.Finding;
import bankscore.intake.Column;
import bankscore.intake.Dataset;
import bankscore.intake.header.NearMiss;
import bankscore.sheet.Place;
import bankscore.sheet.PlainText;
import bankscore.store.SheetStore.StagedSheet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The sheets that no dataset recognised: those that were meant for one, as their headings tell or the names that the
 * dataset's sheets had last time, and the others, of which a note is enough.
 */
final class UnrecognisedSheets {

    /** What spreadsheet programs call a sheet that nobody named, without its number. */
    private static final Set<String> NAMELESS = Set.of("", "Sheet", "sheet", "工作表", "表");

    /** How near a name comes to one of last time: by the file's name, by the sheet's own, or by both. */
    private static final int FILE = 1;

    private static final int SHEET = 2;

    private final List<Dataset> datasets;
    private final Map<Place, Dataset> now;
    private final List<StagedSheet> before;
    private final List<StagedSheet> gone;

    /**
     * What the sheets of a period are held against.
     *
     * @param datasets those that the rule uses
     * @param now the recognised sheets of the period
     * @param before the sheets of the last published period
     */
    UnrecognisedSheets(List<Dataset> datasets, Map<Place, Dataset> now, Collection<StagedSheet> before) {
        this.datasets = List.copyOf(datasets);
        this.now = new LinkedHashMap<>(now);
        this.before = List.copyOf(before);
        this.gone = before.stream()
                .filter(sheet -> now.entrySet().stream()
                        .noneMatch(each -> each.getValue().id().equals(sheet.dataset())
                                && likeness(sheet.place(), each.getKey()) == FILE + SHEET))
                .toList();
    }

    private boolean isUsed(NearMiss near) {
        return datasets.stream()
                .anyMatch(each -> each.id().equals(near.dataset().id()));
    }

    private boolean isPresent(Dataset dataset) {
        return now.values().stream().anyMatch(each -> each.id().equals(dataset.id()));
    }

    /**
     * A sheet that was not recognised.
     *
     * @param first its first filled cell
     * @param rows how many rows hold anything
     * @param resembled how far it is from each dataset that it has an identifying heading of
     */
    record Unknown(Place first, int rows, List<NearMiss> resembled) {}

    /** One finding for each sheet. */
    List<Finding> judge(List<Unknown> sheets) {
        List<Finding> findings = new ArrayList<>();
        List<Unknown> rest = new ArrayList<>();
        for (Unknown sheet : sheets) {
            meant(sheet).map(this::nearMiss).ifPresentOrElse(findings::add, () -> rest.add(sheet));
        }
        Set<String> lost = findings.stream()
                .map(finding -> finding.details().getOrDefault("expected", ""))
                .collect(Collectors.toSet());
        for (Dataset dataset : datasets) {
            if (!lost.contains(dataset.name())) {
                nextOf(dataset, rest).ifPresent(sheet -> {
                    rest.remove(sheet);
                    findings.add(byName(dataset, sheet));
                });
            }
        }
        rest.forEach(sheet -> findings.add(note(sheet)));
        return findings;
    }

    // By headings.

    /** What a sheet was meant for: the nearest dataset; of equally near ones rather one that is still to come. */
    private Optional<NearMiss> meant(Unknown sheet) {
        return sheet.resembled().stream()
                .filter(near -> near.isMeant() && isUsed(near))
                .min(NearMiss.NEARER.thenComparing(
                        near -> isPresent(near.dataset()) || near.dataset().presence() == Dataset.Presence.OPTIONAL));
    }

    private Finding nearMiss(NearMiss near) {
        boolean doubtful = isPresent(near.dataset()) && !near.alike();
        Finding finding = Finding.of(doubtful ? Code.W104 : Code.E116, near.at())
                .with("expected", near.dataset().name())
                .with("headings", headings(near.dataset()))
                .with("missing", near.missingNames())
                .with("near", near.near());
        return near.near().isEmpty() ? finding.with(Finding.VARIANT, "bare") : finding;
    }

    static String headings(Dataset dataset) {
        return dataset.identifying().stream().map(Column::name).collect(Collectors.joining("、"));
    }

    /** Any other sheet is only told of, with the dataset that it has most headings of. */
    private Finding note(Unknown sheet) {
        Finding note = Finding.of(Code.N101, sheet.first());
        return sheet.resembled().stream()
                .filter(this::isUsed)
                .min(NearMiss.NEARER)
                .map(near -> note.with("expected", near.dataset().name())
                        .with("missing", near.missingNames())
                        .with("near", near.near())
                        .with(Finding.VARIANT, near.near().isEmpty() ? "bare" : "near"))
                .orElse(note);
    }

    // By names.

    /**
     * The sheet with rows that comes nearest by its name to what was the dataset last time and is not any more. Where other
     * sheets hold the dataset, the file's name alone tells nothing: what explains them lies there too.
     */
    private Optional<Unknown> nextOf(Dataset dataset, List<Unknown> sheets) {
        int least = isPresent(dataset) ? SHEET : FILE;
        return sheets.stream()
                .filter(sheet -> sheet.rows() > 1 && likeness(dataset, sheet.first()) >= least)
                .max(Comparator.comparingInt((Unknown sheet) -> likeness(dataset, sheet.first()))
                        .thenComparingInt(Unknown::rows));
    }

    private int likeness(Dataset dataset, Place place) {
        return gone.stream()
                .filter(sheet -> sheet.dataset().equals(dataset.id()))
                .mapToInt(sheet -> likeness(sheet.place(), place))
                .max()
                .orElse(0);
    }

    private static int likeness(Place one, Place other) {
        boolean file = telling(name(one.file())).equals(telling(name(other.file())));
        String sheet = telling(one.sheet());
        boolean same = sheet.equals(telling(other.sheet()));
        return (file ? FILE : 0) + (same && (file || !NAMELESS.contains(sheet)) ? SHEET : 0);
    }

    private Finding byName(Dataset dataset, Unknown sheet) {
        Optional<NearMiss> near = sheet.resembled().stream()
                .filter(each -> each.dataset().id().equals(dataset.id()))
                .findFirst();
        return Finding.of(Code.E116, near.map(NearMiss::at).orElse(sheet.first()))
                .with("expected", dataset.name())
                .with("headings", headings(dataset))
                .with("missing", near.map(NearMiss::missingNames).orElse(headings(dataset)))
                .with("near", "")
                .with(Finding.VARIANT, "name");
    }

    private static String name(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.substring(0, name.lastIndexOf('.') < 0 ? name.length() : name.lastIndexOf('.'));
    }

    /** A name without what changes from period to period: numbers, and the words of years, quarters and months. */
    private static String telling(String name) {
        return PlainText.of(name).replaceAll("[0-9一二三四上下半全年度季月日第末至截()~.—-]", "");
    }

    // What is missing altogether.

    /**
     * Datasets with many rows that came in more sheets last time: one finding for each. Records may come in fewer sheets
     * under other names; they are counted once they are read.
     *
     * @param nearMisses what was found of the sheets that were not recognised
     */
    List<Finding> lost(List<Finding> nearMisses) {
        List<Finding> findings = new ArrayList<>();
        for (Dataset dataset : datasets) {
            long then = before.stream()
                    .filter(sheet -> sheet.dataset().equals(dataset.id()))
                    .count();
            List<StagedSheet> missed = gone.stream()
                    .filter(sheet -> sheet.dataset().equals(dataset.id()))
                    .toList();
            List<Place> here = now.entrySet().stream()
                    .filter(sheet -> sheet.getValue().id().equals(dataset.id()))
                    .map(Map.Entry::getKey)
                    .toList();
            boolean told = nearMisses.stream()
                    .anyMatch(finding ->
                            finding.details().getOrDefault("expected", "").equals(dataset.name()));
            // Claims come in batches.
            if (!dataset.isOfSubjects()
                    && dataset.rows() != Dataset.Rows.CLAIM
                    && !missed.isEmpty()
                    && !here.isEmpty()
                    && here.size() < then
                    && (missed.size() < then || dataset.rows() != Dataset.Rows.RECORD)
                    && !told) {
                findings.add(Finding.of(Code.W105, here.get(0).sheetOnly())
                        .with("expected", dataset.name())
                        .with("then", then)
                        .with("now", here.size())
                        .with(
                                "gone",
                                missed.stream()
                                        .map(sheet -> sheet.place().toString())
                                        .collect(Collectors.joining("、"))));
            }
        }
        return findings;
    }
}
