package bankscore.run.revisions;

import bankscore.finding.ConfigException;
import java.lang.ref.SoftReference;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Published results that were brought back, for whoever asks about them again soon: a published revision never changes, and
 * to compute it once more takes longer than a page may. The latest few, as long as there is room for them. Several may ask at
 * once. What is to be verified is computed again each time.
 */
public final class Remembered {

    private static final int MOST = 8;

    private final Map<Object, SoftReference<Object>> latest = new LinkedHashMap<>(2 * MOST, 0.75f, true) {

        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, SoftReference<Object>> eldest) {
            return size() > MOST;
        }
    };

    /** Brings something back. */
    @FunctionalInterface
    public interface Bringing<T> {
        T bring() throws NotAsPublished, ConfigException;
    }

    /**
     * What is remembered of a topic, or brought back now.
     *
     * @param kind what it is
     * @param topic all that it depends on
     */
    public <T> T of(Class<T> kind, Object topic, Bringing<T> bringing) throws NotAsPublished, ConfigException {
        Optional<T> known = known(topic).filter(kind::isInstance).map(kind::cast);
        if (known.isPresent()) {
            return known.get();
        }
        T brought = bringing.bring();
        synchronized (latest) {
            latest.put(topic, new SoftReference<>(brought));
        }
        return brought;
    }

    private Optional<Object> known(Object topic) {
        synchronized (latest) {
            return Optional.ofNullable(latest.get(topic)).map(SoftReference::get);
        }
    }
}
