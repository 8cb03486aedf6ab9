package bankscore.watch.book;

import bankscore.exact.Fraction;
import bankscore.intake.ColumnWords;
import bankscore.paper.workbook.Addresses;
import bankscore.paper.workbook.CellLook;
import bankscore.paper.workbook.Grid;
import bankscore.rule.Definition;
import bankscore.rule.MeasureValue;
import bankscore.watch.judge.JudgedGroup;
import bankscore.watch.judge.Look;
import bankscore.watch.judge.Watched;
import bankscore.watch.say.Figures;
import bankscore.watch.say.RankedList;
import bankscore.watch.say.RuleSentences;
import bankscore.watch.scheme.Group;
import bankscore.watch.scheme.Watch;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The subjects of a group, a ranked list for each measure: the figures it comes of, rank now and before, what each watch holds
 * it against, how far it is off and for how long, what follows. The exempt ones stand behind the others with their reason.
 */
final class GroupSheet {

    private static final int NAME = 2;
    private static final int FIRST = 3;
    private static final int OF_A_WATCH = 3;

    /** Section, heading, and the empty row behind the list. */
    private static final int AROUND = 3;

    /** So many rows stand below a heading, and so many with names of two lines; then a page begins with another one. */
    private static final int ROWS_OF_A_PAGE = 20;

    private static final int HIGH_ROWS_OF_A_PAGE = 12;
    private static final int CHARACTERS_OF_A_LINE = 14;

    /** Longer lists have pages of their own. */
    private static final int SHORT = 6;

    private final Book book;
    private final JudgedGroup judged;
    private final Group group;
    private final Cells cells;
    private final Grid grid;
    private final int rowsOfPage;
    private final RuleSentences rule;

    private GroupSheet(Book book, JudgedGroup judged) {
        this.book = book;
        this.judged = judged;
        this.group = judged.group();
        this.cells = new Cells(book);
        this.rule = new RuleSentences(book.report().rule(), book::called, book.words());
        int columns = measures().stream()
                .mapToInt(measure -> degree(measure) + 2)
                .max()
                .orElse(FIRST + 1);
        int[] widest = new int[columns];
        Arrays.fill(widest, 13);
        widest[0] = 6;
        widest[1] = 6;
        widest[NAME] = 30;
        measures().forEach(measure -> widest[degree(measure)] = 19);
        widest[columns - 1] = 20;
        this.grid = new Grid(book, book.sheet(group), widest).fixedWidths();
        boolean high = judged.subjects().stream()
                .anyMatch(each -> each.subject().label().length() > CHARACTERS_OF_A_LINE);
        this.rowsOfPage = evened(judged.subjects().size(), high ? HIGH_ROWS_OF_A_PAGE : ROWS_OF_A_PAGE);
    }

    /** As many rows on every page, so that none is left with two. */
    private static int evened(int rows, int most) {
        int pages = Math.max(1, (rows + most - 1) / most);
        return Math.max(1, (rows + pages - 1) / pages);
    }

    static void fill(Book book, JudgedGroup judged) {
        new GroupSheet(book, judged).fill();
    }

    private List<Definition.Measure> measures() {
        return group.definitions().measures();
    }

    private List<Watch> watches(Definition.Measure measure) {
        return book.report().rule().watches(group).stream()
                .filter(watch -> watch.measure().equals(measure.id()))
                .toList();
    }

    /** The column of what follows, behind the watches. */
    private int degree(Definition.Measure measure) {
        return FIRST
                + figures(measure).size()
                + 1
                + OF_A_WATCH * watches(measure).size();
    }

    /** What a measure is made of, besides other groups' figures: the ids that its formula names. */
    private static List<String> figures(Definition.Measure measure) {
        return measure.formula().names().stream()
                .filter(name -> !name.contains("."))
                .toList();
    }

    private void fill() {
        grid.titled(book.title(book.called(group)), "").headerEnds();
        int top = grid.row();
        for (Definition.Measure measure : measures()) {
            place(measure, top);
            int count = judged.subjects().size();
            top += AROUND
                    + (count == 0 ? 0 : down(count - 1) + 1)
                    + watches(measure).size();
        }
        for (int i = 0; i < measures().size(); i++) {
            measure(measures().get(i));
            if (i < measures().size() - 1) {
                grid.next();
                if (judged.subjects().size() > SHORT) {
                    grid.breakPage();
                }
            }
        }
        grid.signature();
        grid.counted().finish(0, false);
    }

