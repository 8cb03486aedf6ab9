/**
 * The rule and its working in sentences, and answers made of them.
 *
 * <p>No form of paper is known here, and nothing is computed that a result does not hold.
 */
@org.jspecify.annotations.NullMarked
package bankscore.contribution.say;
