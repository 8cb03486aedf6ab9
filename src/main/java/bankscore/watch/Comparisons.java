package bankscore.watch;

import bankscore.exact.Period;
import bankscore.finding.ConfigException;
import bankscore.finding.Words;
import bankscore.office.Series;
import bankscore.run.Office;
import bankscore.run.questions.Missing;
import bankscore.run.questions.Questions.Asked;
import bankscore.run.questions.Questions.Compared;
import bankscore.run.questions.Versus;
import bankscore.run.revisions.NotAsPublished;
import bankscore.watch.PublishedNotices.Otherwise;
import bankscore.watch.book.ComparisonBook;
import bankscore.watch.load.WatchLoader;
import bankscore.watch.say.Comparison;
import bankscore.watch.say.ComparisonAnswer;
import bankscore.watch.say.Report;
import bankscore.watch.scheme.WatchScheme;
import java.util.List;
import java.util.Optional;

/** What changed between two published notices, or would change if another version of the rule judged the same period. */
final class Comparisons {

    private final PublishedNotices published;
    private final Series series;
    private final Words words;

    /** @param words those of watching */
    Comparisons(PublishedNotices published, Series series, Words words) {
        this.published = published;
        this.series = series;
        this.words = words;
    }

    /**
     * Compares two published revisions.
     *
     * @throws Missing if one of them is not published
     */
    Compared revisions(Asked earlier, Asked later, Office office) throws Missing, NotAsPublished, ConfigException {
        return compared(published.need(earlier).report(), published.need(later).report(), List.of(), office);
    }

    /**
     * Compares what two versions of the rule make of a period's latest revision.
     *
     * @throws Missing if the period is not published or the rule has no such version
     * @throws ConfigException if a version is refused, or a run by it would stop
     */
    Compared versions(Period period, String one, String other, Office office)
            throws Missing, NotAsPublished, ConfigException {
        PublishedNotice latest = published.need(new Asked(period, Optional.empty()));
        WatchScheme first = Versus.version(office, one, latest.configuration(), WatchLoader.READER);
        WatchScheme second = Versus.version(office, other, latest.configuration(), WatchLoader.READER);
        return compared(
                judged(latest, first),
                judged(latest, second),
                Versus.unpublished(latest.configuration(), first, second),
                office);
    }

    private Report judged(PublishedNotice latest, WatchScheme rule) throws NotAsPublished, ConfigException {
        Otherwise otherwise = published.otherwise(latest, rule);
        return otherwise
                .notice()
                .orElseThrow(() -> Versus.stopped(rule, latest.report().period(), otherwise.stopping()))
                .report();
    }

    private Compared compared(Report before, Report after, List<String> unpublished, Office office) {
        Comparison comparison = Comparison.of(before, after);
        return new Compared(
                ComparisonAnswer.of(comparison, unpublished, words),
                words.text("compare.how"),
                // Who is named is no amount that causes move.
                List.of(),
                () -> Versus.write(
                        office,
                        series,
                        side(before),
                        side(after),
                        file -> ComparisonBook.write(comparison, office.fonts(), words, file)));
    }

    private static Versus.Side side(Report report) {
        return new Versus.Side(report.period() + "-r" + report.run().revision(), report.rule());
    }
}
