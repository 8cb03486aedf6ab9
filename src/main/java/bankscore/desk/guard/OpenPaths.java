package bankscore.desk.guard;

import java.util.Set;

/** What somebody who is not known yet may ask for: the door, and how pages look. */
final class OpenPaths {

    private static final Set<String> ALL = Set.of("/desk.css", "/desk.js", "/desk.svg", EnterPage.PATH);
    private static final String LIBRARIES = "/webjars/";

    private OpenPaths() {}

    static boolean holds(String path) {
        return ALL.contains(path) || path.startsWith(LIBRARIES);
    }
}
