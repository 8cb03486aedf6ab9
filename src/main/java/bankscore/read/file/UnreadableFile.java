package bankscore.read.file;

import bankscore.finding.Code;
import bankscore.finding.Finding;
import bankscore.sheet.Place;

/** A file that cannot be read, or is none of ours, with the finding that says why. */
public final class UnreadableFile extends Exception {

    private final Finding finding;

    public UnreadableFile(Finding finding) {
        super(finding.code() + " " + finding.place() + " " + finding.details());
        this.finding = finding;
    }

    public UnreadableFile(Finding finding, Throwable cause) {
        super(finding.code() + " " + finding.place() + " " + finding.details(), cause);
        this.finding = finding;
    }

    public Finding finding() {
        return finding;
    }

    public static UnreadableFile of(Code code, Place place, String found) {
        return new UnreadableFile(Finding.of(code, place).with("found", found));
    }

    /** Content that is no spreadsheet: an error if the name claims it is, otherwise only a note. */
    public static UnreadableFile foreign(Place place, boolean claimed, String found) {
        return of(claimed ? Code.E105 : Code.N106, place, found);
    }

    /** Broken content; {@code found} is one of the words listed at {@link Damage}. */
    public static UnreadableFile damaged(Place place, Damage found) {
        return new UnreadableFile(finding(place, found));
    }

    public static UnreadableFile damaged(Place place, Damage found, Throwable cause) {
        return new UnreadableFile(finding(place, found), cause);
    }

    private static Finding finding(Place place, Damage found) {
        Finding finding = Finding.of(Code.E102, place).with("found", found);
        return found.isFormat() ? finding.with(Finding.VARIANT, found) : finding;
    }

    public static UnreadableFile tooLarge(Place place, Limit limit, Object found) {
        return new UnreadableFile(Finding.of(Code.E107, place)
                .with("what", limit)
                .with("found", found)
                .with("limit", limit.bound()));
    }
}
