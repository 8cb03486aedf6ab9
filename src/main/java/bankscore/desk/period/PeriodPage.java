package bankscore.desk.period;

import bankscore.desk.layout.Obstacle;
import bankscore.desk.layout.Rules;
import bankscore.desk.layout.Topic;
import bankscore.desk.layout.UploadLimits;
import bankscore.desk.layout.Workplace;
import bankscore.exact.Period;
import bankscore.finding.PrintedFinding;
import bankscore.run.inbox.Inbox;
import bankscore.run.inbox.Inbox.Sent;
import bankscore.run.inbox.Piece;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** A period of a rule: files, findings, reasons. */
@Controller
@RequestMapping("/period")
class PeriodPage {

    private static final int NOTHING = 400;
    private static final int MISSING = 404;
    private static final int TOO_LARGE = 413;

    /** So many files are named in the history. */
    private static final int NAMED = 10;

    private final Workplace workplace;
    private final Rules rules;
    private final Works works;
    private final Standings standings;
    private final UploadLimits limits;

    PeriodPage(Workplace workplace, Rules rules, Works works, Standings standings, UploadLimits limits) {
        this.workplace = workplace;
        this.rules = rules;
        this.works = works;
        this.standings = standings;
        this.limits = limits;
    }

    /**
     * What is shown of the findings.
     *
     * @param level only of this level; empty: of all
     * @param sender only of this office; empty: of all
     * @param file only of this file; empty: of all
     * @param words that a finding must hold; empty: whatever it holds
     */
    record Filter(String level, String sender, String file, String words) {

        boolean takes(Standing standing, PrintedFinding finding) {
            String all = finding.message() + finding.place() + finding.subject() + finding.code();
            return (level.isEmpty() || finding.level().name().equals(level))
                    && (sender.isEmpty() || standing.concerns(sender, finding))
                    && (file.isEmpty() || finding.place().file().equals(file))
                    && all.contains(words.strip());
        }
    }

    /** A finding and its number on the page, by which it is asked for. */
    record Numbered(int number, PrintedFinding finding) {}

    /** The periods, to choose from. */
    @GetMapping
    String list(Model model) throws IOException {
        model.addAttribute("quarters", workplace.quarters());
        model.addAttribute("periods", Inbox.periods(workplace.folders().input()));
        return "period/list";
    }

    /** A new period has no folder yet: it is made by the first file. */
    @GetMapping("/new")
    String begin(@RequestParam(defaultValue = "") String period) {
        return "redirect:/period/" + Period.parse(period.strip()).orElseThrow(() -> missing("desk.period.no_period"));
    }

    @ModelAttribute("filter")
    Filter filter(
            @RequestParam(defaultValue = "") String level,
            @RequestParam(defaultValue = "") String sender,
            @RequestParam(defaultValue = "") String file,
            @RequestParam(defaultValue = "") String words) {
        return new Filter(level, sender, file, words);
    }

    @GetMapping("/{period}")
    String page(
            @PathVariable("period") String period,
            @RequestParam(defaultValue = "") String rule,
            @RequestParam(name = "put", defaultValue = "0") int put,
            @RequestParam(name = "replaced", defaultValue = "0") int replaced,
            @ModelAttribute("filter") Filter filter,
            Model model)
            throws IOException {
        Topic topic = rules.topic(period, rule);
        model.addAttribute("put", put);
        model.addAttribute("replaced", replaced);
        Standing standing = standings.of(topic);
        model.addAttribute("standing", standing);
        model.addAttribute(
                "alike", Inbox.alike(standing.files(), workplace.words().text("inbox.mended")));
        model.addAttribute(
                "shown",
                IntStream.range(0, standing.findings().size())
                        .mapToObj(number ->
                                new Numbered(number, standing.findings().get(number)))
                        .filter(each -> filter.takes(standing, each.finding()))
                        .toList());
        works.latest(topic).ifPresent(work -> {
            model.addAttribute("work", work.state());
            model.addAttribute("publishing", work.publishing());
            model.addAttribute(
                    "ended",
                    work.outcome()
                            .map(end -> List.of(end.<String>read(new Told(workplace.words()))))
                            .orElse(work.obstacle()));
            model.addAttribute(
                    "revision", work.outcome().map(end -> end.revision()).orElse(0));
            if (!work.state().ended()) {
                // For who has no script: the page is asked for again.
                model.addAttribute("again", true);
            }
        });
        return "period/period";
    }

    /** Files, and what folders hold: a browser calls each of the latter by its way in the folder. */
    @PostMapping("/{period}/files")
    String put(
            @PathVariable("period") String period,
            @RequestParam(defaultValue = "") String rule,
            @RequestParam MultiValueMap<String, MultipartFile> all,
            Principal principal) {
        Topic topic = rules.topic(period, rule);
        List<Sent> sent = Stream.concat(
                        all.getOrDefault("files", List.of()).stream().flatMap(file -> sent(file, false)),
                        all.getOrDefault("folder", List.of()).stream().flatMap(file -> sent(file, true)))
                .toList();
        if (sent.isEmpty()) {
            throw new Obstacle(NOTHING, List.of(workplace.words().text("desk.period.nothing_put")));
        }
        Inbox.Done done = changed(topic, principal, "put", inbox -> Optional.of(inbox.put(sent, limits.period())))
                .orElseThrow();
        return back(topic) + "&put=" + done.names().size() + "&replaced=" + done.replaced();
    }

