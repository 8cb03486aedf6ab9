package bankscore.plain.language;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A piece of a rule or case file: a text, a list or a map. */
record Node(String text, List<Node> list, Map<String, Node> map) {

    static Node textOf(Object text) {
        return new Node(text.toString(), List.of(), Map.of());
    }

    static Node newList() {
        return new Node("", new ArrayList<>(), Map.of());
    }

    static Node mapOf(Object... keysAndValues) {
        Node node = new Node("", List.of(), new LinkedHashMap<>());
        for (int i = 0; i < keysAndValues.length; i += 2) {
            node.put(keysAndValues[i].toString(), keysAndValues[i + 1]);
        }
        return node;
    }

    Node put(String key, Object value) {
        map.put(key, value instanceof Node node ? node : textOf(value));
        return this;
    }

    Node add(Object value) {
        list.add(value instanceof Node node ? node : textOf(value));
        return this;
    }

    Optional<Node> find(String key) {
        return Optional.ofNullable(map.get(key));
    }

    Node get(String key) {
        return find(key).orElseThrow(() -> new IllegalArgumentException(key + " in " + this));
    }

    boolean has(String key) {
        return map.containsKey(key);
    }

    String text(String key, String absent) {
        return find(key).map(Node::text).orElse(absent);
    }

    Q number() {
        return text.endsWith("%") ? Q.of(text.substring(0, text.length() - 1)).over(Q.of(100)) : Q.of(text);
    }

    Optional<Q> number(String key) {
        return find(key).map(Node::number);
    }

    List<String> texts() {
        return list.stream().map(Node::text).toList();
    }

    /** As YAML in flow style. */
    @Override
    public String toString() {
        if (!map.isEmpty() || map instanceof LinkedHashMap) {
            return "{"
                    + String.join(
                            ", ",
                            map.entrySet().stream()
                                    .map(entry -> '"' + entry.getKey() + "\": " + entry.getValue())
                                    .toList())
                    + "}";
        }
        if (!list.isEmpty() || list instanceof ArrayList) {
            return "[" + String.join(", ", list.stream().map(Node::toString).toList()) + "]";
        }
        return '"' + text + '"';
    }
}
