/** From points to money: every form of sharing by hand, and what holds for all of them. */
@org.jspecify.annotations.NullMarked
package bankscore.domain.allocate;
