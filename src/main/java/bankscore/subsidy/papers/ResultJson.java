package bankscore.subsidy.papers;

import bankscore.exact.Fraction;
import bankscore.exact.Money;
import bankscore.exact.Rounding;
import bankscore.exact.Sha256;
import bankscore.finding.Words;
import bankscore.paper.json.CodedResult;
import bankscore.paper.json.Json;
import bankscore.subsidy.say.Report;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * The result of a batch for programs: {@code result.json}, and of a large batch {@code lines.jsonl} beside it with one line a
 * claim, which its code covers too.
 */
public final class ResultJson {

    /** The file of the lines of a large batch. */
    public static final String LINES = "lines.jsonl";

    private ResultJson() {}

    /** The result of a report, whether it knows its code or not. */
    public static CodedResult of(Report report, Words words) {
        List<String> beside = report.isLarge() ? List.of(LINES + " " + digest(report)) : List.of();
        return CodedResult.of(new ResultTree(report, words).result(), beside, report.run());
    }

    /** What a published result granted, by subsidy. */
    public static Map<String, Money> granted(byte[] result) {
        Map<String, Money> granted = new LinkedHashMap<>();
        for (JsonNode subsidy : Json.read(result).path("subsidies")) {
            granted.put(
                    subsidy.path("id").asString(),
                    Money.ofYuan(
                            Fraction.of(subsidy.path("granted").path("amount").asString()),
                            Rounding.halfUp(2, "subsidy.md#papers")));
        }
        return granted;
    }

    private static String digest(Report report) {
        Sha256 digest = new Sha256();
        report.decisions().lines().each(line -> digest.add(Json.canonical(ResultTree.line(line)) + "\n"));
        return digest.hex();
    }

    /** Writes the lines, one JSON object each. */
    public static void writeLines(Report report, Path file) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            report.decisions().lines().each(line -> {
                try {
                    out.write((Json.canonical(ResultTree.line(line)) + "\n").getBytes(StandardCharsets.UTF_8));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
