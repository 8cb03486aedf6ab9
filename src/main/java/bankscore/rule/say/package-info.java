/** Formulas, conditions and tables of every kind of rule in words, for whoever prints or explains a rule. */
@org.jspecify.annotations.NullMarked
package bankscore.rule.say;
