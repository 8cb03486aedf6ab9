/**
 * Who is in a register, found by code, name or earlier name; a hundred thousand of them packed.
 *
 * <p>What a register must say is not known here.
 */
@org.jspecify.annotations.NullMarked
package bankscore.facts.register;
