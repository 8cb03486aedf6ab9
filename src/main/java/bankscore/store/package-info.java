/**
 * What is in the database: instances, sheets, facts, findings, read-backs, results, revisions, files, history.
 *
 * <p>Here lives SQL; the database itself is the room below, its schema in {@code db/migration}. No rule is known here and
 * nothing is decided.
 */
@org.jspecify.annotations.NullMarked
package bankscore.store;
