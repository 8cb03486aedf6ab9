package bankscore.desk.period;

import bankscore.desk.layout.Rules;
import bankscore.desk.layout.Topic;
import bankscore.desk.layout.Workplace;
import bankscore.finding.PrintedFinding;
import bankscore.run.Faces;
import bankscore.run.Prepared;
import bankscore.run.inbox.Inbox;
import bankscore.run.publish.FindingsFolder;
import bankscore.run.request.PeriodFolder;
import bankscore.run.request.RunOutcome.Looked;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
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
        return workplace.ask(faces -> of(topic, faces));
    }

    /** The same, where many are asked for at once. */
    public Standing of(Topic topic, Faces faces) throws IOException {
        Prepared<?> prepared = rules.prepared(topic);
        Optional<Work> work = works.latest(topic);
        Optional<Looked> looked = work.flatMap(Work::outcome).flatMap(Told::looked);
        FindingsFolder folder = findings(topic, faces);
        List<Inbox.Arrived> files = inbox(topic).files();
        return new Standing(
                topic,
                prepared.title(),
                rules.inForce(topic.period()),
                prepared.expected(),
                files,
                looked.map(each -> new Standing.Seen(work.orElseThrow().files(), each.received(), works.own(topic))),
                works.withReasons(topic, looked.isPresent() ? looked.get().findings() : folder.told()),
                folder.returned().stream()
                        .map(each -> String.valueOf(each.getFileName()))
                        .toList(),
                Inbox.alike(files, workplace.words().text("inbox.mended")));
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
        return workplace.ask(faces -> findings(topic, faces)).returned().stream()
                .filter(each -> String.valueOf(each.getFileName()).equals(name))
                .findFirst();
    }

    private FindingsFolder findings(Topic topic, Faces faces) throws IOException {
        return new FindingsFolder(new PeriodFolder(
                faces.office().publishing().output(),
                topic.period(),
                faces.series(topic.rule(), rules.application(topic)).rule()));
    }
}
