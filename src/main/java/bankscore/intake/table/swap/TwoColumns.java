package bankscore.intake.table.swap;

import bankscore.exact.Fraction;
import bankscore.finding.Code;
import bankscore.finding.Finding;
import bankscore.intake.SheetHeader;
import bankscore.intake.SheetHeader.HeaderColumn;
import bankscore.sheet.Place;

/** Two columns of a sheet of which one may stand in the other's place, or be a copy of it. */
public record TwoColumns(SheetHeader header, HeaderColumn first, HeaderColumn second) {

    /** The heading that is accused. */
    Place place() {
        return header.headingOf(first);
    }

    /** The finding that accuses both, at the first one's heading. */
    public Finding accuse(Code code) {
        return Finding.of(code, place())
                .column(first.heading())
                .with("other", second.heading())
                .with("cell2", header.headingOf(second).cell());
    }

    /** Whether a figure is nearer to another one than to its own. */
    public static boolean isNearer(Fraction figure, Fraction other, Fraction own) {
        return figure.minus(other).abs().isLess(figure.minus(own).abs());
    }
}
