package bankscore.desk.home;

import bankscore.desk.layout.Topic;
import bankscore.office.Standing;
import bankscore.office.Way;
import java.util.Optional;

/**
 * Where a rule and period stand.
 *
 * @param files what arrived, what was found in it, and what has no reason yet
 * @param way of the latest revision; absent: none is published
 * @param said how far that has come, in words; empty if there is none
 * @param signed whether people are set up who sign; without them nobody reviews, and what comes next is the approval
 */
record Card(bankscore.desk.period.Standing files, Optional<Way> way, String said, boolean signed) {

    /** What the period is about. */
    public Topic topic() {
        return files.topic();
    }

    /** What comes next: the words' key below {@code desk.home.next.}. */
    public String next() {
        if (files.files().isEmpty() && way.isEmpty()) {
            return "files";
        }
        if (files.stops()) {
            return "mend";
        }
        if (way.isEmpty() || files.changed()) {
            return "check";
        }
        Standing standing = way.get().standing();
        if (standing instanceof Standing.Generated) {
            return signed ? "review" : "approve";
        }
        return standing instanceof Standing.Reviewed
                ? "approve"
                : standing instanceof Standing.Returned ? "mend" : "see";
    }

    /** Where that is done. */
    public String address() {
        String rule = "?rule=" + topic().rule();
        return switch (next()) {
            case "review", "approve" ->
                "/review/" + topic().period() + "/"
                        + way.orElseThrow().revision().number() + rule;
            case "see" -> "/result/" + topic().period() + rule;
            default -> "/period/" + topic().period() + rule;
        };
    }
}
