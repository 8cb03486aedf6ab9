package bankscore.contribution.load;

import bankscore.load.RuleLoader;
import bankscore.load.YamlNode;
import bankscore.rule.Mark;
import bankscore.rule.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Every parameter of a scheme file with its path, clause and mark, as {@code lint}, the report and {@code simulate} name
 * them.
 *
 * <p>An item's parameters are reached by its id and without the word {@code method}: {@code items.tax.bands[6].points}.
 * Clause and mark are those of the nearest mapping around that states them.
 */
final class Parameters {

    private final List<Parameter> found = new ArrayList<>();

    private Parameters() {}

    static List<Parameter> of(YamlNode root) {
        Parameters parameters = new Parameters();
        parameters.walk(root, "", "", Mark.READING);
        return parameters.found;
    }

    private void walk(YamlNode branch, String path, String clause, Mark mark) {
        if (branch.isMap()) {
            Map<String, YamlNode> fields = branch.anyFields().all();
            YamlNode ownClause = fields.get("clause");
            YamlNode ownMark = fields.get("mark");
            String nextClause = ownClause == null ? clause : ownClause.shown();
            Mark nextMark = ownMark == null ? mark : RuleLoader.marks().getOrDefault(ownMark.shown(), mark);
            if (ownClause != null
                    && fields.keySet().stream().allMatch(key -> key.equals("clause") || key.equals("mark"))) {
                // A setting that only says where the document has it, and leaves its default.
                found.add(new Parameter(path, "", nextClause, nextMark, branch.line()));
            }
            for (Map.Entry<String, YamlNode> field : fields.entrySet()) {
                String key = field.getKey();
                if (key.equals("clause") || key.equals("mark")) {
                    continue;
                }
                boolean passedOver = key.equals("method") && path.startsWith("items.");
                String next = passedOver ? path : path.isEmpty() ? key : path + "." + key;
                walk(field.getValue(), next, nextClause, nextMark);
            }
        } else if (branch.isList()) {
            List<YamlNode> list = branch.list();
            for (int i = 0; i < list.size(); i++) {
                walk(list.get(i), path + element(path, list.get(i), i), clause, mark);
            }
        } else {
            found.add(new Parameter(path, branch.shown(), clause, mark, branch.line()));
        }
    }

    private static String element(String path, YamlNode element, int index) {
        if (path.equals("items") && element.isMap()) {
            YamlNode id = element.anyFields().all().get("id");
            if (id != null) {
                return "." + id.shown();
            }
        }
        return "[" + index + "]";
    }
}
