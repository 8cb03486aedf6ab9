package bankscore.province.report;

import bankscore.exact.Fraction;
import bankscore.finding.Level;
import bankscore.office.PaperCode;
import bankscore.paper.json.Json;
import bankscore.run.questions.CountyFigures.Column;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The report for machines. Amounts and means are strings; no time, path or machine is among them. */
final class ReportTree {

    private final ObjectNode tree = Json.object();
    private final String code;

    ReportTree(ProvinceReport report, int revision) {
        tree.put("period", report.period().toString());
        tree.put("province", report.province());
        tree.put("rule", report.rule());
        tree.put("revision", revision);
        ArrayNode counties = tree.putArray("counties");
        report.counties().forEach(county -> counties.add(county(county)));
        ArrayNode sums = tree.putArray("sums");
        for (Column column : report.columns()) {
            ObjectNode sum = column(column, report.sum(column));
            sum.put(
                    "counties",
                    report.counties().stream()
                            .filter(county ->
                                    ProvinceReport.value(county, column).isPresent())
                            .count());
            sums.add(sum);
        }
        ArrayNode rankings = tree.putArray("rankings");
        report.rankings().forEach(ranking -> rankings.add(ranking(ranking)));
        this.code = PaperCode.of(List.of(Json.canonical(tree)), "");
        tree.put("code", code);
    }

    /** The verification code of the report itself. */
    String code() {
        return code;
    }

    byte[] bytes() {
        return Json.printed(tree);
    }

    private static ObjectNode county(CountyRow county) {
        ObjectNode node = Json.object();
        node.put("county", county.state().county());
        node.put("jurisdiction", county.state().jurisdiction());
        node.put(
                "state",
                county.state().end().isPublished()
                        ? "published"
                        : county.state().end().name().toLowerCase(Locale.ROOT));
        node.put("files", county.state().kept().files());
        Optional<CountyRow.Published> published = county.published();
        if (published.isPresent()) {
            node.put("revision", published.get().revision());
            node.put("code", published.get().code());
            node.put("scheme", published.get().scheme());
            node.put("schemeDigest", published.get().schemeDigest());
        }
        ObjectNode levels = node.putObject("findings");
        levels.put("errors", county.count(Level.ERROR));
        levels.put("reviews", county.count(Level.REVIEW));
        levels.put("hints", county.count(Level.HINT));
        ObjectNode codes = node.putObject("codes");
        county.findings().forEach((code, count) -> codes.put(code.name(), count));
        ArrayNode missing = node.putArray("missing");
        county.missing().forEach(missing::add);
        ArrayNode sums = node.putArray("sums");
        published.ifPresent(each -> each.figures().sums().forEach(sum -> sums.add(column(sum.column(), sum.value()))));
        return node;
    }

    private static ObjectNode column(Column column, Fraction value) {
        ObjectNode node = Json.object();
        node.put("topic", column.topic());
        node.put("measure", column.measure());
        node.put("unit", column.unit());
        node.put("value", value.toString());
        return node;
    }

    private static ObjectNode ranking(ProvinceReport.Ranking ranking) {
        ObjectNode node = Json.object();
        node.put("scheme", ranking.scheme());
        node.put("schemeDigest", ranking.schemeDigest());
        ArrayNode places = node.putArray("places");
        for (ProvinceReport.Ranked each : ranking.places()) {
            ObjectNode place = places.addObject();
            place.put("rank", each.rank());
            place.put("county", each.county().state().county());
            place.put("measure", each.rated().measure());
            place.put("value", ReportWords.RATED.text(each.rated().value()));
        }
        return node;
    }
}
