package bankscore.cli.command;

import bankscore.cli.screen.ExitCode;
import bankscore.cli.screen.HowEnded;
import bankscore.cli.screen.Terminal;
import bankscore.finding.ConfigException;
import bankscore.front.Folders;
import bankscore.front.Known;
import bankscore.run.Face;
import bankscore.run.Faces;
import bankscore.run.Office;
import bankscore.run.questions.Missing;
import bankscore.run.revisions.NotAsPublished;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What all commands on published revisions do alike: read the settings, and open the database if there is one. */
public record PublishedCommand(Terminal terminal, Folders places) {
    private static final Pattern REVISION = Pattern.compile("[rR]?([1-9][0-9]{0,8})");

    /** What a command does with the open database. */
    @FunctionalInterface
    public interface Work {
        int on(Faces faces) throws IOException, ConfigException, NotAsPublished, Missing;
    }

    /** Does the work; says that nothing is published where there is no output at all, nor a server that may have some. */
    public int open(Work work) {
        return open(work, () -> {
            terminal.ends(HowEnded.NOTHING);
            terminal.complain("cli.nothing_published", "output", places.output());
            return ExitCode.USAGE;
        });
    }

    /** What a command says where there is no output at all. */
    @FunctionalInterface
    public interface Absent {
        ExitCode tell();
    }

    public int open(Work work, Absent absent) {
        Office office;
        try {
            office = places.office();
        } catch (ConfigException e) {
            return terminal.refused(e);
        }
        return Files.isDirectory(places.output()) || places.server().isPresent()
                ? new OpenDatabase(terminal, places)
                        .with(engine -> work.on(new Faces(Known.APPLICATIONS, office, engine, terminal.installation())))
                : absent.tell().code();
    }

    /** What a command asks about the rule that was typed, or the one that the settings name. */
    @FunctionalInterface
    public interface OfRule {
        int on(Face<?> face, Office office) throws IOException, ConfigException, NotAsPublished, Missing;
    }

    /** The same about one rule. */
    public int ofRule(OfRule work) {
        return open(faces -> work.on(faces.of(places.rule()), faces.office()));
    }

    /** A revision as users write it: {@code r2} or {@code 2}. */
    public static Optional<Integer> revision(String text) {
        Matcher matcher = REVISION.matcher(text);
        return matcher.matches() ? Optional.of(Integer.valueOf(matcher.group(1))) : Optional.empty();
    }
}
