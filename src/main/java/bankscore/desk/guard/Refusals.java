package bankscore.desk.guard;

import bankscore.desk.layout.Faults;
import bankscore.desk.layout.Workplace;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.apache.tomcat.util.http.fileupload.MultipartStream.MalformedStreamException;
import org.apache.tomcat.util.http.fileupload.impl.IOFileUploadException;
import org.apache.tomcat.util.http.fileupload.impl.SizeException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/** What a refusal looks like: one sentence and what to do; no path, no version, no trace, whatever was asked for. */
@Controller
class Refusals implements ErrorController {

    private static final int BAD_REQUEST = 400;
    private static final int TOO_LARGE = 413;
    private static final int UNKNOWN = 500;

    private final Workplace workplace;
    private final Faults faults;

    Refusals(Workplace workplace, Faults faults) {
        this.workplace = workplace;
        this.faults = faults;
    }

    @RequestMapping("/error")
    String page(HttpServletRequest request, HttpServletResponse response, Model model) {
        int status =
                request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer known ? known : UNKNOWN;
        @Nullable
        Throwable thrown =
                request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable known ? known : null;
        int upload = upload(thrown);
        if (upload != 0) {
            status = upload;
            response.setStatus(status);
        }
        boolean stranger = status == HttpServletResponse.SC_UNAUTHORIZED;
        model.addAttribute(
                "title", workplace.words().text(stranger ? "desk.refusal.401.title" : "desk.obstacle.title"));
        model.addAttribute("signIn", stranger && workplace.hasPeople());
        model.addAttribute("sentence", sentence(status, thrown));
        return "guard/refusal";
    }

    private String sentence(int status, @Nullable Throwable thrown) {
        return workplace
                .words()
                .find("desk.refusal." + status)
                .filter(said -> status < UNKNOWN)
                .orElseGet(() -> faults.said(thrown == null ? new IllegalStateException("answer " + status) : thrown));
    }

    /** What is answered to a form with files that is too large, or none; 0 if it is something else that went wrong. */
    private static int upload(@Nullable Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SizeException) {
                return TOO_LARGE;
            }
            // Of the others that one is of our disk, unless what was sent broke off.
            if (cause instanceof MalformedStreamException
                    || (cause instanceof FileUploadException && !(cause instanceof IOFileUploadException))) {
                return BAD_REQUEST;
            }
        }
        return 0;
    }
}
