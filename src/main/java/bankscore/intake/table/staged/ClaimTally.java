package bankscore.intake.table.staged;

import bankscore.facts.Claim;
import bankscore.facts.ColumnSum;
import bankscore.facts.ControlTotal;
import bankscore.intake.Column;
import bankscore.intake.Dataset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What there is to know of one dataset's claims, gathered while they pass by once: how many there are and whose, the sums
 * between total rows, and whether a sheet says again what another one said. However many there are, of each no more than a
 * hash is kept.
 *
 * <p>The claims of a sheet come in the order of its rows, and its total rows before the claims below them.
 */
public final class ClaimTally {

    private final List<String> numeric;
    private final String claimant;
    private RecordEchoes echoes = new RecordEchoes();
    private @Nullable List<SentAgain> again;
    private final Map<Integer, SheetSums> sums = new HashMap<>();
    private long claims;

    /** A tally of nothing yet. */
    public ClaimTally(Dataset dataset) {
        this.numeric = dataset.numeric().stream().map(Column::id).toList();
        this.claimant = dataset.identifying().stream()
                .filter(column -> column.kind() == Column.Kind.PARTY)
                .findFirst()
                .or(() -> dataset.identifying().stream().findFirst())
                .map(Column::id)
                .orElse("");
    }

    /** Takes in total rows of a sheet, from top to bottom. */
    public void addTotals(int sheet, List<ControlTotal> totals) {
        totals.forEach(total -> sums(sheet).bound(total.at().row()));
    }

    /** Takes in a claim. */
    public void add(SaidClaim line) {
        claims++;
        Claim claim = line.claim();
        SheetSums own = sums(line.sheet());
        own.row(claim.row(), claim.text(claimant));
        numeric.forEach(column -> own.add(column, claim.amount(column)));
        echoes.add(line.sheet(), line.said());
    }

    private SheetSums sums(int sheet) {
        SheetSums own = sums.get(sheet);
        if (own == null) {
            own = new SheetSums();
            sums.put(sheet, own);
        }
        return own;
    }

    /** How many claims were taken in. */
    public long claims() {
        return claims;
    }

    /** How many claims a sheet has, how many claimants they name, and what its columns add up to. */
    public SheetSums.Count of(int sheet) {
        return sums(sheet).count();
    }

    /** As {@link RecordTally#between}. */
    public ColumnSum between(int sheet, String column, int after, int before) {
        return sums(sheet).between(column, after, before);
    }

    /** The sheets that only say again what an earlier one said, when all claims were taken in; what was kept of each is let go. */
    public List<SentAgain> sentAgain() {
        List<SentAgain> known = again;
        if (known == null) {
            known = echoes.sentAgain();
            again = known;
            echoes = new RecordEchoes();
            sums.values().forEach(SheetSums::close);
        }
        return known;
    }
}
