package bankscore.contribution.say;

import bankscore.answer.Answer.Piece;
import bankscore.answer.PrintedNumber;
import bankscore.contribution.allocation.Adjust;
import bankscore.contribution.allocation.NoPart;
import bankscore.contribution.allocation.Weight;
import bankscore.contribution.judge.Report;
import bankscore.contribution.place.FundPlan;
import bankscore.contribution.place.NoPlan;
import bankscore.contribution.place.Placement;
import bankscore.contribution.place.PlanRow;
import bankscore.contribution.place.PlanRow.Working;
import bankscore.contribution.place.Section;
import bankscore.contribution.place.Transfer;
import bankscore.contribution.quarter.Holding;
import bankscore.contribution.quarter.Risk;
import bankscore.contribution.score.ScoreCard;
import bankscore.exact.Fraction;
import bankscore.facts.Subject;
import bankscore.finding.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Why a bank's money is what it is: fund by fund how its target came about, what moves, and what leaders changed. */
final class MoneySentence {

    private final Report report;
    private final Words words;
    private final boolean forTheBank;
    private final PlacingSentence placing;

    /** @param forTheBank whether the sentences may be sent to the bank */
    MoneySentence(Report report, Words words, boolean forTheBank) {
        this.report = report;
        this.words = words;
        this.forTheBank = forTheBank;
        this.placing = new PlacingSentence(words, report.assessment().scheme());
    }

    /** All that a bank must know of its money: risks, approval, and fund by fund how its target came about. */
    List<Piece> of(Subject bank) {
        List<Piece> pieces = new ArrayList<>();
        for (Risk risk : report.quarter().risks()) {
            if (risk.bank().equals(bank.code())) {
                pieces.add(
                        line("answer.risk", "disposal", risk.disposal(), "kind", risk.kind(), "place", risk.place()));
            }
        }
        Placement placement = report.placement();
        if (placement instanceof NoPlan) {
            pieces.add(line("answer.money.none"));
            return pieces;
        }
        if (placement.indicative()) {
            pieces.add(line("answer.money.indicative"));
        }
        report.approval()
                .ifPresent(approval -> pieces.add(line(
                        approval.revision() == report.run().revision() ? "answer.approved" : "answer.approved.other",
                        "revision",
                        approval.revision(),
                        "document",
                        approval.document(),
                        "date",
                        approval.date())));
        for (FundPlan fund : placement.funds()) {
            fund.rows().stream()
                    .filter(row -> row.bank().code().equals(bank.code()))
                    .forEach(row -> pieces.add(fund(fund, row)));
            fund.outside().stream()
                    .filter(outside -> outside.bank().code().equals(bank.code()))
                    .forEach(outside -> pieces.add(line(
                            "answer.money.outside",
                            "fund",
                            fund.pool().fund(),
                            "current",
                            PrintedNumber.money(outside.current()))));
        }
        if (placement.funds().stream()
                .noneMatch(
                        fund -> fund.rows().stream().anyMatch(row -> row.bank().equals(bank))
                                || fund.outside().stream()
                                        .anyMatch(outside -> outside.bank().equals(bank)))) {
            pieces.add(line("answer.money.nothing"));
        }
        return pieces;
    }

    private Piece fund(FundPlan fund, PlanRow row) {
        List<String> lines = new ArrayList<>();
        boolean stays = !fund.rule().moves() && !row.isWithdrawn();
        lines.add(words.text(
                stays ? "answer.money.change.stays" : "answer.money.change",
                "current",
                PrintedNumber.money(row.current()),
                "target",
                PrintedNumber.money(row.target()),
                "change",
                PrintedNumber.money(row.change()),
                "now",
                PrintedNumber.money(row.now()),
                "later",
                PrintedNumber.money(row.atMaturity())));
        if (row.note() != PlanRow.Note.NONE) {
            lines.add(words.text(
                    "answer.money.note", "note", words.text("note." + row.note().name())));
        }
        lines.addAll(row.working().read(new Target(fund, row)));
        placing.ties(fund, row, forTheBank).forEach(tie -> lines.add(words.text("answer.money.tie", "tie", tie)));
        lines.addAll(adjustments(fund, row));
        for (Holding holding : report.quarter().holdings()) {
            if (holding.fund().equals(fund.pool().fund())
                    && holding.bank().equals(row.bank().code())) {
                lines.add(words.text(
                        holding.due().isPresent() ? "answer.money.holding.due" : "answer.money.holding",
                        "held",
                        PrintedNumber.money(holding.held()),
                        "unmatured",
                        PrintedNumber.money(holding.unmatured()),
                        "due",
                        holding.due().map(Object::toString).orElse(""),
                        "place",
                        holding.place()));
            }
        }
        if (!forTheBank) {
            fund.transfers().stream()
                    .filter(transfer -> transfer.from().equals(row.bank().code())
                            || transfer.to().equals(row.bank().code()))
                    .map(this::transfer)
                    .forEach(lines::add);
        }
        return new Piece.Entry(
                fund.pool().fund(),
                words.text("answer.money.target", "target", PrintedNumber.money(row.target())),
                "",
                lines);
    }