    /** Where the values of a measure will stand, so that lists before it may refer to them. */
    private void place(Definition.Measure measure, int above) {
        List<Watched> order = inOrder(measure);
        for (int i = 0; i < order.size(); i++) {
            book.addresses()
                    .note(
                            BookAddress.MEASURE,
                            group.id() + "." + measure.id(),
                            order.get(i).subject().code(),
                            new Addresses.Address(
                                    grid.sheet().getSheetName(),
                                    above + AROUND + down(i),
                                    FIRST + figures(measure).size()));
        }
    }

    /** How many rows below the first one a row of a list stands: headings lie between. */
    private int down(int row) {
        return row + row / rowsOfPage;
    }

    /** By rank; who has none behind, who is exempt last. */
    private List<Watched> inOrder(Definition.Measure measure) {
        return judged.subjects().stream()
                .sorted(Comparator.comparing((Watched each) -> each.exempt().isPresent())
                        .thenComparing(each -> each.ranks().getOrDefault(measure.id(), Integer.MAX_VALUE)))
                .toList();
    }

    private void measure(Definition.Measure measure) {
        List<Watch> watches = watches(measure);
        grid.section(RankedList.head(measure, book.words())).keptWithNext();
        heads(measure, watches);
        grid.keptWithNext();
        int first = grid.row() + 1;
        List<Watched> order = inOrder(measure);
        long ranked = order.stream()
                .filter(each -> each.ranks().containsKey(measure.id()))
                .count();
        int value = FIRST + figures(measure).size();
        Optional<String> values = ranked == 0
                ? Optional.empty()
                : Optional.of(Addresses.column(value, first, first + down((int) ranked - 1)));
        for (int i = 0; i < order.size(); i++) {
            if (i > 0 && i % rowsOfPage == 0) {
                grid.breakPage();
                heads(measure, watches);
            }
            row(measure, watches, order.get(i), values);
        }
        watches.forEach(watch -> grid.note(
                book.words().text("book.group.watch", "text", rule.watch(watch), "mark", book.mark(watch.mark()))));
    }

    private void heads(Definition.Measure measure, List<Watch> watches) {
        grid.next().heads(0, words("rank"), words("previous"), words("name"));
        int column = FIRST;
        for (String id : figures(measure)) {
            grid.heads(column++, book.named(book.report().name(group, id), unit(id)));
        }
        grid.heads(column++, book.named(measure.name(), measure.unit()));
        for (Watch watch : watches) {
            grid.heads(
                    column, bound(watch), words(measure.unit().equals("%") ? "gap.points" : "gap"), words("running"));
            column += OF_A_WATCH;
        }
        if (!watches.isEmpty()) {
            grid.heads(column++, words("degree"));
        }
        grid.across(column, grid.columns() - 1, words("note"), CellLook.HEADER);
    }

    /** A name, or a number that is said to be the bound. */
    private String bound(Watch watch) {
        String bound = rule.bound(group, watch);
        return watch.bound().number().isPresent() ? book.words().text("book.group.bound", "bound", bound) : bound;
    }

    private String words(String key) {
        return book.words().text("book.group." + key);
    }

    private String unit(String id) {
        return group.measure(id)
                .map(Definition.Measure::unit)
                .or(() -> Optional.ofNullable(book.report().columns().get(id)).map(ColumnWords::unit))
                .orElse("");
    }

    private void row(Definition.Measure measure, List<Watch> watches, Watched subject, Optional<String> values) {
        String code = subject.subject().code();
        MeasureValue value = subject.measures().get(measure.id());
        grid.next();
        Map<String, Addresses.Address> own = new HashMap<>();
        int column = FIRST;
        for (String id : figures(measure)) {
            Optional<Fraction> figure = value == null
                    ? Optional.empty()
                    : value.inputs().stream()
                            .filter(input -> input.name().equals(id))
                            .findFirst()
                            .flatMap(MeasureValue.Input::value);
            grid.link(cells.address(group, id, code), column, figure, CellLook.MONEY);
            own.put(id, grid.at(column++));
        }
        Optional<Fraction> held = value == null ? Optional.empty() : value.value();
        formula(column, cells.measure(group, measure, subject, own), held, Book.look(measure.rounding()));
        Addresses.Address cell = grid.at(column++);
        rank(measure, subject, cell, values);
        grid.text(NAME, subject.subject().label(), CellLook.TEXT)
                .leadsTo(
                        NAME,
                        book.addresses()
                                .first(
                                        BookAddress.FIGURE,
                                        group.id() + "."
                                                + figures(measure).stream()
                                                        .findFirst()
                                                        .orElse(""),
                                        code));
        Map<String, Look> looks = new LinkedHashMap<>();
        subject.looks().forEach(look -> looks.put(look.watch().id(), look));
        for (Watch watch : watches) {
            watch(watch, measure, subject, Optional.ofNullable(looks.get(watch.id())), column, cell, values);
            column += OF_A_WATCH;
        }
        if (!watches.isEmpty()) {
            grid.text(column++, follows(measure, subject), CellLook.CENTERED);
        }
        grid.across(column, grid.columns() - 1, note(subject), CellLook.TEXT);
    }

