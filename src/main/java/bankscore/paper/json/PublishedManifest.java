package bankscore.paper.json;

import bankscore.office.Approval;
import bankscore.office.RunFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a manifest says, read back.
 *
 * @param schemeDigest SHA-256 of the scheme's file
 * @param configuration SHA-256 of all configuration
 * @param files digest by name, the manifest itself apart
 * @param identity empty if an older program published it
 * @param stored digest by table and columns; empty if an older program published it
 * @param finished when the files were complete, ISO with offset
 * @param chainHead the head of the history chain before the revision
 * @param approvals of earlier periods that the run read
 */
public record PublishedManifest(
        String jurisdiction,
        String code,
        String schemeId,
        String schemeDigest,
        String configuration,
        List<RunFacts.Input> inputs,
        Map<String, String> files,
        String identity,
        Map<String, String> stored,
        String finished,
        String chainHead,
        List<Approval> approvals) {

    public PublishedManifest {
        inputs = List.copyOf(inputs);
        files = Map.copyOf(files);
        stored = Map.copyOf(stored);
        approvals = List.copyOf(approvals);
    }

    /** Reads the bytes of {@code manifest.json}. */
    public static PublishedManifest parse(byte[] json) {
        JsonNode root = JsonMapper.shared().readTree(json);
        Map<String, String> stored = new TreeMap<>();
        root.path("stored")
                .properties()
                .forEach(each -> stored.put(each.getKey(), each.getValue().asString("")));
        return new PublishedManifest(
                root.path("jurisdiction").asString(""),
                root.path("code").asString(""),
                root.path("scheme").path("id").asString(""),
                root.path("scheme").path("sha256").asString(""),
                root.path("configuration").asString(""),
                inputs(root.path("inputs")),
                digests(root.path("files")),
                root.path("identity").asString(""),
                stored,
                root.path("finished").asString(""),
                root.path("chainHead").asString(""),
                ApprovalsJson.read(root.path(ApprovalsJson.KEY)));
    }

    private static List<RunFacts.Input> inputs(JsonNode files) {
        List<RunFacts.Input> inputs = new ArrayList<>();
        files.forEach(file -> inputs.add(new RunFacts.Input(
                file.path("name").asString(""),
                file.path("sha256").asString(""),
                file.path("size").asLong(0))));
        return inputs;
    }

    private static Map<String, String> digests(JsonNode files) {
        Map<String, String> digests = new TreeMap<>();
        files.forEach(file ->
                digests.put(file.path("name").asString(""), file.path("sha256").asString("")));
        return digests;
    }
}
