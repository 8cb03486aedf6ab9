package bankscore.desk.layout;

import bankscore.exact.Period;
import bankscore.finding.ConfigException;
import bankscore.front.Known;
import bankscore.run.Office;
import bankscore.run.Prepared;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** The rules of the office as pages name them. Their files are read again after a moment, so that a change is seen. */
@Component
public class Rules {

    private static final long MOMENT = TimeUnit.SECONDS.toNanos(20);

    private static final int MISSING = 404;

    private final Workplace workplace;
    private final Map<Period, Read> read = new ConcurrentHashMap<>();

    public Rules(Workplace workplace) {
        this.workplace = workplace;
    }

    private record Read(List<Named> rules, long at) {}

    /**
     * A rule that is in force in a period.
     *
     * @param title as its file names it
     * @param usual whether it is the one that the settings name
     */
    public record Named(String rule, String title, boolean usual) {}

    /** Those in force in a period, the usual one first. */
    public List<Named> inForce(Period period) {
        Read before = read.get(period);
        if (before != null && System.nanoTime() - before.at() < MOMENT) {
            return before.rules();
        }
        List<Named> rules = named(period);
        read.put(period, new Read(rules, System.nanoTime()));
        return rules;
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
        List<Named> named = new ArrayList<>();
        try {
            for (String rule : office.rules()) {
                prepared(office, new Topic(period, rule))
                        .ifPresent(prepared -> named.add(
                                rule.equals(office.rule()) ? 0 : named.size(),
                                new Named(rule, prepared.title(), rule.equals(office.rule()))));
            }
        } catch (ConfigException e) {
            throw workplace.refused(e);
        }
        return List.copyOf(named);
    }

    /** A rule that has no version in force, or whose files are refused, is told of where it is asked for by name. */
    private static Optional<Prepared<?>> prepared(Office office, Topic topic) {
        try {
            return Optional.of(of(office, topic));
        } catch (ConfigException e) {
            return Optional.empty();
        }
    }

    /** The configuration that a rule has in a period. */
    public Prepared<?> prepared(Topic topic) {
        try {
            return of(workplace.office(), topic);
        } catch (ConfigException e) {
            throw workplace.refused(e);
        }
    }

    private static Prepared<?> of(Office office, Topic topic) throws ConfigException {
        Optional<String> rule = Optional.of(topic.rule());
        return Prepared.of(Known.APPLICATIONS.of(office, rule), office, topic.period(), rule, Optional.empty());
    }
}
