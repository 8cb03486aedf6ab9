package bankscore.contribution.say;

import bankscore.answer.PrintedNumber;
import bankscore.facts.FactTable;
import bankscore.facts.Figure;
import bankscore.facts.LateFigure;
import bankscore.facts.PublishedFor;
import bankscore.facts.Subject;
import bankscore.finding.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Which figures were not sent for a period, and whose stand for them (scheme.md#late). */
public record LateSentence(Words words) {

    /** What is told together. */
    private record Together(PublishedFor from, List<String> columns) {}

    /**
     * A sentence for each revision and each set of columns, with all banks whose figures of these columns are those of it.
     *
     * @param name what readers call a column by its id
     */
    public List<String> all(FactTable facts, Function<String, String> name) {
        Map<Subject, Map<PublishedFor, List<String>>> byBank = new LinkedHashMap<>();
        for (LateFigure each : facts.late()) {
            byBank.computeIfAbsent(each.subject(), bank -> new LinkedHashMap<>())
                    .computeIfAbsent(each.from(), from -> new ArrayList<>())
                    .add(name.apply(each.figure().column()));
        }
        Map<Together, Set<String>> banks = new LinkedHashMap<>();
        for (Subject bank : facts.roster().subjects()) {
            byBank.getOrDefault(bank, Map.of())
                    .forEach((from, columns) -> banks.computeIfAbsent(
                                    new Together(from, columns), together -> new LinkedHashSet<>())
                            .add(bank.label()));
        }
        return banks.entrySet().stream()
                .map(each -> words.text(
                        "late.all",
                        "banks",
                        String.join(words.text("late.join"), each.getValue()),
                        "columns",
                        each.getKey().columns().stream()
                                .map(column -> words.text("late.column", "name", column))
                                .collect(Collectors.joining(words.text("late.join"))),
                        "from",
                        from(each.getKey().from())))
                .toList();
    }

    /** Whose figure it is, such as 2022年第三季度（第1版，校验码 …）; empty for a figure that was sent. */
    public Optional<String> source(Figure figure) {
        return figure.late().map(revision -> words.text("late.source", "from", from(revision)));
    }

    /**
     * The line of an answer.
     *
     * @return empty for a figure that was sent
     */
    public Optional<String> line(Figure figure, String name, String unit) {
        return figure.late()
                .map(revision -> words.text(
                        "late.line",
                        "name",
                        name,
                        "value",
                        PrintedNumber.figure(figure.value()),
                        "unit",
                        unit,
                        "from",
                        from(revision)));
    }

    private String from(PublishedFor revision) {
        return words.text(
                "quarters.published",
                "quarter",
                words.quarter(revision.period()),
                "revision",
                revision.revision(),
                "code",
                revision.code());
    }
}
