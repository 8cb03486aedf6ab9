package bankscore.load.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What stands under the keys of a kind of files, by their paths: {@code from} wherever it stands, {@code in_force.from} there
 * and nowhere else; the longest wins. The keys themselves are the loaders' own, so that a key that nothing is said of here
 * is found ({@link SchemaFile#unsaid}).
 */
public final class Shapes {

    private final Map<String, Shape> byPath = new LinkedHashMap<>();
    private final Map<String, List<Map<String, Object>>> rules = new LinkedHashMap<>();
    private final Map<String, List<String>> needed = new LinkedHashMap<>();
    private final Map<String, Supplier<Shape>> shared = new LinkedHashMap<>();

    /** Nothing yet. */
    public Shapes() {}

    /** What is said of files of another kind too. */
    public Shapes with(Shapes others) {
        byPath.putAll(others.byPath);
        rules.putAll(others.rules);
        needed.putAll(others.needed);
        shared.putAll(others.shared);
        return this;
    }

    /** What stands under some keys. */
    public Shapes put(Shape shape, String... paths) {
        Stream.of(paths).forEach(path -> byPath.put(path, shape));
        return this;
    }

    /** The keys that a mapping must have; the root's path is empty. */
    public Shapes need(String path, String... keys) {
        needed.put(path, List.of(keys));
        return this;
    }

    /** What holds of a mapping as a whole, word for word. */
    public Shapes rule(String path, String word, Object value) {
        rules.computeIfAbsent(path, none -> new ArrayList<>()).add(Map.of(word, value));
        return this;
    }

    /** Exactly one of some sets of keys stands in a mapping. */
    public Shapes one(String path, String... alternatives) {
        return rule(
                path,
                "oneOf",
                Stream.of(alternatives)
                        .map(keys -> Map.of("required", List.of(keys.split(" ", -1))))
                        .toList());
    }

    /** A key stands only beside another. */
    public Shapes beside(String path, String key, String other) {
        return rule(path, "dependencies", Map.of(key, List.of(other)));
    }

    /** What several places say, by the name by which {@link Shape#shared} asks for it. */
    public Shapes share(String name, Supplier<Shape> shape) {
        shared.put(name, shape);
        return this;
    }

    Optional<Shape> shape(List<String> path) {
        return nearest(byPath, path);
    }

    List<String> needed(List<String> path) {
        return nearest(needed, path).orElse(List.of());
    }

    List<Map<String, Object>> rules(List<String> path) {
        return nearest(rules, path).orElse(List.of());
    }

    Shape shared(String name) {
        Supplier<Shape> shape = shared.get(name);
        if (shape == null) {
            throw new IllegalArgumentException("nothing is shared as " + name);
        }
        return shape.get();
    }

    /** What is said of the longest end of a path; of the root under no name at all. */
    private static <T> Optional<T> nearest(Map<String, T> said, List<String> path) {
        for (int from = 0; from < Math.max(1, path.size()); from++) {
            T found = said.get(String.join(".", path.subList(from, path.size())));
            if (found != null) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }
}
