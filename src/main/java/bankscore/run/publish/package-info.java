/**
 * Findings that go back, and a revision that is complete or absent.
 *
 * <p>What its papers say is an application's.
 */
@org.jspecify.annotations.NullMarked
package bankscore.run.publish;
