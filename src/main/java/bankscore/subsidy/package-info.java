/**
 * The second application: subsidies are decided claim by claim, paid and published by a rule.
 *
 * <p>The rooms {@code scheme} and {@code decide} are pure Java; {@code load}, {@code say}, {@code book} and {@code papers} put
 * them into files, sentences and papers.
 */
@org.jspecify.annotations.NullMarked
package bankscore.subsidy;
