package bankscore.desk.home;

import bankscore.desk.layout.Rules;
import bankscore.desk.layout.Rules.Named;
import bankscore.desk.layout.Topic;
import bankscore.desk.layout.Workplace;
import bankscore.exact.Period;
import bankscore.finding.ConfigException;
import bankscore.finding.Level;
import bankscore.finding.PrintedFinding;
import bankscore.office.Way;
import bankscore.run.Face;
import bankscore.run.Faces;
import bankscore.run.inbox.Inbox;
import bankscore.run.publish.FindingsFolder;
import bankscore.run.request.PeriodFolder;
import bankscore.run.revisions.Standings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** A card for each rule and period: where it stands, and the one next step. */
@Controller
class HomePage {

    private final Workplace workplace;
    private final Rules rules;

    HomePage(Workplace workplace, Rules rules) {
        this.workplace = workplace;
        this.rules = rules;
    }

    @GetMapping("/")
    String page(Model model) {
        model.addAttribute("cards", workplace.ask(this::cards));
        return "home/home";
    }

    private List<Card> cards(Faces faces) throws IOException, ConfigException {
        Map<Topic, Way> ways = new HashMap<>();
        for (Face<?> face : faces.published()) {
            String series = face.series().rule();
            String rule = series.isEmpty() ? faces.office().rule() : series;
            // The ways come from the earliest revision to the latest.
            face.ways().forEach(way -> ways.put(new Topic(way.revision().period(), rule), way));
        }
        TreeSet<Period> periods = new TreeSet<>(Comparator.reverseOrder());
        periods.addAll(Inbox.periods(workplace.folders().input()));
        ways.keySet().forEach(topic -> periods.add(topic.period()));
        List<Card> cards = new ArrayList<>();
        for (Period period : periods) {
            int files = new Inbox(workplace.folders().input(), period).files().size();
            for (Named rule : rules.inForce(period)) {
                Topic topic = new Topic(period, rule.rule());
                List<PrintedFinding> findings = findings(faces, topic);
                Optional<Way> way = Optional.ofNullable(ways.get(topic));
                // A rule of which nothing was ever asked here has no card; any period is opened for any rule.
                if (rule.usual() || way.isPresent() || !findings.isEmpty()) {
                    cards.add(new Card(
                            topic,
                            rule.title(),
                            files,
                            PrintedFinding.count(findings, Level.ERROR),
                            PrintedFinding.count(findings, Level.REVIEW),
                            findings.stream()
                                    .filter(each -> each.level() == Level.REVIEW
                                            && each.reason().isEmpty())
                                    .count(),
                            way,
                            way.map(each -> Standings.said(each.standing(), workplace.words()))
                                    .orElse("")));
                }
            }
        }
        return cards;
    }

    private static List<PrintedFinding> findings(Faces faces, Topic topic) throws IOException, ConfigException {
        return new FindingsFolder(new PeriodFolder(
                        faces.office().publishing().output(),
                        topic.period(),
                        faces.of(Optional.of(topic.rule())).series().rule()))
                .told();
    }
}
