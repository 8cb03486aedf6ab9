package bankscore.contribution.say;

import bankscore.answer.Answer;
import bankscore.answer.Answer.Piece;
import bankscore.answer.Answer.Section;
import bankscore.answer.PrintedNumber;
import bankscore.contribution.judge.Judgement;
import bankscore.contribution.judge.Report;
import bankscore.contribution.place.FundPlan;
import bankscore.contribution.place.Placement;
import bankscore.contribution.place.PlanRow;
import bankscore.contribution.scheme.Item;
import bankscore.contribution.score.Assessment;
import bankscore.contribution.score.ScoreCard;
import bankscore.contribution.score.ScoreLine;
import bankscore.exact.Money;
import bankscore.facts.Subject;
import bankscore.finding.Words;
import bankscore.intake.change.ChangedValue;
import bankscore.paper.ChangeSentence;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** Before and after of a simulation for all banks: totals, ranks, shares, points that moved, money per fund. */
public final class SimulationAnswer {

    private static final String NOTHING = "—";

    private final Report before;
    private final Assessment old;
    private final Assessment after;
    private final Optional<String> fund;
    private final Placement placement;
    private final Words words;

    private SimulationAnswer(
            Report before, Assessment old, Assessment after, Optional<String> fund, Placement placement, Words words) {
        this.before = before;
        this.old = old;
        this.after = after;
        this.fund = fund;
        this.placement = placement;
        this.words = words;
    }

    /** The funds that are told apart; one that is absent where none are. */
    private List<Optional<String>> funds() {
        Set<Optional<String>> funds = new LinkedHashSet<>();
        Stream.of(after, old)
                .flatMap(each -> each.parts().stream())
                .forEach(each -> each.fund().ifPresent(own -> funds.add(Optional.of(own))));
        return funds.isEmpty() ? List.of(Optional.empty()) : List.copyOf(funds);
    }

    private SimulationAnswer of(Optional<String> one) {
        return one.map(each -> new SimulationAnswer(before, old.of(each), after.of(each), one, placement, words))
                .orElse(this);
    }

    /** The whole answer, part by part. */
    public static Answer of(Report before, List<ChangedValue> changes, Judgement after, Words words) {
        SimulationAnswer simulation = new SimulationAnswer(
                before, before.assessment(), after.assessment(), Optional.empty(), after.placement(), words);
        List<Section> sections = new ArrayList<>();
        sections.add(simulation.section("simulation.changes", ChangeSentence.of(changes, words)));
        simulation.funds().forEach(fund -> {
            SimulationAnswer own = simulation.of(fund);
            sections.add(own.totals());
            sections.add(own.points());
        });
        simulation.money(sections);
        return new Answer(
                words.text(
                        "simulation.title",
                        "period",
                        before.quarter().period(),
                        "revision",
                        before.run().revision(),
                        "code",
                        before.run().code()),
                "",
                sections);
    }

    private Section section(String key, List<? extends Piece> pieces) {
        String title = words.text(key);
        return new Section(
                fund.map(own -> words.text("answer.of.fund", "fund", own, "section", title))
                        .orElse(title),
                List.copyOf(pieces));
    }

    /** The banks by the rank that they get, then those that get none, as the register has them. */
    private List<Subject> banks() {
        return before.quarter().roster().subjects().stream()
                .sorted(Comparator.comparing(
                        bank -> after.card(bank.code()).map(ScoreCard::rank).orElse(Integer.MAX_VALUE)))
                .toList();
    }

    private Section totals() {
        List<List<String>> rows = new ArrayList<>();
        for (Subject bank : banks()) {
            Optional<ScoreCard> was = old.card(bank.code());
            Optional<ScoreCard> now = after.card(bank.code());
            if (was.isPresent() || now.isPresent()) {
                rows.add(List.of(
                        bank.label(),
                        total(old, was),
                        total(after, now),
                        both(
                                was,
                                now,
                                (one, other) -> one.total().equals(other.total())
                                        ? NOTHING
                                        : PrintedNumber.signed(
                                                other.total().minus(one.total()),
                                                after.scheme().points())),
                        rank(was),
                        rank(now),
                        both(was, now, this::moved),
                        share(was),
                        share(now),
                        both(was, now, SimulationAnswer::shareChange)));
            }
        }
        return section("simulation.totals", List.of(new Piece.Table(head("simulation.totals.head"), rows)));
    }

    private List<String> head(String key) {
        return List.of(words.text(key).split("\\|", -1));
    }

    /** What two cards tell together; a bank that is assessed on one side only has no change. */
    private static String both(
            Optional<ScoreCard> old, Optional<ScoreCard> now, BiFunction<ScoreCard, ScoreCard, String> told) {
        return old.isPresent() && now.isPresent() ? told.apply(old.get(), now.get()) : NOTHING;
    }

