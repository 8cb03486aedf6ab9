package bankscore.read.xlsx;

import org.jspecify.annotations.Nullable;

/** A text that mostly comes in one piece, and is not copied then. */
final class Pieces {

    private String first = "";
    private @Nullable StringBuilder all;

    void add(String piece) {
        if (all != null) {
            all.append(piece);
        } else if (first.isEmpty()) {
            first = piece;
        } else {
            all = new StringBuilder(first).append(piece);
        }
    }

    int length() {
        return all == null ? first.length() : all.length();
    }

    String text() {
        return all == null ? first : all.toString();
    }
}
