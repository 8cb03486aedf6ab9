package bankscore.domain.intake;

import bankscore.domain.Period;
import bankscore.domain.Place;
import bankscore.domain.finding.Code;
import bankscore.domain.finding.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recognises a sheet by its header: the first row that holds all identifying headings of a dataset.
 *
 * <p>Feed the rows in order until {@link #offer} says that it is done, then ask for the {@link #result}. The dataset with
 * the most identifying headings wins, the register last. Above the header it remembers a unit line ({@code 单位：元}) and
 * a stated period.
 *
 * <p>A header of two rows with merged cells (贷款余额 over 年初 and 年末) arrives with the merged cells filled. If a row
 * is recognised but lacks a column or names one twice, and the next row holds all identifying headings of the same
 * dataset by itself or together with the cells above, that next row is the header if it has fewer faults.
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

    private Map<Integer, Cell> above = Map.of();
    private Optional<UnitText> unit = Optional.empty();
    private Optional<Finding> unitFinding = Optional.empty();
    private Optional<Finding> periodFinding = Optional.empty();
    private Optional<Cell> versionCell = Optional.empty();
    private String version = "";
    private Optional<Recognised> faulty = Optional.empty();
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
     * @return whether the search is done; a header without faults is always the row offered last
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
        if (faulty.isPresent()) {
            result = Optional.of(better(faulty.get(), row, matches));
            return true;
        }
        matches.sort(Comparator.comparing((Match match) -> match.dataset().rows() == Dataset.Rows.REGISTER)
                .thenComparing(match -> -match.dataset().identifying().size()));
        if (matches.isEmpty()) {
            remember(row);
        } else if (matches.size() > 1 && rank(matches.get(0)) == rank(matches.get(1))) {
            result = Optional.of(new Ambiguous(Finding.of(Code.E111, firstCell(row))
                    .with("first", matches.get(0).dataset().name())
                    .with("second", matches.get(1).dataset().name())));
        } else {
            Recognised recognised = recognise(matches.get(0));
            if (faults(recognised) > 0) {
                faulty = Optional.of(recognised);
            } else {
                result = Optional.of(recognised);
            }
        }
        above = texts;
        return result.isPresent();
    }

    /** What the sheet is, as far as the rows offered tell. */
    public Result result() {
        return result.or(() -> faulty.map(Result.class::cast)).orElseGet(Unrecognised::new);
    }

    private static int rank(Match match) {
        return match.dataset().rows() == Dataset.Rows.REGISTER
                ? 0
                : match.dataset().identifying().size();
    }

    private Result better(Recognised first, SheetRow row, List<Match> matches) {
        if (row.index() == first.header().row() + 1) {
            for (Match match : matches) {
                if (match.dataset().id().equals(first.header().dataset().id())) {
                    Recognised second = recognise(match);
                    return faults(second) < faults(first) ? second : first;
                }
            }
        }
        return first;
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
        Map<String, String> columns = new HashMap<>();
        for (Column column : dataset.columns()) {
            for (String heading : column.headings()) {
                columns.put(Heading.plain(heading), column.id());
            }
        }
        Map<String, List<Hit>> hits = new LinkedHashMap<>();
        List<String> others = new ArrayList<>();
        texts.forEach((index, cell) -> {
            String written = Heading.inOneLine(text(cell));
            Heading heading = Heading.of(written);
            String exact = columns.getOrDefault(heading.whole(), columns.getOrDefault(heading.text(), ""));
            if (!exact.isEmpty()) {
                add(hits, exact, new Hit(cell, written, heading, true));
                return;
            }
            Cell parent = above.get(index);
            String over = parent == null ? "" : Heading.inOneLine(text(parent));
            for (String loose : new String[] {heading.core(), written + over, over + written}) {
                Heading both = Heading.of(loose);
                String id = columns.getOrDefault(both.text(), "");
                if (!id.isEmpty()) {
                    String shown = loose.equals(heading.core()) ? written : over + written;
                    add(hits, id, new Hit(cell, shown, loose.equals(heading.core()) ? heading : both, false));
                    return;
                }
            }
            others.add(written);
        });
        boolean all = !dataset.identifying().isEmpty()
                && dataset.identifying().stream().allMatch(column -> hits.containsKey(column.id()));
        return all ? Optional.of(new Match(dataset, row, hits, others)) : Optional.empty();
    }

    private static void add(Map<String, List<Hit>> hits, String column, Hit hit) {
        hits.computeIfAbsent(column, id -> new ArrayList<>()).add(hit);
    }

    private static String text(Cell cell) {
        return cell.value() instanceof CellValue.Text text ? text.text() : "";
    }

    private void remember(SheetRow row) {
        List<Cell> cells = row.cells();
        for (int i = 0; i < cells.size(); i++) {
            Cell cell = cells.get(i);
            String text = text(cell);
            String next = i + 1 < cells.size() ? text(cells.get(i + 1)) : "";
            UnitText.inLine(text, next).ifPresent(stated -> rememberUnit(stated, cell));
            Matcher stated = VERSION.matcher(Heading.plain(text));
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
        if (column.kind() != Column.Kind.MONEY || stated.isEmpty()) {
            return unit.orElse(new UnitText.NoMoney()) instanceof UnitText.Known known ? known.unit() : Unit.WAN;
        }
        if (stated.get() instanceof UnitText.Known known) {
            return known.unit();
        }
        findings.add(Finding.of(Code.E113, place(hit.cell()))
                .column(hit.shown())
                .with("found", stated.get() instanceof UnitText.Unknown unknown ? unknown.text() : hit.shown()));
        return Unit.WAN;
    }

    private String near(Column column, List<String> others) {
        Map<String, List<String>> spellings = new LinkedHashMap<>();
        for (String other : others) {
            spellings.put(other, List.of(Heading.of(other).core()));
        }
        return Nearest.to(Heading.plain(column.name()), spellings, none);
    }

    private Place place(Cell cell) {
        return sheet.at(cell.at().a1());
    }

    private Place firstCell(SheetRow row) {
        return place(texts(row).values().iterator().next());
    }
}
