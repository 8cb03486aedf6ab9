package bankscore.desk.guard;

import bankscore.desk.people.SignInPage;
import java.util.Set;

/** What somebody who is not known yet may ask for: the door, and how pages look. */
final class OpenPaths {

    private static final Set<String> ALL =
            Set.of("/desk.css", "/desk.js", "/desk.svg", EnterPage.PATH, SignInPage.PATH);
    private static final String LIBRARIES = "/webjars/";

    private OpenPaths() {}

    static boolean holds(String path) {
        return ALL.contains(path) || path.startsWith(LIBRARIES);
    }
}
