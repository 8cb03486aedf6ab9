package bankscore.subsidy.say;

import bankscore.answer.Answer;
import bankscore.answer.Answer.Piece;
import bankscore.answer.Answer.Section;
import bankscore.answer.PrintedNumber;
import bankscore.exact.Money;
import bankscore.facts.Claim;
import bankscore.finding.Words;
import bankscore.subsidy.decide.Decision;
import bankscore.subsidy.decide.Decisions;
import bankscore.subsidy.scheme.Subsidy;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What changed between two batches, or between a batch and the same figures under another rule: by subsidy, and by cause. The
 * causes of a subsidy add up to its change.
 */
public final class ComparisonAnswer {

    private final Words words;

    /** Why a line's money is another one. */
    enum Cause {
        /** The line is only in the later batch, or only in the earlier one. */
        NEW,
        GONE,
        /** A condition refused it in one of them. */
        CONDITION,
        FIGURES,
        /** Same figures, another base, rate or rounding. */
        RULE,
        /** Same amount, but caps or a budget left otherwise. */
        CAP
    }

    /** What is kept of a line: a batch may have a million. */
    private record Kept(Optional<Decision.Sums> sums, Money granted, Map<String, String> figures) {
        static Kept of(Decision line) {
            Map<String, String> figures = new TreeMap<>();
            for (Map.Entry<String, Claim.Entry> cell :
                    line.line().claim().cells().entrySet()) {
                figures.put(cell.getKey(), cell.getValue().text());
            }
            return new Kept(line.sums(), line.granted(), figures);
        }
    }

    /** How many lines changed for a cause, and by how much together. */
    private static final class Effect {
        private long lines;
        private Money change = Money.ZERO;

        void add(Money more) {
            lines++;
            change = change.plus(more);
        }
    }

    private ComparisonAnswer(Words words) {
        this.words = words;
    }

    /**
     * Compares two reports.
     *
     * @param words those of subsidies
     */
    public static Answer of(Report before, Report after, Words words) {
        return new ComparisonAnswer(words).compare(before, after);
    }

    private Answer compare(Report before, Report after) {
        return new Answer(
                words.text("compare.title", "before", name(before), "after", name(after)),
                "",
                List.of(
                        new Section(words.text("compare.totals"), totals(before, after)),
                        new Section(words.text("compare.causes"), causes(before, after))));
    }

    private String name(Report report) {
        return words.text(
                "compare.batch",
                "period",
                report.period(words),
                "revision",
                report.run().revision(),
                "scheme",
                report.scheme().title());
    }

    private List<Piece> totals(Report before, Report after) {
        List<List<String>> rows = new ArrayList<>();
        names(before, after).forEach((id, name) -> {
            Money earlier = granted(before, id);
            Money later = granted(after, id);
            rows.add(List.of(
                    name, PrintedNumber.yuan(earlier), PrintedNumber.yuan(later), signed(later.minus(earlier))));
        });
        rows.add(List.of(
                words.text("letter.table.sum"),
                PrintedNumber.yuan(before.granted()),
                PrintedNumber.yuan(after.granted()),
                signed(after.granted().minus(before.granted()))));
        return List.of(new Piece.Table(List.of(words.text("compare.heads").split("\\|", -1)), rows));
    }

    private static Map<String, String> names(Report before, Report after) {
        Map<String, String> names = new LinkedHashMap<>();
        after.scheme().subsidies().forEach((Subsidy each) -> names.put(each.id(), each.name()));
        before.scheme().subsidies().forEach(each -> names.putIfAbsent(each.id(), each.name()));
        return names;
    }

    private static Money granted(Report report, String subsidy) {
        return report.decisions()
                .total(subsidy)
                .map(Decisions.Total::granted)
                .map(Decisions.Sum::amount)
                .orElse(Money.ZERO);
    }

    private List<Piece> causes(Report before, Report after) {
        Map<String, Map<String, Kept>> earlier = new HashMap<>();
        before.decisions()
                .lines()
                .each(line -> earlier.computeIfAbsent(line.subsidy(), id -> new LinkedHashMap<>())
                        .put(key(line, earlier.getOrDefault(line.subsidy(), Map.of())), Kept.of(line)));
        Map<String, Map<Cause, Effect>> effects = new LinkedHashMap<>();
        names(before, after).keySet().forEach(id -> effects.put(id, new EnumMap<>(Cause.class)));
        Map<String, Map<String, Kept>> met = new HashMap<>();
        after.decisions().lines().each(line -> {
            Map<String, Kept> own = met.computeIfAbsent(line.subsidy(), id -> new HashMap<>());
            String key = key(line, own);
            own.put(key, Kept.of(line));
            Kept was = earlier.getOrDefault(line.subsidy(), Map.of()).get(key);
            Kept is = Kept.of(line);
            if (was == null) {
                add(effects, line.subsidy(), Cause.NEW, is.granted());
            } else if (!was.granted().equals(is.granted())) {
                add(effects, line.subsidy(), cause(was, is), is.granted().minus(was.granted()));
            }
        });
        earlier.forEach((subsidy, lines) -> lines.forEach((key, was) -> {
            if (!met.getOrDefault(subsidy, Map.of()).containsKey(key)) {
                add(effects, subsidy, Cause.GONE, was.granted().negate());
            }
        }));
        return pieces(effects, names(before, after));
    }

    /** The same claim in both: of claimant and reference; the second of the same is another one. */
    private static String key(Decision line, Map<String, Kept> before) {
        String key = line.claimant().key() + "|" + line.line().reference();
        int number = 2;
        String free = key;
        while (before.containsKey(free)) {
            free = key + "|" + number++;
        }
        return free;
    }

    private static void add(Map<String, Map<Cause, Effect>> effects, String subsidy, Cause cause, Money change) {
        effects.computeIfAbsent(subsidy, id -> new EnumMap<>(Cause.class))
                .computeIfAbsent(cause, each -> new Effect())
                .add(change);
    }

    private static Cause cause(Kept was, Kept is) {
        if (!was.figures().equals(is.figures())) {
            return Cause.FIGURES;
        }
        if (was.sums().isEmpty() || is.sums().isEmpty()) {
            return Cause.CONDITION;
        }
        return was.sums().get().amount().equals(is.sums().get().amount()) ? Cause.CAP : Cause.RULE;
    }

    private List<Piece> pieces(Map<String, Map<Cause, Effect>> effects, Map<String, String> names) {
        List<List<String>> rows = new ArrayList<>();
        effects.forEach((subsidy, causes) -> causes.forEach((cause, effect) -> rows.add(List.of(
                names.getOrDefault(subsidy, subsidy),
                words.text("compare.cause." + cause),
                Long.toString(effect.lines),
                signed(effect.change)))));
        return rows.isEmpty()
                ? List.of(new Piece.Line(words.text("compare.same")))
                : List.of(new Piece.Table(
                        List.of(words.text("compare.causes.heads").split("\\|", -1)), rows));
    }

    private static String signed(Money change) {
        return (change.isPositive() ? "+" : "") + PrintedNumber.yuan(change);
    }
}
