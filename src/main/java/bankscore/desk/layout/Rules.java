package bankscore.desk.layout;

import bankscore.exact.Period;
import bankscore.finding.ConfigException;
import bankscore.front.Known;
import bankscore.run.Office;
import bankscore.run.Prepared;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The rules of the office as pages name them. Their files are read again when one of them has changed. */
@Component
public class Rules {

    private static final int MISSING = 404;

    private final Workplace workplace;
    private final Map<Period, Read<List<Named>>> named = new ConcurrentHashMap<>();
    private final Map<Topic, Read<Prepared<?>>> prepared = new ConcurrentHashMap<>();

    public Rules(Workplace workplace) {
        this.workplace = workplace;
    }

    /** What was read while the files were as they were. */
    private record Read<T>(T what, List<String> files) {}

    /**
     * A rule that is in force in a period.
     *
     * @param title as its file names it
     * @param usual whether it is the one that the settings name
     */
    public record Named(String rule, String title, boolean usual) {}

    /** Those in force in a period, the usual one first. */
    public List<Named> inForce(Period period) {
        return read(named, period, this::named);
    }

    /**
     * What an address asks about; the usual rule where it names none.
     *
     * @throws Obstacle if there is no such period or rule
     */
    public Topic topic(String period, String rule) {
        Period meant = Period.parse(period).orElseThrow(() -> missing("desk.period.no_period"));
        List<Named> known = inForce(meant);
        String wanted = rule.isEmpty() && !known.isEmpty() ? known.get(0).rule() : rule;
        return known.stream()
                .filter(each -> each.rule().equals(wanted))
                .findFirst()
                .map(each -> new Topic(meant, each.rule()))
                .orElseThrow(() -> missing("desk.period.no_rule"));
    }

    private Obstacle missing(String key) {
        return new Obstacle(MISSING, List.of(workplace.words().text(key)));
    }

    private List<Named> named(Period period) {
        Office office = workplace.office();
        List<Named> all = new ArrayList<>();
        try {
            for (String rule : office.rules()) {
                inForce(office, new Topic(period, rule))
                        .ifPresent(each -> all.add(
                                rule.equals(office.rule()) ? 0 : all.size(),
                                new Named(rule, each.title(), rule.equals(office.rule()))));
            }
        } catch (ConfigException e) {
            throw workplace.refused(e);
        }
        return List.copyOf(all);
    }

    /** A rule that has no version in force, or whose files are refused, is told of where it is asked for by name. */
    private Optional<Prepared<?>> inForce(Office office, Topic topic) {
        List<String> files = files();
        try {
            Prepared<?> read = of(office, topic);
            // Whoever asks which rules there are asks next what they want.
            prepared.put(topic, new Read<>(read, files));
            return Optional.of(read);
        } catch (ConfigException e) {
            return Optional.empty();
        }
    }

    /** The configuration that a rule has in a period. */
    public Prepared<?> prepared(Topic topic) {
        return read(prepared, topic, asked -> {
            try {
                return of(workplace.office(), asked);
            } catch (ConfigException e) {
                throw workplace.refused(e);
            }
        });
    }

    private <K, T> T read(Map<K, Read<T>> known, K key, Function<K, T> reading) {
        List<String> files = files();
        Read<T> before = known.get(key);
        if (before != null && before.files().equals(files)) {
            return before.what();
        }
        T what = reading.apply(key);
        known.put(key, new Read<>(what, files));
        return what;
    }

    /** Every file of the configuration, and when it was changed. */
    private List<String> files() {
        Path config = workplace.office().config();
        try (Stream<Path> all = Files.walk(config, 2)) {
            List<String> files = new ArrayList<>();
            for (Path each : all.filter(Files::isRegularFile).sorted().toList()) {
                files.add(each + " " + Files.getLastModifiedTime(each).toMillis());
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Prepared<?> of(Office office, Topic topic) throws ConfigException {
        Optional<String> rule = Optional.of(topic.rule());
        return Prepared.of(Known.APPLICATIONS.of(office, rule), office, topic.period(), rule, Optional.empty());
    }
}
