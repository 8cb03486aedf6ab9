/** What was staged of a period and of the ones before it, read back as whole tables, and what is tallied while it is staged. */
@org.jspecify.annotations.NullMarked
package bankscore.intake.table.staged;
