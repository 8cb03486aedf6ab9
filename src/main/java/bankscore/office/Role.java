package bankscore.office;

import java.util.Arrays;
import java.util.Optional;

/** What a person may do in an office ({@code operations.md#two-people}). */
public enum Role {
    /** Brings the files, checks and runs. */
    MAKER("经办"),
    /** Reviews what another one ran. */
    REVIEWER("复核"),
    /** Records the approval. */
    LEADER("负责人"),
    /** Looks at everything and changes nothing. */
    READER("查阅"),
    /** Says who the people are. */
    ADMINISTRATOR("管理员");

    private final String word;

    Role(String word) {
        this.word = word;
    }

    /** The word for it, in files and in what is signed as on the screen. */
    public String word() {
        return word;
    }

    /** The role of a word. */
    public static Optional<Role> of(String word) {
        return Arrays.stream(values()).filter(role -> role.word.equals(word)).findFirst();
    }
}
