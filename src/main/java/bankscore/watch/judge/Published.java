package bankscore.watch.judge;

import bankscore.exact.Period;
import bankscore.facts.FactTable;
import bankscore.facts.Figure;
import bankscore.sheet.Place;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The sheet of published figures: of each item the last row on or before the period's end counts, and nothing is carried over
 * from earlier periods (watch.md#published).
 */
final class Published {

    private static final NavigableMap<LocalDate, Figure> NONE = Collections.unmodifiableNavigableMap(new TreeMap<>());

    private final Map<String, NavigableMap<LocalDate, Figure>> rows;
    private final Period period;

    Published(WatchPeriod period) {
        this.rows = period.items();
        this.period = period.period();
    }

    private NavigableMap<LocalDate, Figure> rows(String item) {
        return rows.getOrDefault(FactTable.itemKey(item), NONE);
    }

    /** What counts today. */
    Optional<Figure> today(String item) {
        return Optional.ofNullable(rows(item).floorEntry(period.end())).map(Map.Entry::getValue);
    }

    /** What counts today of some items, as a table of figures knows them. */
    Map<String, Figure> today(Collection<String> items) {
        Map<String, Figure> today = new HashMap<>();
        items.forEach(item -> today(item).ifPresent(figure -> today.put(FactTable.itemKey(item), figure)));
        return today;
    }

    /** The last row that is dated in a period; what is dated after today counts nowhere. */
    Optional<Figure> dated(String item, Period in) {
        return Optional.ofNullable(rows(item).headMap(period.end(), true).floorEntry(in.end()))
                .filter(row -> !row.getKey().isBefore(in.start()))
                .map(Map.Entry::getValue);
    }

    /** The sheet; {@link Place#NONE} where nothing came. */
    Place sheet() {
        return rows.values().stream()
                .flatMap(days -> days.values().stream())
                .map(figure -> figure.place().sheetOnly())
                .min(Comparator.naturalOrder())
                .orElse(Place.NONE);
    }

    /** Whether all rows of an item are dated after today: then they do not count, which is told with them. */
    boolean isLater(String item) {
        return !rows(item).isEmpty() && today(item).isEmpty();
    }
}
