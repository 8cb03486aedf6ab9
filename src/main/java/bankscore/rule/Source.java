package bankscore.rule;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The document a rule implements.
 *
 * @param number its number; empty if it has none
 * @param clauses those that the rule computes
 * @param cited how papers cite a clause, in the document's own numbering; a clause without words stands as it is
 * @param notComputed the clauses that nobody computes, said so
 */
public record Source(
        String document,
        String number,
        Optional<LocalDate> issued,
        List<String> clauses,
        Map<String, String> cited,
        List<NotComputed> notComputed) {

    public Source {
        clauses = List.copyOf(clauses);
        cited = Map.copyOf(cited);
        notComputed = List.copyOf(notComputed);
    }

    /**
     * A clause that is not computed.
     *
     * @param why the reason; empty if none is given
     */
    public record NotComputed(String clause, String why) {}

    /** A clause in the document's own numbering; a line of the rule may name several (scheme.md#the-file). */
    public String cited(String clause) {
        return Stream.of(clause.split(Parameter.CLAUSES_APART, -1))
                .map(each -> cited.getOrDefault(each, each))
                .collect(Collectors.joining("、"));
    }

    /** The clauses that neither a parameter of the rule names nor its list of what is not computed. */
    public List<Flaw> notCovered(List<Parameter> parameters) {
        List<String> covered = Stream.concat(
                        notComputed.stream().map(NotComputed::clause),
                        parameters.stream()
                                .flatMap(parameter ->
                                        Stream.of(parameter.clause().split(Parameter.CLAUSES_APART, -1))))
                .distinct()
                .toList();
        return clauses.stream()
                .filter(clause -> !covered.contains(clause))
                .map(clause ->
                        new Flaw("source.clauses[" + clauses.indexOf(clause) + "]", clause, "clause_not_covered"))
                .toList();
    }
}
