package bankscore.desk.layout;

import bankscore.exact.Period;
import bankscore.finding.ConfigException;
import bankscore.front.Known;
import bankscore.run.Application;
import bankscore.run.Office;
import bankscore.run.Prepared;
import bankscore.run.questions.RuleProof;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** The rules of the office as pages name them. Their files are read again when one of them has changed. */
@Component
public class Rules {

    private static final int MISSING = 404;

    /** Worked cases lie in a folder of their own for each version. */
    private static final int DEEP = 3;

    private static final String SHELF = Rules.class.getName();

    private final Workplace workplace;
    private @Nullable Shelf shelf;

    public Rules(Workplace workplace) {
        this.workplace = workplace;
    }

    /**
     * What the files say as they are.
     *
     * @param files each of them, and when it was changed
     * @param applications by rule
     */
    private record Shelf(
            List<String> files,
            Office office,
            List<Office.Version> versions,
            Map<String, Application<?>> applications,
            Map<Application<?>, Prepared.Folder<?>> folders,
            Map<Topic, Prepared<?>> prepared,
            Map<Period, List<Named>> named,
            Map<String, RuleProof> proofs) {

        Prepared<?> prepare(Topic topic, Application<?> application) throws ConfigException {
            Prepared<?> known = prepared.get(topic);
            if (known == null) {
                Prepared.Folder<?> folder = folders.get(application);
                if (folder == null) {
                    folder = Prepared.Folder.of(application, office);
                    folders.put(application, folder);
                }
                known = folder.in(topic.period(), Optional.of(topic.rule()), Optional.empty());
                prepared.put(topic, known);
            }
            return known;
        }
    }

    /**
     * A rule that is in force in a period.
     *
     * @param title as its file names it
     * @param usual whether it is the one that the settings name
     */
    public record Named(String rule, String title, boolean usual) {}

    /** Those in force in a period, the usual one first. */
    public List<Named> inForce(Period period) {
        Shelf current = shelf();
        return current.named().computeIfAbsent(period, asked -> named(current, asked));
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

    /** A rule that has no version in force, or whose files are refused, is told of where it is asked for by name. */
    private static List<Named> named(Shelf shelf, Period period) {
        String usual = shelf.office().rule();
        List<Named> all = new ArrayList<>();
        shelf.applications().forEach((rule, application) -> {
            try {
                String title =
                        shelf.prepare(new Topic(period, rule), application).title();
                all.add(rule.equals(usual) ? 0 : all.size(), new Named(rule, title, rule.equals(usual)));
            } catch (ConfigException e) {
                // Asked for by name, it says what is wrong.
            }
        });
        return List.copyOf(all);
    }

    /** The configuration that a rule has in a period. */
    public Prepared<?> prepared(Topic topic) {
        Shelf current = shelf();
        try {
            return current.prepare(topic, application(current, topic));
        } catch (ConfigException e) {
            throw workplace.refused(e);
        }
    }

    /** All versions that there are files of, by the names of the files. */
    public List<Office.Version> versions() {
        return shelf().versions();
    }

    /**
     * Whether a version of a rule is sound and its worked cases come out.
     *
     * @param id the version's
     * @throws ConfigException if a file of it is refused
     */
    public RuleProof proof(String id) throws ConfigException {
        Shelf current = shelf();
        RuleProof known = current.proofs().get(id);
        if (known == null) {
            known = Known.APPLICATIONS.prove(
                    current.office().config(), Optional.empty(), Optional.of(id), workplace.words());
            current.proofs().put(id, known);
        }
        return known;
    }

    /** The application that reads a rule. */
    public Application<?> application(Topic topic) {
        return application(shelf(), topic);
    }

    private Application<?> application(Shelf current, Topic topic) {
        Application<?> application = current.applications().get(topic.rule());
        if (application == null) {
            throw missing("desk.period.no_rule");
        }
        return application;
    }

    /** One for all that a request asks: a page of many cards looks at each file once. */
    private Shelf shelf() {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request == null) {
            return latest();
        }
        if (request.getAttribute(SHELF, RequestAttributes.SCOPE_REQUEST) instanceof Shelf looked) {
            return looked;
        }
        Shelf current = latest();
        request.setAttribute(SHELF, current, RequestAttributes.SCOPE_REQUEST);
        return current;
    }

    /** Read again when a file has changed. */
    private synchronized Shelf latest() {
        List<String> files = files();
        Shelf current = shelf;
        if (current == null || !current.files().equals(files)) {
            Office office = workplace.office();
            try {
                List<Office.Version> versions = office.versions();
                current = new Shelf(
                        files,
                        office,
                        versions,
                        Known.APPLICATIONS.byRule(versions),
                        new ConcurrentHashMap<>(),
                        new ConcurrentHashMap<>(),
                        new ConcurrentHashMap<>(),
                        new ConcurrentHashMap<>());
            } catch (ConfigException e) {
                throw workplace.refused(e);
            }
            shelf = current;
        }
        return current;
    }

    /** Every file of the configuration, and when it was changed. */
    private List<String> files() {
        Path config = workplace.office().config();
        try (Stream<Path> all = Files.walk(config, DEEP)) {
            List<String> files = new ArrayList<>();
            for (Path each : all.filter(Files::isRegularFile).sorted().toList()) {
                files.add(each + " " + Files.getLastModifiedTime(each).toMillis());
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
