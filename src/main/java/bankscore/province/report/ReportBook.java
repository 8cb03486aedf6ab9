package bankscore.province.report;

import bankscore.exact.Fraction;
import bankscore.finding.Level;
import bankscore.finding.Words;
import bankscore.paper.workbook.Addresses;
import bankscore.paper.workbook.BookFile;
import bankscore.paper.workbook.CellLook;
import bankscore.paper.workbook.Fonts;
import bankscore.paper.workbook.Grid;
import bankscore.paper.workbook.PartedBook;
import bankscore.run.questions.CountyFigures.Column;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** 全省汇总: every county's state, the sums with live formulas, the findings by kind, the rankings. */
final class ReportBook extends PartedBook<ReportBook.Part> {

    /** Its sheets. */
    enum Part implements PartedBook.Part {
        COUNTIES,
        SUMS,
        KINDS,
        RANKING;

        @Override
        public boolean isPrinted() {
            return true;
        }
    }

    private static final int FIRST = 2;

    private final ReportWords said;
    private final ProvinceReport report;
    private final String bureau;
    private final String code;

    private ReportBook(ReportWords said, String bureau, String code, Fonts fonts, SXSSFWorkbook workbook) {
        super(Part.class, workbook, fonts, said.words());
        this.said = said;
        this.report = said.report();
        this.bureau = bureau;
        this.code = code;
        for (Part part : Part.values()) {
            if (part != Part.RANKING || !report.rankings().isEmpty()) {
                add(part, text(part, "sheet"));
            }
        }
    }

    /**
     * What a book is made with.
     *
     * @param fonts the profile of fonts
     * @param made when the start began
     */
    record Made(String bureau, String code, String fonts, ZonedDateTime made) {}

    /** Writes it; its content depends on report, words and what it is made with alone. */
    static void write(ProvinceReport report, Made made, Words words, Path file) throws IOException {
        try (SXSSFWorkbook workbook = BookFile.empty()) {
            ReportBook book = new ReportBook(
                    new ReportWords(report, words),
                    made.bureau(),
                    made.code(),
                    Fonts.of(made.fonts(), words),
                    workbook);
            book.counties();
            book.sums();
            book.kinds();
            if (book.has(Part.RANKING)) {
                book.ranking();
            }
            new BookFile(book.subject(), made.bureau(), made.made()).write(book, book.sheets(), book.sheets(), file);
        }
    }

    private void counties() {
        Grid grid = grid(Part.COUNTIES, 6, 18, 12, 7, 22, 8, 8, 8, 8, 30, 36);
        grid.titled(said.title(), "");
        grid.header(texts(
                Part.COUNTIES,
                "number",
                "county",
                "state",
                "revision",
                "code",
                "files",
                "errors",
                "reviews",
                "hints",
                "missing",
                "detail"));
        int first = grid.row() + 1;
        int number = 0;
        for (CountyRow county : report.counties()) {
            grid.next()
                    .number(0, ++number, CellLook.SEQUENCE)
                    .text(1, county.state().county(), CellLook.TEXT)
                    .text(FIRST, said.state(county), CellLook.CENTERED)
                    .text(
                            3,
                            county.published()
                                    .map(each -> "r" + each.revision())
                                    .orElse(""),
                            CellLook.CENTERED)
                    .text(4, county.published().map(CountyRow.Published::code).orElse(""), CellLook.CENTERED)
                    .number(5, county.state().kept().files(), CellLook.SEQUENCE);
            int own = 6;
            for (Level level : Level.values()) {
                grid.number(own++, county.count(level), CellLook.SEQUENCE);
            }
            grid.text(9, said.missing(county), CellLook.TEXT).text(10, said.detail(county), CellLook.TEXT);
        }
        int last = grid.row();
        grid.next()
                .blanks(0, grid.columns() - 1, CellLook.TEXT.strong())
                .text(1, words().text("report.total"), CellLook.TEXT.strong());
        total(grid, 5, first, last, files(), CellLook.SEQUENCE.strong());
        int column = 6;
        for (Level level : Level.values()) {
            total(
                    grid,
                    column++,
                    first,
                    last,
                    report.counties().stream()
                            .mapToInt(each -> each.count(level))
                            .sum(),
                    CellLook.SEQUENCE.strong());
        }
        grid.notes(List.of(said.scope(), text(Part.COUNTIES, "note")));
        grid.counted().finish(FIRST, false);
    }

    private long files() {
        return report.counties().stream()
                .mapToInt(each -> each.state().kept().files())
                .sum();
    }

