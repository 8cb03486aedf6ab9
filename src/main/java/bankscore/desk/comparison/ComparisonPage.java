package bankscore.desk.comparison;

import bankscore.desk.layout.Rules;
import bankscore.desk.layout.Workplace;
import bankscore.desk.pick.Bookcase;
import bankscore.desk.pick.Bookcase.Picked;
import bankscore.desk.pick.View;
import bankscore.desk.pick.Which;
import bankscore.finding.ConfigException;
import bankscore.run.Face;
import bankscore.run.Faces;
import bankscore.run.Office;
import bankscore.run.questions.Fall;
import bankscore.run.questions.Missing;
import bankscore.run.questions.Questions;
import bankscore.run.questions.Questions.Compared;
import bankscore.run.revisions.NotAsPublished;
import bankscore.run.revisions.Shelf;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What changed between two revisions of a rule, or would change by another version of it. */
@Controller
class ComparisonPage {

    private static final String VERSION = "version ";

    private final Workplace workplace;
    private final Bookcase bookcase;
    private final Rules rules;

    ComparisonPage(Workplace workplace, Bookcase bookcase, Rules rules) {
        this.workplace = workplace;
        this.bookcase = bookcase;
        this.rules = rules;
    }

    /** Something that a revision may be compared with, as the address says it and in words. */
    public record Choice(String value, String text) {}

    @GetMapping("/comparison")
    String page(@RequestParam(defaultValue = "") String of, @RequestParam(defaultValue = "") String with, Model model) {
        workplace.ask(faces -> {
            Optional<Picked> picked = bookcase.pick(faces, of, model);
            if (picked.isPresent()) {
                List<Choice> choices = choices(picked.get());
                model.addAttribute("choices", choices);
                model.addAttribute("with", with);
                if (choices.stream().anyMatch(choice -> choice.value().equals(with))) {
                    Compared compared = compared(faces, picked.get(), with);
                    model.addAttribute("answer", View.of(compared.answer()));
                    model.addAttribute("how", compared.causes());
                    model.addAttribute("falls", drawn(compared.falls()));
                }
            }
            return model;
        });
        return "comparison/comparison";
    }

    @PostMapping("/comparison/book")
    ResponseEntity<byte[]> book(@RequestParam String of, @RequestParam String with, Model model) {
        return workplace.ask(faces -> {
            Picked picked = bookcase.pick(faces, of, model).orElseThrow();
            Path file = compared(faces, picked, with).file().write();
            return ResponseEntity.ok()
                    .header(
                            HttpHeaders.CONTENT_DISPOSITION,
                            ContentDisposition.attachment()
                                    .filename(String.valueOf(file.getFileName()), StandardCharsets.UTF_8)
                                    .build()
                                    .toString())
                    .contentType(MediaType.APPLICATION_OCTET_STREAM)
                    .body(Files.readAllBytes(file));
        });
    }

    private static Compared compared(Faces faces, Picked picked, String with)
            throws Missing, NotAsPublished, ConfigException, IOException {
        Office office = faces.office();
        Which which = picked.which();
        Face<?> face = faces.of(which.series(office.jurisdiction()));
        Questions questions = face.questions();
        if (with.startsWith(VERSION)) {
            return questions.compareVersions(
                    which.period(), picked.entry().scheme(), with.substring(VERSION.length()), office);
        }
        Which other = Which.read(with).orElseThrow();
        // What is earlier stands first, whichever was picked first.
        boolean earlier = other.period().compareTo(which.period()) < 0
                || (other.period().equals(which.period()) && other.number() < which.number());
        return earlier
                ? questions.compare(other.asked(), which.asked(), office)
                : questions.compare(which.asked(), other.asked(), office);
    }

    private List<Choice> choices(Picked picked) {
        Bookcase.Row row = picked.row();
        Shelf.Entry entry = picked.entry();
        List<Choice> choices = new ArrayList<>();
        row.entries().stream()
                .filter(each -> !each.equals(entry))
                .forEach(each -> choices.add(new Choice(
                        row.which(each).toString(),
                        workplace
                                .words()
                                .text(
                                        "desk.comparison.revision",
                                        "period",
                                        workplace.words().quarter(each.period()),
                                        "revision",
                                        each.number()))));
        if (entry.latest()) {
            List<Office.Version> versions = rules.versions();
            String rule = versions.stream()
                    .filter(version -> version.scheme().equals(entry.scheme()))
                    .findFirst()
                    .map(Office.Version::rule)
                    .orElse("");
            versions.stream()
                    .filter(version ->
                            version.rule().equals(rule) && !version.scheme().equals(entry.scheme()))
                    .forEach(version -> choices.add(new Choice(
                            VERSION + version.scheme(),
                            workplace
                                    .words()
                                    .text(
                                            "desk.comparison.version",
                                            "scheme",
                                            version.scheme(),
                                            "title",
                                            version.title()))));
        }
        return choices;
    }

    private static Map<String, List<Waterfall>> drawn(List<Fall> falls) {
        Map<String, List<Waterfall>> groups = new LinkedHashMap<>();
        falls.forEach(fall ->
                groups.computeIfAbsent(fall.group(), group -> new ArrayList<>()).add(Waterfall.of(fall)));
        return groups;
    }
}
