package bankscore.contribution.papers;

import bankscore.contribution.execution.ExecutedFund;
import bankscore.contribution.execution.ExecutedRow;
import bankscore.contribution.execution.ExecutedTransfer;
import bankscore.contribution.execution.Execution;
import bankscore.exact.Money;
import bankscore.finding.Words;
import bankscore.intake.Unit;
import bankscore.paper.json.ApprovalsJson;
import bankscore.paper.json.Json;
import bankscore.sheet.Place;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What became of an approved plan, as {@code result.json} tells it ({@code output.md#execution}). */
final class ExecutionTree {

    /** Where it stands in a result. */
    static final String KEY = "execution";

    private final Words words;

    ExecutionTree(Words words) {
        this.words = words;
    }

    ObjectNode of(Execution execution) {
        ObjectNode node = Json.object();
        node.put("asOf", execution.asOf().toString());
        node.put("unit", Unit.WAN.text());
        node.set(ApprovalsJson.KEY, ApprovalsJson.of(execution.approvals()));
        ArrayNode withdrawals = node.putArray("withdrawals");
        for (Execution.InFund each : execution.openWithdrawals()) {
            ObjectNode open = withdrawals.addObject();
            open.put("fund", each.fund());
            open.put("code", each.row().code());
            open.put("held", each.row().notWithdrawn().toString());
        }
        progress(node.putObject("out"), execution.out());
        progress(node.putObject("in"), execution.in());
        ArrayNode funds = node.putArray("funds");
        execution.funds().forEach(fund -> fund(funds.addObject(), fund));
        ArrayNode unseen = node.putArray("unseen");
        execution.unseen().forEach(unseen::add);
        ArrayNode added = node.putArray("added");
        for (Execution.Added each : execution.added()) {
            ObjectNode fund = added.addObject();
            fund.put("fund", each.fund());
            fund.put("held", each.held().toString());
        }
        return node;
    }

    private static void progress(ObjectNode node, Execution.Progress progress) {
        node.put("planned", progress.planned().toString());
        node.put("due", progress.due().toString());
        node.put("moved", progress.moved().toString());
        node.put("movedOfDue", progress.movedOfDue().toString());
    }

    private void fund(ObjectNode node, ExecutedFund fund) {
        node.put("fund", fund.fund());
        ArrayNode rows = node.putArray("rows");
        for (ExecutedRow each : fund.rows()) {
            ObjectNode row = rows.addObject();
            row.put("code", each.code());
            row.put("name", each.name());
            if (!each.merged().isEmpty()) {
                ArrayNode merged = row.putArray("formerly");
                each.merged().forEach(merged::add);
            }
            row.put("before", each.before().toString());
            row.put("target", each.target().toString());
            row.put("due", each.due().toString());
            row.put("dueHolding", each.dueHolding().toString());
            row.put("held", each.held().toString());
            row.put("deviation", each.deviation().toString());
            row.put("carried", each.carried().toString());
            row.put("other", each.other().toString());
            row.put("open", each.open().toString());
            row.put("overdue", each.overdue().toString());
            row.put("state", words.text("state." + each.state().name()));
            row.put("withdrawn", each.withdrawn());
            row.put("against", each.against());
            row.put("registered", !each.gone());
            cells(row.putArray("cells"), each.cells());
        }
        ArrayNode others = node.putArray("others");
        for (ExecutedFund.Other each : fund.others()) {
            ObjectNode other = others.addObject();
            other.put("code", each.code());
            other.put("name", each.name());
            other.put("held", each.held().toString());
            other.put("outside", each.outside());
            cells(other.putArray("cells"), each.cells());
        }
        ArrayNode transfers = node.putArray("transfers");
        for (ExecutedTransfer each : fund.transfers()) {
            ObjectNode transfer = transfers.addObject();
            transfer.put("from", each.transfer().from());
            transfer.put("to", each.transfer().to());
            transfer.put("amount", each.transfer().amount().toString());
            putOrNull(transfer, "due", each.due().map(Object::toString));
            putOrNull(transfer, "least", each.least().map(Money::toString));
            putOrNull(transfer, "most", each.most().map(Money::toString));
            transfer.put("state", words.text("state." + each.state().name()));
        }
    }

    private static void cells(ArrayNode node, List<Place> cells) {
        for (Place cell : cells) {
            ObjectNode each = node.addObject();
            each.put("file", cell.file());
            each.put("sheet", cell.sheet());
            each.put("cell", cell.cell());
        }
    }

    private static void putOrNull(ObjectNode node, String key, Optional<String> text) {
        text.ifPresentOrElse(value -> node.put(key, value), () -> node.putNull(key));
    }
}
