package bankscore.front;

import bankscore.office.Caller;
import bankscore.run.request.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where somebody works with the program.
 *
 * @param installation the program with its words and clock
 * @param environment the process's variables
 */
public record Seat(Installation installation, Map<String, String> environment) {

    public Seat {
        environment = Map.copyOf(environment);
    }

    /** Who sits here, and what he asked for. */
    public Caller caller(String arguments) {
        return caller(System.getProperty("user.name", ""), arguments);
    }

    /** Somebody else who works from here, and what he asked for. */
    public Caller caller(String user, String arguments) {
        return new Caller(user, machine(), arguments, installation.now());
    }

    /** The machine's name without asking the network. */
    private String machine() {
        String named = environment.getOrDefault("COMPUTERNAME", "");
        if (!named.isEmpty()) {
            return named;
        }
        try {
            return Files.readString(Path.of("/etc/hostname")).strip();
        } catch (IOException e) {
            return environment.getOrDefault("HOSTNAME", "");
        }
    }
}
