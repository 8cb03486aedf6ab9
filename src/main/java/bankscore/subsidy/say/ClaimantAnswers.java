package bankscore.subsidy.say;

import bankscore.answer.Answer;
import bankscore.answer.Answer.Piece;
import bankscore.answer.Answer.Section;
import bankscore.answer.PrintedNumber;
import bankscore.exact.Money;
import bankscore.facts.Nearest;
import bankscore.finding.Words;
import bankscore.sheet.PlainText;
import bankscore.subsidy.decide.Decision;
import bankscore.subsidy.decide.Spool;
import bankscore.subsidy.decide.seen.Keys;
import bankscore.subsidy.scheme.Subsidy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Why a claimant's lines came to what was granted: for the screen and for a page that is sent to them, nobody else in it. */
public final class ClaimantAnswers {

    private final Report report;
    private final Words words;
    private final LineSentence sentence;

    /** @param words those of subsidies */
    public ClaimantAnswers(Report report, Words words) {
        this.report = report;
        this.words = words;
        this.sentence = new LineSentence(report, words);
    }

    /**
     * An answer.
     *
     * @param key of the claimant
     * @param name of the claimant
     */
    public record Answered(String key, String name, Answer answer) {}

    /**
     * The answers to whoever asks by key, name or reference; one for each claimant that is meant, none where nobody is. Who
     * asks by a reference gets the lines that have it.
     */
    public List<Answered> of(String asked) {
        String wanted = PlainText.closed(asked);
        Map<String, List<Decision>> own = new LinkedHashMap<>();
        Map<String, List<Decision>> referred = new LinkedHashMap<>();
        report.decisions().lines().each(line -> {
            if (isAsked(wanted, line.claimant().key())
                    || isAsked(wanted, line.claimant().name())) {
                own.computeIfAbsent(line.claimant().key(), key -> new ArrayList<>())
                        .add(line);
            } else if (isAsked(wanted, line.line().reference())) {
                referred.computeIfAbsent(line.claimant().key(), key -> new ArrayList<>())
                        .add(line);
            }
        });
        return (own.isEmpty() ? referred : own)
                .values().stream().map(this::answered).toList();
    }

    /**
     * Gives the answers to everybody, in the order of their first lines; of all lines no more than one claimant's are in
     * memory.
     *
     * @param waiting an empty one, where lines wait for the others of their claimant
     */
    public void each(Spool<Decision> waiting, Consumer<Answered> to) {
        Keys claimants = new Keys();
        int[] count = {0};
        report.decisions().lines().each(line -> {
            long claimant = claimants.add(List.of(line.claimant().key()));
            waiting.put(claimant << Integer.SIZE | count[0]++, line);
        });
        List<Decision> own = new ArrayList<>();
        waiting.each(line -> {
            if (!own.isEmpty()
                    && !own.get(0).claimant().key().equals(line.claimant().key())) {
                to.accept(answered(own));
                own.clear();
            }
            own.add(line);
        });
        if (!own.isEmpty()) {
            to.accept(answered(own));
        }
    }

    /** The claimants with the most similar names; everybody where there are few, nothing where there is nobody. */
    public String nearest(String asked) {
        Map<String, List<String>> names = new LinkedHashMap<>();
        report.decisions()
                .lines()
                .each(line -> names.putIfAbsent(
                        line.claimant().name(),
                        List.of(line.claimant().key(), line.claimant().name())));
        return Nearest.to(asked, names, words.text("word.none"));
    }

    private static boolean isAsked(String wanted, String text) {
        return !text.isEmpty() && PlainText.closed(text).equals(wanted);
    }

    private Answered answered(List<Decision> lines) {
        Decision.Party claimant = lines.get(0).claimant();
        List<Section> sections = new ArrayList<>();
        Money granted = Money.sum(lines.stream().map(Decision::granted).toList());
        long refused = lines.stream().filter(line -> line.outcome().isRefused()).count();
        sections.add(new Section(
                words.text("answer.result"),
                List.of(new Piece.Line(words.text(
                        "answer.result.text",
                        "lines",
                        lines.size(),
                        "granted",
                        lines.size() - refused,
                        "amount",
                        PrintedNumber.yuan(granted),
                        "refused",
                        refused)))));
        for (Subsidy subsidy : report.scheme().subsidies()) {
            List<Piece> entries = lines.stream()
                    .filter(line -> line.subsidy().equals(subsidy.id()))
                    .<Piece>map(line -> entry(subsidy, line))
                    .toList();
            if (!entries.isEmpty()) {
                sections.add(new Section(subsidy.name(), entries));
            }
        }
        sections.add(new Section(
                words.text("answer.basis"),
                List.of(new Piece.Line(words.text(
                        "answer.basis.text",
                        "document",
                        report.scheme().source().document(),
                        "number",
                        report.scheme().source().number())))));
        return new Answered(
                claimant.key(),
                claimant.name(),
                new Answer(
                        words.text("answer.title", "name", claimant.name(), "period", report.period(words)),
                        words.text(
                                "answer.subtitle",
                                "period",
                                report.period(words),
                                "revision",
                                report.run().revision(),
                                "code",
                                report.run().code()),
                        sections));
    }

    private Piece entry(Subsidy subsidy, Decision line) {
        String reference = line.line().reference();
        return new Piece.Entry(
                reference.isEmpty() ? words.date(line.day()) : reference,
                words.text("answer.granted", "amount", PrintedNumber.yuan(line.granted())),
                words.text(
                        "answer.clause",
                        "clause",
                        report.clause(subsidy.clause(), words),
                        "mark",
                        words.text("mark." + subsidy.mark())),
                sentence.of(line));
    }
}
