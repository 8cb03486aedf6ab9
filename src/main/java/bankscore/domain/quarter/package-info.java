/** The figures of one period, each with its place, as checked and ready to be scored. */
@org.jspecify.annotations.NullMarked
package bankscore.domain.quarter;
