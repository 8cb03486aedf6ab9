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
import bankscore.load.YamlFile;
import bankscore.run.Office;
import bankscore.run.questions.Missing;
import bankscore.run.questions.Questions.Asked;
import bankscore.run.request.FileNames;
import bankscore.run.request.Privacy;
import bankscore.run.revisions.NotAsPublished;
import bankscore.run.take.Configuration;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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

    /** What was compared, and what came of it. */
    public record Compared(Report before, Report after, Comparison comparison) {

        public Answer answer(Words words) {
            return ComparisonAnswer.of(before, after, comparison, words);
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
                Comparer.compare(before.report().judged(), after.report().judged(), arranged));
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
        Path folder = office.config().resolve("schemes");
        Scheme first = scheme(folder, one, latest);
        Scheme second = scheme(folder, other, latest);
        Quarter before = published.arranged(latest, first);
        Quarter after = published.arranged(latest, second);
        return new Compared(
                latest.report(),
                latest.report(),
                Comparer.compare(Judgement.of(first, before), Judgement.of(second, after), before));
    }

    /** Written by another program meanwhile, or a file that is open in one that lets nobody write: the next number is free. */
    private static final int MOST_NUMBERS = 9;

    /**
     * Writes a comparison as a workbook beside what the office publishes. The same comparison takes the place of its earlier workbook; one that is open
     * stays, and the new one gets a number.
     *
     * @return the file
     * @throws IOException if it cannot be written
     */
    public Path write(Compared compared, Office office, Words words) throws IOException {
        Path folder = Privacy.folder(office.publishing().output().resolve("compare"));
        Path beside = Files.createTempFile(folder, ".compare", ".xlsx");
        try {
            ComparisonBook.write(
                    compared.before(), compared.after(), compared.comparison(), office.fonts(), words, beside);
            String rule = published.rule().isEmpty() ? "" : FileNames.part(published.rule()) + "_";
            String name = rule + name(compared);
            for (int number = 1; ; number++) {
                Path file = folder.resolve(number == 1 ? name + ".xlsx" : name + "_" + number + ".xlsx");
                try {
                    return Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
                } catch (FileSystemException e) {
                    if (number == MOST_NUMBERS) {
                        throw e;
                    }
                }
            }
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    /** Such as {@code 2022Q3-r1_2022Q4-r2}; a scheme's file may change, so its digest is part of the name. */
    private static String name(Compared compared) {
        String before = side(compared.before());
        String after = side(compared.after());
        if (!before.equals(after)) {
            return before + "_" + after;
        }
        return after + "_" + scheme(compared.comparison().before()) + "_"
                + scheme(compared.comparison().after());
    }

    private static String side(Report report) {
        return report.quarter().period() + "-r" + report.run().revision();
    }

    private static String scheme(Judgement result) {
        return result.scheme().id() + "-" + result.scheme().digest().substring(0, 8);
    }

    private PublishedResult find(Asked asked) throws Missing, NotAsPublished, ConfigException, IOException {
        return published
                .find(asked.period(), asked.number())
                .orElseThrow(() -> new Missing(
                        Missing.Kind.REVISION,
                        asked.period()
                                + asked.number().map(number -> " r" + number).orElse("")));
    }

    private static Scheme scheme(Path folder, String id, PublishedResult latest) throws Missing, ConfigException {
        if (!id.matches("[A-Za-z0-9_.-]+") || !Files.isRegularFile(folder.resolve(id + ".yaml"))) {
            throw new Missing(Missing.Kind.SCHEME, id);
        }
        return SchemeLoader.load(
                YamlFile.read(folder.resolve(id + ".yaml"), "config/" + Configuration.ruleFile(id)),
                latest.configuration().datasets());
    }
}
