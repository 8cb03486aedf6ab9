package bankscore.desk.guard;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A page elsewhere can make a browser ask this machine, even under a name of its own; so the name that is asked for must be
 * the desk's, and what changes anything must come from a page of the desk.
 */
final class SameHost extends OncePerRequestFilter {

    private static final int MISDIRECTED = 421;
    private static final Set<String> READING = Set.of("GET", "HEAD");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        @Nullable String host = request.getHeader("Host");
        if (host == null || !names(request).contains(host)) {
            response.sendError(MISDIRECTED);
            return;
        }
        @Nullable String origin = request.getHeader("Origin");
        String own = request.getScheme() + "://" + host;
        boolean reading = READING.contains(request.getMethod());
        if (origin == null ? !reading : !origin.equals(own)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        chain.doFilter(request, response);
    }

    private static Set<String> names(HttpServletRequest request) {
        return Set.of("127.0.0.1:" + request.getLocalPort(), "localhost:" + request.getLocalPort());
    }
}
