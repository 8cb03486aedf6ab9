/**
 * What both fronts, command line and desk, begin with: which applications there are, the places that are typed, who sits
 * before it, the desktop.
 *
 * <p>Start at {@link bankscore.front.Folders}. Neither front is known here, and neither knows the other.
 */
@org.jspecify.annotations.NullMarked
package bankscore.front;
