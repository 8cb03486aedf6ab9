package bankscore.watch.papers;

import bankscore.exact.Fraction;
import bankscore.finding.Words;
import bankscore.paper.json.CodedResult;
import bankscore.paper.json.Json;
import bankscore.watch.judge.Past;
import bankscore.watch.say.Report;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The result of a period for programs, {@code result.json}, and what later periods read of a published one. */
public final class ResultJson {

    private ResultJson() {}

    /** The result of a report, whether it knows its code or not. */
    public static CodedResult of(Report report, Words words) {
        return CodedResult.of(new ResultTree(report, words).result(), List.of(), report.run());
    }

    /** What a published result tells a later period: who was exempt, who met which watch, ranks, indices, figures used. */
    public static Past.Published published(byte[] result) {
        JsonNode read = Json.read(result);
        Map<String, Map<String, Past.Then>> groups = new HashMap<>();
        read.path("subjects").properties().forEach(group -> {
            Map<String, Past.Then> subjects = new HashMap<>();
            for (JsonNode subject : group.getValue()) {
                subjects.put(subject.path("code").asString(), then(subject));
            }
            groups.put(group.getKey(), subjects);
        });
        Map<String, Fraction> indices = new HashMap<>();
        for (JsonNode index : read.path("index")) {
            if (!index.path("value").isNull()) {
                indices.put(
                        index.path("id").asString(),
                        Fraction.of(index.path("value").asString()));
            }
        }
        Map<String, Fraction> items = new HashMap<>();
        read.path("published")
                .properties()
                .forEach(item ->
                        items.put(item.getKey(), Fraction.of(item.getValue().asString())));
        return new Past.Published(groups, indices, items);
    }

    private static Past.Then then(JsonNode subject) {
        return new Past.Then(
                !subject.path("exempt").isNull(), numbers(subject.path("grades")), numbers(subject.path("ranks")));
    }

    private static Map<String, Integer> numbers(JsonNode node) {
        Map<String, Integer> numbers = new HashMap<>();
        node.properties().forEach(each -> {
            if (!each.getValue().isNull()) {
                numbers.put(each.getKey(), each.getValue().asInt());
            }
        });
        return numbers;
    }
}
