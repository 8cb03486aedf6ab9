package bankscore.facts;

import bankscore.sheet.PlainText;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The subjects of the register in its order, found by code, full name, short name or alias.
 *
 * <p>Names match exactly after {@link #key normalisation}, never by similarity: names of real banks differ by one
 * character.
 */
public final class Register {

    private final Map<String, Subject> byCode = new LinkedHashMap<>();
    private final Map<String, Subject> byName = new HashMap<>();
    private final Map<String, Integer> order = new HashMap<>();

    /** The earlier subject keeps a name that two subjects claim; the check of the register reports it. */
    public Register(List<Subject> subjects) {
        for (Subject subject : subjects) {
            byCode.putIfAbsent(subject.code(), subject);
            order.putIfAbsent(subject.code(), order.size());
        }
        for (Subject subject : subjects) {
            byName.putIfAbsent(key(subject.code()), subject);
            byName.putIfAbsent(key(subject.name()), subject);
        }
        for (Subject subject : subjects) {
            if (!subject.shortName().isEmpty()) {
                byName.putIfAbsent(key(subject.shortName()), subject);
            }
            for (String alias : subject.aliases()) {
                byName.putIfAbsent(key(alias), subject);
            }
        }
    }

    /**
     * A register in which a full name may be that of several subjects: it then names none of them, and each goes by its
     * code.
     */
    public static Register ofParties(List<Subject> subjects) {
        Register register = new Register(subjects);
        Map<String, String> owners = new HashMap<>();
        Set<String> several = new HashSet<>();
        for (Subject subject : subjects) {
            String name = key(subject.name());
            String owner = owners.putIfAbsent(name, subject.code());
            if (owner != null && !owner.equals(subject.code())) {
                several.add(name);
            }
        }
        for (String name : several) {
            Subject coded = register.byCode.get(name);
            if (coded == null) {
                register.byName.remove(name);
            } else {
                register.byName.put(name, coded);
            }
        }
        return register;
    }

    /** A name as it is compared: NFKC, without white space and without characters that nobody sees. */
    public static String key(String name) {
        return PlainText.closed(name);
    }

    public List<Subject> subjects() {
        return List.copyOf(byCode.values());
    }

    public Optional<Subject> subject(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** How lists and charts call the subject of a code; the code itself where the register does not know it. */
    public String label(String code) {
        return subject(code).map(Subject::label).orElse(code);
    }

    /** The subject that goes by a name. */
    public Optional<Subject> named(String name) {
        Subject written = byName.get(name);
        return Optional.ofNullable(written == null ? byName.get(key(name)) : written);
    }

    /** The subject's row in the register, from 0: the last resort of every tie. */
    public int order(String code) {
        Integer row = order.get(code);
        if (row == null) {
            throw new IllegalArgumentException("not in the register: " + code);
        }
        return row;
    }
}
