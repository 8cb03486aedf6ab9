package bankscore.load.yaml;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What may be a key of a mapping and of the mappings below it: as data, so that whoever reads a file and whoever asks what
 * may be said in it know the same.
 */
public final class Keys {

    private static final Keys NONE = new Keys(List.of(), Map.of(), Optional.empty());

    private final List<String> names;
    private final Map<String, Keys> below;
    private final Optional<Keys> each;

    private Keys(List<String> names, Map<String, Keys> below, Optional<Keys> each) {
        this.names = names;
        this.below = below;
        this.each = each;
    }

    /** Keys in the order in which messages name them. */
    public static Keys of(String... names) {
        return new Keys(List.of(names), Map.of(), Optional.empty());
    }

    /** Keys that the file itself gives, or the elements of a list: each with the same below it. */
    public static Keys each(Keys below) {
        return new Keys(List.of(), Map.of(), Optional.of(below));
    }

    /** The same, and what may stand below one of the keys. */
    public Keys with(String name, Keys under) {
        Map<String, Keys> more = new HashMap<>(below);
        more.put(name, under);
        return new Keys(names, Map.copyOf(more), each);
    }

    /** Empty if the file itself gives the keys. */
    public List<String> names() {
        return names;
    }

    /** What may stand below a key; nothing below a single value. */
    public Keys below(String key) {
        return below.getOrDefault(key, element());
    }

    /** What may stand in an element of the list. */
    public Keys element() {
        return each.orElse(NONE);
    }
}
