package bankscore.facts.register;

import bankscore.facts.Subject;
import bankscore.facts.Told;
import bankscore.sheet.PlainText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The subjects of the register in its order, found by code, full name, short name or alias.
 *
 * <p>Names match exactly after {@link #key normalisation}, never by similarity: names of real banks differ by one
 * character.
 */
public final class Register {

    /** The places of a subject's names before its aliases. */
    private static final int CODE = 0;

    private static final int NAME = 1;
    private static final int SHORT_NAME = 2;
    private static final int ALIASES = 3;

    private final List<Subject> given;
    private final List<Subject> subjects;
    private final Set<String> several;
    /** The place of each subject by its code. */
    private final HashIndex codes = new HashIndex();
    /** Who goes by a name: the place among those given, and which of the names it is. */
    private final HashIndex names = new HashIndex();

    /** The earlier subject keeps a name that two subjects claim; the check of the register reports it. */
    public Register(List<Subject> subjects) {
        this(List.copyOf(subjects), Set.of());
    }

    private Register(List<Subject> given, Set<String> several) {
        this.given = given;
        this.subjects = distinct();
        this.several = several;
        for (int i = 0; i < given.size(); i++) {
            claim(i, given.get(i), CODE);
            claim(i, given.get(i), NAME);
        }
        for (int i = 0; i < given.size(); i++) {
            Subject subject = given.get(i);
            if (!subject.shortName().isEmpty()) {
                claim(i, subject, SHORT_NAME);
            }
            for (int alias = 0; alias < subject.aliases().size(); alias++) {
                claim(i, subject, ALIASES + alias);
            }
        }
    }

    /** The same with what columns of words say of its subjects, by code. */
    public Register telling(Map<String, Map<String, Told>> words) {
        return words.isEmpty()
                ? this
                : new Register(given.stream()
                        .map(subject -> subject.telling(words.getOrDefault(subject.code(), Map.of())))
                        .toList());
    }

    /**
     * A register in which a full name may be that of several subjects: it then names none of them, and each goes by its
     * code.
     */
    public static Register ofParties(List<Subject> subjects) {
        return ofPacked(List.copyOf(subjects));
    }

    /** The same of a list that never changes and is not copied. */
    static Register ofPacked(List<Subject> subjects) {
        HashIndex owners = new HashIndex();
        Set<String> several = new HashSet<>();
        for (int i = 0; i < subjects.size(); i++) {
            String name = key(subjects.get(i).name());
            long owner = owners.find(
                    name, other -> key(subjects.get((int) other).name()).equals(name));
            if (owner == HashIndex.NONE) {
                owners.add(name, i);
            } else if (!subjects.get((int) owner).code().equals(subjects.get(i).code())) {
                several.add(name);
            }
        }
        return new Register(subjects, several);
    }

    /** The first of each code, in their order. */
    private List<Subject> distinct() {
        List<Subject> first = new ArrayList<>();
        for (Subject subject : given) {
            if (codes.find(
                            subject.code(),
                            place -> first.get((int) place).code().equals(subject.code()))
                    == HashIndex.NONE) {
                codes.add(subject.code(), first.size());
                first.add(subject);
            }
        }
        return first.size() == given.size() ? given : List.copyOf(first);
    }

    private void claim(int place, Subject subject, int which) {
        String name = key(name(subject, which));
        if (holder(name) == HashIndex.NONE) {
            names.add(name, (long) place << Integer.SIZE | which);
        }
    }

    private long holder(String key) {
        return names.find(
                key,
                holder -> key(name(given.get((int) (holder >>> Integer.SIZE)), (int) holder))
                        .equals(key));
    }

    private static String name(Subject subject, int which) {
        return switch (which) {
            case CODE -> subject.code();
            case NAME -> subject.name();
            case SHORT_NAME -> subject.shortName();
            default -> subject.aliases().get(which - ALIASES);
        };
    }

    /** A name as it is compared: NFKC, without white space and without characters that nobody sees. */
    public static String key(String name) {
        return PlainText.closed(name);
    }

    public List<Subject> subjects() {
        return subjects;
    }

    public Optional<Subject> subject(String code) {
        Meant meant = new Meant();
        return codes.find(
                                code,
                                place -> meant.is(subjects.get((int) place))
                                        .code()
                                        .equals(code))
                        == HashIndex.NONE
                ? Optional.empty()
                : meant.subject();
    }

    /** Who was looked at last, so that nobody is unpacked twice. */
    private static final class Meant {

        private @Nullable Subject last;

        Subject is(Subject subject) {
            last = subject;
            return subject;
        }

        Optional<Subject> subject() {
            return Optional.ofNullable(last);
        }
    }

    /** How lists and charts call the subject of a code; the code itself where the register does not know it. */
    public String label(String code) {
        return subject(code).map(Subject::label).orElse(code);
    }

    /** The subject that goes by a name. */
    public Optional<Subject> named(String name) {
        Optional<Subject> written = keyed(name);
        return written.isEmpty() && !PlainText.is(name) ? keyed(key(name)) : written;
    }

    private Optional<Subject> keyed(String key) {
        if (several.contains(key)) {
            return subject(key);
        }
        Meant meant = new Meant();
        long holder = names.find(
                key,
                each -> key(name(meant.is(given.get((int) (each >>> Integer.SIZE))), (int) each))
                        .equals(key));
        return holder == HashIndex.NONE ? Optional.empty() : meant.subject();
    }

    /** The subject's row in the register, from 0: the last resort of every tie. */
    public int order(String code) {
        int place = place(code);
        if (place < 0) {
            throw new IllegalArgumentException("not in the register: " + code);
        }
        return place;
    }

    /** The same; -1 of somebody it does not know. */
    int place(String code) {
        return (int) codes.find(code, place -> subjects.get((int) place).code().equals(code));
    }
}
