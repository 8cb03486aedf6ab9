package bankscore.bench;

import bankscore.run.request.Deletion;
import java.nio.file.Path;

/** The whole job for many banks, beside LibreOffice with the book that it publishes. */
final class Banks implements Bench.Part {

    private static final String PERIOD = "2022Q4";

    /** LibreOffice takes minutes for the books of more. */
    private static final int OPENED = 2000;

    private final int banks;

    Banks(int banks) {
        this.banks = banks;
    }

    @Override
    public void measure(Programs programs, int rounds, Table table) throws Exception {
        Path input = programs.work().resolve("banks");
        Path output = programs.work().resolve("wide");
        Measured run = new Measured("`run`, %,d banks".formatted(banks), banks);
        Measured office = new Measured("LibreOffice opens and saves the book of %,d banks".formatted(banks), banks);
        WideQuarter.write(input.resolve(PERIOD), banks);
        for (int round = 0; round < rounds; round++) {
            Deletion.of(output);
            run.add(programs.bankscore(
                    "run", PERIOD, "--input", input.toString(), "--output", output.toString(), "--quiet"));
            if (Programs.hasOffice() && banks <= OPENED) {
                office.add(programs.office(output.resolve(PERIOD).resolve("r1/考核结果.xlsx")));
            }
        }
        table.line(run, office);
        table.line(office);
        Deletion.of(input);
        Deletion.of(output);
    }
}
