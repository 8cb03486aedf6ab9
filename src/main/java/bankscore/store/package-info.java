/**
 * The database: instances, sheets, facts, findings, results, revisions, files, history, locks and the schema.
 *
 * <p>Here lives SQL, and what a database's refusal means; the schema is in {@code db/migration}. No rule is known here and
 * nothing is decided.
 */
@org.jspecify.annotations.NullMarked
package bankscore.store;
