package bankscore.watch.judge;

import bankscore.exact.Period;
import bankscore.facts.FactTable;
import bankscore.facts.Figure;
import bankscore.facts.Subject;
import bankscore.facts.register.PartyRegister;
import bankscore.facts.register.Register;
import bankscore.watch.scheme.WatchScheme;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A subject of whom two judgements say otherwise: what it is named for, at which grade, what follows, or that it is exempt
 * (watch.md#compare).
 *
 * @param before absent of who was not in the register
 * @param after absent of who is no longer
 * @param causes what changes it, in the order in which they are taken
 */
public record Difference(
        String group, Subject subject, Optional<Watched> before, Optional<Watched> after, Set<Cause> causes) {

    public Difference {
        causes = causes.isEmpty() ? Set.of() : EnumSet.copyOf(causes);
    }

    /** Why it changes; taken over one after the other in this order, and judged each time. */
    public enum Cause {
        /** The rule or a parameter. */
        RULE,
        /** Who is in the register, and what it says. */
        REGISTER,
        /** Earlier periods, and which period it is. */
        HISTORY,
        /** The figures of the period, published ones among them. */
        FIGURES
    }

    /** Who is judged otherwise, in the order of the later groups and registers, then of the earlier ones. */
    public static List<Difference> between(WatchPeriod before, WatchPeriod after) {
        Map<Key, Watched> first = subjects(before);
        Map<Key, Watched> last = first;
        Map<Key, Set<Cause>> causes = new HashMap<>();
        for (Cause cause : Cause.values()) {
            Map<Key, Watched> next = subjects(mixed(before, after, cause));
            for (Key key : both(next, last)) {
                if (!state(last.get(key)).equals(state(next.get(key)))) {
                    causes.computeIfAbsent(key, none -> EnumSet.noneOf(Cause.class))
                            .add(cause);
                }
            }
            last = next;
        }
        List<Difference> differences = new ArrayList<>();
        for (Key key : both(last, first)) {
            Optional<Watched> was = Optional.ofNullable(first.get(key));
            Optional<Watched> is = Optional.ofNullable(last.get(key));
            if (!state(first.get(key)).equals(state(last.get(key)))) {
                differences.add(new Difference(
                        key.group(),
                        is.or(() -> was).orElseThrow().subject(),
                        was,
                        is,
                        causes.getOrDefault(key, Set.of())));
            }
        }
        return differences;
    }

    /** Those of both, the order of the one first. */
    private static Set<Key> both(Map<Key, Watched> one, Map<Key, Watched> other) {
        Set<Key> keys = new LinkedHashSet<>(one.keySet());
        keys.addAll(other.keySet());
        return keys;
    }

    private record Key(String group, String code) {}

    private static Map<Key, Watched> subjects(WatchPeriod period) {
        Map<Key, Watched> subjects = new LinkedHashMap<>();
        Judge.judge(period)
                .groups()
                .forEach(group -> group.subjects()
                        .forEach(each -> subjects.put(
                                new Key(each.group(), each.subject().code()), each)));
        return subjects;
    }

    /** What is compared of a subject. */
    private static List<Object> state(@Nullable Watched subject) {
        if (subject == null) {
            return List.of();
        }
        Map<String, Integer> hits = new HashMap<>();
        subject.hits().forEach(hit -> hits.put(hit.watch().id(), hit.grade()));
        return List.of(
                hits,
                subject.degree().map(degree -> degree.name()).orElse(""),
                subject.exempt().map(Watched.Exempt::reason));
    }

    /** The earlier period with what the later one has of the causes up to one. */
    private static WatchPeriod mixed(WatchPeriod before, WatchPeriod after, Cause upTo) {
        WatchScheme rule = after.rule();
        boolean register = upTo.compareTo(Cause.REGISTER) >= 0;
        boolean history = upTo.compareTo(Cause.HISTORY) >= 0;
        boolean figures = upTo.compareTo(Cause.FIGURES) >= 0;
        Period period = (history ? after : before).period();
        Map<String, FactTable> facts = new HashMap<>();
        rule.groups()
                .forEach(group -> facts.put(
                        group.id(),
                        mixed(
                                (figures ? after : before).facts().get(group.id()),
                                (register ? after : before).facts().get(group.id()),
                                period)));
        Map<String, PartyRegister> registers = (register ? after : before).registers();
        Map<String, NavigableMap<LocalDate, Figure>> items = (figures ? after : before).items();
        return new WatchPeriod(rule, period, facts, registers, items, (history ? after : before).past());
    }

    private static FactTable mixed(@Nullable FactTable figures, @Nullable FactTable register, Period period) {
        Register roster = register == null ? new Register(List.of()) : register.roster();
        return figures == null
                ? new FactTable(period, roster, Set.of(), Map.of(), Map.of(), Map.of())
                : new FactTable(
                        period, roster, figures.datasets(), figures.figures(), figures.records(), figures.parameters());
    }
}
