package bankscore.desk.review;

import bankscore.desk.layout.Obstacle;
import bankscore.desk.layout.Workplace;
import bankscore.desk.people.Keys;
import bankscore.exact.Period;
import bankscore.finding.ConfigException;
import bankscore.finding.Words;
import bankscore.office.Approval;
import bankscore.office.Caller;
import bankscore.office.Decision.Verdict;
import bankscore.office.DocumentNumber;
import bankscore.office.OpenKey;
import bankscore.office.People;
import bankscore.office.Series;
import bankscore.office.Standing;
import bankscore.office.Way;
import bankscore.run.Face;
import bankscore.run.Faces;
import bankscore.run.request.PeriodFolder;
import bankscore.run.revisions.Approvals;
import bankscore.run.revisions.History;
import bankscore.run.revisions.SignedPages;
import bankscore.run.revisions.Standings;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Principal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriUtils;

/** How far each revision has come; who may, reviews, returns or approves it here, and signs it. */
@Controller
class ReviewPage {

    private static final int REFUSED = 409;
    private static final int MISSING = 404;
    private final Workplace workplace;
    private final Keys keys;

    ReviewPage(Workplace workplace, Keys keys) {
        this.workplace = workplace;
        this.keys = keys;
    }

    /** A revision in the list. */
    record Line(String rule, String title, Way way, String runner, String standing) {}

    /** A step that was taken, in words. */
    record Done(String role, String who, String at, String words, String fingerprint) {}

    /** Which revision is asked for. */
    private record Asked(Period period, int revision, String rule) {}

    @GetMapping("/review")
    String list(Model model) {
        List<Line> lines = workplace.ask(faces -> {
            List<Line> all = new ArrayList<>();
            People people = faces.office().people();
            for (Face<?> face : faces.published()) {
                String rule = face.series().rule();
                String title = faces.title(face.series());
                face.ways()
                        .forEach(way -> all.add(new Line(
                                rule,
                                title.isEmpty() ? rule : title,
                                way,
                                people.called(way.runner()),
                                Standings.said(way.standing(), workplace.words()))));
            }
            return all;
        });
        lines.sort(Comparator.comparing((Line line) -> line.way().at()).reversed());
        model.addAttribute("lines", lines);
        return "review/list";
    }

    @GetMapping("/review/{of}/{revision}")
    String one(
            @PathVariable("of") String period,
            @PathVariable("revision") int revision,
            @RequestParam(name = "rule", defaultValue = "") String rule,
            Model model) {
        return show(asked(period, revision, rule), model);
    }

    @PostMapping("/review/{of}/{revision}/review")
    String review(
            @PathVariable("of") String period,
            @PathVariable("revision") int revision,
            @RequestParam(name = "rule", defaultValue = "") String rule,
            @RequestParam("verdict") Verdict verdict,
            @RequestParam(name = "words", defaultValue = "") String words,
            @RequestParam(name = "person", defaultValue = "") String person,
            @RequestParam(name = "password", defaultValue = "") String password,
            Principal principal,
            HttpServletResponse response,
            Model model) {
        Asked asked = asked(period, revision, rule);
        try {
            OpenKey key = open(person, password);
            Approvals.Reviewed reviewed = workplace.ask(faces -> face(faces, asked)
                    .approvals(faces.office().publishing().output())
                    .record(new Approvals.Review(
                            asked.period(),
                            asked.revision(),
                            verdict == Verdict.REVIEWED ? Optional.empty() : Optional.of(words),
                            key,
                            caller(principal, "review", asked, person))));
            if (reviewed.step().orElse(null) instanceof Standing) {
                return again(asked);
            }
            return refused(
                    reviewed.locked()
                            ? "cli.locked"
                            : reviewed.step().map(step -> "refusal." + step).orElse("desk.refusal.404"),
                    asked,
                    response,
                    model);
        } catch (Keys.Shut e) {
            return refused(e.words(), asked, response, model);
        }
    }

    @PostMapping("/review/{of}/{revision}/approve")
    String approve(
            @PathVariable("of") String period,
            @PathVariable("revision") int revision,
            @RequestParam(name = "rule", defaultValue = "") String rule,
            @RequestParam("document") String document,
            @RequestParam("date") String date,
            @RequestParam(name = "replaces", defaultValue = "false") boolean replaces,
            @RequestParam(name = "person", defaultValue = "") String person,
            @RequestParam(name = "password", defaultValue = "") String password,
            Principal principal,
            HttpServletResponse response,
            Model model) {
        Asked asked = asked(period, revision, rule);
        Optional<DocumentNumber> number = DocumentNumber.read(document);
        Optional<LocalDate> day = Approvals.day(date);
        if (number.isEmpty() || day.isEmpty()) {
            String text = number.isEmpty() ? document : date;
            return told(
                    words().text(number.isEmpty() ? "cli.approve.document" : "cli.approve.date", "text", text),
                    asked,
                    response,
                    model);
        }
        try {
            Optional<OpenKey> key = people().sign() ? Optional.of(open(person, password)) : Optional.empty();
            Approval approval = new Approval(asked.period(), asked.revision(), number.get(), day.get());
            Approvals.Recorded recorded = workplace.ask(faces -> face(faces, asked)
                    .approvals(faces.office().publishing().output())
                    .record(new Approvals.Asked(
                            asked.period(),
                            asked.revision(),
                            approval.document(),
                            approval.date(),
                            replaces,
                            key,
                            caller(principal, "approve", asked, person))));
            return switch (recorded.end()) {
                case APPROVED, ALREADY -> again(asked);
                default -> told(recorded.said(approval, words()), asked, response, model);
            };
        } catch (Keys.Shut e) {
            return refused(e.words(), asked, response, model);
        }
    }

