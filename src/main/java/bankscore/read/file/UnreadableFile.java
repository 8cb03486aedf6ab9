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
        return found.hasWords() ? finding.with(Finding.VARIANT, found) : finding;
    }

    /** Beyond one of the limits that are the same for every file. */
    public static UnreadableFile tooLarge(Place place, Limit limit) {
        return tooLarge(place, limit, limit.bound());
    }

    /** Beyond a limit of this file. */
    public static UnreadableFile tooLarge(Place place, Limit limit, long bound) {
        return new UnreadableFile(
                Finding.of(Code.E107, place).with(Finding.VARIANT, limit).with("limit", bound));
    }

    /** What ended the memory, or the depth of calls, while a file was read: it is the file that is too large. */
    public static UnreadableFile exhausting(String file, VirtualMachineError thrown) {
        return new UnreadableFile(
                Finding.of(Code.E107, Place.of(file, "")).with(Finding.VARIANT, Limit.MEMORY), thrown);
    }
}
