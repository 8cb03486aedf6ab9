package bankscore.subsidy.papers;

import bankscore.exact.Fraction;
import bankscore.exact.Money;
import bankscore.exact.Rounding;
import bankscore.finding.Words;
import bankscore.subsidy.decide.Decision;
import bankscore.subsidy.say.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** {@code 审核明细.csv}: the lines of a batch that is too large for a sheet. */
public final class LinesFile {

    private final Report report;
    private final Words words;
    private final List<String> levels;
    private long number;

    private LinesFile(Report report, Words words) {
        this.report = report;
        this.words = words;
        Set<String> all = new LinkedHashSet<>();
        report.scheme().subsidies().forEach(subsidy -> all.addAll(report.levels(subsidy)));
        this.levels = List.copyOf(all);
    }

    /**
     * Writes the file.
     *
     * @param words those of subsidies
     */
    public static void write(Report report, Words words, Path file) throws IOException {
        LinesFile lines = new LinesFile(report, words);
        try (CsvFile out = new CsvFile(file)) {
            out.row(lines.heads());
            report.decisions().lines().each(line -> out.row(lines.line(line)));
        }
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
