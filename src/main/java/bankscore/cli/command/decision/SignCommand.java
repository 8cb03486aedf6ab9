package bankscore.cli.command.decision;

import bankscore.cli.screen.ExitCode;
import bankscore.cli.screen.Passwords;
import bankscore.cli.screen.Terminal;
import bankscore.front.Folders;
import bankscore.office.Role;
import bankscore.office.Signer;
import bankscore.run.Office;
import bankscore.run.keys.KeyFolder;
import bankscore.run.keys.KeyRefused;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bankscore sign 王五 --role 复核}: makes a person's key, or changes its password; opens no database. */
@Command(name = "sign", resourceBundle = "usage", mixinStandardHelpOptions = true)
public final class SignCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(index = "0", arity = "1", paramLabel = "NAME", descriptionKey = "signer")
    private String person = "";

    @Option(names = "--role", paramLabel = "ROLE", descriptionKey = "role")
    private List<String> roles = List.of(Role.REVIEWER.word());

    @Option(names = "--change", descriptionKey = "change")
    private boolean change;

    @Mixin
    private Folders places = new Folders();

    public SignCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Optional<String> unknown =
                roles.stream().filter(role -> Role.of(role).isEmpty()).findFirst();
        if (!Signer.isName(person) || unknown.isPresent()) {
            return terminal.misused(
                    unknown.isPresent() ? "cli.sign.role" : "cli.sign.name", "text", unknown.orElse(person));
        }
        KeyFolder keys = KeyFolder.beside(places.config());
        Passwords passwords = new Passwords(terminal);
        try {
            String old = change ? passwords.ask("cli.password", person) : "";
            String password = passwords.ask("cli.password.new", person);
            if (!password.equals(passwords.ask("cli.password.again", person))) {
                return terminal.misused("cli.password.differs");
            }
            if (change) {
                keys.change(person, old, password);
                terminal.say("cli.sign.changed", "person", person);
            } else {
                made(keys, keys.make(person, password));
            }
            return ExitCode.DONE.code();
        } catch (KeyRefused e) {
            return terminal.misused("key." + e.reason().name());
        } catch (IOException e) {
            return terminal.failed(e, places.config());
        }
    }

    private void made(KeyFolder keys, String key) {
        Signer signer = new Signer(
                person,
                key,
                roles.stream().flatMap(word -> Role.of(word).stream()).collect(Collectors.toSet()),
                Optional.empty(),
                terminal.installation().now().toLocalDate(),
                Optional.empty());
        terminal.say("cli.sign.made", "person", person, "file", keys.file(person), "fingerprint", signer.fingerprint());
        terminal.line(Office.line(signer));
    }
}
