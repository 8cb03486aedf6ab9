package bankscore.cli.screen;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** The desktop's file manager: the only other program that this one ever starts, and only when the menu is asked to. */
public final class FileManager {

    private final String system;
    private final Map<String, String> environment;

    public FileManager(String system, Map<String, String> environment) {
        this.system = system.toLowerCase(Locale.ROOT);
        this.environment = environment;
    }

    /** Shows a folder; false if there is no desktop, or nothing on it that shows folders. */
    public boolean show(Path folder) {
        boolean windows = system.startsWith("windows");
        if (!windows && !environment.containsKey("DISPLAY") && !environment.containsKey("WAYLAND_DISPLAY")) {
            return false;
        }
        try {
            new ProcessBuilder(
                            windows ? "explorer.exe" : "xdg-open",
                            folder.toAbsolutePath().toString())
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.DISCARD)
                    .start();
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
