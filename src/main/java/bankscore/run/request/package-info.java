/**
 * What is asked of a run and what it tells: request, outcome, progress, names of files and folders.
 *
 * <p>Nothing is read or decided here.
 */
@org.jspecify.annotations.NullMarked
package bankscore.run.request;
