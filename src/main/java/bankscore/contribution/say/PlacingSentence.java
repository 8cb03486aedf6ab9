package bankscore.contribution.say;

import bankscore.contribution.allocation.Above;
import bankscore.contribution.allocation.Adjust;
import bankscore.contribution.allocation.AllocationRule;
import bankscore.contribution.allocation.AmountsByRank;
import bankscore.contribution.allocation.ByMeasure;
import bankscore.contribution.allocation.ByTotal;
import bankscore.contribution.allocation.Cap;
import bankscore.contribution.allocation.Equal;
import bankscore.contribution.allocation.First;
import bankscore.contribution.allocation.Form;
import bankscore.contribution.allocation.NoPart;
import bankscore.contribution.allocation.Part;
import bankscore.contribution.allocation.Parts;
import bankscore.contribution.allocation.PercentsByRank;
import bankscore.contribution.allocation.Take;
import bankscore.contribution.allocation.Taker;
import bankscore.contribution.allocation.Where;
import bankscore.contribution.place.FundPlan;
import bankscore.contribution.place.PlanRow;
import bankscore.contribution.place.PlanRow.Reason;
import bankscore.contribution.place.PlanRow.Working;
import bankscore.contribution.scheme.Scheme;
import bankscore.exact.Money;
import bankscore.finding.Words;
import bankscore.rule.Definition;
import bankscore.rule.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How the money is placed, in words: a city that gives fixed sums by rank must not read of shares. */
public final class PlacingSentence {

    private final Words words;
    private final Scheme scheme;
    private final TieSentence ties;

    public PlacingSentence(Words words, Scheme scheme) {
        this.words = words;
        this.scheme = scheme;
        this.ties = new TieSentence(words, id -> nameIn(scheme, id, words));
    }

    /** The rule in one sentence without its end: sums off the top, who takes part, the form, limits, and whether it moves. */
    public String how(AllocationRule rule) {
        List<String> parts = new ArrayList<>(placed(rule));
        if (!rule.moves()) {
            parts.add(words.text("placed.stays"));
        }
        return String.join(words.text("placed.join"), parts);
    }

    private List<String> placed(AllocationRule rule) {
        List<String> parts = new ArrayList<>();
        for (First first : rule.first()) {
            parts.add(words.text(
                    "placed.first", "where", first.where().read(new Banks()), "amount", plain(first.amount())));
        }
        for (Take.Need need : rule.take().require()) {
            parts.add(words.text(
                    need.group().isPresent() ? "placed.require.group" : "placed.require",
                    "group",
                    need.group().orElse(""),
                    "least",
                    need.atLeast()));
        }
        if (rule.within().isPresent()) {
            AllocationRule.Within within = rule.within().get();
            parts.add(words.text(
                    "placed.within",
                    "grouping",
                    scheme.groupName(within.group()),
                    "groups",
                    within.parts().entrySet().stream()
                            .map(each -> words.text(
                                    "placed.within.group",
                                    "group",
                                    each.getKey(),
                                    "percent",
                                    each.getValue().percent(),
                                    "how",
                                    String.join(
                                            words.text("placed.join"),
                                            placed(each.getValue().rule()))))
                            .collect(Collectors.joining(words.text("placed.join")))));
            return parts;
        }
        rule.take().minTotal().ifPresent(total -> parts.add(words.text("placed.from", "total", total)));
        rule.take().best().ifPresent(best -> parts.add(words.text("placed.best", "count", best)));
        parts.add(rule.form().read(new How()));
        rule.adjusts().forEach(adjust -> parts.add(adjust(adjust)));
        rule.floor().ifPresent(floor -> parts.add(words.text("placed.floor", "amount", plain(floor))));
        rule.caps().forEach(cap -> parts.add(cap.read(new Most())));
        return parts;
    }

    /** So much more or less for each step of another measure. */
    private String adjust(Adjust adjust) {
        return words.text(
                adjust.amount().isNegative() ? "placed.adjust.less" : "placed.adjust",
                "measure",
                name(adjust.by()),
                "reference",
                reference(adjust.against()),
                "per",
                adjust.per()
                        + scheme.measure(adjust.by())
                                .map(Definition.Measure::unit)
                                .orElse(""),
                "amount",
                adjust.amount().abs(),
                "steps",
                words.text("steps." + adjust.steps().name()));
    }

