package bankscore.paper.book;

import bankscore.exact.Period;
import bankscore.office.RunFacts;
import bankscore.paper.workbook.BookFrame;
import bankscore.paper.workbook.CellLook;
import bankscore.paper.workbook.Grid;
import bankscore.paper.workbook.recalculation.Recalculation;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.poi.xssf.streaming.SXSSFSheet;

/** 运行信息: how this revision came about, and every input with its digest. */
public final class RunSheet {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private static final int MOST_CELLS = 10;

    private RunSheet() {}

    /**
     * What was published.
     *
     * @param title of the sheet
     * @param scheme the id of the rule's version
     * @param digest of its file
     */
    public record About(String title, Period period, String scheme, String digest, RunFacts run) {}

    /**
     * Writes what the run was, of what inputs, and what the book says otherwise than its formulas.
     *
     * @param differences the cells of the book whose formulas gave way to values
     */
    public static void fill(BookFrame book, SXSSFSheet sheet, About about, List<Recalculation.Difference> differences) {
        RunFacts run = about.run();
        Grid grid = new Grid(book, sheet, 40, 76, 16).fixedWidths();
        grid.titled(about.title(), "");
        grid.section(text(book, "facts"));
        fact(grid, book, "period", about.period().toString());
        fact(grid, book, "revision", "r" + run.revision());
        fact(grid, book, "code", run.code());
        fact(grid, book, "runId", run.runId());
        fact(grid, book, "started", TIME.format(run.started()));
        fact(grid, book, "version", run.version());
        fact(grid, book, "scheme", about.scheme());
        fact(grid, book, "schemeDigest", about.digest());
        fact(grid, book, "configuration", run.configuration());
        fact(grid, book, "chainHead", run.chainHead());
        fact(grid, book, "fonts", book.styles().fonts().profile());
        fact(grid, book, "user", run.user());
        fact(grid, book, "machine", run.machine());
        if (!differences.isEmpty()) {
            fact(grid, book, "recalculated", cells(book, differences));
        }
        grid.section(text(book, "inputs"));
        grid.next().heads(0, text(book, "file"), text(book, "digest"), text(book, "size"));
        for (RunFacts.Input input : run.inputs()) {
            grid.next()
                    .text(0, input.name(), CellLook.TEXT)
                    .text(1, input.sha256(), CellLook.TEXT)
                    .number(2, input.size(), CellLook.MONEY.decimals(0));
        }
        grid.note(text(book, "note"));
        grid.finish(0, false);
    }

    /** The first of them: every one has its note where it stands. */
    private static String cells(BookFrame book, List<Recalculation.Difference> differences) {
        String first = differences.stream()
                .limit(MOST_CELLS)
                .map(Recalculation.Difference::cell)
                .collect(Collectors.joining("、"));
        return text(
                book,
                differences.size() > MOST_CELLS ? "recalculated.more" : "recalculated.cells",
                "count",
                differences.size(),
                "cells",
                first);
    }

    private static void fact(Grid grid, BookFrame book, String key, String value) {
        grid.next()
                .text(0, text(book, key), CellLook.TEXT)
                .text(1, value, CellLook.TEXT)
                .over(1, 2);
    }

    private static String text(BookFrame book, String key, Object... namesAndValues) {
        return book.words().text("book.run." + key, namesAndValues);
    }
}
