package bankscore.run.revisions;

import bankscore.finding.ConfigException;
import bankscore.load.rule.RuleKind;
import bankscore.office.Approval;
import bankscore.office.Revision;
import bankscore.office.Series;
import java.lang.ref.SoftReference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Published results that were brought back, for whoever asks about them again soon: a published revision never changes, and
 * to compute it once more takes longer than a page may. The latest few, as long as there is room for them. Several may ask at
 * once. What is to be verified is computed again each time.
 */
public final class Remembered {

    private static final int MOST = 8;

    private final Map<Topic, SoftReference<Object>> latest = new LinkedHashMap<>(2 * MOST, 0.75f, true) {

        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Topic, SoftReference<Object>> eldest) {
            return size() > MOST;
        }
    };

    /**
     * All that a result depends on that is brought back.
     *
     * @param approval no part of the revision, but told beside
     */
    public record Topic(Series series, Revision revision, Optional<Approval> approval) {}

    private final Map<Series, Kind> kinds = new ConcurrentHashMap<>();

    private record Kind(List<Revision> revisions, Optional<RuleKind> kind) {}

    /** Brings a revision back as it was published. */
    @FunctionalInterface
    public interface Bringing<T> {
        T bring(Topic topic) throws NotAsPublished, ConfigException;
    }

    /**
     * What is remembered of a topic, or brought back now.
     *
     * @param kind what it is
     */
    <T> T of(Class<T> kind, Topic topic, Bringing<T> bringing) throws NotAsPublished, ConfigException {
        Optional<T> known = known(topic).filter(kind::isInstance).map(kind::cast);
        if (known.isPresent()) {
            return known.get();
        }
        T brought = bringing.bring(topic);
        synchronized (latest) {
            latest.put(topic, new SoftReference<>(brought));
        }
        return brought;
    }

    /**
     * What the rule file says by which a series was published, asked for again when something was published since.
     *
     * @param revisions all of the series
     */
    public Optional<RuleKind> kind(Series series, List<Revision> revisions, Supplier<Optional<RuleKind>> asked) {
        Kind known = kinds.get(series);
        if (known == null || !known.revisions().equals(revisions)) {
            known = new Kind(revisions, asked.get());
            kinds.put(series, known);
        }
        return known.kind();
    }

    private Optional<Object> known(Topic topic) {
        synchronized (latest) {
            return Optional.ofNullable(latest.get(topic)).map(SoftReference::get);
        }
    }
}