    /**
     * A line's mark and, where the target does not follow from the shares alone, what set it: a limit, a place, or the order
     * between equals.
     *
     * @param mark the words of the line's note; may be empty
     */
    public String note(String mark, PlanRow row) {
        return Stream.concat(Stream.of(mark, row.working().read(new WhatSet(row))), ties.brief(row).stream())
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining(words.text("placed.join")));
    }

    /**
     * Every equal claim of a fund in a sentence that names the banks: between whom it was equal, and by which order it was
     * decided; also who got what lies beyond whole lots.
     */
    public List<String> ties(FundPlan fund) {
        return fund.draws().stream().map(draw -> ties.whole(fund, draw)).toList();
    }

    /** The equal claims of one bank, as {@link #ties} or, for the bank itself, without another's name. */
    List<String> ties(FundPlan fund, PlanRow row, boolean forTheBank) {
        return forTheBank
                ? ties.brief(row)
                : row.draws().stream().map(draw -> ties.whole(fund, draw)).toList();
    }

    /** What set a target; empty where it follows from the shares. */
    private final class WhatSet implements Working.Reader<String> {

        private final PlanRow row;

        WhatSet(PlanRow row) {
            this.row = row;
        }

        @Override
        public String nothing(Working.Nothing working) {
            return working.why().reason() == NoPart.Reason.BID ? words.text("placed.absent") : "";
        }

        @Override
        public String fixed(Working.Fixed working) {
            return reason(working.reason(), working.place());
        }

        @Override
        public String bounded(Working.Bounded working) {
            return row.note() == PlanRow.Note.FROZEN
                    ? ""
                    : reason(working.bound().reason(), 0);
        }

        @Override
        public String shared(Working.Shared working) {
            return "";
        }

        private String reason(Reason reason, int place) {
            return words.text("placed.reason." + reason.name(), "place", place);
        }
    }

    private final class Banks implements Where.Reader<String> {
        @Override
        public String monthsOpenBelow(Where.MonthsOpenBelow where) {
            return words.text("placed.where.months", "months", where.months());
        }

        @Override
        public String kind(Where.Kind where) {
            return words.text("placed.where.kind", "kind", where.kind());
        }

        @Override
        public String banks(Where.Banks where) {
            return words.text("placed.where.banks", "banks", join(where.codes(), Function.identity()));
        }
    }

    private final class Most implements Cap.Reader<String> {
        @Override
        public String ofPool(Cap.OfPool cap) {
            return words.text("placed.cap.OfPool", "percent", cap.percent());
        }

        @Override
        public String ofOwnDeposits(Cap.OfOwnDeposits cap) {
            return words.text("placed.cap.OfOwnDeposits", "percent", cap.percent());
        }

        @Override
        public String amount(Cap.Amount cap) {
            return words.text("placed.cap.Amount", "amount", plain(cap.amount()));
        }

        @Override
        public String byRank(Cap.ByRank cap) {
            return words.text("placed.cap.ByRank", "amounts", join(cap.amounts(), PlacingSentence::plain));
        }
    }

    /** A form as part of the sentence. */
    private final class How implements Form.Reader<String> {
        @Override
        public String byTotal(ByTotal form) {
            return words.text("placed.form.ByTotal");
        }

        @Override
        public String byMeasure(ByMeasure form) {
            return words.text("placed.form.ByMeasure", "measure", name(form.measure()));
        }

        @Override
        public String equal(Equal form) {
            return words.text("placed.form.Equal");
        }

        @Override
        public String above(Above form) {
            return words.text("placed.form.Above", "total", form.threshold());
        }

        @Override
        public String parts(Parts form) {
            return words.text("placed.form.Parts", "parts", join(form.parts(), this::part));
        }

        private String part(Part part) {
            return words.text(
                    part.by().equals(Taker.EQUAL) ? "placed.part.equal" : "placed.part",
                    "percent",
                    part.percent(),
                    "measure",
                    name(part.by()));
        }

        @Override
        public String amountsByRank(AmountsByRank form) {
            List<Money> amounts = form.amounts();
            boolean same = amounts.stream().distinct().count() == 1;
            return words.text(
                    same ? "placed.form.AmountsByRank.same" : "placed.form.AmountsByRank",
                    "count",
                    amounts.size(),
                    "amounts",
                    join(same ? amounts.subList(0, 1) : amounts, PlacingSentence::plain));
        }

        @Override
        public String percentsByRank(PercentsByRank form) {
            return words.text(
                    "placed.form.PercentsByRank",
                    "percents",
                    join(form.percents(), percent -> words.text("placed.percent", "percent", percent)));
        }
    }

    /** What a measure is held against. */
    String reference(Reference reference) {
        return new ReferenceSentence(words, scheme).ofRule(reference);
    }

    /** What money is divided by: a measure's name, the total, or each bank the same. */
    String name(String measureOrWord) {
        return nameIn(scheme, measureOrWord, words);
    }

    private static String nameIn(Scheme scheme, String measureOrWord, Words words) {
        return scheme.measures().stream()
                .filter(measure -> measure.id().equals(measureOrWord))
                .map(Definition.Measure::name)
                .findFirst()
                .orElseGet(() -> words.text(measureOrWord.equals(Taker.EQUAL) ? "placed.equal" : "placed.total"));
    }

    private <T> String join(List<T> all, Function<T, String> text) {
        return all.stream().map(text).collect(Collectors.joining(words.text("letter.join")));
    }

    /** 10000 instead of 10,000.00: the rule's own number. */
    private static String plain(Money amount) {
        return amount.wan().toString();
    }
}
