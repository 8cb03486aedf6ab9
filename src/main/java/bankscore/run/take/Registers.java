package bankscore.run.take;

import bankscore.facts.register.PartyRegister;
import bankscore.finding.Finding;
import bankscore.intake.Column;
import bankscore.intake.Dataset;
import bankscore.intake.SheetHeader;
import bankscore.intake.row.PartyIntake;
import bankscore.intake.row.RegisterIntake;
import bankscore.sheet.SheetRow;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The registers that the rule reads: first their rows are taken, sheet by sheet, then they are there. */
final class Registers {

    private final String none;
    private final RegisterIntake subjects;
    private final Map<String, PartyIntake> parties = new TreeMap<>();
    private final Map<String, PartyRegister> all = new TreeMap<>();
    private final Map<Integer, Integer> entries = new TreeMap<>();
    private final Set<String> unsure = new TreeSet<>();
    private Optional<Dataset> ofSubjects = Optional.empty();
    private RegisterIntake.Result roster;

    /** @param none the word for an empty cell */
    Registers(String none) {
        this.none = none;
        this.subjects = new RegisterIntake(none);
        this.roster = subjects.result();
    }

    /** Takes rows below the header of a sheet; says how many cells they have. */
    int take(int sheet, SheetHeader header, List<SheetRow> rows) {
        rows.forEach(row -> take(sheet, header, row));
        return rows.stream().mapToInt(row -> row.cells().size()).sum();
    }

    private void take(int sheet, SheetHeader header, SheetRow row) {
        Dataset dataset = header.dataset();
        if (dataset.rows() == Dataset.Rows.REGISTER) {
            ofSubjects = Optional.of(dataset);
            int before = subjects.entries();
            subjects.take(header, row);
            entries.merge(sheet, subjects.entries() - before, Integer::sum);
        } else {
            boolean entry = parties.computeIfAbsent(dataset.id(), id -> new PartyIntake(id, none))
                    .take(header, row);
            entries.merge(sheet, entry ? 1 : 0, Integer::sum);
        }
    }

    /** All rows are taken. Says what is wrong with them. */
    List<Finding> end() {
        roster = subjects.result();
        List<Finding> findings = new ArrayList<>(roster.findings());
        ofSubjects.ifPresent(dataset -> all.put(
                dataset.id(),
                PartyRegister.of(dataset.id(), roster.register(), dataset.id(Column.Role.KIND), roster.told())));
        parties.forEach((dataset, intake) -> {
            all.put(dataset, intake.register());
            if (!intake.namesAreSure()) {
                unsure.add(dataset);
            }
            findings.addAll(intake.findings());
        });
        parties.clear();
        return findings;
    }

    /** The register of subjects. */
    RegisterIntake.Result roster() {
        return roster;
    }

    /** The same as one of parties; it knows nobody if none was sent. */
    PartyRegister ofSubjects() {
        return ofSubjects
                .map(dataset -> of(dataset.id()))
                .orElseGet(() -> PartyRegister.of("", roster.register(), Optional.empty()));
    }

    /** The register of a dataset; it knows nobody if none was sent. */
    PartyRegister of(String dataset) {
        PartyRegister register = all.get(dataset);
        return register == null ? PartyRegister.empty(dataset) : register;
    }

    /** All of them by the id of their dataset. */
    Map<String, PartyRegister> all() {
        return Collections.unmodifiableMap(all);
    }

    /** The registers of parties whose names have an error, by the id of their dataset. */
    Set<String> unsure() {
        return Collections.unmodifiableSet(unsure);
    }

    /** How many entries each of their sheets has, by number. */
    Map<Integer, Integer> entries() {
        return Collections.unmodifiableMap(entries);
    }
}
