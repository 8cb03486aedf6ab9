package bankscore.desk.rule;

import bankscore.answer.Answer;
import bankscore.desk.layout.Rules;
import bankscore.desk.layout.Workplace;
import bankscore.desk.pick.View;
import bankscore.finding.ConfigException;
import bankscore.finding.ConfigProblem;
import bankscore.finding.Words;
import bankscore.front.Known;
import bankscore.run.Office;
import bankscore.run.RuleDraft;
import bankscore.run.RuleDraft.Followed;
import bankscore.run.RuleVersions;
import bankscore.run.questions.RuleProof;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The rules of the office, version by version. */
@Controller
class RulePage {

    /** In bytes; the longest rule has a twentieth of that. */
    private static final int LARGEST = 1 << 20;

    private final Workplace workplace;
    private final Rules rules;

    RulePage(Workplace workplace, Rules rules) {
        this.workplace = workplace;
        this.rules = rules;
    }

    @GetMapping("/rule")
    String page(
            @RequestParam(defaultValue = "") String version,
            @RequestParam(defaultValue = "") String other,
            Model model) {
        show(version, other, model);
        return "rule/rule";
    }

    /** A changed file; it is kept if that is asked for, nothing is wrong with it, and it is a new version. */
    @PostMapping("/rule")
    String draft(
            @RequestParam MultipartFile file,
            @RequestParam(defaultValue = "false") boolean keep,
            @RequestParam(defaultValue = "false") boolean end,
            Principal person,
            Model model)
            throws IOException {
        Words words = workplace.words();
        if (file.isEmpty() || file.getSize() > LARGEST) {
            model.addAttribute("problems", List.of(words.text("desk.rule.no_file")));
            show("", "", model);
            return "rule/rule";
        }
        RuleDraft draft =
                new RuleDraft(Known.APPLICATIONS, config(), new String(file.getBytes(), StandardCharsets.UTF_8));
        List<String> problems = proved(model, draft);
        model.addAttribute("problems", problems);
        model.addAttribute("checked", true);
        Optional<Followed> followed = problems.isEmpty() ? followed(draft) : Optional.empty();
        boolean kept = problems.isEmpty() && keep && (followed.isEmpty() || end);
        if (kept) {
            model.addAttribute("kept", kept(draft, followed, person));
        } else {
            followed.ifPresent(earlier -> model.addAttribute(
                    "ends", words.text("desk.rule.ends", "scheme", earlier.scheme(), "day", earlier.last())));
        }
        show(problems.isEmpty() ? "" : draft.id().orElse(""), "", model);
        return "rule/rule";
    }

    private Optional<Followed> followed(RuleDraft draft) {
        try {
            return draft.followed();
        } catch (ConfigException e) {
            throw workplace.refused(e);
        }
    }

    private String kept(RuleDraft draft, Optional<Followed> followed, Principal person) {
        Words words = workplace.words();
        String id = draft.id().orElse("");
        if (!draft.isNew()) {
            return words.text("desk.rule.not_new", "scheme", id);
        }
        return workplace.ask(faces -> {
            try {
                String ends = followed.map(each -> " --ends " + each.scheme()).orElse("");
                faces.keep(draft, followed, workplace.seat().caller(person.getName(), "rule " + id + ends));
                return words.text("desk.rule.kept", "scheme", id)
                        + followed.map(each ->
                                        words.text("desk.rule.ended", "scheme", each.scheme(), "day", each.last()))
                                .orElse("");
            } catch (FileAlreadyExistsException e) {
                return words.text("desk.rule.not_new", "scheme", id);
            }
        });
    }

    private List<String> proved(Model model, RuleDraft draft) throws IOException {
        try {
            RuleProof proof = draft.prove(workplace.words());
            model.addAttribute("answers", proof.read().stream().map(View::of).toList());
            model.addAttribute(
                    "sound", proof.sound().stream().map(Answer::title).toList());
            return lines(proof.differences());
        } catch (ConfigException e) {
            return lines(e.problems());
        }
    }

    private void show(String version, String other, Model model) {
        List<Office.Version> versions = rules.versions();
        Optional<Office.Version> chosen = versions.stream()
                .filter(each -> each.scheme().equals(version))
                .findFirst()
                .or(() -> versions.stream()
                        .filter(each -> each.rule().equals(workplace.office().rule()))
                        .reduce((earlier, later) -> later));
        model.addAttribute("versions", versions);
        model.addAttribute("version", chosen.map(Office.Version::scheme).orElse(""));
        model.addAttribute("other", other);
        if (chosen.isEmpty()) {
            return;
        }
        String id = chosen.get().scheme();
        model.addAttribute(
                "others",
                versions.stream()
                        .filter(each -> each.rule().equals(chosen.get().rule())
                                && !each.scheme().equals(id))
                        .toList());
        if (!model.containsAttribute("checked")) {
            model.addAttribute("answers", List.of());
            try {
                RuleProof proof = rules.proof(id);
                model.addAttribute(
                        "answers", proof.read().stream().map(View::of).toList());
                model.addAttribute(
                        "sound", proof.sound().stream().map(Answer::title).toList());
                model.addAttribute("problems", lines(proof.differences()));
            } catch (ConfigException e) {
                model.addAttribute("problems", lines(e.problems()));
            }
        }
        if (!other.isEmpty()) {
            model.addAttribute("changes", List.of(View.of(changes(other, id))));
        }
    }

    private Answer changes(String other, String id) {
        return workplace.ask(
                faces -> new RuleVersions(faces.applications(), config(), workplace.words()).changes(other, id));
    }

    private Path config() {
        return workplace.office().config();
    }

    private List<String> lines(List<ConfigProblem> problems) {
        return problems.stream()
                .map(problem -> problem.print(workplace.words()))
                .toList();
    }
}
