package bankscore.load.schema;

import bankscore.load.yaml.Keys;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The schema of one kind of files.
 *
 * @param name of the schema's own file, without its ending
 * @param keys the loader's own
 * @param shapes what stands under them
 * @param root what the file as a whole is
 */
public record SchemaFile(String name, Keys keys, Shapes shapes, Shape root) {

    private static final String DRAFT = "http://json-schema.org/draft-07/schema#";
    private static final String REFERENCE = "#/definitions/";

    /** Of files that are one mapping. */
    public SchemaFile(String name, Keys keys, Shapes shapes) {
        this(name, keys, shapes, Shape.BELOW);
    }

    /**
     * The schema, in the order in which it is printed.
     *
     * @param title what the files are, in a few words
     */
    public Map<String, Object> schema(String title) {
        Writing writing = new Writing(shapes, "");
        Map<String, Object> schema = Shape.ordered("$schema", DRAFT, "title", title);
        schema.putAll(writing.root(this));
        return writing.with(schema);
    }

    /**
     * One schema of files of several kinds, each told by a word under one key.
     *
     * @param key the key whose word tells the kind
     * @param kinds the kinds by their words; that of files without the key under no word at all
     */
    public static Map<String, Object> ofKinds(String title, String key, Map<String, SchemaFile> kinds) {
        Map<String, Object> definitions = new TreeMap<>();
        Map<String, Object> chosen = new LinkedHashMap<>();
        kinds.forEach((word, file) -> {
            Writing writing = new Writing(file.shapes, file.name + ".");
            definitions.put(file.name, writing.root(file));
            definitions.putAll(writing.shared);
            if (word.isEmpty()) {
                chosen.put("$ref", REFERENCE + file.name);
            }
        });
        for (Map.Entry<String, SchemaFile> kind :
                new TreeMap<>(kinds).descendingMap().entrySet()) {
            if (!kind.getKey().isEmpty()) {
                Map<String, Object> otherwise = new LinkedHashMap<>(chosen);
                chosen.clear();
                chosen.put(
                        "if",
                        Shape.ordered(
                                "properties", Map.of(key, Map.of("const", kind.getKey())), "required", List.of(key)));
                chosen.put("then", Map.of("$ref", REFERENCE + kind.getValue().name));
                chosen.put("else", otherwise);
            }
        }
        Map<String, Object> schema = Shape.ordered("$schema", DRAFT, "title", title, "type", "object");
        schema.putAll(chosen);
        schema.put("definitions", definitions);
        return schema;
    }

    /** The keys that nothing is said of, by their paths; an editor takes whatever stands under them. */
    public List<String> unsaid() {
        Writing writing = new Writing(shapes, "");
        writing.root(this);
        return List.copyOf(writing.unsaid);
    }

    private static final class Writing {

        private final Shapes shapes;
        private final String before;
        private final Map<String, Map<String, Object>> shared = new TreeMap<>();
        private final List<String> unsaid = new ArrayList<>();

        Writing(Shapes shapes, String before) {
            this.shapes = shapes;
            this.before = before;
        }

        Map<String, Object> root(SchemaFile file) {
            return file.root.at(new Here(List.of(), file.keys));
        }

        /** A schema with what several of its places say. */
        Map<String, Object> with(Map<String, Object> schema) {
            if (!shared.isEmpty()) {
                schema.put("definitions", shared);
            }
            return schema;
        }

        private Map<String, Object> mapping(Keys keys, List<String> path) {
            Map<String, Object> properties = new LinkedHashMap<>();
            for (String name : keys.names()) {
                List<String> to = new ArrayList<>(path);
                to.add(name);
                Keys under = keys.below(name);
                Here here = new Here(to, under.names().isEmpty() ? under.element() : under);
                Map<String, Object> said = shapes.shape(to)
                        .map(shape -> shape.at(here))
                        .orElseGet(() -> {
                            unsaid.add(String.join(".", to));
                            return Map.of();
                        });
                properties.put(name, said);
            }
            Map<String, Object> mapping =
                    Shape.ordered("type", "object", "properties", properties, "additionalProperties", false);
            List<String> needed = shapes.needed(path);
            if (!needed.isEmpty()) {
                mapping.put("required", needed);
            }
            List<Map<String, Object>> rules = shapes.rules(path);
            if (!rules.isEmpty()) {
                mapping.put("allOf", rules);
            }
            return mapping;
        }

        private final class Here implements Shape.Place {

            private final List<String> path;
            private final Keys keys;

            Here(List<String> path, Keys keys) {
                this.path = path;
                this.keys = keys;
            }

            @Override
            public Map<String, Object> below() {
                return mapping(keys);
            }

            @Override
            public Map<String, Object> mapping(Keys others) {
                return Writing.this.mapping(others, path);
            }

            @Override
            public Map<String, Object> mapping(Keys others, String as) {
                return Writing.this.mapping(others, List.of(as));
            }

            @Override
            public Map<String, Object> shared(String name) {
                String known = before + name;
                if (!shared.containsKey(known)) {
                    // It may stand within itself.
                    shared.put(known, Map.of());
                    shared.put(known, shapes.shared(name).at(new Here(List.of(name), Keys.of())));
                }
                return Map.of("$ref", REFERENCE + known);
            }
        }
    }
}
