package bankscore.contribution.load;

import bankscore.contribution.Names;
import bankscore.contribution.method.Bands;
import bankscore.contribution.scheme.Grouping;
import bankscore.exact.Fraction;
import bankscore.load.rule.LineColumns;
import bankscore.load.rule.RuleLoader;
import bankscore.load.yaml.Keys;
import bankscore.load.yaml.YamlNode;
import bankscore.load.yaml.YamlNode.Fields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Reads the groups that a scheme makes of banks, and what names one: {@code scheme.md#groups}. */
final class GroupsLoader {

    private static final Keys TIER = Keys.of("name", "from", "to", "closed");
    static final Keys GROUP =
            Keys.of("name", "by", "bands", "closed", "clause", "mark").with("bands", Keys.each(TIER));

    /** What the register calls the kind of a bank. */
    private static final String KIND = "机构类型";

    private final LineColumns columns;
    private final Map<String, Grouping> made = new LinkedHashMap<>();

    /** The ids of the columns whose words are groups, by what they are called; an id is a name of its own. */
    private final Map<String, String> words = new LinkedHashMap<>();

    /** @param known the columns that may be named, those of words among them */
    GroupsLoader(LineColumns columns, BankColumns known) {
        this.columns = columns;
        known.words().forEach(id -> {
            words.put(id, id);
            columns.ids().forEach((name, of) -> {
                if (of.equals(id)) {
                    words.put(name, id);
                }
            });
        });
    }

    /** Reads {@code groups}. */
    Map<String, Grouping> groups(YamlNode branch) {
        branch.anyFields()
                .all()
                .forEach((id, each) -> group(id, each.fields(GROUP)).ifPresent(group -> made.put(id, group)));
        return made;
    }

    private Optional<Grouping> group(String id, Fields fields) {
        if (!RuleLoader.isId(id) || id.equals(Names.KIND) || words.containsKey(id)) {
            fields.owner().refuseText(id, "not_an_id");
        }
        RuleLoader.mark(fields);
        Optional<String> by = fields.need("by").flatMap(node -> columns.amount(node, node.shown()));
        List<String> names = new ArrayList<>();
        Optional<Bands> bands = MethodLoader.bands(fields, TIER, row -> {
            row.need("name").flatMap(YamlNode::text).ifPresent(name -> {
                if (names.contains(name)) {
                    row.owner().refuseText(name, "doubled_id");
                }
                names.add(name);
            });
            return Fraction.ZERO;
        });
        return by.isPresent()
                        && bands.isPresent()
                        && names.size() == bands.get().bands().size()
                ? Optional.of(new Grouping(id, fields.text("name", id), by.get(), bands.get(), names))
                : Optional.empty();
    }

    /** The groups that a node names. */
    Optional<String> named(YamlNode node) {
        String word = node.shown();
        if (word.equals(KIND) || word.equals(Names.KIND)) {
            return Optional.of(Names.KIND);
        }
        if (!made.containsKey(word)) {
            if (words.containsKey(word)) {
                return Optional.ofNullable(words.get(word));
            }
            TreeSet<String> allowed = new TreeSet<>(made.keySet());
            allowed.add(KIND);
            allowed.addAll(words.keySet());
            allowed.removeAll(words.values());
            node.refuseUnknown(allowed);
            return Optional.empty();
        }
        return Optional.of(word);
    }

    /** The names of the groups; empty where the words of a column are the groups. */
    List<String> names(String id) {
        return Optional.ofNullable(made.get(id)).map(Grouping::names).orElse(List.of());
    }
}