    /** What leaders changed; their reasons may speak of other banks, so the bank reads amounts only. */
    private List<String> adjustments(FundPlan fund, PlanRow row) {
        return fund.adjustments().stream()
                .filter(adjustment -> adjustment.bank().equals(row.bank().code()))
                .map(adjustment -> words.text(
                        forTheBank ? "answer.money.adjusted.bare" : "answer.money.adjusted",
                        "computed",
                        PrintedNumber.money(row.computed()),
                        "amount",
                        PrintedNumber.signed(adjustment.amount()),
                        "target",
                        PrintedNumber.money(row.target()),
                        "reason",
                        adjustment.reason(),
                        "approver",
                        adjustment.approver(),
                        "place",
                        adjustment.place()))
                .toList();
    }

    /** How the computed target came about (D14, D15). */
    private final class Target implements Working.Reader<List<String>> {

        private final FundPlan fund;
        private final PlanRow row;

        Target(FundPlan fund, PlanRow row) {
            this.fund = fund;
            this.row = row;
        }

        @Override
        public List<String> nothing(Working.Nothing working) {
            Optional<ScoreCard> card =
                    report.assessment().of(fund.pool().fund()).card(row.bank().code());
            NoPart why = working.why();
            String key = why.reason() == NoPart.Reason.BARRED
                    ? "answer.money.zero"
                    : "answer.money.zero." + why.reason().name().toLowerCase(Locale.ROOT);
            List<String> lines = working.weight().map(this::parts).orElseGet(ArrayList::new);
            lines.add(words.text(
                    why.group().isPresent() ? key + ".group" : key,
                    "group",
                    why.group().orElse(""),
                    "total",
                    card.map(each -> PrintedNumber.value(each.total())).orElse(""),
                    "least",
                    why.bound().map(PrintedNumber::value).orElse(""),
                    "rank",
                    card.map(each -> Integer.toString(each.rank())).orElse("")));
            return lines;
        }

        @Override
        public List<String> fixed(Working.Fixed working) {
            return List.of(words.text(
                    "answer.money.fixed." + working.reason().name(),
                    "place",
                    working.place(),
                    "target",
                    PrintedNumber.money(row.computed())));
        }

        @Override
        public List<String> bounded(Working.Bounded working) {
            List<String> lines = parts(working.weight());
            lines.add(words.text(
                    "answer.money.bounded." + working.bound().reason().name(),
                    "weight",
                    PrintedNumber.value(working.weight().value()),
                    "round",
                    working.bound().round(),
                    "target",
                    PrintedNumber.money(row.computed())));
            return lines;
        }

        /** How a bank's weight came about: from the parts of a pool, percent × own ÷ all, added up; from what moved its share. */
        private List<String> parts(Weight weight) {
            List<String> lines = new ArrayList<>();
            if (!weight.parts().isEmpty()) {
                lines.add(words.text(
                        "answer.money.parts",
                        "parts",
                        weight.parts().stream()
                                .map(this::part)
                                .collect(Collectors.joining(words.text("answer.money.plus"))),
                        "weight",
                        PrintedNumber.value(
                                weight.adjusted().map(Weight.Adjusted::share).orElse(weight.value()))));
            }
            weight.adjusted().ifPresent(adjusted -> {
                adjusted.moved().forEach(each -> lines.add(moved(each)));
                lines.add(words.text(
                        "answer.money.adjust.all",
                        "share",
                        PrintedNumber.value(adjusted.share()),
                        "quota",
                        PrintedNumber.value(adjusted.quota()),
                        "moved",
                        PrintedNumber.value(adjusted.all()),
                        "back",
                        PrintedNumber.value(adjusted.back()),
                        "amount",
                        PrintedNumber.value(adjusted.amount()),
                        "weight",
                        PrintedNumber.value(weight.value())));
            });
            return lines;
        }

