package bankscore.subsidy.scheme;

import bankscore.rule.Condition;
import bankscore.sheet.PlainText;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which words the columns of a line can only have, as far as conditions name them.
 *
 * @param byColumn as they are compared, in the order of the file
 */
record NamedWords(Map<String, Set<String>> byColumn) {

    /** Those of the lines that a subsidy takes. */
    static NamedWords selected(Subsidy subsidy) {
        return of(subsidy.claims().where().stream());
    }

    /** Those of the lines that it takes and does not refuse. */
    static NamedWords granted(Subsidy subsidy) {
        return of(Stream.concat(
                subsidy.claims().where().stream(), subsidy.eligible().stream().map(Subsidy.Requirement::condition)));
    }

    private static NamedWords of(Stream<Condition> all) {
        Map<String, Set<String>> byColumn = new LinkedHashMap<>();
        all.flatMap(NamedWords::each).forEach(text -> {
            Set<String> words = new LinkedHashSet<>(
                    text.words().stream().map(PlainText::closed).toList());
            byColumn.merge(text.column(), words, (before, own) -> {
                Set<String> both = new LinkedHashSet<>(before);
                both.retainAll(own);
                return both;
            });
        });
        return new NamedWords(byColumn);
    }

    /** The conditions that must hold together, as far as they name the words that there may be. */
    private static Stream<Condition.Text> each(Condition condition) {
        if (condition instanceof Condition.All all) {
            return all.parts().stream().flatMap(NamedWords::each);
        }
        return condition instanceof Condition.Text text && text.among() ? Stream.of(text) : Stream.empty();
    }

    Optional<Set<String>> of(String column) {
        return Optional.ofNullable(byColumn.get(column));
    }
}
