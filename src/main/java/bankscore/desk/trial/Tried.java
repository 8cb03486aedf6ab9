package bankscore.desk.trial;

import bankscore.answer.Answer;
import bankscore.desk.pick.View;
import bankscore.finding.Words;
import bankscore.run.questions.Questions.Simulated;
import bankscore.run.questions.Questions.Unsound;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What came of a trial.
 *
 * @param refused why nothing came of it, a sentence each; none if something did
 * @param answers before and after; one, or none if it is refused
 */
public record Tried(String name, List<String> refused, List<View> answers) {

    static Tried refused(String name, List<String> lines) {
        return new Tried(name, lines, List.of());
    }

    /** @param names what the numbers that were set are called, by their path */
    static Tried of(String name, Simulated simulated, Map<String, String> names, Words words) {
        if (!simulated.stopping().isEmpty()) {
            List<String> lines = new ArrayList<>();
            lines.add(words.text(
                    "cli.simulate_stopped", "count", simulated.stopping().size()));
            simulated.stopping().forEach(finding -> lines.add(finding.message()));
            return refused(name, lines);
        }
        Answer answer = simulated.answer().get();
        return new Tried(name, List.of(), List.of(View.of(answer).named(names)));
    }

    static Tried unsound(String name, Unsound unsound, Words words) {
        List<String> lines = new ArrayList<>();
        lines.add(words.text("cli.simulate_unsound", "count", unsound.problems().size()));
        unsound.problems().forEach(problem -> lines.add(problem.print(words)));
        return refused(name, lines);
    }
}
