package bankscore.intake.table;

import bankscore.exact.Fraction;
import bankscore.facts.Fact;
import bankscore.facts.OnSheet;
import bankscore.facts.Subject;
import bankscore.finding.Code;
import bankscore.finding.Finding;
import bankscore.intake.Column;
import bankscore.intake.Dataset;
import bankscore.intake.SheetHeader;
import bankscore.intake.SheetHeader.HeaderColumn;
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

/**
 * Holds per-subject figures against those of earlier periods.
 *
 * <p>The unit detective comes first: a column in which every subject jumped by the same power of ten is accused once, at its
 * heading, and its cells are not accused again; a single subject that jumped is accused at its cell. What is left is held
 * against last quarter's running totals and last year's closing balances.
 */
public final class EarlierCheck {

    /** 元 for 万元 is 4, 元 for 亿元 is 8. */
    private static final int[] POWERS = {4, 8, -4, -8};

    private static final Fraction NEAR = Fraction.of(5);

    private final StagedTables tables;
    private final Set<Place> accused = new HashSet<>();
    private final List<Finding> findings = new ArrayList<>();

    private EarlierCheck(StagedTables tables) {
        this.tables = tables;
        tables.staging().stream().map(Finding::place).forEach(accused::add);
    }

    /** One column of one sheet. */
    private record Key(int sheet, String column) {}

    public static List<Finding> check(StagedTables tables) {
        return new EarlierCheck(tables).check();
    }

    private List<Finding> check() {
        Map<Key, List<Fact>> columns = new LinkedHashMap<>();
        for (OnSheet<Fact> each : tables.figures()) {
            SheetHeader header = tables.sheets().get(each.sheet());
            if (header != null && header.dataset().rows() == Dataset.Rows.SUBJECT) {
                columns.computeIfAbsent(new Key(each.sheet(), each.value().column()), key -> new ArrayList<>())
                        .add(each.value());
            }
        }
        columns.forEach((key, figures) -> {
            SheetHeader header = tables.sheets().get(key.sheet());
            Optional<HeaderColumn> column = header == null ? Optional.empty() : header.column(key.column());
            if (header != null && column.isPresent()) {
                check(header, column.get(), figures);
            }
        });
        return findings;
    }

    private void check(SheetHeader header, HeaderColumn column, List<Fact> figures) {
        Map<Fact, Integer> powers = new LinkedHashMap<>();
        for (Fact figure : figures) {
            earlier(tables.last(), column.column().id(), figure)
                    .ifPresent(before -> power(value(figure), before).ifPresent(power -> powers.put(figure, power)));
        }
        List<Integer> jumps =
                powers.values().stream().filter(power -> power != 0).toList();
        boolean all = jumps.size() > 1
                && jumps.size() == powers.size()
                && Set.copyOf(jumps).size() == 1;
        if (all) {
            findings.add(Finding.of(Code.E309, header.sheet().at(new CellRef(header.row(), column.index()).a1()))
                    .column(column.heading())
                    .with(
                            "found",
                            BigDecimal.ONE.scaleByPowerOfTen(jumps.get(0)).toPlainString()));
            return;
        }
        for (Fact figure : figures) {
            if (powers.getOrDefault(figure, 0) != 0) {
                accuse(Code.W208, header, column, figure, earlier(tables.last(), figure.column(), figure));
            } else {
                compare(header, column, figure);
            }
        }
    }

    private void compare(SheetHeader header, HeaderColumn column, Fact figure) {
        if (column.column().amount().flow() == Column.Flow.YTD) {
            Optional<Fraction> before = earlier(
                    tables.last()
                            .filter(last ->
                                    last.period().year() == tables.period().year()),
                    figure.column(),
                    figure);
            if (before.filter(value(figure)::isLess).isPresent()) {
                accuse(Code.W209, header, column, figure, before);
            }
        }
        Optional<Fraction> closing =
                column.column().ties().opens().flatMap(closed -> earlier(tables.yearEnd(), closed, figure));
        if (closing.isPresent() && !closing.get().equals(value(figure))) {
            accuse(Code.W210, header, column, figure, closing);
        }
    }

    private void accuse(Code code, SheetHeader header, HeaderColumn column, Fact figure, Optional<Fraction> before) {
        Place place = header.sheet().at(figure.at().a1());
        if (accused.add(place)) {
            findings.add(Finding.of(code, place)
                    .subject(tables.roster()
                            .subject(figure.subject())
                            .map(Subject::name)
                            .orElse(figure.subject()))
                    .column(column.heading())
                    .with("found", inUnit(value(figure), column))
                    .with("expected", inUnit(before.orElse(Fraction.ZERO), column)));
        }
    }

    /** In the sheet's own unit, so that the staff find the number they typed. */
    public static Fraction inUnit(Fraction value, HeaderColumn column) {
        return column.column().kind() == Column.Kind.MONEY
                ? value.dividedBy(column.unit().wan())
                : value;
    }

    private static Fraction value(Fact figure) {
        return figure.value().map(Fraction::of).orElse(Fraction.ZERO);
    }

    private static Optional<Fraction> earlier(Optional<Earlier> earlier, String column, Fact figure) {
        return figure.value().isEmpty()
                ? Optional.empty()
                : earlier.flatMap(period -> period.figure(column, figure.subject()));
    }

    /** The power of ten that a figure jumped by, 0 if by none; empty where there is nothing to compare. */
    private static Optional<Integer> power(Fraction now, Fraction before) {
        if (now.isZero() || before.isZero()) {
            return Optional.empty();
        }
        Fraction ratio = now.dividedBy(before);
        for (int power : POWERS) {
            Fraction near = ratio.times(Fraction.of(BigDecimal.ONE.scaleByPowerOfTen(-power)));
            if (!near.isGreater(NEAR) && !near.times(NEAR).isLess(Fraction.ONE)) {
                return Optional.of(power);
            }
        }
        return Optional.of(0);
    }
}
