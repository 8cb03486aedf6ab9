package bankscore.subsidy.papers;

import bankscore.answer.PrintedNumber;
import bankscore.exact.Money;
import bankscore.finding.Level;
import bankscore.finding.PrintedFinding;
import bankscore.finding.Words;
import bankscore.office.Letterhead;
import bankscore.paper.AmountSentence;
import bankscore.paper.ApprovalSentence;
import bankscore.paper.letter.LetterParts;
import bankscore.paper.letter.LetterSheet;
import bankscore.paper.letter.LetterSheet.Style;
import bankscore.paper.letter.LetterTable;
import bankscore.paper.letter.LetterTable.Column;
import bankscore.paper.letter.LetterTable.Kind;
import bankscore.paper.letter.LetterTable.Name;
import bankscore.paper.letter.LetterVoice;
import bankscore.rule.Mark;
import bankscore.subsidy.decide.Decisions;
import bankscore.subsidy.decide.Decisions.Payment;
import bankscore.subsidy.decide.Decisions.Total;
import bankscore.subsidy.say.Report;
import bankscore.subsidy.scheme.Subsidy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The letter to the government: a request (请示) to pay with the list of payments as its annex; of a rule that only estimates,
 * or whose levels each bear their own part, a report without one.
 *
 * <p>It is a draft for review without a red head; the office adds number, signatory and date.
 */
public final class SubsidyLetter {

    private final Report report;
    private final Letterhead head;
    private final Words words;
    private final LetterVoice voice;
    private final LetterSheet sheet;
    private final LetterParts parts;
    private final String kind;

    private SubsidyLetter(Report report, LetterVoice voice, LetterSheet sheet) {
        this.report = report;
        this.head = voice.head();
        this.words = voice.words();
        this.voice = voice;
        this.sheet = sheet;
        this.parts = voice.parts(sheet);
        this.kind = kind(report);
    }

    /**
     * Writes the letter.
     *
     * @param words those of subsidies
     */
    public static void write(Report report, Letterhead head, Words words, Path file) throws IOException {
        LetterVoice voice = new LetterVoice(head, report.run(), report.period(), report.period(words), words);
        voice.file(title(report, voice)).write(file, words, sheet -> new SubsidyLetter(report, voice, sheet).write());
    }

    /** {@code batch}, {@code estimate} or {@code shared}: the middle of many keys. */
    private static String kind(Report report) {
        return report.isEstimate() ? "estimate" : report.pays() ? "batch" : "shared";
    }

    private static List<String> title(Report report, LetterVoice voice) {
        String key = "letter." + kind(report) + ".title.";
        return List.of(
                voice.say(key + "1"),
                voice.say(key + "2", "rule", report.scheme().title()));
    }

    private void write() {
        parts.head(
                head.number(),
                title(report, voice),
                open(),
                ApprovalSentence.of(report.approval(), report.run().revision(), words));
        opening();
        result();
        reductions();
        bearers();
        if (report.pays()) {
            payment();
        }
        remarks();
        List<String> annexes = report.pays() && !report.decisions().payments().isEmpty() && !report.paysMany()
                ? List.of(voice.say(
                        "letter.annex.payments", "rule", report.scheme().title()))
                : List.of();
        parts.close(voice.say("letter." + kind + ".closing"), annexes);
        if (annexes.isEmpty()) {
            sheet.paragraph(Style.FINE_PRINT, voice.verification());
        }
        sheet.endDocument(!annexes.isEmpty() && annex(annexes.get(0)));
    }

    private long open() {
        return report.findings().stream()
                .filter(finding ->
                        finding.level() == Level.REVIEW && finding.reason().isEmpty())
                .count();
    }

    private String amount(Money amount) {
        return AmountSentence.text(amount, words);
    }

    private String join(Stream<String> texts) {
        return texts.collect(Collectors.joining(words.text("letter.join")));
    }

    private void opening() {
        List<String> clauses = report.scheme().subsidies().stream()
                .map(Subsidy::clause)
                .filter(clause -> !clause.isEmpty())
                .distinct()
                .map(report.scheme().source()::cited)
                .toList();
        String number = report.scheme().source().number();
        parts.body(voice.say(
                "letter." + kind + ".opening",
                "document",
                report.scheme().source().document(),
                "number",
                number.isEmpty() ? "" : voice.say("letter.document.number", "number", number),
                "clauses",
                clauses.isEmpty() ? "" : voice.clauses(clauses),
                "rule",
                report.scheme().title(),
                "amount",
                amount(report.pays() ? sum(report.decisions().payments()) : report.granted())));
    }

