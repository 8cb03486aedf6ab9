package bankscore.intake.row;

import bankscore.facts.Claim;
import bankscore.facts.Nearest;
import bankscore.facts.Subject;
import bankscore.facts.WrittenReason;
import bankscore.facts.register.PartyRegister;
import bankscore.facts.register.Register;
import bankscore.finding.Code;
import bankscore.finding.Finding;
import bankscore.intake.Column;
import bankscore.intake.SheetHeader.HeaderColumn;
import bankscore.intake.text.CellTexts;
import bankscore.intake.text.DayText;
import bankscore.sheet.Cell;
import bankscore.sheet.CellRef;
import bankscore.sheet.CellValue;
import bankscore.sheet.PlainText;
import bankscore.sheet.SheetRow;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One row of data while it is read: whom and what it is about, and what is wrong with it.
 *
 * <p>It gives at most one finding per cell, the deepest. A row whose subject, fund or date cannot be read gives no facts.
 */
final class DataRow {

    private final SheetRules sheet;
    private final SheetRow row;
    private final CellTexts line;
    private final List<Finding> findings = new ArrayList<>();
    private final Set<Integer> accused = new HashSet<>();
    private final Map<String, String> words = new HashMap<>();
    private Optional<Subject> subject = Optional.empty();
    private String subjectName = "";
    private Optional<LocalDate> day = Optional.empty();
    private final Map<String, LocalDate> days = new HashMap<>();
    private final Map<String, Claim.Party> parties = new HashMap<>();
    private boolean keysRead = true;

    DataRow(SheetRules sheet, SheetRow row, CellTexts line) {
        this.sheet = sheet;
        this.row = row;
        this.line = line;
    }

    /** What is wrong with the row, with the name of whom it is about. */
    List<Finding> findings() {
        return findings.isEmpty()
                ? List.of()
                : findings.stream()
                        .map(finding ->
                                finding.subject(subject.map(Subject::name).orElse(subjectName)))
                        .toList();
    }

    // What the row says, to whoever reads its figures.

    Optional<Subject> subject() {
        return subject;
    }

    /** The first day from the left. */
    Optional<LocalDate> day() {
        return day;
    }

    /** The day of a column by its id. */
    Optional<LocalDate> day(String column) {
        return Optional.ofNullable(days.get(column));
    }

    /** Who stands in a column by its id. */
    Optional<Claim.Party> party(String column) {
        return Optional.ofNullable(parties.get(column));
    }

    /** Whether whom and what the row is about could be read. */
    boolean keysRead() {
        return keysRead;
    }

    /** The word of a column by its id; empty if none stands there. */
    String word(String column) {
        return words.getOrDefault(column, "");
    }

    /** The word of the dataset's first column of a kind; empty if there is none. */
    String first(Column.Kind kind) {
        return sheet.first(kind, words);
    }

    /** Who answers for the row; of a row that stands by its word what it says besides. */
    String by() {
        String person = first(Column.Kind.PERSON);
        return person.isEmpty() ? sheet.more(words) : person;
    }

    @Nullable
    Cell cell(HeaderColumn column) {
        return line.at(column.index());
    }

    /** What stands in a column, as findings show it; empty if nothing does. */
    String shown(HeaderColumn column) {
        Cell cell = cell(column);
        return cell == null ? "" : cell.value().shown();
    }

    CellRef at(HeaderColumn column) {
        return new CellRef(row.index(), column.index());
    }

    boolean isAccused(HeaderColumn column) {
        return accused.contains(column.index());
    }

    /** The first accusation of a cell stands; later ones would name the same cause again. */
    void accuse(Code code, HeaderColumn column, Map<String, String> details) {
        if (!accused.add(column.index())) {
            return;
        }
        Finding finding = Finding.of(code, sheet.place(at(column))).column(column.heading());
        String found = shown(column);
        finding = finding.with("found", found.isEmpty() ? sheet.known.none() : found);
        for (Map.Entry<String, String> detail : details.entrySet()) {
            finding = finding.with(detail.getKey(), detail.getValue());
        }
        findings.add(finding);
    }

    /** A finding of the figure's cell that is not made from its words. */
    void accuse(HeaderColumn column, Finding finding) {
        if (accused.add(column.index())) {
            findings.add(finding);
        }
    }

