package bankscore.desk.people;

import bankscore.desk.layout.Obstacle;
import bankscore.desk.layout.Workplace;
import bankscore.finding.ConfigException;
import bankscore.office.People;
import bankscore.office.Role;
import bankscore.office.Signer;
import bankscore.run.Office;
import bankscore.run.revisions.Approvals;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Who signs: added with a new key, given a last day, and a password changed. An administrator says so by his password; the
 * first line of all is the first administrator's.
 */
@Controller
class PeoplePage {

    private static final int REFUSED = 409;

    private final Workplace workplace;
    private final Keys keys;

    PeoplePage(Workplace workplace, Keys keys) {
        this.workplace = workplace;
        this.keys = keys;
    }

    /** A line, in words. */
    record Line(Signer signer, String roles, String user, String to, boolean valid) {}

    @GetMapping("/people")
    String page(Model model) {
        People people = people(workplace);
        LocalDate today = today();
        model.addAttribute(
                "lines",
                people.signers().stream()
                        .map(signer -> new Line(
                                signer,
                                signer.roles().stream().sorted().map(Role::word).collect(Collectors.joining("、")),
                                signer.user().orElse(""),
                                signer.to().map(LocalDate::toString).orElse(""),
                                signer.isValid(today)))
                        .toList());
        model.addAttribute("roles", Arrays.stream(Role.values()).map(Role::word).toList());
        model.addAttribute("administrators", administrators(people));
        model.addAttribute("today", today);
        return "people/people";
    }

    @PostMapping("/people/add")
    String add(
            @RequestParam("person") String name,
            @RequestParam(name = "role", defaultValue = "") List<String> words,
            @RequestParam(name = "user", defaultValue = "") String user,
            @RequestParam("from") String from,
            @RequestParam(name = "to", defaultValue = "") String to,
            @RequestParam("password") String password,
            @RequestParam("again") String again,
            @RequestParam(name = "administrator", defaultValue = "") String administrator,
            @RequestParam(name = "permission", defaultValue = "") String permission,
            Principal principal,
            HttpServletResponse response,
            Model model) {
        Set<Role> roles = words.stream().flatMap(word -> Role.of(word).stream()).collect(Collectors.toSet());
        Optional<LocalDate> first = Approvals.day(from);
        Optional<LocalDate> last = Approvals.day(to);
        String typed = user.strip();
        Act act = new Act(principal, "added", by(name, administrator));
        return changed(act, response, model, office -> {
            People people = people(workplace);
            boolean span = first.isPresent()
                    && (to.isBlank() || last.isPresent())
                    && !last.orElse(LocalDate.MAX).isBefore(first.get());
            if (!Signer.isName(name) || roles.isEmpty() || !span || !typed.matches("\\P{Cntrl}{0,60}")) {
                throw new Keys.Shut("desk.people.incomplete");
            }
            if (people.signers().isEmpty() && !roles.contains(Role.ADMINISTRATOR)) {
                throw new Keys.Shut("desk.people.first");
            }
            if (!password.equals(again)) {
                throw new Keys.Shut("cli.password.differs");
            }
            permit(people, administrator, permission);
            Signer signer = new Signer(
                    name,
                    keys.make(name, password),
                    roles,
                    Optional.of(typed).filter(text -> !text.isEmpty()),
                    first.get(),
                    last);
            List<Signer> signers = new ArrayList<>(people.signers());
            signers.add(signer);
            office.sign(signers);
        });
    }

