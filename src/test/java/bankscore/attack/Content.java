package bankscore.attack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a published file says, without what differs between two runs by its nature. */
final class Content {

    private Content() {}

    /** {@code result.json} as it is; of the others: no times, no run id, no head of the history, which is made of times. */
    static String of(Path file) throws IOException {
        String name = file.getFileName().toString();
        if (name.equals("result.json")) {
            return Files.readString(file);
        }
        if (name.equals("manifest.json")) {
            ObjectNode manifest = (ObjectNode) JsonMapper.shared().readTree(Files.readAllBytes(file));
            manifest.remove("run");
            manifest.remove("started");
            manifest.remove("finished");
            manifest.remove("chainHead");
            // Digests of rows that name their job instance, and of files that show times.
            manifest.remove("stored");
            for (JsonNode each : manifest.path("files")) {
                if (!each.path("name").asString("").equals("result.json")) {
                    ((ObjectNode) each).remove("sha256");
                    ((ObjectNode) each).remove("size");
                }
            }
            return manifest.toString();
        }
        return name.endsWith(".html") ? timeless(Files.readString(file)) : zip(file);
    }

    private static String zip(Path file) throws IOException {
        TreeMap<String, String> entries = new TreeMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : java.util.Collections.list(zip.entries())) {
                byte[] bytes = zip.getInputStream(entry).readAllBytes();
                entries.put(entry.getName(), timeless(new String(bytes, StandardCharsets.UTF_8)));
            }
        }
        return entries.toString();
    }

    private static String timeless(String text) {
        return text.replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "RUN")
                .replaceAll("\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d(:\\d\\d)?([.]\\d+)?(Z|[+-]\\d\\d:\\d\\d)?", "TIME")
                .replaceAll("(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])", "DIGEST");
    }
}
