package bankscore.office;

/**
 * How far a county is within a province's period.
 *
 * @param county the name of its folder
 * @param jurisdiction whose results they are
 * @param end what its last start came to, or that it is due
 */
public record CountyState(String county, String jurisdiction, End end, Kept kept, Work work) {

    /** What the work on a county came to. */
    public enum End {
        WAITING,
        RUNNING,
        /** A revision was published. */
        PUBLISHED,
        /** Nothing is new; the latest revision stands. */
        NOTHING_NEW,
        /** Findings stop it. */
        FINDINGS,
        /** A defect, or something in its way, as often as it was tried. */
        FAILED;

        /** Whether nothing is left to do but what people mend. */
        public boolean isDone() {
            return this != WAITING && this != RUNNING;
        }

        /** Whether its latest revision is what its offices sent. */
        public boolean isPublished() {
            return this == PUBLISHED || this == NOTHING_NEW;
        }
    }

    /**
     * Where its results and findings are kept.
     *
     * @param series the rule of its series; empty: the one that has the folders of the periods themselves
     * @param revision published, or found to be the latest; 0 if none
     * @param instance under which what was read and found is kept; 0 if nothing is
     * @param files how many its offices sent
     */
    public record Kept(String series, int revision, long instance, int files) {

        /** Nothing is kept yet. */
        public static final Kept NOTHING = new Kept("", 0, 0, 0);
    }

    /**
     * Who worked on it.
     *
     * @param where machine and process; empty if nobody did
     * @param since when its end began, as ISO time; empty if nobody did
     * @param millis how long it took
     * @param detail what went wrong, or is waited for; empty: nothing
     */
    public record Work(String where, String since, long millis, String detail) {

        /** Nobody has worked on it. */
        public static final Work NONE = new Work("", "", 0, "");
    }

    /** Of a county that is due. */
    public static CountyState waiting(String county, String jurisdiction) {
        return new CountyState(county, jurisdiction, End.WAITING, Kept.NOTHING, Work.NONE);
    }

    /** The same at another end. */
    public CountyState to(End other, Work by) {
        return new CountyState(county, jurisdiction, other, kept, by);
    }

    /** The same with what is kept. */
    public CountyState with(End other, Kept now) {
        return new CountyState(county, jurisdiction, other, now, work);
    }

    /** Its series, which leads to its revisions. */
    public Series series() {
        return series(kept.series());
    }

    /** Its series of a rule. */
    public Series series(String rule) {
        return new Series(jurisdiction, rule);
    }
}
