package bankscore.province.report;

import bankscore.exact.Fraction;
import bankscore.exact.Rounding;
import bankscore.finding.Words;
import bankscore.office.CountyState.End;
import bankscore.paper.workbook.Grid;
import bankscore.run.questions.CountyFigures;
import bankscore.run.questions.CountyFigures.Column;
import java.util.Optional;

/** How the report's papers say the same thing. */
record ReportWords(ProvinceReport report, Words words) {

    /** Of a figure by which counties are ranked. */
    static final Rounding RATED = Rounding.halfUp(2, "province.md#report");

    private static final int DIGITS = 12;

    String title() {
        return words.text("report.title", "province", report.province(), "period", words.quarter(report.period()));
    }

    /** What is added up, and what is not. */
    String scope() {
        return words.text(
                "report.scope",
                "counties",
                report.counties().size(),
                "published",
                report.published().size());
    }

    String column(Column column) {
        return words.text("report.column", "topic", column.topic(), "measure", column.measure(), "unit", column.unit());
    }

    /** A county's state in a word; one of which nothing came is called so. */
    String state(CountyRow county) {
        End end = county.state().end();
        if (end == End.FINDINGS && !county.hasSent()) {
            return words.text("report.silent");
        }
        return words.text(
                "state." + (end.isPublished() ? End.PUBLISHED.name() : end.isDone() ? end.name() : "INTERRUPTED"));
    }

    String detail(CountyRow county) {
        return county.state().end() == End.FAILED ? county.state().work().detail() : "";
    }

    String missing(CountyRow county) {
        return String.join(words.text("letter.join"), county.missing());
    }

    String ranking(ProvinceReport.Ranking ranking) {
        CountyFigures.Rated rated = ranking.places().get(0).rated();
        return words.text(
                "report.ranking",
                "scheme",
                ranking.scheme(),
                "digest",
                ranking.schemeDigest().substring(0, DIGITS),
                "measure",
                rated.measure());
    }

    /** As a text; empty if there is none. */
    static String text(Optional<Fraction> value) {
        return value.map(Grid::grouped).orElse("");
    }
}
