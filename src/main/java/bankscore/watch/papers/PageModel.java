package bankscore.watch.papers;

import bankscore.paper.page.PageParts.FindingView;
import bankscore.paper.page.PageParts.Head;
import bankscore.paper.page.PageParts.RunView;
import bankscore.paper.page.PageParts.Summary;
import bankscore.paper.page.PageParts.TableView;
import java.util.List;

/**
 * What the page of a period shows, as text in its order. Public because the template's expressions call its accessors by name.
 *
 * @param named who is named, with what was found; no rows where nobody is
 * @param lists the ranked list of each group
 * @param targets no rows where the rule has none
 * @param indices likewise
 * @param rules what was read or assumed
 * @param subjects all of them, with what each watch came to
 */
public record PageModel(
        Head head,
        Summary summary,
        TableView named,
        List<ListView> lists,
        TableView targets,
        TableView indices,
        TableView rules,
        List<SubjectView> subjects,
        List<FindingView> findings,
        RunView run) {

    /** A subject with all that was looked at; {@code summary} is the line that opens it. */
    public record SubjectView(
            String id, String name, String group, String hits, String degree, String summary, List<LookView> looks) {}

    /** What one watch came to. */
    public record LookView(String watch, String found, String since, String result) {}

    /** A list with the place that the contents lead to. */
    public record ListView(String id, String name, TableView table) {}
}
