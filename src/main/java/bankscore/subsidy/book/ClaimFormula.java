package bankscore.subsidy.book;

import bankscore.exact.Period;
import bankscore.paper.workbook.Addresses;
import bankscore.paper.workbook.LiveFormula;
import bankscore.rule.Formula;
import bankscore.rule.Table;
import bankscore.subsidy.decide.Decision;
import bankscore.subsidy.say.Report;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A formula of the rule as a live one over the cells of a line; absent where a cell is missing.
 *
 * @param figures the cells of the line, by column
 */
record ClaimFormula(Book book, Decision line, Map<String, Addresses.Address> figures)
        implements Formula.Reader<Optional<String>> {

    /** The columns that a formula reads of a line, in the order in which it names them. */
    static Set<String> columns(Formula formula) {
        Set<String> columns = new LinkedHashSet<>();
        formula.all().forEach(each -> {
            if (each instanceof Formula.Name name) {
                columns.add(name.id());
            } else if (each instanceof Formula.Days days) {
                columns.add(days.from());
                columns.add(days.to());
            }
        });
        return columns;
    }

    /** The value of a table by day on a day that a cell tells; absent where the table has no rows. */
    static Optional<String> onDay(Book book, Table.ByDay table, Addresses.Address day) {
        Optional<String> days = Addresses.range(book.addresses().all(BookAddress.TABLE_DAY, table.id(), ""));
        Optional<String> values = Addresses.range(book.addresses().all(BookAddress.TABLE_VALUE, table.id(), ""));
        return days.isEmpty() || values.isEmpty()
                ? Optional.empty()
                : Optional.of("LOOKUP(" + day.local() + "," + days.get() + "," + values.get() + ")");
    }

    /** The cells of the row of a table by words that counts for a line; none where no row does. */
    static List<Addresses.Address> row(Book book, Table.ByWord table, Decision line) {
        Report report = book.report();
        List<String> words = table.by().stream()
                .map(column -> report.known().texts().of(line, column))
                .toList();
        return table.row(words)
                .map(row -> book.addresses()
                        .all(
                                BookAddress.TABLE_SHARE,
                                table.id(),
                                Integer.toString(table.rows().indexOf(row))))
                .orElse(List.of());
    }

    private Optional<String> cell(String column) {
        return Optional.ofNullable(figures.get(column)).map(Addresses.Address::local);
    }

    @Override
    public Optional<String> constant(Formula.Constant formula) {
        return Optional.of(LiveFormula.literal(formula.value()));
    }

    @Override
    public Optional<String> name(Formula.Name formula) {
        return cell(formula.id())
                .filter(cell -> line.line().claim().amount(formula.id()).isPresent());
    }

    @Override
    public Optional<String> negation(Formula.Negation formula) {
        return formula.operand().read(this).map(operand -> "(-" + operand + ")");
    }

    @Override
    public Optional<String> binary(Formula.Binary formula) {
        Optional<String> left = formula.left().read(this);
        Optional<String> right = formula.right().read(this);
        return left.isEmpty() || right.isEmpty()
                ? Optional.empty()
                : Optional.of("(" + left.get() + formula.operator().sign() + right.get() + ")");
    }

    @Override
    public Optional<String> aggregate(Formula.Aggregate formula) {
        return Optional.empty();
    }

    @Override
    public Optional<String> pick(Formula.Pick formula) {
        List<String> operands = new ArrayList<>();
        for (Formula operand : formula.operands()) {
            operand.read(this).ifPresent(operands::add);
        }
        return operands.size() < formula.operands().size()
                ? Optional.empty()
                : Optional.of((formula.least() ? "MIN(" : "MAX(") + String.join(",", operands) + ")");
    }

    /** Of lines there is none. */
    @Override
    public Optional<String> first(Formula.First formula) {
        return Optional.empty();
    }

    @Override
    public Optional<String> days(Formula.Days formula) {
        Period period = book.report().period();
        String after = day(period.end().plusDays(1));
        Optional<String> to = cell(formula.to()).map(cell -> "IF(" + cell + "=\"\"," + after + "," + cell + ")");
        return cell(formula.from())
                .flatMap(from -> to.map(end -> {
                    if (!formula.inPeriod()) {
                        return "(" + end + "-" + from + ")";
                    }
                    LocalDate first = period.previous().end().plusDays(1);
                    return "MAX(0,MIN(" + end + "," + after + ")-MAX(" + from + "," + day(first) + "))";
                }));
    }

    private static String day(LocalDate day) {
        return "DATE(" + day.getYear() + "," + day.getMonthValue() + "," + day.getDayOfMonth() + ")";
    }

    @Override
    public Optional<String> lookup(Formula.Lookup formula) {
        Table table = book.report().scheme().tables().get(formula.table());
        if (table instanceof Table.ByDay byDay) {
            return Optional.ofNullable(figures.get(formula.columns().get(0))).flatMap(day -> onDay(book, byDay, day));
        }
        return table instanceof Table.ByWord byWord
                ? row(book, byWord, line).stream().findFirst().map(Addresses.Address::absolute)
                : Optional.empty();
    }
}