    /** A last day; the line itself stays, for what its key signed. */
    @PostMapping("/people/end")
    String end(
            @RequestParam("key") String key,
            @RequestParam("to") String to,
            @RequestParam(name = "administrator", defaultValue = "") String administrator,
            @RequestParam(name = "permission", defaultValue = "") String permission,
            Principal principal,
            HttpServletResponse response,
            Model model) {
        Optional<LocalDate> last = Approvals.day(to);
        Act act = new Act(principal, "ended", by(named(key) + " " + to, administrator));
        return changed(act, response, model, office -> {
            People people = people(workplace);
            Optional<Signer> ending = people.signers().stream()
                    .filter(each -> each.key().equals(key))
                    .findFirst();
            if (ending.isEmpty()
                    || last.isEmpty()
                    || last.get().isBefore(ending.get().from())) {
                throw new Keys.Shut("desk.people.incomplete");
            }
            permit(people, administrator, permission);
            office.sign(people.signers().stream()
                    .map(each -> each.equals(ending.get())
                            ? new Signer(each.name(), each.key(), each.roles(), each.user(), each.from(), last)
                            : each)
                    .toList());
        });
    }

    @PostMapping("/people/password")
    String password(
            @RequestParam("person") String person,
            @RequestParam("old") String old,
            @RequestParam("password") String password,
            @RequestParam("again") String again,
            Principal principal,
            HttpServletResponse response,
            Model model) {
        return changed(new Act(principal, "password", person), response, model, office -> {
            if (!password.equals(again)) {
                throw new Keys.Shut("cli.password.differs");
            }
            keys.change(person, old, password, people(workplace));
        });
    }

    /** What a form changes. */
    @FunctionalInterface
    private interface Change {
        void of(Office office) throws IOException, Keys.Shut;
    }

    /**
     * What the history says of a change.
     *
     * @param outcome the words' key below {@code cli.history.outcome.}
     * @param whom and by whose permission
     */
    private record Act(Principal principal, String outcome, String whom) {}

    /** The first needs nobody's permission. */
    private String by(String person, String administrator) {
        return people(workplace).signers().isEmpty()
                ? person
                : workplace.words().text("desk.people.by", "person", person, "administrator", administrator);
    }

    private String named(String key) {
        return people(workplace).signers().stream()
                .filter(each -> each.key().equals(key))
                .map(Signer::name)
                .findFirst()
                .orElse("");
    }

    /**
     * One change after the other: each goes by the lines that are there. It is noted; while the database of the history
     * cannot be opened, nothing is changed.
     */
    private synchronized String changed(Act act, HttpServletResponse response, Model model, Change change) {
        Optional<String> refusal = workplace.ask(faces -> {
            try {
                change.of(faces.office());
            } catch (Keys.Shut e) {
                return Optional.of(e.words());
            } catch (IOException e) {
                return Optional.of("desk.people.unwritable");
            }
            faces.note(
                    workplace.seat().caller(act.principal().getName(), "people " + act.whom()),
                    "people",
                    Optional.empty(),
                    act.outcome());
            return Optional.empty();
        });
        if (refusal.isEmpty()) {
            return "redirect:/people";
        }
        model.addAttribute("refusal", workplace.words().text(refusal.get()));
        response.setStatus(REFUSED);
        return page(model);
    }

    /** Where somebody is set up, an administrator's key opens, who is one today. */
    private void permit(People people, String administrator, String permission) throws IOException, Keys.Shut {
        if (!people.signers().isEmpty()) {
            Signer signer = keys.open(administrator, permission, people).signer();
            if (!signer.roles().contains(Role.ADMINISTRATOR) || !signer.isValid(today())) {
                throw new Keys.Shut("desk.people.permission");
            }
        }
    }

    private List<String> administrators(People people) {
        return people.signers().stream()
                .filter(each -> each.roles().contains(Role.ADMINISTRATOR) && each.isValid(today()))
                .map(Signer::name)
                .distinct()
                .toList();
    }

    /** Who the people are now. */
    static People people(Workplace workplace) {
        try {
            return workplace.office().people();
        } catch (ConfigException e) {
            throw new Obstacle(
                    REFUSED,
                    e.problems().stream()
                            .map(problem -> problem.print(workplace.words()))
                            .toList());
        }
    }

    private LocalDate today() {
        return workplace.seat().installation().now().toLocalDate();
    }
}
