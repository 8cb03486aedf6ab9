package bankscore.province;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.cli.CommandsInProcess;
import bankscore.cli.CommandsInProcess.Said;
import bankscore.machine.FolderCopy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Counties made of the sample: one with an even number has a configuration of its own. */
record CountyFolders(Path folder) {

    private static final Path SETTINGS = Path.of("bankscore.yaml");

    /** As many counties as that, each with what the offices sent for a period. */
    static CountyFolders of(Path folder, int count, String period) throws IOException {
        CountyFolders counties = new CountyFolders(folder);
        for (int number = 1; number <= count; number++) {
            counties.add(number, period);
        }
        return counties;
    }

    void add(int number, String period) throws IOException {
        FolderCopy.of(Path.of("input", period), input(number, period));
        if (number % 2 == 0) {
            config(folder.resolve(name(number)).resolve("config"), jurisdiction(number));
        }
    }

    Path input(int number, String period) {
        return folder.resolve(name(number)).resolve("input").resolve(period);
    }

    static String name(int number) {
        return "县" + (number < 10 ? "0" : "") + number;
    }

    /** One with a configuration of its own says whose it is; one without is called like its folder. */
    static String jurisdiction(int number) {
        return number % 2 == 0 ? "第" + number + "县" : name(number);
    }

    /** The configuration by which a county is run alone. */
    Path alone(int number, Path elsewhere) throws IOException {
        Path own = folder.resolve(name(number)).resolve("config");
        return Files.isDirectory(own) ? own : config(elsewhere, jurisdiction(number));
    }

    /** That of the sample, taken for another jurisdiction: who compiles the tables and whom the letter goes to is not said. */
    static Path config(Path config, String jurisdiction) throws IOException {
        FolderCopy.of(Path.of("config"), config);
        Path settings = config.resolve(SETTINGS);
        Files.writeString(
                settings,
                Files.readString(settings)
                        .replace("jurisdiction: 上饶市", "jurisdiction: '" + jurisdiction + "'")
                        .replaceAll("(?m)^(bureau|government):.*$", ""));
        return config;
    }

    /** What a county publishes in a folder and a database of its own. */
    byte[] published(int number, String period, String rule, Path elsewhere) throws IOException {
        List<String> words = new ArrayList<>(List.of(
                "run",
                period,
                "--config",
                alone(number, elsewhere.resolve("config")).toString(),
                "--input",
                input(number, period).resolveSibling("").toString()));
        if (!rule.isEmpty()) {
            words.addAll(List.of("--rule", rule));
        }
        Said said = new CommandsInProcess(elsewhere.resolve("output")).type(words.toArray(String[]::new));
        assertThat(said.code()).as(said.text()).isZero();
        return Files.readAllBytes(
                elsewhere.resolve("output").resolve(period).resolve(rule).resolve("r1/result.json"));
    }
}
