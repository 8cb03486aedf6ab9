package bankscore.contribution.judge.simulate;

import bankscore.contribution.Names;
import bankscore.contribution.quarter.Adjustment;
import bankscore.contribution.quarter.Pool;
import bankscore.contribution.quarter.Quarter;
import bankscore.contribution.quarter.Risk;
import bankscore.contribution.scheme.Scheme;
import bankscore.exact.Fraction;
import bankscore.exact.Money;
import bankscore.facts.FactTable;
import bankscore.facts.Figure;
import bankscore.facts.Nearest;
import bankscore.facts.Subject;
import bankscore.facts.Told;
import bankscore.facts.register.Register;
import bankscore.intake.Column;
import bankscore.intake.Dataset;
import bankscore.intake.Unit;
import bankscore.intake.change.ChangedValue;
import bankscore.intake.change.Changes;
import bankscore.intake.change.Misaddressed;
import bankscore.intake.change.Misaddressed.Reason;
import bankscore.intake.change.NewValue;
import bankscore.intake.change.Setting;
import bankscore.sheet.Place;
import bankscore.sheet.PlainText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A quarter in which some figures are otherwise: {@code figures.<bank>.<column>}, of what is bid for a fund {@code
 * figures.<bank>.<fund>.<column>}, {@code parameters.<item>}, {@code
 * pools.<fund>}, {@code risk.<bank>} and {@code adjustments.<fund>.<bank>}.
 *
 * <p>A value is an exact number, in 万元 for money, or a change of the figure that is there, such as {@code +10%}. What the
 * check of a cell would refuse is refused here too.
 */
public final class ChangedFigures {

    private static final String BETWEEN = "、";
    private static final String NONE = "无";

    private final List<Dataset> datasets;
    private final Scheme scheme;
    private final Changes changes = new Changes();
    private Quarter quarter;

    private ChangedFigures(Quarter quarter, List<Dataset> datasets, Scheme scheme) {
        this.quarter = quarter;
        this.datasets = datasets;
        this.scheme = scheme;
    }

    /** The changed quarter and what was changed, in the order of the settings. */
    public record Changed(Quarter quarter, List<ChangedValue> changes) {
        public Changed {
            changes = List.copyOf(changes);
        }
    }

    /**
     * Applies the settings that are not of the scheme; those are passed over.
     *
     * @throws Misaddressed if a setting names what is not there or is no possible figure
     */
    public static Changed of(Quarter quarter, List<Dataset> datasets, Scheme scheme, List<Setting> settings)
            throws Misaddressed {
        ChangedFigures changed = new ChangedFigures(quarter, datasets, scheme);
        for (Setting setting : settings) {
            switch (Topic.of(setting)) {
                case SCHEME -> {}
                case FIGURES -> changed.figure(setting);
                case PARAMETERS -> changed.parameter(setting);
                case POOLS -> changed.pool(setting);
                case RISK -> changed.risk(setting);
                case ADJUSTMENTS -> changed.adjustment(setting);
            }
        }
        return new Changed(changed.quarter, changed.changes.values());
    }

    private void figure(Setting setting) throws Misaddressed {
        String[] steps = setting.rest().split("\\.", 2);
        Subject bank = bank(setting, steps[0]);
        if (steps.length < 2) {
            throw new Misaddressed(Reason.UNFINISHED, setting, "allowed", allColumns());
        }
        // A fund's name may hold a point, a column's hardly.
        int point = steps[1].lastIndexOf('.');
        Optional<Column> bid = bid(steps[1].substring(point + 1));
        if (bid.isPresent()) {
            bid(setting, bank, point < 0 ? "" : steps[1].substring(0, point), bid.get());
            return;
        }
        Optional<Column> words = words(steps[1]);
        if (words.isPresent()) {
            words(setting, bank, words.get());
            return;
        }
        Column column = column(setting, steps[1]);
        changes.once(setting, bank.code() + "." + column.id());
        Optional<Figure> before = quarter.facts().figure(column.id(), bank.code());
        Fraction value = NewValue.of(setting, before.map(Figure::value), column.kind() == Column.Kind.PERCENT);
        NewValue.check(setting, column, Unit.WAN, value);
        quarter = quarter.withFacts(
                quarter.facts().with(column.id(), bank.code(), changes.figure(setting, column.id(), before, value)));
    }

