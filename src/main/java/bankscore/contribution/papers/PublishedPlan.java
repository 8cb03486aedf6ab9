package bankscore.contribution.papers;

import bankscore.contribution.execution.ApprovedPlan;
import bankscore.contribution.execution.Execution;
import bankscore.contribution.place.PlanRow;
import bankscore.contribution.place.Transfer;
import bankscore.exact.Money;
import bankscore.facts.Subject;
import bankscore.finding.Words;
import bankscore.office.Approval;
import bankscore.paper.json.ApprovalsJson;
import bankscore.paper.json.Json;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The plan of a published {@code result.json}, read back. */
public final class PublishedPlan {

    private PublishedPlan() {}

    /**
     * The plan that an approval is about.
     *
     * @param result the bytes of the approved revision's result
     * @param words by which it tells why a row is special
     */
    public static ApprovedPlan of(Approval approval, byte[] result, Words words) {
        Map<String, String> names = new HashMap<>();
        for (Subject bank : ResultJson.banks(result)) {
            names.put(bank.code(), bank.name());
        }
        List<ApprovedPlan.Fund> funds = new ArrayList<>();
        JsonNode allocation = Json.read(result).path("allocation");
        boolean indicative =
                allocation.path("indicative").asBoolean(!approval.period().isAnnual());
        for (JsonNode fund : allocation.path("funds")) {
            List<ApprovedPlan.Row> rows = new ArrayList<>();
            for (JsonNode row : fund.path("rows")) {
                String code = text(row, "code");
                rows.add(new ApprovedPlan.Row(
                        code,
                        names.getOrDefault(code, code),
                        money(row, "current"),
                        money(row, "target"),
                        note(text(row, "note"), words)));
            }
            List<ApprovedPlan.Row> outside = new ArrayList<>();
            for (JsonNode bank : fund.path("outside")) {
                String code = text(bank, "code");
                Money held = money(bank, "current");
                outside.add(new ApprovedPlan.Row(
                        code, names.getOrDefault(code, code), held, held, PlanRow.Note.NOT_ASSESSED));
            }
            List<Transfer> transfers = new ArrayList<>();
            for (JsonNode transfer : fund.path("transfers")) {
                transfers.add(new Transfer(
                        text(transfer, "from"),
                        text(transfer, "to"),
                        money(transfer, "amount"),
                        text(transfer, "when").equals("at_maturity"),
                        transfer.path("date").isNull()
                                ? Optional.empty()
                                : Optional.of(LocalDate.parse(text(transfer, "date")))));
            }
            funds.add(new ApprovedPlan.Fund(
                    text(fund, "fund"),
                    rows,
                    outside,
                    transfers,
                    fund.path(ResultTree.MOVES).asBoolean(true)));
        }
        return new ApprovedPlan(approval, indicative, funds);
    }

    /**
     * What a result says of how far a plan has come.
     *
     * @param approvals those that were in force, the annual one first
     */
    public record Carried(List<Approval> approvals, Execution.Progress progress) {

        public Carried {
            approvals = List.copyOf(approvals);
        }
    }

    /** What a result says of how far a plan has come; empty if no plan was in force, or nothing of it could be seen. */
    public static Optional<Carried> carried(byte[] result) {
        JsonNode execution = Json.read(result).path(ExecutionTree.KEY);
        if (execution.path("funds").isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Carried(
                ApprovalsJson.read(execution.path(ApprovalsJson.KEY)),
                progress(execution.path("out")).plus(progress(execution.path("in")))));
    }

    private static Execution.Progress progress(JsonNode node) {
        return new Execution.Progress(
                money(node, "planned"), money(node, "due"), money(node, "moved"), money(node, "movedOfDue"));
    }

    private static PlanRow.Note note(String word, Words words) {
        return Arrays.stream(PlanRow.Note.values())
                .filter(note -> words.text("note." + note.name()).equals(word))
                .findFirst()
                .orElse(PlanRow.Note.NONE);
    }

    private static Money money(JsonNode node, String key) {
        return Money.ofWan(text(node, key));
    }

    private static String text(JsonNode node, String key) {
        return node.path(key).asString("");
    }
}
