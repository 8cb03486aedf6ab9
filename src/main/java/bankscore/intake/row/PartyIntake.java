package bankscore.intake.row;

import bankscore.facts.Subject;
import bankscore.facts.register.PackedParties;
import bankscore.facts.register.PartyRegister;
import bankscore.facts.register.Register;
import bankscore.finding.Code;
import bankscore.finding.Finding;
import bankscore.intake.Column;
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
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Builds a register of parties from the rows of all its sheets, in their order. One party may have several rows if their
 * times differ; the names of all of them are its own.
 *
 * <p>A column of names whose kind is a name belongs to one party only; what is in a column of texts, such as the name of a
 * head of household, may be several parties' and then names none of them.
 */
public final class PartyIntake {

    private static final Set<Column.Kind> NAMES =
            EnumSet.of(Column.Kind.CODE, Column.Kind.CREDIT_CODE, Column.Kind.NAME, Column.Kind.NAMES);

    private final String dataset;
    private final String none;
    private final Map<String, Party> parties = new LinkedHashMap<>();
    private final Map<String, String> owners = new HashMap<>();
    private final Map<String, String> texts = new HashMap<>();
    private final Map<Place, EntryLines> lines = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private boolean namesAreSure = true;

    /** @param none the word for an empty cell */
    public PartyIntake(String dataset, String none) {
        this.dataset = dataset;
        this.none = none;
    }

    /** A party while its rows are read. */
    private record Party(Subject first, Set<String> names, List<PartyRegister.Row> rows) {

        Subject subject() {
            return new Subject(
                    first.code(),
                    first.name(),
                    first.shortName(),
                    List.copyOf(names),
                    first.kind(),
                    first.opened(),
                    first.assessed());
        }
    }

    /** All rows taken so far. */
    public PartyRegister register() {
        PackedParties all = new PackedParties();
        parties.values().forEach(party -> all.add(party.subject(), party.rows()));
        return all.register(dataset);
    }

    /** What is wrong with them. */
    public List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** Whether no code and no name has an error, so that other sheets may be judged by it. */
    public boolean namesAreSure() {
        return namesAreSure;
    }

    /** Takes one row below the header of a sheet; says whether it is an entry. */
    public boolean take(SheetHeader header, SheetRow row) {
        CellTexts line = CellTexts.of(row);
        if (line.isEmpty()
                || !lines.computeIfAbsent(header.sheet(), sheet -> new EntryLines(header))
                        .isEntry(row, line, findings::add)) {
            return false;
        }
        new Entry(header, row, line).read();
        return true;
    }

    /** One row while it is read. */
    private final class Entry {

        private final SheetHeader header;
        private final SheetRow row;
        private final CellTexts line;
        private final Map<String, String> said = new LinkedHashMap<>();
        private final Map<Column.Role, LocalDate> days = new HashMap<>();
        private boolean good = true;

        Entry(SheetHeader header, SheetRow row, CellTexts line) {
            this.header = header;
            this.row = row;
            this.line = line;
        }

        void read() {
            for (HeaderColumn column : header.columns()) {
                read(column);
            }
            String code = Normalizer.normalize(word(Column.Role.CODE), Normalizer.Form.NFKC);
            String name = word(Column.Role.NAME);
            boolean assessed = assessed();
            if (row.hidden()) {
                header.column(Column.Role.CODE)
                        .ifPresent(column ->
                                accuse(Code.W201, column, Map.of("row", Integer.toString(row.index() + 1))));
            }
            if (!good) {
                return;
            }
            Party party = parties.computeIfAbsent(
                    code,
                    key -> new Party(
                            new Subject(
                                    code,
                                    name,
                                    word(Column.Role.SHORT_NAME),
                                    List.of(),
                                    once(word(Column.Role.KIND)),
                                    Optional.ofNullable(days.get(Column.Role.OPENED)),
                                    assessed),
                            new LinkedHashSet<>(0),
                            new ArrayList<>(1)));
            PartyRegister.Row entry = new PartyRegister.Row(
                    placeOfCode(),
                    Optional.ofNullable(days.get(Column.Role.VALID_FROM)),
                    Optional.ofNullable(days.get(Column.Role.VALID_TO)),
                    kept());
            refuseSecond(party, entry);
            party.rows().add(entry);
            claimNames(party);
        }

        /** The same party at the same time. */
        private void refuseSecond(Party party, PartyRegister.Row entry) {
            Optional<PartyRegister.Row> first = party.rows().stream()
                    .filter(other ->
                            other.from().equals(entry.from()) && other.to().equals(entry.to()))
                    .findFirst();
            if (first.isPresent()) {
                Place place = first.get().place();
                boolean sameSheet = place.sheetOnly().equals(header.sheet().sheetOnly());
                Map<String, String> details = new HashMap<>();
                details.put("first", sameSheet ? place.cell() : place.toString());
                details.put(Finding.VARIANT, "party");
                if (!sameSheet) {
                    details.put(Finding.CAUSE, header.sheet().toString());
                }
                header.column(Column.Role.CODE).ifPresent(column -> accuse(Code.E302, column, details));
            }
        }

        /** Whether it is judged: where the register asks, the second of its words says no. */
        private boolean assessed() {
            String said = PlainText.of(word(Column.Role.ASSESSED));
            Optional<HeaderColumn> column = header.column(Column.Role.ASSESSED);
            if (said.isEmpty() || column.isEmpty()) {
                return true;
            }
            List<String> choices = column.get().column().choices();
            if (!choices.contains(said)) {
                accuse(Code.E209, column.get(), Map.of("choices", String.join("、", choices)));
            }
            return choices.indexOf(said) != 1;
        }

