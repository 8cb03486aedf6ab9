package bankscore.subsidy.say;

import bankscore.answer.PrintedNumber;
import bankscore.exact.Fraction;
import bankscore.exact.Money;
import bankscore.exact.Rounding;
import bankscore.finding.Words;
import bankscore.subsidy.decide.Decision;
import bankscore.subsidy.scheme.Cap;
import bankscore.subsidy.scheme.Subsidy;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a cap says, and what it left to a line. */
public final class CapSentence {

    /** A limit is rounded down to 0.01. */
    private static final Rounding CENTS = new Rounding(2, Rounding.Mode.DOWN, "");

    private final RuleNames names;
    private final Words words;

    public CapSentence(RuleNames names, Words words) {
        this.names = names;
        this.words = words;
    }

    /** All caps of a subsidy in one sentence. */
    public String all(Subsidy subsidy) {
        List<Cap> caps = subsidy.amount().caps();
        return caps.isEmpty()
                ? words.text("cap.none")
                : caps.stream().map(cap -> of(subsidy, cap)).collect(Collectors.joining(words.text("cap.join")));
    }

    /** One of them: 同一企业每年合计不超过10,000.00元. */
    public String of(Subsidy subsidy, Cap cap) {
        return cap.read(new Cap.Reader<>() {
            @Override
            public String ceiling(Cap.Ceiling ceiling) {
                String group = ceiling.per().isEmpty()
                        ? words.text("cap.line")
                        : ceiling.per().stream()
                                .map(column ->
                                        names.column(subsidy, column).replaceFirst(words.text("cap.group.endings"), ""))
                                .collect(Collectors.joining(words.text("letter.join")));
                String key = ceiling.per().isEmpty() ? "cap.each" : "cap.each.group";
                return words.text(
                        key,
                        "group",
                        group,
                        "span",
                        words.text("cap.span." + ceiling.span().name()),
                        "limit",
                        yuan(Money.ofYuan(ceiling.amount(), CENTS)),
                        "lift",
                        ceiling.liftable() ? words.text("cap.lift") : "");
            }

            @Override
            public String partOf(Cap.PartOf part) {
                return words.text(
                        part.with().isPresent() ? "cap.part.with" : "cap.part",
                        "column",
                        names.column(subsidy, part.of()),
                        "share",
                        part.share().equals(Fraction.ONE)
                                ? ""
                                : words.text("cap.share", "share", ShareText.percent(part.share())),
                        "with",
                        part.with().map(column -> names.column(subsidy, column)).orElse(""));
            }

            @Override
            public String budget(Cap.Budget budget) {
                return words.text(
                        "cap.budget",
                        "item",
                        budget.item(),
                        "short",
                        words.text("cap.short." + budget.ifShort().name()));
            }
        });
    }

    /** The heading of the column that says what a cap leaves. */
    public String heading(Subsidy subsidy, int cap) {
        return words.text(
                "cap.heading", "cap", of(subsidy, subsidy.amount().caps().get(cap)));
    }

    /** What a cap left to a line, and who had used of it. */
    public String left(Subsidy subsidy, Decision.CapUse use) {
        Cap cap = subsidy.amount().caps().get(use.cap());
        return words.text(
                use.left().isEmpty() ? "cap.lifted" : "cap.left",
                "cap",
                of(subsidy, cap),
                "limit",
                yuan(use.limit()),
                "used",
                cap instanceof Cap.PartOf part ? others(subsidy, part, use) : used(cap, use),
                "left",
                use.left().map(CapSentence::yuan).orElse(""),
                "by",
                use.lifted());
    }

    /** What others gave already. */
    private String others(Subsidy subsidy, Cap.PartOf part, Decision.CapUse use) {
        return part.with()
                .map(column ->
                        words.text("cap.others", "column", names.column(subsidy, column), "before", yuan(use.before())))
                .orElse("");
    }

    private String used(Cap cap, Decision.CapUse use) {
        boolean alone = cap instanceof Cap.Ceiling ceiling && ceiling.span() == Cap.Span.LINE;
        String used = parts(use);
        return alone
                ? ""
                : used.isEmpty()
                        ? words.text("cap.unused")
                        : words.text("cap.used", "before", yuan(use.before()), "parts", used);
    }

    /** What each earlier batch and this one had used; empty if none had. */
    public String parts(Decision.CapUse use) {
        List<String> parts = new ArrayList<>();
        use.earlier()
                .forEach((period, amount) -> parts.add(
                        words.text("cap.used.earlier", "period", words.quarter(period), "amount", yuan(amount))));
        if (!use.here().isZero()) {
            parts.add(words.text("cap.used.here", "amount", yuan(use.here())));
        }
        return String.join(words.text("letter.join"), parts);
    }

    static String yuan(Money amount) {
        return PrintedNumber.yuan(amount);
    }
}
