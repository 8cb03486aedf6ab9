package bankscore.subsidy.book;

import bankscore.exact.Fraction;
import bankscore.exact.Money;
import bankscore.exact.Rounding;
import bankscore.paper.workbook.Addresses;
import bankscore.paper.workbook.LiveFormula;
import bankscore.subsidy.decide.Decision;
import bankscore.subsidy.scheme.Cap;
import bankscore.subsidy.scheme.Subsidy;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a cap left to a line, as a live formula; absent where none of the cells on the sheet tells it. */
record CapFormula(Book book, Decision line, Map<String, Addresses.Address> figures, Rounding rounding) {

    /** Lines with the same text count together under a cap of a subsidy; of a cap of the year, those of one year. */
    static String group(Subsidy subsidy, Decision.CapUse use, Decision line) {
        Cap cap = subsidy.amount().caps().get(use.cap());
        String text = use.cap() + "|";
        if (cap instanceof Cap.Ceiling ceiling) {
            String year = ceiling.span() == Cap.Span.YEAR ? "|" + line.day().getYear() : "";
            return text
                    + ceiling.per().stream()
                            .map(column -> line.line().claim().text(column))
                            .collect(Collectors.joining("|"))
                    + year;
        }
        return cap instanceof Cap.Budget budget
                ? text + budget.item()
                : text + line.line().at();
    }

    /**
     * The formula.
     *
     * @param before what the line before left of the cap; absent where this is the first
     */
    Optional<String> left(Subsidy subsidy, Decision.CapUse use, Optional<String> before) {
        Cap cap = subsidy.amount().caps().get(use.cap());
        String path = "subsidies." + subsidy.id() + ".caps[" + use.cap() + "].";
        if (cap instanceof Cap.PartOf part) {
            return share(path, part).map(limit -> "MAX(0," + limit + less(part) + ")");
        }
        if (before.isPresent() || !(cap instanceof Cap.Ceiling ceiling)) {
            return before;
        }
        return Optional.of("MAX(0,ROUND("
                + parameter(path + "amount", ceiling.amount())
                + (use.before().isZero() ? "" : "-" + LiveFormula.literal(fraction(use.before())))
                + ",2))");
    }

    private Optional<String> share(String path, Cap.PartOf part) {
        return cell(part.of())
                .map(of -> LiveFormula.rounded(
                        of + "*" + parameter(path + "percent", part.share()), Rounding.Mode.DOWN, "2", 8));
    }

    private String less(Cap.PartOf part) {
        return part.with().flatMap(this::cell).map(cell -> "-" + cell).orElse("");
    }

    private Optional<String> cell(String column) {
        return Optional.ofNullable(figures.get(column)).map(Addresses.Address::local);
    }

    /** The parameter's cell if it holds the number as formulas want it: 100 % may be written as 100. */
    private String parameter(String path, Fraction value) {
        return book.addresses()
                .absolute(BookAddress.PARAMETER, path, "")
                .filter(cell -> book.report().scheme().parameters().stream()
                        .anyMatch(each -> each.path().equals(path)
                                && each.exact().filter(value::equals).isPresent()))
                .orElseGet(() -> LiveFormula.literal(value));
    }

    private static Fraction fraction(Money amount) {
        return Fraction.of(Book.yuan(amount));
    }
}
