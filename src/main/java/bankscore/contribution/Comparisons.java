package bankscore.contribution;

import bankscore.answer.Answer;
import bankscore.contribution.book.ComparisonBook;
import bankscore.contribution.judge.Judgement;
import bankscore.contribution.judge.Report;
import bankscore.contribution.judge.compare.Comparer;
import bankscore.contribution.judge.compare.Comparison;
import bankscore.contribution.load.SchemeLoader;
import bankscore.contribution.quarter.Quarter;
import bankscore.contribution.say.ComparisonAnswer;
import bankscore.contribution.scheme.Scheme;
import bankscore.exact.Period;
import bankscore.finding.ConfigException;
import bankscore.finding.Words;
import bankscore.intake.Dataset;
import bankscore.run.Office;
import bankscore.run.questions.Missing;
import bankscore.run.questions.Questions.Asked;
import bankscore.run.questions.Versus;
import bankscore.run.revisions.NotAsPublished;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What changed between two published revisions, or would change if another scheme judged the same figures.
 *
 * <p>Figures come from the database alone, as for explaining; only schemes that are named are read from their files.
 */
public final class Comparisons {

    private final PublishedQuarters published;

    public Comparisons(PublishedQuarters published) {
        this.published = published;
    }

    /**
     * What was compared, and what came of it.
     *
     * @param comparisons one, or one for each fund
     */
    public record Compared(Report before, Report after, List<Comparison> comparisons) {

        public Compared {
            comparisons = List.copyOf(comparisons);
        }

        public Answer answer(Words words) {
            return ComparisonAnswer.of(before, after, comparisons, words);
        }
    }

    /**
     * Compares two published revisions.
     *
     * @throws Missing if one of them is not published
     */
    public Compared revisions(Asked earlier, Asked later) throws Missing, NotAsPublished, ConfigException, IOException {
        PublishedResult before = find(earlier);
        PublishedResult after = find(later);
        Quarter arranged =
                published.arranged(after, before.report().assessment().scheme());
        return new Compared(
                before.report(),
                after.report(),
                Comparer.compareFunds(before.report().judged(), after.report().judged(), arranged));
    }

    /**
     * Compares what two schemes make of the figures of a period's latest revision.
     *
     * @param office whose schemes these are
     * @throws Missing if the period is not published or there is no such scheme
     * @throws ConfigException if a scheme is refused
     */
    public Compared schemes(Period period, Office office, String one, String other)
            throws Missing, NotAsPublished, ConfigException, IOException {
        PublishedResult latest = find(new Asked(period, Optional.empty()));
        List<Dataset> datasets = latest.configuration().datasets();
        Scheme first = Versus.version(office, one, datasets, SchemeLoader::load).in(period);
        Scheme second =
                Versus.version(office, other, datasets, SchemeLoader::load).in(period);
        Quarter before = published.arranged(latest, first);
        Quarter after = published.arranged(latest, second);
        return new Compared(
                latest.report(),
                latest.report(),
                Comparer.compareFunds(Judgement.of(first, before), Judgement.of(second, after), before));
    }

    /**
     * Writes a comparison as a workbook beside what the office publishes.
     *
     * @return the file
     * @throws IOException if it cannot be written
     */
    public Path write(Compared compared, Office office, Words words) throws IOException {
        Comparison comparison = compared.comparisons().get(0);
        return Versus.write(
                office,
                published.series(),
                new Versus.Side(side(compared.before()), comparison.before().scheme()),
                new Versus.Side(side(compared.after()), comparison.after().scheme()),
                file -> ComparisonBook.write(
                        compared.before(), compared.after(), compared.comparisons(), office.fonts(), words, file));
    }

    private static String side(Report report) {
        return report.quarter().period() + "-r" + report.run().revision();
    }

    private PublishedResult find(Asked asked) throws Missing, NotAsPublished, ConfigException, IOException {
        return published
                .find(asked.period(), asked.number())
                .orElseThrow(() -> new Missing(
                        Missing.Kind.REVISION,
                        asked.period()
                                + asked.number().map(number -> " r" + number).orElse("")));
    }
}
