/** What can be proved wrong of a rule before it sees a figure. */
@org.jspecify.annotations.NullMarked
package bankscore.rule.sound;
