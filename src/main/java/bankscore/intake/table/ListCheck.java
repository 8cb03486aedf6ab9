package bankscore.intake.table;

import bankscore.facts.Fact;
import bankscore.facts.OnSheet;
import bankscore.facts.Subject;
import bankscore.finding.Finding;
import bankscore.intake.Dataset;
import bankscore.intake.Edition;
import bankscore.intake.SheetHeader;
import bankscore.intake.table.staged.StagedTables;
import bankscore.sheet.Place;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Checks lists of subjects without figures: several are joined, but not two that name one subject, or of which one calls
 * itself newer.
 */
final class ListCheck {

    private final StagedTables tables;
    private final Consumer<Finding> findings;
    private final Map<Integer, Set<String>> subjects = new HashMap<>();

    ListCheck(StagedTables tables, Consumer<Finding> findings) {
        this.tables = tables;
        this.findings = findings;
        for (OnSheet<Fact> each : tables.figures()) {
            subjects.computeIfAbsent(each.sheet(), sheet -> new LinkedHashSet<>())
                    .add(each.value().subject());
        }
    }

    void check() {
        for (Dataset dataset : tables.datasets()) {
            if (dataset.rows() == Dataset.Rows.OTHER && dataset.numeric().isEmpty()) {
                checkSentAgain(dataset);
            }
        }
    }

    private void checkSentAgain(Dataset dataset) {
        Edition edition = dataset.checks().edition();
        Map<String, Place> first = new HashMap<>();
        Place earlier = Place.NONE;
        for (Map.Entry<Integer, SheetHeader> each : tables.sheetsOf(dataset).entrySet()) {
            SheetHeader header = each.getValue();
            Set<String> own = subjects.getOrDefault(each.getKey(), Set.of());
            Optional<String> shared = own.stream().filter(first::containsKey).findFirst();
            if (shared.isPresent()) {
                String name =
                        tables.roster().subject(shared.get()).map(Subject::name).orElse(shared.get());
                findings.accept(
                        edition.twiceListed(header.headingOfNames(), first.getOrDefault(shared.get(), earlier), name));
            } else if (!earlier.equals(Place.NONE)
                    && (edition.of(header.sheet()).isPresent()
                            || edition.of(earlier).isPresent())) {
                findings.accept(edition.twiceListed(header.headingOfNames(), earlier, ""));
            }
            earlier = header.sheet();
            own.forEach(subject -> first.putIfAbsent(subject, header.sheet()));
        }
    }
}
