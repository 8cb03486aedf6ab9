package bankscore.contribution.papers;

import bankscore.contribution.Names;
import bankscore.contribution.judge.Report;
import bankscore.contribution.place.FundPlan;
import bankscore.contribution.place.Plan;
import bankscore.contribution.place.PlanRow;
import bankscore.contribution.place.Section;
import bankscore.contribution.place.Transfer;
import bankscore.contribution.quarter.Adjustment;
import bankscore.contribution.scheme.Excluded;
import bankscore.contribution.score.Assessment;
import bankscore.contribution.score.ScoreCard;
import bankscore.contribution.score.ScoreLine;
import bankscore.exact.Fraction;
import bankscore.exact.Money;
import bankscore.exact.Rounding;
import bankscore.facts.LateFigure;
import bankscore.finding.PrintedFinding;
import bankscore.finding.Words;
import bankscore.intake.Unit;
import bankscore.paper.json.FindingsJson;
import bankscore.paper.json.Json;
import bankscore.paper.json.ReceivedJson;
import bankscore.rule.BenchmarkValue;
import bankscore.rule.MeasureValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a result holds. Numbers are decimal strings; no time, path or machine is among them. */
final class ResultTree {

    /** Of a fund that the plan counts and leaves where it is: false; of any other it is not there. */
    static final String MOVES = "moves";

    /** The figures that were not sent and are those of an earlier revision; not there where all were sent. */
    static final String LATE = "late";

    private static final Rounding SHARE = Rounding.halfUp(15, "output.md#numbers");

    private final Report report;
    private final Words words;

    ResultTree(Report report, Words words) {
        this.report = report;
        this.words = words;
    }

    /** All but the code, which follows from it. */
    ObjectNode result() {
        Assessment assessment = report.assessment();
        ObjectNode result = Json.object();
        result.put("period", report.quarter().period().toString());
        result.put("jurisdiction", report.run().jurisdiction());
        result.put("status", report.annual() ? "annual" : "interim");
        result.put("revision", report.run().revision());
        result.put("rule", assessment.scheme().rule());
        result.put("scheme", assessment.scheme().id());
        ObjectNode benchmarks = result.putObject("benchmarks");
        for (BenchmarkValue value : assessment.benchmarks()) {
            ObjectNode benchmark = benchmarks.putObject(value.benchmark().id());
            putOrNull(benchmark, "value", value.printed());
            benchmark.put("source", value.published() ? "published" : "computed");
        }
        ArrayNode banks = result.putArray("banks");
        for (ScoreCard card : assessment.cards()) {
            banks.add(bank(card));
        }
        ArrayNode others = result.putArray("excluded");
        for (Excluded other : assessment.excluded()) {
            ObjectNode bank = others.addObject();
            bank.put("code", other.bank().code());
            bank.put("name", other.bank().name());
            bank.put("reason", words.text("excluded." + other.reason().name(), "detail", other.detail()));
        }
        late(result);
        if (report.placement() instanceof Plan plan) {
            result.set("allocation", allocation(plan));
        } else {
            result.putNull("allocation");
        }
        report.execution()
                .ifPresent(execution -> result.set(ExecutionTree.KEY, new ExecutionTree(words).of(execution)));
        if (!report.received().isEmpty()) {
            result.set("received", ReceivedJson.of(report.received(), words));
        }
        ArrayNode findings = result.putArray("findings");
        for (PrintedFinding finding : report.findings()) {
            findings.add(FindingsJson.node(finding, words));
        }
        return result;
    }

    /** By column, then in the order of the register. */
    private void late(ObjectNode result) {
        List<LateFigure> figures = report.quarter().facts().late();
        if (figures.isEmpty()) {
            return;
        }
        ArrayNode late = result.putArray(LATE);
        for (LateFigure each : figures) {
            ObjectNode figure = late.addObject();
            figure.put("bank", each.subject().code());
            figure.put("column", each.figure().column());
            figure.put("value", each.figure().value().toString());
            figure.put("period", each.from().period().toString());
            figure.put("revision", each.from().revision());
            figure.put("code", each.from().code());
        }
    }

    private ObjectNode bank(ScoreCard card) {
        ObjectNode bank = Json.object();
        bank.put("code", card.bank().code());
        bank.put("name", card.bank().name());
        Assessment assessment = report.assessment();
        if (assessment.isPerFund()) {
            bank.putNull("rank").putNull("total").putNull("share").putNull("sharePercent");
        } else {
            bank.put("rank", card.rank());
            bank.put("total", points(card.total()));
            share(bank, card);
        }
        Set<String> groupings = assessment.groups().byBank().keySet();
        if (!groupings.isEmpty()) {
            ObjectNode groups = bank.putObject("groups");
            groupings.forEach(id -> putOrNull(groups, id, assessment.groups().of(id, card.bank())));
        }
        measures(bank, card.measures());
        items(bank, assessment, card, card.lines());
        if (assessment.isPerFund()) {
            ArrayNode funds = bank.putArray("funds");
            assessment
                    .funds()
                    .values()
                    .forEach(
                            each -> each.card(card.bank().code()).ifPresent(own -> fund(funds.addObject(), each, own)));
        }
        return bank;
    }