        /** What one measure moves. */
        private String moved(Adjust.Moved moved) {
            String measure = placing.name(moved.rule().by());
            String reference = placing.reference(moved.rule().against());
            if (moved.own().isEmpty() || moved.reference().isEmpty()) {
                return words.text(
                        moved.own().isEmpty() ? "answer.money.adjust.none" : "answer.money.adjust.unknown",
                        "measure",
                        measure,
                        "reference",
                        reference);
            }
            return words.text(
                    "answer.money.adjust",
                    "measure",
                    measure,
                    "own",
                    PrintedNumber.value(moved.own().get()),
                    "reference",
                    reference,
                    "value",
                    PrintedNumber.value(moved.reference().get()),
                    "per",
                    PrintedNumber.value(moved.rule().per()),
                    "counting",
                    words.text("steps." + moved.rule().steps().name()),
                    "steps",
                    PrintedNumber.value(moved.steps()),
                    "amount",
                    PrintedNumber.value(moved.rule().amount()),
                    "moved",
                    PrintedNumber.value(moved.moved()));
        }

        private String part(Weight.OfPart each) {
            return words.text(
                    "answer.money.part",
                    "percent",
                    PrintedNumber.value(each.part().percent()),
                    "own",
                    PrintedNumber.value(each.own()),
                    "all",
                    PrintedNumber.value(each.all()),
                    "by",
                    placing.name(each.part().by()));
        }

        @Override
        public List<String> shared(Working.Shared own) {
            List<String> lines = parts(own.weight());
            Fraction shared = own.pot().amount();
            Fraction pool = fund.section(row.bank())
                    .map(Section::sum)
                    .orElse(fund.pool().amount())
                    .wan();
            fund.group(row.bank())
                    .ifPresent(group -> lines.add(
                            words.text("answer.money.group", "group", group, "sum", PrintedNumber.figure(pool))));
            if (!shared.equals(pool)) {
                // What is set beforehand may be one bank's: the bank reads only what is left.
                lines.add(words.text(
                        forTheBank ? "answer.money.left" : "answer.money.before",
                        "pool",
                        PrintedNumber.figure(pool),
                        "before",
                        PrintedNumber.figure(pool.minus(shared)),
                        "shared",
                        PrintedNumber.figure(shared)));
            }
            lines.add(words.text(
                    "answer.money.quota",
                    "form",
                    FormName.of(fund.rule(row.bank()).form(), words),
                    "shared",
                    PrintedNumber.figure(shared),
                    "weight",
                    PrintedNumber.value(own.weight().value()),
                    "weights",
                    PrintedNumber.value(own.pot().weights()),
                    "quota",
                    PrintedNumber.value(own.quota())));
            lines.add(words.text(
                    "answer.money.lots",
                    "lot",
                    PrintedNumber.money(fund.rule(row.bank()).lot()),
                    "lots",
                    own.lots(),
                    "place",
                    own.remainderPlace(),
                    "extra",
                    own.extraLots(),
                    "rest",
                    PrintedNumber.money(own.rest()),
                    "target",
                    PrintedNumber.money(row.computed())));
            own.limit()
                    .ifPresent(
                            limit -> lines.add(words.text("answer.money.limit", "limit", PrintedNumber.money(limit))));
            return lines;
        }
    }

    private String transfer(Transfer transfer) {
        return words.text(
                transfer.atMaturity() ? "answer.money.transfer.later" : "answer.money.transfer",
                "from",
                party(transfer.from(), "answer.money.new"),
                "to",
                party(transfer.to(), "answer.money.gone"),
                "amount",
                PrintedNumber.money(transfer.amount()),
                "date",
                transfer.date().map(Object::toString).orElseGet(() -> words.text("answer.money.undated")));
    }

    private String party(String code, String outside) {
        return code.equals(Transfer.OUTSIDE)
                ? words.text(outside)
                : report.quarter().roster().label(code);
    }

    private Piece line(String key, Object... namesAndValues) {
        return new Piece.Line(words.text(key, namesAndValues));
    }
}
