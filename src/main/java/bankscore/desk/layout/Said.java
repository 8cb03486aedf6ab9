package bankscore.desk.layout;

import bankscore.finding.Words;
import bankscore.front.Telling;
import java.util.ArrayList;
import java.util.List;

/** What is told on a page, a sentence a line. */
public final class Said implements Telling {

    private final Words words;
    private final List<Line> lines = new ArrayList<>();

    public Said(Words words) {
        this.words = words;
    }

    /**
     * A sentence.
     *
     * @param kind {@code good}, {@code bad}, or {@code plain} for what is neither
     */
    public record Line(String kind, String text) {}

    @Override
    public void say(String key, Object... namesAndValues) {
        add("plain", key, namesAndValues);
    }

    @Override
    public void confirm(String key, Object... namesAndValues) {
        add("good", key, namesAndValues);
    }

    @Override
    public void complain(String key, Object... namesAndValues) {
        add("bad", key, namesAndValues);
    }

    private void add(String kind, String key, Object... values) {
        lines.add(new Line(kind, words.text(key, values).strip()));
    }

    /** All sentences so far. */
    public List<Line> lines() {
        return List.copyOf(lines);
    }
}
