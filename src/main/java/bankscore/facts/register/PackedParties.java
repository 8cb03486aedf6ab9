package bankscore.facts.register;

import bankscore.facts.PackedTexts;
import bankscore.facts.Subject;
import bankscore.sheet.Place;
import java.time.LocalDate;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.RandomAccess;

/** Parties with their rows, packed, for a register of many. Whoever makes it adds all before any is asked for. */
public final class PackedParties extends AbstractList<Subject> implements RandomAccess {

    private final PackedTexts subjects = new PackedTexts();
    /** Apart: each line of claims is asked for its party's rows, and hardly one for the party. */
    private final PackedTexts rows = new PackedTexts();

    /** Adds a party, whose code none has before it, and its rows. */
    public void add(Subject subject, List<PartyRegister.Row> all) {
        subjects.next()
                .text(subject.code())
                .text(subject.name())
                .text(subject.shortName())
                .number(subject.aliases().size());
        subject.aliases().forEach(subjects::text);
        subjects.word(subject.kind());
        day(subjects, subject.opened());
        subjects.number(subject.assessed() ? 1 : 0);
        rows.next().number(all.size());
        for (PartyRegister.Row row : all) {
            rows.word(row.place().file())
                    .word(row.place().sheet())
                    .text(row.place().cell());
            day(rows, row.from());
            day(rows, row.to());
            rows.number(row.texts().size());
            row.texts().forEach((column, said) -> rows.word(column).text(said));
        }
    }

    /** The register of all of them. A name that several have names none of them. */
    public PartyRegister register(String dataset) {
        Register names = Register.ofPacked(this);
        if (names.subjects().size() != size()) {
            throw new IllegalArgumentException("two parties of one code");
        }
        return new PartyRegister(dataset, names, this::rows);
    }

    @Override
    public int size() {
        return subjects.size();
    }

    @Override
    public Subject get(int party) {
        return subject(subjects.read(party));
    }

    private static Subject subject(PackedTexts.Reader from) {
        String code = from.text();
        String name = from.text();
        String shortName = from.text();
        List<String> aliases = new ArrayList<>(0);
        for (long left = from.number(); left > 0; left--) {
            aliases.add(from.text());
        }
        return new Subject(code, name, shortName, aliases, from.word(), day(from), from.number() != 0);
    }

    private List<PartyRegister.Row> rows(int party) {
        PackedTexts.Reader from = rows.read(party);
        List<PartyRegister.Row> all = new ArrayList<>(1);
        for (long left = from.number(); left > 0; left--) {
            all.add(row(from));
        }
        return all;
    }

    private static PartyRegister.Row row(PackedTexts.Reader from) {
        Place place = new Place(from.word(), from.word(), from.text());
        Optional<LocalDate> first = day(from);
        Optional<LocalDate> last = day(from);
        Map<String, String> texts = new HashMap<>();
        for (long left = from.number(); left > 0; left--) {
            texts.put(from.word(), from.text());
        }
        return new PartyRegister.Row(place, first, last, texts);
    }

    /** One more than the day's number, folded so that none is negative; 0 where there is none. */
    private static void day(PackedTexts to, Optional<LocalDate> day) {
        to.number(day.map(each -> 1 + ((each.toEpochDay() << 1) ^ (each.toEpochDay() >> (Long.SIZE - 1))))
                .orElse(0L));
    }

    private static Optional<LocalDate> day(PackedTexts.Reader from) {
        long folded = from.number() - 1;
        return folded < 0 ? Optional.empty() : Optional.of(LocalDate.ofEpochDay((folded >>> 1) ^ -(folded & 1)));
    }
}
