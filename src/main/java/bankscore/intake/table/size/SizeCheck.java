package bankscore.intake.table.size;

import bankscore.exact.Fraction;
import bankscore.facts.Fact;
import bankscore.facts.OnSheet;
import bankscore.facts.Subject;
import bankscore.facts.register.Register;
import bankscore.finding.Code;
import bankscore.finding.Finding;
import bankscore.intake.Column;
import bankscore.intake.Dataset;
import bankscore.intake.Evidence;
import bankscore.intake.Ratio;
import bankscore.intake.SheetHeader;
import bankscore.intake.SheetHeader.HeaderColumn;
import bankscore.intake.table.staged.StagedTables;
import bankscore.sheet.CellRef;
import bankscore.sheet.Place;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Holds figures against each other where there is nothing earlier to hold them against: by the ratios that the datasets tell.
 *
 * <p>Where nearly all rows of a ratio are out by one and the same power of ten, a unit is wrong. Which column's, the other
 * ratios tell: the one is at fault with whose correction the most of them come right. Any other figure out of its ratio is
 * to be verified at its cell. What has been accused already is not accused again.
 */
public final class SizeCheck {

    private final StagedTables tables;
    private final Predicate<Subject> assessed;
    private final Set<Place> accused;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, List<OnSheet<Fact>>> figures = new LinkedHashMap<>();

    private SizeCheck(StagedTables tables, Predicate<Subject> assessed, Set<Place> accused) {
        this.tables = tables;
        this.assessed = assessed;
        this.accused = new HashSet<>(accused);
        for (OnSheet<Fact> each : tables.figures()) {
            figures.computeIfAbsent(each.value().column(), column -> new ArrayList<>())
                    .add(each);
        }
    }

    /**
     * What is out of its ratio.
     *
     * @param assessed who is judged; others may be of any size
     * @param accused what other checks have accused
     */
    public static List<Finding> check(StagedTables tables, Predicate<Subject> assessed, Set<Place> accused) {
        return new SizeCheck(tables, assessed, accused).check();
    }

    /**
     * A ratio's two columns.
     *
     * @param told whether its cells are told too
     */
    private record Pair(Dataset first, Dataset second, Ratio ratio, boolean told, List<Row> rows) {

        /** From when on it tells that a whole column is wrong: the dataset says so that tells the ratio. */
        Evidence evidence() {
            return first.checks().witnesses().evidence();
        }

        /** The powers of ten of a wrong unit, upwards and downwards. */
        Stream<Integer> powers() {
            return evidence().powers().stream().flatMap(power -> Stream.of(-power, power));
        }

        boolean inOneSheet() {
            return first.id().equals(second.id());
        }
    }

    /** What two columns hold of one subject, or of one label: sums, and the first cell of each. */
    private record Row(OnSheet<Fact> first, OnSheet<Fact> second, Fraction of, Fraction to) {}

    /** Columns of one dataset whose figures are taken for so many powers of ten more or less. */
    private record Correction(String dataset, Optional<String> column, int power) {

        Fraction factor(String ofDataset, String ofColumn) {
            boolean corrected = dataset.equals(ofDataset)
                    && column.filter(only -> !only.equals(ofColumn)).isEmpty();
            return corrected ? power(power) : Fraction.ONE;
        }

        static Fraction power(int power) {
            return Fraction.of(BigDecimal.ONE.scaleByPowerOfTen(power));
        }
    }

    private List<Finding> check() {
        List<Pair> pairs = pairs();
        Set<Place> known = Set.copyOf(accused);
        for (Pair pair : pairs) {
            List<Integer> powers = powers(pair);
            if (!powers.isEmpty() && !isAccused(pair, known)) {
                accuseColumn(pair, powers, pairs);
            }
        }
        for (Pair pair : pairs) {
            boolean whole = isAccused(pair, accused);
            if (pair.told() && !whole) {
                pair.rows().stream()
                        .filter(row -> !isUsual(pair, row, Fraction.ONE, Fraction.ONE))
                        .forEach(row -> accuseCell(pair, row, pairs));
            }
        }
        findings.addAll(new SpreadCheck(tables, assessed).check(accused));
        return findings;
    }

