/** What rule files of every kind have: head, source, measures, tables, conditions, formulas of lines; and which version is in force. */
@org.jspecify.annotations.NullMarked
package bankscore.load.rule;
