package bankscore.watch.book;

/** What can stand in a cell of the book. */
enum BookAddress {
    /** A numeric parameter of the rule, by path. */
    PARAMETER,
    /** A subject's figure, by {@code group.column} and code. */
    FIGURE,
    /** A published figure, by item. */
    PUBLISHED,
    /** A published figure of the base period of an index, by index and item. */
    BASE,
    /** A benchmark, by id. */
    BENCHMARK,
    /** A subject's measure, by {@code group.measure} and code. */
    MEASURE,
    /** What a subject was held against, how far it is off, and for how long, by watch and by group and code. */
    BOUND,
    GAP,
    RUNNING
}
