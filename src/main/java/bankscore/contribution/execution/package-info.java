/**
 * What became of an approved plan: the money that a later quarter reports, held against what was to move by then (D23).
 *
 * <p>Only what balances can tell is told; nothing is read, stored or printed here.
 */
@org.jspecify.annotations.NullMarked
package bankscore.contribution.execution;
