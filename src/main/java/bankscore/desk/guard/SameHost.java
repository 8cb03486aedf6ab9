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

    private final Door door;

    SameHost(Door door) {
        this.door = door;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        @Nullable String host = request.getHeader("Host");
        if (host == null || !door.isCalled(host, request.getLocalPort())) {
            response.sendError(MISDIRECTED);
            return;
        }
        @Nullable String origin = request.getHeader("Origin");
        String own = (door.scheme().isEmpty() ? request.getScheme() : door.scheme()) + "://" + host;
        boolean reading = READING.contains(request.getMethod());
        if (origin == null ? !reading : !origin.equals(own)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        chain.doFilter(request, response);
    }
}