    /** Whether one of two columns is accused as a whole: one cause, one finding. */
    private boolean isAccused(Pair pair, Set<Place> places) {
        return Stream.of(
                        pair.rows().stream().map(Row::first),
                        pair.rows().stream().map(Row::second))
                .anyMatch(end -> heading(end).filter(places::contains).isPresent());
    }

    // The ratios and their rows.

    private List<Pair> pairs() {
        List<Pair> pairs = new ArrayList<>();
        for (Dataset dataset : tables.datasets()) {
            for (Ratio ratio : dataset.checks().witnesses().ratios()) {
                pair(dataset, ratio, true).ifPresent(pairs::add);
            }
            for (Column part : dataset.numeric()) {
                part.ties()
                        .partOf()
                        .map(whole -> new Ratio(
                                part.id(),
                                whole,
                                Optional.empty(),
                                Optional.of(
                                        dataset.checks().witnesses().evidence().aboveWhole()),
                                true,
                                List.of(),
                                Optional.empty(),
                                Optional.empty()))
                        .flatMap(ratio -> pair(dataset, ratio, false))
                        .ifPresent(pairs::add);
            }
        }
        return pairs;
    }

    private Optional<Pair> pair(Dataset dataset, Ratio ratio, boolean told) {
        return Stream.concat(Stream.of(dataset), tables.datasets().stream())
                .filter(other -> other.column(ratio.to()).isPresent() && other.rows() != Dataset.Rows.RECORD)
                .findFirst()
                .map(other -> new Pair(dataset, other, ratio, told, rows(dataset, other, ratio)));
    }

    private List<Row> rows(Dataset first, Dataset second, Ratio ratio) {
        boolean bySubject = first.first(Column.Kind.SUBJECT).isPresent()
                && second.first(Column.Kind.SUBJECT).isPresent();
        // Of a fund of which a row was refused nobody knows how much there is.
        if (!bySubject && Stream.of(first, second).anyMatch(tables::isAccused)) {
            return List.of();
        }
        Map<String, List<OnSheet<Fact>>> ofs = byKey(first, ratio.of(), bySubject, ratio);
        Map<String, List<OnSheet<Fact>>> tos = byKey(second, ratio.to(), bySubject, ratio);
        List<Row> rows = new ArrayList<>();
        ofs.forEach((key, own) -> {
            List<OnSheet<Fact>> other = tos.getOrDefault(key, List.of());
            Fraction of = sum(own);
            Fraction to = sum(other);
            // A 0 says that there is none, and nothing of a unit; below 0 is another finding.
            if (of.isPositive() && to.isPositive()) {
                rows.add(new Row(own.get(0), other.get(0), of, to));
            }
        });
        return rows;
    }

    private Map<String, List<OnSheet<Fact>>> byKey(Dataset dataset, String column, boolean bySubject, Ratio ratio) {
        Map<String, List<OnSheet<Fact>>> byKey = new LinkedHashMap<>();
        for (OnSheet<Fact> each : figures.getOrDefault(column, List.of())) {
            Fact figure = each.value();
            if (figure.dataset().equals(dataset.id())
                    && figure.value().isPresent()
                    && (!bySubject || isHeldAgainst(figure.subject(), ratio))) {
                byKey.computeIfAbsent(
                                bySubject ? figure.subject() : Register.key(figure.label()), key -> new ArrayList<>())
                        .add(each);
            }
        }
        return byKey;
    }

    private boolean isHeldAgainst(String code, Ratio ratio) {
        return tables.roster()
                .subject(code)
                .filter(assessed)
                .filter(subject -> ratio.notKinds().stream()
                        .noneMatch(word -> subject.kind().contains(word)))
                .isPresent();
    }

    private static Fraction sum(List<OnSheet<Fact>> figures) {
        return Fraction.sum(figures.stream()
                .flatMap(each -> each.value().value().stream())
                .map(Fraction::of)
                .toList());
    }

    private static boolean isUsual(Pair pair, Row row, Fraction timesFirst, Fraction timesSecond) {
        return pair.ratio()
                .isUsual(pair.ratio().value(row.of().times(timesFirst), row.to().times(timesSecond)));
    }

