package bankscore.contribution.say;

import bankscore.contribution.execution.ExecutedFund;
import bankscore.contribution.execution.ExecutedRow;
import bankscore.contribution.execution.Execution;
import bankscore.contribution.execution.Execution.InFund;
import bankscore.contribution.execution.Execution.Progress;
import bankscore.contribution.judge.PrintedProgress;
import bankscore.contribution.judge.Report;
import bankscore.exact.Money;
import bankscore.exact.Rounding;
import bankscore.finding.Words;
import bankscore.office.Approval;
import bankscore.paper.AmountSentence;
import bankscore.sheet.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Whether what was approved has happened (D23), in sentences that all papers share: money that was to be taken back first,
 * then how much has moved, who has not moved it and who did the opposite.
 */
public final class ExecutionSentence {

    /** More banks in one sentence nobody reads; the rest is counted. */
    private static final int NAMED = 5;

    private static final Rounding TWO = new Rounding(2, Rounding.Mode.HALF_UP, "");

    private final Report report;
    private final Execution execution;
    private final Words words;

    public ExecutionSentence(Report report, Execution execution, Words words) {
        this.report = report;
        this.execution = execution;
        this.words = words;
    }

    /** Withdrawals that are not carried out; if there are none, those that are; empty where none was ordered. */
    public String withdrawals() {
        List<InFund> open = execution.openWithdrawals();
        if (!open.isEmpty()) {
            return named("execution.withdrawal", open, each -> {
                String held = AmountSentence.wan(each.row().notWithdrawn(), words);
                return words.text(
                        "execution.withdrawal.bank", "bank", label(each.row()), "fund", each.fund(), "held", held);
            });
        }
        String done = execution.withdrawn().stream()
                .map(each -> label(each.row()))
                .distinct()
                .collect(Collectors.joining(words.text("letter.join")));
        return done.isEmpty() ? "" : words.text("execution.withdrawal.done", "banks", done);
    }

    /** By which documents, and how much has moved. */
    public String progress() {
        Progress out = execution.out();
        Progress in = execution.in();
        List<Object> values = List.of(
                "documents",
                execution.approvals().stream()
                        .map(this::approval)
                        .collect(Collectors.joining(words.text("letter.join"))),
                "date",
                words.date(execution.asOf()),
                "out",
                yi(out.planned()),
                "in",
                yi(in.planned()),
                "outMoved",
                yi(out.moved()),
                "inMoved",
                yi(in.moved()));
        return PrintedProgress.percent(execution.progress())
                .map(percent -> words.text("execution.progress", values.toArray())
                        + words.text("execution.percent", "percent", TWO.decimal(percent)))
                .orElseGet(() -> words.text(
                        execution.funds().isEmpty() ? "execution.unknown" : "execution.nothing", values.toArray()));
    }

    /** Who has not moved what is due, who moved against the plan, and what nobody can tell; empty sentences left out. */
    public List<String> exceptions() {
        List<String> sentences = new ArrayList<>();
        List<InFund> late = execution.exceptions().stream()
                .filter(each -> each.row().open().isPositive() && !each.row().against())
                .toList();
        if (!late.isEmpty()) {
            sentences.add(named(
                    "execution.open",
                    late,
                    each -> words.text(
                            "execution.open.bank",
                            "bank",
                            label(each.row()),
                            "fund",
                            each.fund(),
                            "amount",
                            yi(each.row().open()))));
        }
        List<InFund> against = execution.exceptions().stream()
                .filter(each -> each.row().against())
                .toList();
        if (!against.isEmpty()) {
            sentences.add(named("execution.against", against, this::against));
        }
        if (late.isEmpty() && against.isEmpty() && execution.progress().due().isPositive()) {
            sentences.add(words.text("execution.done"));
        }
        execution
                .funds()
                .forEach(fund -> fund.others().stream()
                        .filter(other -> !other.outside())
                        .forEach(other -> sentences.add(unplanned(fund, other))));
        if (!execution.unseen().isEmpty()) {
            sentences.add(words.text(
                    "execution.unseen", "funds", String.join(words.text("letter.join"), execution.unseen())));
        }
        return sentences;
    }

    private String against(InFund each) {
        ExecutedRow row = each.row();
        return words.text(
                row.change().isZero()
                        ? "execution.against.frozen"
                        : row.change().isNegative() ? "execution.against.more" : "execution.against.less",
                "bank",
                label(row),
                "fund",
                each.fund(),
                "planned",
                yi(Execution.absolute(row.change())),
                "amount",
                yi(Execution.absolute(row.held().minus(row.before()))));
    }

    private String unplanned(ExecutedFund fund, ExecutedFund.Other other) {
        return words.text(
                "execution.unplanned",
                "bank",
                report.quarter().roster().label(other.code()),
                "fund",
                fund.fund(),
                "held",
                yi(other.held()));
    }

    /** How an approval is cited. */
    public String approval(Approval approval) {
        return words.text("execution.approval", "document", approval.document(), "date", words.date(approval.date()));
    }

    /** What tables call the bank. */
    public String label(ExecutedRow row) {
        return row.gone() ? row.name() : report.quarter().roster().label(row.code());
    }

    /** How far a bank is, in a word or two. */
    public String state(ExecutedRow row) {
        String state = words.text("state." + row.state().name());
        String late = row.overdue().isPositive() ? words.text("execution.state.late", "state", state) : state;
        String full = row.against() ? words.text("execution.state.against", "state", late) : late;
        return row.notWithdrawn().isPositive() ? words.text("execution.state.withdrawal", "state", full) : full;
    }

    /** Which way a bank's money is to go; empty if it is to stay. */
    public String direction(ExecutedRow row) {
        return row.change().isZero() ? "" : direction(row.change().isNegative());
    }

    /** What leaves, or what arrives. */
    public String direction(boolean out) {
        return words.text(out ? "execution.out" : "execution.in");
    }

    /** Where it is said what a bank holds: its cells, file by file. */
    public String places(ExecutedRow row) {
        Map<Place, List<String>> cells = new LinkedHashMap<>();
        row.cells()
                .forEach(cell -> cells.computeIfAbsent(cell.sheetOnly(), sheet -> new ArrayList<>())
                        .add(cell.cell()));
        return cells.isEmpty()
                ? words.text("execution.place.none")
                : cells.entrySet().stream()
                        .map(each -> each.getKey()
                                .at(String.join(words.text("letter.join"), each.getValue()))
                                .toString())
                        .collect(Collectors.joining("\n"));
    }

    private String named(String key, List<InFund> banks, Function<InFund, String> each) {
        String joined = banks.stream().limit(NAMED).map(each).collect(Collectors.joining(words.text("letter.join")));
        return words.text(banks.size() > NAMED ? key + ".many" : key, "banks", joined, "count", banks.size());
    }

    private String yi(Money amount) {
        return AmountSentence.yi(amount, words);
    }
}
