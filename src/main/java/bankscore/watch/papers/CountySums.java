package bankscore.watch.papers;

import bankscore.exact.Fraction;
import bankscore.finding.Words;
import bankscore.paper.json.Json;
import bankscore.run.questions.CountyFigures;
import bankscore.run.questions.CountyFigures.Column;
import bankscore.run.questions.CountyFigures.Sum;
import bankscore.watch.scheme.Watch;
import bankscore.watch.scheme.WatchScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** How many are named by each watch of a published notice. */
public final class CountySums {

    private CountySums() {}

    /** Of the bytes of {@code result.json}. */
    public static CountyFigures of(WatchScheme rule, byte[] result, Words words) {
        JsonNode groups = Json.read(result).path("subjects");
        List<Sum> sums = new ArrayList<>();
        for (Watch watch : rule.watches()) {
            int named = 0;
            for (JsonNode group : groups) {
                for (JsonNode subject : group) {
                    for (JsonNode hit : subject.path("hits")) {
                        named += hit.path("id").asString().equals(watch.id()) ? 1 : 0;
                    }
                }
            }
            sums.add(new Sum(
                    new Column(watch.name(), words.text("term.named"), words.text("province.units")),
                    Fraction.of(named)));
        }
        return new CountyFigures(sums, Optional.empty());
    }
}
