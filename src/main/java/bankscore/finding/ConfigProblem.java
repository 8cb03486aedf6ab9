package bankscore.finding;

import java.util.Map;
import java.util.TreeMap;

/**
 * Something in a configuration file that is refused.
 *
 * @param file the file's name as the user knows it
 * @param line from 1; 0 if no line is meant
 * @param text the offending text; empty if something is missing
 * @param code the words' key below {@code config.}
 * @param details values of the words' placeholders
 */
public record ConfigProblem(String file, int line, String text, String code, Map<String, String> details) {

    public ConfigProblem {
        details = Map.copyOf(details);
    }

    /** The problem in one line: file, line, text, reason and mend. */
    public String print(Words words) {
        Map<String, String> values = new TreeMap<>(details);
        values.put("text", text);
        // Nothing is near, nothing may be written: a sentence with a hole in it helps nobody.
        values.computeIfPresent(
                "meant", (key, meant) -> meant.isEmpty() ? "" : words.text("config.meant", "meant", meant));
        values.computeIfPresent(
                "allowed", (key, allowed) -> allowed.isEmpty() ? words.text("config.nothing") : allowed);
        Object[] pairs = values.entrySet().stream()
                .flatMap(entry -> java.util.stream.Stream.of(entry.getKey(), entry.getValue()))
                .toArray();
        String reason = words.text("config." + code, pairs);
        return words.text(
                line == 0 ? "config.file" : "config.line", "file", file, "line", line, "text", text, "reason", reason);
    }
}
