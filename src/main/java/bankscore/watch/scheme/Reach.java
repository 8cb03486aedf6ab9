package bankscore.watch.scheme;

import bankscore.watch.scheme.Degree.When;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Which degrees the subjects of a group can come to, tried over every way in which its watches can be met. What needs too many
 * tries is taken to be possible.
 */
final class Reach {

    /** So many ways are tried. */
    private static final int MOST = 100_000;

    private final Group group;
    private final List<Degree> degrees;
    private final List<Watch> watches;
    private final Set<Integer> reached = new TreeSet<>();
    private final Set<Integer> fitting = new TreeSet<>();
    private boolean without;

    /** A watch of which a degree asks, hit: for how many periods at each grade or above, from the lowest. */
    private record Hit(String watch, List<Integer> running) {}

    Reach(WatchScheme rule, Group group) {
        this.group = group;
        this.degrees = rule.degrees();
        this.watches = rule.watches(group);
        List<List<Hit>> ways = new ArrayList<>();
        long tries = 1;
        for (Watch watch : watches) {
            List<Hit> own = hits(watch);
            ways.add(own);
            tries = Math.min(MOST + 1L, tries * (own.size() + 1));
        }
        if (tries > MOST) {
            for (int i = 0; i < degrees.size(); i++) {
                reached.add(i);
                fitting.add(i);
            }
        } else {
            each(ways, new HashMap<>());
        }
    }

    /** Whether a degree is the first that fits, for somebody. */
    boolean reached(int degree) {
        return reached.contains(degree);
    }

    /** Whether it would fit somebody if it stood first. */
    boolean fitting(int degree) {
        return fitting.contains(degree);
    }

    /** Whether somebody with a hit comes to none. */
    boolean without() {
        return without;
    }

    /** Whether a degree is for the group. */
    boolean isFor(Degree degree) {
        return degree.of().isEmpty() || degree.of().contains(group.id());
    }

    /** The ways in which a watch is hit that degrees can tell apart. */
    private List<Hit> hits(Watch watch) {
        Set<Integer> lengths = new TreeSet<>(List.of(0, 1, watch.running()));
        asked(watch.id()).forEach(hit -> lengths.add(hit.running()));
        int grades = asked(watch.id()).mapToInt(When.Hit::grade).max().orElse(1);
        List<Hit> hits = new ArrayList<>();
        lengths.stream()
                .filter(length -> length >= watch.running())
                .forEach(length -> longer(watch.id(), List.of(length), grades, lengths, hits));
        return hits;
    }

    /** No grade is met for longer than the one below it. */
    private static void longer(String watch, List<Integer> running, int grades, Set<Integer> lengths, List<Hit> hits) {
        if (running.size() == grades) {
            hits.add(new Hit(watch, running));
            return;
        }
        int below = running.get(running.size() - 1);
        lengths.stream()
                .filter(length -> length <= below)
                .forEach(length -> longer(
                        watch,
                        Stream.concat(running.stream(), Stream.of(length)).toList(),
                        grades,
                        lengths,
                        hits));
    }

    private Stream<When.Hit> asked(String watch) {
        return degrees.stream()
                .flatMap(degree -> degree.when().whole())
                .filter(When.Hit.class::isInstance)
                .map(When.Hit.class::cast)
                .filter(hit -> hit.watch().equals(watch));
    }

    private void each(List<List<Hit>> ways, Map<String, Hit> met) {
        if (ways.isEmpty()) {
            look(met);
            return;
        }
        List<List<Hit>> rest = ways.subList(1, ways.size());
        each(rest, met);
        for (Hit hit : ways.get(0)) {
            met.put(hit.watch(), hit);
            each(rest, met);
            met.remove(hit.watch());
        }
    }

    private void look(Map<String, Hit> met) {
        if (met.isEmpty()) {
            return;
        }
        boolean found = false;
        for (int i = 0; i < degrees.size(); i++) {
            if (isFor(degrees.get(i)) && fits(degrees.get(i).when(), met)) {
                fitting.add(i);
                if (!found) {
                    reached.add(i);
                }
                found = true;
            }
        }
        without |= !found;
    }

    private static boolean fits(When when, Map<String, Hit> met) {
        if (when instanceof When.Hits hits) {
            return met.size() >= hits.least();
        }
        if (when instanceof When.Hit asked) {
            Hit hit = met.get(asked.watch());
            return hit != null
                    && asked.grade() <= hit.running().size()
                    && hit.running().get(asked.grade() - 1) >= asked.running();
        }
        if (when instanceof When.Not not) {
            return !fits(not.part(), met);
        }
        return when instanceof When.All
                ? when.parts().stream().allMatch(part -> fits(part, met))
                : when.parts().stream().anyMatch(part -> fits(part, met));
    }
}
