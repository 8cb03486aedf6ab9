/**
 * The page 试算: what if parameters or figures were otherwise, two trials side by side; nothing is published.
 *
 * <p>Start at {@link bankscore.desk.trial.TrialPage}.
 */
@org.jspecify.annotations.NullMarked
package bankscore.desk.trial;
