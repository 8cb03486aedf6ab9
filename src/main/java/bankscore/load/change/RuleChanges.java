package bankscore.load.change;

import bankscore.finding.ConfigException;
import bankscore.intake.Dataset;
import bankscore.intake.change.ChangedValue;
import bankscore.intake.change.Misaddressed;
import bankscore.intake.change.Misaddressed.Reason;
import bankscore.intake.change.Setting;
import bankscore.load.rule.RuleReader;
import bankscore.load.yaml.Keys;
import bankscore.load.yaml.Suggestion;
import bankscore.load.yaml.YamlFile;
import bankscore.load.yaml.YamlNode;
import bankscore.rule.Rule;
import bankscore.sheet.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A rule of which some parameters are otherwise, as {@link bankscore.load.rule.Parameters} names them.
 *
 * <p>The settings are written into the file's tree before it is loaded, so that the result is judged as strictly as any
 * file. What the file leaves out may be set where the loader knows the key; where the rule itself gives the names, such
 * as the words of a table of values, only those that are there: a mistyped one would change nothing in silence.
 */
public final class RuleChanges {

    private static final Pattern STEP = Pattern.compile("([^.\\[\\]]+)|\\[(\\d{1,6})]");

    private final YamlFile file;
    private final Paths paths;
    private final Set<String> written = new HashSet<>();

    private RuleChanges(YamlFile file, Paths paths) {
        this.file = file;
        this.paths = paths;
    }

    /**
     * How the paths of a kind of rule lead through its files.
     *
     * @param keys of the file
     * @param byId the lists whose elements are reached by their id
     * @param passedOver keys directly below such an element that no path names
     * @param within the keys of what is passed over, by what stands there
     * @param beside first steps that are not of the rule
     */
    public record Paths(
            Keys keys, Set<String> byId, Set<String> passedOver, Function<YamlNode, Keys> within, List<String> beside) {
        public Paths {
            byId = Set.copyOf(byId);
            passedOver = Set.copyOf(passedOver);
            beside = List.copyOf(beside);
        }
    }

    /** The changed rule and what was changed, in the order of the settings. */
    public record Changed<R extends Rule>(R rule, List<ChangedValue> changes) {
        public Changed {
            changes = List.copyOf(changes);
        }
    }

    /** A step of a path: a key, or an element's number. */
    private record Step(String key, int index) {
        boolean isIndex() {
            return key.isEmpty();
        }

        @Override
        public String toString() {
            return isIndex() ? "[" + index + "]" : key;
        }
    }

    /**
     * Applies the settings of the rule; those of what stands beside it are passed over.
     *
     * @param reader reads the changed file
     * @throws Misaddressed if a path leads nowhere
     * @throws ConfigException if the changed rule is refused
     */
    public static <R extends Rule> Changed<R> of(
            YamlFile file, List<Dataset> datasets, RuleReader<R> reader, Paths paths, List<Setting> settings)
            throws Misaddressed, ConfigException {
        file.throwIfRefused();
        RuleChanges changed = new RuleChanges(file, paths);
        List<ChangedValue> changes = new ArrayList<>();
        for (Setting setting : settings) {
            if (paths.beside().stream().noneMatch(setting::isBelow)) {
                Optional<String> before = changed.set(setting);
                changes.add(new ChangedValue(setting.path(), before, setting.value(), Place.NONE));
            }
        }
        return new Changed<>(reader.read(file, datasets), changes);
    }

    /** Where a path leads: what may stand there, what does, if anything does, and how a value is written there. */
    private record Slot(String path, Keys keys, Optional<YamlNode> at, Consumer<String> write) {}

    /** A mapping that a key may belong to. */
    private record Owner(YamlNode mapping, Keys keys) {
        boolean writes(Step step) {
            return !step.isIndex() && mapping.anyFields().has(step.key());
        }

        boolean allows(Step step) {
            return !step.isIndex() && keys.names().contains(step.key());
        }
    }

    /** Writes the value; what stood there, if anything did. */
    private Optional<String> set(Setting setting) throws Misaddressed {
        List<Step> steps = steps(setting);
        Slot slot = new Slot("", paths.keys(), file.root(), value -> {});
        for (int i = 0; i < steps.size(); i++) {
            slot = below(slot, steps.get(i), i + 1 == steps.size(), setting);
        }
        Optional<YamlNode> at = slot.at();
        if (at.isPresent() && !at.get().isScalar()) {
            throw new Misaddressed(Reason.UNFINISHED, setting, "allowed", String.join(", ", allowed(slot, at.get())));
        }
        if (!written.add(slot.path())) {
            throw new Misaddressed(Reason.TWICE, setting);
        }
        slot.write().accept(setting.value());
        return at.map(YamlNode::shown);
    }