    // A whole column.

    /** By which powers of ten the first column may be multiplied so that nearly all rows, now out of the ratio, lie in it. */
    private static List<Integer> powers(Pair pair) {
        List<Row> out = pair.rows().stream()
                .filter(row -> !isUsual(pair, row, Fraction.ONE, Fraction.ONE))
                .toList();
        if (pair.rows().size() < pair.evidence().few()
                || !pair.evidence().isNearlyAll(out.size(), pair.rows().size())) {
            return List.of();
        }
        return pair.powers()
                .filter(power -> pair.evidence()
                        .isNearlyAll(
                                out.stream()
                                        .filter(row -> isUsual(pair, row, Correction.power(power), Fraction.ONE))
                                        .count(),
                                pair.rows().size()))
                .toList();
    }

    /** The end of the ratio with whose correction the most ratios come right; both where they are as many. */
    private void accuseColumn(Pair pair, List<Integer> powers, List<Pair> all) {
        long byFirst = 0;
        long bySecond = 0;
        for (int power : powers) {
            byFirst = Math.max(byFirst, right(correction(pair, true, power, all), all));
            bySecond = Math.max(bySecond, right(correction(pair, false, -power, all), all));
        }
        Optional<Fraction> bound = pair.ratio().surelyAbove();
        boolean sure = bound.isPresent()
                && 2
                                * pair.rows().stream()
                                        .filter(row -> row.of().isGreater(bound.get()))
                                        .count()
                        > pair.rows().size();
        Code code = bound.isPresent() && !sure ? Code.W218 : Code.E319;
        if (byFirst >= bySecond) {
            accuseHeading(code, pair, true);
        }
        if (bySecond > byFirst || (byFirst == bySecond && !sure)) {
            accuseHeading(code, pair, false);
        }
    }

    /** The correction of one end of a ratio: of the column, or of the whole dataset where that does more. */
    private static Correction correction(Pair pair, boolean first, int power, List<Pair> all) {
        String dataset = (first ? pair.first() : pair.second()).id();
        Correction column = new Correction(
                dataset, Optional.of(first ? pair.ratio().of() : pair.ratio().to()), power);
        Correction whole = new Correction(dataset, Optional.empty(), power);
        return right(whole, all) > right(column, all) ? whole : column;
    }

    /** How many ratios are right after a correction. */
    private static long right(Correction correction, List<Pair> pairs) {
        return pairs.stream()
                .filter(pair -> {
                    Fraction first =
                            correction.factor(pair.first().id(), pair.ratio().of());
                    Fraction second =
                            correction.factor(pair.second().id(), pair.ratio().to());
                    return pair.evidence()
                            .isNearlyAll(
                                    pair.rows().stream()
                                            .filter(row -> isUsual(pair, row, first, second))
                                            .count(),
                                    pair.rows().size());
                })
                .count();
    }

    private void accuseHeading(Code code, Pair pair, boolean first) {
        Row row = pair.rows().get(0);
        OnSheet<Fact> blamed = first ? row.first() : row.second();
        OnSheet<Fact> other = first ? row.second() : row.first();
        heading(Stream.of(blamed))
                .filter(accused::add)
                .ifPresent(place -> findings.add(beside(Finding.of(code, place), pair, row, blamed, other)));
    }

    /** The heading of the column that a figure stands in. */
    private Optional<Place> heading(Stream<OnSheet<Fact>> figures) {
        return figures.findFirst()
                .flatMap(each -> Optional.ofNullable(tables.sheets().get(each.sheet()))
                        .map(header -> header.sheet()
                                .at(new CellRef(header.row(), each.value().at().column()).a1())));
    }

    // One figure.

