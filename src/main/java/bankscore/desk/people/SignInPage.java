package bankscore.desk.people;

import bankscore.desk.layout.Sessions;
import bankscore.desk.layout.Workplace;
import bankscore.office.People;
import bankscore.office.Signer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Signing in: whose password opens his key is that person, and what he runs from then on is his in the history. There is no
 * other password than the one that signs.
 */
@Controller
public class SignInPage {

    /** Where a guard sends who is not known yet, on a desk that is served to others. */
    public static final String PATH = "/sign-in";

    private final Workplace workplace;
    private final Keys keys;

    SignInPage(Workplace workplace, Keys keys) {
        this.workplace = workplace;
        this.keys = keys;
    }

    @GetMapping(PATH)
    String page() {
        return "people/sign-in";
    }

    @PostMapping(PATH)
    String enter(
            @RequestParam("person") String name,
            @RequestParam("password") String password,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model)
            throws IOException {
        String refusal;
        try {
            People people = PeoplePage.people(workplace);
            Signer signer = keys.open(name.strip(), password, people).signer();
            if (signer.isValid(workplace.seat().installation().now().toLocalDate())) {
                Sessions.begin(request, signer.name(), signer.roles());
                return "redirect:/";
            }
            refusal = "desk.people.over";
        } catch (Keys.Shut e) {
            // Nobody learns here who the people are.
            refusal = e.words().equals("desk.people.wait") ? e.words() : "desk.people.wrong";
        }
        response.setStatus(HttpStatus.FORBIDDEN.value());
        model.addAttribute("refusal", workplace.words().text(refusal));
        return "people/sign-in";
    }
}
