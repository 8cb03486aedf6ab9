package bankscore.subsidy.papers;

import bankscore.paper.page.PageParts.FindingView;
import bankscore.paper.page.PageParts.Head;
import bankscore.paper.page.PageParts.RunView;
import bankscore.paper.page.PageParts.Summary;
import bankscore.paper.page.PageParts.TableView;
import java.util.List;

/**
 * What the page of a batch shows, as text in its order. Public because the template's expressions call its accessors by name.
 *
 * @param totals of each subsidy, the sum last
 * @param reasons why lines were cut or refused
 * @param burdens who bears it
 * @param payments who is paid, without accounts; none where nobody is
 * @param recoveries from whom it is to come back
 * @param claimants with their lines; none of a large batch
 */
public record PageModel(
        Head head,
        Summary summary,
        TableView totals,
        TableView reasons,
        TableView burdens,
        TableView payments,
        TableView recoveries,
        List<ClaimantView> claimants,
        List<FindingView> findings,
        RunView run) {

    /** A claimant with all lines; {@code summary} is the line that opens them. */
    public record ClaimantView(
            String id,
            String name,
            String lines,
            String granted,
            String amount,
            String summary,
            List<LineView> claims) {}

    /** One line with its argument. */
    public record LineView(
            String subsidy, String reference, String amount, String granted, String result, String text) {}
}
