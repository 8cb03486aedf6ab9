/** What if a figure were another one. */
@org.jspecify.annotations.NullMarked
package bankscore.domain.simulate;
