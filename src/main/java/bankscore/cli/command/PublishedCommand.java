package bankscore.cli.command;

import bankscore.cli.screen.ExitCode;
import bankscore.cli.screen.Terminal;
import bankscore.contribution.Contribution;
import bankscore.finding.ConfigException;
import bankscore.load.Settings;
import bankscore.read.InputChanged;
import bankscore.run.Engine;
import bankscore.run.Engine.DatabaseUnavailable;
import bankscore.run.revisions.NotAsPublished;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What all commands on published revisions do alike: open settings and database, and tell what is in the way. */
final class PublishedCommand {

    private static final Pattern REVISION = Pattern.compile("[rR]?([1-9][0-9]{0,8})");

    private final Terminal terminal;
    private final Folders places;

    PublishedCommand(Terminal terminal, Folders places) {
        this.terminal = terminal;
        this.places = places;
    }

    /** What a command does with the open database. */
    @FunctionalInterface
    interface Work {
        int on(Contribution contribution, Settings settings)
                throws IOException, InputChanged, ConfigException, NotAsPublished;
    }

    /** Does the work; says that nothing is published where there is no output at all. */
    int open(Work work) {
        return open(work, () -> {
            terminal.complain("cli.nothing_published", "output", places.output());
            return ExitCode.USAGE;
        });
    }

    /** What a command says where there is no output at all. */
    @FunctionalInterface
    interface Absent {
        ExitCode tell();
    }

    int open(Work work, Absent absent) {
        try {
            Settings settings = Settings.load(places.config().resolve("bankscore.yaml"), "config/bankscore.yaml");
            if (!Files.isDirectory(places.output())) {
                return absent.tell().code();
            }
            try (Engine engine = Engine.start(places.output(), places.database(), terminal.environment())) {
                return work.on(new Contribution(engine, terminal.installation()), settings);
            }
        } catch (ConfigException e) {
            return terminal.refused(e);
        } catch (DatabaseUnavailable e) {
            return terminal.unavailable(e, places.output());
        } catch (InputChanged e) {
            return terminal.changed(e);
        } catch (NotAsPublished e) {
            terminal.complain("cli.not_as_published." + e.reason().name());
            return ExitCode.DIFFERENCE.code();
        } catch (IOException | RuntimeException e) {
            return terminal.failed(e, places.output());
        }
    }

    /** A revision as users write it: {@code r2} or {@code 2}. */
    static Optional<Integer> revision(String text) {
        Matcher matcher = REVISION.matcher(text);
        return matcher.matches() ? Optional.of(Integer.valueOf(matcher.group(1))) : Optional.empty();
    }
}
