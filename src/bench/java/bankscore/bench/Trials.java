package bankscore.bench;

import bankscore.run.request.Deletion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Trials on the desk: a number of the rule is entered, before and after come back. */
final class Trials implements Bench.Part {

    private static final String PERIOD = "2022Q4";
    private static final int TRIED = 20;

    private final int banks;

    Trials(int banks) {
        this.banks = banks;
    }

    @Override
    public void measure(Programs programs, int rounds, Table table) throws Exception {
        Path input = programs.work().resolve("trial-input");
        Path output = programs.work().resolve("trial-output");
        WideQuarter.write(input.resolve(PERIOD), banks);
        List<String> places = List.of("--input", input.toString(), "--output", output.toString());
        List<String> run = new ArrayList<>(List.of("run", PERIOD, "--quiet"));
        run.addAll(places);
        programs.bankscore(Map.of(), run);
        Latencies trial = new Latencies("a trial of %d banks".formatted(banks));
        for (int round = 0; round < rounds; round++) {
            List<String> words = new ArrayList<>(places);
            words.addAll(List.of("--port", "" + Served.port()));
            try (Served desk = Served.start(programs, Map.of(), words)) {
                Served.Visitor visitor = desk.enter();
                visitor.get("trial");
                List<Double> seconds = new ArrayList<>();
                for (int tried = 0; tried < TRIED; tried++) {
                    long begin = System.nanoTime();
                    String page = visitor.post(
                            "trial", "of", PERIOD + " r1", "one.set.items.tax.bands[6].points", "" + (25 - tried));
                    seconds.add((System.nanoTime() - begin) / 1e9);
                    if (!page.contains("class=\"tried\"") || page.contains("notice bad")) {
                        throw new IllegalStateException("no trial: " + page);
                    }
                }
                trial.add(seconds, desk);
            }
        }
        trial.lines(table);
        Deletion.of(input);
        Deletion.of(output);
    }
}