    /** The page for ink. */
    @GetMapping("/review/{of}/{revision}/page")
    ResponseEntity<byte[]> page(
            @PathVariable("of") String period,
            @PathVariable("revision") int revision,
            @RequestParam(name = "rule", defaultValue = "") String rule) {
        Asked asked = asked(period, revision, rule);
        return workplace.ask(faces -> {
            Path file = signedPage(faces, asked);
            if (!Files.isRegularFile(file)) {
                throw missing();
            }
            return ResponseEntity.ok()
                    .header(
                            HttpHeaders.CONTENT_DISPOSITION,
                            ContentDisposition.attachment()
                                    .filename(asked.period() + "-" + file.getFileName(), StandardCharsets.UTF_8)
                                    .build()
                                    .toString())
                    .header(
                            HttpHeaders.CONTENT_TYPE,
                            "application/vnd.openxmlformats-officedocument.wordprocessingml.document")
                    .body(Files.readAllBytes(file));
        });
    }

    private Path signedPage(Faces faces, Asked asked) throws IOException, ConfigException {
        return SignedPages.place(
                new PeriodFolder(
                        faces.office().publishing().output(),
                        asked.period(),
                        face(faces, asked).series().rule()),
                asked.revision(),
                words());
    }

    private String refused(String key, Asked asked, HttpServletResponse response, Model model) {
        return told(words().text(key), asked, response, model);
    }

    private String told(String sentence, Asked asked, HttpServletResponse response, Model model) {
        response.setStatus(REFUSED);
        model.addAttribute("refusal", sentence);
        return show(asked, model);
    }

    private String show(Asked asked, Model model) {
        workplace.ask(faces -> {
            Face<?> face = face(faces, asked);
            Way way = face.ways().stream()
                    .filter(each -> each.revision().period().equals(asked.period())
                            && each.revision().number() == asked.revision())
                    .findFirst()
                    .orElseThrow(this::missing);
            People people = faces.office().people();
            LocalDate today = workplace.seat().installation().now().toLocalDate();
            model.addAttribute("way", way);
            String runner = people.called(way.runner());
            model.addAttribute(
                    "runner",
                    runner.equals(way.runner())
                            ? runner
                            : words().text("desk.review.runner.user", "names", runner, "user", way.runner()));
            model.addAttribute("rule", face.series().rule());
            model.addAttribute("title", faces.title(face.series()));
            model.addAttribute("standing", Standings.said(way.standing(), words()));
            model.addAttribute("done", done(way));
            model.addAttribute("reviewers", Standings.able(way, Verdict.REVIEWED, people, today));
            model.addAttribute("returners", Standings.able(way, Verdict.RETURNED, people, today));
            model.addAttribute("unknown", Standings.isRunnerUnknown(way, people, today));
            model.addAttribute("approvers", Standings.able(way, Verdict.APPROVED, people, today));
            model.addAttribute("unsigned", !people.sign());
            model.addAttribute("approved", isApproved(way));
            model.addAttribute(
                    "replaceable",
                    face.ways().stream()
                            .anyMatch(each -> each.revision().period().equals(asked.period()) && isApproved(each)));
            model.addAttribute("page", Files.isRegularFile(signedPage(faces, asked)));
            return way;
        });
        return "review/one";
    }

    private static boolean isApproved(Way way) {
        return way.standing() instanceof Standing.Approved;
    }

    private List<Done> done(Way way) {
        return way.taken().stream()
                .map(taken -> new Done(
                        taken.verdict().role().word(),
                        taken.who(),
                        History.minute(taken.act().at()),
                        words().text("cli.history.outcome." + taken.verdict().outcome())
                                + (taken.act().words().isEmpty()
                                        ? ""
                                        : "：" + taken.act().words()),
                        taken.act()
                                .by()
                                .map(signer -> signer.fingerprint())
                                .orElse(words().text("desk.review.unsigned"))))
                .toList();
    }

    private static String again(Asked asked) {
        return "redirect:/review/" + asked.period() + "/" + asked.revision()
                + (asked.rule().isEmpty() ? "" : "?rule=" + UriUtils.encode(asked.rule(), StandardCharsets.UTF_8));
    }

    private OpenKey open(String person, String password) throws Keys.Shut {
        try {
            return keys.open(person, password, people());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private People people() {
        return workplace.<People>ask(faces -> faces.office().people());
    }

    private Caller caller(Principal principal, String command, Asked asked, String person) {
        return workplace
                .seat()
                .caller(
                        principal.getName(),
                        command + " " + asked.period() + " r" + asked.revision()
                                + (person.isEmpty() ? "" : " --person " + person)
                                + (asked.rule().isEmpty() ? "" : " --rule " + asked.rule()));
    }

    private Face<?> face(Faces faces, Asked asked) throws ConfigException {
        // The rule that is usual here is asked for by its name, or by none.
        String series = asked.rule().equals(faces.office().rule()) ? "" : asked.rule();
        for (Face<?> face : faces.published()) {
            if (face.series().equals(new Series(faces.office().jurisdiction(), series))) {
                return face;
            }
        }
        throw missing();
    }

    private Asked asked(String period, int revision, String rule) {
        return new Asked(Period.parse(period).orElseThrow(this::missing), revision, rule);
    }

    private Obstacle missing() {
        return new Obstacle(MISSING, List.of(words().text("desk.refusal.404")));
    }

    private Words words() {
        return workplace.words();
    }
}
