package bankscore.intake.header;

import bankscore.exact.Period;
import bankscore.facts.Nearest;
import bankscore.finding.Code;
import bankscore.finding.Finding;
import bankscore.intake.Column;
import bankscore.intake.Dataset;
import bankscore.intake.SheetHeader;
import bankscore.intake.Unit;
import bankscore.intake.text.CellTexts;
import bankscore.intake.text.Heading;
import bankscore.intake.text.NumberText;
import bankscore.intake.text.PeriodText;
import bankscore.intake.text.RowKind;
import bankscore.intake.text.UnitText;
import bankscore.sheet.Cell;
import bankscore.sheet.CellRef;
import bankscore.sheet.CellValue;
import bankscore.sheet.Place;
import bankscore.sheet.PlainText;
import bankscore.sheet.SheetRow;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recognises a sheet by its header: the first row that holds all identifying headings of a dataset.
 *
 * <p>Feed the rows in order until {@link #offer} says that it is done, then ask for the {@link #result}. The dataset with
 * the most identifying headings wins, the register last. Above the header it remembers a unit line ({@code 单位：元}) and
 * a stated period.
 *
 * <p>The row below a recognised one may belong to the header too. If it lacks a name and holds words under the figures
 * (年初 and 年末 under 贷款余额), both rows together are the header; merged cells may have been filled or stand empty, as
 * in CSV. If they hold units (元), these are the columns' units. A heading over several columns that the second row does
 * not tell apart is an error: the first of them is never taken by itself.
 */
public final class HeaderSearch {

    /** What a sheet is. */
    public sealed interface Result {}

    /**
     * A sheet of a known dataset.
     *
     * @param findings missing or doubled columns, unknown units, another period; possibly none
     */
    public record Recognised(SheetHeader header, List<Finding> findings) implements Result {

        public Recognised {
            findings = List.copyOf(findings);
        }
    }

    /** A sheet that two datasets match equally well. */
    public record Ambiguous(Finding finding) implements Result {}

    /** A sheet that matches nothing. */
    public record Unrecognised() implements Result {}

    /** A cell that matches a column's heading. */
    private record Hit(Cell cell, String shown, Heading heading, boolean exact) {}

    /** A row that holds all identifying headings of a dataset. */
    private record Match(Dataset dataset, SheetRow row, Map<String, List<Hit>> hits, List<String> others) {}

    /** A template's version as it stands in a cell above the header; kinds of cells in between do not matter. */
    private static final Pattern VERSION = Pattern.compile("模板版本:?([0-9A-Za-z.-]{1,20})");

    private final Place sheet;
    private final List<Dataset> datasets;
    private final Set<String> used;
    private final Period period;
    private final String none;

    /** The texts of the row offered last, and of the row directly above the header. */
    private Map<Integer, Cell> above = Map.of();

    private Map<Integer, Cell> over = Map.of();
    private int aboveRow = -1;
    private Optional<UnitText> unit = Optional.empty();
    private Optional<Finding> unitFinding = Optional.empty();
    private Optional<Finding> periodFinding = Optional.empty();
    private Optional<Cell> versionCell = Optional.empty();
    private String version = "";
    private Optional<Recognised> candidate = Optional.empty();
    private Optional<Result> result = Optional.empty();

    /**
     * A search in one sheet.
     *
     * @param used the columns that the scheme uses, by their names in formulas ({@link Dataset#formulaId})
     * @param none the word for an empty list of suggestions
     */
    public HeaderSearch(Place sheet, List<Dataset> datasets, Set<String> used, Period period, String none) {
        this.sheet = sheet.sheetOnly();
        this.datasets = List.copyOf(datasets);
        this.used = Set.copyOf(used);
        this.period = period;
        this.none = none;
    }

    /**
     * Looks at the next row.
     *
     * @return whether the search is done; the row offered last is at most the second one below the header
     */
    public boolean offer(SheetRow row) {
        if (result.isPresent()) {
            return true;
        }
        Map<Integer, Cell> texts = texts(row);
        List<Match> matches = new ArrayList<>();
        for (Dataset dataset : datasets) {
            match(dataset, row, texts).ifPresent(matches::add);
        }
        if (candidate.isPresent()) {
            result = Optional.of(withNextRow(candidate.get(), row, texts, matches));
            return true;
        }
        matches.sort(Comparator.comparing((Match match) -> match.dataset().rows() == Dataset.Rows.REGISTER)
                .thenComparing(match -> -match.dataset().identifying().size()));
        if (matches.isEmpty()) {
            remember(row);
            over = above;
            above = texts;
            aboveRow = row.index();
        } else if (matches.size() > 1 && rank(matches.get(0)) == rank(matches.get(1))) {
            result = Optional.of(new Ambiguous(Finding.of(Code.E111, firstCell(row))
                    .with("first", matches.get(0).dataset().name())
                    .with("second", matches.get(1).dataset().name())));
        } else {
            candidate = Optional.of(recognise(matches.get(0)));
            over = aboveRow == row.index() - 1 ? above : Map.of();
            above = texts;
            aboveRow = row.index();
        }
        return result.isPresent();
    }

    /** What the sheet is, as far as the rows offered tell. */
    public Result result() {
        return result.or(() -> candidate.map(Result.class::cast)).orElseGet(Unrecognised::new);
    }

    private static int rank(Match match) {
        return match.dataset().rows() == Dataset.Rows.REGISTER
                ? 0
                : match.dataset().identifying().size();
    }

    /** The header together with the row below it, which may be its second line. */
    private Result withNextRow(Recognised first, SheetRow row, Map<Integer, Cell> texts, List<Match> matches) {
        if (row.index() != first.header().row() + 1) {
            return first;
        }
        for (Match match : matches) {
            if (match.dataset().id().equals(first.header().dataset().id())) {
                Recognised second = recognise(match);
                if (faults(second) < faults(first)) {
                    return second;
                }
            }
        }
        if (!isSecondLine(first.header(), row, texts)) {
            return first;
        }
        Map<Integer, UnitText> units = new RowKind(first.header()).units(CellTexts.of(row));
        if (!units.isEmpty()) {
            return withUnits(first, row, units);
        }
        Map<Integer, Cell> spread = spread(texts);
        Map<Integer, Cell> both = new TreeMap<>(above);
        Map<String, String> columns = headings(first.header().dataset());
        texts.forEach((index, cell) -> {
            // A word under one column alone, such as 含贴现, need not be part of the heading.
            boolean shared = Collections.frequency(spread.values(), spread.get(index)) > 1;
            if (shared
                    || !spread.containsKey(index)
                    || hit(columns, cell, Optional.ofNullable(spread.get(index)))
                            .isPresent()) {
                both.put(index, cell);
            }
        });
        Map<Integer, Cell> single = above;
        above = spread;
        Optional<Match> match = match(first.header().dataset(), row, both);
        above = single;
        if (match.isPresent()) {
            Recognised second = recognise(match.get());
            if (faults(second) <= faults(first) || !taken(second.header()).equals(taken(first.header()))) {
                return second;
            }
        }
        return withUntoldColumns(first, spread, texts);
    }

    private static Map<String, Integer> taken(SheetHeader header) {
        Map<String, Integer> taken = new HashMap<>();
        header.columns().forEach(column -> taken.put(column.column().id(), column.index()));
        return taken;
    }

    /** Whether a row under a header names nobody and holds words, and no figure, in the columns of figures. */
    private static boolean isSecondLine(SheetHeader header, SheetRow row, Map<Integer, Cell> texts) {
        boolean named = header.columns().stream()
                .filter(column -> !column.column().kind().isNumeric())
                .anyMatch(column -> {
                    Cell cell = texts.get(column.index());
                    return cell != null
                            && !Heading.inOneLine(text(cell)).equals(column.heading())
                            && UnitText.read(text(cell)).isEmpty()
                            && !RowKind.isUnitWord(text(cell));
                });
        boolean words = header.columns().stream()
                .anyMatch(column -> column.column().kind().isNumeric()
                        && Optional.ofNullable(texts.get(column.index()))
                                .filter(cell -> NumberText.read(text(cell)) instanceof NumberText.NotANumber)
                                .isPresent());
        return words && !named && row.cells().stream().allMatch(cell -> cell.value() instanceof CellValue.Text);
    }

    /** The header's cells, each also over the empty cells to its right that have words under them. */
    private Map<Integer, Cell> spread(Map<Integer, Cell> texts) {
        Map<Integer, Cell> spread = new TreeMap<>(above);
        for (int index : new TreeMap<>(texts).keySet()) {
            Cell left = spread.get(index - 1);
            if (!spread.containsKey(index) && left != null && texts.containsKey(index - 1)) {
                spread.put(index, left);
            }
        }
        return spread;
    }

    /** A figure's heading over several columns that nothing tells apart. */
    private Recognised withUntoldColumns(Recognised first, Map<Integer, Cell> spread, Map<Integer, Cell> texts) {
        List<Finding> findings = new ArrayList<>(first.findings());
        for (SheetHeader.HeaderColumn column : first.header().columns()) {
            Cell heading = above.get(column.index());
            List<String> parts = spread.entrySet().stream()
                    .filter(each -> each.getValue().equals(heading) && texts.containsKey(each.getKey()))
                    .map(each -> Heading.inOneLine(text(Objects.requireNonNull(texts.get(each.getKey())))))
                    .toList();
            if (heading != null && column.column().kind().isNumeric() && parts.size() > 1) {
                findings.add(Finding.of(Code.E115, place(heading))
                        .column(column.heading())
                        .with("first", String.join("、", parts))
                        .with(Finding.VARIANT, "parts"));
            }
        }
        return new Recognised(first.header(), findings);
    }

    /** The same header with the units that the row below it states. */
    private Recognised withUnits(Recognised first, SheetRow row, Map<Integer, UnitText> units) {
        List<Finding> findings = new ArrayList<>(first.findings());
        List<SheetHeader.HeaderColumn> columns = new ArrayList<>();
        for (SheetHeader.HeaderColumn column : first.header().columns()) {
            UnitText stated = units.get(column.index());
            Cell cell = texts(row).get(column.index());
            if (column.column().kind() != Column.Kind.MONEY || stated == null || cell == null) {
                columns.add(column);
            } else if (stated instanceof UnitText.Known known
                    && (Heading.of(column.heading()).unit().isEmpty()
                            || column.unit().equals(known.unit()))) {
                columns.add(
                        new SheetHeader.HeaderColumn(column.column(), column.index(), column.heading(), known.unit()));
            } else {
                columns.add(column);
                findings.add(Finding.of(Code.E113, place(cell))
                        .column(column.heading())
                        .with("found", cell.value().shown()));
            }
        }
        return new Recognised(
                new SheetHeader(
                        first.header().dataset(),
                        first.header().sheet(),
                        first.header().row(),
                        columns),
                findings);
    }

    private static long faults(Recognised recognised) {
        return recognised.findings().stream()
                .filter(finding -> finding.code() == Code.E112 || finding.code() == Code.E115)
                .count();
    }

    private static Map<Integer, Cell> texts(SheetRow row) {
        Map<Integer, Cell> texts = new LinkedHashMap<>();
        for (Cell cell : row.cells()) {
            if (cell.value() instanceof CellValue.Text text && !text.text().isBlank()) {
                texts.put(cell.at().column(), cell);
            }
        }
        return texts;
    }

    private Optional<Match> match(Dataset dataset, SheetRow row, Map<Integer, Cell> texts) {
        Map<String, String> columns = headings(dataset);
        Map<Integer, Cell> line = aboveRow == row.index() - 1 ? above : Map.of();
        Map<String, List<Hit>> hits = new LinkedHashMap<>();
        List<String> others = new ArrayList<>();
        texts.forEach((index, cell) -> hit(columns, cell, Optional.ofNullable(line.get(index)))
                .ifPresentOrElse(
                        found -> hits.computeIfAbsent(found.column(), id -> new ArrayList<>())
                                .add(found.hit()),
                        () -> others.add(Heading.inOneLine(text(cell)))));
        boolean all = !dataset.identifying().isEmpty()
                && dataset.identifying().stream().allMatch(column -> hits.containsKey(column.id()));
        return all ? Optional.of(new Match(dataset, row, hits, others)) : Optional.empty();
    }

    /** The columns' ids by all their accepted headings. */
    private static Map<String, String> headings(Dataset dataset) {
        Map<String, String> columns = new HashMap<>();
        for (Column column : dataset.columns()) {
            for (String heading : column.headings()) {
                columns.put(PlainText.of(heading), column.id());
            }
        }
        return columns;
    }

    /** The column that a cell heads, by itself or together with the cell above it. */
    private static Optional<Found> hit(Map<String, String> columns, Cell cell, Optional<Cell> parent) {
        String written = Heading.inOneLine(text(cell));
        Heading heading = Heading.of(written);
        String exact = columns.getOrDefault(heading.whole(), columns.getOrDefault(heading.text(), ""));
        if (!exact.isEmpty()) {
            return Optional.of(new Found(exact, new Hit(cell, written, heading, true)));
        }
        String over = parent.map(each -> Heading.inOneLine(text(each))).orElse("");
        for (String loose : new String[] {heading.core(), written + over, over + written}) {
            Heading both = Heading.of(loose);
            String id = columns.getOrDefault(both.text(), "");
            if (!id.isEmpty()) {
                boolean alone = loose.equals(heading.core());
                return Optional.of(
                        new Found(id, new Hit(cell, alone ? written : over + written, alone ? heading : both, false)));
            }
        }
        return Optional.empty();
    }

    /** A column and the cell that heads it. */
    private record Found(String column, Hit hit) {}

    private static String text(Cell cell) {
        return cell.value() instanceof CellValue.Text text ? text.text() : "";
    }

    private void remember(SheetRow row) {
        List<Cell> cells = row.cells();
        // Once for the row: a hostile one has 16,384 cells.
        boolean title = isTitle(cells);
        for (int i = 0; i < cells.size(); i++) {
            Cell cell = cells.get(i);
            String text = text(cell);
            String next = i + 1 < cells.size() ? text(cells.get(i + 1)) : "";
            UnitText.inLine(text, next)
                    .or(() -> title ? UnitText.atEnd(text) : Optional.empty())
                    .ifPresent(stated -> rememberUnit(stated, cell));
            Matcher stated = VERSION.matcher(PlainText.of(text));
            if (versionCell.isEmpty() && stated.find()) {
                versionCell = Optional.of(cell);
                version = stated.group(1);
            }
            if (periodFinding.isEmpty()) {
                periodFinding = PeriodText.other(text, period)
                        .map(other -> Finding.of(Code.E114, place(cell))
                                .with("stated", cell.value().shown())
                                .with("expected", period));
            }
        }
    }

    /** Whether a row is one text, perhaps filled over merged cells. */
    private static boolean isTitle(List<Cell> cells) {
        return cells.stream().map(HeaderSearch::text).distinct().count() == 1;
    }

    private void rememberUnit(UnitText stated, Cell cell) {
        if (stated instanceof UnitText.NoMoney) {
            return;
        }
        boolean contradicts = unit.isPresent() && !unit.get().equals(stated);
        if (unitFinding.isEmpty() && (stated instanceof UnitText.Unknown || contradicts)) {
            unitFinding = Optional.of(Finding.of(Code.E113, place(cell))
                    .with(
                            "found",
                            stated instanceof UnitText.Unknown unknown
                                    ? unknown.text()
                                    : cell.value().shown()));
        }
        unit = Optional.of(stated);
    }

    private Recognised recognise(Match match) {
        Dataset dataset = match.dataset();
        List<Finding> findings = new ArrayList<>();
        List<SheetHeader.HeaderColumn> columns = new ArrayList<>();
        boolean money = false;
        for (Column column : dataset.columns()) {
            List<Hit> hits = match.hits().getOrDefault(column.id(), List.of());
            if (hits.isEmpty()) {
                if (column.required() || used.contains(dataset.formulaId(column))) {
                    findings.add(Finding.of(Code.E112, firstCell(match.row()))
                            .column(column.name())
                            .with("missing", column.name())
                            .with("near", near(column, match.others())));
                }
                continue;
            }
            List<Hit> exact = hits.stream().filter(Hit::exact).toList();
            List<Hit> best = exact.isEmpty() ? hits : exact;
            Hit hit = best.get(0);
            if (best.size() > 1 && column.kind() != Column.Kind.TEXT) {
                Hit second = best.get(1);
                findings.add(Finding.of(Code.E115, place(second.cell()))
                        .column(second.shown())
                        .with("first", hit.cell().at().a1()));
            }
            money |= column.kind() == Column.Kind.MONEY;
            columns.add(new SheetHeader.HeaderColumn(
                    column, hit.cell().at().column(), hit.shown(), unit(column, hit, findings)));
        }
        if (money) {
            unitFinding.ifPresent(findings::add);
        }
        if (dataset.rows() != Dataset.Rows.REGISTER) {
            periodFinding.ifPresent(findings::add);
        }
        if (!version.equalsIgnoreCase(dataset.version())) {
            versionCell.ifPresent(cell -> findings.add(
                    Finding.of(Code.W103, place(cell)).with("found", version).with("expected", dataset.version())));
        }
        columns.sort(Comparator.comparingInt(SheetHeader.HeaderColumn::index));
        return new Recognised(new SheetHeader(dataset, sheet, match.row().index(), columns), findings);
    }

    private Unit unit(Column column, Hit hit, List<Finding> findings) {
        Optional<UnitText> stated = hit.heading().unit();
        Cell said = hit.cell();
        if (column.kind() == Column.Kind.MONEY && stated.isEmpty()) {
            Optional<Cell> group = group(hit.cell().at());
            stated = group.flatMap(cell -> Heading.of(text(cell)).unit())
                    .filter(unit -> !(unit instanceof UnitText.NoMoney));
            said = group.orElse(said);
        }
        if (column.kind() != Column.Kind.MONEY || stated.isEmpty()) {
            return unit.orElse(new UnitText.NoMoney()) instanceof UnitText.Known known ? known.unit() : Unit.WAN;
        }
        if (stated.get() instanceof UnitText.Known known) {
            return known.unit();
        }
        findings.add(Finding.of(Code.E113, place(said))
                .column(hit.shown())
                .with("found", stated.get() instanceof UnitText.Unknown unknown ? unknown.text() : hit.shown()));
        return Unit.WAN;
    }

    /** The cell directly above the header under which a column stands: the nearest one at or left of it. */
    private Optional<Cell> group(CellRef at) {
        Map<Integer, Cell> line = at.row() == aboveRow ? over : aboveRow == at.row() - 1 ? above : Map.of();
        return line.entrySet().stream()
                .filter(each -> each.getKey() <= at.column())
                .max(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue);
    }

    private String near(Column column, List<String> others) {
        Map<String, List<String>> spellings = new LinkedHashMap<>();
        for (String other : others) {
            spellings.put(other, List.of(Heading.of(other).core()));
        }
        return Nearest.to(PlainText.of(column.name()), spellings, none);
    }

    private Place place(Cell cell) {
        return sheet.at(cell.at().a1());
    }

    private Place firstCell(SheetRow row) {
        return place(texts(row).values().iterator().next());
    }
}
