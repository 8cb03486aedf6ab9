package bankscore.desk.trial;

import bankscore.run.questions.Questions.Figures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What somebody typed for one trial: values by the path of a number, and single figures line by line.
 *
 * @param name of the trial, which the names of its fields begin with
 */
public record Typed(String name, Map<String, String> values, List<Line> lines) {

    /** So many figures may be set at once. */
    private static final int LINES = 3;

    /** A figure, of whom, and what it is to be; all three may be empty. */
    public record Line(String of, String column, String value) {}

    static Typed of(String name, Map<String, String> fields) {
        Map<String, String> values = new LinkedHashMap<>();
        String own = name + ".set.";
        fields.forEach((field, value) -> {
            if (field.startsWith(own) && !value.isBlank()) {
                values.put(field.substring(own.length()), value.strip());
            }
        });
        return new Typed(
                name,
                values,
                IntStream.range(0, LINES)
                        .mapToObj(at -> new Line(
                                fields.getOrDefault(name + ".of." + at, ""),
                                fields.getOrDefault(name + ".column." + at, ""),
                                fields.getOrDefault(name + ".value." + at, "").strip()))
                        .toList());
    }

    /** What stands in a field; empty if nothing. */
    public String value(String path) {
        return values.getOrDefault(path, "");
    }

    /** All that is to be otherwise, as {@code path=value}. */
    List<String> settings(Figures figures) {
        List<String> settings = new ArrayList<>();
        values.forEach((path, value) -> settings.add(path + "=" + value));
        lines.stream()
                .filter(line -> !line.of().isEmpty() && !line.value().isEmpty())
                .forEach(line -> settings.add(figures.path(line.of(), line.column()) + "=" + line.value()));
        return settings;
    }
}
