package bankscore.load.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a file that was written before a key was there means by not saying it: words by {@code dataset.column.key}. A
 * key of the file wins.
 */
record Unsaid(Map<String, String> words) {

    private static final String RESOURCE = "/datasets.properties";

    static Unsaid read() {
        Properties words = new Properties();
        try (InputStream in = Objects.requireNonNull(Unsaid.class.getResourceAsStream(RESOURCE))) {
            words.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Unsaid(words.stringPropertyNames().stream()
                .collect(Collectors.toUnmodifiableMap(Function.identity(), words::getProperty)));
    }

    /** The word of a key that a file does not have. */
    Optional<String> word(String... path) {
        return Optional.ofNullable(words.get(String.join(".", path)));
    }

    /** The words of a key that means the same in every file. */
    List<String> words(String key) {
        return List.of(word(key).orElseThrow().split(" ", -1));
    }
}
