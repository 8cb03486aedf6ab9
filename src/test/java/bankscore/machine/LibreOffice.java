package bankscore.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Drives LibreOffice, where the machine has it; elsewhere the test is skipped. */
public final class LibreOffice {

    private static final String MODULE = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
            <script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">%s</script:module>
            """;
    private static final String LIBRARY = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
            <library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard"
                library:readonly="false" library:passwordprotected="false">%s</library:library>
            """;
    private static final String LIBRARIES = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE library:libraries PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "libraries.dtd">
            <library:libraries xmlns:library="http://openoffice.org/2000/library" xmlns:xlink="http://www.w3.org/1999/xlink">
              <library:library library:name="Standard" xlink:href="$(USER)/basic/Standard/%s.xlb/" xlink:type="simple"
                  library:link="false"/>
            </library:libraries>
            """;

    private static final String ALWAYS_RECALCULATE = """
            <?xml version="1.0" encoding="UTF-8"?>
            <oor:items xmlns:oor="http://openoffice.org/2001/registry">
            <item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
            </oor:items>
            """;

    private LibreOffice() {}

    /** Skips the test where there is no LibreOffice. */
    public static void assumeThere() {
        Tool.assumeThere("soffice");
    }

    /** Lets the program compute every formula of a file that it opens, with the profile that lies in a folder. */
    public static void recalculateAlways(Path work) throws IOException {
        Path profile = Files.createDirectories(work.resolve("profile/user"));
        Files.writeString(profile.resolve("registrymodifications.xcu"), ALWAYS_RECALCULATE);
    }

    /**
     * Converts files into a folder.
     *
     * @param format such as {@code pdf}, with LibreOffice's filter if need be
     * @param work takes the program's profile; what lies there already is used
     */
    public static void convert(List<Path> files, String format, Path to, Path work, String... options)
            throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(options));
        arguments.addAll(List.of("--convert-to", format, "--outdir", to.toString()));
        files.forEach(file -> arguments.add(file.toString()));
        start(work, arguments);
    }

    /**
     * Does by a macro what a clerk does by hand: opens files, types into cells, hides and deletes rows, saves.
     *
     * @param steps one a line, its parts by tabs, as {@code steps.bas} reads them
     */
    public static void work(List<String> steps, Path folder) throws Exception {
        if (Files.notExists(folder.resolve("profile"))) {
            // The first start sets the profile up, with an empty library of macros.
            start(folder, List.of("--norestore", "--terminate_after_init"));
        }
        Path basic = folder.resolve("profile/user/basic");
        Files.createDirectories(basic.resolve("Standard"));
        String macro;
        try (InputStream in = Objects.requireNonNull(LibreOffice.class.getResourceAsStream("/libreoffice/steps.bas"))) {
            macro = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        String escaped = macro.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
        Files.writeString(basic.resolve("Standard/Module1.xba"), MODULE.formatted(escaped));
        Files.writeString(
                basic.resolve("Standard/script.xlb"), LIBRARY.formatted("<library:element library:name=\"Module1\"/>"));
        Files.writeString(basic.resolve("Standard/dialog.xlb"), LIBRARY.formatted(""));
        Files.writeString(basic.resolve("script.xlc"), LIBRARIES.formatted("script"));
        Files.writeString(basic.resolve("dialog.xlc"), LIBRARIES.formatted("dialog"));
        Path file = Files.write(folder.resolve("steps.txt"), steps);
        Path done = folder.resolve("steps.txt.done");
        Files.deleteIfExists(done);
        start(folder, List.of("--norestore", "macro:///Standard.Module1.Main(\"" + file + "\")"));
        assertThat(done).as("LibreOffice has done all steps").exists();
    }

    private static void start(Path work, List<String> arguments) throws IOException, InterruptedException {
        assumeThere();
        List<String> command = new ArrayList<>(List.of(
                "soffice", "-env:UserInstallation=" + work.resolve("profile").toUri(), "--headless"));
        command.addAll(arguments);
        Tool.run(work, command);
    }
}
