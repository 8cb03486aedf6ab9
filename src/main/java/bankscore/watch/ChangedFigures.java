package bankscore.watch;

import bankscore.exact.Fraction;
import bankscore.facts.FactTable;
import bankscore.facts.Figure;
import bankscore.facts.Nearest;
import bankscore.facts.Subject;
import bankscore.facts.register.Register;
import bankscore.intake.Column;
import bankscore.intake.Dataset;
import bankscore.intake.Unit;
import bankscore.intake.change.ChangedValue;
import bankscore.intake.change.Changes;
import bankscore.intake.change.Misaddressed;
import bankscore.intake.change.NewValue;
import bankscore.intake.change.Setting;
import bankscore.watch.judge.WatchPeriod;
import bankscore.watch.load.WatchLoader;
import bankscore.watch.scheme.Group;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A period in which some figures are otherwise: {@code figures.<subject>.<column>} and {@code parameters.<item>}. A value is an
 * exact number, in 万元 for money, or a change of the figure that is there, such as {@code +10%}.
 */
final class ChangedFigures {

    private static final String BETWEEN = "、";

    private final List<Dataset> datasets;
    private final Changes changes = new Changes();
    private WatchPeriod period;

    private ChangedFigures(WatchPeriod period, List<Dataset> datasets) {
        this.period = period;
        this.datasets = datasets;
    }

    /** Why a setting of a period's figures is refused; the words are under {@code simulation.refused.<name>}. */
    private enum Unfit {
        /** No register of the rule's groups knows the subject. */
        NO_SUBJECT,
        /** No table about the subject's register has the column. */
        NO_COLUMN
    }

    /** The changed period and what was changed, in the order of the settings. */
    record Changed(WatchPeriod period, List<ChangedValue> changes) {
        Changed {
            changes = List.copyOf(changes);
        }
    }

    /**
     * Applies the settings that are not of the rule; those are passed over.
     *
     * @throws Misaddressed if a setting names what is not there or is no possible figure
     */
    static Changed of(WatchPeriod period, List<Dataset> datasets, List<Setting> settings) throws Misaddressed {
        ChangedFigures figures = new ChangedFigures(period, datasets);
        for (Setting setting : settings) {
            if (setting.isBelow(WatchLoader.FIGURES)) {
                figures.figure(setting);
            } else if (setting.isBelow(Names.PARAMETERS)) {
                figures.parameter(setting);
            }
        }
        return new Changed(figures.period, figures.changes.values());
    }

    private void figure(Setting setting) throws Misaddressed {
        // A name may hold a point, a column hardly.
        int point = setting.rest().lastIndexOf('.');
        String name = point < 0 ? setting.rest() : setting.rest().substring(0, point);
        for (Group group : period.rule().groups()) {
            FactTable facts = facts(group);
            Optional<Subject> subject = facts.roster().named(name);
            if (subject.isPresent()) {
                figure(
                        setting,
                        group,
                        subject.get(),
                        point < 0 ? "" : setting.rest().substring(point + 1));
                return;
            }
        }
        List<Subject> all = period.rule().groups().stream()
                .flatMap(group -> facts(group).roster().subjects().stream())
                .toList();
        throw new Misaddressed(
                Unfit.NO_SUBJECT, setting, "subject", name, "nearest", Nearest.subject(name, new Register(all)));
    }

    private FactTable facts(Group group) {
        return Optional.ofNullable(period.facts().get(group.id()))
                .orElseThrow(() -> new IllegalStateException("no figures of group " + group.id()));
    }

    private void figure(Setting setting, Group group, Subject subject, String name) throws Misaddressed {
        Column column = column(setting, group, name);
        changes.once(setting, group.id() + "." + subject.code() + "." + column.id());
        FactTable facts = facts(group);
        Optional<Figure> before = facts.figure(column.id(), subject.code());
        Fraction value = NewValue.of(setting, before.map(Figure::value), column.kind() == Column.Kind.PERCENT);
        NewValue.check(setting, column, Unit.WAN, value);
        Map<String, FactTable> others = new HashMap<>(period.facts());
        others.put(
                group.id(),
                facts.with(column.id(), subject.code(), changes.figure(setting, column.id(), before, value)));
        period = new WatchPeriod(
                period.rule(), period.period(), others, period.registers(), period.items(), period.past());
    }

    /** A column of the tables about a group's register, by its id or its name. */
    private Column column(Setting setting, Group group, String name) throws Misaddressed {
        List<Column> columns = datasets.stream()
                .filter(Dataset::isRegister)
                .filter(register -> register.id().equals(group.register()))
                .flatMap(register ->
                        datasets.stream().filter(dataset -> dataset.isOfSubjects() && dataset.isAbout(register)))
                .flatMap(dataset -> dataset.numeric().stream())
                .filter(column -> period.rule().columns().contains(column.id())
                        || facts(group).figures().containsKey(column.id()))
                .toList();
        Optional<Column> found = columns.stream()
                .filter(column -> column.id().equals(name) || column.name().equals(name))
                .findFirst();
        return found.orElseThrow(() -> new Misaddressed(
                Unfit.NO_COLUMN,
                setting,
                "column",
                name,
                "allowed",
                String.join(
                        BETWEEN,
                        columns.stream()
                                .map(column -> column.id() + " " + column.name())
                                .toList())));
    }

    private void parameter(Setting setting) throws Misaddressed {
        Map<String, String> units = period.rule().publishedUnits();
        String item = Changes.item(setting, units.keySet());
        changes.once(setting, item);
        String key = FactTable.itemKey(item);
        LocalDate end = period.period().end();
        NavigableMap<LocalDate, Figure> days = new TreeMap<>();
        Optional.ofNullable(period.items().get(key)).ifPresent(days::putAll);
        Optional<Figure> before = Optional.ofNullable(days.floorEntry(end)).map(Map.Entry::getValue);
        Fraction value = NewValue.of(setting, before.map(Figure::value), "%".equals(units.get(item)));
        days.put(end, changes.figure(setting, item, before, value));
        Map<String, NavigableMap<LocalDate, Figure>> items = new HashMap<>(period.items());
        items.put(key, days);
        period = new WatchPeriod(
                period.rule(), period.period(), period.facts(), period.registers(), items, period.past());
    }
}
