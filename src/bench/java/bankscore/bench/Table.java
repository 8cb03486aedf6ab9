package bankscore.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The table of all that is measured, printed line by line, and after it what is to be said about lines. */
final class Table {

    private static final int MILLIS = 1000;

    private final PrintStream out;
    private final List<String> notes = new ArrayList<>();

    Table(PrintStream out) {
        this.out = out;
        out.println("| | s by the clock (least – most) | s of processor time | MB | ms each, clock / processor | takes, by the clock"
                + " / of processor time |");
        out.println("| --- | --- | --- | --- | --- | --- |");
    }

    /** @param compared what it is held against, measured in the same rounds */
    void line(Measured line, Measured... compared) {
        if (line.isEmpty()) {
            return;
        }
        List<Double> seconds = line.sorted(Ran::seconds);
        double processor = line.median(Ran::processor);
        String each = line.units() == 1
                ? ""
                : Stream.of(line.median(Ran::seconds), processor)
                        .map(one -> number(MILLIS * one / line.units()))
                        .collect(Collectors.joining(" / "));
        String times = Stream.of(compared)
                .filter(other -> !other.isEmpty())
                .map(other -> number(line.times(other, Ran::seconds)) + " / "
                        + number(line.times(other, Ran::processor)) + " × " + other.what())
                .collect(Collectors.joining("; "));
        out.println("| " + line.what() + " | " + number(line.median(Ran::seconds)) + " (" + number(seconds.get(0)) + " – "
                + number(seconds.get(seconds.size() - 1)) + ") | " + number(processor) + " | "
                + (line.megabytes() == 0 ? "" : line.megabytes()) + " | " + each + " | " + times + " |");
    }

    /** A line of something that is not here. */
    void missing(String what, String why) {
        out.println("| " + what + " | not measured: " + why + " | | | | |");
    }

    void note(String sentence) {
        notes.add(sentence);
    }

    void end() {
        out.println();
        notes.forEach(note -> out.println("* " + note));
    }

    /** With three places that count, or none that does: a number nobody knows. */
    static String number(double number) {
        if (Double.isNaN(number)) {
            return "–";
        }
        int places = number >= 100 ? 0 : number >= 10 ? 1 : number >= 1 ? 2 : 3;
        return String.format(Locale.ROOT, "%." + places + "f", number);
    }
}
