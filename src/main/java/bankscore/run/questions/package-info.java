/**
 * What may be asked of an application about what it has published, and in which shape it answers: the fronts know these and
 * no application.
 *
 * <p>Nothing is answered here.
 */
@org.jspecify.annotations.NullMarked
package bankscore.run.questions;
