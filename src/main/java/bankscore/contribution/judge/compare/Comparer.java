package bankscore.contribution.judge.compare;

import bankscore.contribution.judge.Judgement;
import bankscore.contribution.judge.Standing;
import bankscore.contribution.judge.compare.BankChange.ItemChange;
import bankscore.contribution.quarter.Bids;
import bankscore.contribution.quarter.Quarter;
import bankscore.contribution.quarter.Risk;
import bankscore.contribution.scheme.Item;
import bankscore.contribution.scheme.Scheme;
import bankscore.contribution.score.ScoreCard;
import bankscore.exact.Fraction;
import bankscore.facts.FactTable;
import bankscore.facts.Figure;
import bankscore.facts.Subject;
import bankscore.facts.Told;
import bankscore.facts.register.Register;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compares two results bank by bank and splits every change into its causes, applied one after the other: the register
 * first, then the figures, then the rule. What leaders changed in a plan is a cause of its own.
 *
 * <p>With the later register, banks that stay keep their earlier figures, banks that came bring their own, and those that
 * are gone take theirs with them; the period's end, on which it depends who is open long enough, is the later one's. The
 * differences from step to step add up to the whole change by themselves.
 */
public final class Comparer {

    private final Judgement before;
    private final Judgement after;
    private final Quarter arranged;
    private final Optional<String> fund;

    private Comparer(Judgement before, Judgement after, Quarter arranged, Optional<String> fund) {
        this.before = before;
        this.after = after;
        this.arranged = arranged;
        this.fund = fund;
    }

    /**
     * What changed from one result to the other.
     *
     * @param arranged the later figures as the earlier scheme arranges them: a rule may give records their values
     */
    public static Comparison compare(Judgement before, Judgement after, Quarter arranged) {
        return new Comparer(before, after, arranged, Optional.empty()).compare();
    }

    /** The same; where scores are those of each fund on either side, one for each fund, the later ones in their order first. */
    public static List<Comparison> compareFunds(Judgement before, Judgement after, Quarter arranged) {
        Comparer whole = new Comparer(before, after, arranged, Optional.empty());
        Set<String> funds = new LinkedHashSet<>();
        if (before.assessment().isPerFund() || after.assessment().isPerFund()) {
            Stream.of(after, before).forEach(result -> funds.addAll(funds(result)));
        }
        if (funds.isEmpty()) {
            return List.of(whole.compare());
        }
        Judgement register = whole.register();
        Judgement figures = whole.figures();
        return funds.stream()
                .map(fund -> new Comparer(before.of(fund), after.of(fund), arranged, Optional.of(fund))
                        .compare(register.of(fund), figures.of(fund)))
                .toList();
    }

    /** The funds that somebody takes part in. */
    private static List<String> funds(Judgement result) {
        return result.assessment().isPerFund()
                ? result.assessment().parts().stream()
                        .flatMap(part -> part.fund().stream())
                        .toList()
                : result.placement().funds().stream()
                        .map(each -> each.pool().fund())
                        .toList();
    }

    private Judgement register() {
        return Judgement.of(before.scheme(), known(before.scheme(), withLaterRegister()));
    }

    private Judgement figures() {
        return Judgement.of(before.scheme(), known(before.scheme(), arranged));
    }

    private Comparison compare() {
        return compare(register(), figures());
    }

    private Comparison compare(Judgement register, Judgement figures) {
        List<BankChange> banks = new ArrayList<>();
        Stream.concat(
                        after.quarter().roster().subjects().stream(),
                        before.quarter().roster().subjects().stream().filter(bank -> !isIn(after, bank.code())))
                .forEach(bank -> banks.add(change(bank, register, figures)));
        return new Comparison(before, after, banks, fund);
    }

    private BankChange change(Subject bank, Judgement register, Judgement figures) {
        String code = bank.code();
        Standing first = before.standing(code);
        Standing second = register.standing(code);
        Standing third = figures.standing(code);
        Standing last = after.standing(code);
        Map<Cause, Shift> causes = new EnumMap<>(Cause.class);
        causes.put(Cause.ROSTER, Shift.between(first, second));
        causes.put(Cause.DATA, Shift.between(second, third));
        causes.put(Cause.RULE, Shift.between(third, last));
        causes.put(Cause.ADJUSTMENT, Shift.ofAdjustments(first, last));
        return new BankChange(bank, !isIn(before, code), !isIn(after, code), first, last, causes, items(code));
    }

