package bankscore.subsidy.papers;

import bankscore.exact.Fraction;
import bankscore.exact.Money;
import bankscore.exact.Rounding;
import bankscore.finding.PrintedFinding;
import bankscore.finding.Words;
import bankscore.paper.json.FindingsJson;
import bankscore.paper.json.Json;
import bankscore.paper.json.ReceivedJson;
import bankscore.subsidy.decide.Decision;
import bankscore.subsidy.decide.Decisions;
import bankscore.subsidy.say.Report;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JacksonSerializable;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.jsontype.TypeSerializer;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a result holds. Amounts are decimal strings in 元; no time, path or machine is among them. */
final class ResultTree {

    private static final Rounding TWELVE = Rounding.halfUp(12, "subsidy.md#papers");

    private final Report report;
    private final Words words;

    ResultTree(Report report, Words words) {
        this.report = report;
        this.words = words;
    }

    /** All but the code, which follows from it; the lines of a large batch stand elsewhere. */
    ObjectNode result() {
        Decisions decisions = report.decisions();
        ObjectNode result = Json.object();
        result.put("period", report.period().toString());
        result.put("jurisdiction", report.run().jurisdiction());
        result.put("status", report.isEstimate() ? "estimate" : "batch");
        result.put("revision", report.run().revision());
        result.put("rule", report.scheme().rule());
        result.put("scheme", report.scheme().id());
        ArrayNode subsidies = result.putArray("subsidies");
        decisions.totals().forEach(total -> subsidies.add(subsidy(total)));
        if (!report.isLarge()) {
            ArrayNode lines = result.putArray("lines");
            decisions.lines().each(line -> lines.add(Json.tree(line(line))));
        }
        result.putPOJO("payments", new Payments(report.pays() ? decisions.payments() : List.of()));
        if (!decisions.recoveries().isEmpty()) {
            result.putPOJO("recoveries", new Payments(decisions.recoveries()));
        }
        ArrayNode checks = result.putArray("checks");
        decisions.checks().forEach(check -> checks.add(check(check)));
        if (!report.received().isEmpty()) {
            result.set("received", ReceivedJson.of(report.received(), words));
        }
        ArrayNode findings = result.putArray("findings");
        for (PrintedFinding finding : report.findings()) {
            findings.add(FindingsJson.node(finding, words));
        }
        return result;
    }

    private static ObjectNode subsidy(Decisions.Total total) {
        ObjectNode subsidy = Json.object();
        subsidy.put("id", total.subsidy());
        subsidy.put("claims", total.claims());
        sum(subsidy.putObject("granted"), total.granted());
        sum(subsidy.putObject("cut"), total.cut());
        subsidy.putObject("refused").put("count", total.refused());
        levels(subsidy.putObject("byLevel"), total.levels());
        return subsidy;
    }

    private static void sum(ObjectNode node, Decisions.Sum sum) {
        node.put("count", sum.count());
        node.put("amount", sum.amount().yuan());
    }

    private static void levels(ObjectNode node, Map<String, Money> levels) {
        levels.forEach((level, amount) -> node.put(level, amount.yuan()));
    }

    /** What is told of a line, in its order; of one that a condition refused there is neither base nor amount. */
    static Map<String, @Nullable Object> line(Decision decided) {
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put("subsidy", decided.subsidy());
        line.put("claimant", decided.claimant().key());
        line.put("payee", decided.payee().key());
        line.put("reference", decided.line().reference());
        line.put("base", decided.sums().map(sums -> exact(sums.base())).orElse(null));
        line.put("amount", decided.amount().map(Money::yuan).orElse(null));
        line.put("granted", decided.granted().yuan());
        line.put("reason", decided.outcome().reason());
        Map<String, String> levels = new LinkedHashMap<>();
        decided.levels().forEach((level, amount) -> levels.put(level, amount.yuan()));
        line.put("levels", levels);
        Map<String, String> place = new LinkedHashMap<>();
        place.put("file", decided.line().at().file());
        place.put("sheet", decided.line().at().sheet());
        place.put("cell", decided.line().at().cell());
        line.put("place", place);
        return line;
    }

    /** With at least two decimals and all it has, or with twelve where they have no end. */
    private static String exact(Fraction value) {
        return value.decimal()
                .map(BigDecimal::stripTrailingZeros)
                .map(decimal -> (decimal.scale() < 2 ? decimal.setScale(2) : decimal).toPlainString())
                .orElseGet(() -> TWELVE.text(value));
    }

    /** Payments, each made when it is written: there may be a hundred thousand. */
    private record Payments(List<Decisions.Payment> all) implements JacksonSerializable {
        @Override
        public void serialize(JsonGenerator to, SerializationContext context) {
            to.writeStartArray();
            for (Decisions.Payment each : all) {
                ObjectNode payment = Json.object();
                payment.put("payee", each.payee());
                payment.put("name", each.name());
                payment.put("amount", each.amount().yuan());
                payment.serialize(to, context);
            }
            to.writeEndArray();
        }

        @Override
        public void serializeWithType(JsonGenerator to, SerializationContext context, TypeSerializer type) {
            serialize(to, context);
        }
    }

    private ObjectNode check(Decisions.CheckValue value) {
        ObjectNode check = Json.object();
        check.put("id", value.id());
        check.put("group", value.group());
        check.put("name", value.name());
        check.put("value", value.value());
        check.put("holds", value.holds());
        check.put("level", words.text("level." + value.level().name()));
        check.put("else", value.otherwise());
        return check;
    }
}
