package bankscore.paper.json;

import bankscore.finding.Code;
import bankscore.finding.Level;
import bankscore.finding.PrintedFinding;
import bankscore.finding.Words;
import bankscore.sheet.Place;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The findings before publication: the array that {@code result.json} holds under {@code findings}. */
public final class FindingsJson {

    private FindingsJson() {}

    /** The file's bytes. */
    public static byte[] of(List<PrintedFinding> findings, Words words) {
        ArrayNode all = Json.NODES.arrayNode();
        for (PrintedFinding finding : findings) {
            all.add(node(finding, words));
        }
        return Json.printed(all);
    }

    /** One finding; the key {@code reason} is there only if an office gave one. */
    public static ObjectNode node(PrintedFinding finding, Words words) {
        ObjectNode node = Json.object();
        node.put("code", finding.code().name());
        node.put("level", level(finding.level(), words));
        node.put("file", finding.place().file());
        node.put("sheet", finding.place().sheet());
        node.put("cell", finding.place().cell());
        node.put("bank", finding.subject());
        node.put("column", finding.column());
        node.put("found", finding.found());
        node.put("expected", finding.expected());
        node.put("action", finding.action());
        node.put("message", finding.message());
        if (!finding.reason().isEmpty()) {
            node.put("reason", finding.reason());
        }
        return node;
    }

    /**
     * The findings as a result told them, if these are they: a later version of the program may put other words on them.
     * Where a code, a place, a subject or a reason differs, they stay what they are.
     */
    public static List<PrintedFinding> asTold(byte[] result, List<PrintedFinding> findings) {
        List<PrintedFinding> told = told(Json.read(result).path("findings"));
        return withoutWords(told).equals(withoutWords(findings)) ? told : findings;
    }

    /** The findings that {@link #of} wrote. */
    public static List<PrintedFinding> read(byte[] file) {
        return told(Json.read(file));
    }

    private static List<PrintedFinding> told(JsonNode nodes) {
        List<PrintedFinding> told = new ArrayList<>();
        for (JsonNode node : nodes) {
            told.add(new PrintedFinding(
                    Code.valueOf(text(node, "code")),
                    new Place(text(node, "file"), text(node, "sheet"), text(node, "cell")),
                    text(node, "bank"),
                    text(node, "column"),
                    text(node, "found"),
                    text(node, "expected"),
                    text(node, "action"),
                    text(node, "message"),
                    text(node, "reason")));
        }
        return told;
    }

    private static List<String> withoutWords(List<PrintedFinding> findings) {
        return findings.stream()
                .map(each -> List.of(each.code(), each.place(), each.subject(), each.column(), each.reason())
                        .toString())
                .sorted()
                .toList();
    }

    private static String text(JsonNode node, String key) {
        return node.path(key).asString("");
    }

    private static String level(Level level, Words words) {
        return words.text("level." + level.name());
    }
}
