/**
 * The database: staging, findings, results, revisions, files, history and the lock.
 *
 * <p>Here lives SQL; the schema is in {@code db/migration}. No rule is known here and nothing is decided.
 */
@org.jspecify.annotations.NullMarked
package bankscore.store;