    private void accuseCell(Pair pair, Row row, List<Pair> all) {
        long byFirst = 0;
        long bySecond = 0;
        for (int power : pair.powers().toList()) {
            if (isUsual(pair, row, Correction.power(power), Fraction.ONE)) {
                byFirst = Math.max(byFirst, rightInRow(pair, row, true, power, all));
                bySecond = Math.max(bySecond, rightInRow(pair, row, false, -power, all));
            }
        }
        boolean first = byFirst >= bySecond;
        OnSheet<Fact> blamed = first ? row.first() : row.second();
        OnSheet<Fact> other = first ? row.second() : row.first();
        Place place = place(blamed);
        if (!accused.contains(place) && !accused.contains(place(other)) && accused.add(place)) {
            findings.add(beside(Finding.of(Code.W213, place), pair, row, blamed, other)
                    .subject(tables.roster()
                            .subject(blamed.value().subject())
                            .map(Subject::name)
                            .orElse("")));
        }
    }

    /** How many ratios of the same subject are right when one of two figures is corrected, or its whole row. */
    private static long rightInRow(Pair pair, Row row, boolean first, int power, List<Pair> all) {
        String column = first ? pair.ratio().of() : pair.ratio().to();
        String dataset = (first ? pair.first() : pair.second()).id();
        String subject = row.first().value().subject();
        return Math.max(
                rightInRow(new Correction(dataset, Optional.of(column), power), subject, all),
                rightInRow(new Correction(dataset, Optional.empty(), power), subject, all));
    }

    private static long rightInRow(Correction correction, String subject, List<Pair> all) {
        return all.stream()
                .filter(other -> other.rows().stream()
                        .filter(each -> each.first().value().subject().equals(subject))
                        .anyMatch(each -> isUsual(
                                other,
                                each,
                                correction.factor(
                                        other.first().id(), other.ratio().of()),
                                correction.factor(
                                        other.second().id(), other.ratio().to()))))
                .count();
    }

    private Place place(OnSheet<Fact> each) {
        SheetHeader header = tables.sheets().get(each.sheet());
        return header == null ? Place.NONE : header.sheet().at(each.value().at().a1());
    }

    /** A figure beside the other of its row, both in their sheets' own units. */
    private Finding beside(Finding finding, Pair pair, Row row, OnSheet<Fact> blamed, OnSheet<Fact> other) {
        boolean first = blamed.equals(row.first());
        Finding told = finding.column(named(blamed))
                .with("found", shown(blamed, first ? row.of() : row.to()))
                .with("other", named(pair, other))
                .with("value", shown(other, first ? row.to() : row.of()))
                .with("where", place(other))
                .with("row", subjectOrLabel(blamed))
                .with("ratio", ShownRatio.of(pair.ratio(), row.of(), row.to()))
                .with("first", named(pair, row.first()))
                .with("second", named(pair, row.second()))
                .with("unit", pair.ratio().percent() ? "%" : "");
        for (Fraction least : pair.ratio().least().stream().toList()) {
            told = told.with("from", least);
        }
        for (Fraction most : pair.ratio().most().stream().toList()) {
            told = told.with("to", most);
        }
        if (!pair.told()) {
            return told.with(Finding.VARIANT, "part");
        }
        return pair.ratio().least().isPresent() && pair.ratio().most().isPresent()
                ? told
                : told.with(Finding.VARIANT, pair.ratio().most().isPresent() ? "most" : "least");
    }

    private String subjectOrLabel(OnSheet<Fact> each) {
        return tables.roster()
                .subject(each.value().subject())
                .map(Subject::name)
                .orElse(each.value().label());
    }

    private Optional<HeaderColumn> column(OnSheet<Fact> each) {
        return Optional.ofNullable(tables.sheets().get(each.sheet()))
                .flatMap(header -> header.column(each.value().column()));
    }

    /** With its dataset where there are two, whose headings may be the same. */
    private String named(Pair pair, OnSheet<Fact> each) {
        Dataset dataset = each.value().dataset().equals(pair.first().id()) ? pair.first() : pair.second();
        return pair.inOneSheet() ? named(each) : dataset.name() + " " + named(each);
    }

    private String named(OnSheet<Fact> each) {
        return column(each).map(HeaderColumn::heading).orElse(each.value().column());
    }

    private String shown(OnSheet<Fact> each, Fraction value) {
        return column(each)
                .map(column -> column.inUnit(value) + column.unit().text())
                .orElse(value.toString());
    }
}
