package bankscore.contribution.say;

import bankscore.answer.Answer;
import bankscore.answer.Answer.Piece;
import bankscore.answer.Answer.Section;
import bankscore.contribution.execution.DueList;
import bankscore.contribution.execution.DueList.Item;
import bankscore.contribution.execution.State;
import bankscore.contribution.place.Transfer;
import bankscore.exact.Money;
import bankscore.exact.Period;
import bankscore.finding.Words;
import bankscore.office.Approval;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What falls due in a period, as text and tables, and as days to remember. */
public final class DueAnswer {

    private final DueList list;
    private final Period period;
    private final Words words;

    public DueAnswer(DueList list, Period period, Words words) {
        this.list = list;
        this.period = period;
        this.words = words;
    }

    /**
     * The list to print.
     *
     * @param approvals those in force
     * @param asOf by the balances of which day it is told what has moved; the plan's own if none came since
     */
    public Answer answer(List<Approval> approvals, LocalDate asOf) {
        List<String> subtitle = new ArrayList<>();
        for (Approval approval : approvals) {
            subtitle.add(words.text(
                    "due.approval",
                    "period",
                    approval.period(),
                    "revision",
                    approval.revision(),
                    "document",
                    approval.document(),
                    "date",
                    words.date(approval.date())));
        }
        subtitle.add(words.text("due.as_of", "date", words.date(asOf)));
        List<Section> sections = new ArrayList<>();
        section("due.overdue", list.overdue(), sections);
        section("due.due", list.due(), sections);
        section("due.undated", list.undated(), sections);
        if (sections.isEmpty()) {
            sections.add(new Section(words.text("due.due"), List.of(new Piece.Line(words.text("due.nothing")))));
        }
        return new Answer(words.text("due.title", "period", period), String.join("\n", subtitle), sections);
    }

    private void section(String key, List<Item> items, List<Section> sections) {
        if (items.isEmpty()) {
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        for (Item item : items) {
            rows.add(List.of(
                    item.transfer().due().map(words::date).orElse(words.text("word.none")),
                    item.fund(),
                    from(item),
                    to(item),
                    yuan(item.transfer().transfer().amount()),
                    item.transfer().approval().document().text(),
                    words.text(
                            item.transfer().withdrawal() ? "due.withdrawal" : "due.transfer",
                            "state",
                            words.text("state." + item.transfer().state().name()))));
        }
        sections.add(new Section(
                words.text(key),
                List.of(
                        new Piece.Line(words.text("due.sum", "count", items.size(), "sum", yuan(sum(items)))),
                        new Piece.Table(
                                Stream.of("date", "fund", "from", "to", "amount", "document", "state")
                                        .map(head -> words.text("due.head." + head))
                                        .toList(),
                                rows))));
    }

    /**
     * A day to remember: what is due of one fund by one document.
     *
     * @param key what it is about, the same for the same order
     */
    public record Day(String key, LocalDate day, String title, String text) {}

    /** The days, by date; what is overdue is remembered on the period's first day. What has moved is not remembered. */
    public List<Day> days() {
        Map<String, List<Item>> groups = new TreeMap<>();
        LocalDate first = period.previous().end().plusDays(1);
        Stream.concat(list.overdue().stream(), list.due().stream())
                .filter(item -> item.transfer().state() != State.DONE)
                .forEach(item -> groups.computeIfAbsent(
                                item.transfer().due().orElseThrow() + " "
                                        + item.transfer().approval().line() + " " + item.fund(),
                                key -> new ArrayList<>())
                        .add(item));
        List<Day> days = new ArrayList<>();
        groups.forEach((key, items) -> {
            Item any = items.get(0);
            LocalDate due = any.transfer().due().orElseThrow();
            boolean late = due.isBefore(first);
            days.add(new Day(
                    key,
                    late ? first : due,
                    words.text(
                            late ? "due.event.late" : "due.event",
                            "fund",
                            any.fund(),
                            "count",
                            items.size(),
                            "sum",
                            yuan(sum(items)),
                            "date",
                            words.date(due)),
                    words.text(
                            "due.event.text",
                            "document",
                            any.transfer().approval().document(),
                            "transfers",
                            String.join("\n", items.stream().map(this::line).toList()))));
        });
        return days;
    }

    private String line(Item item) {
        return words.text(
                "due.event.line",
                "from",
                from(item),
                "to",
                to(item),
                "amount",
                yuan(item.transfer().transfer().amount()));
    }

    private String from(Item item) {
        return item.transfer().transfer().from().equals(Transfer.OUTSIDE)
                ? words.text("term.new")
                : item.transfer().from();
    }

    private String to(Item item) {
        return item.transfer().transfer().to().equals(Transfer.OUTSIDE)
                ? words.text("term.away")
                : item.transfer().to();
    }

    private static Money sum(Collection<Item> items) {
        return Money.sum(
                items.stream().map(item -> item.transfer().transfer().amount()).toList());
    }

    /** In 元, to the fen. */
    private static String yuan(Money amount) {
        return String.format(Locale.ROOT, "%,.2f", new BigDecimal(amount.fen(), 2));
    }
}
