package bankscore.load.schema;

import bankscore.load.yaml.Keys;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What may stand at one place of a file, as JSON Schema (draft 7) says it.
 *
 * <p>Files are read as texts: {@code 2.50} and {@code "2.50"} are the same exact number, and {@code 三(一)2} and {@code 2} both
 * texts. An editor reads YAML's own types, so that a shape allows each type whose text is meant.
 */
@FunctionalInterface
public interface Shape {

    /** What a schema says at a place. */
    Map<String, Object> at(Place place);

    /** Where a shape stands: what its keys are and what may be said below them. */
    interface Place {
        /** The mapping with the keys that are known here. */
        Map<String, Object> below();

        /** A mapping with other keys at the same path. */
        Map<String, Object> mapping(Keys keys);

        /** A mapping with other keys, at a path of its own. */
        Map<String, Object> mapping(Keys keys, String path);

        /** One thing that several places say, by its name. */
        Map<String, Object> shared(String name);
    }

    /** Texts that are read as an exact number. */
    String EXACT = "-?(0|[1-9][0-9]*)([.][0-9]+)?";

    /** A text; what YAML reads as a number or a truth is one too. */
    Shape TEXT = said(Map.of("type", List.of("string", "number", "boolean"), "pattern", "\\S"));

    /** An exact number. */
    Shape NUMBER = said(number("^" + EXACT + "$"));

    Shape NOT_NEGATIVE = more(NUMBER, "minimum", 0);

    Shape POSITIVE = more(NUMBER, "exclusiveMinimum", 0);

    /** A number, or a percentage such as {@code 85%}. */
    Shape PART = said(number("^" + EXACT + "%?$"));

    /** A percentage; a bare number above 1 is a percentage without its sign. */
    Shape SHARE = more(more(said(number("^(0|[1-9][0-9]*)([.][0-9]+)?%?$")), "minimum", 0), "maximum", 1);

    /** A number or the name of one. */
    Shape REFERENCE = said(number("^(" + EXACT + "|[^-0-9\\s].*)$"));

    /** The name of something, never a number. */
    Shape NAME = said(Map.of("type", "string", "pattern", "^[^-0-9\\s].*$"));

    Shape WHOLE = whole(0, 999_999_999);

    Shape COUNT = whole(1, 999_999_999);

    Shape TRUTH = said(Map.of("enum", List.of(true, false, "true", "false")));

    Shape DAY = said(Map.of("type", "string", "pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "format", "date"));

    Shape PERIOD = said(Map.of("type", "string", "pattern", "^[0-9]{4}[Qq][1-4]$"));

    /** What formulas name. */
    Shape ID = said(Map.of("type", "string", "pattern", "^[a-z][a-z0-9_]*$"));

    /** Whatever stands there is for another file to say. */
    Shape ANY = said(Map.of());

    /** The mapping whose keys are known. */
    Shape BELOW = Place::below;

    Shape TEXTS = filled(TEXT);

    private static Map<String, Object> number(String pattern) {
        return Map.of("type", List.of("number", "string"), "pattern", pattern);
    }

    /** What a schema says, word for word. */
    static Shape said(Map<String, ?> schema) {
        return place -> sorted(schema);
    }

    /** The same with one more word. */
    static Shape more(Shape shape, String word, Object value) {
        return place -> {
            Map<String, Object> said = new LinkedHashMap<>(shape.at(place));
            said.put(word, value);
            return said;
        };
    }

    static Shape whole(int least, int most) {
        return said(Map.of(
                "type",
                List.of("integer", "string"),
                "pattern",
                "^(0|[1-9][0-9]{0,8})$",
                "minimum",
                least,
                "maximum",
                most));
    }

    /** One of some words. */
    static Shape words(Collection<String> words) {
        return said(Map.of("enum", words.stream().sorted().toList()));
    }

    /** The words of a closed list, by their lower-case names, and others that mean the same. */
    static <E extends Enum<E>> Shape words(Class<E> list, String... others) {
        List<String> words = new ArrayList<>(List.of(others));
        Arrays.stream(list.getEnumConstants())
                .forEach(each -> words.add(each.name().toLowerCase(Locale.ROOT)));
        return words(words);
    }

    static Shape list(Shape each) {
        return place -> ordered("type", "array", "items", each.at(place));
    }

    /** A list that is not empty. */
    static Shape filled(Shape each) {
        return place -> ordered("type", "array", "items", each.at(place), "minItems", 1);
    }

    /** So many elements, each with what it holds. */
    static Shape row(Shape... cells) {
        return place -> ordered(
                "type",
                "array",
                "items",
                Arrays.stream(cells).map(cell -> cell.at(place)).toList(),
                "minItems",
                cells.length,
                "additionalItems",
                false);
    }

    /** A mapping whose keys the file gives. */
    static Shape map(Shape each) {
        return place -> ordered("type", "object", "additionalProperties", each.at(place));
    }

    /** A mapping whose keys are names for formulas. */
    static Shape mapOfIds(Shape each) {
        return place ->
                ordered("type", "object", "propertyNames", ID.at(place), "additionalProperties", each.at(place));
    }

    static Shape either(Shape... shapes) {
        return place -> ordered(
                "anyOf", Arrays.stream(shapes).map(each -> each.at(place)).toList());
    }

    /** A mapping with other keys than those that are known at its place. */
    static Shape mapping(Keys keys) {
        return place -> place.mapping(keys);
    }

    /** What several places say, written once. */
    static Shape shared(String name) {
        return place -> place.shared(name);
    }

    /** A mapping in the order of its words. */
    static Map<String, Object> ordered(Object... words) {
        Map<String, Object> ordered = new LinkedHashMap<>();
        for (int i = 0; i + 1 < words.length; i += 2) {
            ordered.put(words[i].toString(), words[i + 1]);
        }
        return ordered;
    }

    /** What another mapping has, and more. */
    static Map<String, Object> ordered(Map<String, Object> first, Object... words) {
        Map<String, Object> ordered = new LinkedHashMap<>(first);
        ordered.putAll(ordered(words));
        return ordered;
    }

    private static Map<String, Object> sorted(Map<String, ?> schema) {
        Map<String, Object> sorted = new LinkedHashMap<>();
        schema.keySet().stream().sorted().forEach(word -> sorted.put(word, schema.get(word)));
        return sorted;
    }
}