    /** What a bank got of a fund that it bids for. */
    private void fund(ObjectNode fund, Assessment assessment, ScoreCard card) {
        fund.put("fund", assessment.fund().orElseThrow());
        fund.put("total", points(card.total()));
        fund.put("rank", card.rank());
        share(fund, card);
        items(fund, assessment, card, card.ofFund());
        measures(fund, assessment.bids(card));
    }

    private static void share(ObjectNode node, ScoreCard card) {
        node.put("share", SHARE.text(card.share()));
        node.put("sharePercent", card.sharePercent().toPlainString());
    }

    private static void measures(ObjectNode node, Map<String, MeasureValue> values) {
        ObjectNode measures = node.putObject("measures");
        values.forEach((id, value) -> putOrNull(measures, id, value.printed()));
    }

    private void items(ObjectNode node, Assessment of, ScoreCard card, List<ScoreLine> lines) {
        ArrayNode items = node.putArray("items");
        for (ScoreLine line : lines) {
            ObjectNode item = items.addObject();
            item.put("id", line.item().id());
            item.put("points", points(line.points()));
            item.put(
                    "explanation",
                    report.argument(of, card.bank().code(), line.item().id()));
            item.put("clause", line.item().clause());
            item.put("mark", line.item().mark().word());
        }
    }

    private ObjectNode allocation(Plan plan) {
        ObjectNode allocation = Json.object();
        allocation.put("unit", Unit.WAN.text());
        allocation.put("indicative", plan.indicative());
        ArrayNode funds = allocation.putArray("funds");
        for (FundPlan fund : plan.funds()) {
            funds.add(fund(fund));
        }
        return allocation;
    }

    private ObjectNode fund(FundPlan plan) {
        ObjectNode fund = Json.object();
        fund.put("fund", plan.pool().fund());
        fund.put("pool", money(plan.pool().amount()));
        fund.put("unplaced", money(plan.unplaced()));
        if (!plan.rule().moves()) {
            fund.put(MOVES, false);
        }
        if (plan.rule().within().isPresent()) {
            ArrayNode groups = fund.putArray("groups");
            for (Section section : plan.sections()) {
                ObjectNode group = groups.addObject();
                group.put("group", section.group().orElse(""));
                group.put("sum", money(section.sum()));
            }
        }
        ArrayNode outside = fund.putArray("outside");
        for (FundPlan.Outside stays : plan.outside()) {
            ObjectNode bank = outside.addObject();
            bank.put("code", stays.bank().code());
            bank.put("current", money(stays.current()));
        }
        ArrayNode rows = fund.putArray("rows");
        for (PlanRow planned : plan.rows()) {
            ObjectNode row = rows.addObject();
            row.put("code", planned.bank().code());
            row.put("current", money(planned.current()));
            row.put("target", money(planned.target()));
            if (mayBeAdjusted()) {
                row.put("adjustment", money(planned.adjustment()));
            }
            row.put("change", money(planned.change()));
            row.put("now", money(planned.now()));
            row.put("atMaturity", money(planned.atMaturity()));
            row.put("note", words.text("note." + planned.note().name()));
        }
        if (mayBeAdjusted()) {
            ArrayNode adjustments = fund.putArray("adjustments");
            for (Adjustment adjusted : plan.adjustments()) {
                ObjectNode adjustment = adjustments.addObject();
                adjustment.put("code", adjusted.bank());
                adjustment.put("amount", money(adjusted.amount()));
                adjustment.put("reason", adjusted.reason());
                adjustment.put("approver", adjusted.approver());
            }
        }
        ArrayNode transfers = fund.putArray("transfers");
        for (Transfer moved : plan.transfers()) {
            ObjectNode transfer = transfers.addObject();
            transfer.put("from", moved.from());
            transfer.put("to", moved.to());
            transfer.put("amount", money(moved.amount()));
            transfer.put("when", moved.atMaturity() ? "at_maturity" : "now");
            putOrNull(transfer, "date", moved.date().map(Object::toString));
        }
        return fund;
    }

    /** Only a quarter that has the dataset says anything of adjustments: a result without one keeps its bytes. */
    private boolean mayBeAdjusted() {
        return report.quarter().facts().datasets().contains(Names.ADJUSTMENTS);
    }

    /** Two decimals, or as many as the scheme rounds its points to if that is more. */
    private String points(Fraction points) {
        Rounding rounding = report.assessment().scheme().points();
        return rounding.decimals() >= 2
                ? rounding.text(points)
                : Rounding.halfUp(2, "output.md#numbers").text(points);
    }

    private static String money(Money amount) {
        return amount.toString();
    }

    private static void putOrNull(ObjectNode node, String key, Optional<String> text) {
        text.ifPresentOrElse(value -> node.put(key, value), () -> node.putNull(key));
    }
}