    private String total(Assessment assessment, Optional<ScoreCard> card) {
        return card.map(each ->
                        PrintedNumber.rounded(each.total(), assessment.scheme().points()))
                .orElseGet(() -> words.text(fund.isPresent() ? "placed.absent" : "simulation.not_assessed"));
    }

    private static String rank(Optional<ScoreCard> card) {
        return card.map(each -> Integer.toString(each.rank())).orElse(NOTHING);
    }

    private String moved(ScoreCard old, ScoreCard now) {
        int places = old.rank() - now.rank();
        return places == 0
                ? NOTHING
                : words.text(places > 0 ? "simulation.up" : "simulation.down", "places", Math.abs(places));
    }

    private static String share(Optional<ScoreCard> card) {
        return card.map(each -> each.sharePercent().toPlainString()).orElse(NOTHING);
    }

    private static String shareChange(ScoreCard old, ScoreCard now) {
        BigDecimal change = now.sharePercent().subtract(old.sharePercent());
        return change.signum() == 0 ? NOTHING : (change.signum() > 0 ? "+" : "") + change.toPlainString();
    }

    private Section points() {
        List<List<String>> rows = new ArrayList<>();
        for (Subject bank : banks()) {
            Optional<ScoreCard> was = old.card(bank.code());
            Optional<ScoreCard> now = after.card(bank.code());
            for (Item item : after.scheme().items()) {
                Optional<ScoreLine> one = line(was, item);
                Optional<ScoreLine> other = line(now, item);
                if (one.isPresent()
                        && other.isPresent()
                        && !one.get().points().equals(other.get().points())) {
                    rows.add(List.of(
                            bank.label(),
                            item.name(),
                            PrintedNumber.rounded(one.get().points(), one.get().rounding()),
                            PrintedNumber.rounded(
                                    other.get().points(), other.get().rounding()),
                            PrintedNumber.signed(
                                    other.get().points().minus(one.get().points()),
                                    other.get().rounding())));
                }
            }
        }
        return section(
                "simulation.points",
                List.of(
                        rows.isEmpty()
                                ? new Piece.Line(words.text("simulation.points.none"))
                                : new Piece.Table(head("simulation.points.head"), rows)));
    }

    private static Optional<ScoreLine> line(Optional<ScoreCard> card, Item item) {
        return card.stream()
                .flatMap(each -> each.lines().stream())
                .filter(each -> each.item().id().equals(item.id()))
                .findFirst();
    }

    private void money(List<Section> sections) {
        for (FundPlan fund : placement.funds()) {
            Optional<FundPlan> same = before.placement().funds().stream()
                    .filter(each -> each.pool().fund().equals(fund.pool().fund()))
                    .findFirst();
            List<Piece> pieces = new ArrayList<>();
            if (placement.indicative()) {
                pieces.add(new Piece.Line(words.text("answer.money.indicative")));
            }
            pieces.add(new Piece.Table(head("simulation.fund.head"), rows(same, fund)));
            sections.add(new Section(
                    words.text("simulation.fund", "fund", fund.pool().fund()), pieces));
        }
    }

    private List<List<String>> rows(Optional<FundPlan> old, FundPlan now) {
        List<List<String>> rows = new ArrayList<>();
        for (Subject bank : banks()) {
            Optional<Money> one = old.flatMap(fund -> target(fund, bank));
            Optional<Money> other = target(now, bank);
            if (one.isPresent() || other.isPresent()) {
                rows.add(row(
                        bank.label(),
                        one.or(() -> old.flatMap(fund -> outside(fund, bank))).orElse(Money.ZERO),
                        other.or(() -> outside(now, bank)).orElse(Money.ZERO)));
            }
        }
        rows.add(row(
                words.text("simulation.unplaced"), old.map(FundPlan::unplaced).orElse(Money.ZERO), now.unplaced()));
        rows.add(row(
                words.text("simulation.pool"),
                old.map(fund -> fund.pool().amount()).orElse(Money.ZERO),
                now.pool().amount()));
        return rows;
    }

    private static Optional<Money> target(FundPlan fund, Subject bank) {
        return fund.rows().stream()
                .filter(row -> row.bank().code().equals(bank.code()))
                .map(PlanRow::target)
                .findFirst();
    }

    /** What stays at a bank that takes no part: beside the plan, but gone if it is withdrawn on the other side. */
    private static Optional<Money> outside(FundPlan fund, Subject bank) {
        return fund.outside().stream()
                .filter(stays -> stays.bank().code().equals(bank.code()))
                .map(FundPlan.Outside::current)
                .findFirst();
    }

    private static List<String> row(String name, Money one, Money other) {
        return List.of(
                name,
                PrintedNumber.money(one),
                PrintedNumber.money(other),
                one.equals(other) ? NOTHING : PrintedNumber.signed(other.minus(one)));
    }
}
