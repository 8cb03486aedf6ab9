package bankscore.intake.row;

import bankscore.facts.Subject;
import bankscore.facts.register.PartyRegister;
import bankscore.facts.register.Register;
import bankscore.intake.Column;
import bankscore.intake.Dataset;
import bankscore.intake.SheetHeader;
import bankscore.intake.SheetHeader.HeaderColumn;
import bankscore.sheet.CellRef;
import bankscore.sheet.Place;
import bankscore.sheet.PlainText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the header and the dataset of a sheet ask of its rows, worked out once. */
final class SheetRules {

    private static final String ALL = "全";
    private static final List<String> TOTALS = List.of("合计", "总计", "小计");

    private static final PartyRegister NOBODY = PartyRegister.empty("");

    final SheetHeader header;
    final Dataset dataset;
    final RowContext known;
    final HeaderColumn key;
    final List<HeaderColumn> numeric;
    final List<Part> parts;
    final List<HeaderColumn> dueOn;
    /** The columns that name parties. */
    final List<HeaderColumn> parties;
    /** The columns that are not taken, each with what its figures were seen to be. */
    final List<DerivedColumn> derived;
    /** Where no column holds a figure, the column whose word stands for the row. */
    final Optional<HeaderColumn> word;
    /** The columns in which a formula failed: the formula of their total fails for the same cause. */
    final Set<Integer> failed = new HashSet<>();
    /** The columns of labels in which one was read. */
    final Set<Integer> labelled = new HashSet<>();
    /** In a table of subjects, the columns whose words the rule names. */
    final List<HeaderColumn> words;
    /** What kinds of subjects there are, as they are compared. */
    final Set<String> kinds;
    /** What the row of the whole place may be called, as it is compared: its name, or 全市 of a 市, alone or with 合计. */
    final Set<String> whole;
    /** What one record can be at most by the rule, by column id. */
    final Map<String, RowContext.Most> most = new HashMap<>();
    /** The last day of the period. */
    final LocalDate periodEnd;
    /** What rows say of units. */
    final UnitsBelow units;
    /** Of each kind of words the id of the dataset's first column. */
    private final Map<Column.Kind, String> firsts = new EnumMap<>(Column.Kind.class);

    private final Map<String, List<String>> spellings = new LinkedHashMap<>();

    /** Two columns of which one is a part of the other. */
    record Part(HeaderColumn part, HeaderColumn whole) {}

    SheetRules(SheetHeader header, RowContext known) {
        this.header = header;
        this.dataset = header.dataset();
        this.known = known;
        this.units = new UnitsBelow(header);
        this.periodEnd = known.period().end();
        this.key = header.key().orElseGet(() -> header.columns().get(0));
        this.numeric = header.columns().stream()
                .filter(column -> column.column().kind().isNumeric())
                .toList();
        numeric.forEach(column -> Optional.ofNullable(known.bounds().most().get(dataset.formulaId(column.column())))
                .ifPresent(each -> most.put(column.column().id(), each)));
        this.parts = header.columns().stream()
                .flatMap(part -> part.column().ties().partOf().flatMap(header::column).stream()
                        .map(whole -> new Part(part, whole)))
                .toList();
        this.dueOn = numeric.stream()
                .filter(column -> column.column().ties().until().isPresent())
                .toList();
        this.parties = header.columns().stream()
                .filter(column -> column.column().kind() == Column.Kind.PARTY)
                .toList();
        this.derived = header.derived().stream()
                .flatMap(column -> dataset.checks().witnesses().derived().stream()
                        .filter(each -> each.column().equals(column.column()))
                        .map(each -> new DerivedColumn(
                                column,
                                each.origin(),
                                dataset.checks().witnesses().evidence().decimals())))
                .toList();
        this.word = dataset.numeric().isEmpty()
                ? Optional.of(header.columns().stream()
                        .filter(column -> column.column().kind() == Column.Kind.CHOICE)
                        .findFirst()
                        .orElse(key))
                : Optional.empty();
        this.words = header.columns().stream()
                .filter(column -> dataset.rows() == Dataset.Rows.SUBJECT
                        && column.column().kind().isWords()
                        && known.used().contains(dataset.formulaId(column.column())))
                .toList();
        this.kinds = known.register().subjects().stream()
                .map(subject -> PlainText.of(subject.kind()))
                .filter(kind -> !kind.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
        String place = Register.key(known.whole());
        this.whole = place.isEmpty()
                ? Set.of()
                : Stream.of(place, ALL + place.substring(place.length() - 1))
                        .flatMap(name ->
                                Stream.concat(Stream.of(name), TOTALS.stream().map(name::concat)))
                        .collect(Collectors.toUnmodifiableSet());
        dataset.columns()
                .forEach(column ->
                        firsts.putIfAbsent(column.kind().isLabel() ? Column.Kind.LABEL : column.kind(), column.id()));
    }

    /** The names of all subjects, each with all its spellings as they are compared; made when the first name is unknown. */
    Map<String, List<String>> spellings() {
        if (spellings.isEmpty()) {
            for (Subject each : known.register().subjects()) {
                List<String> names = new ArrayList<>(each.aliases());
                names.add(each.name());
                names.add(each.shortName());
                spellings.put(each.name(), names.stream().map(Register::key).toList());
            }
        }
        return spellings;
    }

    /** The register that may know whom a column names; one that knows nobody where none was sent, or none is read. */
    PartyRegister register(HeaderColumn column) {
        PartyRegister register =
                known.registers().get(column.column().ties().register().orElse(""));
        return register == null ? NOBODY : register;
    }

    Place place(CellRef at) {
        return header.sheet().at(at.a1());
    }

    /** The root cause of findings that all cells of a column share. */
    String cause(HeaderColumn column) {
        return header.headingOf(column).toString();
    }

    /** Whether a row is one subject's, so that every figure that the rule uses must be there. */
    boolean isOfSubjects() {
        return dataset.isOfSubjects();
    }

    /** Whether a row is a published figure, whose unit is told by the rule that names it. */
    boolean isPublished() {
        return dataset.rows() == Dataset.Rows.PUBLISHED;
    }

    /** The word of the dataset's first column of a kind, among a row's words by column; empty if there is none. */
    String first(Column.Kind kind, Map<String, String> words) {
        String column = firsts.get(kind);
        return column == null ? "" : words.getOrDefault(column, "");
    }

    /** What a row that stands by its word says besides its first text; empty if there is nothing. */
    String more(Map<String, String> words) {
        return word.isEmpty() || dataset.rows() != Dataset.Rows.OTHER
                ? ""
                : dataset.columns().stream()
                        .filter(column -> column.kind() == Column.Kind.TEXT)
                        .skip(1)
                        .map(column -> words.getOrDefault(column.id(), ""))
                        .filter(text -> !text.isEmpty())
                        .findFirst()
                        .orElse("");
    }
}
