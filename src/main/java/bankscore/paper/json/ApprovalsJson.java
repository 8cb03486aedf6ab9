package bankscore.paper.json;

import bankscore.exact.Period;
import bankscore.office.Approval;
import bankscore.office.DocumentNumber;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Approvals that a run read, in manifest and result ({@code output.md#execution}). */
public final class ApprovalsJson {

    /** Where they stand. */
    public static final String KEY = "approvals";

    private ApprovalsJson() {}

    public static ArrayNode of(List<Approval> approvals) {
        ArrayNode all = Json.array();
        for (Approval approval : approvals) {
            ObjectNode each = all.addObject();
            each.put("period", approval.period().toString());
            each.put("revision", approval.revision());
            each.put("document", approval.document().text());
            each.put("date", approval.date().toString());
        }
        return all;
    }

    /** Reads them back; none where there are none. */
    public static List<Approval> read(JsonNode all) {
        List<Approval> approvals = new ArrayList<>();
        for (JsonNode each : all) {
            approvals.add(new Approval(
                    Period.parse(each.path("period").asString("")).orElseThrow(),
                    each.path("revision").asInt(0),
                    new DocumentNumber(each.path("document").asString("")),
                    LocalDate.parse(each.path("date").asString(""))));
        }
        return approvals;
    }
}
