package bankscore.run.stage;

import bankscore.facts.Claim;
import bankscore.facts.ControlTotal;
import bankscore.facts.Fact;
import bankscore.facts.WrittenReason;
import bankscore.finding.Finding;
import java.util.List;
import java.util.Map;

/**
 * What some rows of a sheet gave, in their order.
 *
 * @param source which of the sheets that are read they stand in, in their order, from 0
 * @param sheet the number of the sheet
 * @param last the index of the last row; {@link #REST} for the rest of a sheet that cannot be read
 * @param rows how many they are
 * @param cells how many of their cells are filled
 * @param reasons written reasons by the index of their row
 */
public record StagedRows(
        int source,
        int sheet,
        int last,
        int rows,
        long cells,
        List<Fact> figures,
        List<Claim> claims,
        List<ControlTotal> totals,
        Map<Integer, WrittenReason> reasons,
        List<Finding> findings) {

    static final int REST = Integer.MAX_VALUE;
}
