package bankscore.contribution.papers;

import bankscore.paper.page.PageParts.Chart;
import bankscore.paper.page.PageParts.FindingView;
import bankscore.paper.page.PageParts.Head;
import bankscore.paper.page.PageParts.MarkView;
import bankscore.paper.page.PageParts.Named;
import bankscore.paper.page.PageParts.RunView;
import bankscore.paper.page.PageParts.Summary;
import java.util.List;

/**
 * What {@code report.html} shows, as text in the order of the page. Public because the template's expressions call its
 * accessors by name.
 */
public record PageModel(
        Head head,
        Summary summary,
        ExecutionView execution,
        List<Ranking> rankings,
        List<Named> excluded,
        PlanView plan,
        List<MarkView> marks,
        List<FindingView> findings,
        RunView run) {

    /**
     * Whether an approved plan was carried out; a page without one has no lines and does not show it.
     *
     * @param withdrawal the sentence that comes first; empty if nothing was to be taken back
     * @param open whether something is still to be taken back
     * @param funds the cells of each fund's lines
     * @param banks those of which something has to be said, with the cells that say what they hold
     */
    public record ExecutionView(
            String withdrawal, boolean open, List<String> lines, List<List<String>> funds, List<ExceptionView> banks) {

        /** The withdrawal where it has to be seen with the first figures. */
        public List<String> notices() {
            return open ? List.of(withdrawal) : List.of();
        }
    }

    /** A bank's line: its name, fund and direction, amounts, and where what it holds is said. */
    public record ExceptionView(
            String bank,
            String fund,
            String direction,
            List<String> amounts,
            String state,
            String cells,
            String style) {}

    /**
     * The table of points, of all banks or of those that take part in a fund.
     *
     * @param fund empty: it is one for all
     * @param table the id of the table
     * @param items the headings of the points, in the scheme's order
     * @param banks by rank
     * @param notes shared ranks and benchmarks
     */
    public record Ranking(
            String fund, String table, List<String> items, List<BankView> banks, List<String> notes, Chart chart) {}

    /**
     * What is done with the money.
     *
     * @param heads the headings of a fund's amounts
     */
    public record PlanView(String title, List<String> heads, List<FundView> funds) {

        /** Whether it begins a sheet because a fund does. */
        public String layout() {
            return funds.stream()
                    .map(FundView::layout)
                    .filter(FundView.LONG::equals)
                    .findFirst()
                    .orElse(FundView.WHOLE);
        }
    }

    /** A bank with its points; {@code summary} is the line that opens its explanation. */
    public record BankView(
            String id,
            String rank,
            String label,
            String name,
            String total,
            String share,
            String summary,
            List<LineView> lines) {}

    /** An item's points with their argument. */
    public record LineView(
            String item, String points, String mark, String markWord, String clause, String explanation) {}

    /**
     * A fund's plan, by rank.
     *
     * @param layout whether it is kept on one sheet or begins one
     * @param rows as leaders read them, in 万元 with two decimals
     * @param exact the same to the fen, in 元
     */
    public record FundView(
            String name,
            String caption,
            String layout,
            Chart chart,
            List<RowView> rows,
            List<String> sums,
            List<String> notes,
            List<String> adjustments,
            Exact exact,
            Transfers transfers) {
        static final String WHOLE = "whole";
        static final String LONG = "long";
    }

    /** The same rows to the fen. */
    public record Exact(String title, List<RowView> rows) {}

    /** How a fund's money is moved. */
    public record Transfers(String title, List<TransferView> rows) {}

    /** A bank's line in a fund's plan; {@code style} tells a line that has to be seen. */
    public record RowView(String rank, String name, List<String> amounts, String note, String style) {}

    /** A transfer. */
    public record TransferView(String from, String to, String amount, String when) {}
}
