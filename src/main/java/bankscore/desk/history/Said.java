package bankscore.desk.history;

import bankscore.finding.Words;
import java.util.ArrayList;
import java.util.List;

/** What verifying says, a sentence a line. */
public final class Said {

    private final Words words;
    private final List<Line> lines = new ArrayList<>();

    Said(Words words) {
        this.words = words;
    }

    /**
     * A sentence.
     *
     * @param kind {@code good}, {@code bad}, or {@code plain} for what is neither
     */
    public record Line(String kind, String text) {}

    void plain(String key, Object... values) {
        add("plain", key, values);
    }

    void good(String key, Object... values) {
        add("good", key, values);
    }

    void bad(String key, Object... values) {
        add("bad", key, values);
    }

    private void add(String kind, String key, Object... values) {
        lines.add(new Line(kind, words.text(key, values).strip()));
    }

    /** All sentences so far. */
    public List<Line> lines() {
        return List.copyOf(lines);
    }
}
