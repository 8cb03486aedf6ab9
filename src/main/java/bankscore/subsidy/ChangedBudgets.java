package bankscore.subsidy;

import bankscore.exact.Fraction;
import bankscore.exact.Money;
import bankscore.exact.Rounding;
import bankscore.intake.Column;
import bankscore.intake.Dataset;
import bankscore.intake.Unit;
import bankscore.intake.change.ChangedValue;
import bankscore.intake.change.Misaddressed;
import bankscore.intake.change.NewValue;
import bankscore.intake.change.Setting;
import bankscore.load.yaml.Suggestion;
import bankscore.sheet.Place;
import bankscore.subsidy.decide.Decisions;
import bankscore.subsidy.scheme.Cap;
import bankscore.subsidy.scheme.SubsidyScheme;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Budgets that are otherwise than on the sheet: {@code budgets.<item>}, an amount in 元 for the calendar year or a change of
 * the one that is there, such as {@code +10%}.
 *
 * @param budgets by item
 * @param changes in the order of the settings
 */
record ChangedBudgets(Map<String, Money> budgets, List<ChangedValue> changes) {

    private static final Rounding FEN = new Rounding(2, Rounding.Mode.DOWN, "subsidy.md#budgets");

    ChangedBudgets {
        budgets = Map.copyOf(budgets);
        changes = List.copyOf(changes);
    }

    /**
     * Applies the settings of budgets; those of the rule are passed over.
     *
     * @param known what became of the budgets of the published batch
     * @param rule whose caps name the items
     * @throws Misaddressed if no cap names the item, or the amount is none that the sheet may hold
     */
    static ChangedBudgets of(
            List<Decisions.BudgetUse> known, SubsidyScheme rule, List<Dataset> datasets, List<Setting> settings)
            throws Misaddressed {
        List<String> items = items(rule);
        Map<String, Money> budgets = new LinkedHashMap<>();
        List<ChangedValue> changes = new ArrayList<>();
        for (Setting setting : settings) {
            if (!setting.isBelow(Names.BUDGETS)) {
                continue;
            }
            String item = setting.rest();
            if (!items.contains(item)) {
                throw new Misaddressed(
                        Misaddressed.Reason.UNKNOWN,
                        setting,
                        "step",
                        item,
                        "allowed",
                        String.join("、", items),
                        "meant",
                        Suggestion.nearest(item, items));
            }
            Optional<Fraction> before = known.stream()
                    .filter(use -> use.item().equals(item))
                    .map(use -> Fraction.of(new BigDecimal(use.amount().fen(), 2)))
                    .findFirst();
            Fraction value = NewValue.of(setting, before, false);
            NewValue.check(setting, column(setting, datasets), Unit.YUAN, value);
            if (budgets.put(item, Money.ofYuan(value, FEN)) != null) {
                throw new Misaddressed(Misaddressed.Reason.TWICE, setting);
            }
            changes.add(new ChangedValue(setting.path(), before.map(Fraction::toString), value.toString(), Place.NONE));
        }
        return new ChangedBudgets(budgets, changes);
    }

    /** What the caps of a rule name. */
    static List<String> items(SubsidyScheme rule) {
        return rule.subsidies().stream()
                .flatMap(subsidy -> subsidy.amount().caps().stream())
                .filter(Cap.Budget.class::isInstance)
                .map(cap -> ((Cap.Budget) cap).item())
                .distinct()
                .toList();
    }

    private static Column column(Setting setting, List<Dataset> datasets) throws Misaddressed {
        return datasets.stream()
                .filter(dataset -> dataset.id().equals(Names.BUDGETS))
                .flatMap(dataset -> dataset.column(Names.AMOUNT).stream())
                .findFirst()
                .orElseThrow(() -> new Misaddressed(Misaddressed.Reason.NO_DATASET, setting, "dataset", Names.BUDGETS));
    }
}
