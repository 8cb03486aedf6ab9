package bankscore.desk.layout;

import bankscore.finding.Words;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the frame around every page shows. */
@ControllerAdvice
class Frame {

    private final Workplace workplace;

    Frame(Workplace workplace) {
        this.workplace = workplace;
    }

    @ModelAttribute("words")
    Words words() {
        return workplace.words();
    }

    @ModelAttribute("places")
    List<Place> places() {
        return List.of(Place.values());
    }

    /** The address that is asked for, by which the navigation says where one is. */
    @ModelAttribute("here")
    String here(HttpServletRequest request) {
        return request.getServletPath();
    }

    /** Who is known; empty on the pages of who is not. */
    @ModelAttribute("person")
    String person(@Nullable Principal principal) {
        return principal == null ? "" : principal.getName();
    }

    /** Whether who is known signed in; otherwise it is the system's name for whoever sits before the machine. */
    @ModelAttribute("signedIn")
    boolean signedIn(@Nullable Principal principal) {
        return principal != null && Sessions.isSignedIn(principal);
    }
}
