package bankscore.intake.row;

import bankscore.exact.Fraction;
import bankscore.facts.Fact;
import bankscore.facts.FactTable;
import bankscore.facts.Subject;
import bankscore.finding.Code;
import bankscore.finding.Finding;
import bankscore.intake.Column;
import bankscore.intake.Dataset;
import bankscore.intake.SheetHeader.HeaderColumn;
import bankscore.intake.Unit;
import bankscore.intake.text.Heading;
import bankscore.intake.text.UnitText;
import bankscore.sheet.Cell;
import bankscore.sheet.CellValue;
import bankscore.sheet.PlainText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The figures of one row of data, once its keys are read: each by itself, then beside the others of the row. */
final class RowFigures {

    private final SheetRules sheet;
    private final DataRow row;
    private final Map<String, BigDecimal> values = new HashMap<>();
    private final Map<String, BigDecimal> shown = new HashMap<>();

    RowFigures(SheetRules sheet, DataRow row) {
        this.sheet = sheet;
        this.row = row;
    }

    void read() {
        for (HeaderColumn column : sheet.numeric) {
            read(column);
        }
        comparePartsWithWholes();
        compareDueWithPeriod();
        compareDerived();
    }

    private void read(HeaderColumn column) {
        Cell cell = row.cell(column);
        FigureCell.Reading asked = sheet.isPublished() ? published(column, cell) : FigureCell.Reading.of(column);
        if (cell != null && asked.kind() == Column.Kind.MONEY) {
            HeaderColumn taken = asked.unit() == column.unit() ? column : column.in(asked.unit());
            sheet.units.ofFormat(taken, cell).ifPresent(other -> row.accuse(column, other));
        }
        FigureCell read = cell == null ? new FigureCell.Missing() : read(asked, cell.value());
        if (read instanceof FigureCell.Bad bad) {
            if (bad.code() == Code.E204) {
                sheet.failed.add(column.index());
            }
            row.accuse(bad.code(), column, bad.code() == Code.E201 ? noAmount(column, bad.details()) : bad.details());
        } else if (read instanceof FigureCell.Figure figure) {
            values.put(column.column().id(), figure.value());
            figure.shown().ifPresent(other -> shown.put(column.column().id(), other));
            figure.doubt().ifPresent(doubt -> row.accuse(doubt.code(), column, doubt.details()));
            compareWithMost(column, figure.value());
        } else {
            readMissing(column);
        }
    }

    /** What is above the range of a published ratio may be right, if what it is the ratio of is so too; that is seen later. */
    private FigureCell read(FigureCell.Reading asked, CellValue value) {
        FigureCell read = asked.read(value);
        if (sheet.isPublished() && read instanceof FigureCell.Bad bad && bad.code() == Code.E208) {
            FigureCell loose =
                    new FigureCell.Reading(asked.kind(), asked.amount().ofSums(), asked.unit()).read(value);
            return loose instanceof FigureCell.Figure figure
                            && asked.amount()
                                    .range()
                                    .filter(range -> Fraction.of(figure.value()).isGreater(range.to()))
                                    .isPresent()
                    ? loose
                    : read;
        }
        return read;
    }

    /** What one record can be at most by the rule. */
    private void compareWithMost(HeaderColumn column, BigDecimal value) {
        RowContext.Most most = sheet.most.get(column.column().id());
        if (most != null && Fraction.of(value).isGreater(most.points())) {
            row.accuse(
                    Code.W203,
                    column,
                    Map.of("to", most.points().toString(), "item", most.item(), Finding.VARIANT, "item"));
        }
    }

    /**
     * A published figure is in the unit of what it is used for, whatever the column holds besides; where the sheet states
     * none for money, the cell's own number format may.
     */
    private FigureCell.Reading published(HeaderColumn column, @Nullable Cell cell) {
        String unit = sheet.known.published().getOrDefault(FactTable.itemKey(row.first(Column.Kind.LABEL)), "");
        if (unit.isEmpty()) {
            return FigureCell.Reading.of(column);
        }
        Optional<Unit> stated = Heading.of(column.heading())
                .unit()
                .filter(UnitText.Known.class::isInstance)
                .map(text -> ((UnitText.Known) text).unit());
        boolean money = unit.equals(Unit.WAN.text());
        if (!money && stated.isPresent()) {
            row.accuseHeading(Code.E113, column);
        }
        return new FigureCell.Reading(
                money ? Column.Kind.MONEY : Column.Kind.NUMBER,
                amount(column, unit),
                stated.or(() -> column.unitFrom().isPresent() ? Optional.of(column.unit()) : byFormat(cell))
                        .orElse(column.unit()));
    }

    private Optional<Unit> byFormat(@Nullable Cell cell) {
        return cell != null && cell.value() instanceof CellValue.Numeric number
                ? sheet.units
                        .ofFormat(number)
                        .filter(UnitText.Known.class::isInstance)
                        .map(text -> ((UnitText.Known) text).unit())
                : Optional.empty();
    }

    /** A published ratio has the range of what it is the ratio of. */
    private Column.Amount amount(HeaderColumn column, String unit) {
        boolean percent = unit.equals("%");
        Column.Amount amount = column.column().amount().inPercent(percent);
        Column.Range range = sheet.known.bounds().published().get(FactTable.itemKey(row.first(Column.Kind.LABEL)));
        return range == null || !percent ? amount : amount.within(range);
    }

