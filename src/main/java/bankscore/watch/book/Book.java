package bankscore.watch.book;

import bankscore.exact.Fraction;
import bankscore.exact.Rounding;
import bankscore.finding.Words;
import bankscore.paper.workbook.Addresses;
import bankscore.paper.workbook.CellLook;
import bankscore.paper.workbook.Fonts;
import bankscore.paper.workbook.LiveFormula;
import bankscore.paper.workbook.PartedBook;
import bankscore.rule.Mark;
import bankscore.watch.judge.JudgedGroup;
import bankscore.watch.say.Report;
import bankscore.watch.scheme.Group;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** The book of a period that is being written, with what all its sheets share. */
final class Book extends PartedBook<Book.Part> {

    /** The sheets in their order; those of the groups stand behind the summary. */
    enum Part implements PartedBook.Part {
        SUMMARY,
        /** Only where the rule has groups. */
        NAMED,
        /** Only where it has targets. */
        TARGETS,
        /** Only where it has indices. */
        INDEX,
        FINDINGS,
        RECEIVED,
        FIGURES,
        RULES,
        RUN;

        @Override
        public boolean isPrinted() {
            return compareTo(RECEIVED) < 0;
        }
    }

    private final Report report;
    private final Addresses<BookAddress> addresses = new Addresses<>();
    private final Map<String, SXSSFSheet> groups = new LinkedHashMap<>();

    /** @param words those of watching */
    Book(Report report, Fonts fonts, Words words, SXSSFWorkbook workbook) {
        super(Part.class, workbook, fonts, words);
        this.report = report;
        for (Part part : Part.values()) {
            if (!isLeftOut(part)) {
                add(part, name(part));
            }
            if (part == Part.SUMMARY) {
                report.rule().groups().forEach(group -> groups.put(group.id(), workbook.createSheet(tab(group))));
            }
        }
    }

    private boolean isLeftOut(Part part) {
        return switch (part) {
            case NAMED -> report.rule().groups().isEmpty();
            case TARGETS -> report.rule().targets().isEmpty();
            case INDEX -> report.rule().indices().isEmpty();
            default -> false;
        };
    }

    /** A tab that no other sheet has: two groups may come from one register. */
    private String tab(Group group) {
        String called = WorkbookUtil.createSafeSheetName(called(group));
        boolean taken = workbook().getSheet(called) != null
                || Stream.of(Part.values()).anyMatch(part -> name(part).equals(called));
        return taken ? WorkbookUtil.createSafeSheetName(called + " " + group.id()) : called;
    }

    /** What its tab says. */
    String name(Part part) {
        return text(part, "sheet");
    }

    /** What the subjects of a group are. */
    String called(Group group) {
        return report.called(group, words());
    }

    SXSSFSheet sheet(Group group) {
        return Objects.requireNonNull(groups.get(group.id()));
    }

    /** The sheets that leaders get as one paper, in their order, or the others. */
    List<SXSSFSheet> printed(boolean printed) {
        return sheets().stream()
                .filter(sheet -> printed
                        == (groups.containsValue(sheet)
                                || parts(true).stream()
                                        .anyMatch(part -> sheet(part).equals(sheet))))
                .toList();
    }

    @Override
    public List<SXSSFSheet> sheets() {
        List<SXSSFSheet> all = new ArrayList<>(super.sheets());
        all.addAll(1, groups.values());
        return List.copyOf(all);
    }

    Report report() {
        return report;
    }

    /** What the subjects of a group came to. */
    Optional<JudgedGroup> judged(String group) {
        return report.judgement().groups().stream()
                .filter(each -> each.group().id().equals(group))
                .findFirst();
    }

    Addresses<BookAddress> addresses() {
        return addresses;
    }

    @Override
    public List<String> headLines() {
        return report.approvalLine(words()).stream().toList();
    }

    @Override
    public String office() {
        return words().text("book.office", "bureau", report.run().bureau());
    }

    @Override
    public String periodLine() {
        return words().text("book.period.line", "period", report.period(words()));
    }

    @Override
    public String subject() {
        return words().text(
                        "book.subject", "jurisdiction", report.run().jurisdiction(), "period", report.period(words()));
    }

    @Override
    public String mark() {
        return words().text("book.footer.code", "code", report.run().code());
    }

    /** A title with the rule's own. */
    String title(Part part) {
        return title(name(part));
    }

    String title(String sheet) {
        String rule = report.rule().title();
        String jurisdiction = report.run().jurisdiction();
        return words().text(
                        "book.title",
                        "jurisdiction",
                        rule.startsWith(jurisdiction) ? "" : jurisdiction,
                        "rule",
                        rule,
                        "sheet",
                        sheet);
    }

    String mark(Mark mark) {
        return words().text("mark." + mark.name());
    }

    /** A parameter's cell; the number itself where the rule leaves the parameter out. */
    String parameter(String path, Fraction value) {
        return addresses.absolute(BookAddress.PARAMETER, path, "").orElseGet(() -> LiveFormula.literal(value));
    }

    /** A cell of a number with so many decimals; all it has where it is not rounded. */
    static CellLook look(Optional<Rounding> rounding) {
        return rounding.map(to -> CellLook.POINTS.decimals(to.decimals())).orElse(CellLook.MONEY);
    }

    /** A name of a unit in brackets; the name alone where there is none. */
    String named(String name, String unit) {
        return unit.isEmpty() ? name : words().text("book.named", "name", name, "unit", unit);
    }
}
