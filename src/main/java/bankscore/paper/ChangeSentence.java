package bankscore.paper;

import bankscore.answer.Answer.Piece;
import bankscore.finding.Words;
import bankscore.intake.change.ChangedValue;
import java.util.List;

/** What a simulation changed, a line each. */
public final class ChangeSentence {

    private ChangeSentence() {}

    /** The changes in their order, each with its cell if it is a figure's. */
    public static List<Piece> of(List<ChangedValue> changes, Words words) {
        return changes.stream()
                .<Piece>map(change -> new Piece.Line(words.text(
                        change.place().file().isEmpty() ? "simulation.change" : "simulation.change.figure",
                        "path",
                        change.path(),
                        "before",
                        change.before().orElseGet(() -> words.text("simulation.absent")),
                        "after",
                        change.after(),
                        "place",
                        change.place())))
                .toList();
    }
}
