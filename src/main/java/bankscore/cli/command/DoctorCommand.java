package bankscore.cli.command;

import bankscore.cli.doctor.Doctor;
import bankscore.cli.doctor.ThisMachine;
import bankscore.cli.screen.ExitCode;
import bankscore.cli.screen.Terminal;
import bankscore.finding.ConfigException;
import bankscore.front.Folders;
import bankscore.run.Engine.DatabaseUnavailable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code bankscore doctor}: whether this machine has what the program needs, a line for each thing. */
@Command(name = "doctor", resourceBundle = "usage", mixinStandardHelpOptions = true)
public final class DoctorCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private Folders places = new Folders();

    public DoctorCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        ThisMachine machine = new ThisMachine(
                places.output(),
                List.of(places.config(), places.input()),
                terminal.environment(),
                terminal.installation().clock());
        Optional<Instant> written = machine.written();
        List<Doctor.Line> lines = Doctor.look(machine.around(written, database()), terminal.words());
        lines.forEach(line -> terminal.say("cli.doctor." + line.state().name(), "text", line.text()));
        return (lines.stream().anyMatch(line -> line.state() == Doctor.State.BAD)
                        ? ExitCode.ENVIRONMENT
                        : ExitCode.DONE)
                .code();
    }

    /** Absent: there is none yet, and none is made; empty: it opens; otherwise the reason why not. */
    private Optional<String> database() {
        if (!places.hasDatabase()) {
            return Optional.empty();
        }
        try {
            places.open(terminal.seat()).close();
            return Optional.of("");
        } catch (DatabaseUnavailable e) {
            return Optional.of(e.reason().name());
        } catch (ConfigException e) {
            // Of what is read here, only a county's role is in it.
            return Optional.of(DatabaseUnavailable.Reason.NO_ROLE.name());
        }
    }
}
