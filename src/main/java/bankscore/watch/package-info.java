/** The third application: who is behind, how far targets are, what indices come to. */
@org.jspecify.annotations.NullMarked
package bankscore.watch;
