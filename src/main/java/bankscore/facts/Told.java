package bankscore.facts;

import bankscore.sheet.Place;

/** What a column of words says of a subject, with its place. */
public record Told(String text, Place place) {}
