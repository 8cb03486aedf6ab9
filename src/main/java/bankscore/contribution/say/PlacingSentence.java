package bankscore.contribution.say;

import bankscore.contribution.place.PlanRow;
import bankscore.contribution.place.PlanRow.Reason;
import bankscore.contribution.place.PlanRow.Working;
import bankscore.contribution.scheme.AllocationRule;
import bankscore.contribution.scheme.AllocationRule.Cap;
import bankscore.contribution.scheme.AllocationRule.Form;
import bankscore.contribution.scheme.AllocationRule.Where;
import bankscore.contribution.scheme.Scheme;
import bankscore.exact.Fraction;
import bankscore.exact.Money;
import bankscore.finding.Words;
import bankscore.rule.Definition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How the money is placed, in words: a city that gives fixed sums by rank must not read of shares. */
public final class PlacingSentence {

    private final Words words;
    private final Scheme scheme;

    public PlacingSentence(Words words, Scheme scheme) {
        this.words = words;
        this.scheme = scheme;
    }

    /** The rule in one sentence without its end: sums off the top, who takes part, the form, limits. */
    public String how(AllocationRule rule) {
        List<String> parts = new ArrayList<>();
        for (AllocationRule.First first : rule.first()) {
            parts.add(words.text("placed.first", "where", where(first.where()), "amount", plain(first.amount())));
        }
        rule.take().minTotal().ifPresent(total -> parts.add(words.text("placed.from", "total", total)));
        rule.take().best().ifPresent(best -> parts.add(words.text("placed.best", "count", best)));
        parts.add(form(rule.form()));
        rule.floor().ifPresent(floor -> parts.add(words.text("placed.floor", "amount", plain(floor))));
        rule.cap().ifPresent(cap -> parts.add(cap(cap)));
        return String.join(words.text("placed.join"), parts);
    }

    /** Whether money goes in proportion to the totals and nothing else is said. */
    public static boolean byTotalOnly(AllocationRule rule) {
        return rule.form() instanceof Form.ByTotal
                && rule.first().isEmpty()
                && rule.take().equals(AllocationRule.Take.ALL)
                && rule.floor().isEmpty()
                && rule.cap().isEmpty();
    }

    /**
     * A line's mark and, where the target does not follow from the shares alone, what set it.
     *
     * @param mark the words of the line's note; may be empty
     */
    public String note(String mark, PlanRow row) {
        String why =
                reason(row).map(key -> words.text(key, "place", place(row))).orElse("");
        return mark.isEmpty() || why.isEmpty() ? mark + why : words.text("placed.note", "mark", mark, "why", why);
    }

    private static Optional<String> reason(PlanRow row) {
        if (row.working() instanceof Working.Fixed fixed) {
            return Optional.of("placed.reason." + fixed.reason().name());
        }
        if (row.working() instanceof Working.Bounded bounded && row.note() != PlanRow.Note.FROZEN) {
            return Optional.of("placed.reason." + bounded.bound().reason().name());
        }
        return Optional.empty();
    }

    private static int place(PlanRow row) {
        return row.working() instanceof Working.Fixed fixed && fixed.reason() == Reason.RANK ? fixed.place() : 0;
    }

    private String where(Where where) {
        if (where instanceof Where.MonthsOpenBelow months) {
            return words.text("placed.where.months", "months", months.months());
        }
        if (where instanceof Where.Kind kind) {
            return words.text("placed.where.kind", "kind", kind.kind());
        }
        return words.text("placed.where.banks", "banks", join(((Where.Banks) where).codes(), Function.identity()));
    }

    private String form(Form form) {
        if (form instanceof Form.ByMeasure measure) {
            return words.text("placed.form.ByMeasure", "measure", name(measure.measure()));
        }
        if (form instanceof Form.Above above) {
            return words.text("placed.form.Above", "total", above.threshold());
        }
        if (form instanceof Form.Parts parts) {
            return words.text(
                    "placed.form.Parts",
                    "parts",
                    join(
                            parts.parts(),
                            part -> words.text(
                                    part.by().equals(AllocationRule.EQUAL) ? "placed.part.equal" : "placed.part",
                                    "percent",
                                    part.percent(),
                                    "measure",
                                    name(part.by()))));
        }
        if (form instanceof Form.AmountsByRank amounts) {
            boolean same = amounts.amounts().stream().distinct().count() == 1;
            return words.text(
                    same ? "placed.form.AmountsByRank.same" : "placed.form.AmountsByRank",
                    "count",
                    amounts.amounts().size(),
                    "amounts",
                    join(same ? amounts.amounts().subList(0, 1) : amounts.amounts(), PlacingSentence::plain));
        }
        if (form instanceof Form.PercentsByRank percents) {
            return words.text(
                    "placed.form.PercentsByRank",
                    "percents",
                    join(percents.percents(), percent -> words.text("placed.percent", "percent", percent)));
        }
        return words.text("placed.form." + form.getClass().getSimpleName());
    }

    private String cap(Cap cap) {
        Fraction percent = cap instanceof Cap.OfPool pool ? pool.percent() : ((Cap.OfOwnDeposits) cap).percent();
        return words.text("placed.cap." + cap.getClass().getSimpleName(), "percent", percent);
    }

    /** What money is divided by: a measure's name, the total, or each bank the same. */
    String name(String measureOrWord) {
        return scheme.measures().stream()
                .filter(measure -> measure.id().equals(measureOrWord))
                .map(Definition.Measure::name)
                .findFirst()
                .orElseGet(
                        () -> words.text(measureOrWord.equals(AllocationRule.EQUAL) ? "placed.equal" : "placed.total"));
    }

    private <T> String join(List<T> all, Function<T, String> text) {
        return all.stream().map(text).collect(Collectors.joining(words.text("letter.join")));
    }

    /** 10000 instead of 10,000.00: the rule's own number. */
    private static String plain(Money amount) {
        return amount.wan().toString();
    }
}
