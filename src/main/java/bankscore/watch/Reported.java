package bankscore.watch;

import bankscore.exact.Fraction;
import bankscore.exact.Period;
import bankscore.facts.Claim;
import bankscore.facts.Nearest;
import bankscore.facts.Subject;
import bankscore.facts.register.PartyRegister;
import bankscore.facts.register.Register;
import bankscore.finding.Code;
import bankscore.finding.Finding;
import bankscore.intake.text.PeriodText;
import bankscore.rule.Definition;
import bankscore.sheet.Place;
import bankscore.sheet.PlainText;
import bankscore.watch.judge.Past;
import bankscore.watch.scheme.Group;
import bankscore.watch.scheme.WatchScheme;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Rows of history sheets: which period, group, subject and measure each is about (watch.md#running). */
final class Reported {

    private final WatchScheme rule;
    private final Period period;
    private final Map<String, PartyRegister> registers;
    private final Map<String, String> called;
    private final String none;
    private final List<Past.Reported> rows = new ArrayList<>();

    /**
     * No rows yet.
     *
     * @param registers by the id of the group
     * @param called what the subjects of each group are called, by its id
     * @param none the word for an empty list of suggestions
     */
    Reported(
            WatchScheme rule,
            Period period,
            Map<String, PartyRegister> registers,
            Map<String, String> called,
            String none) {
        this.rule = rule;
        this.period = period;
        this.registers = registers;
        this.called = called;
        this.none = none;
    }

    /** All rows taken so far; of rows about the same the first one counts. */
    List<Past.Reported> rows() {
        return rows;
    }

    /** What a row says, read as far as it can be, and where it cannot, why. */
    private sealed interface Read<T> {
        record Known<T>(T value) implements Read<T> {}

        record Unknown<T>(Finding finding) implements Read<T> {}
    }

    /** Takes the rows of one period's sheets. */
    final class Sheets {

        private final Consumer<Finding> findings;
        private final Set<List<Object>> seen = new HashSet<>();

        /** @param findings takes what is wrong with them; those of an earlier period were told then */
        Sheets(Consumer<Finding> findings) {
            this.findings = findings;
        }

        /** Takes a row. */
        void take(Claim row, Place sheet) {
            Optional<Amount> value = row.amount(Names.VALUE)
                    .map(amount -> new Amount(Fraction.of(amount), place(row, sheet, Names.VALUE)));
            Optional<Period> at = known(period(row, sheet));
            Optional<Group> group = known(group(row, sheet));
            Optional<Subject> subject = group.flatMap(of -> known(subject(of, row, sheet)));
            Optional<Definition.Measure> measure = group.flatMap(of -> known(measure(of, row, sheet)));
            if (value.isEmpty() || at.isEmpty() || subject.isEmpty() || measure.isEmpty()) {
                return;
            }
            String code = subject.get().code();
            if (!seen.add(
                    List.of(at.get(), group.get().id(), code, measure.get().id()))) {
                findings.accept(Finding.of(Code.E310, place(row, sheet, Names.SUBJECT))
                        .with(
                                "found",
                                String.join(
                                        "、",
                                        at.get().toString(),
                                        subject.get().label(),
                                        measure.get().name()))
                        .with(Finding.VARIANT, "history"));
            } else if (at.get().compareTo(period) < 0) {
                rows.add(new Past.Reported(
                        at.get(),
                        group.get().id(),
                        code,
                        measure.get().id(),
                        value.get().value(),
                        value.get().place()));
            }
        }

        private <T> Optional<T> known(Read<T> read) {
            if (read instanceof Read.Unknown<T> unknown) {
                findings.accept(unknown.finding());
            }
            return read instanceof Read.Known<T> known ? Optional.of(known.value()) : Optional.empty();
        }
    }

    /** A number and its cell. */
    private record Amount(Fraction value, Place place) {}

    private Read<Period> period(Claim row, Place sheet) {
        Optional<Period> read = PeriodText.of(row.text(Names.PERIOD), period)
                .filter(text -> text.dated() && !text.part() && text.to() % 3 == 0)
                .map(text -> new Period(text.year(), text.to() / 3));
        return read.<Read<Period>>map(Read.Known::new)
                .orElseGet(() -> new Read.Unknown<>(Finding.of(Code.E211, place(row, sheet, Names.PERIOD))
                        .with("found", row.text(Names.PERIOD))
                        .with(Finding.VARIANT, "period")));
    }

    private Read<Group> group(Claim row, Place sheet) {
        String said = row.text(Names.SUBJECTS);
        return rule.groups().stream()
                .filter(group -> isSame(said, group.id()) || isSame(said, called.getOrDefault(group.id(), "")))
                .findFirst()
                .<Read<Group>>map(Read.Known::new)
                .orElseGet(() -> new Read.Unknown<>(choice(row, sheet, Names.SUBJECTS, List.copyOf(called.values()))));
    }

    private Read<Definition.Measure> measure(Group group, Claim row, Place sheet) {
        String said = row.text(Names.MEASURE);
        List<Definition.Measure> measures = group.definitions().measures();
        return measures.stream()
                .filter(measure -> isSame(said, measure.id()) || isSame(said, measure.name()))
                .findFirst()
                .<Read<Definition.Measure>>map(Read.Known::new)
                .orElseGet(() -> new Read.Unknown<>(choice(
                        row,
                        sheet,
                        Names.MEASURE,
                        measures.stream().map(Definition.Measure::name).toList())));
    }

    private Read<Subject> subject(Group group, Claim row, Place sheet) {
        String said = row.text(Names.SUBJECT);
        PartyRegister register = registers.get(group.id());
        Optional<Subject> named =
                register == null ? Optional.empty() : register.names().named(said);
        return named.<Read<Subject>>map(Read.Known::new).orElseGet(() -> {
            Map<String, List<String>> spellings = new LinkedHashMap<>();
            if (register != null) {
                register.names()
                        .subjects()
                        .forEach(each -> spellings.put(each.name(), List.of(Register.key(each.name()))));
            }
            return new Read.Unknown<>(Finding.of(Code.E301, place(row, sheet, Names.SUBJECT))
                    .with("found", said)
                    .with("suggestions", Nearest.to(Register.key(said), spellings, none))
                    .with(Finding.CAUSE, Register.key(said))
                    .with(Finding.VARIANT, "member"));
        });
    }

    private static Finding choice(Claim row, Place sheet, String column, List<String> choices) {
        return Finding.of(Code.E209, place(row, sheet, column))
                .with("found", row.text(column))
                .with("choices", String.join("、", choices));
    }

    private static boolean isSame(String said, String word) {
        return !word.isEmpty() && PlainText.closed(said).equals(PlainText.closed(word));
    }

    private static Place place(Claim row, Place sheet, String column) {
        return row.at(column).map(cell -> sheet.at(cell.a1())).orElse(sheet);
    }
}
