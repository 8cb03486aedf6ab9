package bankscore.load.rule;

import bankscore.load.yaml.Keys;
import bankscore.load.yaml.YamlNode;
import bankscore.load.yaml.YamlNode.Fields;
import bankscore.rule.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what rules of every kind say of the document they implement: {@code source} and {@code not_computed}. */
public final class SourceLoader {

    public static final Keys SOURCE = Keys.of("document", "number", "issued", "url", "clauses", "cited");
    public static final Keys NOT_COMPUTED = Keys.of("clause", "why");

    private SourceLoader() {}

    /** The document; nothing if the rule names none. */
    public static Optional<Source> source(Fields top) {
        List<Source.NotComputed> notComputed =
                top.get("not_computed").map(SourceLoader::notComputed).orElse(List.of());
        return top.need("source").map(branch -> source(branch, notComputed));
    }

    private static Source source(YamlNode branch, List<Source.NotComputed> notComputed) {
        Fields fields = branch.fields(SOURCE);
        List<String> clauses = fields.get("clauses").map(YamlNode::texts).orElse(List.of());
        return new Source(
                fields.need("document").flatMap(YamlNode::text).orElse(""),
                fields.text("number", ""),
                fields.get("issued").flatMap(YamlNode::date),
                clauses,
                fields.get("cited").map(words -> cited(words, clauses)).orElse(Map.of()),
                notComputed);
    }

    private static Map<String, String> cited(YamlNode branch, List<String> clauses) {
        Map<String, String> cited = new LinkedHashMap<>();
        branch.anyFields().all().forEach((clause, words) -> {
            if (!clauses.contains(clause)) {
                words.refuseUnknown(clause, "unknown_key", clauses);
            }
            words.text().ifPresent(text -> cited.put(clause, text));
        });
        return cited;
    }

    private static List<Source.NotComputed> notComputed(YamlNode branch) {
        List<Source.NotComputed> clauses = new ArrayList<>();
        for (YamlNode each : branch.list()) {
            if (each.isMap()) {
                Fields fields = each.fields(NOT_COMPUTED);
                Optional<String> why = fields.need("why").flatMap(YamlNode::text);
                fields.need("clause")
                        .flatMap(YamlNode::text)
                        .ifPresent(clause -> clauses.add(new Source.NotComputed(clause, why.orElse(""))));
            } else {
                each.text().ifPresent(clause -> clauses.add(new Source.NotComputed(clause, "")));
            }
        }
        return clauses;
    }
}
