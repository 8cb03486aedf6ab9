package bankscore.province;

import bankscore.answer.Answer;
import bankscore.finding.Words;
import bankscore.office.CountyState;
import bankscore.office.CountyState.End;
import java.util.List;
import java.util.stream.Collectors;

/** What is said of how far a province is. */
public record ProvinceText(Words words) {

    /** So many are named in one line. */
    private static final int NAMED = 4;

    private static final int SECONDS = "2023-01-12T10:00:00".length();

    /** In one line. */
    public String line(Headway headway) {
        String running = headway.running().stream()
                .limit(NAMED)
                .map(CountyState::county)
                .collect(Collectors.joining(words.text("letter.join")));
        return words.text(
                "province.headway",
                "done",
                headway.done(),
                "total",
                headway.total(),
                "published",
                headway.count(End.PUBLISHED),
                "same",
                headway.count(End.NOTHING_NEW),
                "findings",
                headway.count(End.FINDINGS),
                "failed",
                headway.count(End.FAILED),
                "waiting",
                headway.count(End.WAITING),
                "running",
                running.isEmpty() ? "" : words.text("province.headway.running", "counties", running),
                "rest",
                headway.seconds()
                        .map(rest -> words.text("province.headway.rest", "rest", rest))
                        .orElse(""));
    }

    /** Every county in a line of a table. */
    public Answer.Piece table(Province.Status status) {
        return new Answer.Piece.Table(
                List.of(
                        words.text("province.head.county"),
                        words.text("province.head.state"),
                        words.text("province.head.revision"),
                        words.text("province.head.seconds"),
                        words.text("province.head.since"),
                        words.text("province.head.where"),
                        words.text("province.head.detail")),
                status.counties().stream().map(county -> row(county, status)).toList());
    }

    private List<String> row(CountyState county, Province.Status status) {
        CountyState.Work work = county.work();
        String end = county.end() == End.RUNNING && !status.underWay()
                ? "INTERRUPTED"
                : county.end().name();
        return List.of(
                county.county(),
                words.text("province.state." + end),
                county.kept().revision() == 0 ? "" : "r" + county.kept().revision(),
                county.end().isDone() ? Long.toString((work.millis() + 999) / 1000) : "",
                work.since()
                        .substring(0, Math.min(SECONDS, work.since().length()))
                        .replace('T', ' '),
                work.where(),
                work.detail());
    }
}
