package bankscore.subsidy;

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
import bankscore.subsidy.PublishedBatches.Otherwise;
import bankscore.subsidy.book.ComparisonBook;
import bankscore.subsidy.load.SubsidyLoader;
import bankscore.subsidy.say.Comparison;
import bankscore.subsidy.say.ComparisonAnswer;
import bankscore.subsidy.say.Report;
import bankscore.subsidy.scheme.SubsidyScheme;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What changed between two published batches, or would change if another version of the rule decided the same lines. */
final class Comparisons {

    private final PublishedBatches published;
    private final Series series;
    private final Words words;

    /** @param words those of subsidies */
    Comparisons(PublishedBatches published, Series series, Words words) {
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
        try (PublishedBatch before = published.need(earlier);
                PublishedBatch after = published.need(later)) {
            return compared(Comparison.of(before.report(), after.report()), List.of(), office);
        }
    }

    /**
     * Compares what two versions of the rule make of a period's latest revision.
     *
     * @throws Missing if the period is not published or the rule has no such version
     * @throws ConfigException if a version is refused, or a run by it would stop
     */
    Compared versions(Period period, String one, String other, Office office)
            throws Missing, NotAsPublished, ConfigException {
        try (PublishedBatch latest = published.need(new Asked(period, Optional.empty()))) {
            SubsidyScheme first = Versus.version(office, one, latest.configuration(), SubsidyLoader.READER);
            SubsidyScheme second = Versus.version(office, other, latest.configuration(), SubsidyLoader.READER);
            try (PublishedBatch before = decided(latest, first);
                    PublishedBatch after = decided(latest, second)) {
                List<String> unpublished = Versus.unpublished(latest.configuration(), first, second);
                return compared(Comparison.of(before.report(), after.report()), unpublished, office);
            }
        }
    }

    private PublishedBatch decided(PublishedBatch latest, SubsidyScheme rule) throws NotAsPublished, ConfigException {
        Otherwise otherwise = published.otherwise(latest, rule, Map.of());
        return otherwise
                .batch()
                .orElseThrow(() -> Versus.stopped(rule, latest.report().period(), otherwise.stopping()));
    }

    private Compared compared(Comparison comparison, List<String> unpublished, Office office) {
        return new Compared(
                ComparisonAnswer.of(comparison, unpublished, words),
                words.text("compare.how"),
                ComparisonAnswer.falls(comparison, words),
                () -> Versus.write(
                        office,
                        series,
                        side(comparison.before()),
                        side(comparison.after()),
                        file -> ComparisonBook.write(comparison, office.fonts(), words, file)));
    }

    private static Versus.Side side(Report report) {
        return new Versus.Side(report.period() + "-r" + report.run().revision(), report.scheme());
    }
}