    private void readMissing(HeaderColumn heading) {
        Column.Empty empty = heading.column().empty();
        if (empty.standIn().isPresent()) {
            values.put(heading.column().id(), new BigDecimal(empty.standIn().get()));
            return;
        }
        if (!row.keysRead()) {
            return;
        }
        Optional<Column.Need> need =
                empty.neededWhen().filter(each -> each.word().equals(row.word(each.column())));
        if (need.isPresent()) {
            row.accuse(Code.E210, heading, Map.of("choice", need.get().word()));
        } else if (empty.required() || isMissedFigure(heading.column())) {
            row.accuse(
                    Code.E206,
                    heading,
                    sheet.isPublished() ? Map.of(Finding.VARIANT, "published") : noAmount(heading, Map.of()));
        }
    }

    /** Only of an amount of money there may be none, so that 0 is the answer. */
    private static Map<String, String> noAmount(HeaderColumn heading, Map<String, String> details) {
        if (heading.column().kind() == Column.Kind.MONEY || details.containsKey(Finding.VARIANT)) {
            return details;
        }
        Map<String, String> more = new HashMap<>(details);
        more.put(Finding.VARIANT, "other");
        return more;
    }

    private boolean isMissedFigure(Column column) {
        return sheet.dataset.givesFigures()
                && !column.spared()
                && !isLeftToTheTable(column)
                && sheet.known.used().contains(sheet.dataset.formulaId(column))
                && row.subject().filter(sheet.known.assessed()).isPresent();
    }

    /** Whether an empty cell is judged where the earlier periods are known; it is a figure without a value until then. */
    private boolean isLeftToTheTable(Column column) {
        return column.takesPrevious() && sheet.dataset.rows() == Dataset.Rows.SUBJECT;
    }

    private void comparePartsWithWholes() {
        for (SheetRules.Part each : sheet.parts) {
            BigDecimal value = values.get(each.part().column().id());
            BigDecimal bound = values.get(each.whole().column().id());
            if (value != null && bound != null && Fraction.of(value).isGreater(Fraction.of(bound))) {
                row.accuse(
                        Code.W205,
                        each.part(),
                        Map.of("whole", each.whole().heading(), "limit", row.shown(each.whole())));
            }
        }
    }

    /** What has fallen due is no longer there. */
    private void compareDueWithPeriod() {
        for (HeaderColumn each : sheet.dueOn) {
            BigDecimal left = values.getOrDefault(each.column().id(), BigDecimal.ZERO);
            if (left.signum() > 0
                    && row.day().filter(day -> !day.isAfter(sheet.periodEnd)).isPresent()) {
                each.column()
                        .ties()
                        .until()
                        .flatMap(sheet.header::column)
                        .ifPresent(column -> row.accuse(
                                Code.W204, column, Map.of("to", sheet.periodEnd.toString(), Finding.VARIANT, "due")));
            }
        }
    }

    /** What the sheet itself says of its figures must follow from them; one finding for a column. */
    private void compareDerived() {
        if (sheet.derived.isEmpty() || !row.keysRead()) {
            return;
        }
        Map<String, Fraction> known = new HashMap<>();
        values.forEach((column, value) -> known.put(column, Fraction.of(value)));
        for (DerivedColumn each : sheet.derived) {
            each.figure(row.cell(each.column()))
                    .ifPresent(said -> known.putIfAbsent(each.column().column().id(), said.value()));
        }
        for (DerivedColumn each : sheet.derived) {
            each.figure(row.cell(each.column()))
                    .flatMap(said -> each.contradicted(said, column -> Optional.ofNullable(known.get(column))))
                    .ifPresent(expected -> row.accuse(
                            Code.E217,
                            each.column(),
                            expected.isEmpty()
                                    ? Map.of("sources", each.sources(sheet.header), Finding.VARIANT, "share")
                                    : Map.of("sources", each.sources(sheet.header), "expected", expected)));
        }
    }

    /** The figure of a column by its id. */
    Optional<BigDecimal> value(String column) {
        return Optional.ofNullable(values.get(column));
    }

    /** A row of a subject gives the figures that are there; any other row gives one for every column, or for its word. */
    List<Fact> facts() {
        List<Fact> facts = new ArrayList<>(sheet.numeric.size());
        for (HeaderColumn column : sheet.numeric) {
            Optional<BigDecimal> value =
                    Optional.ofNullable(values.get(column.column().id()));
            boolean unread = value.isEmpty() && row.isAccused(column);
            if (!unread && (value.isPresent() || !sheet.isOfSubjects() || isLeftToTheTable(column.column()))) {
                facts.add(fact(column, value));
            }
        }
        sheet.word.ifPresent(column -> facts.add(fact(column, Optional.empty())));
        sheet.words.forEach(column -> {
            String said = PlainText.of(row.word(column.column().id()));
            if (!said.isEmpty()) {
                facts.add(new Fact(
                        sheet.dataset.id(),
                        column.column().id(),
                        row.at(column),
                        row.subject().map(Subject::code).orElse(""),
                        "",
                        "",
                        Optional.empty(),
                        Optional.empty(),
                        said));
            }
        });
        return facts;
    }

    private Fact fact(HeaderColumn column, Optional<BigDecimal> value) {
        return new Fact(
                sheet.dataset.id(),
                column.column().id(),
                row.at(column),
                row.subject().map(Subject::code).orElse(""),
                row.first(Column.Kind.LABEL),
                row.first(Column.Kind.CHOICE),
                row.day(),
                value,
                row.first(Column.Kind.TEXT),
                row.by(),
                Optional.ofNullable(shown.get(column.column().id())));
    }
}
