package bankscore.subsidy.papers;

import bankscore.exact.Fraction;
import bankscore.finding.Words;
import bankscore.paper.json.Json;
import bankscore.run.questions.CountyFigures;
import bankscore.run.questions.CountyFigures.Column;
import bankscore.run.questions.CountyFigures.Sum;
import bankscore.subsidy.scheme.Subsidy;
import bankscore.subsidy.scheme.SubsidyScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What every subsidy of a published batch came to, and who bears it. */
public final class CountySums {

    private CountySums() {}

    /** Of the bytes of {@code result.json}; amounts in 元. */
    public static CountyFigures of(SubsidyScheme rule, byte[] result, Words words) {
        String yuan = words.text("province.yuan");
        String lines = words.text("province.lines");
        List<Sum> sums = new ArrayList<>();
        for (JsonNode subsidy : Json.read(result).path("subsidies")) {
            String id = subsidy.path("id").asString();
            String name = rule.subsidy(id).map(Subsidy::name).orElse(id);
            add(
                    sums,
                    new Column(name, words.text("province.granted"), lines),
                    subsidy.path("granted").path("count"));
            add(
                    sums,
                    new Column(name, words.text("term.granted"), yuan),
                    subsidy.path("granted").path("amount"));
            add(
                    sums,
                    new Column(name, words.text("term.off"), yuan),
                    subsidy.path("cut").path("amount"));
            add(
                    sums,
                    new Column(name, words.text("result.REFUSED"), lines),
                    subsidy.path("refused").path("count"));
            subsidy.path("byLevel")
                    .properties()
                    .forEach(level -> add(
                            sums,
                            new Column(name, words.text("province.borne", "level", level.getKey()), yuan),
                            level.getValue()));
        }
        return new CountyFigures(sums, Optional.empty());
    }

    private static void add(List<Sum> sums, Column column, JsonNode value) {
        sums.add(new Sum(column, Fraction.of(value.asString())));
    }
}