    /** A file in the place of another one, whatever it is called. */
    @PostMapping("/{period}/replace")
    String replace(
            @PathVariable("period") String period,
            @RequestParam(defaultValue = "") String rule,
            @RequestParam("name") String name,
            @RequestParam("instead") MultipartFile file,
            Principal principal) {
        Topic topic = rules.topic(period, rule);
        Sent sent = sent(file, false)
                .findFirst()
                .orElseThrow(
                        () -> new Obstacle(NOTHING, List.of(workplace.words().text("desk.period.nothing_put"))));
        if (changed(topic, principal, "replaced", inbox -> inbox.replace(name, sent, limits.period()))
                .isEmpty()) {
            throw missing("desk.period.no_file");
        }
        return back(topic) + "&put=1&replaced=1";
    }

    /** What is done to the files of a period; empty: there was nothing to do it to. */
    @FunctionalInterface
    private interface Change {
        Optional<Inbox.Done> of(Inbox inbox) throws IOException, Inbox.Full;
    }

    /** Changes files, and notes who did; while the database of the history cannot be opened, nothing is done. */
    private Optional<Inbox.Done> changed(Topic topic, Principal principal, String outcome, Change change) {
        return workplace.ask(faces -> {
            try {
                Optional<Inbox.Done> done = change.of(standings.inbox(topic));
                done.ifPresent(each -> faces.note(
                        workplace
                                .seat()
                                .caller(principal.getName(), "files " + topic.period() + " " + names(each.names())),
                        "files",
                        Optional.of(topic.period()),
                        outcome));
                return done;
            } catch (Inbox.Full e) {
                throw new Obstacle(TOO_LARGE, List.of(workplace.words().text("desk.refusal.413")));
            }
        });
    }

    /** Of many files the first few are named. */
    private String names(List<String> all) {
        String named = all.stream()
                .limit(NAMED)
                .collect(Collectors.joining(workplace.words().text("letter.join")));
        return all.size() > NAMED
                ? workplace.words().text("desk.history.files", "names", named, "files", all.size())
                : named;
    }

    /** A field in which nothing was chosen is sent without a name. */
    private static Stream<Sent> sent(MultipartFile file, boolean inFolder) {
        String said = file.getOriginalFilename();
        return said == null || said.isEmpty()
                ? Stream.empty()
                : Stream.of(new Sent(said, inFolder, file::getInputStream));
    }

    @PostMapping("/{period}/withdraw")
    String withdraw(
            @PathVariable("period") String period,
            @RequestParam(defaultValue = "") String rule,
            @RequestParam("name") String name,
            Principal principal) {
        Topic topic = rules.topic(period, rule);
        Change change =
                inbox -> inbox.withdraw(name) ? Optional.of(new Inbox.Done(List.of(name), 0)) : Optional.empty();
        if (changed(topic, principal, "withdrawn", change).isEmpty()) {
            throw missing("desk.period.no_file");
        }
        return back(topic);
    }

    @PostMapping("/{period}/check")
    String check(
            @PathVariable("period") String period, @RequestParam(defaultValue = "") String rule, Principal principal)
            throws IOException {
        Topic topic = rules.topic(period, rule);
        works.begin(topic, false, principal.getName());
        return back(topic);
    }

    @PostMapping("/{period}/run")
    String run(@PathVariable("period") String period, @RequestParam(defaultValue = "") String rule, Principal principal)
            throws IOException {
        Topic topic = rules.topic(period, rule);
        works.begin(topic, true, principal.getName());
        return back(topic);
    }

    @PostMapping("/{period}/stop")
    String stop(@PathVariable("period") String period, @RequestParam(defaultValue = "") String rule) {
        Topic topic = rules.topic(period, rule);
        works.latest(topic).ifPresent(Work::stop);
        return back(topic);
    }

    /** A finding with the piece of the sheet around its cell. */
    @GetMapping("/{period}/finding/{number}")
    String finding(
            @PathVariable("period") String period,
            @PathVariable("number") int number,
            @RequestParam(defaultValue = "") String rule,
            Model model)
            throws IOException {
        Topic topic = rules.topic(period, rule);
        PrintedFinding finding = numbered(topic, number);
        model.addAttribute("topic", topic);
        model.addAttribute("number", number);
        model.addAttribute("finding", finding);
        Optional<Path> file = standings.inbox(topic).file(finding.place().file());
        Optional<Piece> piece = file.isPresent() ? Piece.of(file.get(), finding.place()) : Optional.empty();
        piece.ifPresent(each -> model.addAttribute("piece", each));
        return "period/finding";
    }

    @PostMapping("/{period}/finding/{number}/reason")
    String reason(
            @PathVariable("period") String period,
            @PathVariable("number") int number,
            @RequestParam(defaultValue = "") String rule,
            @RequestParam("code") String code,
            @RequestParam("reason") String reason,
            Principal principal)
            throws IOException {
        Topic topic = rules.topic(period, rule);
        PrintedFinding finding = numbered(topic, number);
        if (!finding.code().name().equals(code)) {
            // Somebody checked again meanwhile, and the numbers are others.
            throw missing("desk.period.no_finding");
        }
        works.reason(topic, finding, reason, principal.getName());
        return back(topic) + "#findings";
    }

    private PrintedFinding numbered(Topic topic, int number) throws IOException {
        List<PrintedFinding> all = standings.told(topic);
        if (number < 0 || number >= all.size()) {
            throw missing("desk.period.no_finding");
        }
        return all.get(number);
    }

    private Obstacle missing(String key) {
        return new Obstacle(MISSING, List.of(workplace.words().text(key)));
    }

    /** The names of rules are those of the rule files, and nothing that an address would obey. */
    private static String back(Topic topic) {
        return "redirect:/period/" + topic.period() + "?rule="
                + URLEncoder.encode(topic.rule(), StandardCharsets.UTF_8);
    }
}
