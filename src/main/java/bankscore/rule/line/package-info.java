/** What a rule's words come to for one line of claims, or for one subject: values of formulas and tables, conditions. */
@org.jspecify.annotations.NullMarked
package bankscore.rule.line;
