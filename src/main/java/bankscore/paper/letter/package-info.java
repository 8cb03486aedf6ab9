/**
 * Official letters after GB/T 9704: page, lines, tables.
 *
 * <p>Here lives Word. What a letter says is not known here.
 */
@org.jspecify.annotations.NullMarked
package bankscore.paper.letter;