    /** A column of what banks bid for funds, by its id or its name. */
    private Optional<Column> bid(String name) {
        return datasets.stream()
                .filter(dataset -> dataset.rows() == Dataset.Rows.BID)
                .flatMap(dataset -> dataset.numeric().stream())
                .filter(each -> each.id().equals(name) || each.name().equals(name))
                .findFirst();
    }

    private void bid(Setting setting, Subject bank, String name, Column column) throws Misaddressed {
        List<String> funds = quarter.funds();
        if (name.isEmpty()) {
            throw new Misaddressed(
                    Reason.UNFINISHED,
                    setting,
                    "allowed",
                    String.join(
                            BETWEEN,
                            funds.stream().map(fund -> fund + "." + column.id()).toList()));
        }
        String key = Register.key(name);
        String fund = funds.stream()
                .filter(each -> Register.key(each).equals(key))
                .findFirst()
                .orElseThrow(() ->
                        new Misaddressed(Unfit.NO_POOL, setting, "fund", name, "allowed", String.join(BETWEEN, funds)));
        changes.once(setting, bank.code() + "." + fund + "." + column.id());
        Optional<Figure> before = quarter.bids().figure(fund, column.id(), bank.code());
        Fraction value = NewValue.of(setting, before.map(Figure::value), column.kind() == Column.Kind.PERCENT);
        NewValue.check(setting, column, Unit.WAN, value);
        quarter = quarter.withBids(quarter.bids()
                .with(fund, column.id(), bank.code(), changes.figure(setting, column.id(), before, value)));
    }

    /** A column of words that the rule names, by its id or by its name. */
    private Optional<Column> words(String name) {
        return datasets.stream()
                .filter(dataset -> dataset.rows() == Dataset.Rows.SUBJECT || dataset.rows() == Dataset.Rows.REGISTER)
                .flatMap(dataset -> dataset.columns().stream())
                .filter(column -> column.kind().isWords() && scheme.columns().contains(column.id()))
                .filter(column -> column.id().equals(name) || column.name().equals(name))
                .findFirst();
    }

    /** Another word takes the place of what the sheet says; 无 stands for an empty cell. */
    private void words(Setting setting, Subject bank, Column column) throws Misaddressed {
        boolean none = setting.value().equals(NONE);
        if (!none && !column.choices().isEmpty() && !column.choices().contains(setting.value())) {
            throw new Misaddressed(
                    Unfit.NO_CHOICE, setting, "allowed", String.join(BETWEEN, column.choices()) + BETWEEN + NONE);
        }
        changes.once(setting, bank.code() + "." + column.id());
        Map<String, Map<String, Told>> told = new HashMap<>();
        quarter.roster().subjects().forEach(each -> told.put(each.code(), new HashMap<>(each.told())));
        Map<String, Told> own = told.getOrDefault(bank.code(), new HashMap<>());
        Optional<Told> before = Optional.ofNullable(own.get(column.id()));
        Place place = before.map(Told::place).orElse(Place.NONE);
        own.remove(column.id());
        if (!none) {
            own.put(column.id(), new Told(PlainText.of(setting.value()), place));
        }
        quarter = quarter.withFacts(quarter.facts().with(quarter.roster().telling(told)));
        changes.add(setting, before.map(Told::text), setting.value(), place);
    }

    private void parameter(Setting setting) throws Misaddressed {
        Map<String, String> units = scheme.publishedUnits();
        String item = Changes.item(setting, units.keySet());
        changes.once(setting, item);
        Optional<Figure> before = quarter.facts().parameter(item);
        Fraction value = NewValue.of(setting, before.map(Figure::value), "%".equals(units.get(item)));
        Map<String, Figure> parameters = new HashMap<>(quarter.facts().parameters());
        parameters.put(FactTable.itemKey(item), changes.figure(setting, item, before, value));
        quarter = quarter.withFacts(quarter.facts().withParameters(parameters));
    }

    private void pool(Setting setting) throws Misaddressed {
        Pool before = fund(setting, setting.rest());
        changes.once(setting, "pool " + before.fund());
        Fraction value = NewValue.of(setting, Optional.of(before.amount().wan()), false);
        NewValue.check(setting, column(setting, Names.POOLS, Names.POOL), Unit.WAN, value);
        Pool after = new Pool(before.fund(), Money.ofWan(value), before.place());
        quarter = quarter.withPools(quarter.pools().stream()
                .map(pool -> pool.equals(before) ? after : pool)
                .toList());
        changes.add(setting, Optional.of(before.amount().wan().toString()), value.toString(), before.place());
    }

