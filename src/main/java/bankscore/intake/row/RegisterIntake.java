package bankscore.intake.row;

import bankscore.facts.Register;
import bankscore.facts.Subject;
import bankscore.finding.Code;
import bankscore.finding.Finding;
import bankscore.intake.Column;
import bankscore.intake.SheetHeader;
import bankscore.intake.SheetHeader.HeaderColumn;
import bankscore.intake.text.CellTexts;
import bankscore.intake.text.DayText;
import bankscore.intake.text.NumberText;
import bankscore.intake.text.RowKind;
import bankscore.sheet.Cell;
import bankscore.sheet.CellRef;
import bankscore.sheet.CellValue;
import bankscore.sheet.PlainText;
import bankscore.sheet.SheetRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Builds the register from the rows of all register sheets, in the order of the rows.
 *
 * <p>A subject with a readable code and name is in the register even if another cell of its row has an error, so that no other
 * sheet is accused of naming an unknown subject. A name that two subjects claim is reported where it stands for the second time.
 */
public final class RegisterIntake {

    /**
     * The register and all that is wrong with it.
     *
     * @param namesAreSure whether no code, name, short name or alias has an error, so that other sheets may be judged by it
     */
    public record Result(Register register, List<Finding> findings, boolean namesAreSure) {

        public Result {
            findings = List.copyOf(findings);
        }
    }

    private static final Set<Column.Kind> NAMES = EnumSet.of(Column.Kind.CODE, Column.Kind.NAME, Column.Kind.NAMES);

    private final String none;
    private final List<Subject> subjects = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Set<String> codes = new HashSet<>();
    private final Set<String> fullNames = new HashSet<>();
    private final Map<String, Subject> owners = new HashMap<>();
    private boolean namesAreSure = true;

    /** Starts an empty register; {@code none} is the word for an empty cell. */
    public RegisterIntake(String none) {
        this.none = none;
    }

    public Result result() {
        return new Result(new Register(subjects), findings, namesAreSure);
    }

    /** How many entries were taken so far. */
    public int entries() {
        return subjects.size();
    }

    /** Takes one row below the header of a register sheet. */
    public void take(SheetHeader header, SheetRow row) {
        CellTexts line = CellTexts.of(row);
        if (line.isEmpty()) {
            return;
        }
        Cell first = line.cell(0);
        if (new RowKind(header).repeatsHeader(line)) {
            if (row.index() > header.row() + 1) {
                hint(header, Code.N102, first);
            }
            return;
        }
        int lastIdentifying = header.columns().stream()
                .filter(column -> column.column().identifying())
                .mapToInt(HeaderColumn::index)
                .max()
                .orElse(0);
        if (RowKind.total(line, lastIdentifying).isPresent()) {
            return;
        }
        Optional<Cell> part = RowKind.partOfAnother(line, lastIdentifying);
        if (part.isPresent()) {
            hint(header, Code.N103, part.get());
            return;
        }
        long identified = header.columns().stream()
                .filter(column -> column.column().identifying() && line.has(column.index()))
                .count();
        long told = header.columns().stream()
                .filter(column -> line.has(column.index()))
                .count();
        // Code or name alone may be a note; with anything else of a subject it is one that lacks the other.
        if (identified == 0 || told < 2 || RowKind.isSignature(line)) {
            hint(header, Code.N102, first);
            return;
        }
        new Entry(header, row, line).read();
    }

    private void hint(SheetHeader header, Code code, Cell cell) {
        findings.add(Finding.of(code, header.sheet().at(cell.at().a1()))
                .with("found", cell.value().shown()));
    }

    /** One row of the register while it is read. */
    private final class Entry {

        private final SheetHeader header;
        private final SheetRow row;
        private final CellTexts line;
        private final Set<Integer> accused = new HashSet<>();
        private String subjectName = "";
        private boolean good = true;

        Entry(SheetHeader header, SheetRow row, CellTexts line) {
            this.header = header;
            this.row = row;
            this.line = line;
        }

        void read() {
            subjectName = word(Column.Role.NAME);
            Subject subject = new Subject(
                    Register.key(word(Column.Role.CODE)),
                    subjectName,
                    word(Column.Role.SHORT_NAME),
                    aliases(),
                    word(Column.Role.KIND),
                    opened(),
                    assessed());
            if (good) {
                claimRow(subject);
            }
            if (good) {
                subjects.add(subject);
                claimNames(subject);
            }
            if (row.hidden()) {
                header.column(Column.Role.CODE)
                        .ifPresent(code -> accuse(Code.W201, code, Map.of("row", Integer.toString(row.index() + 1))));
            }
        }

