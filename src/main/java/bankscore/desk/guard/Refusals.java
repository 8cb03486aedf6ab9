package bankscore.desk.guard;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/** What a refusal looks like: one sentence and what to do; no path, no version, no trace, whatever was asked for. */
@Controller
class Refusals implements ErrorController {

    private static final int UNKNOWN = 500;

    @RequestMapping("/error")
    String page(HttpServletRequest request, Model model) {
        @Nullable Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        model.addAttribute("status", status == null ? UNKNOWN : status);
        return "guard/refusal";
    }
}
