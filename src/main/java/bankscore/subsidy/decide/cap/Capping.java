package bankscore.subsidy.decide.cap;

import bankscore.exact.Fraction;
import bankscore.exact.Money;
import bankscore.exact.Rounding;
import bankscore.rule.line.Gap;
import bankscore.rule.line.Line;
import bankscore.subsidy.decide.Decision;
import bankscore.subsidy.decide.seen.Keys;
import bankscore.subsidy.scheme.Cap;
import bankscore.subsidy.scheme.Subsidy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the caps of a subsidy leave of one line's amount: the lowest decides, and none raises it (subsidy.md#caps). */
public final class Capping implements Cap.Reader<Optional<Decision.CapUse>> {

    /** A limit is never rounded up. */
    private static final Rounding DOWN = new Rounding(2, Rounding.Mode.DOWN, "");

    /** What lines before have used. */
    public record Used(Ceilings ceilings, Budgets budgets) {}

    private final Subsidy subsidy;
    private final Line line;
    private final LocalDate day;
    private final Money amount;
    private final String lifted;
    private final Used used;
    private final List<Decision.CapUse> uses = new ArrayList<>();
    private final List<List<String>> groups = new ArrayList<>();
    private final List<Gap> gaps = new ArrayList<>();
    private int number;
    private Money granted;
    private Money wanted;
    private String clause = "";

    /**
     * Looks at all caps; nothing is used yet.
     *
     * @param lifted who lifts the caps that may be lifted; empty if nobody does
     */
    public Capping(Subsidy subsidy, Line line, LocalDate day, Money amount, String lifted, Used used) {
        this.subsidy = subsidy;
        this.line = line;
        this.day = day;
        this.amount = amount;
        this.lifted = lifted;
        this.used = used;
        this.granted = amount;
        this.wanted = amount;
        for (Cap cap : subsidy.amount().caps()) {
            cap.read(this).filter(use -> !amount.isNegative()).ifPresent(use -> apply(cap, use));
            number++;
        }
    }

    private void apply(Cap cap, Decision.CapUse use) {
        uses.add(use);
        Money left = use.left().orElse(granted);
        boolean waits = cap instanceof Cap.Budget budget && budget.ifShort() != Cap.IfShort.BY_DAY;
        if (!waits && left.compareTo(granted) < 0) {
            granted = left;
            clause = cap.clause();
        }
        if (!(cap instanceof Cap.Budget)) {
            wanted = wanted.min(left);
        }
    }

    @Override
    public Optional<Decision.CapUse> ceiling(Cap.Ceiling cap) {
        Money limit = Money.ofYuan(cap.amount(), DOWN);
        Ceilings.Used before = new Ceilings.Used(Money.ZERO, Map.of());
        if (cap.span() != Cap.Span.LINE) {
            cap.per().stream()
                    .filter(column -> Keys.value(line, column).isEmpty())
                    .forEach(column -> gaps.add(new Gap.EmptyCell(column)));
            List<String> group = used.ceilings().key(subsidy.id(), number, cap, line, day);
            before = used.ceilings().used(group);
            groups.add(group);
        }
        boolean open = cap.liftable() && !lifted.isEmpty();
        return Optional.of(new Decision.CapUse(
                number,
                limit,
                before.all(),
                before.earlier(),
                open ? Optional.empty() : left(limit, before.all()),
                open ? lifted : ""));
    }

    @Override
    public Optional<Decision.CapUse> partOf(Cap.PartOf cap) {
        if (amount.isNegative()) {
            return Optional.empty();
        }
        Optional<Fraction> whole = line.amount(cap.of());
        if (whole.isEmpty()) {
            gaps.add(new Gap.EmptyCell(cap.of()));
            return Optional.empty();
        }
        Money limit = Money.ofYuan(whole.get().times(cap.share()), DOWN);
        Fraction others = cap.with().flatMap(line::amount).orElse(Fraction.ZERO);
        Money before =
                Money.ofYuan(others.times(Fraction.HUNDRED).awayFromZero().dividedBy(Fraction.HUNDRED), DOWN);
        return Optional.of(new Decision.CapUse(number, limit, before, Map.of(), left(limit, before), ""));
    }

    @Override
    public Optional<Decision.CapUse> budget(Cap.Budget cap) {
        return Optional.of(used.budgets().use(number, cap));
    }

    private static Optional<Money> left(Money limit, Money before) {
        return Optional.of(limit.minus(before).max(Money.ZERO));
    }

    /** The cells that a cap reads and that are empty. */
    public List<Gap> gaps() {
        return gaps;
    }

    /** What is left of the amount; a refund passes no cap. */
    public Money granted() {
        return granted;
    }

    /** What would be left without budgets. */
    public Money wanted() {
        return wanted;
    }

    /** The clause of the cap that decided; empty if none did. */
    public String clause() {
        return clause;
    }

    public List<Decision.CapUse> uses() {
        return uses;
    }

    /** Takes what is granted from the groups of the ceilings; a refund gives back. */
    public void use() {
        groups.forEach(group -> used.ceilings().use(group, granted));
    }
}
