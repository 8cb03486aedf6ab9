package bankscore.desk.period;

import bankscore.desk.layout.Rules;
import bankscore.desk.layout.Topic;
import bankscore.desk.layout.Workplace;
import bankscore.exact.Period;
import bankscore.finding.PrintedFinding;
import bankscore.office.Series;
import bankscore.run.Faces;
import bankscore.run.Prepared;
import bankscore.run.inbox.Inbox;
import bankscore.run.inbox.Inbox.Arrived;
import bankscore.run.publish.FindingsFolder;
import bankscore.run.request.PeriodFolder;
import bankscore.run.request.RunOutcome.Looked;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds out where a rule and period stand: by the folders, and by what was checked since the desk was started. */
@Component
public class Standings {

    private final Workplace workplace;
    private final Rules rules;
    private final Works works;

    Standings(Workplace workplace, Rules rules, Works works) {
        this.workplace = workplace;
        this.rules = rules;
        this.works = works;
    }

    /** Where a rule and period stand now. */
    Standing of(Topic topic) {
        return workplace.ask(faces -> new Many(faces).of(topic));
    }

    /** Many of them, asked for at once: what several have in common is looked for once. */
    public final class Many {

        private final Faces faces;
        private final Map<String, Series> series = new HashMap<>();
        private final Map<Period, List<Arrived>> files = new HashMap<>();

        public Many(Faces faces) {
            this.faces = faces;
        }

        /** Whether anything was received for a rule and period, or found. */
        public boolean isKnown(Topic topic) throws IOException {
            Optional<Looked> looked = looked(works.latest(topic));
            return looked.isPresent()
                    ? !looked.get().received().isEmpty()
                            || !looked.get().findings().isEmpty()
                    : !folder(topic).told().isEmpty();
        }

        /** Where a rule and period stand now. */
        public Standing of(Topic topic) throws IOException {
            Prepared<?> prepared = rules.prepared(topic);
            Optional<Work> work = works.latest(topic);
            Optional<Looked> looked = looked(work);
            FindingsFolder folder = folder(topic);
            return new Standing(
                    topic,
                    prepared.title(),
                    rules.inForce(topic.period()),
                    prepared.expected(),
                    files(topic),
                    looked.map(
                            each -> new Standing.Seen(work.orElseThrow().files(), each.received(), works.own(topic))),
                    works.withReasons(topic, looked.isPresent() ? looked.get().findings() : folder.told()),
                    folder.returned().stream()
                            .map(each -> String.valueOf(each.getFileName()))
                            .toList());
        }

        private List<Arrived> files(Topic topic) throws IOException {
            List<Arrived> known = files.get(topic.period());
            if (known == null) {
                known = inbox(topic).files();
                files.put(topic.period(), known);
            }
            return known;
        }

        private FindingsFolder folder(Topic topic) throws IOException {
            return new FindingsFolder(new PeriodFolder(
                    faces.office().publishing().output(),
                    topic.period(),
                    series.computeIfAbsent(topic.rule(), rule -> faces.series(rule, rules.application(topic)))
                            .rule()));
        }
    }

    private static Optional<Looked> looked(Optional<Work> work) {
        return work.flatMap(Work::outcome).flatMap(Told::looked);
    }

    Inbox inbox(Topic topic) {
        return new Inbox(workplace.folders().input(), topic.period());
    }

    /** The findings as the page numbers them. */
    List<PrintedFinding> told(Topic topic) {
        return of(topic).findings();
    }

    /** A file that may be sent back, by its name; never one elsewhere. */
    Optional<Path> returned(Topic topic, String name) throws IOException {
        return workplace.ask(faces -> new Many(faces).folder(topic)).returned().stream()
                .filter(each -> String.valueOf(each.getFileName()).equals(name))
                .findFirst();
    }
}