    /** What follows of a measure; where it is behind and a condition spares it, that. */
    private String follows(Definition.Measure measure, Watched subject) {
        List<Look> own = subject.looks().stream()
                .filter(look -> look.watch().measure().equals(measure.id()))
                .toList();
        if (own.stream().anyMatch(Look::hit)) {
            return subject.degree().map(degree -> degree.name()).orElse(words("hit"));
        }
        return own.stream().anyMatch(look -> look.grade() > 0 && look.spared()) ? words("spared") : "";
    }

    private String note(Watched subject) {
        List<String> notes = new ArrayList<>();
        subject.exempt().ifPresent(exempt -> notes.add(Figures.exempt(exempt, book.words())));
        if (subject.exempt().isEmpty() && !subject.note().isEmpty()) {
            notes.add(subject.note());
        }
        return String.join("；", notes);
    }

    private void rank(Definition.Measure measure, Watched subject, Addresses.Address cell, Optional<String> values) {
        Integer rank = subject.ranks().get(measure.id());
        if (rank == null || values.isEmpty()) {
            grid.text(0, book.words().text("book.none"), CellLook.CENTERED);
        } else {
            int order = group.lowerIsBetter().contains(measure.id()) ? 1 : 0;
            grid.formula(
                    0,
                    "RANK(" + cell.local() + "," + values.get() + "," + order + ")",
                    BigDecimal.valueOf(rank),
                    CellLook.SEQUENCE);
        }
        Integer before = subject.previousRanks().get(measure.id());
        if (before == null) {
            grid.text(1, book.words().text("book.none"), CellLook.CENTERED);
        } else {
            grid.number(1, before, CellLook.SEQUENCE);
        }
    }

    private void watch(
            Watch watch,
            Definition.Measure measure,
            Watched subject,
            Optional<Look> look,
            int column,
            Addresses.Address cell,
            Optional<String> values) {
        String code = subject.subject().code();
        if (look.isEmpty()) {
            for (int i = 0; i < OF_A_WATCH; i++) {
                grid.text(column + i, book.words().text("book.none"), CellLook.CENTERED);
            }
            return;
        }
        Optional<Fraction> bound = look.get().bound();
        CellLook shown = Book.look(measure.rounding());
        formula(column, bound.isEmpty() ? Optional.empty() : cells.bound(watch, group, code, values), bound, shown);
        String against = grid.at(column).local();
        String gap = watch.side() == Watch.Side.BELOW ? against + "-" + cell.local() : cell.local() + "-" + against;
        Optional<Fraction> off = look.get().gap();
        formula(
                column + 1,
                off.isEmpty() ? Optional.empty() : Optional.of("ROUND(" + gap + ",10)"),
                off,
                look.get().hit() ? shown.strong() : shown);
        grid.number(
                column + 2,
                off.map(there -> Fraction.of(look.get().running())),
                look.get().hit() ? CellLook.SEQUENCE.strong() : CellLook.SEQUENCE);
        String key = group.id() + "." + watch.id();
        book.addresses().note(BookAddress.BOUND, key, code, grid.at(column));
        book.addresses().note(BookAddress.GAP, key, code, grid.at(column + 1));
        book.addresses().note(BookAddress.RUNNING, key, code, grid.at(column + 2));
    }

    private void formula(int column, Optional<String> formula, Optional<Fraction> value, CellLook look) {
        if (formula.isPresent()) {
            grid.formula(column, formula.get(), value, look);
        } else {
            grid.number(column, value, look);
        }
    }
}
