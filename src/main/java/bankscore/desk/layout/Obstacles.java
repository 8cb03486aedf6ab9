package bankscore.desk.layout;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** Shows what stands in the way. */
@ControllerAdvice
class Obstacles {

    private final Frame frame;

    Obstacles(Frame frame) {
        this.frame = frame;
    }

    @ExceptionHandler
    ModelAndView show(
            Obstacle obstacle, HttpServletResponse response, jakarta.servlet.http.HttpServletRequest request) {
        ModelAndView page = new ModelAndView("layout/obstacle");
        page.addObject("lines", obstacle.lines());
        // A page of a fault is made without the attributes of the frame.
        page.addObject("words", frame.words());
        page.addObject("places", frame.places());
        page.addObject("here", frame.here(request));
        page.addObject("person", frame.person(request.getUserPrincipal()));
        page.addObject("signedIn", frame.signedIn(request.getUserPrincipal()));
        response.setStatus(obstacle.status());
        return page;
    }
}
