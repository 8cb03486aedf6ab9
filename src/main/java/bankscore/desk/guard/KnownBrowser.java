package bankscore.desk.guard;

import bankscore.desk.people.SignInPage;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/** Who has no session is refused before anybody reads what he sends, be it a gigabyte. */
final class KnownBrowser extends OncePerRequestFilter {

    private final Door door;

    KnownBrowser(Door door) {
        this.door = door;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return OpenPaths.holds(request.getServletPath());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        @Nullable HttpSession session = request.getSession(false);
        if (session == null
                || session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY) == null) {
            refuse(request, response);
            return;
        }
        chain.doFilter(request, response);
    }

    /** A piece of a page must not become the door: the whole page goes there. */
    private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (door.signIn() && request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", SignInPage.PATH);
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else if (door.signIn() && request.getMethod().equals("GET")) {
            response.sendRedirect(SignInPage.PATH);
        } else {
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
        }
    }
}
