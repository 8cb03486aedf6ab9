package bankscore.contribution.papers;

import bankscore.answer.PrintedColumn;
import bankscore.answer.PrintedNumber;
import bankscore.contribution.judge.PrintedFund;
import bankscore.contribution.judge.Report;
import bankscore.contribution.place.FundPlan;
import bankscore.contribution.place.Plan;
import bankscore.contribution.place.PlanRow;
import bankscore.contribution.say.PlacingSentence;
import bankscore.contribution.score.Assessment;
import bankscore.contribution.score.ScoreCard;
import bankscore.exact.Money;
import bankscore.facts.Subject;
import bankscore.finding.Words;
import bankscore.paper.letter.LetterSheet;
import bankscore.paper.letter.LetterSheet.Style;
import bankscore.paper.letter.LetterTable;
import bankscore.paper.letter.LetterTable.Column;
import bankscore.paper.letter.LetterTable.Kind;
import bankscore.paper.letter.LetterTable.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The letter's annexes: the table of results, and the plan if there is one, one fund a page. */
final class Annexes {

    private final Report report;
    private final Words words;
    private final LetterText text;
    private final LetterSheet sheet;
    private final PlacingSentence placing;
    private final List<String> titles = new ArrayList<>();

    Annexes(Report report, Words words, LetterText text, LetterSheet sheet) {
        this.report = report;
        this.words = words;
        this.text = text;
        this.sheet = sheet;
        this.placing = new PlacingSentence(words, report.assessment().scheme());
        titles.add(text.say(report.binding() ? "letter.annex.result" : "letter.annex.result.interim"));
        if (!report.placement().funds().isEmpty()) {
            titles.add(text.say("letter.annex.plan." + text.kind()));
        }
    }

    List<String> titles() {
        return List.copyOf(titles);
    }

    /** The number by which the letter refers to an annex; empty if it is the only one. */
    String number(int index) {
        return titles.size() == 1 ? "" : Integer.toString(index + 1);
    }

    /**
     * Writes them behind the letter.
     *
     * @return whether the last page lies across
     */
    boolean write() {
        resultAnnex();
        return report.placement() instanceof Plan plan && !plan.funds().isEmpty() && planAnnex(plan);
    }

    private void resultAnnex() {
        annex(0);
        List<Assessment> parts = report.assessment().parts();
        for (int i = 0; i < parts.size(); i++) {
            result(parts.get(i), i == 0);
        }
    }

    /** The table of all banks, or of a fund; each fund begins a page. */
    private void result(Assessment part, boolean first) {
        List<List<String>> rows = new ArrayList<>();
        for (ScoreCard card : part.ranked()) {
            rows.add(List.of(
                    Integer.toString(card.rank()),
                    card.bank().name(),
                    text.total(card),
                    card.sharePercent().toPlainString()));
        }
        LetterTable layout = LetterTable.upright(
                List.of(
                        text.column("rank", Kind.CENTRED),
                        text.column("bank", Kind.TEXT),
                        text.column("total", Kind.NUMBER),
                        text.column("share", Kind.NUMBER)),
                rows);
        String name = part.fund().orElse("");
        List<Subject> absent = part.absent(report.assessment());
        sheet.pages(
                layout,
                new Name(name, continued(name.isEmpty() ? titles.get(0) : name), text.say("letter.annex.unit.result")),
                rows,
                0,
                first,
                absent.isEmpty()
                        ? List.of()
                        : List.of(text.say("letter.result.absent", "banks", text.join(absent, Subject::label))));
    }

    private String continued(String name) {
        return text.say("letter.continued", "name", name);
    }

    /** Whether the tables lie across the page. */
    private boolean planAnnex(Plan plan) {
        List<PrintedFund> funds = plan.funds().stream()
                .map(fund -> PrintedFund.of(fund, report.assessment()))
                .toList();
        boolean adjusted = plan.adjusted();
        LetterTable layout = LetterTable.fitting(
                columns(adjusted),
                funds.stream().flatMap(fund -> rows(fund, adjusted).stream()).toList());
        if (layout.wide()) {
            sheet.endSection(false);
        }
        annex(1);
        for (int i = 0; i < funds.size(); i++) {
            String fund = funds.get(i).plan().pool().fund();
            Name name = new Name(fund, continued(fund), text.say("letter.annex.unit"));
            List<String> notes = notes(funds.get(i).plan());
            if (i == funds.size() - 1) {
                boolean odd =
                        funds.stream().flatMap(each -> each.rows().stream()).anyMatch(PrintedFund.Row::odd);
                notes.add(text.say(odd ? "letter.note.rounded.odd" : "letter.note.rounded"));
            }
            List<List<String>> rows = rows(funds.get(i), adjusted);
            int sums = rows.size() - funds.get(i).rows().size();
            sheet.pages(layout, name, rows, sums, i == 0, numbered(notes));
        }
        return layout.wide();
    }