    private List<ItemChange> items(String bank) {
        Map<String, String> names = new LinkedHashMap<>();
        for (Scheme scheme : List.of(after.scheme(), before.scheme())) {
            for (Item item : scheme.items()) {
                names.putIfAbsent(item.id(), item.name());
            }
        }
        Map<String, Fraction> earlier = points(before, bank);
        Map<String, Fraction> later = points(after, bank);
        return names.entrySet().stream()
                .map(item -> new ItemChange(
                        item.getKey(),
                        item.getValue(),
                        Optional.ofNullable(earlier.get(item.getKey())),
                        Optional.ofNullable(later.get(item.getKey()))))
                .toList();
    }

    private static Map<String, Fraction> points(Judgement result, String bank) {
        Map<String, Fraction> points = new HashMap<>();
        result.assessment()
                .card(bank)
                .map(ScoreCard::lines)
                .orElse(List.of())
                .forEach(line -> points.put(line.item().id(), line.points()));
        return points;
    }

    private static boolean isIn(Judgement result, String bank) {
        return result.quarter().roster().subject(bank).isPresent();
    }

    // ---- The steps between ----------------------------------------------------------------------------------------

    private Quarter withLaterRegister() {
        Quarter earlier = before.quarter();
        Quarter later = arranged;
        return new Quarter(
                new FactTable(
                        // A rule that asks what quarters published asks for those before the earlier figures.
                        before.scheme().remembered().isEmpty() ? later.period() : earlier.period(),
                        later.roster().telling(told(earlier.roster(), later.roster())),
                        earlier.facts().datasets(),
                        byBank(earlier.facts().figures(), later.facts().figures()),
                        byBank(earlier.facts().records(), later.facts().records()),
                        earlier.facts().parameters(),
                        earlier.facts().earlier()),
                Stream.concat(
                                earlier.holdings().stream().filter(holding -> isIn(after, holding.bank())),
                                later.holdings().stream().filter(holding -> !isIn(before, holding.bank())))
                        .toList(),
                earlier.pools(),
                Stream.concat(
                                earlier.risks().stream().filter(risk -> isIn(after, risk.bank())),
                                later.risks().stream().filter(risk -> !isIn(before, risk.bank())))
                        .toList(),
                List.of(),
                bids(earlier.bids(), later.bids()));
    }

    /** What banks bid, fund by fund in the same way. */
    private Bids bids(Bids earlier, Bids later) {
        Set<String> funds = new LinkedHashSet<>(earlier.funds());
        funds.addAll(later.funds());
        Map<String, Map<String, Map<String, Figure>>> mixed = new LinkedHashMap<>();
        funds.forEach(fund -> mixed.put(fund, byBank(earlier.of(fund), later.of(fund))));
        return new Bids(mixed);
    }

    /** What columns of words say is data: the earlier words of banks that stay and the later ones of banks that came. */
    private Map<String, Map<String, Told>> told(Register earlier, Register later) {
        Map<String, Map<String, Told>> mixed = new HashMap<>();
        for (Subject bank : later.subjects()) {
            mixed.put(bank.code(), earlier.subject(bank.code()).orElse(bank).told());
        }
        return mixed;
    }

    /** By column and bank: the earlier values of banks that stay and the later ones of banks that came. */
    private <T> Map<String, Map<String, T>> byBank(
            Map<String, Map<String, T>> earlier, Map<String, Map<String, T>> later) {
        Map<String, Map<String, T>> mixed = new HashMap<>();
        earlier.forEach((column, values) -> values.forEach((bank, value) -> {
            if (isIn(after, bank)) {
                mixed.computeIfAbsent(column, id -> new HashMap<>()).put(bank, value);
            }
        }));
        later.forEach((column, values) -> values.forEach((bank, value) -> {
            if (!isIn(before, bank)) {
                mixed.computeIfAbsent(column, id -> new HashMap<>()).put(bank, value);
            }
        }));
        return mixed;
    }

    /**
     * Without risks whose action the scheme does not know, because a rule cannot act on another rule's words, and without
     * adjustments.
     */
    private static Quarter known(Scheme scheme, Quarter quarter) {
        Set<String> words = Stream.concat(Stream.of(scheme.allocation()), scheme.funds().values().stream())
                .map(rule -> rule.safety().keySet())
                .reduce((one, other) -> one.stream().filter(other::contains).collect(Collectors.toSet()))
                .orElseGet(Set::of);
        List<Risk> risks = quarter.risks().stream()
                .filter(risk -> risk.cancels() || words.contains(risk.disposal()))
                .toList();
        return quarter.withRisks(risks).withAdjustments(List.of());
    }
}
