/** An application: a rule that watches who is behind, how far targets are, and what indices come to. */
@org.jspecify.annotations.NullMarked
package bankscore.watch;
