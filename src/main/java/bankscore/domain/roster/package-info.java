/** Who is in the register: the banks of the roster and the exact names they go by. */
@org.jspecify.annotations.NullMarked
package bankscore.domain.roster;
