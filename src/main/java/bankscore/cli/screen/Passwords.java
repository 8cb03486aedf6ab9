package bankscore.cli.screen;

import java.io.ByteArrayOutputStream;
import java.io.Console;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Asks for passwords: on a terminal without showing them, in a pipe the next line of what comes in. */
public record Passwords(Terminal terminal) {

    private static final int LONGEST = 4096;

    /**
     * The password that is typed; empty if none is.
     *
     * @param key of the words that ask for it
     */
    // From JDK 22 on there would always be a console, were it not for the start scripts' setting.
    @SuppressWarnings("SystemConsoleNull")
    public String ask(String key, String person) throws IOException {
        Console console = System.console();
        if (console == null) {
            return line();
        }
        terminal.print(terminal.words().text(key, "person", person));
        char[] typed = console.readPassword();
        return typed == null ? "" : new String(typed);
    }

    /** No more is read than the line: the next one is another password. */
    private static String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = System.in.read(); next >= 0 && next != '\n' && line.size() < LONGEST; next = System.in.read()) {
            if (next != '\r') {
                line.write(next);
            }
        }
        return line.toString(StandardCharsets.UTF_8);
    }
}
