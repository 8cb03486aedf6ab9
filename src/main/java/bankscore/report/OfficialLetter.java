package bankscore.report;

import bankscore.domain.Money;
import bankscore.domain.Period;
import bankscore.domain.allocate.FundPlan;
import bankscore.domain.allocate.Plan;
import bankscore.domain.allocate.PlanRow;
import bankscore.domain.finding.Level;
import bankscore.domain.finding.Words;
import bankscore.domain.quarter.Risk;
import bankscore.domain.roster.Bank;
import bankscore.domain.scheme.AllocationRule.Safety;
import bankscore.domain.scheme.Item;
import bankscore.domain.scheme.Mark;
import bankscore.domain.scheme.Scheme;
import bankscore.domain.score.BenchmarkValue;
import bankscore.domain.score.ScoreCard;
import bankscore.report.LetterSheet.Column;
import bankscore.report.LetterSheet.Style;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/**
 * The letter to the city government: a request (请示) with the plan as its annex in the fourth quarter, a report on
 * monitoring in the others. What is proposed to be withdrawn has a section of its own in every quarter.
 *
 * <p>It is a draft for review without a red head; the office adds number, signatory and date.
 */
public final class OfficialLetter {

    private static final int NAMED = 3;

    private final Report report;
    private final Words words;
    private final LetterSheet sheet;
    private final Period period;
    private final String kind;
    private final List<String> attachments = new ArrayList<>();
    private int sections;

    private OfficialLetter(Report report, Words words, LetterSheet sheet) {
        this.report = report;
        this.words = words;
        this.sheet = sheet;
        this.period = report.quarter().period();
        this.kind = report.annual() ? "annual" : "interim";
    }

    /** Writes the letter. */
    public static void write(Report report, Words words, Path file) throws IOException {
        try (XWPFDocument document = new XWPFDocument();
                OutputStream out = Files.newOutputStream(file)) {
            new OfficialLetter(report, words, new LetterSheet(document, words)).write();
            document.getProperties()
                    .getCoreProperties()
                    .setCreated(Optional.of(Date.from(report.run().started().toInstant())));
            document.write(out);
        }
    }

    private void write() {
        sheet.footers(report.run().code());
        attachments.add(say(report.annual() ? "letter.annex.result" : "letter.annex.result.interim"));
        if (report.plan().isPresent()) {
            attachments.add(say(report.annual() ? "letter.annex.plan" : "letter.annex.plan.interim"));
        }
        head();
        basis();
        result();
        plan();
        withdrawals();
        notes();
        close();
        resultAnnex();
        report.plan().ifPresent(this::planAnnex);
    }

    private void head() {
        sheet.paragraph(Style.TITLE, say("letter." + kind + ".title.1"));
        sheet.paragraph(Style.TITLE, say("letter." + kind + ".title.2"));
        sheet.paragraph(Style.DRAFT, say("letter.draft"));
        sheet.emptyLine();
        String jurisdiction = report.run().jurisdiction();
        sheet.paragraph(
                Style.ADDRESSEE,
                say(
                        "letter.addressee",
                        "level",
                        jurisdiction.isEmpty() ? "" : jurisdiction.substring(jurisdiction.length() - 1)));
        Scheme.Source source = report.assessment().scheme().source();
        body(say(
                "letter." + kind + ".opening",
                "document",
                source.document(),
                "clauses",
                String.join(say("letter.join"), source.clauses())));
    }

    private void basis() {
        Scheme scheme = report.assessment().scheme();
        section(say(report.annual() ? "letter.basis" : "letter.basis.interim"));
        StringBuilder who =
                new StringBuilder(say("letter.basis.scheme", "title", scheme.title(), "end", date(period.end())));
        who.append(
                say("letter.basis.banks", "count", report.assessment().cards().size()));
        if (!report.assessment().excluded().isEmpty()) {
            who.append(say(
                    "letter.basis.excluded",
                    "count",
                    report.assessment().excluded().size(),
                    "banks",
                    join(
                            report.assessment().excluded(),
                            other -> say(
                                    "letter.basis.excluded.bank",
                                    "bank",
                                    other.bank().label(),
                                    "reason",
                                    words.text("excluded." + other.reason().name(), "detail", other.detail())))));
        }
        body(who.toString());

        StringBuilder how = new StringBuilder();
        Map<Item.Kind, Long> kinds = scheme.items().stream()
                .collect(Collectors.groupingBy(Item::kind, LinkedHashMap::new, Collectors.counting()));
        how.append(say(
                "letter.basis.items",
                "kinds",
                join(
                        List.copyOf(kinds.entrySet()),
                        each -> say(
                                "letter.basis.kind",
                                "kind",
                                words.text("kind." + each.getKey().name()),
                                "count",
                                each.getValue())),
                "rounding",
                words.text(
                        "rounding." + scheme.points().mode().name(),
                        "decimals",
                        scheme.points().decimals())));
        for (BenchmarkValue benchmark : report.assessment().benchmarks()) {
            how.append(benchmark(benchmark));
        }
        body(how.toString());

        String marks = marked(Mark.ASSUMED, "letter.basis.assumed") + marked(Mark.READING, "letter.basis.reading");
        if (!marks.isEmpty()) {
            body(marks);
        }
    }

