package bankscore.desk.home;

import bankscore.desk.layout.Rules;
import bankscore.desk.layout.Rules.Named;
import bankscore.desk.layout.Topic;
import bankscore.desk.layout.Workplace;
import bankscore.desk.period.Standings;
import bankscore.exact.Period;
import bankscore.finding.ConfigException;
import bankscore.office.Way;
import bankscore.province.Province;
import bankscore.province.ProvinceText;
import bankscore.run.Face;
import bankscore.run.Faces;
import bankscore.run.inbox.Inbox;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** A card for each rule and period: where it stands, and the one next step. */
@Controller
class HomePage {

    /** So many runs of counties are shown. */
    private static final int LATEST = 4;

    private final Workplace workplace;
    private final Rules rules;
    private final Standings files;

    HomePage(Workplace workplace, Rules rules, Standings files) {
        this.workplace = workplace;
        this.rules = rules;
        this.files = files;
    }

    /** What is shown: the cards, by which rules nothing was asked of a period that has some, and how far counties are. */
    record Shown(List<Card> cards, Map<Period, List<Named>> others, List<Counties> counties) {}

    /**
     * The counties of a period, where this is the desk of a province.
     *
     * @param line how far they are
     */
    record Counties(Topic topic, String line) {}

    /** What is known of all cards, asked for once. */
    private record Asked(Standings.Many files, Map<Topic, Way> ways, boolean signed) {}

    @GetMapping("/")
    String page(Model model) {
        Shown shown = workplace.ask(this::shown);
        model.addAttribute("quarters", workplace.quarters());
        model.addAttribute("cards", shown.cards());
        model.addAttribute("others", shown.others());
        model.addAttribute("provinces", shown.counties());
        return "home/home";
    }

    private Shown shown(Faces faces) throws IOException, ConfigException {
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
        Shown shown = new Shown(new ArrayList<>(), new TreeMap<>(Comparator.reverseOrder()), counties(faces));
        Asked asked =
                new Asked(files.new Many(faces), ways, faces.office().people().sign());
        for (Period period : periods) {
            show(period, asked, shown);
        }
        return shown;
    }

    private List<Counties> counties(Faces faces) {
        ProvinceText text = new ProvinceText(workplace.words());
        return Province.known(faces.engine(), faces.office()).stream()
                .limit(LATEST)
                .map(each -> new Counties(
                        new Topic(each.period(), each.rule()),
                        text.line(Province.headway(faces.engine(), faces.office(), each.period(), each.rule()))))
                .toList();
    }

    /** A rule of which nothing was ever asked here has no card, unless no other one has: the usual one then. */
    private void show(Period period, Asked asked, Shown shown) throws IOException {
        List<Card> cards = new ArrayList<>();
        List<Named> others = new ArrayList<>();
        List<Named> known = rules.inForce(period);
        for (Named rule : known) {
            Topic topic = new Topic(period, rule.rule());
            if (asked.ways().containsKey(topic) || asked.files().isKnown(topic)) {
                cards.add(card(topic, asked));
            } else {
                others.add(rule);
            }
        }
        Optional<Named> usual = known.stream().filter(Named::usual).findFirst();
        if (cards.isEmpty() && usual.isPresent()) {
            cards.add(card(new Topic(period, usual.get().rule()), asked));
            others.remove(usual.get());
        }
        shown.cards().addAll(cards);
        if (!others.isEmpty()) {
            shown.others().put(period, others);
        }
    }

    private Card card(Topic topic, Asked asked) throws IOException {
        Optional<Way> way = Optional.ofNullable(asked.ways().get(topic));
        return new Card(
                asked.files().of(topic),
                way,
                way.map(each -> bankscore.run.revisions.Standings.said(each.standing(), workplace.words()))
                        .orElse(""),
                asked.signed());
    }
}
