package bankscore.rule.line;

/**
 * A column that a rule's words about lines may name.
 *
 * @param kind what its cells hold
 * @param register the register that knows its parties, or that has the column; empty if none does
 * @param party the column of the line whose party's row in the register has it; empty of a column of the line itself
 */
public record LineColumn(Kind kind, String register, String party) {

    /** What the cells of a column hold. */
    public enum Kind {
        AMOUNT,
        DAY,
        TEXT,
        /** Somebody of a register. */
        PARTY
    }

    /** A column of the line itself that names nobody. */
    public LineColumn(Kind kind) {
        this(kind, "", "");
    }

    /** A column of the line that names somebody of a register. */
    public static LineColumn ofParty(String register) {
        return new LineColumn(Kind.PARTY, register, "");
    }

    /** A column that the line lacks and the register of one of its parties has. */
    public static LineColumn ofRegister(String register, String party) {
        return new LineColumn(Kind.TEXT, register, party);
    }

    /** Whether its text is looked up in a register. */
    public boolean isLookedUp() {
        return !party.isEmpty();
    }

    /** Whether words can be compared with it. */
    public boolean isText() {
        return kind == Kind.TEXT || kind == Kind.PARTY;
    }
}
