package bankscore.intake.table.staged;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;

/**
 * Whether records of one column say again what others said, as far as their hashes tell, sheet by sheet. Eight bytes are
 * kept of each.
 */
final class RecordEchoes {

    private final Map<Integer, LongStream.Builder> growing = new TreeMap<>();
    private final Map<Integer, long[]> bySheet = new TreeMap<>();

    /** Takes in what a record of a sheet says. */
    void add(int sheet, long hash) {
        growing.computeIfAbsent(sheet, number -> LongStream.builder()).add(hash);
    }

    private Map<Integer, long[]> bySheet() {
        growing.forEach((sheet, hashes) -> bySheet.put(sheet, hashes.build().toArray()));
        growing.clear();
        return bySheet;
    }

    /**
     * The sheets more than half of whose records an earlier sheet has, two at least: they were sent again. Each is held
     * against the earlier sheet that has most of them.
     */
    List<SentAgain> sentAgain() {
        long[] twice = twice(Set.of());
        int[] first = new int[twice.length];
        Arrays.fill(first, -1);
        List<SentAgain> again = new ArrayList<>();
        if (twice.length == 0) {
            return again;
        }
        bySheet().forEach((sheet, hashes) -> {
            Map<Integer, Long> earlier = new TreeMap<>();
            long repeated = 0;
            for (long hash : hashes) {
                int at = Arrays.binarySearch(twice, hash);
                if (at >= 0 && first[at] < 0) {
                    first[at] = sheet;
                } else if (at >= 0 && first[at] != sheet) {
                    earlier.merge(first[at], 1L, Long::sum);
                    repeated++;
                }
            }
            if (repeated > 1 && repeated * 2 > hashes.length) {
                int most = earlier.entrySet().stream()
                        .max(Map.Entry.comparingByValue())
                        .orElseThrow()
                        .getKey();
                again.add(new SentAgain(sheet, most, hashes.length, repeated));
            }
        });
        return again;
    }

    /** What is said more than once, sorted, by the records of all sheets but some. */
    long[] twice(Set<Integer> butSheets) {
        Set<Integer> counted = new HashSet<>(bySheet().keySet());
        counted.removeAll(butSheets);
        long[] all = counted.stream()
                .flatMapToLong(sheet -> Arrays.stream(bySheet.getOrDefault(sheet, new long[0])))
                .toArray();
        Arrays.sort(all);
        LongStream.Builder twice = LongStream.builder();
        for (int i = 1; i < all.length; i++) {
            if (all[i] == all[i - 1] && (i == 1 || all[i] != all[i - 2])) {
                twice.add(all[i]);
            }
        }
        return twice.build().toArray();
    }
}
