package bankscore.paper.returns;

import bankscore.answer.Answer;
import bankscore.facts.ReceivedSheet;
import bankscore.facts.ReceivedSheet.Content;
import bankscore.facts.ReceivedSheet.Said;
import bankscore.facts.ReceivedSheet.Total;
import bankscore.finding.Words;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The read-back (收表回执) in words, the same on the console and on paper. */
public record ReadBackWords(Words words) {
    private static final int MOST_CELLS = 2;

    /** A line for each sheet. */
    public Answer.Section section(List<ReceivedSheet> received) {
        return new Answer.Section(
                words.text("received.title"),
                received.stream()
                        .<Answer.Piece>map(sheet -> new Answer.Piece.Line(line(sheet)))
                        .toList());
    }

    private String line(ReceivedSheet sheet) {
        String totals = sheet.content().map(Content::totals).orElse(List.of()).stream()
                .map(this::total)
                .collect(Collectors.joining(words.text("received.join")));
        return words.text(
                "received.line",
                "place",
                sheet.sheet(),
                "dataset",
                sheet.name(),
                "unit",
                part(unit(sheet)),
                "period",
                part(period(sheet)),
                "rows",
                part(rows(sheet)),
                "totals",
                totals.isEmpty() ? "" : words.text("received.totals", "totals", totals));
    }

    private String part(String text) {
        return text.isEmpty() ? "" : words.text("received.part", "text", text);
    }

    private String total(Total total) {
        return words.text(
                "received.total",
                "column",
                total.name(),
                "amount",
                amount(total, total.amount()),
                "previous",
                total.previous()
                        .map(before ->
                                words.text("received.previous", "amount", total.yuan() ? yuan(before) : yi(before)))
                        .orElse(""));
    }

    /** The unit of a sheet's money and the cells that state it; empty if it has no money. */
    public String unit(ReceivedSheet sheet) {
        return sheet.unit()
                .map(unit ->
                        unit.at().isEmpty() ? words.text("received.unit.assumed", "unit", unit.text()) : said(unit))
                .orElse("");
    }

    /** What the sheet says of its period and the cell that does; of a sheet of money also that nothing does. */
    public String period(ReceivedSheet sheet) {
        return sheet.period()
                .map(this::said)
                .orElseGet(() -> sheet.unit().isEmpty() ? "" : words.text("received.period.none"));
    }

    private String said(Said said) {
        return words.text("received.said", "text", said.text(), "at", shortened(at(said).orElse("")));
    }

    /** Of many cells, as where each heading states the unit, the first and their number. */
    private String shortened(String cells) {
        int first = cells.indexOf('、');
        long count = cells.chars().filter(each -> each == '、').count() + 1;
        return count <= MOST_CELLS
                ? cells
                : words.text("received.cells", "first", cells.substring(0, first), "count", count);
    }

    /** Where something is said; the word for the sheet's name, absent where nothing says it. */
    public Optional<String> at(Said said) {
        return said.at().map(cell -> cell.isEmpty() ? words.text("received.name") : cell);
    }

    /** How many rows and subjects there are. */
    public String rows(ReceivedSheet sheet) {
        return sheet.content()
                .map(content -> content.totals().stream().anyMatch(Total::yuan)
                        ? words.text("received.rows.claims", "rows", content.rows(), "subjects", content.subjects())
                        : content.subjects() == 0 || !content.ofRegister()
                                ? words.text("received.rows", "rows", content.rows())
                                : words.text(
                                        "received.rows.subjects",
                                        "rows",
                                        content.rows(),
                                        "subjects",
                                        content.subjects()))
                .orElseGet(() -> words.text("received.unread"));
    }

    /** What a column adds up to: in 亿元, of claims in 元. */
    public String amount(Total total) {
        return amount(total, total.amount());
    }

    private String amount(Total total, BigDecimal amount) {
        return total.yuan()
                ? words.text("received.amount.yuan", "amount", yuan(amount))
                : words.text("received.amount", "amount", yi(amount));
    }

    /** What stands beside a total: that of the earlier period, in the same unit, or that there is none. */
    public String previous(Total total) {
        return total.previous()
                .map(before -> amount(total, before))
                .orElseGet(() -> words.text("received.previous.none"));
    }

    private static String yuan(BigDecimal amount) {
        return String.format(Locale.ROOT, "%,.2f", amount.setScale(2, RoundingMode.HALF_UP));
    }

    /** With two decimals; of less than one 亿元 with four, so that a wrong unit does not become nothing. */
    private static String yi(BigDecimal wan) {
        BigDecimal yi = wan.movePointLeft(4);
        int decimals = yi.abs().compareTo(BigDecimal.ONE) < 0 && yi.signum() != 0 ? 4 : 2;
        return String.format(Locale.ROOT, "%,." + decimals + "f", yi.setScale(decimals, RoundingMode.HALF_UP));
    }
}
