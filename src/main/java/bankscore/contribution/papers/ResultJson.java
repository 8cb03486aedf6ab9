package bankscore.contribution.papers;

import bankscore.contribution.judge.Report;
import bankscore.facts.Subject;
import bankscore.finding.Words;
import bankscore.office.PaperCode;
import bankscore.office.RunFacts;
import bankscore.paper.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The machine-readable result, {@code result.json}, and its verification code; the same inputs, configuration and version
 * give the same bytes.
 */
public final class ResultJson {

    private final String code;
    private final byte[] bytes;

    private ResultJson(String code, byte[] bytes) {
        this.code = code;
        this.bytes = bytes;
    }

    /** The result of a report, whether it knows its code or not. */
    public static ResultJson of(Report report, Words words) {
        ObjectNode result = new ResultTree(report, words).result();
        String code = code(result, report.run());
        ObjectNode coded = Json.object();
        for (Map.Entry<String, JsonNode> each : result.properties()) {
            coded.set(each.getKey(), each.getValue());
            if (each.getKey().equals("revision")) {
                coded.put("code", code);
            }
        }
        return new ResultJson(code, Json.printed(coded));
    }

    /** The verification code (纸电同源). */
    public String code() {
        return code;
    }

    /** The file, with the code in it. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** The banks of a published result, as far as it tells: code and name, the assessed ones first. */
    public static List<Subject> banks(byte[] result) {
        List<Subject> banks = new ArrayList<>();
        if (result.length > 0) {
            JsonNode read = Json.read(result);
            for (String group : new String[] {"banks", "excluded"}) {
                for (JsonNode bank : read.path(group)) {
                    banks.add(new Subject(
                            bank.path("code").asString(""),
                            bank.path("name").asString(""),
                            "",
                            List.of(),
                            "",
                            Optional.empty(),
                            group.equals("banks")));
                }
            }
        }
        return banks;
    }

    /**
     * The code over the lines of the result without the code, the configuration's digest, each input's name and digest,
     * sorted, and each approval read.
     */
    private static String code(ObjectNode result, RunFacts run) {
        List<String> lines = new ArrayList<>();
        lines.add(Json.canonical(result));
        lines.add(run.configuration());
        run.inputs().stream()
                .map(input -> input.name() + " " + input.sha256())
                .sorted()
                .forEach(lines::add);
        run.approvals().forEach(approval -> lines.add(approval.line()));
        return PaperCode.of(lines, run.code());
    }
}
