package bankscore.intake;

import bankscore.finding.Code;
import bankscore.finding.Finding;
import bankscore.sheet.Place;
import java.util.List;
import java.util.Optional;

/**
 * One sheet beside another of which only one may count, and what their names say of it.
 *
 * @param words those that make a sheet a newer edition of another one, such as 修订
 */
public record Edition(List<String> words) {

    public Edition {
        words = List.copyOf(words);
    }

    /** The word in the name of a sheet or of its file that makes it a newer edition; empty if there is none. */
    public Optional<String> of(Place sheet) {
        return words.stream()
                .filter(word -> sheet.file().contains(word) || sheet.sheet().contains(word))
                .findFirst();
    }

    /**
     * The finding of a sheet that says again what another one says; it tells which of them calls itself newer.
     *
     * @param heading the cell that is accused, in the later sheet
     */
    public Finding twice(Place heading, Place first) {
        Finding finding = Finding.of(Code.E330, heading).with("first", first.sheetOnly());
        for (Place sheet : List.of(heading.sheetOnly(), first.sheetOnly())) {
            Optional<String> word = of(sheet);
            if (word.isPresent()) {
                return finding.with("called", sheet).with("word", word.get()).with(Finding.VARIANT, "called");
            }
        }
        return finding;
    }

    /** The same of two lists that name one subject, or of which one calls itself newer. */
    public Finding twiceListed(Place heading, Place first, String name) {
        Finding finding = twice(heading, first).with("name", name);
        boolean called = finding.details().containsKey("called");
        String variant = name.isEmpty() ? "edition" : called ? "list_called" : "list";
        return finding.with(Finding.VARIANT, variant);
    }
}
