package bankscore.watch.book;

import bankscore.finding.Words;
import bankscore.paper.book.ReviewLines;
import bankscore.paper.workbook.CellLook;
import bankscore.paper.workbook.Grid;
import bankscore.rule.Mark;
import bankscore.rule.say.RuleClause;
import bankscore.watch.judge.IndexValue;
import bankscore.watch.judge.JudgedGroup;
import bankscore.watch.judge.Watched;
import bankscore.watch.say.Overview;
import bankscore.watch.say.Report;
import bankscore.watch.say.RuleText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** 摘要: who is named and what follows, how far targets are, what is to be verified and confirmed: on one page for a leader. */
final class SummarySheet {

    private static final Book.Part PART = Book.Part.SUMMARY;
    private static final int SHOWN = 4;
    private static final int LAST_COUNT = 3;

    private final Book book;
    private final Report report;
    private final Words words;
    private final Overview overview;
    private final Grid grid;

    private SummarySheet(Book book) {
        this.book = book;
        this.report = book.report();
        this.words = book.words();
        this.overview = new Overview(report, words);
        this.grid = book.grid(PART, 18, 12, 12, 12, 40, 40).fixedWidths();
    }

    static void fill(Book book) {
        new SummarySheet(book).fill();
    }

    private void fill() {
        grid.titled(book.title(PART), "");
        line(book.text(PART, "sheets", "printed", sheets(true), "audited", sheets(false)));
        line(book.text(
                PART,
                "scope",
                "document",
                report.rule().source().document(),
                "number",
                report.rule().source().number().isEmpty()
                        ? ""
                        : words.text(
                                "letter.document.number",
                                "number",
                                report.rule().source().number())));
        if (!report.rule().groups().isEmpty()) {
            named();
        }
        if (!report.judgement().targets().isEmpty()) {
            grid.section(book.text(PART, "targets"));
            overview.targets().forEach(this::line);
        }
        indices();
        ReviewLines.fill(book, grid, report.findings(), SHOWN);
        assumptions();
        grid.signature();
        grid.finish(0, true);
    }

    private String sheets(boolean printed) {
        return book.printed(printed).stream()
                .map(sheet -> sheet.getSheetName())
                .collect(Collectors.joining(words.text("letter.join")));
    }

    private void line(String text) {
        grid.next().across(0, grid.columns() - 1, text, CellLook.PLAIN);
    }

    private void named() {
        grid.section(book.text(PART, "named"));
        grid.next().heads(0, book.texts(PART, "group", "subjects", "exempt", "hit"));
        grid.across(LAST_COUNT + 1, grid.columns() - 1, book.text(PART, "degrees"), CellLook.HEADER);
        for (JudgedGroup judged : report.judgement().groups()) {
            List<Watched> all = judged.subjects();
            List<Watched> hit =
                    all.stream().filter(each -> !each.hits().isEmpty()).toList();
            grid.next()
                    .text(0, book.called(judged.group()), CellLook.TEXT)
                    .number(1, all.size(), CellLook.SEQUENCE)
                    .number(
                            2,
                            all.stream()
                                    .filter(each -> each.exempt().isPresent())
                                    .count(),
                            CellLook.SEQUENCE)
                    .number(LAST_COUNT, hit.size(), CellLook.SEQUENCE)
                    .across(LAST_COUNT + 1, grid.columns() - 1, overview.degrees(judged), CellLook.TEXT);
        }
        overview.benchmarks().ifPresent(this::line);
    }

    private void indices() {
        List<String> texts = new ArrayList<>();
        for (IndexValue index : report.judgement().indices()) {
            texts.add(overview.index(index));
        }
        if (!texts.isEmpty()) {
            line(String.join("", texts));
        }
    }

    /** What nobody has decided yet, by name, so that a leader knows what to confirm. */
    private void assumptions() {
        List<String> assumed = new RuleText(report, words)
                .uncertain().stream()
                        .filter(line -> line.mark() == Mark.ASSUMED)
                        .map(RuleClause::name)
                        .distinct()
                        .toList();
        if (!assumed.isEmpty()) {
            grid.section(book.text(PART, "assumptions"));
            line(book.text(PART, "assumptions.text", "names", String.join(words.text("letter.join"), assumed)));
        }
    }
}
