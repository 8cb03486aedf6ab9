package bankscore.desk.guard;

import java.util.Set;

/**
 * Where the desk is asked from.
 *
 * @param names by which browsers call it, with the port unless it is the usual one; empty: this machine only
 * @param scheme what browsers call it by; empty: as they ask
 * @param signIn whether people sign in; otherwise only who started it is let in, by the one-time key
 */
public record Door(Set<String> names, String scheme, boolean signIn) {

    public Door {
        names = Set.copyOf(names);
    }

    /** For this machine only. */
    public static Door here() {
        return new Door(Set.of(), "", false);
    }

    /** Whether it is called by a name of its own. */
    boolean isCalled(String host, int port) {
        return names.isEmpty()
                ? host.equals("127.0.0.1:" + port) || host.equals("localhost:" + port)
                : names.contains(host);
    }
}
