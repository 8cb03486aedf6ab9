package bankscore.contribution.book.sheets;

import bankscore.contribution.book.cells.Book;
import bankscore.office.RunFacts;
import bankscore.paper.workbook.CellLook;
import bankscore.paper.workbook.Grid;
import bankscore.paper.workbook.Recalculation;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** 运行信息: how this revision came about, and every input with its digest. */
public final class RunSheet {

    private static final Book.Part PART = Book.Part.RUN;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private static final int MOST_CELLS = 10;

    private RunSheet() {}

    /**
     * Writes what the run was, of what inputs, and what the book says otherwise than its formulas.
     *
     * @param differences the cells of the book whose formulas gave way to values
     */
    public static void fill(Book book, List<Recalculation.Difference> differences) {
        RunFacts run = book.report().run();
        Grid grid = book.grid(PART, 40, 76, 16).fixedWidths();
        grid.titled(book.title(PART), "");
        grid.section(book.text(PART, "facts"));
        fact(grid, book, "period", book.report().quarter().period().toString());
        fact(grid, book, "revision", "r" + run.revision());
        fact(grid, book, "code", run.code());
        fact(grid, book, "runId", run.runId());
        fact(grid, book, "started", TIME.format(run.started()));
        fact(grid, book, "version", run.version());
        fact(grid, book, "scheme", book.assessment().scheme().id());
        fact(grid, book, "schemeDigest", book.assessment().scheme().digest());
        fact(grid, book, "configuration", run.configuration());
        fact(grid, book, "chainHead", run.chainHead());
        fact(grid, book, "fonts", book.styles().fonts().profile());
        fact(grid, book, "user", run.user());
        fact(grid, book, "machine", run.machine());
        if (!differences.isEmpty()) {
            fact(grid, book, "recalculated", cells(book, differences));
        }
        grid.section(book.text(PART, "inputs"));
        grid.next().heads(0, book.texts(PART, "file", "digest", "size"));
        for (RunFacts.Input input : run.inputs()) {
            grid.next()
                    .text(0, input.name(), CellLook.TEXT)
                    .text(1, input.sha256(), CellLook.TEXT)
                    .number(2, input.size(), CellLook.MONEY.decimals(0));
        }
        grid.note(book.text(PART, "note"));
        grid.finish(0, false);
    }

    /** The first of them: every one has its note where it stands. */
    private static String cells(Book book, List<Recalculation.Difference> differences) {
        String first = differences.stream()
                .limit(MOST_CELLS)
                .map(Recalculation.Difference::cell)
                .collect(Collectors.joining("、"));
        return book.text(
                PART,
                differences.size() > MOST_CELLS ? "recalculated.more" : "recalculated.cells",
                "count",
                differences.size(),
                "cells",
                first);
    }

    private static void fact(Grid grid, Book book, String key, String value) {
        grid.next()
                .text(0, book.text(PART, key), CellLook.TEXT)
                .text(1, value, CellLook.TEXT)
                .over(1, 2);
    }
}
