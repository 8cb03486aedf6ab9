package bankscore.intake.table.earlier;

import bankscore.facts.Subject;
import bankscore.facts.register.Register;
import bankscore.finding.Code;
import bankscore.finding.Finding;
import bankscore.intake.Column.Role;
import bankscore.intake.Dataset;
import bankscore.intake.RegisterRow;
import bankscore.intake.table.staged.Earlier;
import bankscore.intake.table.staged.StagedTables;
import bankscore.sheet.Place;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The register against the one that was published last: each subject that is otherwise is to be verified. */
final class RegisterChanges {

    private final StagedTables tables;
    private final List<Finding> findings = new ArrayList<>();

    private RegisterChanges(StagedTables tables) {
        this.tables = tables;
    }

    static List<Finding> check(StagedTables tables) {
        RegisterChanges changes = new RegisterChanges(tables);
        if (tables.registered().namesAreSure() && !tables.roster().subjects().isEmpty()) {
            // Where nobody stood, the register was not read then.
            tables.last()
                    .filter(last -> !last.register().subjects().isEmpty())
                    .ifPresent(last -> changes.compare(last.register(), last));
        }
        return changes.findings;
    }

    private void compare(Register then, Earlier last) {
        Set<String> known = new HashSet<>();
        for (Subject now : tables.roster().subjects()) {
            Optional<Subject> before = then.subject(now.code()).or(() -> sameName(then, now));
            before.ifPresent(subject -> known.add(subject.code()));
            if (before.isPresent()) {
                compare(now, before.get(), last);
            } else {
                changed("new", Role.NAME, now, "", now.code(), last);
            }
        }
        for (Subject before : then.subjects()) {
            if (!known.contains(before.code())) {
                changed("gone", Role.NAME, before, before.code(), "", last);
            }
        }
    }

    /** Who went by this full name and has another code now; a code that is still in use is still its owner's. */
    private Optional<Subject> sameName(Register then, Subject now) {
        return then.subjects().stream()
                .filter(before -> Register.key(before.name()).equals(Register.key(now.name()))
                        && tables.roster().subject(before.code()).isEmpty())
                .findFirst();
    }

    private void compare(Subject now, Subject before, Earlier last) {
        if (!now.code().equals(before.code())) {
            changed(isOfParties() ? "recoded_party" : "recoded", Role.CODE, now, before.code(), now.code(), last);
        }
        if (!Register.key(now.name()).equals(Register.key(before.name()))) {
            changed("renamed", Role.NAME, now, before.name(), now.name(), last);
        }
        if (!Register.key(now.kind()).equals(Register.key(before.kind()))) {
            changed("other_kind", Role.KIND, now, before.kind(), now.kind(), last);
        }
        if (!now.opened().equals(before.opened())) {
            changed("other_day", Role.OPENED, now, day(before), day(now), last);
        }
        if (now.assessed() != before.assessed()) {
            changed(now.assessed() ? "taken_in" : "left_out", Role.ASSESSED, now, "", "", last);
        }
    }

    private boolean isOfParties() {
        return tables.datasets().stream().anyMatch(dataset -> dataset.rows() == Dataset.Rows.MEMBER);
    }

    private static String day(Subject subject) {
        return subject.opened().map(LocalDate::toString).orElse("");
    }

    private void changed(String what, Role role, Subject subject, String before, String now, Earlier last) {
        findings.add(Finding.of(Code.W221, place(subject, role))
                .subject(subject.name())
                .with("expected", before)
                .with("found", now)
                .with("period", last.period())
                .with(Finding.VARIANT, what));
    }

    /** The cell that tells it; of a subject that is gone the sheet. */
    private Place place(Subject subject, Role role) {
        RegisterRow row = tables.registered().rows().get(subject.code());
        if (row != null) {
            return row.at(role);
        }
        return tables.sheets().values().stream()
                .filter(header -> header.dataset().isRegister())
                .map(header -> header.sheet().sheetOnly())
                .findFirst()
                .orElse(Place.NONE);
    }
}
