package bankscore.run.questions;

import bankscore.exact.Period;
import bankscore.finding.ConfigException;
import bankscore.finding.ConfigProblem;
import bankscore.finding.PrintedFinding;
import bankscore.intake.Dataset;
import bankscore.load.rule.RuleReader;
import bankscore.load.yaml.YamlFile;
import bankscore.office.Series;
import bankscore.rule.Rule;
import bankscore.run.Office;
import bankscore.run.request.FileNames;
import bankscore.run.request.Privacy;
import bankscore.run.take.Configuration;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What comparisons have in common, whatever is compared: versions of a rule by name, and where the workbook goes. */
public final class Versus {

    /** Written by another program meanwhile, or a file that is open in one that lets nobody write: the next number is free. */
    private static final int MOST_NUMBERS = 9;

    /** Of findings that stop a version; a sentence with a thousand of them helps nobody. */
    private static final int MOST_TOLD = 3;

    private Versus() {}

    /** Writes a workbook. */
    @FunctionalInterface
    public interface Book {
        void write(Path file) throws IOException;
    }

    /**
     * One side, as the name of the file has it.
     *
     * @param period with the revision, such as {@code 2022Q3-r1}
     * @param rule the rule that judged
     */
    public record Side(String period, Rule rule) {}

    /**
     * A version of a rule, from the files of today.
     *
     * @param datasets whose figures it sees
     * @throws Missing if there is no such version
     * @throws ConfigException if it is refused
     */
    public static <R extends Rule> R version(Office office, String id, List<Dataset> datasets, RuleReader<R> reader)
            throws Missing, ConfigException {
        Path file = office.config().resolve(Configuration.ruleFile(id));
        if (!id.matches("[A-Za-z0-9_.-]+") || !Files.isRegularFile(file)) {
            throw new Missing(Missing.Kind.SCHEME, id);
        }
        return reader.read(YamlFile.read(file, "config/" + Configuration.ruleFile(id)), datasets);
    }

    /**
     * Another version of the rule by which something was published.
     *
     * @throws Missing if the rule has no such version
     * @throws ConfigException if it is refused
     */
    public static <R extends Rule> R version(Office office, String id, Configuration<R> published, RuleReader<R> reader)
            throws Missing, ConfigException {
        R version = version(office, id, published.datasets(), reader);
        if (!version.rule().equals(published.rule().rule())) {
            throw new Missing(Missing.Kind.SCHEME, id);
        }
        return version;
    }

    /** The versions by which nothing was published. */
    public static List<String> unpublished(Configuration<?> published, Rule... versions) {
        return Stream.of(versions)
                .filter(each -> !each.digest().equals(published.rule().digest()))
                .map(Rule::id)
                .distinct()
                .toList();
    }

    /**
     * What would stop a run is no result that could be compared.
     *
     * @param stopping the findings for which it would stop
     */
    public static ConfigException stopped(Rule rule, Period period, List<PrintedFinding> stopping) {
        return new ConfigException(List.of(new ConfigProblem(
                "config/" + Configuration.ruleFile(rule.id()),
                0,
                rule.id(),
                "stops",
                Map.of(
                        "period",
                        period.toString(),
                        "count",
                        Integer.toString(stopping.size()),
                        "found",
                        stopping.stream()
                                .limit(MOST_TOLD)
                                .map(PrintedFinding::message)
                                .collect(Collectors.joining(" "))))));
    }

    /**
     * Writes a comparison as a workbook beside what the office publishes. The same comparison takes the place of its earlier
     * workbook; one that is open stays, and the new one gets a number.
     *
     * @return the file
     * @throws IOException if it cannot be written
     */
    public static Path write(Office office, Series series, Side before, Side after, Book book) throws IOException {
        Path folder = Privacy.folder(office.publishing().output().resolve("compare"));
        Path beside = Files.createTempFile(folder, ".compare", ".xlsx");
        try {
            book.write(beside);
            String rule = series.rule().isEmpty() ? "" : FileNames.part(series.rule()) + "_";
            String name = rule + name(before, after);
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

    /** Such as {@code 2022Q3-r1_2022Q4-r2}; a rule's file may change, so its digest is part of the name. */
    private static String name(Side before, Side after) {
        return before.period().equals(after.period())
                ? after.period() + "_" + version(before.rule()) + "_" + version(after.rule())
                : before.period() + "_" + after.period();
    }

    private static String version(Rule rule) {
        return rule.id() + "-" + rule.digest().substring(0, 8);
    }
}
