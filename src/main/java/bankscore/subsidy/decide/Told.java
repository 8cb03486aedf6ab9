package bankscore.subsidy.decide;

import bankscore.facts.Claim;
import bankscore.finding.Code;
import bankscore.finding.Finding;
import bankscore.finding.Level;
import bankscore.rule.Table;
import bankscore.rule.line.Gap;
import bankscore.rule.line.LineColumn;
import bankscore.sheet.CellRef;
import bankscore.sheet.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is found while lines are decided; of one file and level the first few hundred tell what is wrong with it. */
final class Told {

    /** One fewer than a run keeps of a file, level and step, so that the one that counts the others is kept too. */
    static final int MOST = 999;

    private static final Map<Level, Code> MORE =
            Map.of(Level.ERROR, Code.E120, Level.REVIEW, Code.W120, Level.HINT, Code.N120);

    private record OfFile(String file, Level level) {}

    private final Batch.Layout layout;
    private final Map<Integer, Place> sheets;
    private final Map<String, Table> tables;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<OfFile, Integer> counts = new HashMap<>();

    Told(Batch.Layout layout, Map<String, Table> tables, Map<Integer, Place> sheets) {
        this.layout = layout;
        this.tables = tables;
        this.sheets = sheets;
    }

    void add(Finding finding) {
        OfFile of = new OfFile(finding.place().file(), finding.level());
        if (of.file().isEmpty() || counts.merge(of, 1, Integer::sum) <= MOST) {
            findings.add(finding);
        }
    }

    /** All, and one for each file that has more, in the order of the places. */
    List<Finding> all() {
        List<Finding> all = new ArrayList<>(findings);
        counts.forEach((of, count) -> {
            if (count > MOST) {
                all.add(Finding.of(MORE.getOrDefault(of.level(), Code.E120), Place.of(of.file(), ""))
                        .with("listed", MOST)
                        .with("count", count - MOST));
            }
        });
        all.sort(Comparator.comparing(Finding::place).thenComparing(Finding::code));
        return all;
    }

    /** The cell of a column, of its row's first identifying column where it is empty. */
    Place at(int sheet, Claim claim, String column) {
        Place place = sheets.getOrDefault(sheet, Place.NONE);
        return claim.at(column)
                .or(() -> claim.at(lender(claim, column)))
                .or(() -> claim.at(first(claim)))
                .map(CellRef::a1)
                .map(place::at)
                .orElse(place);
    }

    /** The column of the party whose register has a column that the line lacks; empty text of any other. */
    private String lender(Claim claim, String column) {
        LineColumn known = layout.of(claim.dataset()).columns().get(column);
        return known == null ? "" : known.party();
    }

    /** The cell by which a line is found. */
    Place at(int sheet, Claim claim) {
        return at(sheet, claim, first(claim));
    }

    private String first(Claim claim) {
        return layout.of(claim.dataset()).first();
    }

    /** A finding at a cell of a line. */
    Finding of(Code code, int sheet, Claim claim, String column) {
        return Finding.of(code, at(sheet, claim, column))
                .column(heading(claim, column))
                .subject(claim.name(first(claim)));
    }

    private String heading(Claim claim, String column) {
        return layout.of(claim.dataset()).headings().getOrDefault(column, column);
    }

    /** What users know a table by: the item that is published. */
    private String table(String id) {
        return tables.get(id) instanceof Table.ByDay byDay ? byDay.published().orElse(id) : id;
    }

    /** Why a value of a line does not exist. */
    void gap(Gap gap, int sheet, Claim claim) {
        String column = gap.columns().isEmpty() ? first(claim) : gap.columns().get(0);
        Finding finding = of(Code.E402, sheet, claim, column);
        if (gap instanceof Gap.EmptyCell) {
            finding = finding.with(Finding.VARIANT, "empty");
        } else if (gap instanceof Gap.NoRow row) {
            finding = finding.with(Finding.VARIANT, tables.get(row.table()) instanceof Table.ByDay ? "day" : "row")
                    .with("table", table(row.table()))
                    .with("found", String.join(" ", row.asked()));
        } else if (gap instanceof Gap.TwoRows rows) {
            finding = finding.with(Finding.VARIANT, "rows")
                    .with("table", table(rows.table()))
                    .with("found", rows.day());
        } else if (gap instanceof Gap.Backwards back) {
            finding = finding.with(Finding.VARIANT, "back").with("other", heading(claim, back.from()));
        } else {
            finding = finding.with(Finding.VARIANT, "zero");
        }
        add(finding);
    }
}
