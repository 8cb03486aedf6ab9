package bankscore.cli.command;

import bankscore.cli.screen.ExitCode;
import bankscore.cli.screen.Terminal;
import bankscore.front.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bankscore sample --remove}: throws away what was tried with the sample, and nothing else. */
@Command(name = "sample", resourceBundle = "usage", mixinStandardHelpOptions = true)
public final class SampleCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Option(names = "--remove", required = true, descriptionKey = "remove")
    private boolean remove;

    public SampleCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Path folder = Folders.ofSample("output");
        if (!remove || !Files.isDirectory(folder)) {
            terminal.say("cli.sample.none", "folder", folder);
            return ExitCode.DONE.code();
        }
        try {
            List<Path> all;
            try (Stream<Path> below = Files.walk(folder)) {
                all = below.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path each : all) {
                Files.delete(each);
            }
        } catch (IOException e) {
            return terminal.failed(e, folder);
        }
        terminal.say("cli.sample.removed", "folder", folder);
        return ExitCode.DONE.code();
    }
}
