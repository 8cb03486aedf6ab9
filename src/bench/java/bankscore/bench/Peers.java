package bankscore.bench;

import bankscore.run.request.Deletion;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The figures of many ratings and late services, from the same files by databases that are made for sums and by the whole
 * job, which besides judges every row, keeps it with its place and publishes. All must come to the same figures.
 */
final class Peers implements Bench.Part {

    private static final String PERIOD = "2022Q4";
    private static final int BANKS = 20;

    private final int rows;

    Peers(int rows) {
        this.rows = rows;
    }

    @Override
    public void measure(Programs programs, int rounds, Table table) throws Exception {
        Path input = programs.work().resolve("csv");
        Path output = programs.work().resolve("peers");
        Path period = input.resolve(PERIOD);
        WideQuarter.write(period, BANKS, rows / 2, rows - rows / 2);
        Measured run = new Measured("`run`, %,d rows of CSV".formatted(rows), rows);
        List<Peer.Engine> here =
                List.of(Peer.Engine.values()).stream().filter(Peer.Engine::isHere).toList();
        List<Measured> sums = here.stream()
                .map(engine -> new Measured("%s, the same figures of %,d rows".formatted(engine.title(), rows), rows))
                .toList();
        for (int round = 0; round < rounds; round++) {
            Deletion.of(output);
            run.add(programs.bankscore(
                    "run", PERIOD, "--input", input.toString(), "--output", output.toString(), "--quiet"));
            String ours = figures(output.resolve(PERIOD).resolve("r1/result.json"));
            for (int at = 0; at < here.size(); at++) {
                Ran ran = programs.java(
                        List.of("-Xmx512m"),
                        Peer.class,
                        here.get(at).name(),
                        period.resolve(WideQuarter.SURVEY + ".csv").toString(),
                        period.resolve(WideQuarter.SERVICE + ".csv").toString());
                if (!ours.equals(ran.said().lines().sorted().collect(Collectors.joining("\n")))) {
                    throw new IllegalStateException(here.get(at) + " comes to\n" + ran.said() + "and the run to\n" + ours);
                }
                sums.get(at).add(ran);
            }
        }
        table.line(run, sums.toArray(new Measured[0]));
        sums.forEach(table::line);
        for (Peer.Engine engine : Peer.Engine.values()) {
            if (!engine.isHere()) {
                table.missing(engine.title(), "its jar was not to be had");
            }
        }
        Deletion.of(input);
        Deletion.of(output);
    }

    /** What the run came to, as the databases print it. */
    private static String figures(Path result) throws IOException {
        JsonNode banks = JsonMapper.shared().readTree(result.toFile()).get("banks");
        return StreamSupport.stream(banks.spliterator(), false)
                .map(bank -> String.join(
                        " ",
                        bank.get("name").asString(),
                        plain(bank.get("measures").get("satisfaction")),
                        plain(bank.get("measures").get("fault_points"))))
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    private static String plain(JsonNode number) {
        return new BigDecimal(number.asString()).stripTrailingZeros().toPlainString();
    }
}