    private String benchmark(BenchmarkValue benchmark) {
        String key = benchmark.published() ? "letter.basis.benchmark.published" : "letter.basis.benchmark.computed";
        return say(
                benchmark.value().isPresent() ? key : "letter.basis.benchmark.none",
                "name",
                Explanation.nameOf(benchmark, words),
                "value",
                benchmark
                        .value()
                        .map(value -> ResultJson.number(benchmark, value))
                        .orElse(""),
                "count",
                benchmark.banks().size());
    }

    private String marked(Mark mark, String key) {
        List<Item> items = report.assessment().scheme().items().stream()
                .filter(item -> item.mark() == mark)
                .toList();
        return items.isEmpty() ? "" : say(key, "items", join(items, Item::name));
    }

    private void result() {
        section(say(report.annual() ? "letter.result" : "letter.result.interim"));
        List<ScoreCard> top = ranked().stream()
                .filter(card -> card.rank() <= NAMED && card.total().isPositive())
                .toList();
        StringBuilder text = new StringBuilder();
        if (!top.isEmpty()) {
            text.append(say(
                    "letter.result.top",
                    "banks",
                    join(
                            top,
                            card -> say(
                                    "letter.bank.result",
                                    "bank",
                                    card.bank().label(),
                                    "total",
                                    total(card),
                                    "percent",
                                    card.sharePercent().toPlainString()))));
        }
        text.append(say("letter.result.tail", "number", attachmentNumber(0)));
        if (!report.annual()) {
            text.append(say("letter.result.interim.note"));
        }
        body(text.toString());
    }

    private void plan() {
        if (report.plan().isEmpty() && !report.annual()) {
            return;
        }
        section(say(report.annual() ? "letter.plan" : "letter.plan.interim"));
        if (report.plan().isEmpty()) {
            body(say("letter.plan.none"));
            return;
        }
        body(say(report.annual() ? "letter.plan.intro" : "letter.plan.interim.intro", "number", attachmentNumber(1)));
        List<FundPlan> funds = report.plan().get().funds();
        for (int i = 0; i < funds.size(); i++) {
            FundPlan fund = funds.get(i);
            sheet.paragraph(
                    Style.SUBHEADING,
                    say(
                            "letter.subheading",
                            "numeral",
                            numeral(i),
                            "text",
                            fund.pool().fund()));
            body(fund(fund));
        }
    }

    private String fund(FundPlan fund) {
        StringBuilder text = new StringBuilder(say(
                "letter.plan.pool",
                "pool",
                NumberText.money(fund.pool().amount()),
                "current",
                NumberText.money(fund.current())));
        List<PlanRow> top = fund.rows().stream()
                .filter(row -> row.target().isPositive())
                .sorted(Comparator.comparing(PlanRow::target).reversed())
                .limit(NAMED)
                .toList();
        if (!top.isEmpty()) {
            text.append(say("letter.plan.top", "banks", join(top, row -> amount(row.bank(), row.target()))));
        }
        text.append(say("letter.plan.moves", "moves", moves(fund)));
        if (fund.unplaced().isPositive()) {
            text.append(say("letter.plan.unplaced", "amount", NumberText.money(fund.unplaced())));
        }
        if (!fund.outside().isEmpty()) {
            text.append(say(
                    "letter.plan.outside",
                    "banks",
                    join(fund.outside(), stays -> amount(stays.bank(), stays.current()))));
        }
        return text.toString();
    }

    private String moves(FundPlan fund) {
        List<String> moves = new ArrayList<>();
        for (String way : List.of("up", "down", "same")) {
            int sign = way.equals("up") ? 1 : way.equals("down") ? -1 : 0;
            long count = fund.rows().stream()
                    .filter(row -> row.change().signum() == sign)
                    .count();
            if (count > 0) {
                moves.add(say("letter.plan.moves." + way, "count", count));
            }
        }
        return join(moves, Function.identity());
    }

