/**
 * A second opinion: a whole quarter worked out again from the written rule, plainly and apart from the program.
 *
 * <p>Nothing here may use a class of the program, and nothing here can be configured. The numbers of the Shangrao rule
 * stand in the code on purpose. What the two agree on, they agree on for the rule's sake.
 */
@NullMarked
package bankscore.plain;

import org.jspecify.annotations.NullMarked;
