package bankscore.contribution.load;

import bankscore.contribution.judge.simulate.ChangedValue;
import bankscore.contribution.judge.simulate.Misaddressed;
import bankscore.contribution.judge.simulate.Misaddressed.Reason;
import bankscore.contribution.judge.simulate.Setting;
import bankscore.contribution.scheme.Scheme;
import bankscore.finding.ConfigException;
import bankscore.intake.Dataset;
import bankscore.load.Keys;
import bankscore.load.Suggestion;
import bankscore.load.YamlFile;
import bankscore.load.YamlNode;
import bankscore.sheet.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A scheme of which some parameters are otherwise, as {@link bankscore.load.Parameters} names them.
 *
 * <p>The settings are written into the file's tree before it is loaded, so that the result is judged as strictly as any
 * file. What the file leaves out may be set where the loader knows the key; where the scheme itself gives the names, such
 * as the words of a table of values, only those that are there: a mistyped one would change nothing in silence.
 */
public final class SchemeChanges {

    private static final Pattern STEP = Pattern.compile("([^.\\[\\]]+)|\\[(\\d{1,6})]");

    private final YamlFile file;
    private final Set<String> written = new HashSet<>();

    private SchemeChanges(YamlFile file) {
        this.file = file;
    }

    /** The changed scheme and what was changed, in the order of the settings. */
    public record Changed(Scheme scheme, List<ChangedValue> changes) {
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
     * Applies the settings of the scheme; those of figures are passed over.
     *
     * @param name how messages call the file
     * @throws Misaddressed if a path leads nowhere
     * @throws ConfigException if the changed scheme is refused
     */
    public static Changed of(String name, String text, List<Dataset> datasets, List<Setting> settings)
            throws Misaddressed, ConfigException {
        YamlFile file = YamlFile.of(name, text);
        file.throwIfRefused();
        SchemeChanges changed = new SchemeChanges(file);
        List<ChangedValue> changes = new ArrayList<>();
        for (Setting setting : settings) {
            if (setting.subject() == Setting.Subject.SCHEME) {
                Optional<String> before = changed.set(setting);
                changes.add(new ChangedValue(setting.path(), before, setting.value(), Place.NONE));
            }
        }
        return new Changed(SchemeLoader.load(file, datasets), changes);
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
        Slot slot = new Slot("", SchemeKeys.SCHEME, file.root(), value -> {});
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
            boolean passedOver = isItem(path) && step.key().equals(SchemeKeys.METHOD);
            String next = passedOver ? path : path.isEmpty() ? step.key() : path + "." + step.key();
            Optional<YamlNode> below = mapping.anyFields().get(step.key());
            Keys keys = passedOver
                    ? below.filter(YamlNode::isMap).map(MethodLoader::keys).orElse(Keys.of())
                    : owner.keys().below(step.key());
            return new Slot(next, keys, below, value -> mapping.put(step.key(), value));
        }
        if (at.isList()) {
            boolean ofItems = path.equals(SchemeKeys.ITEMS);
            int index = ofItems ? item(at, step, setting) : index(at, step, setting);
            String next = path + (ofItems ? "." : "") + step;
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

    /** The mapping that a key belongs to: this one, or an item's method, which paths pass over. */
    private Owner owner(Slot slot, YamlNode mapping, Step step, Setting setting) throws Misaddressed {
        List<Owner> owners = new ArrayList<>(List.of(new Owner(mapping, slot.keys())));
        method(mapping, slot.path())
                .map(each -> new Owner(each, MethodLoader.keys(each)))
                .ifPresent(owners::add);
        Optional<Owner> owner = owners.stream()
                .filter(each -> each.writes(step))
                .findFirst()
                .or(() -> owners.stream().filter(each -> each.allows(step)).findFirst());
        if (owner.isEmpty()) {
            throw unknown(step, allowed(slot, mapping), setting);
        }
        return owner.get();
    }

    private static Optional<YamlNode> method(YamlNode mapping, String path) {
        return isItem(path) ? mapping.anyFields().get(SchemeKeys.METHOD).filter(YamlNode::isMap) : Optional.empty();
    }

    private static boolean isItem(String path) {
        return path.matches(SchemeKeys.ITEMS + "\\.[^.\\[]+");
    }

    /** What may come next below a mapping or list. */
    private static Set<String> allowed(Slot slot, YamlNode at) {
        String path = slot.path();
        Set<String> allowed = new LinkedHashSet<>();
        if (at.isMap()) {
            Optional<YamlNode> method = method(at, path);
            keys(at, slot.keys()).stream()
                    .filter(key -> method.isEmpty() || !key.equals(SchemeKeys.METHOD))
                    .forEach(allowed::add);
            method.ifPresent(each -> allowed.addAll(keys(each, MethodLoader.keys(each))));
            if (path.isEmpty()) {
                allowed.addAll(Setting.Subject.words());
            }
        } else if (path.equals(SchemeKeys.ITEMS)) {
            allowed.addAll(ids(at));
        } else {
            for (int i = 0; i < at.list().size(); i++) {
                allowed.add("[" + i + "]");
            }
        }
        return allowed;
    }

    private static Set<String> keys(YamlNode mapping, Keys known) {
        Set<String> keys = new LinkedHashSet<>(known.names());
        keys.addAll(mapping.anyFields().all().keySet());
        return keys;
    }

    private static List<String> ids(YamlNode items) {
        return items.list().stream()
                .map(item -> item.anyFields().text("id", ""))
                .toList();
    }

    private int item(YamlNode items, Step step, Setting setting) throws Misaddressed {
        int index = step.isIndex() ? -1 : ids(items).indexOf(step.key());
        if (index < 0) {
            throw unknown(step, new LinkedHashSet<>(ids(items)), setting);
        }
        return index;
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
