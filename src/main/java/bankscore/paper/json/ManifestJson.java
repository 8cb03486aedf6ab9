package bankscore.paper.json;

import bankscore.exact.Period;
import bankscore.office.RunFacts;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The manifest of a revision: what it was made of, what it consists of, who made it, when and where. */
public final class ManifestJson {

    private ManifestJson() {}

    /**
     * What a manifest says.
     *
     * @param schemeDigest SHA-256 of the scheme's file
     * @param files the published files beside the manifest, in the order of {@code output.md#files}
     * @param identity digest of inputs, configuration, program version and earlier revisions
     * @param stored SHA-256 of what the database holds of the run, by table and columns
     * @param finished when the files were complete
     * @param chainHead the head of the history chain before this revision
     */
    public record Manifest(
            RunFacts run,
            Period period,
            String schemeId,
            String schemeDigest,
            List<Published> files,
            String identity,
            Map<String, String> stored,
            ZonedDateTime finished,
            String chainHead) {

        public Manifest {
            files = List.copyOf(files);
            stored = new LinkedHashMap<>(stored);
        }
    }

    /** A published file with its SHA-256 and size in bytes. */
    public record Published(String name, String sha256, long size) {}

    /** The file's bytes. */
    public static byte[] of(Manifest manifest) {
        RunFacts run = manifest.run();
        ObjectNode file = Json.object();
        file.put("run", run.runId());
        file.put("period", manifest.period().toString());
        file.put("revision", run.revision());
        file.put("code", run.code());
        file.put("jurisdiction", run.jurisdiction());
        ObjectNode scheme = file.putObject("scheme");
        scheme.put("id", manifest.schemeId());
        scheme.put("sha256", manifest.schemeDigest());
        file.put("configuration", run.configuration());
        ArrayNode inputs = file.putArray("inputs");
        for (RunFacts.Input input : run.inputs()) {
            inputs.add(entry(input.name(), input.sha256(), input.size()));
        }
        if (!run.approvals().isEmpty()) {
            file.set(ApprovalsJson.KEY, ApprovalsJson.of(run.approvals()));
        }
        ArrayNode files = file.putArray("files");
        for (Published published : manifest.files()) {
            files.add(entry(published.name(), published.sha256(), published.size()));
        }
        file.put("identity", manifest.identity());
        ObjectNode stored = file.putObject("stored");
        manifest.stored().forEach(stored::put);
        file.put("version", run.version());
        file.put("user", run.user());
        file.put("machine", run.machine());
        file.put("started", time(run.started()));
        file.put("finished", time(manifest.finished()));
        file.put("chainHead", manifest.chainHead());
        return Json.printed(file);
    }

    private static ObjectNode entry(String name, String sha256, long size) {
        ObjectNode entry = Json.object();
        entry.put("name", name);
        entry.put("sha256", sha256);
        entry.put("size", size);
        return entry;
    }

    private static String time(ZonedDateTime time) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
    }
}
