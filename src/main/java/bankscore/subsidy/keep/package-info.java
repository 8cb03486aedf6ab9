/** Lines and decisions as bytes: while they are decided, in files; when they are, in the database. */
@org.jspecify.annotations.NullMarked
package bankscore.subsidy.keep;
