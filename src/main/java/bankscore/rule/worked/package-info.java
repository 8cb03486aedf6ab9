/** What a case that was worked by hand expects of a rule, and what came out otherwise. */
@org.jspecify.annotations.NullMarked
package bankscore.rule.worked;
