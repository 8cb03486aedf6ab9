package bankscore.facts;

/** Something that a row said and the number of its sheet. */
public record OnSheet<T>(int sheet, T value) {}
