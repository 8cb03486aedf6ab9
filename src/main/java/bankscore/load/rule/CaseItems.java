package bankscore.load.rule;

import bankscore.facts.FactTable;
import bankscore.load.yaml.YamlNode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Published figures of worked cases. */
public final class CaseItems {

    private CaseItems() {}

    /**
     * Refuses an item that the rule does not ask for: whoever wrote it means something by it, and without it the rule takes
     * something else.
     *
     * @param asked the items that the rule asks for, as keys; absent: it is not known which
     */
    public static void refuseUnread(YamlNode value, String item, Optional<Map<String, String>> asked) {
        asked.filter(known ->
                        known.keySet().stream().map(FactTable::itemKey).noneMatch(FactTable.itemKey(item)::equals))
                .ifPresent(known -> value.refuseText(
                        item, "item_not_read", "allowed", String.join(", ", new TreeSet<>(known.keySet()))));
    }
}
