package bankscore.subsidy.decide;

import bankscore.facts.Claim;
import bankscore.finding.Code;
import bankscore.finding.Finding;
import bankscore.rule.Condition;
import bankscore.rule.line.ClaimLine;
import bankscore.rule.line.ConditionCheck;
import bankscore.sheet.Place;
import bankscore.sheet.PlainText;
import bankscore.subsidy.scheme.Subsidy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Which subsidy takes a line, and what is told of lines that none or two take (subsidy.md#selection). */
final class Selection {

    private final Batch batch;
    private final ConditionCheck check;
    private final Told told;
    private final Spool<Spool.Chosen> lines;
    private final Order order;
    private final References references;
    /** The words of conditions that no line has said yet, by dataset and column. */
    private final Map<String, Map<String, Set<String>>> unsaid = new LinkedHashMap<>();

    Selection(Batch batch, ConditionCheck check, Told told, Spool<Spool.Chosen> lines) {
        this.batch = batch;
        this.check = check;
        this.told = told;
        this.lines = lines;
        this.order = new Order(batch.claims().sheets());
        this.references = new References(batch.layout(), told);
        batch.scheme()
                .subsidies()
                .forEach(subsidy -> Stream.concat(
                                subsidy.claims().where().stream(),
                                subsidy.eligible().stream().map(Subsidy.Requirement::condition))
                        .flatMap(Condition::whole)
                        .forEach(condition -> {
                            if (condition instanceof Condition.Text text && text.among()) {
                                unsaid.computeIfAbsent(subsidy.claims().dataset(), dataset -> new LinkedHashMap<>())
                                        .computeIfAbsent(text.column(), column -> new LinkedHashSet<>())
                                        .addAll(text.words());
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
            told.add(told.of(Code.W401, sheet, claim, "").column(""));
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
        Map<String, Set<String>> columns = unsaid.getOrDefault(claim.dataset(), Map.of());
        ClaimLine line = line(batch, claim, Optional.of(batch.period().end()));
        columns.forEach((column, words) -> {
            if (!words.isEmpty()) {
                String said = PlainText.closed(line.text(column));
                words.removeIf(word -> PlainText.closed(word).equals(said));
            }
        });
    }

    /** Tells of the words that no line said, if there are lines. */
    void close() {
        unsaid.forEach((dataset, columns) ->
                columns.forEach((column, words) -> words.forEach(word -> told.add(Finding.of(Code.N401, Place.NONE)
                        .column(batch.layout().of(dataset).headings().getOrDefault(column, column))
                        .with("word", word)))));
    }
}
