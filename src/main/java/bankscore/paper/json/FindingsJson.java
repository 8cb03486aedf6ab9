package bankscore.paper.json;

import bankscore.finding.Level;
import bankscore.finding.PrintedFinding;
import bankscore.finding.Words;
import java.util.List;
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

    private static String level(Level level, Words words) {
        return words.text("level." + level.name());
    }
}
