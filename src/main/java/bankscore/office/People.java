package bankscore.office;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Who decides in an office, and by which rules ({@code operations.md#two-people}).
 *
 * @param signers a line a key; none: the person is the system's user
 * @param review whether nothing is approved that nobody reviewed
 * @param sameApproves whether who reviewed may record the approval too
 */
public record People(List<Signer> signers, boolean review, boolean sameApproves) {

    /** Nobody is set up and nothing is asked. */
    public static final People NONE = new People(List.of(), false, false);

    public People {
        signers = List.copyOf(signers);
    }

    /** The person with a key of his. */
    public Optional<Signer> of(String name, String key) {
        return signers.stream()
                .filter(each -> each.name().equals(name) && each.key().equals(key))
                .findFirst();
    }

    /** A person as he may sign on a day; else the last line that tells of him. */
    public Optional<Signer> named(String name, LocalDate day) {
        List<Signer> lines =
                signers.stream().filter(each -> each.name().equals(name)).toList();
        return lines.stream()
                .filter(each -> each.isValid(day))
                .findFirst()
                .or(() -> lines.stream().reduce((earlier, later) -> later));
    }

    /** The names of those who work as a user of the system. */
    public List<String> ofUser(String user) {
        return signers.stream()
                .filter(each -> each.is(user))
                .map(Signer::name)
                .distinct()
                .toList();
    }

    /** Who that is, by the names of whoever works as a user of the system; the user himself where nobody is said to. */
    public String called(String user) {
        List<String> names = ofUser(user);
        return names.isEmpty() ? user : String.join("、", names);
    }

    /** Whether what is decided has to be signed. */
    public boolean sign() {
        return review || !signers.isEmpty();
    }
}
