package bankscore.run.questions;

import bankscore.answer.Answer;
import bankscore.finding.ConfigProblem;
import java.util.List;

/**
 * Whether rule files are sound and their worked cases come out.
 *
 * @param sound of each sound rule that its cases come out, then clause, parameter, value and mark, for those who sign
 * @param differences where the cases of the next rule come out otherwise; later rules are not proven then
 */
public record RuleProof(List<Answer> sound, List<ConfigProblem> differences) {

    public RuleProof {
        sound = List.copyOf(sound);
        differences = List.copyOf(differences);
    }
}
