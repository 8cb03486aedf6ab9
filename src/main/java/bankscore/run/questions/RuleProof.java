package bankscore.run.questions;

import bankscore.answer.Answer;
import bankscore.finding.ConfigProblem;
import java.util.List;

/**
 * Whether rule files are sound and their worked cases come out.
 *
 * @param sound of each sound rule that its cases come out, then clause, parameter, value and mark, for those who sign
 * @param read of each sound rule what it says, clause by clause, and its numbers, for those who do not know its file
 * @param differences where the cases of the next rule come out otherwise; later rules are not proven then
 */
public record RuleProof(List<Answer> sound, List<Answer> read, List<ConfigProblem> differences) {

    public RuleProof {
        sound = List.copyOf(sound);
        read = List.copyOf(read);
        differences = List.copyOf(differences);
    }
}
