/** What is published of a subsidy rule, in sentences: reasons, caps, levels, the answer to one claimant. */
@org.jspecify.annotations.NullMarked
package bankscore.subsidy.say;
