package bankscore.domain.simulate;

import bankscore.domain.Fraction;
import bankscore.domain.Place;
import bankscore.domain.intake.CellValue;
import bankscore.domain.intake.Column;
import bankscore.domain.intake.Dataset;
import bankscore.domain.intake.FigureCell;
import bankscore.domain.intake.Nearest;
import bankscore.domain.intake.NumberText;
import bankscore.domain.intake.SheetHeader.HeaderColumn;
import bankscore.domain.intake.Unit;
import bankscore.domain.quarter.Figure;
import bankscore.domain.quarter.Quarter;
import bankscore.domain.roster.Bank;
import bankscore.domain.roster.Roster;
import bankscore.domain.scheme.Scheme;
import bankscore.domain.simulate.Misaddressed.Reason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A quarter in which some figures are otherwise: {@code figures.<bank>.<column>} and {@code parameters.<item>}.
 *
 * <p>A value is an exact number, in 万元 for money, or a change of the figure that is there, such as {@code +10%}. What the
 * check of a cell would refuse is refused here too.
 */
public final class ChangedFigures {

    private static final String BETWEEN = "、";

    private final List<Dataset> datasets;
    private final Scheme scheme;
    private final List<Change> changes = new ArrayList<>();
    private final Set<String> changed = new HashSet<>();
    private Quarter quarter;

    private ChangedFigures(Quarter quarter, List<Dataset> datasets, Scheme scheme) {
        this.quarter = quarter;
        this.datasets = datasets;
        this.scheme = scheme;
    }

    /** The changed quarter and what was changed, in the order of the settings. */
    public record Changed(Quarter quarter, List<Change> changes) {
        public Changed {
            changes = List.copyOf(changes);
        }
    }

    /**
     * Applies the settings of figures and parameters; those of the scheme are passed over.
     *
     * @throws Misaddressed if a setting names what is not there or is no possible figure
     */
    public static Changed of(Quarter quarter, List<Dataset> datasets, Scheme scheme, List<Setting> settings)
            throws Misaddressed {
        ChangedFigures changed = new ChangedFigures(quarter, datasets, scheme);
        for (Setting setting : settings) {
            if (setting.ofFigures()) {
                changed.figure(setting);
            } else if (setting.ofParameters()) {
                changed.parameter(setting);
            }
        }
        return new Changed(changed.quarter, changed.changes);
    }

    private void figure(Setting setting) throws Misaddressed {
        String[] steps = setting.rest().split("\\.", 2);
        Bank bank = bank(setting, steps[0]);
        if (steps.length < 2) {
            throw new Misaddressed(Reason.UNFINISHED, setting, "allowed", allColumns());
        }
        Column column = column(setting, steps[1]);
        refuseTwice(setting, bank.code() + "." + column.id());
        Optional<Figure> before = quarter.figure(column.id(), bank.code());
        Fraction value = value(setting, before, column.kind() == Column.Kind.PERCENT);
        FigureCell judged = FigureCell.read(
                new HeaderColumn(column, 0, column.name(), Unit.WAN),
                new CellValue.Numeric(value.decimal().orElseThrow(), false));
        if (judged instanceof FigureCell.Bad bad) {
            throw new Misaddressed(
                    Reason.IMPOSSIBLE, setting, "code", bad.code().name(), "figure", value.toString());
        }
        Figure after = new Figure(column.id(), value, before.map(Figure::place).orElse(Place.NONE));
        Map<String, Map<String, Figure>> figures = new HashMap<>(quarter.figures());
        Map<String, Figure> ofColumn = new HashMap<>(figures.getOrDefault(column.id(), Map.of()));
        ofColumn.put(bank.code(), after);
        figures.put(column.id(), ofColumn);
        replace(figures, quarter.parameters());
        note(setting, before, after);
    }

