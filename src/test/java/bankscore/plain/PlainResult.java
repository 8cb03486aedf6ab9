package bankscore.plain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a {@code result.json} and nothing else: a tree of maps and lists under the file's own keys, whose
 * leaves are strings or null.
 *
 * <p>Words stay out (names, reasons, explanations, clauses, marks, findings), and so does what only a published
 * revision has (revision, code).
 */
public record PlainResult(Map<String, @Nullable Object> tree) {

    private static final String MISSING = "(key is missing)";

    /**
     * Reduces a parsed {@code result.json} to its figures. Numbers and truth values become strings; a key that should
     * be there and is not shows up as a difference.
     */
    public static PlainResult reduce(Map<?, ?> json) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.putAll(pick(json, "period", "status", "benchmarks"));
        tree.put("banks", each(json.get("banks"), PlainResult::bank));
        tree.put("excluded", each(json.get("excluded"), row -> pick(row, "code")));
        Object allocation = json.containsKey("allocation") ? json.get("allocation") : MISSING;
        tree.put("allocation", allocation instanceof Map<?, ?> plan ? plan(plan) : leaf(allocation));
        return new PlainResult(tree);
    }

    private static Map<String, @Nullable Object> bank(Map<?, ?> bank) {
        Map<String, @Nullable Object> result = pick(bank, "code", "rank", "total", "share", "sharePercent", "measures");
        result.put("items", each(bank.get("items"), item -> pick(item, "id", "points")));
        return result;
    }

    private static Map<String, @Nullable Object> plan(Map<?, ?> plan) {
        Map<String, @Nullable Object> result = pick(plan, "unit", "indicative");
        result.put("funds", each(plan.get("funds"), fund -> {
            Map<String, @Nullable Object> one = pick(fund, "fund", "pool", "unplaced");
            one.put("outside", each(fund.get("outside"), row -> pick(row, "code", "current")));
            boolean adjusted = fund.containsKey("adjustments");
            one.put("rows", each(fund.get("rows"), row -> {
                Map<String, @Nullable Object> planned =
                        pick(row, "code", "current", "target", "change", "now", "atMaturity", "note");
                if (adjusted) {
                    planned.putAll(pick(row, "adjustment"));
                }
                return planned;
            }));
            if (adjusted) {
                one.put("adjustments", each(fund.get("adjustments"), row -> pick(row, "code", "amount")));
            }
            one.put("transfers", each(fund.get("transfers"), row -> pick(row, "from", "to", "amount", "when", "date")));
            return one;
        }));
        return result;
    }

    private interface Reduction {
        Map<String, @Nullable Object> of(Map<?, ?> json);
    }

    private static Object each(@Nullable Object list, Reduction reduction) {
        if (!(list instanceof List<?> elements)) {
            return MISSING;
        }
        List<@Nullable Object> result = new ArrayList<>();
        for (Object element : elements) {
            result.add(element instanceof Map<?, ?> map ? reduction.of(map) : leaf(element));
        }
        return result;
    }

    private static Map<String, @Nullable Object> pick(Map<?, ?> json, String... keys) {
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        for (String key : keys) {
            result.put(key, json.containsKey(key) ? leaf(json.get(key)) : MISSING);
        }
        return result;
    }

    private static @Nullable Object leaf(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> result = new LinkedHashMap<>();
            map.forEach((key, inner) -> result.put(String.valueOf(key), leaf(inner)));
            return result;
        }
        return value == null ? null : value.toString();
    }

    /** What the other says differently, one line each; empty if the two agree to the last digit. */
    public List<String> differencesTo(PlainResult other) {
        List<String> lines = new ArrayList<>();
        compare("", tree, other.tree, lines);
        return List.copyOf(lines);
    }

    private static void compare(String path, @Nullable Object here, @Nullable Object there, List<String> lines) {
        if (here instanceof Map<?, ?> a && there instanceof Map<?, ?> b) {
            Set<Object> keys = new LinkedHashSet<>(a.keySet());
            keys.addAll(b.keySet());
            for (Object key : keys) {
                String at = path.isEmpty() ? key.toString() : path + "." + key;
                compare(
                        at,
                        a.containsKey(key) ? a.get(key) : MISSING,
                        b.containsKey(key) ? b.get(key) : MISSING,
                        lines);
            }
        } else if (here instanceof List<?> a && there instanceof List<?> b) {
            if (a.size() != b.size()) {
                lines.add(path + ": plain has " + a.size() + " elements, the other " + b.size());
            }
            for (int i = 0; i < Math.max(a.size(), b.size()); i++) {
                Object left = i < a.size() ? a.get(i) : MISSING;
                Object right = i < b.size() ? b.get(i) : MISSING;
                compare(path + "[" + i + label(left) + "]", left, right, lines);
            }
        } else if (!Objects.equals(here, there)) {
            lines.add(path + ": plain " + here + ", the other " + there);
        }
    }

    /** The element's own name beside its position: easier to find than the twelfth of something. */
    private static String label(@Nullable Object element) {
        if (element instanceof Map<?, ?> map) {
            for (String key : List.of("code", "id", "fund")) {
                if (map.get(key) instanceof String name) {
                    return " " + name;
                }
            }
        }
        return "";
    }
}
