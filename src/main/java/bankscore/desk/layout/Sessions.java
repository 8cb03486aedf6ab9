package bankscore.desk.layout;

import bankscore.office.Role;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.security.Principal;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/** Sessions of who is known, however he became it. */
public final class Sessions {

    private Sessions() {}

    /** Begins a session of somebody who signed in; one that was there before is nobody's any more. */
    public static void begin(HttpServletRequest request, String person, Set<Role> roles) {
        begin(request, person, roles, true);
    }

    /** Begins a session of whoever sits before this machine, known by the name that its system has for him. */
    public static void ofTheMachine(HttpServletRequest request, String user) {
        begin(request, user, Set.of(Role.values()), false);
    }

    /** Whether somebody signed in, and is not only known by the system's name for him. */
    static boolean isSignedIn(Principal principal) {
        return principal instanceof Authentication known && Boolean.TRUE.equals(known.getDetails());
    }

    private static void begin(HttpServletRequest request, String person, Set<Role> roles, boolean signedIn) {
        end(request);
        UsernamePasswordAuthenticationToken known = UsernamePasswordAuthenticationToken.authenticated(
                person,
                null,
                roles.stream()
                        .map(role -> new SimpleGrantedAuthority(role.name()))
                        .toList());
        known.setDetails(signedIn);
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(known);
        request.getSession(true)
                .setAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY, context);
    }

    /** Ends the session at once. */
    public static void end(HttpServletRequest request) {
        @Nullable HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }
}
