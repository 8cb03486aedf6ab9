package bankscore.contribution.papers;

import bankscore.contribution.judge.Report;
import bankscore.exact.Fraction;
import bankscore.exact.Period;
import bankscore.facts.Earlier;
import bankscore.facts.Figure;
import bankscore.facts.PublishedFor;
import bankscore.facts.Subject;
import bankscore.finding.Words;
import bankscore.paper.json.CodedResult;
import bankscore.paper.json.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    /** What a published result tells a later period: its measures and benchmarks, and figures that were late there already. */
    public static Earlier.Published published(byte[] result) {
        JsonNode read = Json.read(result);
        Map<String, Map<String, Fraction>> measures = new HashMap<>();
        for (JsonNode bank : read.path("banks")) {
            bank.path("measures").properties().forEach(measure -> {
                Map<String, Fraction> values = measures.computeIfAbsent(measure.getKey(), id -> new HashMap<>());
                if (!measure.getValue().isNull()) {
                    values.put(
                            bank.path("code").asString(),
                            Fraction.of(measure.getValue().asString()));
                }
            });
        }
        Map<String, Fraction> benchmarks = new HashMap<>();
        read.path("benchmarks").properties().forEach(benchmark -> {
            JsonNode value = benchmark.getValue().path("value");
            if (!value.isNull()) {
                benchmarks.put(benchmark.getKey(), Fraction.of(value.asString()));
            }
        });
        return new Earlier.Published(
                read.path("revision").asInt(), read.path("code").asString(), measures, benchmarks, late(read));
    }

    /** The figures that a published result used though they were not sent, by column, then by bank. */
    private static Map<String, Map<String, Figure>> late(JsonNode result) {
        Map<String, Map<String, Figure>> late = new HashMap<>();
        for (JsonNode figure : result.path(ResultTree.LATE)) {
            Optional<Period> period = Period.parse(figure.path("period").asString(""));
            String column = figure.path("column").asString("");
            period.ifPresent(from -> late.computeIfAbsent(column, id -> new HashMap<>())
                    .put(
                            figure.path("bank").asString(""),
                            Figure.late(
                                    column,
                                    Fraction.of(figure.path("value").asString()),
                                    new PublishedFor(
                                            from,
                                            figure.path("revision").asInt(),
                                            figure.path("code").asString("")))));
        }
        return late;
    }
}
