/**
 * What arrived and what is configured: files are taken, sheets recognised, the register read.
 *
 * <p>Rows are not read here.
 */
@org.jspecify.annotations.NullMarked
package bankscore.run.take;
