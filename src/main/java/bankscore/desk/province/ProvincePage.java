package bankscore.desk.province;

import bankscore.answer.Answer;
import bankscore.desk.layout.Obstacle;
import bankscore.desk.layout.Rules;
import bankscore.desk.layout.Topic;
import bankscore.desk.layout.Workplace;
import bankscore.desk.pick.View;
import bankscore.finding.Words;
import bankscore.province.HeadwayFile;
import bankscore.province.Province;
import bankscore.province.ProvinceText;
import bankscore.run.Office;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** How far a province is: what {@code province --status} says, again and again while somebody works on it. */
@Controller
class ProvincePage {

    private static final int BROKEN = 503;

    private final Workplace workplace;
    private final Rules rules;

    ProvincePage(Workplace workplace, Rules rules) {
        this.workplace = workplace;
        this.rules = rules;
    }

    /**
     * What is shown.
     *
     * @param line how far it is, in one line
     * @param cares what somebody has to do about it, a sentence each
     * @param live whether it is worked on, so that the page asks again
     */
    record Shown(String line, List<String> cares, List<View> tables, boolean live) {}

    @GetMapping("/province/{period}")
    String page(@PathVariable("period") String period, @RequestParam(defaultValue = "") String rule, Model model) {
        Topic topic = rules.topic(period, rule);
        Shown shown = shown(topic);
        model.addAttribute("topic", topic);
        model.addAttribute("shown", shown);
        if (shown.live()) {
            // For who has no script: the page is asked for again.
            model.addAttribute("again", true);
        }
        return "province/province";
    }

    private Shown shown(Topic topic) {
        try {
            return workplace.ask(faces -> of(
                    Province.status(faces.engine(), faces.office(), topic.period(), Optional.of(topic.rule())),
                    faces.office(),
                    topic));
        } catch (Obstacle e) {
            // A file is its process's alone while that works; it says how far it is beside.
            Optional<String> said = new HeadwayFile(workplace.folders().output(), topic.period()).said();
            if (e.status() != BROKEN || said.isEmpty()) {
                throw e;
            }
            return new Shown(said.get(), List.of(workplace.words().text("desk.province.alone")), List.of(), true);
        }
    }

    private Shown of(Province.Status status, Office office, Topic topic) {
        Words words = workplace.words();
        if (status.counties().isEmpty()) {
            return new Shown(
                    words.text("province.never", "province", office.jurisdiction(), "period", topic.period()),
                    List.of(words.text("desk.province.begin", "period", topic.period())),
                    List.of(),
                    false);
        }
        ProvinceText text = new ProvinceText(words);
        List<String> cares = new ArrayList<>(text.silent(status));
        if (status.isInterrupted()) {
            cares.add(words.text("province.interrupted"));
        } else if (!status.underWay() && !status.isPublished()) {
            cares.add(words.text("desk.province.mend", "period", topic.period()));
        }
        List<View> tables = new ArrayList<>();
        tables.add(table(words.text("desk.province.counties"), text.table(status)));
        if (!status.hands().isEmpty()) {
            tables.add(table(words.text("desk.province.workers"), text.workers(status)));
        }
        return new Shown(text.line(status.headway()), cares, tables, status.underWay());
    }

    private static View table(String title, Answer.Piece table) {
        return View.of(new Answer(title, "", List.of(new Answer.Section("", List.of(table)))));
    }
}
