package bankscore.watch.scheme;

import bankscore.facts.Subject;
import bankscore.facts.register.PartyRegister;
import bankscore.watch.Names;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** What a register tells of a subject in words: its code, its names and its kind among them. */
public final class Told {

    private Told() {}

    /** By the id of the column; what is not told is not there. */
    public static Map<String, String> texts(PartyRegister register, Subject subject, LocalDate day) {
        Map<String, String> texts = new HashMap<>(Map.of(
                Names.CODE, subject.code(),
                Names.NAME, subject.name(),
                Names.SHORT_NAME, subject.shortName(),
                Names.KIND, subject.kind()));
        register.row(subject.code(), day).ifPresent(row -> texts.putAll(row.texts()));
        return texts;
    }
}