        private void accuse(Code code, HeaderColumn column, Map<String, String> details) {
            good = good && !column.column().identifying();
            namesAreSure &= code == Code.W201 || !NAMES.contains(column.column().kind());
            if (!accused.add(column.index())) {
                return;
            }
            String found = cell(column).map(cell -> cell.value().shown()).orElse("");
            Finding finding = Finding.of(code, header.sheet().at(new CellRef(row.index(), column.index()).a1()))
                    .subject(subjectName)
                    .column(column.heading())
                    .with("found", found.isEmpty() ? none : found);
            for (Map.Entry<String, String> detail : details.entrySet()) {
                finding = finding.with(detail.getKey(), detail.getValue());
            }
            findings.add(finding);
        }

        private Optional<Cell> cell(HeaderColumn column) {
            return Optional.ofNullable(line.at(column.index()));
        }

        private String word(Column.Role role) {
            Optional<HeaderColumn> column = header.column(role);
            if (column.isEmpty()) {
                return "";
            }
            boolean name = column.get().column().kind() != Column.Kind.TEXT
                    && column.get().column().kind() != Column.Kind.CHOICE;
            TextCell read = TextCell.read(line.at(column.get().index()), name);
            if (read instanceof TextCell.Said said) {
                return said.text();
            }
            if (read instanceof TextCell.Bad bad) {
                accuse(bad.code(), column.get(), Map.of());
            } else if (column.get().column().identifying()) {
                accuse(Code.E206, column.get(), Map.of());
            }
            return "";
        }

        private List<String> aliases() {
            List<String> aliases = new ArrayList<>();
            for (String alias : word(Column.Role.ALIASES).split("[、;；]", -1)) {
                if (!NumberText.isMissing(alias)) {
                    aliases.add(alias.strip());
                    if (TextCell.beginsLikeFormula(alias)) {
                        header.column(Column.Role.ALIASES).ifPresent(column -> accuse(Code.E213, column, Map.of()));
                    }
                }
            }
            return aliases;
        }

        private Optional<LocalDate> opened() {
            Optional<HeaderColumn> column = header.column(Column.Role.OPENED);
            Optional<Cell> cell = column.flatMap(this::cell);
            if (column.isEmpty() || cell.isEmpty()) {
                return Optional.empty();
            }
            CellValue value = cell.get().value();
            if (value instanceof CellValue.Failure || value instanceof CellValue.Uncached) {
                accuse(value instanceof CellValue.Failure ? Code.E204 : Code.E205, column.get(), Map.of());
                return Optional.empty();
            }
            DayText read = DayText.read(value);
            if (read instanceof DayText.Unreadable) {
                accuse(Code.E211, column.get(), Map.of());
            }
            return read instanceof DayText.Read date ? Optional.of(date.day()) : Optional.empty();
        }

        private boolean assessed() {
            Optional<HeaderColumn> column = header.column(Column.Role.ASSESSED);
            String word = PlainText.of(word(Column.Role.ASSESSED));
            if (column.isEmpty() || word.isEmpty()) {
                return true;
            }
            List<String> choices = column.get().column().choices();
            if (!choices.contains(word)) {
                accuse(Code.E209, column.get(), Map.of("choices", String.join("、", choices)));
            }
            return choices.indexOf(word) != 1;
        }

        /** Whether the row is the subject's first; the later name is accused, the code only if the name is new. */
        private void claimRow(Subject subject) {
            boolean newCode = codes.add(subject.code());
            boolean newName = fullNames.add(Register.key(subject.name()));
            if (!newCode || !newName) {
                header.column(newName ? Column.Role.CODE : Column.Role.NAME)
                        .ifPresent(column -> accuse(Code.E302, column, Map.of()));
            }
        }

        private void claimNames(Subject subject) {
            claim(subject, subject.code(), Column.Role.CODE);
            claim(subject, subject.name(), Column.Role.NAME);
            claim(subject, subject.shortName(), Column.Role.SHORT_NAME);
            for (String alias : subject.aliases()) {
                claim(subject, alias, Column.Role.ALIASES);
            }
        }

        private void claim(Subject subject, String name, Column.Role role) {
            if (name.isEmpty()) {
                return;
            }
            Subject owner = owners.putIfAbsent(Register.key(name), subject);
            if (owner != null && !owner.code().equals(subject.code())) {
                header.column(role)
                        .ifPresent(heading -> accuse(Code.E308, heading, Map.of("name", name, "other", owner.name())));
            }
        }
    }
}