    private static Money sum(List<Payment> payments) {
        return Money.sum(payments.stream().map(Payment::amount).toList());
    }

    private void result() {
        parts.section(voice.say("letter.result." + kind));
        List<Total> totals = report.decisions().totals();
        long claims = report.decisions().lines().count();
        long granted =
                totals.stream().mapToLong(total -> total.granted().count()).sum();
        parts.body(voice.say(
                "letter.result.text",
                "claims",
                claims,
                "count",
                granted,
                "amount",
                amount(report.granted()),
                "refused",
                claims - granted));
        List<Column> columns = List.of(
                voice.column("subsidy", Kind.TEXT),
                voice.column("claims", Kind.NUMBER),
                voice.column("count", Kind.NUMBER),
                voice.column("off", Kind.NUMBER),
                voice.column("amount", Kind.NUMBER));
        List<List<String>> rows = new ArrayList<>();
        for (Total total : totals) {
            rows.add(List.of(
                    name(total),
                    Long.toString(total.claims()),
                    Long.toString(total.granted().count()),
                    PrintedNumber.yuan(total.cut().amount()),
                    PrintedNumber.yuan(total.granted().amount())));
        }
        if (totals.size() > 1) {
            rows.add(List.of(
                    voice.say("letter.table.sum"),
                    Long.toString(claims),
                    Long.toString(granted),
                    PrintedNumber.yuan(report.cut()),
                    PrintedNumber.yuan(report.granted())));
        }
        sheet.table(LetterTable.upright(columns, rows), new Name("", "", voice.say("letter.unit.yuan")), rows);
    }

    private String name(Total total) {
        return report.scheme().subsidy(total.subsidy()).orElseThrow().name();
    }

    /** What was cut or refused, by reason; nothing is said of a subsidy that granted all. */
    private void reductions() {
        List<Total> reduced = report.decisions().totals().stream()
                .filter(total -> !total.reasons().isEmpty())
                .toList();
        if (reduced.isEmpty()) {
            return;
        }
        parts.section(voice.say("letter.reductions"));
        reduced.forEach(total -> parts.body(voice.say(
                "letter.reductions.text",
                "subsidy",
                name(total),
                "how",
                Stream.of(
                                total.cut().count() == 0
                                        ? ""
                                        : voice.say(
                                                "letter.reductions.cut",
                                                "count",
                                                total.cut().count(),
                                                "amount",
                                                amount(total.cut().amount())),
                                total.refused() == 0
                                        ? ""
                                        : voice.say("letter.reductions.refused", "count", total.refused()))
                        .filter(each -> !each.isEmpty())
                        .collect(Collectors.joining(voice.say("letter.reductions.join"))),
                "reasons",
                reasons(total))));
    }

    /** One reason may stand at several clauses. */
    private String reasons(Total total) {
        Map<String, Long> lines = new LinkedHashMap<>();
        total.reasons().forEach(each -> lines.merge(each.reason(), each.lines(), Long::sum));
        return join(lines.entrySet().stream()
                .map(each -> voice.say("letter.reductions.reason", "reason", each.getKey(), "count", each.getValue())));
    }

    private void bearers() {
        parts.section(voice.say("letter.bearers." + kind));
        Map<String, Money> levels = new LinkedHashMap<>();
        report.decisions()
                .totals()
                .forEach(total -> total.levels().forEach((level, amount) -> levels.merge(level, amount, Money::plus)));
        List<String> own = report.scheme().subsidies().stream()
                .flatMap(subsidy -> report.own(subsidy).stream())
                .distinct()
                .toList();
        parts.body(voice.say(
                "letter.bearers.text",
                "levels",
                join(levels.entrySet().stream()
                        .map(each -> voice.say(
                                "letter.bearers.level", "level", each.getKey(), "amount", amount(each.getValue())))),
                "own",
                own.isEmpty() || !report.pays() ? "" : voice.say("letter.bearers.own", "levels", join(own.stream()))));
    }

