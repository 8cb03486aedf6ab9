package bankscore.intake.table.size;

import bankscore.exact.Fraction;
import bankscore.facts.Fact;
import bankscore.facts.OnSheet;
import bankscore.finding.Code;
import bankscore.finding.Finding;
import bankscore.intake.Dataset;
import bankscore.intake.Ratio;
import bankscore.intake.SheetHeader;
import bankscore.intake.SheetHeader.HeaderColumn;
import bankscore.intake.table.staged.StagedTables;
import bankscore.sheet.Place;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Holds what the subjects of one register have together against what those of another have, such as the premiums of all
 * counties against those of all insurers: where all figures of a table are in another unit, nothing else tells.
 */
public final class SumCheck {

    private final List<StagedTables> parts;
    private final Set<Place> accused;
    private final List<Finding> findings = new ArrayList<>();
    /** The pairs of datasets of which one is accused already. */
    private final Set<Set<String>> told = new HashSet<>();

    private SumCheck(List<StagedTables> parts, Set<Place> accused) {
        this.parts = parts;
        this.accused = accused;
    }

    /**
     * What is out of proportion.
     *
     * @param parts the tables of each register
     * @param accused what other checks have accused
     */
    public static List<Finding> check(List<StagedTables> parts, Set<Place> accused) {
        SumCheck check = new SumCheck(List.copyOf(parts), Set.copyOf(accused));
        parts.forEach(tables -> tables.datasets().forEach(check::check));
        return check.findings;
    }

    /** A column of a table, with its figures. */
    private record Told(Dataset dataset, SheetHeader header, HeaderColumn column, List<Place> cells, Fraction sum) {

        String named() {
            return dataset.name() + " " + column.heading();
        }

        String shown() {
            return column.shown(sum);
        }
    }

    private void check(Dataset dataset) {
        for (Ratio ratio : dataset.checks().witnesses().sums()) {
            told(dataset.id(), ratio.of())
                    .ifPresent(own -> told(
                                    ratio.to().substring(0, ratio.to().indexOf('.')),
                                    ratio.to().substring(ratio.to().indexOf('.') + 1))
                            .ifPresent(other -> check(ratio, own, other)));
        }
    }

    private void check(Ratio ratio, Told own, Told other) {
        Fraction value = ratio.value(own.sum(), other.sum());
        if (!ratio.isUsual(value)
                && told.add(Set.of(own.dataset().id(), other.dataset().id()))) {
            boolean unit = own.dataset().checks().witnesses().evidence().powers().stream()
                    .flatMap(power -> Stream.of(power, -power))
                    .map(power -> Fraction.of(BigDecimal.ONE.scaleByPowerOfTen(power)))
                    .anyMatch(factor -> ratio.isUsual(value.times(factor)));
            // Which of both is wrong, their sums do not tell: each sender is asked.
            accuse(unit ? Code.E319 : Code.W213, ratio, value, own, other);
            accuse(unit ? Code.E319 : Code.W213, ratio, value, other, own);
        }
    }

    private void accuse(Code code, Ratio ratio, Fraction value, Told own, Told other) {
        findings.add(Finding.of(code, own.header().headingOf(own.column()))
                .column(own.column().heading())
                .with("found", own.shown())
                .with("other", other.named())
                .with("where", other.header().headingOf(other.column()))
                .with("value", other.shown())
                .with("ratio", ShownRatio.number(value))
                .with("from", ratio.least().orElse(Fraction.ZERO))
                .with("to", ratio.most().orElse(Fraction.ZERO))
                .with("unit", ratio.percent() ? "%" : "")
                .with(Finding.VARIANT, "sums"));
    }

    /** A column, unless something of it or of its sheets is accused, so that its sum tells nothing. */
    private Optional<Told> told(String dataset, String column) {
        for (StagedTables tables : parts) {
            Optional<Dataset> known = tables.datasets().stream()
                    .filter(each -> each.id().equals(dataset))
                    .findFirst();
            List<OnSheet<Fact>> figures = tables.figures().stream()
                    .filter(each -> each.value().dataset().equals(dataset)
                            && each.value().column().equals(column))
                    .toList();
            if (known.isPresent() && !figures.isEmpty() && !tables.isAccused(known.get())) {
                SheetHeader header = tables.sheets().get(figures.get(0).sheet());
                Optional<HeaderColumn> heading = Optional.ofNullable(header).flatMap(sheet -> sheet.column(column));
                Fraction sum = Fraction.sum(figures.stream()
                        .flatMap(each -> each.value().value().stream())
                        .map(Fraction::of)
                        .toList());
                List<Place> cells = figures.stream()
                        .flatMap(each -> Optional.ofNullable(tables.sheets().get(each.sheet()))
                                .map(sheet -> sheet.sheet().at(each.value().at().a1()))
                                .stream())
                        .toList();
                return Optional.ofNullable(header)
                        .flatMap(sheet -> heading.map(each -> new Told(known.get(), sheet, each, cells, sum)))
                        .filter(each -> each.sum().isPositive())
                        .filter(each -> each.cells().stream().noneMatch(accused::contains))
                        .filter(each -> each.header().columns().stream()
                                .map(each.header()::headingOf)
                                .noneMatch(accused::contains));
            }
        }
        return Optional.empty();
    }
}
