package bankscore.intake.row;

import bankscore.facts.Subject;
import bankscore.facts.register.Register;
import bankscore.finding.Code;
import bankscore.finding.Finding;
import bankscore.intake.Column;
import bankscore.intake.Edition;
import bankscore.intake.RegisterRow;
import bankscore.intake.SheetHeader;
import bankscore.intake.SheetHeader.HeaderColumn;
import bankscore.intake.text.CellTexts;
import bankscore.intake.text.DayText;
import bankscore.intake.text.NumberText;
import bankscore.sheet.Cell;
import bankscore.sheet.CellRef;
import bankscore.sheet.CellValue;
import bankscore.sheet.Place;
import bankscore.sheet.PlainText;
import bankscore.sheet.SheetRow;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
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
     * @param rows where it tells of its subjects, by code
     * @param told what its further columns of text say of them, by code, then by the id of the column
     * @param namesAreSure whether no code, name, short name or alias has an error, so that other sheets may be judged by it
     */
    public record Result(
            Register register,
            Map<String, RegisterRow> rows,
            Map<String, Map<String, String>> told,
            List<Finding> findings,
            boolean namesAreSure) {

        public Result {
            rows = Map.copyOf(rows);
            told = Map.copyOf(told);
            findings = List.copyOf(findings);
        }
    }

    private static final Set<Column.Kind> NAMES = EnumSet.of(Column.Kind.CODE, Column.Kind.NAME, Column.Kind.NAMES);

    private final String none;
    private final List<Subject> subjects = new ArrayList<>();
    private final Map<String, RegisterRow> rows = new HashMap<>();
    private final Map<String, Map<String, String>> told = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, Place> codes = new HashMap<>();
    private final Map<String, Place> fullNames = new HashMap<>();
    private final Map<Place, SheetHeader> sheets = new LinkedHashMap<>();
    private final Map<Place, EntryLines> lines = new HashMap<>();
    private final Map<Place, Finding> sentAgain = new LinkedHashMap<>();
    private final Map<String, Subject> owners = new HashMap<>();
    private boolean namesAreSure = true;

    /** Starts an empty register; {@code none} is the word for an empty cell. */
    public RegisterIntake(String none) {
        this.none = none;
    }

    public Result result() {
        Place earlier = Place.NONE;
        for (SheetHeader header : sheets.values()) {
            Place sheet = header.sheet();
            if (!earlier.equals(Place.NONE)
                    && (edition(header).of(sheet).isPresent()
                            || edition(header).of(earlier).isPresent())) {
                sentAgain.putIfAbsent(sheet, edition(header).twiceListed(header.headingOfNames(), earlier, ""));
            }
            earlier = sheet;
        }
        List<Finding> all = new ArrayList<>(findings);
        all.addAll(sentAgain.values());
        return new Result(new Register(subjects), rows, told, all, namesAreSure && sentAgain.isEmpty());
    }

    private static Edition edition(SheetHeader header) {
        return header.dataset().checks().edition();
    }

    /** How many entries were taken so far. */
    public int entries() {
        return subjects.size();
    }

    /** Takes one row below the header of a register sheet. */
    public void take(SheetHeader header, SheetRow row) {
        sheets.putIfAbsent(header.sheet(), header);
        CellTexts line = CellTexts.of(row);
        if (line.isEmpty()) {
            return;
        }
        if (lines.computeIfAbsent(header.sheet(), sheet -> new EntryLines(header))
                .isEntry(row, line, findings::add)) {
            new Entry(header, row, line).read();
        }
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
                    Normalizer.normalize(word(Column.Role.CODE), Normalizer.Form.NFKC),
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
                rows.putIfAbsent(subject.code(), new RegisterRow(header, row.index()));
                told.putIfAbsent(subject.code(), texts());
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

        /** What columns say that have no meaning of their own, such as remarks. */
        private Map<String, String> texts() {
            Map<String, String> texts = new HashMap<>();
            for (HeaderColumn column : header.columns()) {
                if (column.column().head().role().isEmpty()
                        && TextCell.read(line.at(column.index()), false) instanceof TextCell.Said said) {
                    texts.put(column.column().id(), said.text());
                }
            }
            return texts;
        }

        private Optional<Cell> cell(HeaderColumn column) {
            return Optional.ofNullable(line.at(column.index()));
        }

        private String word(Column.Role role) {
            Optional<HeaderColumn> column = header.column(role);
            if (column.isEmpty()) {
                return "";
            }
            noteInvisible(column.get());
            boolean name = column.get().column().kind() != Column.Kind.TEXT
                    && column.get().column().kind() != Column.Kind.CHOICE;
            TextCell read = TextCell.read(line.at(column.get().index()), name);
            if (read instanceof TextCell.Said said) {
                return said.text();
            }
            if (read instanceof TextCell.Bad bad) {
                accuse(bad.code(), column.get(), Map.of());
            } else if (column.get().column().identifying()) {
                accuse(Code.E206, column.get(), Map.of(Finding.VARIANT, "other"));
            }
            return "";
        }

        private void noteInvisible(HeaderColumn column) {
            if (NAMES.contains(column.column().kind())) {
                TextCell.hidden(header, column, line.at(column.index())).ifPresent(findings::add);
            }
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
            Place sheet = header.sheet();
            Place ofCode = codes.putIfAbsent(subject.code(), sheet);
            Place ofName = fullNames.putIfAbsent(Register.key(subject.name()), sheet);
            Place first = ofCode != null ? ofCode : ofName;
            if (first != null && !first.equals(sheet)) {
                sentAgain.putIfAbsent(
                        sheet, edition(header).twiceListed(header.headingOfNames(), first, subject.name()));
                good = false;
            } else if (first != null) {
                header.column(ofName == null ? Column.Role.CODE : Column.Role.NAME)
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