    private static void total(Grid grid, int column, int first, int last, long value, CellLook look) {
        grid.formula(column, "SUM(" + Addresses.column(column, first, last) + ")", BigDecimal.valueOf(value), look);
    }

    /** The province's figures are the sums of its counties' in the same column. */
    private void sums() {
        List<Column> columns = report.columns();
        int[] widths = new int[FIRST + Math.max(1, columns.size())];
        Arrays.fill(widths, 18);
        widths[0] = 6;
        Grid grid = grid(Part.SUMS, widths);
        grid.titled(text(Part.SUMS, "title", "province", report.province()), "");
        grid.next().heads(0, texts(Part.SUMS, "number", "county"));
        for (int i = 0; i < columns.size(); i++) {
            grid.heads(FIRST + i, said.column(columns.get(i)));
        }
        grid.headerEnds();
        int first = grid.row() + 1;
        int number = 0;
        for (CountyRow county : report.counties()) {
            grid.next()
                    .number(0, ++number, CellLook.SEQUENCE)
                    .text(1, county.state().county(), CellLook.TEXT)
                    .blanks(FIRST, widths.length - 1, CellLook.MONEY);
            for (int i = 0; i < columns.size(); i++) {
                Optional<Fraction> value = ProvinceReport.value(county, columns.get(i));
                if (value.isPresent()) {
                    grid.number(FIRST + i, value.get(), CellLook.MONEY);
                }
            }
        }
        int last = grid.row();
        grid.next()
                .blanks(0, widths.length - 1, CellLook.TEXT.strong())
                .text(1, words().text("report.total"), CellLook.TEXT.strong());
        for (int i = 0; i < columns.size(); i++) {
            grid.formula(
                    FIRST + i,
                    "SUM(" + Addresses.column(FIRST + i, first, last) + ")",
                    Optional.of(report.sum(columns.get(i))),
                    CellLook.MONEY.strong());
        }
        grid.notes(List.of(said.scope(), text(Part.SUMS, "note")));
        grid.counted().finish(FIRST, false);
    }

    private void kinds() {
        Grid grid = grid(Part.KINDS, 8, 8, 44, 8, 8, 60);
        grid.titled(text(Part.KINDS, "title", "province", report.province()), "");
        grid.header(texts(Part.KINDS, "level", "code", "kind", "count", "where", "counties"));
        for (ProvinceReport.Kind kind : report.kinds()) {
            grid.next()
                    .text(0, words().text("level." + kind.code().level().name()), CellLook.CENTERED)
                    .text(1, kind.code().name(), CellLook.CENTERED)
                    .text(FIRST, words().text("finding." + kind.code().name() + ".title"), CellLook.TEXT)
                    .number(3, kind.count(), CellLook.SEQUENCE)
                    .number(4, kind.counties().size(), CellLook.SEQUENCE)
                    .text(5, String.join(words().text("letter.join"), kind.counties()), CellLook.TEXT);
        }
        if (report.kinds().isEmpty()) {
            grid.fixedWidths();
            grid.next().across(0, grid.columns() - 1, text(Part.KINDS, "none"), CellLook.TEXT);
        }
        grid.counted().finish(FIRST, false);
    }

    private void ranking() {
        Grid grid = grid(Part.RANKING, 8, 24, 18);
        grid.titled(text(Part.RANKING, "title", "province", report.province()), "")
                .headerEnds();
        for (ProvinceReport.Ranking ranking : report.rankings()) {
            grid.section(said.ranking(ranking)).keptWithNext();
            grid.next().heads(0, texts(Part.RANKING, "rank", "county", "value"));
            for (ProvinceReport.Ranked place : ranking.places()) {
                grid.next()
                        .number(0, place.rank(), CellLook.SEQUENCE)
                        .text(1, place.county().state().county(), CellLook.TEXT)
                        .number(
                                FIRST,
                                Fraction.of(
                                        ReportWords.RATED.decimal(place.rated().value())),
                                CellLook.POINTS);
            }
            grid.next();
        }
        grid.note(text(Part.RANKING, "note"));
        grid.counted().finish(0, false);
    }

    @Override
    public List<String> headLines() {
        return List.of();
    }

    @Override
    public String office() {
        return words().text("book.office", "bureau", bureau);
    }

    @Override
    public String periodLine() {
        return words().text("book.period.line", "period", words().quarter(report.period()));
    }

    @Override
    public String subject() {
        return said.title();
    }

    @Override
    public String mark() {
        return words().text("book.footer.code", "code", code);
    }
}
