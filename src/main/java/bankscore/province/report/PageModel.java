package bankscore.province.report;

import bankscore.paper.page.PageParts.Head;
import bankscore.paper.page.PageParts.Summary;
import bankscore.paper.page.PageParts.TableView;
import java.util.List;

/**
 * What the page of a province shows, as text in its order. Public because the template's expressions call its accessors by
 * name.
 *
 * @param sums no rows where no result is added up
 * @param kinds no rows where nothing was found
 * @param rankings none where no two counties go by one rule
 */
public record PageModel(
        Head head, Summary summary, TableView counties, TableView sums, TableView kinds, List<Ranking> rankings) {

    /** The counties that go by one rule. */
    public record Ranking(String name, TableView table) {}
}
