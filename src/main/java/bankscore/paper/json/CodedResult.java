package bankscore.paper.json;

import bankscore.office.PaperCode;
import bankscore.office.RunFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The machine-readable result, {@code result.json}, and its verification code; the same inputs, configuration and version
 * give the same bytes ({@code output.md#result-json}).
 */
public final class CodedResult {

    private final String code;
    private final byte[] bytes;

    private CodedResult(String code, byte[] bytes) {
        this.code = code;
        this.bytes = bytes;
    }

    /**
     * A result with its code.
     *
     * @param result all but the code
     * @param beside name and digest of what belongs to the result and stands in files beside it, as lines
     */
    public static CodedResult of(ObjectNode result, List<String> beside, RunFacts run) {
        String code = code(result, beside, run);
        ObjectNode coded = Json.object();
        for (Map.Entry<String, JsonNode> each : result.properties()) {
            coded.set(each.getKey(), each.getValue());
            if (each.getKey().equals("revision")) {
                coded.put("code", code);
            }
        }
        return new CodedResult(code, Json.printed(coded));
    }

    /** The verification code (纸电同源). */
    public String code() {
        return code;
    }

    /** The file, with the code in it. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /**
     * The code over the lines of the result without the code, the configuration's digest, each input's name and digest,
     * sorted, and each approval read.
     */
    private static String code(ObjectNode result, List<String> beside, RunFacts run) {
        List<String> lines = new ArrayList<>();
        lines.add(Json.canonical(result));
        lines.addAll(beside);
        lines.add(run.configuration());
        run.inputs().stream()
                .map(input -> input.name() + " " + input.sha256())
                .sorted()
                .forEach(lines::add);
        run.approvals().forEach(approval -> lines.add(approval.line()));
        return PaperCode.of(lines, run.code());
    }
}
