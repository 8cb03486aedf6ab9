package bankscore.subsidy.papers;

import bankscore.exact.Fraction;
import bankscore.exact.Money;
import bankscore.exact.Rounding;
import bankscore.exact.Sha256;
import bankscore.finding.Words;
import bankscore.paper.json.CodedResult;
import bankscore.store.database.Ahead;
import bankscore.store.database.Portions;
import bankscore.subsidy.decide.Decision;
import bankscore.subsidy.say.Report;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The files of the lines of a batch that is too large for a sheet, written while the lines are read: one for people ({@code
 * 审核明细.csv}), one for programs ({@link ResultJson#LINES}).
 */
public final class LineFiles implements Consumer<Decision>, Closeable {

    /** So many lines are written for programs while those before are written for people. */
    private static final int AT_ONCE = 256;

    private final Report report;
    private final Words words;
    private final List<String> levels;
    private final CsvFile people;
    private final OutputStream programs;
    private final JsonLines json = new JsonLines();
    private final Sha256 digest = new Sha256();
    private final Ahead<List<Decision>, Integer> written = new Ahead<>("lines", this::write, lines -> {});
    private final Portions<Decision> portions = new Portions<>(AT_ONCE, written::take);
    private long number;

    /**
     * Begins both files.
     *
     * @param words those of subsidies
     */
    public LineFiles(Report report, Words words, Path people, Path programs) throws IOException {
        this.report = report;
        this.words = words;
        Set<String> all = new LinkedHashSet<>();
        report.scheme().subsidies().forEach(subsidy -> all.addAll(report.levels(subsidy)));
        this.levels = List.copyOf(all);
        this.people = new CsvFile(people);
        this.programs = new BufferedOutputStream(Files.newOutputStream(programs));
        this.people.row(heads());
    }

    @Override
    public void accept(Decision line) {
        portions.add(line);
        people.row(line(line));
    }

    /** Writes lines for programs; how many. */
    private int write(List<Decision> lines) {
        try {
            for (Decision line : lines) {
                byte[] bytes = json.line(line);
                digest.add(bytes);
                programs.write(bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines.size();
    }

    /** The digest of the file for programs, when all lines are written; it can be asked for once. */
    public String digest() {
        end();
        return digest.hex();
    }

    /** The result. */
    public CodedResult result(String digestOfLines) {
        return ResultJson.of(report, digestOfLines, words);
    }

    @Override
    public void close() throws IOException {
        try (programs;
                written) {
            people.close();
            end();
        }
    }

    private void end() {
        portions.end();
        written.end();
    }

    private List<String> heads() {
        List<String> heads = new ArrayList<>(List.of(words.text("csv.heads").split("\\|", -1)));
        heads.addAll(levels);
        heads.addAll(List.of(words.text("csv.heads.end").split("\\|", -1)));
        return heads;
    }

    private List<String> line(Decision line) {
        List<String> cells = new ArrayList<>(List.of(
                Long.toString(++number),
                CsvFile.text(report.subsidy(line).name()),
                CsvFile.text(line.claimant().name()),
                CsvFile.text(line.claimant().key()),
                CsvFile.text(line.payee().name()),
                CsvFile.text(line.line().reference()),
                line.day().toString(),
                line.sums().map(sums -> decimal(sums.base())).orElse(""),
                line.sums()
                        .map(sums -> decimal(sums.rate().times(Fraction.HUNDRED)) + "%")
                        .orElse(""),
                line.amount().map(Money::yuan).orElse(""),
                line.granted().yuan()));
        levels.forEach(level -> cells.add(
                line.levels().containsKey(level) ? line.levels().get(level).yuan() : ""));
        cells.addAll(List.of(
                words.text("result." + line.outcome().kind()),
                CsvFile.text(line.outcome().reason()),
                CsvFile.text(line.outcome().clause()),
                CsvFile.text(line.line().at().file()),
                CsvFile.text(line.line().at().sheet()),
                line.line().at().cell()));
        return cells;
    }

    private static String decimal(Fraction value) {
        return value.decimal().isPresent()
                ? value.toString()
                : Rounding.halfUp(12, "").text(value);
    }
}
