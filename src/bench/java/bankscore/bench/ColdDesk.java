package bankscore.bench;

import bankscore.run.request.Deletion;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The desk of one office, from its start until the first page is there: address, one-time key, cookie, page. */
final class ColdDesk implements Bench.Part {

    private static final String PERIOD = "2022Q4";

    @Override
    public void measure(Programs programs, int rounds, Table table) throws Exception {
        Path output = programs.work().resolve("desk");
        programs.bankscore("run", PERIOD, "--output", output.toString(), "--quiet");
        Measured first = new Measured("the desk's start to the first whole page");
        // Whoever asks has never asked before: once without counting.
        for (int round = -1; round < rounds; round++) {
            try (Served desk = Served.start(programs, Map.of(), List.of("--port", "" + Served.port(), "--output", output.toString()))) {
                desk.enter().get("");
                Ran ran = desk.ran(desk.seconds());
                if (round >= 0) {
                    first.add(ran);
                }
            }
        }
        table.line(first);
        Deletion.of(output);
    }
}
