package bankscore.contribution.say;

import bankscore.answer.PrintedNumber;
import bankscore.contribution.allocation.Taker;
import bankscore.contribution.allocation.Tie;
import bankscore.contribution.place.Draw;
import bankscore.contribution.place.FundPlan;
import bankscore.contribution.place.PlanRow;
import bankscore.facts.Subject;
import bankscore.finding.Words;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who got what several banks claimed alike, and by which order: {@code decisions.md}, D14. */
final class TieSentence {

    /** More names than this are the first of them and their number. */
    private static final int NAMED = 5;

    private final Words words;
    private final UnaryOperator<String> name;

    /** @param name the name of a measure or of the total, by its id */
    TieSentence(Words words, UnaryOperator<String> name) {
        this.words = words;
        this.name = name;
    }

    /** For a line's note: each draw from the bank's side, without another bank's name. */
    List<String> brief(PlanRow row) {
        return row.draws().stream()
                .map(draw ->
                        words.text(key(draw, side(draw, row.bank().code())), "by", by(draw), "amount", amount(draw)))
                .toList();
    }

    /** The draw with all its banks. */
    String whole(FundPlan fund, Draw draw) {
        Map<String, String> labels =
                fund.rows().stream().map(PlanRow::bank).collect(Collectors.toMap(Subject::code, Subject::label));
        List<String> equal =
                Stream.concat(draw.got().stream(), draw.missed().stream()).toList();
        String full = names(draw.full(), labels);
        return words.text(
                key(draw, "all"),
                "count",
                equal.size(),
                "banks",
                names(equal, labels),
                "by",
                by(draw),
                "got",
                names(draw.got(), labels),
                "each",
                draw.got().size() > 1 ? words.text("tie.each") : "",
                "amount",
                amount(draw),
                "full",
                full,
                "limit",
                full.isEmpty() ? "" : words.text("tie.limit." + draw.claim(), "full", full));
    }

    private static String key(Draw draw, String side) {
        String decided = draw.by().isEmpty() ? draw.full().isEmpty() ? "first" : "limit" : "tied";
        return "tie." + draw.claim() + "." + side + "." + decided;
    }

    private static String side(Draw draw, String bank) {
        if (draw.got().contains(bank)) {
            return "got";
        }
        return draw.missed().contains(bank) ? "missed" : "full";
    }

    private String by(Draw draw) {
        return draw.by().stream()
                .map(tie -> tie instanceof Tie.RosterOrder
                        ? words.text("tie.by.roster")
                        : words.text(
                                "tie.by.high", "name", name.apply(tie.measure().orElse(Taker.TOTAL))))
                .collect(Collectors.joining(words.text("letter.join")));
    }

    /** A lot in 万元, as the scheme writes it; what is less than a lot in 元. */
    private static String amount(Draw draw) {
        return draw.claim() == Draw.Claim.ODD_REST
                ? PrintedNumber.yuan(draw.amount())
                : PrintedNumber.value(draw.amount().wan());
    }

    private String names(List<String> banks, Map<String, String> labels) {
        String named = banks.stream()
                .limit(NAMED)
                .map(bank -> labels.getOrDefault(bank, bank))
                .collect(Collectors.joining(words.text("letter.join")));
        return banks.size() > NAMED ? words.text("tie.names", "banks", named, "count", banks.size()) : named;
    }
}
