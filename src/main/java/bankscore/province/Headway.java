package bankscore.province;

import bankscore.office.CountyState;
import bankscore.office.CountyState.End;
import bankscore.store.province.ProvinceStore.Tally;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How far a province is.
 *
 * @param counts how many counties have come to what
 * @param running those that are worked on
 * @param seconds what the rest may still take, by what the counties took that are done; absent before one is, and where none is worked on
 */
public record Headway(Map<End, Integer> counts, List<CountyState> running, Optional<Long> seconds) {

    public Headway {
        counts = Map.copyOf(counts);
        running = List.copyOf(running);
    }

    static Headway of(Map<End, Tally> tallies, List<CountyState> running) {
        Map<End, Integer> counts = new TreeMap<>();
        long took = 0;
        int worked = 0;
        for (Map.Entry<End, Tally> each : tallies.entrySet()) {
            counts.put(each.getKey(), each.getValue().counties());
            if (each.getKey().isDone()) {
                took += each.getValue().millis();
                worked += each.getValue().counties();
            }
        }
        Headway known = new Headway(counts, running, Optional.empty());
        if (worked == 0 || running.isEmpty()) {
            return known;
        }
        long left = (long) known.total() - known.done();
        return new Headway(counts, running, Optional.of(Math.max(1, took * left / worked / running.size() / 1000)));
    }

    public int count(End end) {
        return counts.getOrDefault(end, 0);
    }

    public int total() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Those of which nothing is left to do but what people mend. */
    public int done() {
        return total() - count(End.WAITING) - count(End.RUNNING);
    }
}
