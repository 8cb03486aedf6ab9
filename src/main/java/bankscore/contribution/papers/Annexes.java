package bankscore.contribution.papers;

import bankscore.answer.PrintedNumber;
import bankscore.contribution.judge.Report;
import bankscore.contribution.place.FundPlan;
import bankscore.contribution.place.Plan;
import bankscore.contribution.place.PlanRow;
import bankscore.contribution.say.PlacingSentence;
import bankscore.contribution.score.ScoreCard;
import bankscore.finding.Words;
import bankscore.paper.letter.LetterSheet;
import bankscore.paper.letter.LetterSheet.Style;
import bankscore.paper.letter.LetterTable;
import bankscore.paper.letter.LetterTable.Column;
import bankscore.paper.letter.LetterTable.Kind;
import java.util.ArrayList;
import java.util.List;

/** The letter's annexes: the table of results, and the plan if there is one. */
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
        titles.add(text.say(report.annual() ? "letter.annex.result" : "letter.annex.result.interim"));
        if (!report.placement().funds().isEmpty()) {
            titles.add(text.say(report.annual() ? "letter.annex.plan" : "letter.annex.plan.interim"));
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
        sheet.paragraph(Style.TABLE_CAPTION, "", text.say("letter.annex.unit.result"));
        List<List<String>> rows = new ArrayList<>();
        for (ScoreCard card : text.ranked()) {
            rows.add(List.of(
                    Integer.toString(card.rank()),
                    card.bank().name(),
                    text.total(card),
                    card.sharePercent().toPlainString()));
        }
        LetterTable layout = LetterTable.fitting(
                List.of(
                        column("rank", Kind.CENTRED),
                        column("bank", Kind.TEXT),
                        column("total", Kind.NUMBER),
                        column("share", Kind.NUMBER)),
                rows);
        sheet.table(layout, rows);
    }

    /** Whether the tables lie across the page. */
    private boolean planAnnex(Plan plan) {
        List<Column> columns = new ArrayList<>(
                List.of(column("number", Kind.CENTRED), column("bank", Kind.TEXT), column("current", Kind.NUMBER)));
        if (plan.adjusted()) {
            columns.add(column("computed", Kind.NUMBER));
            columns.add(column("adjustment", Kind.NUMBER));
        }
        columns.add(column("target", Kind.NUMBER));
        columns.add(column("change", Kind.NUMBER));
        columns.add(column("now", Kind.NUMBER));
        columns.add(column("maturity", Kind.NUMBER));
        columns.add(column("note", Kind.CENTRED));
        boolean adjusted = plan.adjusted();
        LetterTable layout = LetterTable.fitting(
                columns,
                plan.funds().stream()
                        .flatMap(fund -> planRows(fund, adjusted).stream())
                        .toList());
        if (layout.wide()) {
            sheet.endSection(false);
        }
        annex(1);
        boolean first = true;
        for (FundPlan fund : plan.funds()) {
            if (!first) {
                sheet.emptyLine();
            }
            first = false;
            sheet.paragraph(
                    layout.wide() ? Style.TABLE_CAPTION_WIDE : Style.TABLE_CAPTION,
                    text.say("letter.annex.fund", "fund", fund.pool().fund()),
                    text.say("letter.annex.unit"));
            sheet.table(layout, planRows(fund, adjusted));
        }
        return layout.wide();
    }

    private Column column(String key, Kind kind) {
        return new Column(text.say("letter.table." + key), kind);
    }

    private List<List<String>> planRows(FundPlan fund, boolean adjusted) {
        List<List<String>> rows = new ArrayList<>();
        for (PlanRow row : fund.rows()) {
            rows.add(planRow(
                    Integer.toString(rows.size() + 1),
                    row.bank().label(),
                    PrintedNumber.money(row.current()),
                    adjusted
                            ? List.of(PrintedNumber.money(row.computed()), PrintedNumber.money(row.adjustment()))
                            : List.of(),
                    List.of(
                            PrintedNumber.money(row.target()),
                            PrintedNumber.money(row.change()),
                            PrintedNumber.money(row.now()),
                            PrintedNumber.money(row.atMaturity()),
                            placing.note(words.text("note." + row.note().name()), row))));
        }
        rows.add(planRow(
                "",
                text.say("letter.table.sum"),
                PrintedNumber.money(fund.current()),
                adjusted
                        ? List.of(
                                PrintedNumber.money(fund.computed()),
                                PrintedNumber.money(fund.target().minus(fund.computed())))
                        : List.of(),
                List.of(
                        PrintedNumber.money(fund.target()),
                        PrintedNumber.money(fund.target().minus(fund.current())),
                        PrintedNumber.money(fund.now()),
                        PrintedNumber.money(fund.atMaturity()),
                        "")));
        List<String> between = adjusted ? List.of("", "") : List.of();
        rows.add(planRow(
                "",
                text.say("letter.table.unplaced"),
                "",
                between,
                List.of(PrintedNumber.money(fund.unplaced()), "", "", "", "")));
        rows.add(planRow(
                "",
                text.say("letter.table.pool"),
                "",
                between,
                List.of(PrintedNumber.money(fund.pool().amount()), "", "", "", "")));
        return rows;
    }

    private static List<String> planRow(
            String number, String bank, String current, List<String> between, List<String> fromTheTargetOn) {
        List<String> row = new ArrayList<>(List.of(number, bank, current));
        row.addAll(between);
        row.addAll(fromTheTargetOn);
        return List.copyOf(row);
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
