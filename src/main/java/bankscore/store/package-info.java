/**
 * The database: staging, findings, results, revisions, history and the lock.
 *
 * <p>Here lives SQL, through Spring's {@code JdbcClient} and {@code JdbcTemplate}; the schema is in {@code db/migration}.
 * No rule is known here, and nothing is computed but the aggregation of records.
 */
@org.jspecify.annotations.NullMarked
package bankscore.store;
