/** The start scripts, tried with programs that stand in for Java and write down how they were started. */
@org.jspecify.annotations.NullMarked
package bankscore.start;
