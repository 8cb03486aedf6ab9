package bankscore.intake.table.size;

import bankscore.exact.Fraction;
import bankscore.facts.Fact;
import bankscore.facts.OnSheet;
import bankscore.facts.Subject;
import bankscore.finding.Code;
import bankscore.finding.Finding;
import bankscore.intake.Dataset;
import bankscore.intake.SheetHeader;
import bankscore.intake.table.staged.StagedTables;
import bankscore.sheet.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A figure that is many times more or less than the middle one of its column is in another unit, whatever stands beside it:
 * of a row whose figures are all in that unit nothing else tells.
 */
final class SpreadCheck {

    private final StagedTables tables;
    private final Predicate<Subject> assessed;

    SpreadCheck(StagedTables tables, Predicate<Subject> assessed) {
        this.tables = tables;
        this.assessed = assessed;
    }

    /** @param accused what is accused already; what is accused here is added */
    List<Finding> check(Set<Place> accused) {
        List<Finding> findings = new ArrayList<>();
        for (Dataset dataset : tables.datasets()) {
            dataset.checks()
                    .witnesses()
                    .spreads()
                    .forEach((column, spread) ->
                            check(dataset, column, spread, accused).forEach(findings::add));
        }
        return findings;
    }

    private List<Finding> check(Dataset dataset, String column, Fraction spread, Set<Place> accused) {
        List<OnSheet<Fact>> figures = tables.figures().stream()
                .filter(each -> each.value().dataset().equals(dataset.id())
                        && each.value().column().equals(column)
                        && value(each).isPositive()
                        && tables.roster()
                                .subject(each.value().subject())
                                .filter(assessed)
                                .isPresent())
                .toList();
        if (figures.size() < dataset.checks().witnesses().evidence().enough()) {
            return List.of();
        }
        Fraction middle =
                figures.stream().map(SpreadCheck::value).sorted().toList().get(figures.size() / 2);
        return figures.stream()
                .filter(each -> value(each).isGreater(middle.times(spread))
                        || value(each).times(spread).isLess(middle))
                .flatMap(each -> told(each, column, middle, spread, accused).stream())
                .toList();
    }

    private Optional<Finding> told(
            OnSheet<Fact> figure, String column, Fraction middle, Fraction spread, Set<Place> accused) {
        SheetHeader header = tables.sheets().get(figure.sheet());
        Optional<SheetHeader.HeaderColumn> heading = Optional.ofNullable(header).flatMap(known -> known.column(column));
        if (header == null || heading.isEmpty() || accused.contains(header.headingOf(heading.get()))) {
            return Optional.empty();
        }
        Place place = header.sheet().at(figure.value().at().a1());
        String name = tables.roster()
                .subject(figure.value().subject())
                .map(Subject::name)
                .orElse("");
        return accused.add(place)
                ? Optional.of(Finding.of(Code.W213, place)
                        .subject(name)
                        .column(heading.get().heading())
                        .with("row", name)
                        .with("found", heading.get().shown(value(figure)))
                        .with("value", heading.get().shown(middle))
                        .with("to", spread)
                        .with(Finding.VARIANT, "spread"))
                : Optional.empty();
    }

    private static Fraction value(OnSheet<Fact> each) {
        return each.value().value().map(Fraction::of).orElse(Fraction.ZERO);
    }
}
