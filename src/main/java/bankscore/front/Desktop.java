package bankscore.front;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The desktop, which shows folders and pages and prints: the only other programs that this one ever starts besides itself,
 * and only when asked to.
 */
public final class Desktop {

    /** A large book takes LibreOffice half a minute. */
    private static final int SECONDS = 120;

    private final boolean windows;
    private final boolean there;
    private final Map<String, String> environment;

    public Desktop(String system, Map<String, String> environment) {
        this.windows = system.toLowerCase(Locale.ROOT).startsWith("windows");
        this.environment = Map.copyOf(environment);
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

    /** Whether LibreOffice is here, which prints. */
    public boolean prints() {
        return office().isPresent();
    }

    /**
     * Prints a workbook or letter as PDF beside it, one at a time: each takes a few hundred megabytes.
     *
     * @return empty if LibreOffice is not here, cannot read the file, or takes too long
     */
    public synchronized Optional<Path> printed(Path file) throws IOException, InterruptedException {
        Optional<Path> office = office();
        if (office.isEmpty()) {
            return Optional.empty();
        }
        Path folder = file.toAbsolutePath().resolveSibling("");
        Process process = new ProcessBuilder(
                        office.get().toString(),
                        // Settings of its own: with those of the user, a window that is open would take the file.
                        "-env:UserInstallation=" + folder.resolve("settings").toUri(),
                        "--headless",
                        "--norestore",
                        "--convert-to",
                        "pdf",
                        "--outdir",
                        folder.toString(),
                        file.toAbsolutePath().toString())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.DISCARD)
                .start();
        try {
            process.waitFor(SECONDS, TimeUnit.SECONDS);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        Path printed = folder.resolve(String.valueOf(file.getFileName()).replaceFirst("\\.[^.]*$", ".pdf"));
        return Optional.of(printed).filter(Files::isRegularFile);
    }

    private Optional<Path> office() {
        Stream<Path> places = windows
                ? Stream.of("ProgramFiles", "ProgramFiles(x86)")
                        .flatMap(name -> Stream.ofNullable(environment.get(name)))
                        .map(programs -> Path.of(programs, "LibreOffice", "program", "soffice.exe"))
                : Pattern.compile(":")
                        .splitAsStream(environment.getOrDefault("PATH", ""))
                        .filter(folder -> folder.startsWith("/"))
                        .flatMap(folder -> Stream.of("soffice", "libreoffice").map(Path.of(folder)::resolve));
        return places.filter(Files::isExecutable).findFirst();
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
