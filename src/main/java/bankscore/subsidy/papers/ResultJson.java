package bankscore.subsidy.papers;

import bankscore.exact.Fraction;
import bankscore.exact.Money;
import bankscore.exact.Rounding;
import bankscore.exact.Sha256;
import bankscore.finding.Words;
import bankscore.paper.json.CodedResult;
import bankscore.paper.json.Json;
import bankscore.subsidy.say.Report;
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
        if (!report.isLarge()) {
            return of(report, List.of(), words);
        }
        Sha256 digest = new Sha256();
        JsonLines json = new JsonLines();
        report.decisions().lines().each(line -> digest.add(json.line(line)));
        return of(report, digest.hex(), words);
    }

    /** @param beside see {@link CodedResult} */
    private static CodedResult of(Report report, List<String> beside, Words words) {
        return CodedResult.of(new ResultTree(report, words).result(), beside, report.run());
    }

    /** The result of a large report whose lines were read already. */
    static CodedResult of(Report report, String digestOfLines, Words words) {
        return of(report, List.of(LINES + " " + digestOfLines), words);
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
}
