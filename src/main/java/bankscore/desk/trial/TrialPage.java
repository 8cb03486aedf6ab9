package bankscore.desk.trial;

import bankscore.desk.layout.Workplace;
import bankscore.desk.pick.Bookcase;
import bankscore.desk.pick.View;
import bankscore.desk.pick.Which;
import bankscore.finding.ConfigException;
import bankscore.finding.Words;
import bankscore.run.questions.Missing;
import bankscore.run.questions.Questions;
import bankscore.run.questions.Questions.Refused;
import bankscore.run.questions.Questions.Triable;
import bankscore.run.questions.Questions.Unsound;
import bankscore.run.revisions.NotAsPublished;
import java.io.IOException;
import java.security.Principal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What if: two trials of the latest revision of a period, side by side. */
@Controller
class TrialPage {

    /** What the history keeps of a trial. */
    private static final int KEPT = 4000;

    private static final List<String> TRIALS = List.of("one", "two");

    private final Workplace workplace;
    private final Bookcase bookcase;

    TrialPage(Workplace workplace, Bookcase bookcase) {
        this.workplace = workplace;
        this.bookcase = bookcase;
    }

    @GetMapping("/trial")
    String page(@RequestParam(defaultValue = "") String of, Model model) {
        workplace.ask(faces -> {
            Optional<Which> which = bookcase.pick(faces, of, model).map(Bookcase.Picked::which);
            if (which.isPresent()) {
                Which chosen = which.get();
                fields(
                        faces.of(chosen.series(faces.office().jurisdiction()))
                                .questions()
                                .triable(chosen.period()),
                        Map.of(),
                        model);
            }
            return model;
        });
        return "trial/trial";
    }

    @PostMapping("/trial")
    String tried(@RequestParam Map<String, String> sent, Principal person, Model model) {
        String of = sent.getOrDefault("of", "");
        workplace.ask(faces -> {
            Optional<Which> which = bookcase.pick(faces, of, model).map(Bookcase.Picked::which);
            if (which.isPresent()) {
                Which chosen = which.get();
                Questions questions =
                        faces.of(chosen.series(faces.office().jurisdiction())).questions();
                Triable triable = questions.triable(chosen.period());
                List<Tried> results = new ArrayList<>();
                for (Typed typed : fields(triable, sent, model)) {
                    if (!typed.settings(triable.figures()).isEmpty()) {
                        results.add(tried(typed, questions, chosen, triable, person.getName()));
                    }
                }
                model.addAttribute("results", results);
                model.addAttribute("asked", true);
            }
            return model;
        });
        return "trial/trial";
    }

    private Tried tried(Typed fields, Questions questions, Which which, Triable triable, String person)
            throws Missing, NotAsPublished, ConfigException, IOException {
        Words words = workplace.words();
        String name = fields.name();
        Map<String, String> names = names(fields, triable);
        List<String> settings = new ArrayList<>();
        for (String each : fields.settings(triable.figures())) {
            Optional<String> setting = questions.setting(each);
            if (setting.isEmpty()) {
                return Tried.refused(
                        name, List.of(words.text("desk.trial.not_read", "text", View.replaced(each, names))));
            }
            settings.add(setting.get());
        }
        String arguments = "simulate " + which.period() + (which.rule().isEmpty() ? "" : " --rule " + which.rule())
                + " --set " + String.join(" --set ", settings);
        if (arguments.length() > KEPT) {
            return Tried.refused(name, List.of(words.text("cli.simulate_long")));
        }
        try {
            return Tried.of(
                    name,
                    questions.simulate(
                            which.period(), settings, workplace.seat().caller(person, arguments)),
                    names,
                    words);
        } catch (Refused e) {
            return Tried.refused(name, List.of(View.replaced(e.words(), names)));
        } catch (Unsound e) {
            return Tried.unsound(name, e, words);
        }
    }

    /** What the numbers that are set are called, by their path. */
    private static Map<String, String> names(Typed fields, Triable triable) {
        Map<String, String> names = new HashMap<>();
        triable.parameters().stream()
                .filter(each -> !fields.value(each.path()).isEmpty())
                .forEach(each -> names.put(each.path(), each.name()));
        Map<String, String> columns = triable.figures().columns().stream()
                .collect(Collectors.toMap(Questions.Figures.Figured::step, Questions.Figures.Figured::name));
        fields.lines().stream()
                .filter(line -> !line.of().isEmpty())
                .forEach(line -> names.put(
                        triable.figures().path(line.of(), line.column()),
                        (line.of() + " " + columns.getOrDefault(line.column(), "")).strip()));
        return names;
    }

    private static List<Typed> fields(Triable triable, Map<String, String> sent, Model model) {
        Map<String, List<Questions.Tried>> clauses = new LinkedHashMap<>();
        // What the document says comes first.
        triable.parameters().stream()
                .sorted(Comparator.comparing(each -> each.clause().isEmpty()))
                .forEach(each -> clauses.computeIfAbsent(each.clause(), clause -> new ArrayList<>())
                        .add(each));
        List<Typed> typed = TRIALS.stream().map(name -> Typed.of(name, sent)).toList();
        model.addAttribute("triable", triable);
        model.addAttribute("clauses", clauses);
        model.addAttribute("trials", typed);
        return typed;
    }
}
