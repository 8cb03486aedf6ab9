package bankscore.desk.history;

import bankscore.desk.layout.Said;
import bankscore.desk.layout.Workplace;
import bankscore.desk.pick.Bookcase;
import bankscore.desk.pick.Which;
import bankscore.finding.ConfigException;
import bankscore.office.Caller;
import bankscore.run.Face;
import bankscore.run.Faces;
import bankscore.run.questions.Questions.Course;
import bankscore.run.revisions.History;
import bankscore.run.revisions.Standings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Principal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** What happened, by whom and when; and whether something is still what was published. */
@Controller
class HistoryPage {

    /** Entries on a page. */
    private static final int SHOWN = 100;

    private final Workplace workplace;
    private final Bookcase bookcase;

    HistoryPage(Workplace workplace, Bookcase bookcase) {
        this.workplace = workplace;
        this.bookcase = bookcase;
    }

    /** What is verified. */
    @FunctionalInterface
    private interface Verifying {
        Said with(Verifier verifier) throws IOException, ConfigException;
    }

    @GetMapping("/history")
    String page(
            @RequestParam(defaultValue = "") String period, @RequestParam(defaultValue = "0") int from, Model model) {
        workplace.ask(faces -> show(faces, period, Math.max(from, 0), model));
        return "history/history";
    }

    @PostMapping("/history/revision")
    String revision(@RequestParam String of, Principal person, Model model) {
        return Which.read(of)
                .map(which -> verify(model, person, "verify " + which, verifier -> verifier.which(which)))
                .orElse("redirect:/history");
    }

    @PostMapping("/history/code")
    String code(@RequestParam String code, Principal person, Model model) {
        return verify(model, person, "verify --code", verifier -> verifier.code(code));
    }

    @PostMapping("/history/file")
    String file(@RequestParam MultipartFile file, Principal person, Model model) throws IOException {
        if (file.isEmpty()) {
            return "redirect:/history";
        }
        String sent = String.valueOf(file.getOriginalFilename());
        String name = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
        Path copy = Files.createTempFile("verified", ".file");
        try {
            file.transferTo(copy);
            return verify(model, person, "verify --file", verifier -> verifier.file(copy, name));
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    private String verify(Model model, Principal person, String arguments, Verifying verifying) {
        Caller caller = workplace.seat().caller(person.getName(), arguments);
        workplace.ask(faces -> {
            model.addAttribute(
                    "said",
                    verifying
                            .with(new Verifier(faces, workplace.words(), caller))
                            .lines());
            return show(faces, "", 0, model);
        });
        return "history/history";
    }

    private Model show(Faces faces, String period, int from, Model model) throws ConfigException {
        History history = faces.history();
        List<History.Line> lines = new ArrayList<>(history.lines());
        model.addAttribute("broken", lines.stream().anyMatch(line -> !line.holds()));
        model.addAttribute(
                "periods",
                lines.stream()
                        .map(History.Line::period)
                        .filter(each -> !each.isEmpty())
                        .distinct()
                        .sorted()
                        .toList());
        lines.removeIf(line -> !period.isEmpty() && !line.period().equals(period));
        Collections.reverse(lines);
        model.addAttribute("period", period);
        model.addAttribute("from", from);
        model.addAttribute("count", lines.size());
        model.addAttribute("next", from + SHOWN);
        model.addAttribute("before", Math.max(0, from - SHOWN));
        model.addAttribute(
                "lines",
                lines.subList(Math.min(from, lines.size()), Math.min(from + SHOWN, lines.size())).stream()
                        .map(line -> Entry.of(line, workplace.words()))
                        .toList());
        model.addAttribute("head", history.head());
        model.addAttribute("rows", bookcase.rows(faces));
        List<String> courses = new ArrayList<>();
        Map<Which, String> states = new HashMap<>();
        for (Face<?> face : faces.published()) {
            face.ways()
                    .forEach(way -> states.put(
                            new Which(
                                    face.series().rule(),
                                    way.revision().period(),
                                    way.revision().number()),
                            Standings.said(way.standing(), workplace.words())));
            face.questions().courses().stream().map(Course::said).forEach(courses::add);
        }
        model.addAttribute("states", states);
        return model.addAttribute("courses", courses);
    }
}
