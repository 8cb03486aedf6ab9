package bankscore.contribution.papers;

import bankscore.exact.Fraction;
import bankscore.finding.Words;
import bankscore.paper.json.Json;
import bankscore.run.questions.CountyFigures;
import bankscore.run.questions.CountyFigures.Column;
import bankscore.run.questions.CountyFigures.Rated;
import bankscore.run.questions.CountyFigures.Sum;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The money of every fund of a published result, and the mean of its banks' scores. */
public final class CountySums {

    private CountySums() {}

    /** Of the bytes of {@code result.json}; pool, what is placed of it, and what is not. */
    public static CountyFigures of(byte[] result, Words words) {
        JsonNode read = Json.read(result);
        String unit = read.path("allocation").path("unit").asString("");
        List<Sum> sums = new ArrayList<>();
        for (JsonNode fund : read.path("allocation").path("funds")) {
            String name = fund.path("fund").asString();
            Fraction placed = Fraction.ZERO;
            for (JsonNode row : fund.path("rows")) {
                placed = placed.plus(value(row, "target"));
            }
            sums.add(new Sum(new Column(name, words.text("term.pool"), unit), value(fund, "pool")));
            sums.add(new Sum(new Column(name, words.text("province.placed"), unit), placed));
            sums.add(new Sum(new Column(name, words.text("term.unplaced"), unit), value(fund, "unplaced")));
        }
        Fraction points = Fraction.ZERO;
        int banks = 0;
        for (JsonNode bank : read.path("banks")) {
            points = points.plus(value(bank, "total"));
            banks++;
        }
        return new CountyFigures(
                sums,
                banks == 0
                        ? Optional.empty()
                        : Optional.of(new Rated(words.text("province.mean"), points.dividedBy(Fraction.of(banks)))));
    }

    private static Fraction value(JsonNode node, String key) {
        return Fraction.of(node.path(key).asString());
    }
}
