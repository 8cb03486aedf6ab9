package bankscore.subsidy.papers;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.exact.Money;
import bankscore.finding.Words;
import bankscore.office.Letterhead;
import bankscore.paper.json.CodedResult;
import bankscore.paper.json.Json;
import bankscore.run.request.Digests;
import bankscore.sheet.Place;
import bankscore.subsidy.DecidedBatch;
import bankscore.subsidy.book.SubsidyWorkbook;
import bankscore.subsidy.decide.Decision;
import bankscore.subsidy.decide.Decisions;
import bankscore.subsidy.say.Report;
import bankscore.subsidy.say.Shown;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That papers let the lines of a large batch pass by, and how often. */
class LargeBatchTest {

    private static final int LINES = 20_000;

    /** Makes each line anew in every pass, and knows at its end how many of the pass anybody still holds. */
    private static final class Passing implements Decisions.Lines {

        private final Decision first;
        private final List<Integer> held = new ArrayList<>();

        Passing(Decision first) {
            this.first = first;
        }

        @Override
        public long count() {
            return LINES;
        }

        @Override
        public void each(Consumer<Decision> to) {
            List<WeakReference<Decision>> given = new ArrayList<>();
            for (int i = 0; i < LINES; i++) {
                Decision line = line(i);
                given.add(new WeakReference<>(line));
                to.accept(line);
            }
            System.gc();
            held.add((int) given.stream().filter(line -> line.get() != null).count());
        }

        /** Every other line is refused. */
        private Decision line(int number) {
            boolean refused = number % 2 == 1;
            return new Decision(
                    first.subsidy(),
                    new Decision.Line(
                            0, first.line().at(), "P" + number, first.line().claim()),
                    new Decision.Party("F" + number, "企业" + number, ""),
                    first.payee(),
                    first.day(),
                    refused ? new Decision.Outcome(Decision.Outcome.Kind.REFUSED, "不在适用区域", "附则1") : first.outcome(),
                    refused ? Optional.empty() : first.sums(),
                    refused ? Map.of() : first.levels());
        }
    }

    @Test
    void a_line_that_is_written_at_once_is_the_canonical_form_of_the_one_in_a_result() throws IOException {
        List<Decision> lines = new ArrayList<>();
        DecidedBatch.report().decisions().lines().each(lines::add);
        Decision first = lines.get(0);
        for (String text : List.of("", "a\"b\\c\u0001\t", "\u007F\u2028", "\uD83D\uDE00", "\uD800", "乙,丙")) {
            lines.add(new Decision(
                    first.subsidy(),
                    new Decision.Line(
                            0, new Place(text, text, "A1"), text, first.line().claim()),
                    new Decision.Party(text, text, ""),
                    new Decision.Party(text, text, ""),
                    first.day(),
                    new Decision.Outcome(Decision.Outcome.Kind.CUT, text, text),
                    first.sums(),
                    Map.of("乙" + text, new Money(BigInteger.ONE), "丙", new Money(BigInteger.TWO))));
        }
        JsonLines json = new JsonLines();
        assertThat(lines)
                .hasSizeGreaterThan(9)
                .allSatisfy(line -> assertThat(json.line(line))
                        .asString(StandardCharsets.UTF_8)
                        .isEqualTo(new String(
                                (Json.canonical(Json.tree(ResultTree.line(line))) + "\n")
                                        .getBytes(StandardCharsets.UTF_8),
                                StandardCharsets.UTF_8)));
    }

    @Test
    void of_twenty_thousand_lines_no_paper_holds_more_than_it_shows(@TempDir Path folder) throws IOException {
        Report one = DecidedBatch.report();
        Decisions few = one.decisions();
        List<Decision> lines = new ArrayList<>();
        few.lines().each(lines::add);
        Passing passing = new Passing(lines.get(1));
        Report report = new Report(
                one.period(),
                one.scheme(),
                new Decisions(
                        passing,
                        few.totals(),
                        few.burdens(),
                        few.payments(),
                        few.recoveries(),
                        few.budgets(),
                        few.checks(),
                        few.findings()),
                one.known(),
                one.findings(),
                one.run(),
                one.received(),
                one.approval(),
                one.before());
        Words words = DecidedBatch.words();
        Letterhead head = new Letterhead(
                "金华市财政局",
                "金华市人民政府",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());

        SubsidyLetter.write(report, head, words, folder.resolve("letter.docx"));
        SubsidyPage.write(report, words, folder.resolve("page.html"));
        assertThat(passing.held).isEmpty();
        Shown shown;
        CodedResult result;
        String digest;
        try (LineFiles files =
                new LineFiles(report, words, folder.resolve("lines.csv"), folder.resolve("lines.jsonl"))) {
            shown = Shown.of(report, files);
            digest = files.digest();
            result = files.result(digest);
        }
        assertThat(digest).isEqualTo(Digests.of(folder.resolve("lines.jsonl")));
        ListFiles.writeListed(report, shown.listed(), words, folder.resolve("listed.csv"));
        SubsidyWorkbook.write(report, shown, "通用", words, folder.resolve("book.xlsx"));
        // All that is published reads the lines once. Of the book one page shows lines: of 5,000 that were refused or
        // cut it holds what it shows, and no line itself is held but the last ones, which wait to be written for
        // programs.
        assertThat(passing.held).hasSize(1);
        assertThat(passing.held.get(0)).isLessThan(1_000);
        assertThat(shown.reduced()).hasSize(Report.MOST_LINES);
        // Whoever verifies it reads them again.
        assertThat(ResultJson.of(report, words).bytes()).isEqualTo(result.bytes());
        // A line each, and the headings; lines.jsonl has none.
        assertThat(Files.readAllLines(folder.resolve("lines.csv"))).hasSize(LINES + 1);
        assertThat(Files.readAllLines(folder.resolve("lines.jsonl"))).hasSize(LINES);
        // Half of them are granted something, each another firm's.
        assertThat(Files.readAllLines(folder.resolve("listed.csv"))).hasSize(LINES / 2 + 1);
    }
}
