package bankscore.contribution.say;

import bankscore.contribution.score.Assessment;
import bankscore.contribution.score.ScoreLine;
import bankscore.finding.Words;
import bankscore.rule.MeasureValue;
import bankscore.rule.say.MeasureSentence;
import bankscore.rule.say.QuartersText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which published quarters the figures of the year go by (scheme.md#periods). */
public record QuartersSentence(Words words) {

    /** A sentence for each figure of the year in which an earlier quarter has a part. */
    public List<String> all(Assessment assessment) {
        QuartersText text = new QuartersText(words);
        return assessment.scheme().measures().stream()
                .flatMap(measure -> assessment.measures().getOrDefault(measure.id(), Map.of()).values().stream()
                        .limit(1))
                .flatMap(value -> text.of(value, assessment.scheme()::name).stream())
                .toList();
    }

    /** What earlier quarters gave to the points of a line, each with the revision that said so. */
    List<String> of(ScoreLine line, Assessment assessment, String bank) {
        List<String> named = new ArrayList<>(List.of(line.item().measure()));
        line.item().references().forEach(held -> {
            named.add(held.measure());
            held.against().named().ifPresent(named::add);
        });
        Set<String> needed = assessment.scheme().definitions().needed(named);
        List<String> lines = new ArrayList<>();
        assessment.measures().forEach((id, values) -> {
            MeasureValue value = values.get(bank);
            if (value != null && needed.contains(id) && !value.quarters().isEmpty()) {
                if (!id.equals(line.item().measure())) {
                    lines.add(words.text("quarters.working", "working", new MeasureSentence(words).of(value)));
                }
                lines.addAll(new QuartersText(words).sources(value, assessment.scheme()::name));
            }
        });
        return lines;
    }
}
