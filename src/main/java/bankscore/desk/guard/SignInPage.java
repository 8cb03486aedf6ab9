package bankscore.desk.guard;

import bankscore.desk.layout.Workplace;
import bankscore.desk.people.Keys;
import bankscore.finding.ConfigException;
import bankscore.office.People;
import bankscore.office.Role;
import bankscore.office.Signer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where people sign in, by the password that opens their key; who tries many is made to wait. */
@Controller
class SignInPage {

    static final String PATH = "/login";

    private static final String TEMPLATE = "guard/login";

    private final Door door;
    private final Workplace workplace;
    private final Keys keys;

    SignInPage(Door door, Workplace workplace, Keys keys) {
        this.door = door;
        this.workplace = workplace;
        this.keys = keys;
    }

    @GetMapping(PATH)
    @Nullable String page(HttpServletResponse response) throws IOException {
        if (!door.signIn()) {
            response.sendError(HttpStatus.NOT_FOUND.value());
            return null;
        }
        return TEMPLATE;
    }

    @PostMapping(PATH)
    @Nullable String signIn(
            @RequestParam(name = "name", defaultValue = "") String name,
            @RequestParam(name = "password", defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model)
            throws IOException, ConfigException {
        if (!door.signIn()) {
            response.sendError(HttpStatus.NOT_FOUND.value());
            return null;
        }
        People people = workplace.office().people();
        try {
            keys.open(name.strip(), password, people);
        } catch (Keys.Shut e) {
            // Which of the two is wrong is told to nobody; only that he has to wait.
            boolean waits = e.words().equals("desk.people.wait");
            model.addAttribute("refused", waits ? e.words() : "desk.login.refused");
            response.setStatus(HttpStatus.FORBIDDEN.value());
            return TEMPLATE;
        }
        LocalDate today = workplace.seat().installation().now().toLocalDate();
        Set<Role> roles = people.signers().stream()
                .filter(signer -> signer.name().equals(name.strip()) && signer.isValid(today))
                .map(Signer::roles)
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
        if (roles.isEmpty()) {
            model.addAttribute("refused", "desk.login.refused");
            response.setStatus(HttpStatus.FORBIDDEN.value());
            return TEMPLATE;
        }
        Sessions.begin(request, name.strip(), roles);
        return "redirect:/";
    }

    /** Ends the session at once. */
    @PostMapping("/leave")
    String leave(HttpServletRequest request) {
        @Nullable HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        return "redirect:" + (door.signIn() ? PATH : "/");
    }
}
