package bankscore.province.report;

import bankscore.finding.Level;
import bankscore.finding.Words;
import bankscore.office.CountyState.End;
import bankscore.office.RunFacts;
import bankscore.paper.page.PageFile;
import bankscore.paper.page.PageParts.Card;
import bankscore.paper.page.PageParts.Summary;
import bankscore.paper.page.PageParts.TableView;
import bankscore.run.questions.CountyFigures.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The report on one page. */
final class ReportPage {

    private final ProvinceReport report;
    private final ReportWords said;
    private final Words words;

    private ReportPage(ProvinceReport report, Words words) {
        this.report = report;
        this.said = new ReportWords(report, words);
        this.words = words;
    }

    /** The page before it is written. */
    static PageFile.Sheet of(ProvinceReport report, RunFacts run, Words words) {
        return new PageFile.Sheet("province.html", new ReportPage(report, words).page(run), words);
    }

    private PageModel page(RunFacts run) {
        return new PageModel(
                PageFile.head(
                        said.title(),
                        words.text("page.status"),
                        words.text(
                                "page.facts",
                                "office",
                                run.bureau(),
                                "period",
                                words.quarter(report.period()),
                                "revision",
                                run.revision()),
                        "",
                        run,
                        words),
                summary(),
                counties(),
                sums(),
                kinds(),
                report.rankings().stream().map(this::ranking).toList());
    }

    private Summary summary() {
        List<String> notices = new ArrayList<>(List.of(said.scope()));
        if (!report.silent().isEmpty()) {
            notices.add(words.text(
                    "page.silent",
                    "counties",
                    String.join(
                            words.text("letter.join"),
                            report.silent().stream()
                                    .map(each -> each.state().county())
                                    .toList())));
        }
        return new Summary(
                List.of(
                        card("counties", report.counties().size()),
                        card("published", report.published().size()),
                        card("findings", count(End.FINDINGS)),
                        card("failed", count(End.FAILED))),
                notices);
    }

    private long count(End end) {
        return report.counties().stream()
                .filter(each -> each.state().end() == end)
                .count();
    }

    private Card card(String key, long count) {
        return new Card(words.text("page.card." + key), Long.toString(count), "");
    }

    private TableView counties() {
        List<List<String>> rows = report.counties().stream()
                .map(county -> Stream.concat(
                                Stream.of(
                                        county.state().county(),
                                        said.state(county),
                                        county.published()
                                                .map(each -> "r" + each.revision())
                                                .orElse(""),
                                        county.published()
                                                .map(CountyRow.Published::code)
                                                .orElse(""),
                                        said.missing(county),
                                        said.detail(county),
                                        Integer.toString(county.state().kept().files())),
                                Stream.of(Level.values()).map(level -> Integer.toString(county.count(level))))
                        .toList())
                .toList();
        return new TableView(
                heads(
                        "county",
                        "state",
                        "revision",
                        "code",
                        "missing",
                        "detail",
                        "files",
                        "errors",
                        "reviews",
                        "hints"),
                6,
                rows,
                List.of());
    }

    private TableView sums() {
        List<Column> columns = report.columns();
        List<String> heads = new ArrayList<>(heads("county"));
        columns.forEach(column -> heads.add(said.column(column)));
        List<List<String>> rows = new ArrayList<>();
        for (CountyRow county : report.published()) {
            List<String> row = new ArrayList<>(List.of(county.state().county()));
            columns.forEach(column -> row.add(ReportWords.text(ProvinceReport.value(county, column))));
            rows.add(row);
        }
        List<String> sum = new ArrayList<>(List.of(words.text("report.total")));
        columns.forEach(column -> sum.add(ReportWords.text(Optional.of(report.sum(column)))));
        return new TableView(heads, 1, columns.isEmpty() ? List.of() : rows, sum);
    }

    private TableView kinds() {
        return new TableView(
                heads("level", "finding", "kind", "counties", "count"),
                4,
                report.kinds().stream()
                        .map(kind -> List.of(
                                words.text("level." + kind.code().level().name()),
                                kind.code().name(),
                                words.text("finding." + kind.code().name() + ".title"),
                                String.join(words.text("letter.join"), kind.counties()),
                                Integer.toString(kind.count())))
                        .toList(),
                List.of());
    }

    private PageModel.Ranking ranking(ProvinceReport.Ranking ranking) {
        return new PageModel.Ranking(
                said.ranking(ranking),
                new TableView(
                        heads("county", "rank", "value"),
                        1,
                        ranking.places().stream()
                                .map(place -> List.of(
                                        place.county().state().county(),
                                        Integer.toString(place.rank()),
                                        ReportWords.RATED.text(place.rated().value())))
                                .toList(),
                        List.of()));
    }

    private List<String> heads(String... keys) {
        return Stream.of(keys).map(key -> words.text("page.head." + key)).toList();
    }
}
