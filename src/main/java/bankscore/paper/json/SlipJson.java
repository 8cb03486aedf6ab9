package bankscore.paper.json;

import bankscore.exact.Period;
import bankscore.office.Approval;
import bankscore.office.DocumentNumber;
import bankscore.office.PaperCode;
import bankscore.office.Slip;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A slip as a file for programs ({@code output.md#slips}). */
public final class SlipJson {

    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    private SlipJson() {}

    /** The file's bytes. */
    public static byte[] of(Slip slip) {
        ObjectNode file = Json.object();
        if (!slip.rule().isEmpty()) {
            file.put("rule", slip.rule());
        }
        file.put("period", slip.period().toString());
        file.put("revision", slip.revision());
        slip.approval().ifPresent(approval -> {
            file.put("document", approval.document().text());
            file.put("date", approval.date().toString());
        });
        file.put("code", slip.code());
        file.put("manifest", slip.manifest());
        file.put("chainHead", slip.chainHead());
        file.put("time", slip.time());
        return Json.printed(file);
    }

    /** Reads a file that anybody may have written; empty if it is no slip. */
    public static Optional<Slip> parse(byte[] json) {
        try {
            JsonNode file = Json.read(json);
            Optional<Period> period = Period.parse(file.path("period").asString(""));
            int revision = file.path("revision").asInt(0);
            String code = file.path("code").asString("");
            String manifest = file.path("manifest").asString("");
            String chainHead = file.path("chainHead").asString("");
            String time = file.path("time").asString("");
            boolean whole = revision > 0
                    && PaperCode.isCode(code)
                    && DIGEST.matcher(manifest).matches()
                    && DIGEST.matcher(chainHead).matches()
                    && OffsetDateTime.parse(time).getYear() > 0;
            if (period.isEmpty() || !whole) {
                return Optional.empty();
            }
            Optional<Approval> approval = file.has("document")
                    ? Optional.of(new Approval(
                            period.get(),
                            revision,
                            new DocumentNumber(file.path("document").asString("")),
                            LocalDate.parse(file.path("date").asString(""))))
                    : Optional.empty();
            return Optional.of(new Slip(
                    file.path("rule").asString(""), period.get(), revision, code, manifest, chainHead, time, approval));
        } catch (JacksonException | DateTimeParseException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
