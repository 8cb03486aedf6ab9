package bankscore.subsidy.papers;

import bankscore.exact.Fraction;
import bankscore.exact.Money;
import bankscore.exact.Rounding;
import bankscore.finding.Words;
import bankscore.paper.workbook.CellText;
import bankscore.subsidy.decide.Decision;
import bankscore.subsidy.say.Report;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * {@code 审核明细.csv}: the lines of a batch that is too large for a sheet, in UTF-8 with the mark by which Excel knows it. No
 * text is taken for a formula, and no long number for one that has 15 digits.
 */
public final class LinesFile {

    private static final Pattern LONG_NUMBER = Pattern.compile("[0-9]{12,}");
    private static final String MARK = "\uFEFF";

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
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write(MARK);
            out.write(lines.heads());
            report.decisions().lines().each(line -> {
                try {
                    out.write(lines.line(line));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    private String heads() {
        List<String> heads = new ArrayList<>(List.of(words.text("csv.heads").split("\\|", -1)));
        heads.addAll(levels);
        heads.addAll(List.of(words.text("csv.heads.end").split("\\|", -1)));
        return row(heads);
    }

    private String line(Decision line) {
        List<String> cells = new ArrayList<>(List.of(
                Long.toString(++number),
                text(report.subsidy(line).name()),
                text(line.claimant().name()),
                text(line.claimant().key()),
                text(line.payee().name()),
                text(line.line().reference()),
                line.day().toString(),
                line.sums().map(sums -> decimal(sums.base())).orElse(""),
                line.sums().map(sums -> decimal(sums.rate().times(Fraction.HUNDRED)) + "%").orElse(""),
                line.amount().map(Money::yuan).orElse(""),
                line.granted().yuan()));
        levels.forEach(level -> cells.add(line.levels().containsKey(level) ? line.levels().get(level).yuan() : ""));
        cells.addAll(List.of(
                words.text("result." + line.outcome().kind()),
                text(line.outcome().reason()),
                text(line.outcome().clause()),
                text(line.line().at().file()),
                text(line.line().at().sheet()),
                line.line().at().cell()));
        return row(cells);
    }

    private static String decimal(Fraction value) {
        return value.decimal().isPresent() ? value.toString() : Rounding.halfUp(12, "").text(value);
    }

    private static String text(String text) {
        return LONG_NUMBER.matcher(text).matches() ? "'" + text : CellText.escaped(text);
    }

    private static String row(List<String> cells) {
        return String.join(",", cells.stream().map(LinesFile::quoted).toList()) + "\r\n";
    }

    private static String quoted(String cell) {
        return cell.chars().anyMatch(each -> each == ',' || each == '"' || each == '\n' || each == '\r')
                ? '"' + cell.replace("\"", "\"\"") + '"'
                : cell;
    }
}
