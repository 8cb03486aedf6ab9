/**
 * What a sheet may hold: datasets and their columns, as {@code config/datasets} tells them.
 *
 * <p>A new column or a new dataset with one row a subject needs no line of Java. The rooms below recognise a sheet,
 * read its rows and hold whole tables against each other.
 */
@org.jspecify.annotations.NullMarked
package bankscore.intake;
