package bankscore.desk.people;

import bankscore.desk.layout.Workplace;
import bankscore.office.OpenKey;
import bankscore.office.People;
import bankscore.office.Signer;
import bankscore.run.keys.KeyFolder;
import bankscore.run.keys.KeyRefused;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * The keys as the desk opens them: whoever tries passwords is made to wait, longer each time. A person is counted, and not
 * who asks: behind a proxy all ask from one address.
 */
@Component
public class Keys {

    private static final int FREE = 5;

    /** So many names at most, of whomever they are. */
    private static final int COUNTED = 10_000;

    private static final int LONGEST = 6;

    private final KeyFolder folder;
    private final Clock clock;
    private final Map<String, Failures> failures = new LinkedHashMap<>() {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > COUNTED;
        }
    };

    private record Failures(int count, Instant until) {}

    /** A key that is not opened, and the words' key of why. */
    public static final class Shut extends Exception {

        private static final long serialVersionUID = 1L;

        private final String words;

        Shut(String words) {
            super(words);
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    Keys(Workplace workplace) {
        this.folder = KeyFolder.beside(workplace.folders().config());
        this.clock = workplace.seat().installation().clock();
    }

    /** Opens the key of one of the people. */
    public OpenKey open(String person, String password, People people) throws IOException, Shut {
        if (!Signer.isName(person)) {
            throw new Shut("desk.people.nobody");
        }
        // Who is none of the people is counted, too: to wait or not must not tell who is one.
        attempt(person);
        if (people.signers().stream().noneMatch(each -> each.name().equals(person))) {
            throw new Shut("desk.people.nobody");
        }
        try {
            OpenKey key = folder.open(person, password, people);
            succeeded(person);
            return key;
        } catch (KeyRefused e) {
            throw new Shut("key." + e.reason().name());
        }
    }

    /** Makes a person's key and gives its public half. */
    String make(String person, String password) throws IOException, Shut {
        try {
            return folder.make(person, password);
        } catch (KeyRefused e) {
            throw new Shut("key." + e.reason().name());
        }
    }

    /** Seals a person's key by another password. */
    void change(String person, String password, String other, People people) throws IOException, Shut {
        open(person, password, people);
        try {
            folder.change(person, password, other);
        } catch (KeyRefused e) {
            throw new Shut("key." + e.reason().name());
        }
    }

    /** Counted before the password is tried: who tries many at once is counted many times. */
    private synchronized void attempt(String person) throws Shut {
        Failures so = failures.getOrDefault(person, new Failures(0, Instant.MIN));
        Instant now = clock.instant();
        if (now.isBefore(so.until())) {
            throw new Shut("desk.people.wait");
        }
        int count = so.count() + 1;
        int doubled = Math.min(count - FREE, LONGEST);
        failures.put(
                person, new Failures(count, doubled < 0 ? Instant.MIN : now.plus(Duration.ofSeconds(30L << doubled))));
    }

    private synchronized void succeeded(String person) {
        failures.remove(person);
    }
}