    /** D15: a withdrawal is a real instruction in every quarter, with or without a plan. */
    private void withdrawals() {
        Map<String, List<Risk>> withdrawn = new LinkedHashMap<>();
        for (Bank bank : report.quarter().roster().banks()) {
            List<Risk> risks = report.quarter().risks().stream()
                    .filter(risk -> risk.bank().equals(bank.code()))
                    .filter(risk ->
                            report.assessment().scheme().allocation().safety().get(risk.disposal())
                                    == Safety.WITHDRAW_NOW)
                    .toList();
            if (!risks.isEmpty()) {
                withdrawn.put(bank.code(), risks);
            }
        }
        if (withdrawn.isEmpty()) {
            return;
        }
        section(say(
                "letter.withdrawal",
                "banks",
                join(List.copyOf(withdrawn.keySet()), code -> bank(code).label())));
        withdrawn.forEach((code, risks) -> body(withdrawal(bank(code), risks)));
        if (!report.annual()) {
            body(say("letter.withdrawal.real"));
        }
    }

    private String withdrawal(Bank bank, List<Risk> risks) {
        List<String> kinds = risks.stream()
                .map(Risk::kind)
                .filter(risk -> !risk.isEmpty())
                .distinct()
                .toList();
        String text = say(
                "letter.withdrawal.bank",
                "bank",
                bank.name(),
                "kind",
                kinds.isEmpty() ? say("letter.withdrawal.kind.none") : join(kinds, Function.identity()));
        if (report.plan().isEmpty()) {
            return text + say("letter.withdrawal.unknown");
        }
        List<String> funds = new ArrayList<>();
        for (FundPlan fund : report.plan().get().funds()) {
            for (PlanRow row : fund.rows()) {
                if (row.bank().code().equals(bank.code()) && row.current().isPositive()) {
                    String early = row.note() == PlanRow.Note.WITHDRAWN_EARLY ? say("letter.withdrawal.early") : "";
                    funds.add(say(
                                    "letter.withdrawal.fund",
                                    "fund",
                                    fund.pool().fund(),
                                    "amount",
                                    NumberText.money(row.current()))
                            + early);
                }
            }
        }
        return text
                + (funds.isEmpty()
                        ? say("letter.withdrawal.nothing")
                        : say("letter.withdrawal.sum", "funds", String.join(words.text("explain.join"), funds)));
    }

    private void notes() {
        section(say("letter.notes"));
        long review = report.findings().stream()
                .filter(finding -> finding.level() == Level.REVIEW)
                .count();
        long reasoned = report.findings().stream()
                .filter(finding ->
                        finding.level() == Level.REVIEW && !finding.reason().isEmpty())
                .count();
        body(review == 0 ? say("letter.notes.none") : say("letter.notes.some", "count", review, "reasoned", reasoned));
    }

    private void close() {
        body(say("letter." + kind + ".closing"));
        sheet.emptyLine();
        for (int i = 0; i < attachments.size(); i++) {
            if (attachments.size() == 1) {
                sheet.paragraph(Style.ATTACHMENT_NOTE, say("letter.attachment.one", "name", attachments.get(0)));
            } else {
                sheet.paragraph(
                        i == 0 ? Style.ATTACHMENT_NOTE : Style.ATTACHMENT_NOTE_NEXT,
                        say(
                                i == 0 ? "letter.attachment.first" : "letter.attachment.next",
                                "number",
                                i + 1,
                                "name",
                                attachments.get(i)));
            }
        }
        sheet.emptyLine();
        sheet.emptyLine();
        sheet.paragraph(Style.SIGNATURE, say("letter.office"));
        sheet.paragraph(Style.SIGNED_ON, say("letter.date"));
        body(say("letter.contact"));
    }

    private void resultAnnex() {
        annex(0);
        sheet.paragraph(Style.TABLE_CAPTION, "\t" + say("letter.annex.unit.result"));
        List<List<String>> rows = new ArrayList<>();
        for (ScoreCard card : ranked()) {
            rows.add(List.of(
                    Integer.toString(card.rank()),
                    card.bank().name(),
                    total(card),
                    card.sharePercent().toPlainString()));
        }
        sheet.table(
                List.of(
                        new Column(say("letter.table.rank"), 900, Style.TABLE_CENTRED),
                        new Column(say("letter.table.bank"), 4944, Style.TABLE_TEXT),
                        new Column(say("letter.table.total"), 1500, Style.TABLE_NUMBER),
                        new Column(say("letter.table.share"), 1500, Style.TABLE_NUMBER)),
                rows);
    }

