package bankscore.contribution.papers;

import bankscore.contribution.judge.Report;
import bankscore.facts.Subject;
import bankscore.finding.Words;
import bankscore.paper.json.CodedResult;
import bankscore.paper.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The result of a quarter for programs, {@code result.json}, and what is read of a published one. */
public final class ResultJson {

    private ResultJson() {}

    /** The result of a report, whether it knows its code or not. */
    public static CodedResult of(Report report, Words words) {
        return CodedResult.of(new ResultTree(report, words).result(), List.of(), report.run());
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
}