    private void parameter(Setting setting) throws Misaddressed {
        Map<String, String> units = scheme.publishedUnits();
        String item = units.keySet().stream()
                .filter(each -> Quarter.itemKey(each).equals(Quarter.itemKey(setting.rest())))
                .findFirst()
                .orElse("");
        if (item.isEmpty()) {
            throw new Misaddressed(
                    Reason.NO_PARAMETER,
                    setting,
                    "item",
                    setting.rest(),
                    "allowed",
                    String.join(BETWEEN, new TreeSet<>(units.keySet())));
        }
        refuseTwice(setting, item);
        Optional<Figure> before = quarter.parameter(item);
        Fraction value = value(setting, before, "%".equals(units.get(item)));
        Figure after = new Figure(item, value, before.map(Figure::place).orElse(Place.NONE));
        Map<String, Figure> parameters = new HashMap<>(quarter.parameters());
        parameters.put(Quarter.itemKey(item), after);
        replace(quarter.figures(), parameters);
        note(setting, before, after);
    }

    /** A figure may go by several names. */
    private void refuseTwice(Setting setting, String figure) throws Misaddressed {
        if (!changed.add(figure)) {
            throw new Misaddressed(Reason.TWICE, setting);
        }
    }

    private void replace(Map<String, Map<String, Figure>> figures, Map<String, Figure> parameters) {
        quarter = new Quarter(
                quarter.period(),
                quarter.roster(),
                quarter.datasets(),
                figures,
                quarter.records(),
                parameters,
                quarter.holdings(),
                quarter.pools(),
                quarter.risks(),
                quarter.adjustments());
    }

    private void note(Setting setting, Optional<Figure> before, Figure after) {
        changes.add(new Change(
                setting.path(),
                before.map(Figure::value).map(Fraction::toString),
                after.value().toString(),
                after.place()));
    }

    private Bank bank(Setting setting, String name) throws Misaddressed {
        Roster roster = quarter.roster();
        Optional<Bank> named = roster.named(name);
        if (named.isPresent()) {
            return named.get();
        }
        throw new Misaddressed(Reason.NO_BANK, setting, "bank", name, "nearest", Nearest.bank(name, roster));
    }

    /** A column by its id, or by its name where only one has it. */
    private Column column(Setting setting, String name) throws Misaddressed {
        List<Column> found = perBank().stream()
                .filter(each -> each.id().equals(name) || each.name().equals(name))
                .toList();
        if (found.size() == 1) {
            return found.get(0);
        }
        boolean ofRecords = datasets.stream()
                .filter(dataset -> dataset.rows() == Dataset.Rows.RECORD)
                .flatMap(dataset -> dataset.numeric().stream().map(dataset::formulaId))
                .anyMatch(name::equals);
        if (ofRecords) {
            throw new Misaddressed(Reason.OF_RECORDS, setting, "column", name);
        }
        Map<String, List<String>> spellings = new LinkedHashMap<>();
        perBank().forEach(each -> spellings.put(shown(each), List.of(each.id(), each.name())));
        throw new Misaddressed(
                Reason.NO_COLUMN, setting, "column", name, "nearest", Nearest.to(name, spellings, allColumns()));
    }

    private List<Column> perBank() {
        return datasets.stream()
                .filter(dataset -> dataset.rows() == Dataset.Rows.BANK)
                .flatMap(dataset -> dataset.numeric().stream())
                .toList();
    }

    private String allColumns() {
        return String.join(
                BETWEEN, perBank().stream().map(ChangedFigures::shown).toList());
    }

    private static String shown(Column column) {
        return column.id() + " " + column.name();
    }

    /**
     * The new value: a number, or the old one changed by a signed percentage.
     *
     * @param percent whether the figure itself is one in percent, so that 78.5% is a value of it
     */
    private static Fraction value(Setting setting, Optional<Figure> before, boolean percent) throws Misaddressed {
        String text = setting.value();
        boolean more = text.startsWith("+");
        boolean signed = more || text.startsWith("-") || text.startsWith("−");
        NumberText read = NumberText.read(text);
        if (read instanceof NumberText.Exact exact && !more) {
            return Fraction.of(exact.value());
        }
        if (read instanceof NumberText.Percent part && signed) {
            Fraction old = before.map(Figure::value).orElseThrow(() -> new Misaddressed(Reason.NO_FIGURE, setting));
            return old.times(Fraction.HUNDRED.plus(Fraction.of(part.value()))).dividedBy(Fraction.HUNDRED);
        }
        if (read instanceof NumberText.Percent part && percent) {
            return Fraction.of(part.value());
        }
        throw new Misaddressed(Reason.NOT_A_NUMBER, setting);
    }
}
