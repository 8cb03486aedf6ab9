package bankscore.watch.load;

import bankscore.exact.Fraction;
import bankscore.intake.Column;
import bankscore.load.rule.RuleLoader;
import bankscore.load.yaml.YamlNode;
import bankscore.load.yaml.YamlNode.Fields;
import bankscore.rule.Condition;
import bankscore.rule.Reference;
import bankscore.watch.scheme.Degree;
import bankscore.watch.scheme.Degree.When;
import bankscore.watch.scheme.Exemption;
import bankscore.watch.scheme.Watch;
import bankscore.watch.scheme.Watch.Side;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Reads who is behind and what follows: watches, degrees, exemptions (watch.md#watches). */
final class BehindLoader {

    private final GroupNames names;
    private final Collection<GroupColumns> columns;
    private final Set<String> watches = new TreeSet<>();
    private final Map<String, Watch> sound = new HashMap<>();

    BehindLoader(GroupNames names, Collection<GroupColumns> columns) {
        this.names = names;
        this.columns = columns;
    }

    /** The watches in the order of the file. */
    List<Watch> watches(YamlNode branch) {
        List<Watch> read = new ArrayList<>();
        Set<String> called = new HashSet<>();
        for (YamlNode each : branch.filled()) {
            Fields fields = each.fields(WatchKeys.WATCHED);
            String id = id(each, fields, watches);
            String name = fields.need("name").flatMap(YamlNode::text).orElse(id);
            if (!called.add(name)) {
                each.refuseText(name, "doubled_name");
            }
            fields.need("clause");
            fields.need("mark");
            List<String> of = fields.need("of").map(names::groups).orElse(List.of());
            Optional<YamlNode> measured = fields.need("measure");
            if (!of.isEmpty()) {
                measured.flatMap(node -> names.measure(node, of))
                        .flatMap(measure -> watch(fields, id, name, of, measure))
                        .ifPresent(read::add);
            }
        }
        read.forEach(watch -> sound.put(watch.id(), watch));
        return read;
    }

    /** The id of an element of a list, which must be new. */
    static String id(YamlNode element, Fields fields, Set<String> taken) {
        String id = fields.need("id").flatMap(YamlNode::text).orElse("");
        if (!taken.add(id)) {
            element.refuseText(id, "doubled_id");
        }
        if (!id.isEmpty() && !RuleLoader.isId(id)) {
            element.refuseText(id, "not_an_id");
        }
        return id;
    }

    private Optional<Watch> watch(Fields fields, String id, String name, List<String> of, String measure) {
        List<Side> sides =
                Stream.of(Side.values()).filter(side -> fields.has(word(side))).toList();
        if (sides.size() != 1) {
            fields.owner().refuseText(id, "one_side");
        }
        Optional<Reference> bound = sides.stream()
                .flatMap(side -> fields.get(word(side)).stream())
                .map(node -> names.bound(node, of))
                .reduce((first, second) -> first)
                .flatMap(read -> read);
        List<Fraction> grades = fields.get("by").map(BehindLoader::grades).orElse(List.of());
        int running = fields.get("running").map(BehindLoader::times).orElse(1);
        boolean progress = fields.get("progress").flatMap(YamlNode::truth).orElse(false);
        Optional<Condition> unless = fields.get("unless").flatMap(node -> names.condition(node, of));
        return bound.filter(known -> sides.size() == 1)
                .map(known -> new Watch(
                        id,
                        name,
                        of,
                        measure,
                        sides.get(0),
                        known,
                        grades,
                        running,
                        progress,
                        unless,
                        fields.text("clause", ""),
                        RuleLoader.mark(fields)));
    }

    private static String word(Side side) {
        return side.name().toLowerCase(Locale.ROOT);
    }

    /** The least gap, or that of each grade. */
    private static List<Fraction> grades(YamlNode branch) {
        List<Fraction> grades = new ArrayList<>();
        for (YamlNode each : branch.isScalar() ? List.of(branch) : branch.filled()) {
            Optional<Fraction> least = each.number();
            if (least.filter(Fraction::isNegative).isPresent()) {
                each.refuse("negative");
            }
            if (least.isPresent() && !grades.isEmpty() && !least.get().isGreater(grades.get(grades.size() - 1))) {
                each.refuse("grades_not_ascending");
            }
            least.ifPresent(grades::add);
        }
        return grades;
    }

    /** A whole number of 1 and more. */
    private static int times(YamlNode branch) {
        Optional<Integer> times = branch.whole();
        if (times.filter(count -> count == 0).isPresent()) {
            branch.refuse("not_positive");
        }
        return times.orElse(1);
    }

    /** The degrees in the order of the file. */
    List<Degree> degrees(YamlNode branch) {
        List<Degree> degrees = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (YamlNode each : branch.list()) {
            Fields fields = each.fields(WatchKeys.DEGREE);
            String name = fields.need("name").flatMap(YamlNode::text).orElse("");
            if (!name.isEmpty() && !seen.add(name)) {
                each.refuseText(name, "doubled_name");
            }
            fields.need("clause");
            fields.need("mark");
            List<String> of = fields.get("of").map(names::groups).orElse(List.of());
            fields.need("when")
                    .flatMap(this::when)
                    .map(when -> new Degree(name, of, when, fields.text("clause", ""), RuleLoader.mark(fields)))
                    .ifPresent(degrees::add);
        }
        return degrees;
    }

    private Optional<When> when(YamlNode branch) {
        if (!branch.isMap()) {
            branch.refuse("not_a_map");
            return Optional.empty();
        }
        Set<String> written = branch.anyFields().all().keySet();
        List<String> heads = WatchKeys.WHEN.stream().filter(written::contains).toList();
        if (heads.size() != 1) {
            branch.refuseText(
                    String.join(", ", written), "one_condition", "allowed", String.join(", ", WatchKeys.WHEN));
            return Optional.empty();
        }
        String head = heads.get(0);
        List<String> allowed = new ArrayList<>(heads);
        if (head.equals(WatchKeys.WATCH)) {
            allowed.addAll(WatchKeys.BESIDE_WATCH);
        }
        Fields fields = branch.fields(allowed.toArray(String[]::new));
        YamlNode said = fields.need(head).orElseThrow();
        return switch (head) {
            case "hits" -> Optional.of(new When.Hits(times(said)));
            case "not" -> when(said).map(When.Not::new);
            case "all" -> parts(said).map(When.All::new);
            case "any" -> parts(said).map(When.Any::new);
            default -> hit(said, fields);
        };
    }

    private Optional<List<When>> parts(YamlNode head) {
        List<YamlNode> branches = head.filled();
        List<When> parts = new ArrayList<>();
        branches.forEach(each -> when(each).ifPresent(parts::add));
        return parts.isEmpty() || parts.size() < branches.size() ? Optional.empty() : Optional.of(parts);
    }

    private Optional<When> hit(YamlNode watch, Fields fields) {
        int grade = fields.get("grade").map(BehindLoader::times).orElse(1);
        int running = fields.get("running").map(BehindLoader::times).orElse(1);
        if (!watch.isScalar() || !watches.contains(watch.shown())) {
            watch.refuseUnknown(watch.shown(), "unknown_watch", watches);
            return Optional.empty();
        }
        Watch asked = sound.get(watch.shown());
        if (asked != null) {
            fields.get("running")
                    .filter(node -> running < asked.running())
                    .ifPresent(node -> node.refuse("running_below_own", "watch", asked.id(), "own", asked.running()));
            int most = Math.max(1, asked.grades().size());
            fields.get("grade")
                    .filter(node -> grade > most)
                    .ifPresent(node -> node.refuse("no_such_grade", "watch", asked.id(), "most", most));
        }
        return Optional.of(new When.Hit(watch.shown(), grade, running));
    }

    /** Who is listed and not judged. */
    Exemption exemption(YamlNode branch) {
        Fields fields = branch.fields(WatchKeys.EXEMPT);
        RuleLoader.mark(fields);
        Optional<YamlNode> months = fields.get("months_open_below");
        if (columns.stream().flatMap(each -> each.told().values().stream()).noneMatch(BehindLoader::isOpening)) {
            months.ifPresent(node -> node.refuse("no_opening_day"));
        }
        return new Exemption(months.map(BehindLoader::times), fields.get("text").flatMap(this::text));
    }

    private static boolean isOpening(Column column) {
        return column.head().role().filter(Column.Role.OPENED::equals).isPresent();
    }

    private Optional<Condition.Text> text(YamlNode branch) {
        Fields fields = branch.fields(WatchKeys.EXEMPT_TEXT);
        List<String> words = fields.need("one_of").map(YamlNode::texts).orElse(List.of());
        return fields.need("column").flatMap(this::told).map(column -> new Condition.Text(column, true, words));
    }

    /** The text of a register that a node names by its id or a heading. */
    private Optional<String> told(YamlNode node) {
        Set<String> named = new TreeSet<>();
        Set<String> texts = new TreeSet<>();
        columns.stream()
                .flatMap(each -> each.told().values().stream())
                .filter(column -> !column.kind().isNumeric() && column.kind() != Column.Kind.DATE)
                .forEach(column -> {
                    texts.add(column.id());
                    if (column.id().equals(node.shown()) || column.headings().contains(node.shown())) {
                        named.add(column.id());
                    }
                });
        if (named.size() == 1) {
            return named.stream().findFirst();
        }
        if (named.isEmpty()) {
            node.refuseUnknown(node.shown(), "unknown_column", texts);
        } else {
            node.refuse("several_columns", "columns", String.join("、", named));
        }
        return Optional.empty();
    }
}
