/**
 * What all pages share: the frame, the navigation, the words, and the way to the use cases.
 *
 * <p>Start at {@link bankscore.desk.layout.Workplace}.
 */
@org.jspecify.annotations.NullMarked
package bankscore.desk.layout;
