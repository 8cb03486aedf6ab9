/** What commands say and how they end. */
@org.jspecify.annotations.NullMarked
package bankscore.cli;
