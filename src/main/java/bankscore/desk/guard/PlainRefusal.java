package bankscore.desk.guard;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/** A request that no page is asked for, because it is none: one sentence, whatever it was. */
public final class PlainRefusal extends ErrorReportValve {

    private static final int REFUSED = 400;

    @Override
    protected void report(Request request, Response response, @Nullable Throwable thrown) {
        if (response.getStatus() < REFUSED || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try (InputStream page = PlainRefusal.class.getResourceAsStream("/desk/guard/plain.html")) {
            if (page != null) {
                response.setContentType("text/html;charset=UTF-8");
                response.getReporter().write(new String(page.readAllBytes(), StandardCharsets.UTF_8));
                response.finishResponse();
            }
        } catch (IOException e) {
            // Nobody is there to be told.
            return;
        }
    }
}
