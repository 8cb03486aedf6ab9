package bankscore.bench;

import java.util.List;

/** How long answers of a desk take: half of them no longer than one line says, 95 of a hundred no longer than the other. */
final class Latencies {

    private static final int MANY = 95;
    private static final int ALL = 100;

    private final Measured half;
    private final Measured most;

    Latencies(String what) {
        half = new Measured(what + ", p50");
        most = new Measured(what + ", p95");
    }

    /** Those of a round. */
    void add(List<Double> seconds, Served desk) {
        List<Double> sorted = seconds.stream().sorted().toList();
        half.add(desk.ran(Measured.middle(sorted)));
        most.add(desk.ran(sorted.get((MANY * sorted.size() + ALL - 1) / ALL - 1)));
    }

    void lines(Table table) {
        table.line(half);
        table.line(most);
    }
}
