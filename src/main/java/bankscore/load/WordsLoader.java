package bankscore.load;

import bankscore.finding.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** Loads all words that users read from the class path. */
public final class WordsLoader {

    /** One file a room; a key stands in one of them only. */
    public static final List<String> FILES = List.of(
            "messages.properties", "config.properties", "report.properties", "paper.properties", "cli.properties");

    private WordsLoader() {}

    public static Words load() {
        Map<String, String> all = new HashMap<>();
        for (String file : FILES) {
            Properties properties = new Properties();
            try (InputStream in = WordsLoader.class.getResourceAsStream("/" + file)) {
                if (in == null) {
                    throw new IllegalStateException("no such resource: " + file);
                }
                properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            for (String key : properties.stringPropertyNames()) {
                if (all.put(key, properties.getProperty(key)) != null) {
                    throw new IllegalStateException("words twice under the key " + key + " in " + file);
                }
            }
        }
        return new Words(all);
    }
}