    /** A finding of the heading, which every row repeats. */
    void accuseHeading(Code code, HeaderColumn column) {
        findings.add(Finding.of(code, sheet.place(new CellRef(sheet.header.row(), column.index())))
                .column(column.heading())
                .with("found", column.heading()));
    }

    private void refuse(Code code, HeaderColumn column, Map<String, String> details) {
        accuse(code, column, details);
        keysRead = false;
    }

    /** A hidden row is read, and to be verified. */
    void noteHidden() {
        if (row.hidden()) {
            accuse(Code.W201, sheet.key, Map.of("row", Integer.toString(row.index() + 1)));
        }
    }

    // Whom and what the row is about.

    void readKeys() {
        for (HeaderColumn column : sheet.header.columns()) {
            switch (column.column().kind()) {
                case MONEY, NUMBER, PERCENT -> {}
                case DATE -> readDay(column);
                default -> readWords(column);
            }
        }
        for (HeaderColumn column : sheet.parties) {
            if (words.containsKey(column.column().id())) {
                readParty(column, words.get(column.column().id()));
            }
        }
    }

    /** Who is meant: the register's by name or code, or else by the code beside it, or else whoever goes by the text. */
    private void readParty(HeaderColumn column, String text) {
        PartyRegister register = sheet.register(column);
        String code = column.column().ties().codeIn().map(this::word).orElse("");
        Optional<Subject> named = register.names().named(text);
        boolean other = named.isEmpty() || !named.get().code().equals(code);
        Optional<Subject> coded =
                code.isEmpty() || !other ? Optional.empty() : register.names().subject(code);
        Optional<Subject> known = named.or(() -> coded);
        if (named.isPresent() && !code.isEmpty() && other) {
            refuse(
                    Code.E223,
                    column,
                    Map.of(
                            "code",
                            code,
                            "expected",
                            named.get().code(),
                            "other",
                            coded.map(Subject::name).orElse(sheet.known.none())));
        }
        parties.put(
                column.column().id(),
                new Claim.Party(
                        column.index(),
                        known.map(Subject::code).orElseGet(() -> code.isEmpty() ? keyOf(text) : code),
                        known.map(Subject::name).orElse(text),
                        known.isPresent()));
    }

    private static String keyOf(String text) {
        return PlainText.is(text)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
    }

    private void readWords(HeaderColumn heading) {
        Column column = heading.column();
        Column.Kind kind = column.kind();
        noteInvisible(heading);
        TextCell read = kind.isLongNumber()
                ? LongNumber.read(kind, cell(heading))
                : TextCell.read(cell(heading), kind != Column.Kind.TEXT && kind != Column.Kind.CHOICE);
        if (kind == Column.Kind.PARTY && heading.index() == sheet.key.index()) {
            subjectName = shown(heading);
        }
        if (read instanceof TextCell.Bad bad) {
            if (kind == Column.Kind.SUBJECT) {
                subjectName = shown(heading);
            }
            refuse(bad.code(), heading, bad.details());
        } else if (read instanceof TextCell.Said said) {
            readWord(heading, said.text());
        } else if (kind == Column.Kind.SUBJECT || kind == Column.Kind.FUND || column.required()) {
            refuseMissing(heading);
        } else {
            column.empty().standIn().ifPresent(word -> words.put(column.id(), word));
        }
        if (kind.isLabel() && read instanceof TextCell.Said) {
            sheet.labelled.add(heading.index());
        }
    }

    private void noteInvisible(HeaderColumn heading) {
        boolean name = heading.column().kind() == Column.Kind.SUBJECT
                || heading.column().kind() == Column.Kind.PARTY
                || heading.column().kind().isLabel();
        if (name) {
            TextCell.hidden(sheet.header, heading, cell(heading)).ifPresent(findings::add);
        }
    }

    /**
     * An empty cell where a word must stand. A label that stood further up was perhaps meant to go on, as where a block of
     * rows names its fund once; a choice may have been put among the notes.
     */
    private void refuseMissing(HeaderColumn heading) {
        Column column = heading.column();
        Optional<Code> own = column.choice().refused();
        Map<String, String> details = new HashMap<>();
        if (own.isPresent()) {
            details.putAll(choices(column));
            told(column).ifPresent(told -> {
                details.put("told", told);
                details.put(Finding.VARIANT, "told");
            });
        } else if (column.kind().isLabel() && sheet.labelled.contains(heading.index())) {
            details.put(Finding.VARIANT, "block");
            details.put(Finding.CAUSE, sheet.cause(heading));
        } else {
            details.put(Finding.VARIANT, "other");
        }
        refuse(own.orElse(Code.E206), heading, details);
    }