    /** One disposal takes the place of all that are recorded for the bank. */
    private void risk(Setting setting) throws Misaddressed {
        Subject bank = bank(setting, setting.rest());
        List<String> words = column(setting, Names.RISK, Names.DISPOSAL).choices();
        boolean none = setting.value().equals(NONE);
        if (!none && !words.contains(setting.value())) {
            throw new Misaddressed(Unfit.NO_CHOICE, setting, "allowed", String.join(BETWEEN, words) + BETWEEN + NONE);
        }
        changes.once(setting, "risk " + bank.code());
        List<Risk> before = quarter.risks().stream()
                .filter(risk -> risk.bank().equals(bank.code()))
                .toList();
        List<Risk> after = new ArrayList<>(quarter.risks());
        after.removeAll(before);
        if (!none) {
            after.add(new Risk(bank.code(), setting.value(), "", Place.NONE));
        }
        quarter = quarter.withRisks(after);
        changes.add(
                setting,
                before.stream().map(Risk::disposal).reduce((one, other) -> one + BETWEEN + other),
                setting.value(),
                before.stream().map(Risk::place).findFirst().orElse(Place.NONE));
    }

    /** One amount takes the place of all that are recorded for the fund and the bank. */
    private void adjustment(Setting setting) throws Misaddressed {
        // A fund's name may hold a point, a bank's code or name hardly.
        int point = setting.rest().lastIndexOf('.');
        Pool pool = fund(setting, point < 0 ? setting.rest() : setting.rest().substring(0, point));
        if (point < 0) {
            throw new Misaddressed(Reason.UNFINISHED, setting, "allowed", Nearest.subject("", quarter.roster()));
        }
        Subject bank = bank(setting, setting.rest().substring(point + 1));
        changes.once(setting, "adjustment " + pool.fund() + " " + bank.code());
        Fraction value = NewValue.signed(setting);
        NewValue.check(setting, column(setting, Names.ADJUSTMENTS, Names.ADJUSTMENT), Unit.WAN, value);
        List<Adjustment> before = quarter.adjustments().stream()
                .filter(each -> each.fund().equals(pool.fund()) && each.bank().equals(bank.code()))
                .toList();
        List<Adjustment> after = new ArrayList<>(quarter.adjustments());
        after.removeAll(before);
        Money amount = Money.ofWan(value);
        if (!amount.isZero()) {
            after.add(new Adjustment(pool.fund(), bank.code(), amount, "", "", Place.NONE));
        }
        quarter = quarter.withAdjustments(after);
        changes.add(
                setting,
                before.stream()
                        .map(Adjustment::amount)
                        .reduce(Money::plus)
                        .map(Money::wan)
                        .map(Fraction::toString),
                value.toString(),
                before.stream().map(Adjustment::place).findFirst().orElse(Place.NONE));
    }

    private Pool fund(Setting setting, String name) throws Misaddressed {
        String key = Register.key(name);
        for (Pool pool : quarter.pools()) {
            if (Register.key(pool.fund()).equals(key)) {
                return pool;
            }
        }
        throw new Misaddressed(
                Unfit.NO_POOL,
                setting,
                "fund",
                name,
                "allowed",
                String.join(BETWEEN, quarter.pools().stream().map(Pool::fund).toList()));
    }

    private Column column(Setting setting, String dataset, String id) throws Misaddressed {
        return datasets.stream()
                .filter(each -> each.id().equals(dataset))
                .flatMap(each -> each.columns().stream())
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Misaddressed(Reason.NO_DATASET, setting, "dataset", dataset));
    }

    private Subject bank(Setting setting, String name) throws Misaddressed {
        Register roster = quarter.roster();
        Optional<Subject> named = roster.named(name);
        if (named.isPresent()) {
            return named.get();
        }
        throw new Misaddressed(Unfit.NO_BANK, setting, "bank", name, "nearest", Nearest.subject(name, roster));
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
            throw new Misaddressed(Unfit.OF_RECORDS, setting, "column", name);
        }
        Map<String, List<String>> spellings = new LinkedHashMap<>();
        perBank().forEach(each -> spellings.put(shown(each), List.of(each.id(), each.name())));
        throw new Misaddressed(
                Unfit.NO_COLUMN, setting, "column", name, "nearest", Nearest.to(name, spellings, allColumns()));
    }

    private List<Column> perBank() {
        return datasets.stream()
                .filter(dataset -> dataset.rows() == Dataset.Rows.SUBJECT)
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
}
