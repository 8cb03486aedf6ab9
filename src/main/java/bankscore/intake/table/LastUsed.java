package bankscore.intake.table;

import bankscore.exact.Fraction;
import bankscore.facts.Figure;
import bankscore.facts.PublishedFor;
import bankscore.intake.Column;
import bankscore.intake.table.staged.Earlier;
import bankscore.intake.table.staged.StagedTables;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the last published period used: its own figures, and those that were late there already (scheme.md#late).
 *
 * @param revision its last published revision
 * @param late what it used though it was not sent, by column, then by the code of the subject; each with the revision that
 *     it was sent for
 */
public record LastUsed(PublishedFor revision, Map<String, Map<String, Figure>> late) {

    public LastUsed {
        Map<String, Map<String, Figure>> copies = new HashMap<>();
        late.forEach((column, own) -> copies.put(column, Map.copyOf(own)));
        late = Map.copyOf(copies);
    }

    /**
     * What may stand for a figure that was not sent.
     *
     * @param tables of the period that lacks it, with what earlier ones staged
     * @return empty if the last published period used none, or one of a year that is over
     */
    Optional<Figure> of(Column column, String subject, StagedTables tables) {
        String then = tables.codeOfThen(subject);
        Optional<Fraction> sent = tables.last()
                .filter(last -> last.period().equals(revision.period()))
                .flatMap((Earlier last) -> last.figure(column.id(), then));
        return sent.map(value -> Figure.late(column.id(), value, revision))
                .or(() -> Optional.ofNullable(
                        late.getOrDefault(column.id(), Map.of()).get(then)))
                .filter(figure -> figure.late()
                        .filter(from -> column.takesFrom(from.period(), tables.period()))
                        .isPresent());
    }
}
