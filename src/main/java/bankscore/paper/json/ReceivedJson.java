package bankscore.paper.json;

import bankscore.facts.ReceivedSheet;
import bankscore.facts.ReceivedSheet.Content;
import bankscore.facts.ReceivedSheet.Said;
import bankscore.facts.ReceivedSheet.Total;
import bankscore.finding.Words;
import bankscore.paper.returns.ReadBackWords;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The read-back: the array that {@code result.json} holds under {@code received}. */
public final class ReceivedJson {

    private ReceivedJson() {}

    /** One object a sheet; what a sheet does not say is null. Totals are in 万元, of claims in 元, exactly. */
    public static ArrayNode of(List<ReceivedSheet> received, Words words) {
        ReadBackWords said = new ReadBackWords(words);
        ArrayNode all = Json.NODES.arrayNode();
        for (ReceivedSheet each : received) {
            ObjectNode sheet = all.addObject();
            sheet.put("file", each.sheet().file());
            sheet.put("sheet", each.sheet().sheet());
            sheet.put("dataset", each.dataset());
            put(sheet, "unit", each.unit().map(Said::text));
            put(sheet, "unitFrom", each.unit().flatMap(said::at));
            put(sheet, "period", each.period().map(Said::text));
            put(sheet, "periodFrom", each.period().flatMap(said::at));
            Content content = each.content().orElseGet(() -> new Content(0, 0, List.of()));
            sheet.put("rows", content.rows());
            sheet.put("subjects", content.subjects());
            ArrayNode totals = sheet.putArray("totals");
            for (Total column : content.totals()) {
                ObjectNode total = totals.addObject();
                total.put("column", column.column());
                total.put("total", exact(column.amount()));
                put(total, "previous", column.previous().map(ReceivedJson::exact));
            }
        }
        return all;
    }

    /** With at least two decimals, and all that it has. */
    private static String exact(BigDecimal amount) {
        BigDecimal bare = amount.stripTrailingZeros();
        return (bare.scale() < 2 ? bare.setScale(2) : bare).toPlainString();
    }

    private static void put(ObjectNode node, String key, Optional<String> text) {
        text.ifPresentOrElse(value -> node.put(key, value), () -> node.putNull(key));
    }
}
