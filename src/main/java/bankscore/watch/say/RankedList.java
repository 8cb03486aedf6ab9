package bankscore.watch.say;

import bankscore.answer.PrintedNumber;
import bankscore.finding.Words;
import bankscore.rule.Definition;
import bankscore.watch.judge.JudgedGroup;
import bankscore.watch.judge.Watched;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The subjects of a group with every measure and its rank, by the rank of the first measure; the exempt ones last. */
public final class RankedList {

    private final JudgedGroup judged;
    private final Words words;

    /** @param words those of watching */
    public RankedList(JudgedGroup judged, Words words) {
        this.judged = judged;
        this.words = words;
    }

    /** A heading; what stands below it is a number, short, or a text that may be broken. */
    public record Head(String name, boolean isNumber, boolean isShort) {}

    private List<Definition.Measure> measures() {
        return judged.group().definitions().measures();
    }

    /**
     * Name, each measure with its rank now and before, remark.
     *
     * @param unit the words that join a measure and its unit
     */
    public List<Head> heads(String unit) {
        List<Head> heads = new ArrayList<>(List.of(new Head(words.text("letter.table.name"), false, false)));
        for (Definition.Measure measure : measures()) {
            heads.add(new Head(head(measure, unit, words), true, true));
            heads.add(new Head(words.text("term.rank"), false, true));
            heads.add(new Head(words.text("ranked.previous"), false, true));
        }
        heads.add(new Head(words.text("term.note"), false, false));
        return heads;
    }

    /** A measure with its unit. */
    public static String head(Definition.Measure measure, Words words) {
        return head(measure, "ranked.head", words);
    }

    private static String head(Definition.Measure measure, String unit, Words words) {
        return measure.unit().isEmpty()
                ? measure.name()
                : words.text(unit, "name", measure.name(), "unit", measure.unit());
    }

    /** The rows, a text under each heading. */
    public List<List<String>> rows() {
        Optional<String> first = measures().stream().map(Definition.Measure::id).findFirst();
        return judged.subjects().stream()
                .sorted(Comparator.comparing((Watched each) -> each.exempt().isPresent())
                        .thenComparing(each -> first.map(each.ranks()::get).orElse(Integer.MAX_VALUE)))
                .map(this::row)
                .toList();
    }

    private List<String> row(Watched subject) {
        List<String> row = new ArrayList<>(List.of(subject.subject().label()));
        for (Definition.Measure measure : measures()) {
            row.add(Optional.ofNullable(subject.measures().get(measure.id()))
                    .flatMap(value -> value.value())
                    .map(value -> measure.rounding()
                            .map(to -> PrintedNumber.rounded(value, to))
                            .orElseGet(() -> PrintedNumber.value(value)))
                    .orElseGet(() -> words.text("book.none")));
            row.add(rank(subject.ranks().get(measure.id())));
            row.add(rank(subject.previousRanks().get(measure.id())));
        }
        row.add(note(subject));
        return row;
    }

    private String rank(@Nullable Integer rank) {
        return rank == null ? words.text("book.none") : Integer.toString(rank);
    }

    /** Why it is not judged, or what its register remarks. */
    private String note(Watched subject) {
        return subject.exempt().map(exempt -> Figures.exempt(exempt, words)).orElse(subject.note());
    }
}
