package bankscore.cli;

import bankscore.cli.screen.ExitCode;
import bankscore.cli.screen.Terminal;
import bankscore.exact.Period;
import bankscore.front.Folders;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/**
 * What a user sees who starts the program without a word: the four things that are done every quarter, by number. It says
 * nothing that the commands do not say, and ends where its input ends.
 */
final class Menu {

    private final Terminal terminal;
    private final BufferedReader in;
    private final Folders places;
    private final ToIntFunction<String[]> commands;
    private final Predicate<Path> fileManager;
    private Optional<Period> period = Optional.empty();
    private int code = ExitCode.DONE.code();

    /**
     * @param commands runs a command and gives its exit code
     * @param fileManager shows a folder to the user, or says that it cannot
     */
    Menu(
            Terminal terminal,
            BufferedReader in,
            Folders places,
            ToIntFunction<String[]> commands,
            Predicate<Path> fileManager) {
        this.terminal = terminal;
        this.in = in;
        this.places = places;
        this.commands = commands;
        this.fileManager = fileManager;
    }

    /**
     * Asks and does until the user has enough.
     *
     * @return the exit code of the last command
     */
    int show() throws IOException {
        terminal.say("cli.menu.title", "version", terminal.installation().version());
        period = latest();
        boolean more = true;
        while (more) {
            more = period.isPresent() ? choose(period.get()) : choosePeriod();
        }
        return code;
    }

    private boolean choose(Period current) throws IOException {
        terminal.say(
                "cli.menu.choices", "period", current, "input", places.input().resolve(current.toString()));
        Optional<String> choice = answer("cli.menu.ask");
        if (choice.isEmpty() || choice.get().equals("0")) {
            return false;
        }
        switch (choice.get()) {
            case "" -> {
                return true;
            }
            case "1" -> execute("check", current);
            case "2" -> execute("run", current);
            case "3" -> execute("template", current);
            case "4" -> open(places.output().resolve(current.toString()));
            case "5" -> {
                return choosePeriod();
            }
            default -> terminal.say("cli.menu.unknown", "choice", choice.get());
        }
        return true;
    }

    private boolean choosePeriod() throws IOException {
        Optional<String> text = answer("cli.menu.ask_period");
        if (text.isEmpty() || text.get().equals("0")) {
            return false;
        }
        Optional<Period> chosen = Period.parse(text.get());
        if (chosen.isPresent()) {
            period = chosen;
        } else {
            terminal.say("cli.no_period", "text", text.get());
        }
        return true;
    }

    private void execute(String command, Period current) {
        code = commands.applyAsInt(new String[] {command, current.toString()});
    }

    private void open(Path folder) {
        if (!Files.isDirectory(folder)) {
            terminal.say("cli.menu.nothing", "folder", folder);
        } else if (!fileManager.test(folder)) {
            terminal.say("cli.menu.folder", "folder", folder.toAbsolutePath());
        }
    }

    /** What is typed, in plain digits and letters; empty at the end of the input. */
    private Optional<String> answer(String question) throws IOException {
        terminal.print(terminal.words().text(question));
        return Optional.ofNullable(in.readLine())
                .map(line -> Normalizer.normalize(line, Normalizer.Form.NFKC).strip());
    }

    /** The latest period that something arrived for. */
    private Optional<Period> latest() throws IOException {
        if (!Files.isDirectory(places.input())) {
            return Optional.empty();
        }
        try (Stream<Path> folders = Files.list(places.input())) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> Period.parse(String.valueOf(folder.getFileName())))
                    .flatMap(Optional::stream)
                    .max(Comparator.naturalOrder());
        }
    }
}
