package bankscore.intake.header;

import bankscore.exact.Period;
import bankscore.facts.Nearest;
import bankscore.finding.Code;
import bankscore.finding.Finding;
import bankscore.intake.Column;
import bankscore.intake.Dataset;
import bankscore.intake.Derived;
import bankscore.intake.SheetHeader;
import bankscore.intake.text.Heading;
import bankscore.intake.text.UnitText;
import bankscore.sheet.Cell;
import bankscore.sheet.Place;
import bankscore.sheet.PlainText;
import bankscore.sheet.SheetRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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

    /**
     * A sheet that two datasets match equally well.
     *
     * @param tied these datasets
     */
    public record Ambiguous(Finding finding, List<Dataset> tied) implements Result {

        public Ambiguous {
            tied = List.copyOf(tied);
        }
    }

    /**
     * A sheet that matches nothing.
     *
     * @param resembled how far it is from each dataset that it has an identifying heading of
     */
    public record Unrecognised(List<NearMiss> resembled) implements Result {

        public Unrecognised {
            resembled = List.copyOf(resembled);
        }
    }

    /** So many filled cells of a row are looked at; no header of ours is so wide, nor half. */
    private static final int MOST = 1000;

    private final Place sheet;
    private final Map<Dataset, Map<String, String>> datasets = new LinkedHashMap<>();
    private final NearMisses near;
    private final Set<String> used;
    private final String none;
    private final LinesAbove lines;
    private Optional<Recognised> candidate = Optional.empty();
    private Optional<Result> result = Optional.empty();

    /**
     * A search in one sheet.
     *
     * @param used the columns that the rule uses, by their names in formulas ({@link Dataset#formulaId})
     * @param none the word for an empty list of suggestions
     */
    public HeaderSearch(Place sheet, List<Dataset> datasets, Set<String> used, Period period, String none) {
        this.sheet = sheet.sheetOnly();
        datasets.forEach(dataset -> this.datasets.put(dataset, HeaderMatch.headings(dataset)));
        this.near = new NearMisses(this.sheet, this.datasets);
        this.used = Set.copyOf(used);
        this.none = none;
        this.lines = new LinesAbove(this.sheet, period);
    }

    /**
     * Looks at the next row.
     *
     * @return whether the search is done; the row offered last is at most the second one below the header
     */
    public boolean offer(SheetRow all) {
        if (result.isPresent()) {
            return true;
        }
        SheetRow row = all.cells().size() <= MOST
                ? all
                : new SheetRow(all.index(), all.hidden(), all.cells().subList(0, MOST));
        Map<Integer, Cell> texts = LinesAbove.texts(row);
        List<HeaderMatch> matches = new ArrayList<>();
        List<HeaderMatch.Said> said = HeaderMatch.Said.all(texts, lines.over(row));
        datasets.forEach((dataset, columns) ->
                HeaderMatch.of(dataset, columns, row, said).ifPresent(matches::add));
        if (candidate.isPresent()) {
            result = Optional.of(withNextRow(candidate.get(), row, texts, matches));
            return true;
        }
        matches.sort(Comparator.comparing(HeaderMatch::isRegister)
                .thenComparing(match -> -match.dataset().identifying().size())
                .thenComparing(match -> -match.further()));
        if (matches.isEmpty()) {
            near.look(texts, lines.over(row));
            lines.pass(row, texts);
        } else if (matches.size() > 1
                && matches.get(0).rank() == matches.get(1).rank()
                && matches.get(0).further() == matches.get(1).further()) {
            List<Dataset> tied =
                    List.of(matches.get(0).dataset(), matches.get(1).dataset());
            result = Optional.of(new Ambiguous(
                    Finding.of(Code.E111, firstCell(row))
                            .with("first", tied.get(0).name())
                            .with("second", tied.get(1).name()),
                    tied));
        } else {
            candidate = Optional.of(recognise(matches.get(0)));
            lines.reach(row, texts);
        }
        return result.isPresent();
    }

    /** What the sheet is, as far as the rows offered tell. */
    public Result result() {
        return result.or(() -> candidate.map(Result.class::cast)).orElseGet(() -> new Unrecognised(near.best()));
    }

    /** The header together with the row below it, which may be its second line. */
    private Result withNextRow(Recognised first, SheetRow row, Map<Integer, Cell> texts, List<HeaderMatch> matches) {
        if (row.index() != first.header().row() + 1) {
            return first;
        }
        for (HeaderMatch match : matches) {
            if (match.dataset().id().equals(first.header().dataset().id())) {
                Recognised second = recognise(match);
                if (faults(second) < faults(first)) {
                    return second;
                }
            }
        }
        SecondLine below = new SecondLine(first.header(), row, texts, lines.last());
        if (!below.isOne()) {
            return first;
        }
        Map<Integer, UnitText> units = below.units();
        if (!units.isEmpty()) {
            List<Finding> findings = new ArrayList<>(first.findings());
            SheetHeader header = below.withUnits(units, findings);
            return new Recognised(header, findings);
        }
        Optional<HeaderMatch> match = below.withFirst();
        if (match.isPresent()) {
            Recognised second = recognise(match.get());
            if (faults(second) <= faults(first) || !taken(second.header()).equals(taken(first.header()))) {
                return second;
            }
        }
        List<Finding> findings = new ArrayList<>(first.findings());
        findings.addAll(below.untold());
        return new Recognised(first.header(), findings);
    }

    private static Map<String, Integer> taken(SheetHeader header) {
        Map<String, Integer> taken = new HashMap<>();
        header.columns().forEach(column -> taken.put(column.column().id(), column.index()));
        return taken;
    }

    private static long faults(Recognised recognised) {
        return recognised.findings().stream()
                .filter(finding -> finding.code() == Code.E112 || finding.code() == Code.E115)
                .count();
    }

    private Recognised recognise(HeaderMatch match) {
        Dataset dataset = match.dataset();
        lines.beside(match);
        List<Finding> findings = new ArrayList<>();
        List<SheetHeader.HeaderColumn> columns = new ArrayList<>();
        boolean money = false;
        for (Column column : dataset.columns()) {
            List<HeaderMatch.Hit> best = match.best(column);
            if (best.isEmpty()) {
                if (column.required() || isNeeded(dataset, column)) {
                    findings.add(Finding.of(Code.E112, firstCell(match.row()))
                            .column(column.name())
                            .with("missing", column.name())
                            .with("near", near(column, match.others())));
                } else if (dataset.rows() == Dataset.Rows.CLAIM) {
                    misspelt(column, match).ifPresent(findings::add);
                }
                continue;
            }
            HeaderMatch.Hit hit = best.get(0);
            if (best.size() > 1 && column.kind() != Column.Kind.TEXT) {
                HeaderMatch.Hit second = best.get(1);
                findings.add(Finding.of(Code.E115, place(second.cell()))
                        .column(second.shown())
                        .with("first", hit.cell().at().a1()));
            }
            money |= column.kind() == Column.Kind.MONEY;
            LinesAbove.Stated unit = lines.unit(column, hit, findings);
            columns.add(new SheetHeader.HeaderColumn(
                    column, hit.cell().at().column(), hit.shown(), unit.unit(), unit.from()));
        }
        lines.judge(dataset, columns, money, findings);
        columns.sort(Comparator.comparingInt(SheetHeader.HeaderColumn::index));
        return new Recognised(
                new SheetHeader(dataset, sheet, match.row().index(), columns, lines.period(), derived(match, columns)),
                findings);
    }

    /**
     * The columns that say again what follows from those taken; a heading that comes twice tells nothing. Without a unit of
     * its own such a column has that of the first one that it comes from.
     */
    private List<SheetHeader.HeaderColumn> derived(HeaderMatch match, List<SheetHeader.HeaderColumn> columns) {
        List<SheetHeader.HeaderColumn> derived = new ArrayList<>();
        for (Derived each : match.dataset().checks().witnesses().derived()) {
            List<HeaderMatch.Hit> best = match.best(each.column());
            if (best.size() != 1) {
                continue;
            }
            HeaderMatch.Hit hit = best.get(0);
            LinesAbove.Stated unit = lines.unit(each.column(), hit, new ArrayList<>());
            Optional<SheetHeader.HeaderColumn> source = columns.stream()
                    .filter(column -> each.origin()
                            .filter(origin ->
                                    origin.from().contains(column.column().id()))
                            .isPresent())
                    .findFirst();
            derived.add(new SheetHeader.HeaderColumn(
                    each.column(),
                    hit.cell().at().column(),
                    hit.shown(),
                    unit.from().isEmpty() && source.isPresent() ? source.get().unit() : unit.unit(),
                    unit.from()));
        }
        return derived;
    }

    private String near(Column column, List<String> others) {
        Map<String, List<String>> spellings = new LinkedHashMap<>();
        for (String other : others) {
            spellings.put(other, List.of(Heading.of(other).core()));
        }
        return Nearest.to(PlainText.of(column.name()), spellings, none);
    }

    /** What an earlier period or the rule may say need not come. */
    private boolean isNeeded(Dataset dataset, Column column) {
        return used.contains(dataset.formulaId(column)) && !column.spared();
    }

    /** A column that claims may lack, and a heading that is probably meant for it: nobody would see that it is not read. */
    private Optional<Finding> misspelt(Column column, HeaderMatch match) {
        return match.others().stream()
                .filter(other -> column.headings().stream()
                        .anyMatch(heading -> Nearest.isSlip(
                                PlainText.of(heading), Heading.of(other).core())))
                .findFirst()
                .map(other -> Finding.of(Code.W104, firstCell(match.row()))
                        .column(column.name())
                        .with("missing", column.name())
                        .with("near", other)
                        .with(Finding.VARIANT, "column"));
    }

    private Place place(Cell cell) {
        return sheet.at(cell.at().a1());
    }

    private Place firstCell(SheetRow row) {
        return place(LinesAbove.texts(row).values().iterator().next());
    }
}
