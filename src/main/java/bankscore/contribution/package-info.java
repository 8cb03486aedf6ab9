/**
 * The first application: banks are scored for what they do for the economy, and fiscal deposits placed by the
 * scores.
 *
 * <p>Start at {@link bankscore.contribution.ContributionJob}, which reads as a table of contents. What it answers about
 * what is published is in {@link bankscore.contribution.Contribution}; fronts see this room only. The rooms below
 * are pure Java from {@code method} to {@code judge}; {@code load}, {@code say}, {@code book} and {@code papers} put
 * them into files, sentences and papers.
 */
@org.jspecify.annotations.NullMarked
package bankscore.contribution;