    /** The heading of a column of notes that names one of the words of a choice. */
    private Optional<String> told(Column choice) {
        return sheet.header.columns().stream()
                .filter(note -> note.column().kind() == Column.Kind.TEXT)
                .filter(note -> choice.choices().stream().anyMatch(PlainText.of(shown(note))::contains))
                .map(HeaderColumn::heading)
                .findFirst();
    }

    private void readWord(HeaderColumn heading, String text) {
        Column column = heading.column();
        switch (column.kind()) {
            case SUBJECT -> readSubject(heading, text);
            case CHOICE -> {
                String plain = PlainText.of(text);
                if (column.choices().contains(plain)) {
                    words.put(column.id(), plain);
                } else {
                    Map<String, String> details = new HashMap<>(choices(column));
                    column.choices().stream()
                            .filter(plain::contains)
                            .findFirst()
                            .ifPresent(word -> {
                                details.put("word", word);
                                details.put(Finding.VARIANT, "more");
                            });
                    refuse(column.choice().refused().orElse(Code.E209), heading, details);
                }
            }
            default -> words.put(column.id(), text);
        }
    }

    private static Map<String, String> choices(Column column) {
        return Map.of("choices", String.join("、", column.choices()));
    }

    /** A name that the register does not know is no error of the row while the register's own names are in doubt. */
    private void readSubject(HeaderColumn column, String text) {
        subjectName = text;
        subject = sheet.known.register().named(text);
        if (subject.isEmpty() && !sheet.known.namesAreSure()) {
            keysRead = false;
        } else if (subject.isEmpty()) {
            String nearest = Nearest.to(Register.key(text), sheet.spellings(), sheet.known.none());
            Map<String, String> details = new HashMap<>();
            details.put("suggestions", nearest);
            details.put(Finding.CAUSE, Register.key(text));
            sheet.dataset.wording("").ifPresent(words -> details.put(Finding.VARIANT, words));
            refuse(Code.E301, column, details);
        }
    }

    private void readDay(HeaderColumn column) {
        Cell cell = cell(column);
        if (cell != null && cell.value() instanceof CellValue.Failure) {
            refuse(Code.E204, column, Map.of());
            return;
        }
        if (cell != null && cell.value() instanceof CellValue.Uncached) {
            refuse(Code.E205, column, Map.of());
            return;
        }
        DayText read = cell == null ? new DayText.Missing() : DayText.read(cell.value());
        if (read instanceof DayText.Unreadable) {
            refuse(Code.E211, column, Map.of());
        } else if (read instanceof DayText.Missing) {
            if (column.column().required()) {
                refuse(Code.E206, column, Map.of(Finding.VARIANT, "other"));
            }
        } else if (read instanceof DayText.Read date) {
            day = day.isPresent() ? day : Optional.of(date.day());
            days.put(column.column().id(), date.day());
            compareWithPeriod(column, date.day());
        }
    }

    private void compareWithPeriod(HeaderColumn column, LocalDate date) {
        LocalDate from = sheet.known.period().firstDayOfYear();
        LocalDate to = sheet.periodEnd;
        if (column.column().days().withinYear() && (date.isBefore(from) || date.isAfter(to))) {
            accuse(Code.W204, column, Map.of("from", from.toString(), "to", to.toString()));
        } else if (column.column().days().byPeriodEnd() && date.isAfter(to)) {
            accuse(Code.W204, column, Map.of("to", to.toString(), Finding.VARIANT, "later"));
        }
    }

    /** The row as a written reason. */
    WrittenReason reason() {
        String code = key(Column.Role.CODE);
        return new WrittenReason(
                code,
                said(Column.Role.FILE),
                // Behind a code that belongs to an application stands whatever it asks for, such as a name.
                code.indexOf(':') >= 0
                        ? said(Column.Role.CELL)
                        : key(Column.Role.CELL).replaceAll("^.*!", "").replace("$", ""),
                said(Column.Role.REASON),
                said(Column.Role.BY));
    }

    /** What identifies a finding, in whatever case and width it was written. */
    private String key(Column.Role role) {
        return Register.key(said(role)).toUpperCase(Locale.ROOT);
    }

    private String said(Column.Role role) {
        return sheet.header
                .column(role)
                .map(column -> word(column.column().id()))
                .orElse("");
    }
}
