package bankscore.front;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The desktop, which shows folders and pages: the only other programs that this one ever starts, and only when asked to. */
public final class Desktop {

    private final boolean windows;
    private final boolean there;

    public Desktop(String system, Map<String, String> environment) {
        this.windows = system.toLowerCase(Locale.ROOT).startsWith("windows");
        this.there = windows || environment.containsKey("DISPLAY") || environment.containsKey("WAYLAND_DISPLAY");
    }

    /** Shows a folder; false if there is no desktop, or nothing on it that shows folders. */
    public boolean show(Path folder) {
        return started(List.of(
                windows ? "explorer.exe" : "xdg-open", folder.toAbsolutePath().toString()));
    }

    /** Opens a page in the browser; false if there is no desktop, or nothing on it that shows pages. */
    public boolean open(String address) {
        return started(
                windows
                        ? List.of("rundll32.exe", "url.dll,FileProtocolHandler", address)
                        : List.of("xdg-open", address));
    }

    private boolean started(List<String> command) {
        if (!there) {
            return false;
        }
        try {
            new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.DISCARD)
                    .start();
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
