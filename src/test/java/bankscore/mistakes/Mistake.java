package bankscore.mistakes;

import bankscore.finding.Level;
import bankscore.finding.PrintedFinding;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One mistake as it was made, and where it has to be seen.
 *
 * @param what what was done, in words
 * @param places where a finding has to point, any of them
 * @param columns the columns that were changed; empty if the sheet as a whole is wrong
 * @param words what a finding has to name if it stands elsewhere, any of them
 * @param silent whether the result may stay the same without a word: nothing is wrong with it
 * @param unknown why nobody could know, if nothing was published before; empty if the quarter's own files tell
 * @param never whether earlier quarters do not tell either
 */
record Mistake(
        String what,
        List<At> places,
        Set<String> columns,
        Set<String> words,
        boolean silent,
        Optional<String> unknown,
        boolean never) {

    Mistake {
        places = List.copyOf(places);
        columns = Set.copyOf(columns);
        words = Set.copyOf(words);
    }

    /** A file and one of its sheets; without a sheet any of them. */
    record At(String file, String sheet) {}

    /** What a kind of mistake belongs to. */
    enum Group {
        UNIT,
        PERIOD,
        SHEET,
        RISK,
        FIGURE,
        ROW
    }

    /** A kind of mistake, which a clerk makes at a random place. */
    record Kind(Group group, String name, Act act) {}

    /** How it is made; nothing if it cannot be made where the dice would have it. */
    @FunctionalInterface
    interface Act {
        Optional<Mistake> by(Clerk clerk) throws IOException;
    }

    /** A mistake in a whole sheet. */
    static Mistake in(SampleSheet sheet, String what) {
        return new Mistake(
                sheet.sheet + ": " + what,
                List.of(new At(sheet.file, sheet.sheet)),
                Set.of(),
                Set.of(),
                true,
                Optional.empty(),
                false);
    }

    /** In these columns only; a finding elsewhere has to name one of their headings. */
    Mistake columns(Clerk clerk, SampleSheet sheet, String... changed) throws IOException {
        Set<String> headings = new LinkedHashSet<>(words);
        for (String column : changed) {
            String heading = clerk.text(sheet, column + sheet.header).replaceAll("\\s", "");
            headings.add(heading.contains("（") ? heading.substring(0, heading.indexOf('（')) : heading);
        }
        return new Mistake(what, places, Set.copyOf(List.of(changed)), headings, silent, unknown, never);
    }

    /** Any cell of the sheet will do; headings named elsewhere will too. */
    Mistake wholeSheet() {
        return new Mistake(what, places, Set.of(), words, silent, unknown, never);
    }

    Mistake naming(String... more) {
        Set<String> all = new LinkedHashSet<>(words);
        all.addAll(List.of(more));
        return new Mistake(what, places, columns, all, silent, unknown, never);
    }

    /** A finding may point to another sheet too; without a sheet's name to any of the file. */
    Mistake or(String file, String sheet) {
        List<At> all = new ArrayList<>(places);
        all.add(new At(file, sheet));
        return new Mistake(what, all, columns, words, silent, unknown, never);
    }

    /** It has to be told even where the result happens to stay the same. */
    Mistake told() {
        return new Mistake(what, places, columns, words, false, unknown, never);
    }

    /** Only what was published before can tell. */
    Mistake knownByHistory(String why) {
        return new Mistake(what, places, columns, words, silent, Optional.of(why), false);
    }

    /** No rule can tell. */
    Mistake known(boolean known, String why) {
        return known ? this : new Mistake(what, places, columns, words, silent, Optional.of(why), true);
    }

    /** Whether somebody who reads a finding is led to it. A hint leads nobody. */
    boolean shownBy(PrintedFinding finding) {
        if (finding.level() == Level.HINT) {
            return false;
        }
        String said = (finding.subject() + finding.column() + finding.message()).replaceAll("\\s", "");
        return places.stream()
                        .anyMatch(at -> at.file().equals(finding.place().file())
                                && (at.sheet().isEmpty()
                                        || finding.place().sheet().isEmpty()
                                        || at.sheet().equals(finding.place().sheet()))
                                && (columns.isEmpty()
                                        || finding.place().cell().isEmpty()
                                        || columns.contains(
                                                Reception.column(finding.place().cell()))))
                || words.stream().anyMatch(said::contains);
    }
}