        private void claimNames(Party party) {
            String code = party.first().code();
            header.column(Column.Role.CODE).ifPresent(column -> claim(code, code, column));
            for (Column.Role role : List.of(Column.Role.NAME, Column.Role.SHORT_NAME, Column.Role.ALIASES)) {
                Optional<HeaderColumn> column = header.column(role);
                if (column.isEmpty()) {
                    continue;
                }
                for (String name : role == Column.Role.ALIASES ? aliases() : List.of(word(role))) {
                    boolean own = name.equals(party.first().name())
                            || name.equals(party.first().shortName());
                    if (!name.isEmpty() && !own) {
                        party.names().add(name);
                    }
                    claim(code, name, column.get());
                }
            }
        }

        private void claim(String code, String name, HeaderColumn column) {
            if (name.isEmpty() || column.column().kind() == Column.Kind.TEXT) {
                return;
            }
            String owner = owners.putIfAbsent(Register.key(name), code);
            if (owner != null && !owner.equals(code)) {
                Party other = parties.get(owner);
                accuse(
                        Code.E308,
                        column,
                        Map.of(
                                "name",
                                name,
                                "other",
                                other == null ? owner : other.first().name(),
                                Finding.VARIANT,
                                "party"));
            }
        }

        private List<String> aliases() {
            List<String> aliases = new ArrayList<>();
            for (String alias : word(Column.Role.ALIASES).split("[、;；]", -1)) {
                if (!NumberText.isMissing(alias)) {
                    aliases.add(alias.strip());
                }
            }
            return aliases;
        }

        private void read(HeaderColumn column) {
            Column.Kind kind = column.column().kind();
            if (kind == Column.Kind.DATE) {
                readDay(column);
                return;
            }
            boolean person = column.column().head().role().equals(Optional.of(Column.Role.NAME));
            if (person || NAMES.contains(kind)) {
                TextCell.hidden(header, column, cell(column)).ifPresent(findings::add);
            }
            TextCell read = kind.isLongNumber()
                    ? LongNumber.read(kind, cell(column))
                    : TextCell.read(cell(column), kind != Column.Kind.TEXT && kind != Column.Kind.CHOICE);
            if (read instanceof TextCell.Said word) {
                said.put(column.column().id(), word.text());
            } else if (read instanceof TextCell.Bad bad) {
                accuse(bad.code(), column, bad.details());
            } else if (isNeeded(column.column())) {
                accuse(Code.E206, column, Map.of(Finding.VARIANT, "other"));
            }
        }

        private static boolean isNeeded(Column column) {
            return column.required()
                    || column.head().role().equals(Optional.of(Column.Role.CODE))
                    || column.head().role().equals(Optional.of(Column.Role.NAME));
        }

        private void readDay(HeaderColumn column) {
            Cell cell = cell(column);
            if (cell == null) {
                return;
            }
            DayText read = DayText.read(cell.value());
            if (cell.value() instanceof CellValue.Failure) {
                accuse(Code.E204, column, Map.of());
            } else if (cell.value() instanceof CellValue.Uncached) {
                accuse(Code.E205, column, Map.of());
            } else if (read instanceof DayText.Unreadable) {
                accuse(Code.E211, column, Map.of());
            } else if (read instanceof DayText.Read date) {
                column.column().head().role().ifPresent(role -> days.put(role, date.day()));
                said.put(column.column().id(), date.day().toString());
            }
        }

        private @Nullable Cell cell(HeaderColumn column) {
            return line.at(column.index());
        }

        private String word(Column.Role role) {
            return header.column(role)
                    .map(column -> said.getOrDefault(column.column().id(), ""))
                    .orElse("");
        }

        /** What further columns say, of which many rows say the same. */
        private Map<String, String> kept() {
            Map<String, String> kept = new HashMap<>();
            for (HeaderColumn column : header.columns()) {
                Optional<Column.Role> role = column.column().head().role();
                String word = said.get(column.column().id());
                if (word != null && (role.isEmpty() || role.get() == Column.Role.KIND)) {
                    kept.put(column.column().id(), once(word));
                }
            }
            return kept;
        }

        private Place placeOfCode() {
            return header.column(Column.Role.CODE).map(this::place).orElse(header.sheet());
        }

        private Place place(HeaderColumn column) {
            return header.sheet().at(new CellRef(row.index(), column.index()).a1());
        }

        private void accuse(Code code, HeaderColumn column, Map<String, String> details) {
            good = good && (code == Code.W201 || column.column().kind() == Column.Kind.CHOICE);
            namesAreSure &= code == Code.W201 || !NAMES.contains(column.column().kind());
            Cell cell = cell(column);
            Finding finding = Finding.of(code, place(column))
                    .subject(word(Column.Role.NAME))
                    .column(column.heading())
                    .with("found", cell == null ? none : cell.value().shown());
            for (Map.Entry<String, String> detail : details.entrySet()) {
                finding = finding.with(detail.getKey(), detail.getValue());
            }
            findings.add(finding);
        }
    }

    private String once(String text) {
        String known = texts.putIfAbsent(text, text);
        return known == null ? text : known;
    }
}