    private void payment() {
        Decisions decisions = report.decisions();
        parts.section(voice.say("letter.payment"));
        StringBuilder text = new StringBuilder(voice.say(
                decisions.payments().isEmpty()
                        ? "letter.payment.none"
                        : report.paysMany() ? "letter.payment.many" : "letter.payment.text",
                "count",
                decisions.payments().size(),
                "amount",
                amount(sum(decisions.payments()))));
        if (!decisions.recoveries().isEmpty()) {
            text.append(voice.say(
                    "letter.payment.recoveries",
                    "count",
                    decisions.recoveries().size(),
                    "amount",
                    amount(sum(decisions.recoveries()).negate())));
        }
        parts.body(text.toString());
        for (Decisions.BudgetUse budget : decisions.budgets()) {
            boolean isShort = budget.wanted().compareTo(budget.granted()) > 0;
            parts.body(voice.say(
                    isShort ? "letter.budget.short" : "letter.budget",
                    "item",
                    budget.item(),
                    "amount",
                    amount(budget.amount()),
                    "before",
                    amount(budget.before()),
                    "wanted",
                    amount(budget.wanted()),
                    "granted",
                    amount(budget.granted())));
        }
    }

    /** Assumptions, what was looked at and does not hold, what senders explained. */
    private void remarks() {
        List<String> remarks = new ArrayList<>();
        report.scheme().subsidies().stream()
                .filter(each -> each.mark() == Mark.ASSUMED)
                .map(Subsidy::name)
                .reduce((one, other) -> one + words.text("letter.join") + other)
                .ifPresent(names -> remarks.add(voice.say("letter.remarks.assumed", "subsidies", names)));
        if (report.scheme().parameters().stream().anyMatch(each -> each.mark() == Mark.ASSUMED)) {
            remarks.add(voice.say("letter.remarks.parameters"));
        }
        List<Decisions.CheckValue> broken = report.decisions().checks().stream()
                .filter(check -> !check.holds())
                .toList();
        if (!broken.isEmpty()) {
            remarks.add(voice.say(
                    "letter.remarks.checks",
                    "count",
                    broken.size(),
                    "first",
                    words.text(
                            "check.text",
                            "name",
                            broken.get(0).name(),
                            "value",
                            broken.get(0).value(),
                            "else",
                            broken.get(0).otherwise())));
        }
        long explained = PrintedFinding.count(report.findings(), Level.REVIEW) - open();
        if (explained > 0) {
            remarks.add(voice.say("letter.basis.explained", "count", explained));
        }
        report.before()
                .filter(before -> report.pays())
                .ifPresent(before -> remarks.add(voice.say(
                        "letter.remarks.before",
                        "year",
                        before.period().year(),
                        "quarter",
                        words.text("letter.quarter." + before.period().quarter()),
                        "amount",
                        amount(Money.sum(before.granted().values())))));
        if (!remarks.isEmpty()) {
            parts.section(voice.say("letter.remarks"));
            parts.body(String.join("", remarks));
        }
    }

    /** The list of payments; says whether it lies across the page. */
    private boolean annex(String title) {
        List<Payment> payments = report.decisions().payments();
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < payments.size(); i++) {
            Payment each = payments.get(i);
            rows.add(List.of(
                    Integer.toString(i + 1),
                    each.name(),
                    each.branch(),
                    each.account(),
                    PrintedNumber.yuan(each.amount())));
        }
        rows.add(List.of("", voice.say("letter.table.sum"), "", "", PrintedNumber.yuan(sum(payments))));
        LetterTable layout = LetterTable.shortest(
                List.of(
                        voice.column("number", Kind.CENTRED),
                        voice.column("payee", Kind.TEXT),
                        voice.column("branch", Kind.TEXT),
                        voice.column("account", Kind.CENTRED),
                        voice.column("amount.paid", Kind.NUMBER)),
                rows);
        if (layout.wide()) {
            sheet.endSection(false);
        }
        sheet.paragraph(Style.ATTACHMENT_LABEL, voice.say("letter.attachment.only"));
        sheet.paragraph(Style.ATTACHMENT_TITLE, title);
        sheet.pages(
                layout,
                new Name(
                        "",
                        voice.say("letter.continued", "name", voice.say("letter.annex.short")),
                        voice.say("letter.unit.yuan")),
                rows,
                1,
                true,
                List.of(voice.say("letter.note.one", "note", voice.say("letter.annex.note")), voice.verification()));
        return layout.wide();
    }
}
