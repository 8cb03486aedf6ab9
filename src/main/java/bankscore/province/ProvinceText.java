package bankscore.province;

import bankscore.answer.Answer;
import bankscore.finding.Words;
import bankscore.office.CountyState;
import bankscore.office.CountyState.End;
import bankscore.store.province.Workers;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** What is said of how far a province is. */
public record ProvinceText(Words words) {

    /** So many are named in one line. */
    private static final int NAMED = 4;

    /** Whoever lives is heard of twice a minute. */
    private static final Duration HEARD = Duration.ofMinutes(2);

    private static final int SECONDS = "2023-01-12T10:00:00".length();

    /** In one line. */
    public String line(Headway headway) {
        boolean apart = headway.running().stream()
                        .map(county -> county.work().where())
                        .distinct()
                        .count()
                > 1;
        String running = headway.running().stream()
                .limit(NAMED)
                .map(county -> apart
                        ? words.text(
                                "province.headway.where",
                                "county",
                                county.county(),
                                "where",
                                county.work().where())
                        : county.county())
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

    /** Every worker in a line of a table. */
    public Answer.Piece workers(Province.Status status) {
        return new Answer.Piece.Table(
                List.of(
                        words.text("province.head.worker"),
                        words.text("province.head.version"),
                        words.text("province.head.began"),
                        words.text("province.head.done"),
                        words.text("province.head.at"),
                        words.text("province.head.silence")),
                status.hands().stream().map(this::row).toList());
    }

    private List<String> row(Province.Hand hand) {
        Workers.Seen worker = hand.worker();
        return List.of(
                worker.name(),
                worker.version(),
                second(worker.began()),
                Long.toString(hand.done()),
                worker.county().isEmpty()
                        ? words.text(worker.silence().compareTo(HEARD) < 0 ? "province.idle" : "province.unheard")
                        : worker.county(),
                Long.toString(worker.silence().toSeconds()));
    }

    /** A sentence on each worker that hangs; its county is free once the server has ended its sessions, which have its name. */
    public List<String> silent(Province.Status status) {
        return status.hands().stream()
                .map(Province.Hand::worker)
                .filter(Workers.Seen::isSilent)
                .map(worker -> words.text(
                        worker.county().isEmpty() ? "province.worker.silent" : "province.worker.silent_at",
                        "worker",
                        worker.name(),
                        "minutes",
                        worker.silence().toMinutes(),
                        "county",
                        worker.county(),
                        "name",
                        worker.name().replace("'", "''")))
                .toList();
    }

    private static String second(String time) {
        return time.substring(0, Math.min(SECONDS, time.length())).replace('T', ' ');
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
                second(work.since()),
                work.where(),
                work.detail());
    }
}
