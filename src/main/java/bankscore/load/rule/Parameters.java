package bankscore.load.rule;

import bankscore.load.yaml.YamlNode;
import bankscore.rule.Mark;
import bankscore.rule.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Every parameter of a rule file with its path, clause and mark, as {@code lint}, the report and {@code simulate} name them.
 *
 * <p>Elements of the lists that the kind of rule names are reached by their id, and a word that only groups is passed over:
 * {@code items.tax.bands[6].points}. Clause and mark are those of the nearest mapping around that states them.
 */
public final class Parameters {

    private final Set<String> byId;
    private final Set<String> passedOver;
    private final List<Parameter> found = new ArrayList<>();

    private Parameters(Set<String> byId, Set<String> passedOver) {
        this.byId = byId;
        this.passedOver = passedOver;
    }

    /**
     * The parameters in the order of the file.
     *
     * @param byId the lists whose elements have an id
     * @param passedOver keys directly below such an element that no path names
     */
    public static List<Parameter> of(YamlNode root, Set<String> byId, Set<String> passedOver) {
        Parameters parameters = new Parameters(byId, passedOver);
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
                boolean grouping =
                        passedOver.contains(key) && byId.stream().anyMatch(list -> path.startsWith(list + "."));
                String next = grouping ? path : path.isEmpty() ? key : path + "." + key;
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

    private String element(String path, YamlNode element, int index) {
        if (byId.contains(path) && element.isMap()) {
            YamlNode id = element.anyFields().all().get("id");
            if (id != null) {
                return "." + id.shown();
            }
        }
        return "[" + index + "]";
    }
}
