package bankscore.desk.guard;

import bankscore.desk.layout.Sessions;
import bankscore.desk.layout.Workplace;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The door: the one-time key becomes a session. */
@Controller
class EnterPage {

    static final String PATH = "/enter";

    private final OneTimeKey key;
    private final Workplace workplace;

    EnterPage(OneTimeKey key, Workplace workplace) {
        this.key = key;
        this.workplace = workplace;
    }

    /** A page that goes on by itself: after a redirect a browser would not send the cookie it has just been given. */
    @GetMapping(PATH)
    @Nullable
    String enter(
            @RequestParam(name = "key", defaultValue = "") String said,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        if (!key.spend(said)) {
            response.sendError(HttpStatus.UNAUTHORIZED.value());
            return null;
        }
        Sessions.ofTheMachine(request, workplace.seat().caller("").user());
        return "guard/enter";
    }

    /** Out again, at once. */
    @PostMapping("/leave")
    String leave(HttpServletRequest request) {
        Sessions.end(request);
        return "redirect:/";
    }
}
