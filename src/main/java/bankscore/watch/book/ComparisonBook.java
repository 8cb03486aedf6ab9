package bankscore.watch.book;

import bankscore.finding.Words;
import bankscore.paper.workbook.BookFile;
import bankscore.paper.workbook.CellLook;
import bankscore.paper.workbook.Fonts;
import bankscore.paper.workbook.Grid;
import bankscore.paper.workbook.PartedBook;
import bankscore.watch.say.Comparison;
import bankscore.watch.say.ComparisonAnswer;
import bankscore.watch.say.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** The workbook of a comparison: who is judged otherwise than before, and why. */
public final class ComparisonBook extends PartedBook<ComparisonBook.Part> {

    /** Its sheets. */
    enum Part implements PartedBook.Part {
        COMPARED;

        @Override
        public boolean isPrinted() {
            return true;
        }
    }

    private final Comparison comparison;

    private ComparisonBook(Comparison comparison, Fonts fonts, Words words, SXSSFWorkbook workbook) {
        super(Part.class, workbook, fonts, words);
        this.comparison = comparison;
        add(Part.COMPARED, text(Part.COMPARED, "sheet"));
    }

    /**
     * Writes the book; its content depends on comparison, fonts and words alone.
     *
     * @param fonts the profile of fonts
     * @param words those of watching
     */
    public static void write(Comparison comparison, String fonts, Words words, Path file) throws IOException {
        try (SXSSFWorkbook workbook = BookFile.empty()) {
            ComparisonBook book = new ComparisonBook(comparison, Fonts.of(fonts, words), words, workbook);
            book.fill();
            Report after = comparison.after();
            new BookFile(book.subject(), after.run().bureau(), after.run().started())
                    .write(book, book.sheets(), book.sheets(), file);
        }
    }

    private void fill() {
        Grid grid = grid(Part.COMPARED, 6, 12, 28, 44, 44, 20);
        grid.titled(subject(), "");
        grid.header(texts(Part.COMPARED, "number", "group", "name", "before", "after", "causes"));
        int number = 0;
        for (List<String> row : ComparisonAnswer.rows(comparison, words())) {
            grid.next().number(0, ++number, CellLook.SEQUENCE);
            for (int column = 0; column < row.size(); column++) {
                grid.text(column + 1, row.get(column), CellLook.TEXT);
            }
        }
        if (number == 0) {
            grid.fixedWidths();
            grid.next().across(0, grid.columns() - 1, words().text("compare.same"), CellLook.TEXT);
        }
        grid.notes(List.of(words().text("compare.how")));
        grid.counted().finish(3, false);
    }

    @Override
    public List<String> headLines() {
        return List.of(
                text(Part.COMPARED, "side.before", "side", ComparisonAnswer.name(comparison.before(), words())),
                text(Part.COMPARED, "side.after", "side", ComparisonAnswer.name(comparison.after(), words())));
    }

    @Override
    public String office() {
        return words().text("book.office", "bureau", comparison.after().run().bureau());
    }

    @Override
    public String periodLine() {
        return "";
    }

    @Override
    public String subject() {
        return text(Part.COMPARED, "title", "rule", comparison.after().rule().title());
    }

    @Override
    public String mark() {
        return words().text("book.footer.code", "code", comparison.after().run().code());
    }
}
