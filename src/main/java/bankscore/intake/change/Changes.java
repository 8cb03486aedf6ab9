package bankscore.intake.change;

import bankscore.exact.Fraction;
import bankscore.facts.FactTable;
import bankscore.facts.Figure;
import bankscore.intake.change.Misaddressed.Reason;
import bankscore.sheet.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What settings have changed of a period's figures so far, in their order; no figure twice. */
public final class Changes {

    private static final String BETWEEN = "、";

    private final List<ChangedValue> values = new ArrayList<>();
    private final Set<String> figures = new HashSet<>();

    /**
     * Says that a setting changes a figure, which may go by several names.
     *
     * @throws Misaddressed if one before did
     */
    public void once(Setting setting, String figure) throws Misaddressed {
        if (!figures.add(figure)) {
            throw new Misaddressed(Reason.TWICE, setting);
        }
    }

    /** The figure that a setting puts in the place of another, noted. */
    public Figure figure(Setting setting, String id, Optional<Figure> before, Fraction value) {
        Figure after = new Figure(id, value, before.map(Figure::place).orElse(Place.NONE));
        add(setting, before.map(Figure::value).map(Fraction::toString), value.toString(), after.place());
        return after;
    }

    /** Notes a change of another kind. */
    public void add(Setting setting, Optional<String> before, String after, Place place) {
        values.add(new ChangedValue(setting.path(), before, after, place));
    }

    /** All so far. */
    public List<ChangedValue> values() {
        return List.copyOf(values);
    }

    /**
     * The published item that a setting names.
     *
     * @param items those that the rule asks for
     * @throws Misaddressed if it asks for no such one
     */
    public static String item(Setting setting, Set<String> items) throws Misaddressed {
        return items.stream()
                .filter(each -> FactTable.itemKey(each).equals(FactTable.itemKey(setting.rest())))
                .findFirst()
                .orElseThrow(() -> new Misaddressed(
                        Reason.NO_PARAMETER,
                        setting,
                        "item",
                        setting.rest(),
                        "allowed",
                        String.join(BETWEEN, new TreeSet<>(items))));
    }
}
