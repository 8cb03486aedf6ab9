package bankscore.intake;

import bankscore.finding.Code;
import bankscore.finding.Finding;
import bankscore.sheet.Place;
import java.util.Optional;

/**
 * A unit that is not the one for which a column's figures were taken; input.md, Units: two statements that disagree are an
 * error at the second.
 *
 * @param text as it is shown, in one line
 * @param byFormat whether a cell's number format states it
 * @param at where it stands
 */
public record OtherUnit(String text, boolean byFormat, Place at) {

    /** The finding that names what was stated first; nothing was: the figures would be taken for 万元. */
    public Finding against(Optional<SheetHeader.Statement> first) {
        String other = first.isEmpty() ? "alone" : first.get().at().isEmpty() ? "tab" : "other";
        Finding finding = Finding.of(Code.E113, at)
                .with("found", text)
                .with(Finding.VARIANT, byFormat ? "format." + other : other);
        return first.isEmpty()
                ? finding
                : finding.with("first", first.get().text())
                        .with("at", first.get().at());
    }
}
