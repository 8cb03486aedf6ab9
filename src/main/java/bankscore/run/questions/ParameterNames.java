package bankscore.run.questions;

import bankscore.finding.Words;
import bankscore.rule.Parameter;
import bankscore.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What the numbers of a rule are called by who does not know its file: by the names that the file gives its items, measures
 * and subsidies, and by words for the keys that all files share. A key without words stands as it is written.
 */
public final class ParameterNames {

    private static final Pattern STEP = Pattern.compile("([^.\\[\\]]+)|\\[([0-9]+)]");
    private static final Pattern ROW = Pattern.compile("(.*)[.]rows\\[[0-9]+](\\[[0-9]+])?");

    /** What a row of a table is looked up by where every value will do. */
    private static final String ANY = "*";

    private static final String NAME = ".name";

    /** A figure without a name of its own goes by that under which it is published. */
    private static final String PUBLISHED = ".published";

    private final Map<String, String> values;
    private final Words words;

    public ParameterNames(Rule rule, Words words) {
        this.values = rule.parameters().stream()
                .collect(Collectors.toMap(Parameter::path, Parameter::value, (first, second) -> first));
        this.words = words;
    }

    /** The name of the number at a path. */
    public String of(String path) {
        List<String> names = new ArrayList<>();
        Matcher step = STEP.matcher(path);
        while (step.find()) {
            String whole = path.substring(0, step.end());
            String name = step.group(2) == null ? key(step.group(1), whole) : line(step.group(2), whole);
            if (!name.isEmpty()) {
                names.add(name);
            }
        }
        return String.join(words.text("rule.step.join"), names);
    }

    private String key(String key, String whole) {
        return Optional.ofNullable(values.get(whole + NAME))
                .or(() -> words.find("rule.step." + key))
                .or(() -> Optional.ofNullable(values.get(whole + PUBLISHED)))
                .orElse(key);
    }

    /** An entry of a list by its own name, or its number; a row of a table by what it is looked up by, a column by its head. */
    private String line(String index, String whole) {
        int at = Integer.parseInt(index);
        Matcher row = ROW.matcher(whole);
        if (!row.matches()) {
            return Optional.ofNullable(values.get(whole + NAME)).orElseGet(() -> number(at));
        }
        int keys = Math.max(1, keys(row.group(1)));
        if (row.group(2) != null) {
            return at < keys
                    ? number(at)
                    : Optional.ofNullable(values.get(row.group(1) + ".levels[" + (at - keys) + "]"))
                            .orElse("");
        }
        String name = IntStream.range(0, keys)
                .mapToObj(key -> values.getOrDefault(whole + "[" + key + "]", ""))
                .filter(key -> !key.isEmpty() && !key.equals(ANY))
                .collect(Collectors.joining(words.text("rule.step.join")));
        return name.isEmpty() ? number(at) : name;
    }

    /** By how many columns a table is looked up. */
    private int keys(String table) {
        int keys = 0;
        while (values.containsKey(table + ".by[" + keys + "]")) {
            keys++;
        }
        return keys;
    }

    private String number(int index) {
        return words.text("rule.step.number", "number", index + 1);
    }
}
