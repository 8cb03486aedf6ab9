package bankscore.cli.command.decision;

import bankscore.cli.screen.Passwords;
import bankscore.cli.screen.Terminal;
import bankscore.finding.ConfigException;
import bankscore.front.Folders;
import bankscore.office.OpenKey;
import bankscore.office.People;
import bankscore.run.Office;
import bankscore.run.keys.KeyFolder;
import bankscore.run.keys.KeyRefused;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Who signs what a command records. */
final class SigningOptions {

    @Option(names = "--person", paramLabel = "NAME", descriptionKey = "person")
    private @Nullable String person;

    /** What a command does with the key of who signs. */
    @FunctionalInterface
    interface Signed {
        int by(Optional<OpenKey> key);
    }

    /** The person as typed, after a blank; empty if none was. */
    String typed() {
        return person == null ? "" : " --person " + person;
    }

    /** Opens the key before anything else is, so that nobody waits for who is typing a password. */
    int with(Terminal terminal, Folders places, Signed work) {
        Optional<OpenKey> key;
        try {
            Office office = places.office();
            People people = office.people();
            if (!people.sign() && person == null) {
                key = Optional.empty();
            } else {
                List<String> here = people.ofUser(terminal.caller("").user());
                String name = person == null ? here.size() == 1 ? here.get(0) : "" : person;
                if (people.signers().stream().noneMatch(each -> each.name().equals(name))) {
                    return terminal.misused(
                            people.signers().isEmpty()
                                    ? "cli.people.none"
                                    : name.isEmpty() ? "cli.people.who" : "cli.people.unknown",
                            "person",
                            name);
                }
                key = Optional.of(KeyFolder.beside(office.config())
                        .open(name, new Passwords(terminal).ask("cli.password", name), people));
            }
        } catch (ConfigException e) {
            return terminal.refused(e);
        } catch (KeyRefused e) {
            return terminal.misused("key." + e.reason().name());
        } catch (IOException e) {
            return terminal.failed(e, places.config());
        }
        return work.by(key);
    }
}