    private List<Column> columns(boolean adjusted) {
        return Stream.of(
                        Stream.of(
                                text.column("rank", Kind.CENTRED),
                                text.column("bank", Kind.TEXT),
                                text.column("current", Kind.NUMBER)),
                        adjusted
                                ? Stream.of(
                                        text.column("computed", Kind.NUMBER), text.column("adjustment", Kind.NUMBER))
                                : Stream.<Column>empty(),
                        Stream.of(
                                text.column("target", Kind.NUMBER),
                                text.column("change", Kind.NUMBER),
                                text.column("now", Kind.NUMBER),
                                text.column("maturity", Kind.NUMBER),
                                text.column("note", Kind.TEXT)))
                .flatMap(column -> column)
                .toList();
    }

    /** The banks by rank, the sum, and what is not placed, if anything, with the fund as a whole. */
    private List<List<String>> rows(PrintedFund fund, boolean adjusted) {
        List<Money> adjustments = PrintedColumn.of(fund.rows().stream()
                        .map(row -> row.exact().adjustment())
                        .toList())
                .cells();
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < fund.rows().size(); i++) {
            PrintedFund.Row row = fund.rows().get(i);
            rows.add(row(
                    List.of(
                            row.card()
                                    .map(card -> Integer.toString(card.rank()))
                                    .orElse(""),
                            row.exact().bank().label()),
                    row.current(),
                    adjusted ? List.of(row.target().minus(adjustments.get(i)), adjustments.get(i)) : List.of(),
                    List.of(row.target(), row.change(), row.now(), row.atMaturity()),
                    note(row)));
        }
        rows.add(row(
                List.of("", text.say("letter.table.sum")),
                fund.current(),
                adjusted ? List.of(fund.target(), Money.ZERO) : List.of(),
                List.of(fund.target(), fund.change(), fund.now(), fund.atMaturity()),
                ""));
        if (fund.unplaced().isPositive()) {
            rows.add(whole("unplaced", fund.unplaced(), adjusted));
            rows.add(whole("pool", fund.pool(), adjusted));
        }
        return rows;
    }

    private static List<String> row(
            List<String> bank, Money current, List<Money> between, List<Money> fromTheTargetOn, String note) {
        return Stream.of(
                        bank.stream(),
                        Stream.of(List.of(current), between, fromTheTargetOn)
                                .flatMap(List::stream)
                                .map(PrintedNumber::money),
                        Stream.of(note))
                .flatMap(cell -> cell)
                .toList();
    }

    private List<String> whole(String key, Money amount, boolean adjusted) {
        List<String> row = new ArrayList<>(List.of("", text.say("letter.table." + key), ""));
        if (adjusted) {
            row.addAll(List.of("", ""));
        }
        row.addAll(List.of(PrintedNumber.money(amount), "", "", "", ""));
        return row;
    }

    private String note(PrintedFund.Row row) {
        PlanRow exact = row.exact();
        return Stream.of(
                        placing.note(words.text("note." + exact.note().name()), exact),
                        row.odd() ? text.say("letter.note.odd") : "")
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining(text.say("placed.join")));
    }

    /** What stands below a fund: equal claims, what leaders changed, money outside the plan. */
    private List<String> notes(FundPlan fund) {
        List<String> notes = new ArrayList<>(placing.ties(fund));
        if (!fund.adjustments().isEmpty()) {
            notes.add(text.say("letter.note.adjusted", "adjustments", text.join(fund.adjustments(), text::adjustment)));
        }
        if (!fund.outside().isEmpty()) {
            notes.add(text.say(
                    "letter.plan.outside",
                    "banks",
                    text.join(fund.outside(), stays -> text.amount(stays.bank(), stays.current()))));
        }
        return notes;
    }

    private List<String> numbered(List<String> notes) {
        if (notes.size() == 1) {
            return List.of(text.say("letter.note.one", "note", notes.get(0)));
        }
        List<String> numbered = new ArrayList<>();
        for (String note : notes) {
            numbered.add(text.say(
                    numbered.isEmpty() ? "letter.note.first" : "letter.note.next",
                    "number",
                    numbered.size() + 1,
                    "note",
                    note));
        }
        return numbered;
    }

    private void annex(int index) {
        sheet.paragraph(
                Style.ATTACHMENT_LABEL,
                titles.size() == 1
                        ? text.say("letter.attachment.only")
                        : text.say("letter.attachment.label", "number", index + 1));
        sheet.paragraph(Style.ATTACHMENT_TITLE, titles.get(index));
    }
}
