/**
 * Money: pools shared by scores under limits, and the transfers that follow.
 *
 * <p>Every plan adds up to its pool or is not made.
 */
@org.jspecify.annotations.NullMarked
package bankscore.contribution.place;