    private void planAnnex(Plan plan) {
        annex(1);
        for (FundPlan fund : plan.funds()) {
            sheet.paragraph(
                    Style.TABLE_CAPTION,
                    say("letter.annex.fund", "fund", fund.pool().fund()) + "\t" + say("letter.annex.unit"));
            sheet.table(
                    List.of(
                            new Column(say("letter.table.number"), 520, Style.TABLE_CENTRED),
                            new Column(say("letter.table.bank"), 1444, Style.TABLE_TEXT),
                            new Column(say("letter.table.current"), 1190, Style.TABLE_NUMBER),
                            new Column(say("letter.table.target"), 1190, Style.TABLE_NUMBER),
                            new Column(say("letter.table.change"), 1190, Style.TABLE_NUMBER),
                            new Column(say("letter.table.now"), 1190, Style.TABLE_NUMBER),
                            new Column(say("letter.table.maturity"), 1190, Style.TABLE_NUMBER),
                            new Column(say("letter.table.note"), 930, Style.TABLE_CENTRED)),
                    planRows(fund));
            sheet.emptyLine();
        }
    }

    private List<List<String>> planRows(FundPlan fund) {
        List<List<String>> rows = new ArrayList<>();
        for (PlanRow row : fund.rows()) {
            rows.add(List.of(
                    Integer.toString(rows.size() + 1),
                    row.bank().label(),
                    NumberText.money(row.current()),
                    NumberText.money(row.target()),
                    NumberText.money(row.change()),
                    NumberText.money(row.now()),
                    NumberText.money(row.atMaturity()),
                    words.text("note." + row.note().name())));
        }
        rows.add(List.of(
                "",
                say("letter.table.sum"),
                NumberText.money(fund.current()),
                NumberText.money(fund.target()),
                NumberText.money(fund.target().minus(fund.current())),
                NumberText.money(fund.now()),
                NumberText.money(fund.atMaturity()),
                ""));
        rows.add(List.of("", say("letter.table.unplaced"), "", NumberText.money(fund.unplaced()), "", "", "", ""));
        rows.add(List.of(
                "", say("letter.table.pool"), "", NumberText.money(fund.pool().amount()), "", "", "", ""));
        return rows;
    }

    private void annex(int index) {
        sheet.paragraph(
                Style.ATTACHMENT_LABEL,
                attachments.size() == 1
                        ? say("letter.attachment.only")
                        : say("letter.attachment.label", "number", index + 1));
        sheet.paragraph(Style.ATTACHMENT_TITLE, attachments.get(index));
    }

    private String attachmentNumber(int index) {
        return attachments.size() == 1 ? "" : Integer.toString(index + 1);
    }

    private List<ScoreCard> ranked() {
        return report.assessment().cards().stream()
                .sorted(Comparator.comparing(ScoreCard::rank))
                .toList();
    }

    private String total(ScoreCard card) {
        return NumberText.rounded(card.total(), report.assessment().scheme().points());
    }

    private String amount(Bank bank, Money amount) {
        return say("letter.bank.money", "bank", bank.label(), "amount", NumberText.money(amount));
    }

    private Bank bank(String code) {
        return report.quarter().roster().bank(code).orElseThrow();
    }

    private void section(String text) {
        sheet.paragraph(Style.HEADING, say("letter.heading", "numeral", numeral(sections++), "text", text));
    }

    private void body(String text) {
        sheet.paragraph(Style.BODY, text);
    }

    private String numeral(int index) {
        String numerals = words.text("letter.numerals");
        return index < numerals.length() ? numerals.substring(index, index + 1) : Integer.toString(index + 1);
    }

    private <T> String join(List<T> all, Function<T, String> text) {
        return all.stream().map(text).collect(Collectors.joining(words.text("letter.join")));
    }

    private String date(LocalDate day) {
        return words.text("date.full", "year", day.getYear(), "month", day.getMonthValue(), "day", day.getDayOfMonth());
    }

    /** Words with the values that any sentence of the letter may use, and its own. */
    private String say(String key, Object... own) {
        String office = words.text("letter.office", "jurisdiction", report.run().jurisdiction());
        String named = words.text(
                "letter.period." + kind,
                "year",
                period.year(),
                "quarter",
                words.text("letter.quarter." + period.quarter()));
        List<Object> values = new ArrayList<>(List.of(
                "jurisdiction",
                report.run().jurisdiction(),
                "office",
                office,
                "period",
                named,
                "next",
                period.year() + 1));
        values.addAll(List.of(own));
        return words.text(key, values.toArray());
    }
}
