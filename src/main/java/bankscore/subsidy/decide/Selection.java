package bankscore.subsidy.decide;

import bankscore.facts.Claim;
import bankscore.finding.Code;
import bankscore.finding.Finding;
import bankscore.rule.Condition;
import bankscore.rule.line.ClaimLine;
import bankscore.rule.line.ConditionCheck;
import bankscore.sheet.Place;
import bankscore.sheet.PlainText;
import bankscore.subsidy.decide.seen.Repeats;
import bankscore.subsidy.scheme.Subsidy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which subsidy takes a line, and what is told of lines that none or two take (subsidy.md#selection). */
final class Selection {

    private final Batch batch;
    private final ConditionCheck check;
    private final Told told;
    private final Spool<Spool.Chosen> lines;
    private final Repeats.Refunds refunds;
    private final Order order;
    private final References references;
    /** The datasets whose lines somebody claims. */
    private final Set<String> claimed;
    /** What conditions look for and lines say, by dataset and column. */
    private final Map<String, Map<String, SaidWords>> said = new LinkedHashMap<>();

    Selection(Batch batch, ConditionCheck check, Told told, Spool<Spool.Chosen> lines, Repeats.Refunds refunds) {
        this.batch = batch;
        this.check = check;
        this.told = told;
        this.lines = lines;
        this.refunds = refunds;
        this.order = new Order(batch.claims().sheets());
        this.references = new References(batch.layout(), told);
        this.claimed = batch.scheme().subsidies().stream()
                .map(Subsidy::claims)
                .filter(claims -> !claims.day().isEmpty())
                .map(Subsidy.Claims::dataset)
                .collect(Collectors.toUnmodifiableSet());
        batch.scheme()
                .subsidies()
                .forEach(subsidy -> Stream.concat(
                                subsidy.claims().where().stream(),
                                subsidy.eligible().stream().map(Subsidy.Requirement::condition))
                        .flatMap(Condition::whole)
                        .forEach(condition -> {
                            if (condition instanceof Condition.Text text && text.among()) {
                                said.computeIfAbsent(subsidy.claims().dataset(), dataset -> new LinkedHashMap<>())
                                        .computeIfAbsent(text.column(), column -> new SaidWords())
                                        .expect(text.words());
                            }
                        }));
    }

    /** Looks at the next line of a dataset. */
    void take(int sheet, Claim claim) {
        hear(claim);
        List<Integer> taking = new ArrayList<>();
        Optional<LocalDate> day = Optional.empty();
        for (int i = 0; i < batch.scheme().subsidies().size(); i++) {
            Subsidy subsidy = batch.scheme().subsidies().get(i);
            if (subsidy.claims().dataset().equals(claim.dataset())) {
                Optional<LocalDate> own = day(batch, subsidy, claim);
                if (subsidy.claims()
                        .where()
                        .map(where -> holds(where, claim, own))
                        .orElse(true)) {
                    day = taking.isEmpty() ? own : day;
                    taking.add(i);
                }
            }
        }
        if (taking.size() == 1) {
            keep(taking.get(0), sheet, claim, day);
        } else if (taking.isEmpty()) {
            // A table of subjects lists all of them, whoever may claim.
            if (claimed.contains(claim.dataset())) {
                told.add(told.of(Code.W401, sheet, claim, "").column(""));
            }
        } else {
            told.add(told.of(Code.E401, sheet, claim, "")
                    .column("")
                    .with("one", name(taking.get(0)))
                    .with("other", name(taking.get(1))));
        }
    }

    private String name(int subsidy) {
        return batch.scheme().subsidies().get(subsidy).name();
    }

    /** The day that counts for a line: of a table of subjects the period's end. */
    static Optional<LocalDate> day(Batch batch, Subsidy subsidy, Claim claim) {
        return subsidy.claims().day().isEmpty()
                ? Optional.of(batch.period().end())
                : claim.day(subsidy.claims().day());
    }

    private boolean holds(Condition where, Claim claim, Optional<LocalDate> day) {
        return check.holds(where, line(batch, claim, day), Repeats.OF_REFUNDS);
    }

    static ClaimLine line(Batch batch, Claim claim, Optional<LocalDate> day) {
        return new ClaimLine(
                claim,
                day,
                batch.layout().of(claim.dataset()).columns(),
                batch.beside().registers());
    }

    private void keep(int number, int sheet, Claim claim, Optional<LocalDate> day) {
        Subsidy subsidy = batch.scheme().subsidies().get(number);
        LocalDate end = batch.period().end();
        lines.put(order.key(day.orElse(end), sheet, claim.row()), new Spool.Chosen(number, sheet, claim, day));
        refunds.expect(subsidy, claim);
        references.look(subsidy, sheet, line(batch, claim, day));
        day.filter(own -> own.isBefore(batch.scheme().from()) || own.getYear() != end.getYear())
                .ifPresent(own -> told.add(told.of(
                                Code.W402, sheet, claim, subsidy.claims().day())
                        .with(Finding.VARIANT, own.isBefore(batch.scheme().from()) ? "before" : "year")
                        .with("found", own)
                        .with("from", batch.scheme().from())
                        .with("year", end.getYear())));
    }

    private void hear(Claim claim) {
        ClaimLine line = line(batch, claim, Optional.of(batch.period().end()));
        said.getOrDefault(claim.dataset(), Map.of()).forEach((column, words) -> words.hear(line.text(column)));
    }

    /** Tells of the words that no line said, where lines say others that may be meant for them. */
    void close() {
        said.forEach((dataset, columns) -> columns.forEach((column, words) -> {
            if (words.doubtful()) {
                told.add(Finding.of(Code.N401, Place.NONE)
                        .column(batch.layout().of(dataset).headings().getOrDefault(column, column))
                        .with("word", words.unsaid())
                        .with("other", words.others()));
            }
        }));
    }

    /** The words that conditions look for in a column, and those that lines say there: 金东区 beside 金义新区. */
    private static final class SaidWords {

        /** So many other words are named; the memory they take does not grow with the lines. */
        private static final int MOST = 5;

        private static final String APART = "、";

        private final Set<String> expected = new HashSet<>();
        /** By their closed form. */
        private final Map<String, String> unsaid = new LinkedHashMap<>();

        private final Set<String> others = new LinkedHashSet<>();

        void expect(Collection<String> words) {
            for (String word : words) {
                String closed = PlainText.closed(word);
                if (expected.add(closed)) {
                    unsaid.put(closed, word);
                }
            }
        }

        void hear(String said) {
            if (unsaid.isEmpty()) {
                return;
            }
            String closed = PlainText.closed(said);
            unsaid.remove(closed);
            if (others.size() < MOST && !closed.isEmpty() && !expected.contains(closed)) {
                others.add(said);
            }
        }

        /** Whether a word that no line says may be written in another way. */
        boolean doubtful() {
            return !unsaid.isEmpty() && !others.isEmpty();
        }

        String unsaid() {
            return String.join(APART, unsaid.values());
        }

        String others() {
            return String.join(APART, others);
        }
    }
}
