package bankscore.bench;

import bankscore.run.request.Deletion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The rule that watches who is behind: the sample quarter, or one of as many subjects as wanted. */
final class Watching implements Bench.Part {

    private static final String PERIOD = "2022Q4";

    private final int subjects;

    /** @param subjects 0: the sample's */
    Watching(int subjects) {
        this.subjects = subjects;
    }

    @Override
    public void measure(Programs programs, int rounds, Table table) throws Exception {
        Path output = programs.work().resolve("watched");
        Path input = programs.home().resolve("input");
        Measured run = new Measured("`run`, watching, the sample");
        if (subjects > 0) {
            input = programs.work().resolve("watch");
            WideWatch.write(input.resolve(PERIOD), subjects);
            run = new Measured("`run`, watching, %,d subjects".formatted(subjects), subjects);
        }
        List<String> words = new ArrayList<>(List.of("run", PERIOD, "--rule", "shangrao-watch", "--quiet"));
        words.addAll(List.of("--input", input.toString(), "--output", output.toString()));
        for (int round = 0; round < rounds; round++) {
            Deletion.of(output);
            run.add(programs.bankscore(Map.of(), words));
        }
        table.line(run);
        Deletion.of(output);
        if (subjects > 0) {
            Deletion.of(input);
        }
    }
}
