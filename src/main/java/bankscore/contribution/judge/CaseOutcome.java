package bankscore.contribution.judge;

import bankscore.contribution.place.FundPlan;
import bankscore.contribution.place.NoPlan;
import bankscore.contribution.place.PlanRow;
import bankscore.contribution.place.Transfer;
import bankscore.contribution.scheme.Excluded;
import bankscore.contribution.score.Assessment;
import bankscore.contribution.score.ScoreCard;
import bankscore.contribution.score.ScoreLine;
import bankscore.exact.Fraction;
import bankscore.rule.BenchmarkValue;
import bankscore.rule.MeasureValue;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All that an assessment and its plan say, as exact texts by the paths that cases use. */
final class CaseOutcome {

    private final Map<String, String> byPath = new TreeMap<>();

    private CaseOutcome() {}

    static Map<String, String> of(Judgement judged) {
        CaseOutcome outcome = new CaseOutcome();
        outcome.score(judged.assessment());
        judged.assessment().funds().values().forEach(outcome::scoreOfFund);
        outcome.byPath.put(
                "plan",
                judged.placement() instanceof NoPlan
                        ? "none"
                        : judged.placement().indicative() ? "indicative" : "final");
        judged.placement().funds().forEach(outcome::fund);
        judged.findings()
                .forEach(finding -> outcome.count("findings." + finding.code().name()));
        return outcome.byPath;
    }

    private void count(String path) {
        byPath.merge(path, "1", (before, one) -> Integer.toString(Integer.parseInt(before) + 1));
    }

    private void score(Assessment assessment) {
        for (BenchmarkValue benchmark : assessment.benchmarks()) {
            byPath.put("benchmarks." + benchmark.benchmark().id(), text(benchmark.value()));
        }
        for (Map.Entry<String, Map<String, MeasureValue>> measure :
                assessment.measures().entrySet()) {
            measure.getValue()
                    .forEach((bank, value) ->
                            byPath.put("measures." + bank + "." + measure.getKey(), text(value.value())));
        }
        for (ScoreCard card : assessment.cards()) {
            String bank = card.bank().code();
            for (ScoreLine line : card.lines()) {
                byPath.put(
                        "points." + bank + "." + line.item().id(), line.points().toString());
            }
            if (!assessment.isPerFund()) {
                standing("", card);
            }
        }
        assessment
                .groups()
                .byBank()
                .forEach((grouping, banks) -> assessment
                        .cards()
                        .forEach(card -> byPath.put(
                                "groups." + card.bank().code() + "." + grouping,
                                banks.getOrDefault(card.bank().code(), "null"))));
        for (Excluded bank : assessment.excluded()) {
            byPath.put("excluded." + bank.bank().code(), word(bank.reason()));
        }
    }

    /** @param at what stands before every path */
    private void standing(String at, ScoreCard card) {
        String bank = card.bank().code();
        byPath.put(at + "totals." + bank, card.total().toString());
        byPath.put(at + "ranks." + bank, Integer.toString(card.rank()));
        byPath.put(at + "shares." + bank, card.share().toString());
        byPath.put(at + "percents." + bank, card.sharePercent().toPlainString());
    }

    /** What is of a fund alone, and its totals, ranks and shares. */
    private void scoreOfFund(Assessment assessment) {
        String at = "funds." + assessment.fund().orElseThrow() + ".";
        for (ScoreCard card : assessment.cards()) {
            String bank = card.bank().code();
            card.ofFund()
                    .forEach(line -> byPath.put(
                            at + "points." + bank + "." + line.item().id(),
                            line.points().toString()));
            assessment
                    .bids(card)
                    .forEach((id, value) -> byPath.put(at + "measures." + bank + "." + id, text(value.value())));
            standing(at, card);
        }
    }

    private void fund(FundPlan fund) {
        String at = "funds." + fund.pool().fund() + ".";
        byPath.put(at + "pool", fund.pool().amount().toString());
        byPath.put(at + "unplaced", fund.unplaced().toString());
        for (PlanRow row : fund.rows()) {
            String bank = row.bank().code();
            byPath.put(at + "targets." + bank, row.target().toString());
            byPath.put(at + "changes." + bank, row.change().toString());
            byPath.put(at + "now." + bank, row.now().toString());
            byPath.put(at + "at_maturity." + bank, row.atMaturity().toString());
            byPath.put(at + "notes." + bank, word(row.note()));
        }
        for (FundPlan.Outside outside : fund.outside()) {
            byPath.put(
                    at + "outside." + outside.bank().code(), outside.current().toString());
        }
        byPath.put(at + "transfers.count", Integer.toString(fund.transfers().size()));
        for (int i = 0; i < fund.transfers().size(); i++) {
            Transfer transfer = fund.transfers().get(i);
            String one = at + "transfers[" + i + "].";
            byPath.put(one + "from", transfer.from());
            byPath.put(one + "to", transfer.to());
            byPath.put(one + "amount", transfer.amount().toString());
            byPath.put(one + "when", transfer.atMaturity() ? "at_maturity" : "now");
            byPath.put(one + "date", transfer.date().map(Object::toString).orElse("null"));
        }
    }

    private static String text(Optional<Fraction> value) {
        return value.map(Fraction::toString).orElse("null");
    }

    private static String word(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