    /** One step further; a mapping that the file leaves out is put there if the path goes on. */
    private Slot below(Slot slot, Step step, boolean last, Setting setting) throws Misaddressed {
        YamlNode at = slot.at().orElseThrow();
        String path = slot.path();
        if (at.isMap()) {
            Owner owner = owner(slot, at, step, setting);
            YamlNode mapping = owner.mapping();
            if (!last && !owner.writes(step)) {
                mapping.putMap(step.key());
            }
            boolean passedOver = isElement(path) && paths.passedOver().contains(step.key());
            String next = passedOver ? path : path.isEmpty() ? step.key() : path + "." + step.key();
            Optional<YamlNode> below = mapping.anyFields().get(step.key());
            Keys keys = passedOver
                    ? below.filter(YamlNode::isMap).map(paths.within()).orElse(Keys.of())
                    : owner.keys().below(step.key());
            return new Slot(next, keys, below, value -> mapping.put(step.key(), value));
        }
        if (at.isList()) {
            int index = paths.byId().contains(path) ? element(at, step, setting) : index(at, step, setting);
            String next = path + (step.isIndex() ? "" : ".") + step;
            return new Slot(
                    next, slot.keys().element(), Optional.of(at.list().get(index)), value -> at.set(index, value));
        }
        throw new Misaddressed(Reason.TOO_DEEP, setting, "at", path, "step", step.toString());
    }

    private List<Step> steps(Setting setting) throws Misaddressed {
        List<Step> steps = new ArrayList<>();
        Matcher matcher = STEP.matcher(setting.path());
        int end = 0;
        while (matcher.find()) {
            String between = setting.path().substring(end, matcher.start());
            boolean index = matcher.group(2) != null;
            if (!between.equals(index || steps.isEmpty() ? "" : ".")) {
                throw unreadable(setting);
            }
            steps.add(index ? new Step("", Integer.parseInt(matcher.group(2))) : new Step(matcher.group(1), 0));
            end = matcher.end();
        }
        if (end != setting.path().length()) {
            throw unreadable(setting);
        }
        return steps;
    }

    private static Misaddressed unreadable(Setting setting) {
        return new Misaddressed(Reason.UNREADABLE, setting);
    }

    /** The mapping that a key belongs to: this one, or one in it that paths pass over. */
    private Owner owner(Slot slot, YamlNode mapping, Step step, Setting setting) throws Misaddressed {
        List<Owner> owners = new ArrayList<>(List.of(new Owner(mapping, slot.keys())));
        grouped(mapping, slot.path())
                .forEach(each -> owners.add(new Owner(each, paths.within().apply(each))));
        Optional<Owner> owner = owners.stream()
                .filter(each -> each.writes(step))
                .findFirst()
                .or(() -> owners.stream().filter(each -> each.allows(step)).findFirst());
        if (owner.isEmpty()) {
            throw unknown(step, allowed(slot, mapping), setting);
        }
        return owner.get();
    }

    private List<YamlNode> grouped(YamlNode mapping, String path) {
        return isElement(path)
                ? paths.passedOver().stream()
                        .flatMap(key -> mapping.anyFields().get(key).stream())
                        .filter(YamlNode::isMap)
                        .toList()
                : List.of();
    }

    private boolean isElement(String path) {
        int step = path.lastIndexOf('.');
        return step >= 0 && !path.endsWith("]") && paths.byId().contains(path.substring(0, step));
    }

    /** What may come next below a mapping or list. */
    private Set<String> allowed(Slot slot, YamlNode at) {
        String path = slot.path();
        Set<String> allowed = new LinkedHashSet<>();
        if (at.isMap()) {
            List<YamlNode> grouped = grouped(at, path);
            keys(at, slot.keys()).stream()
                    .filter(key -> grouped.isEmpty() || !paths.passedOver().contains(key))
                    .forEach(allowed::add);
            grouped.forEach(each -> allowed.addAll(keys(each, paths.within().apply(each))));
            if (path.isEmpty()) {
                allowed.addAll(paths.beside());
            }
        } else {
            for (int i = 0; i < at.list().size(); i++) {
                String id = paths.byId().contains(path) ? id(at.list().get(i)) : "";
                allowed.add(id.isEmpty() ? "[" + i + "]" : id);
            }
        }
        return allowed;
    }

    private static Set<String> keys(YamlNode mapping, Keys known) {
        Set<String> keys = new LinkedHashSet<>(known.names());
        keys.addAll(mapping.anyFields().all().keySet());
        return keys;
    }

    private static String id(YamlNode element) {
        return element.isMap() ? element.anyFields().text("id", "") : "";
    }

    /** An element that has an id is reached by it alone. */
    private static int element(YamlNode list, Step step, Setting setting) throws Misaddressed {
        Set<String> steps = new LinkedHashSet<>();
        for (int i = 0; i < list.list().size(); i++) {
            String id = id(list.list().get(i));
            String own = id.isEmpty() ? "[" + i + "]" : id;
            if (own.equals(step.toString())) {
                return i;
            }
            steps.add(own);
        }
        throw unknown(step, steps, setting);
    }

    private static int index(YamlNode list, Step step, Setting setting) throws Misaddressed {
        int size = list.list().size();
        if (!step.isIndex() || step.index() >= size) {
            throw new Misaddressed(Reason.INDEX, setting, "step", step.toString(), "last", Integer.toString(size - 1));
        }
        return step.index();
    }

    private static Misaddressed unknown(Step step, Set<String> allowed, Setting setting) {
        return new Misaddressed(
                Reason.UNKNOWN,
                setting,
                "step",
                step.toString(),
                "allowed",
                String.join(", ", allowed),
                "meant",
                Suggestion.nearest(step.toString(), allowed));
    }
}
