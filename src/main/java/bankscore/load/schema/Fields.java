package bankscore.load.schema;

import bankscore.finding.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A mapping that the program writes: closed, each key with its shape; a key stands there always unless it is said that it may. */
public final class Fields {

    private final String description;
    private final Map<String, Shape> shapes = new LinkedHashMap<>();
    private final List<String> always = new ArrayList<>();

    /**
     * One without keys.
     *
     * @param what what the mapping is of: its words stand below {@code schema.of}
     */
    public Fields(Words words, String what) {
        this.description = words.text("schema.of." + what);
    }

    /** Keys that are always there. */
    public Fields has(Shape shape, String... keys) {
        always.addAll(List.of(keys));
        return may(shape, keys);
    }

    /** Keys that are there only where there is something to say. */
    public Fields may(Shape shape, String... keys) {
        for (String key : keys) {
            shapes.put(key, shape);
        }
        return this;
    }

    /** The mapping. */
    public Shape shape() {
        Map<String, Shape> each = new LinkedHashMap<>(shapes);
        List<String> needed = List.copyOf(always);
        return place -> {
            Map<String, Object> properties = new LinkedHashMap<>();
            each.forEach((key, shape) -> properties.put(key, shape.at(place)));
            return Shape.ordered(
                    "description",
                    description,
                    "type",
                    "object",
                    "properties",
                    properties,
                    "additionalProperties",
                    false,
                    "required",
                    needed);
        };
    }
}
