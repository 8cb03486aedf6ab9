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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Loads all words that users read from the class path. */
public final class WordsLoader {

    /** The terms of the field, then one file a room; a key stands in one of them only. */
    public static final List<String> FILES = List.of(
            "terms.properties",
            "messages.properties",
            "config.properties",
            "report.properties",
            "paper.properties",
            "subsidy.properties",
            "watch.properties",
            "rule.properties",
            "province.properties",
            "cli.properties",
            "desk.properties");

    /** A term within other words, by its key: {@code @{term.bank}}. */
    private static final Pattern TERM = Pattern.compile("@\\{([A-Za-z_.]+)}");

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
        all.replaceAll((key, words) -> withTerms(words, all));
        return new Words(all);
    }

    private static String withTerms(String words, Map<String, String> all) {
        if (!words.contains("@{")) {
            return words;
        }
        return TERM.matcher(words).replaceAll(found -> {
            String term = all.get(found.group(1));
            if (term == null) {
                throw new IllegalStateException("no such term: " + found.group());
            }
            return Matcher.quoteReplacement(term);
        });
    }
}
