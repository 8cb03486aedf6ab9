package bankscore.desk.home;

import bankscore.desk.layout.Topic;
import bankscore.office.Standing;
import bankscore.office.Way;
import java.util.Optional;

/**
 * Where a rule and period stand.
 *
 * @param title of the rule, as its file names it
 * @param files how many arrived
 * @param errors how many findings of the latest check must be mended
 * @param reviews how many are to be verified
 * @param open of them those without a reason
 * @param way of the latest revision; absent: none is published
 * @param said how far that has come, in words; empty if there is none
 */
record Card(
        Topic topic, String title, int files, long errors, long reviews, long open, Optional<Way> way, String said) {

    /** What comes next: the words' key below {@code desk.home.next.}. */
    public String next() {
        if (files == 0 && way.isEmpty()) {
            return "files";
        }
        if (errors > 0) {
            return "mend";
        }
        if (way.isEmpty()) {
            return "check";
        }
        Standing standing = way.get().standing();
        if (standing instanceof Standing.Generated) {
            return "review";
        }
        return standing instanceof Standing.Reviewed
                ? "approve"
                : standing instanceof Standing.Returned ? "mend" : "see";
    }

    /** Where that is done. */
    public String address() {
        String rule = "?rule=" + topic.rule();
        return switch (next()) {
            case "review", "approve" ->
                "/review/" + topic.period() + "/" + way.orElseThrow().revision().number() + rule;
            case "see" -> "/result/" + topic.period() + rule;
            default -> "/period/" + topic.period() + rule;
        };
    }
}
